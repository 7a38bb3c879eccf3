"""The change log as a paper: one line for what one person did, each entry of it in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final, cast, get_args

import pytest

from giz_gesprek.conversation.change_log import Action, Change, LoggedChange
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.summary.audience import LOG_OF_FAMILY, LOG_OF_PROFESSIONAL, Readers
from giz_gesprek.summary.log_about import About, about_of
from giz_gesprek.summary.log_paper import LogWish, log_document
from giz_gesprek.summary.withheld import NOTHING_WITHHELD, Withheld
from tests.summary.test_papers import CALENDAR
from tests.support.dossiers import library
from tests.support.talks import agreed_talk, say_about

START: Final = datetime(2026, 11, 3, 13, 5, tzinfo=UTC)


def told(
    *changes: Change,
    readers: Readers = LOG_OF_PROFESSIONAL,
    each: bool = False,
    but_of: str | None = None,
    language: str = "nl",
    read_only: bool = False,
    talk: Talk | None = None,
) -> str:
    """Return the log as text; each change is a minute after the one before."""
    log = [
        LoggedChange(START + timedelta(minutes=number), change)
        for number, change in enumerate(changes)
    ]
    document = log_document(
        library(),
        talk or house(),
        log,
        LogWish(readers, replace(NOTHING_WITHHELD, but_of=but_of), language, each=each),
        calendar=replace(CALENDAR, clock=lambda moment: f"{moment:%H:%M}"),
        owner="Anna de Wit",
        read_only=read_only,
    )
    return document_text(document, 200)


def house() -> Talk:
    """Return a talk about the house."""
    return say_about(agreed_talk("housing"), "housing", "mother", strengths="Licht.")


def done(item: str, action: str, actor: str | None = "mother") -> Change:
    """Return a change in the talk about the house."""
    return Change(
        item=item,
        action=cast("Action", action),
        actor_id=actor,
        conversation_id=house().conversation_id,
    )


def question(name: str, person: str | None = "mother") -> str:
    """Return the item of an answer about the house."""
    return QuestionStep(name, "housing", None, person).key


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("action", get_args(Action))
def test_every_action_has_words_for_the_professional_and_for_the_family(
    language: str, action: str
) -> None:
    for readers in (LOG_OF_PROFESSIONAL, LOG_OF_FAMILY):
        for item in ("topic:housing", "conversation", "family", "person:nurse"):
            text = told(done(item, action), readers=readers, language=language)
            assert f": {action}" not in text
            assert "log_" not in text
            assert "log." not in text


def test_what_one_person_did_on_a_day_with_one_thing_is_one_line_that_can_be_opened_out() -> None:
    many = [done(question("strengths"), "changed") for _ in range(49)]
    changes = (done(question("appraisal"), "changed"), *many, done("topic:housing", "chosen"))
    short = told(*changes)
    assert "13:05 - 13:54: Sanne · veranderde iets · Wonen · 50 keer" in short
    assert "13:55: Sanne · koos dit · Wonen" in short
    opened = told(*changes, each=True)
    assert opened.count("veranderde iets · Wonen") == 50
    assert "13:06: Sanne · veranderde iets · Wonen (wat gaat goed)" in opened


def test_a_parent_reads_it_in_easy_sentences_and_is_spoken_to_in_their_own_list() -> None:
    changes = [
        done(question("strengths"), "answered"),
        done(question("strengths"), "answered"),
        done("paper:family:pdf", "printed", None),
        done("paper:family:pdf", "exported", None),
    ]
    text = told(*changes, readers=LOG_OF_FAMILY)
    assert text.count("Sanne schreef iets op bij Wonen.") == 1
    assert text.count("Anna de Wit maakte een papier voor thuis.") == 1
    assert "13:05" not in text
    own = told(*changes, readers=LOG_OF_FAMILY, but_of="mother")
    assert "Dit is de lijst van Sanne." in own
    assert "U schreef iets op bij Wonen." in own
    assert "U mag deze lijst altijd zien." in own


def test_the_last_day_comes_first_and_a_day_is_in_the_order_of_the_log() -> None:
    log = [
        LoggedChange(START + timedelta(days=1), done("goal:goal-1", "added")),
        LoggedChange(START + timedelta(minutes=9), done("topic:housing", "chosen")),
        # The clock was put back.
        LoggedChange(START, done("agreement", "agreed")),
    ]
    wish = LogWish(LOG_OF_FAMILY, Withheld())
    document = log_document(library(), house(), log, wish, calendar=CALENDAR, owner="Anna de Wit")
    lines = [line for line in document_text(document, 200).splitlines() if line.startswith("Sanne")]
    assert lines == [
        "Sanne schreef iets op bij de afspraken.",
        "Sanne schreef iets op bij Wonen.",
        "Sanne zei ja of nee tegen het gesprek.",
    ]


def test_words_and_items_of_another_release_are_shown_as_they_are() -> None:
    text = told(done("hologram:42", "projected"))
    assert "deed iets wat deze versie niet kent: projected" in text
    family = told(done("hologram:42", "projected"), readers=LOG_OF_FAMILY)
    assert "Sanne deed iets: projected." in family
    gone = told(done("topic:housing", "chosen", "somebody-else"), readers=LOG_OF_FAMILY)
    assert "Iemand schreef iets op bij Wonen." in gone


def test_an_empty_list_and_a_file_that_can_only_be_read_say_so() -> None:
    assert "De lijst is nog leeg." in told(readers=LOG_OF_FAMILY)
    assert "Wij kunnen dit bestand nu alleen lezen." in told(readers=LOG_OF_FAMILY, read_only=True)


@pytest.mark.parametrize(
    ("item", "about"),
    [
        ("paper:family", About("paper", "paper", ref="family")),
        ("paper:family:pdf", About("paper", "paper", ref="family", part="pdf")),
        ("paper:recipient:r1", About("paper", "paper", ref="recipient:r1")),
        ("paper:recipient:r1:text", About("paper", "paper", ref="recipient:r1", part="text")),
        ("log:person:mother:html", About("log", "log", ref="person:mother", part="html")),
        ("left:differed:housing:milan", About("before", "left", "housing", "milan")),
        ("example:safety.opening", About("example", "example", "safety", ref="safety.opening")),
        ("reached:::::::::then", About("before", "reached", ref="then")),
        (
            "question:::::housing:milan:mother:strengths",
            About("topic", "question", "housing", "milan", "strengths"),
        ),
        ("question::::::::notice", About("hard_days", "question", question="notice")),
        ("", About("other", "")),
        ("summary", About("other", "summary")),
    ],
)
def test_an_item_is_read_as_what_it_is_about(item: str, about: About) -> None:
    assert about_of(item) == about
