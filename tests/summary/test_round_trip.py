"""What was said comes back on paper: once for the professional, in their own words.

What should be there is counted here from the conversation and its agenda, without the selection
that makes the papers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hypothesis import given, settings

from giz_gesprek.conversation import flow
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.records import answer_at
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.audience import PROFESSIONAL
from tests.summary.test_papers import text
from tests.support.dossiers import last_talk
from tests.support.typed import marks_in
from tests.support.walks import walked_dossiers, with_left_topics


def said(talk: Talk) -> Iterator[OwnWords]:
    """Yield all own words that stand: of each question still asked, of each topic and the plan."""
    conversation, steps = talk.conversation, agenda(with_left_topics(flow.reopen(talk)))
    asked = {step.position.topic for step in steps} - set(conversation.parked)
    for step in steps:
        if step.kind == "question" and step.topic not in conversation.parked:
            answer = answer_at(talk, step)
            if answer is not None and answer.state == "answered" and answer.words is not None:
                yield answer.words
    for visit in conversation.visits:
        for added in visit.added:
            if added.topic in asked and added.reason is not None:
                yield added.reason
    for goal in conversation.plan.goals:
        yield goal.words
        told = goal.told_back.words if goal.told_back is not None else None
        yield from (each for each in (goal.why, told) if each is not None)
        yield from (step.what for step in goal.steps)
    for one in conversation.around.people:
        yield from one.own_words


@settings(max_examples=100)
@given(walked_dossiers())
def test_everything_that_was_said_is_on_the_professional_s_paper_exactly_once(
    dossier: Dossier,
) -> None:
    talk = last_talk(dossier)
    written = text(dossier, PROFESSIONAL)
    expected = [mark for words in said(talk) for mark in marks_in(words.text)]
    if talk.conversation.state == "declined":
        expected = []
    assert Counter(marks_in(written)) == Counter(expected)
    assert len(expected) == len(set(expected))
