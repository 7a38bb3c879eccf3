"""A municipality's own questions stand where ours do: side by side, on paper, on the card."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.content.library import Library
from giz_gesprek.content.loading import load_library
from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.conversation import flow
from giz_gesprek.conversation.records import answer_at
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.paths import content_dir
from giz_gesprek.session.session import Session
from giz_gesprek.session.written_views import SideBySideView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from giz_gesprek.summary.build import build_document
from giz_gesprek.summary.calendar import Calendar
from giz_gesprek.summary.card import build_card
from tests.content.support import ContentFolder
from tests.conversation.support import NOW, agreed, answered, asked, at, questions, said, steps_of
from tests.session.support import Clock

CALENDAR: Final = Calendar(date.isoformat, lambda moment: moment.astimezone(UTC).date())
PROUD: Final = asked("proud", "eating_sleeping", "mother")
SEEN: Final = asked("seen", "eating_sleeping", "nurse")
NEIGHBOUR: Final = asked("neighbour", None)

FRAMEWORK: Final = """\
questions:
  proud:
    {answer: own_words, text: town.proud, asked_of: family, role: strength, label: town.pride}
  seen:
    {answer: own_words, text: town.seen, asked_of: professional, label: town.sight}
  neighbour:
    {answer: own_words, text: town.neighbour, asked_of: together, role: call, label: town.call}
question_sets:
  faces: [strengths, appraisal, proud, example, wish, view, view_words, seen]
  hard_again: [notice, what_helps, neighbour, whom_to_call]
variants:
  extended: {questions: [strengths, appraisal, proud, helps, example, wish]}
"""
TEXTS: Final = """\
town:
  proud: question
  seen: question
  neighbour: question
  call: title
  pride: {kind: title, audience: professional}
  sight: {kind: title, audience: professional}
"""
EASY: Final = """\
town:
  proud: Wat kan {child} al?
  seen: Wat ziet {name}?
  neighbour: Welke buur kunt u bellen?
  call: Mijn buren
"""
STANDARD: Final = f"""\
{EASY}\
  pride: Trots
  sight: Gezien
"""


@pytest.fixture
def town(tmp_path: Path) -> Library:
    folder = ContentFolder(tmp_path / "town")
    folder.write("framework.yaml", FRAMEWORK)
    folder.write("texts.yaml", TEXTS)
    folder.write("easy_language/nl/town.yaml", EASY)
    folder.write("standard/nl/town.yaml", STANDARD)
    return load_library(content_dir(), overlays=[folder.path])


@pytest.fixture
def talk(town: Library) -> Talk:
    """A talk in which the three questions are answered, among others."""
    return answered(
        replace(agreed("eating_sleeping"), framework=town.framework),
        (asked("example", "eating_sleeping", "mother"), said("example", "Gisteren was gezellig.")),
        (PROUD, said("proud", "Zelf brood smeren.")),
        (SEEN, said("seen", "Hij straalt.", "nurse")),
        (NEIGHBOUR, said("neighbour", "Bo van hiernaast.")),
    )


def paper(town: Library, talk: Talk, audience: Readers) -> str:
    return document_text(build_document(town, talk, audience, calendar=CALENDAR, app_version="1"))


def in_order(text: str, *pieces: str) -> bool:
    """Tell whether all pieces are in a text, one after the other."""
    places = [text.find(piece) for piece in pieces]
    return -1 not in places and places == sorted(places)


def test_they_are_asked_in_their_turn_and_kept(talk: Talk) -> None:
    steps = steps_of(talk)
    assert questions(steps, "mother")[:3] == ["strengths", "appraisal", "proud"]
    assert questions(steps, "nurse")[-1] == "seen"
    assert {PROUD, SEEN, NEIGHBOUR} <= set(steps)
    assert all(answer_at(talk, step) is not None for step in (PROUD, SEEN, NEIGHBOUR))


def test_what_goes_well_is_told_first_and_whom_to_call_under_its_label(
    town: Library, talk: Talk
) -> None:
    written = paper(town, talk, FAMILY)
    book = Phrasebook(town, "nl", "easy")
    well, topics = book.text("document.goes_well"), book.text("document.our_topics")
    assert in_order(written, well, "Zelf brood smeren.", topics, "Gisteren was", "Hij straalt.")
    assert in_order(written, "Mijn buren", "Bo van hiernaast.")


def test_the_professional_reads_each_answer_behind_its_label(town: Library, talk: Talk) -> None:
    written = paper(town, talk, PROFESSIONAL)
    assert in_order(written, "Trots", "Zelf brood smeren.")
    assert in_order(written, "Gezien", "Hij straalt.")


def test_whom_to_call_is_on_the_card_under_its_label(town: Library, talk: Talk) -> None:
    card = document_text(build_card(town, talk, calendar=CALENDAR))
    assert in_order(card, "Mijn buren", "Bo van hiernaast.")


def test_all_that_was_said_lies_side_by_side(town: Library, talk: Talk, store: Store) -> None:
    beside = next(step for step in steps_of(talk) if step.kind == "side_by_side")
    standing = at(talk, beside)
    store.save(standing.dossier, now=NOW)
    view = Session(store, town, standing.dossier, "talk-1", clock=Clock()).view
    assert isinstance(view, SideBySideView)
    told = {asked.question: [quote.text for quote in asked.quotes] for asked in view.asked}
    assert list(told.values()) == [
        ["Zelf brood smeren."],
        ["Gisteren was gezellig."],
        ["Hij straalt."],
    ]
    assert all(told)


def test_without_their_content_the_answers_are_still_there(talk: Talk, town: Library) -> None:
    old = load_library(content_dir())
    alone = flow.jump(replace(talk, framework=old.framework), PROUD)
    for audience in (FAMILY, PROFESSIONAL):
        written = paper(old, alone, audience)
        assert "Zelf brood smeren." in written
        assert "Hij straalt." in written
    assert "Mijn buren" not in paper(old, alone, FAMILY)
    assert town.framework != old.framework
