"""The log that others may read is that of the talk in which nothing delicate was ever said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final
from zlib import crc32

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from giz_gesprek.content.texts import LADDER, Rung
from giz_gesprek.conversation import table
from giz_gesprek.conversation.change_log import Action, Change, LoggedChange
from giz_gesprek.conversation.dossier import own_words_of
from giz_gesprek.conversation.left import left_key
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.plan import ChosenProgramme
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.summary.audience import LOG_OF_FAMILY, LOG_OF_PROFESSIONAL, Readers
from giz_gesprek.summary.document import Document
from giz_gesprek.summary.log_paper import LogWish, log_document
from giz_gesprek.summary.withheld import NOTHING_WITHHELD, Withheld
from tests.summary.test_papers import CALENDAR
from tests.support.dossiers import library
from tests.support.never_said import delicate_talks, never_said
from tests.support.talks import agreed_talk, full_talk, say_about
from tests.support.typed import marks_in

# A talk is large: an example is told as it was found, for shrinking takes minutes.
FEW = settings(max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate])
START: Final = datetime(2026, 11, 3, 13, 0, tzinfo=UTC)
BESIDE_OTHERS: Final = Withheld(delicate=True)


def logged(
    talk: Talk, item: str, action: Action, actor: str | None, *, day: int = 0
) -> LoggedChange:
    """Return an entry at a moment that depends on nothing but what it is."""
    minutes = crc32(f"{item} {action} {actor}".encode()) % 240
    change = Change(item=item, action=action, actor_id=actor, conversation_id=talk.conversation_id)
    return LoggedChange(START + timedelta(days=day, minutes=minutes), change)


def log_of(talk: Talk, *, alone: bool = False) -> list[LoggedChange]:
    """Return what the log of a talk holds; ``alone``: and that somebody sat there alone."""
    entries = [
        logged(talk, "agreement", "agreed", "parent-1"),
        logged(talk, "conversation", "looked", None, day=3),
        *_of_topics(talk),
        *_of_the_plan(talk),
    ]
    if alone:
        entries += [
            logged(talk, "table", "alone", "nurse"),
            logged(talk, "person:parent-2", "left", "nurse"),
            logged(talk, "words", "removed", "parent-1"),
            # Another day, on which nothing else was said.
            logged(talk, "conversation", "looked", None, day=1),
            logged(talk, "conversation", "reopened", "nurse", day=1),
            logged(talk, "topic:safety", "chosen", "parent-1", day=1),
            logged(talk, "paper:family:pdf", "exported", None, day=1),
            logged(talk, "conversation", "finished", "nurse", day=1),
        ]
    return sorted(entries, key=lambda one: one.at)


def _of_topics(talk: Talk) -> Iterator[LoggedChange]:
    conversation = talk.conversation
    for visit in conversation.visits:
        for topic in visit.topics:
            yield logged(talk, f"topic:{topic}", "chosen", "parent-1")
    for view in conversation.views:
        for answer in view.answers:
            step = QuestionStep(answer.question, view.topic, view.child_id, view.person_id)
            yield logged(talk, step.key, "answered", view.person_id)
    for conclusion in conversation.conclusions:
        for answer in conclusion.answers:
            step = QuestionStep(answer.question, conclusion.topic, conclusion.child_id)
            yield logged(talk, step.key, "changed", "parent-1")
    for advice in conversation.advice:
        yield logged(talk, f"advice:{advice.topic}", "seeks-advice", advice.by_id)
        for answer in advice.answers:
            step = QuestionStep(answer.question, advice.topic, advice.child_id, advice.by_id)
            yield logged(talk, step.key, "answered", advice.by_id)
    for each in conversation.left_before:
        yield logged(talk, left_key(each), "chosen", "parent-1")


def _of_the_plan(talk: Talk) -> Iterator[LoggedChange]:
    plan = talk.conversation.plan
    for goal in plan.goals:
        yield logged(talk, f"goal:{goal.id}", "added", goal.words.author_id)
        for step in goal.steps:
            yield logged(talk, f"step:{step.id}", "added", step.what.author_id)
        if goal.programmes:
            yield logged(talk, f"help:{goal.id}", "chosen", "parent-1")
    if plan.comes_first is not None:
        yield logged(talk, Line(kind="comes_first").key, "chosen", "parent-1")
    if plan.coordinator_id is not None:
        yield logged(talk, "coordinator", "chosen", "parent-1")
    if plan.look_back_on is not None:
        yield logged(talk, Line(kind="look_back").key, "dated", "parent-1")
    for answer in plan.hard_again:
        yield logged(talk, QuestionStep(answer.question).key, "answered", "parent-1")
    for one in talk.conversation.around.people:
        yield logged(talk, f"around:{one.person_id}", "added", "parent-1")
    for said in talk.conversation.looked_back:
        yield logged(talk, Line(kind="looked_back", id=said.goal_id).key, "answered", "parent-1")


def paper(
    talk: Talk,
    log: list[LoggedChange],
    readers: Readers,
    withheld: Withheld,
    *,
    rung: Rung = "easy",
    each: bool = False,
) -> Document:
    wish = LogWish(readers, withheld, rung=rung, each=each)
    calendar = replace(CALENDAR, clock=lambda moment: f"{moment:%H:%M}")
    return log_document(library(), talk, log, wish, calendar=calendar, owner="Anna de Wit")


@FEW
@given(delicate_talks(), st.sampled_from(LADDER), st.booleans(), st.booleans())
def test_the_log_beside_others_is_that_of_the_talk_in_which_it_was_never_said(
    talk: Talk, rung: Rung, each: bool, exact: bool
) -> None:
    readers = LOG_OF_PROFESSIONAL if exact else LOG_OF_FAMILY
    other = never_said(talk)
    told = paper(talk, log_of(talk, alone=True), readers, BESIDE_OTHERS, rung=rung, each=each)
    never = paper(other, log_of(other), readers, BESIDE_OTHERS, rung=rung, each=each)
    if talk.conversation.views and not other.conversation.views:
        return  # a conversation of which nothing is left: see below
    assert document_text(told) == document_text(never)
    assert told == never


@FEW
@given(delicate_talks())
def test_no_word_that_was_said_is_in_any_log(talk: Talk) -> None:
    marks = {mark for own in own_words_of(talk.conversation) for mark in marks_in(own.text)}
    for readers in (LOG_OF_FAMILY, LOG_OF_PROFESSIONAL):
        shown = document_text(paper(talk, log_of(talk), readers, NOTHING_WITHHELD, each=True))
        assert not marks.intersection(marks_in(shown))


def test_of_a_conversation_about_nothing_else_others_read_nothing() -> None:
    talk = say_about(agreed_talk("safety"), "safety", "mother", strengths="Een slot.")
    told = document_text(paper(talk, log_of(talk), LOG_OF_FAMILY, BESIDE_OTHERS))
    assert told == document_text(paper(talk, [], LOG_OF_FAMILY, BESIDE_OTHERS))
    whole = document_text(paper(talk, log_of(talk), LOG_OF_PROFESSIONAL, NOTHING_WITHHELD))
    assert "gaf antwoord · Veilig zijn" in whole


@pytest.mark.parametrize(
    ("helps", "is_read"),
    [(["nu_niet_zwanger"], False), (["nu_niet_zwanger", "voorzorg"], True), ([], False)],
)
def test_beside_others_delicate_help_was_not_even_chosen(helps: list[str], is_read: bool) -> None:
    talk = full_talk()
    plan = talk.conversation.plan
    goal = plan.goals[0].model_copy(
        update={"programmes": tuple(ChosenProgramme(id=each) for each in helps)}
    )
    plan = plan.model_copy(update={"goals": (goal,)})
    talk = talk.with_conversation(talk.conversation.model_copy(update={"plan": plan}))
    chosen = logged(talk, f"help:{goal.id}", "chosen", "mother")
    told = document_text(paper(talk, [chosen], LOG_OF_FAMILY, BESIDE_OTHERS))
    assert ("bij de afspraken" in told) is is_read


def test_beside_others_no_time_and_no_number_stands() -> None:
    talk = say_about(agreed_talk("housing"), "housing", "mother", strengths="Licht.")
    step = QuestionStep("strengths", "housing", None, "mother")
    log = [logged(talk, step.key, "answered", "mother")] * 3
    exact = document_text(paper(talk, log, LOG_OF_PROFESSIONAL, NOTHING_WITHHELD))
    beside = document_text(paper(talk, log, LOG_OF_PROFESSIONAL, BESIDE_OTHERS))
    assert f"{log[0].at:%H:%M}" in exact
    assert "3 keer" in exact
    assert f"{log[0].at:%H:%M}" not in beside
    assert "3 keer" not in beside


@pytest.mark.parametrize("withheld", [BESIDE_OTHERS, NOTHING_WITHHELD])
def test_the_log_of_one_person_holds_nothing_that_another_did(withheld: Withheld) -> None:
    talk = full_talk()
    talk = table.come(talk, talk.family.person("father"))
    father = replace(withheld, but_of="father")
    own = [
        logged(talk, "topic:housing", "chosen", "father"),
        logged(talk, "conversation", "looked", None),
        logged(talk, "paper:family:pdf", "exported", None),
    ]
    others = [
        logged(talk, "topic:safety", "chosen", "mother"),
        logged(talk, "topic:housing", "changed", "mother"),
        logged(talk, "table", "alone", "nurse"),
        logged(talk, "words", "removed", "mother"),
        logged(talk, "paper:person:mother:pdf", "exported", None),
        logged(talk, "log:person:mother", "looked", None),
        logged(talk, "sharing:school", "shared", "mother"),
    ]
    told = document_text(paper(talk, [*own, *others], LOG_OF_FAMILY, father))
    assert told == document_text(paper(talk, own, LOG_OF_FAMILY, father))
    assert "U schreef iets op bij" in told
    assert "Anna de Wit maakte een papier voor thuis." in told
