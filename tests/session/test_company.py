"""Who sits at the table decides the words: a lone parent says ik, two are spoken to as jullie."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from typing import Final

import pytest

from giz_gesprek.content.address import Address
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.company import company_at, company_on_paper
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.session import acts
from giz_gesprek.session.performing import perform
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_view import ChoiceView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL
from tests.support.asking import Scripted
from tests.support.sheets import document_of
from tests.support.talks import (
    RUNGS,
    agreed_talk,
    answered,
    full_talk,
    make_family,
    say_about,
    step_where,
    talk_of_two_parents,
)
from tests.support.views import sit_with, stand_at, walk

WE: Final = re.compile(r"\b(?:wij|we|ons|onze|us|our|ourselves)\b", re.IGNORECASE)
WITH_THE_PROFESSIONAL: Final = {
    "difference.agree",
    "difference.still_differ",
    "difference.later",
    "outcome.find_out",
    "button.to_plan",
}
"""What a lone parent chooses together with the professional: there are two of them."""


def choices(session: Session) -> Iterator[str]:
    """Yield the labels of everything that can be chosen on any step."""
    for view in walk(session):
        if isinstance(view, ChoiceView):
            yield from (str(option.label) for option in view.options)


def sit_down(session: Session, answer: str) -> None:
    """Let somebody come to the table or leave it."""
    asyncio.run(perform(session, Scripted(answer), acts.SetTable()))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("rung", RUNGS)
def test_a_lone_parent_is_offered_no_answer_that_says_wij(
    store: Store, rung: Rung, language: str
) -> None:
    session = sit_with(store, full_talk(), make_family(rung, language=language))
    assert company_at(session.talk) == "alone"
    meant = {session.phrases().text(text_id) for text_id in WITH_THE_PROFESSIONAL}
    assert {label for label in choices(session) if WE.search(label)} <= meant
    assert session.phrases().text("wish.ourselves") in set(choices(session))


def test_two_parents_say_wij(store: Store) -> None:
    session = sit_with(store, talk_of_two_parents())
    assert {"Dit doen wij zelf"} < set(choices(session))


@pytest.mark.parametrize("address", ["u", "je"])
def test_two_parents_are_welcomed_together_and_asked_apart(store: Store, address: Address) -> None:
    session = sit_with(store, talk_of_two_parents(), make_family("easy", address=address))
    book = session.phrases()
    assert "jullie" in book.text("welcome.hello")
    assert book.text("agreement.start") == "Willen jullie beginnen?"
    assert "jullie" not in book.text("parent_wellbeing.appraisal")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (("mother", "nurse"), "U kiest: thuis en om u heen."),
        (("mother", "father", "nurse"), "Jullie kiezen: thuis en om jullie heen."),
    ],
)
def test_a_side_is_chosen_by_all_of_the_family(
    store: Store, table: tuple[str, ...], said: str
) -> None:
    session = sit_with(store, agreed_talk("housing", table=table))
    view = stand_at(session, step_where(session.talk, "triangle"))
    assert isinstance(view, ChoiceView)
    assert said in [str(option.echo) for option in view.options]


def test_who_leaves_or_comes_changes_the_words_at_once(store: Store) -> None:
    session = sit_with(store, agreed_talk("housing"))
    assert session.phrases().text("wish.ourselves") == "Dit doe ik zelf"
    sit_down(session, "comes:father")
    assert session.phrases().text("wish.ourselves") == "Dit doen wij zelf"
    sit_down(session, "leaves:father")
    assert session.phrases().text("wish.ourselves") == "Dit doe ik zelf"


def told(*table: str) -> Talk:
    """Return a talk in which the mother does something herself, with these at the table."""
    talk = agreed_talk("housing", table=table)
    talk = say_about(talk, "housing", "mother", appraisal="so_so", wish="ourselves")
    return talk.changed(position=step_where(talk, "goals").position)


@pytest.mark.parametrize(
    ("table", "said", "mine"),
    [
        (("mother", "nurse"), "dit doe ik zelf", "Dit papier is van u."),
        (("mother", "father", "nurse"), "dit doen wij zelf", "Dit papier is van jullie."),
    ],
)
def test_a_paper_says_ik_for_one_and_wij_for_two(
    table: tuple[str, ...], said: str, mine: str
) -> None:
    dossier = told(*table).dossier
    assert mine in document_text(document_of(dossier, FAMILY))
    assert said in document_text(document_of(dossier, PROFESSIONAL))


def test_a_paper_is_for_who_spoke_and_left_too(store: Store) -> None:
    talk = say_about(told("mother", "father", "nurse"), "housing", "father", appraisal="so_so")
    session = sit_with(store, talk)
    sit_down(session, "leaves:father")
    assert (company_at(session.talk), company_on_paper(session.talk)) == ("alone", "together")
    assert "Dit papier is van jullie." in document_text(document_of(session.dossier, FAMILY))


def test_what_was_chosen_after_one_left_says_ik_on_a_paper_for_both(store: Store) -> None:
    talk = say_about(told("mother", "father", "nurse"), "housing", "father", appraisal="so_so")
    session = sit_with(store, talk)
    sit_down(session, "leaves:father")
    for question, choice in (("outcome", "support"), ("helper", "ourselves")):
        step = step_where(session.talk, topic="housing", question=question)
        session.keep(answered(session.talk, step, choice))
    for audience, told_so in (
        (FAMILY, "Wie helpt: ik zelf."),
        (PROFESSIONAL, "Wonen: hulp zoeken; hulp door: ik zelf"),
    ):
        paper = document_text(document_of(session.dossier, audience))
        assert told_so in paper


def test_a_plan_for_hard_days_is_told_as_by_whoever_made_it(store: Store) -> None:
    session = sit_with(store, told("mother", "father", "nurse"))
    step = step_where(session.talk, question="notice")
    session.keep(answered(session.talk, step, "Dan is het stil."))
    assert "Dit merken wij dan" in document_text(document_of(session.dossier, FAMILY))
    sit_down(session, "leaves:father")
    session.keep(answered(session.talk, step_where(session.talk, question="what_helps"), "Lopen."))
    assert "Dit helpt mij dan" in document_text(document_of(session.dossier, FAMILY))


def test_a_child_or_a_friend_at_the_table_is_no_second_parent() -> None:
    assert company_at(agreed_talk("housing", table=("mother", "nurse", "milan"))) == "alone"
