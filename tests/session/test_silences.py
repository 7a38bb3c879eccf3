"""What nobody said stands on the family's paper only where the parent lets it stand."""

from __future__ import annotations

import asyncio

import pytest

from giz_gesprek.conversation.answers import Answer, AnswerState
from giz_gesprek.conversation.records import answer_at, with_answer
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.papers import paper_of
from giz_gesprek.export.text import document_text
from giz_gesprek.session import acts
from giz_gesprek.session.asking import SeveralAsked
from giz_gesprek.session.performing import perform
from giz_gesprek.session.session import Session
from giz_gesprek.session.written_views import LinesView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from tests.store.support import NOW
from tests.support.asking import Scripted
from tests.support.talks import agreed_talk, say_about, step_where
from tests.support.views import sit_with

DOES_NOT_KNOW = "Sanne weet het nog niet."
SAYS_NOT = "Sanne zegt dit liever niet."


def silent(talk: Talk, topic: str, question: str, state: AnswerState) -> Talk:
    """Return the talk in which the mother did not answer."""
    step = step_where(talk, topic=topic, question=question, person="mother")
    assert isinstance(step, QuestionStep)
    answer = Answer(
        question=question, state=state, at=NOW, text_register="easy_language", language="nl"
    )
    return with_answer(talk, step, answer)


def told() -> Talk:
    """Return a talk in which a mother did not know, would rather not say, and passed over."""
    talk = agreed_talk("eating_sleeping", "housing", "safety")
    talk = silent(talk, "eating_sleeping", "strengths", "rather_not_say")
    talk = silent(talk, "eating_sleeping", "appraisal", "dont_know")
    talk = silent(talk, "housing", "strengths", "skipped")
    talk = silent(talk, "safety", "strengths", "rather_not_say")
    talk = say_about(talk, "eating_sleeping", "nurse", view="difficult")
    return talk.changed(position=step_where(talk, "summary").position)


def paper(session: Session, readers: Readers = FAMILY) -> str:
    """Return a paper as text."""
    rung = session.family.settings.rung if readers is FAMILY else None
    return document_text(paper_of(session.library, session.talk, readers, language="nl", rung=rung))


def choose(session: Session, *chosen: str) -> SeveralAsked:
    """Choose which silences stand; return what was asked."""
    ask = Scripted(chosen)
    asyncio.run(perform(session, ask, acts.OfReport("silences")))
    (asked,) = ask.asked
    assert isinstance(asked, SeveralAsked)
    return asked


def lines(session: Session) -> LinesView:
    view = session.view
    assert isinstance(view, LinesView)
    return view


def test_a_silence_is_left_off_unless_it_is_chosen(store: Store) -> None:
    session = sit_with(store, told())
    before = paper(session)
    assert DOES_NOT_KNOW not in before
    assert SAYS_NOT not in before
    asked = choose(session, "1")
    assert asked.chosen == []
    assert [label.endswith((DOES_NOT_KNOW, SAYS_NOT)) for _id, label in asked.options] == [True] * 2
    after = paper(session)
    assert DOES_NOT_KNOW in after
    assert SAYS_NOT not in after
    assert choose(session).chosen == ["1"]
    assert paper(session) == before


def test_who_does_not_know_stands_beside_what_the_professional_chose(store: Store) -> None:
    session = sit_with(store, told())
    choose(session, "1")
    topic = paper(session).partition("### Eten en slapen\n")[2]
    asked, told_here, _between, chosen = topic.splitlines()[1:5]
    assert asked.endswith("?")
    assert told_here == DOES_NOT_KNOW
    assert chosen == "Fatma kiest: gaat moeilijk."


def test_who_would_rather_not_say_stands_under_the_question_and_not_with_what_goes_well(
    store: Store,
) -> None:
    session = sit_with(store, told())
    choose(session, "0", "1")
    text = paper(session)
    assert "Wat goed gaat" not in text
    place = text.splitlines().index(SAYS_NOT)
    assert text.splitlines()[place - 1].endswith("?")


@pytest.mark.parametrize("stands", [False, True])
def test_the_professional_s_paper_has_the_same_status_either_way(
    store: Store, *, stands: bool
) -> None:
    session = sit_with(store, told())
    before = paper(session, PROFESSIONAL)
    choose(session, *(["0", "1"] if stands else []))
    assert paper(session, PROFESSIONAL) == before
    assert "Inschatting: weet het niet" in before


def test_nothing_is_offered_on_a_sensitive_topic_or_where_nobody_was_silent(store: Store) -> None:
    session = sit_with(store, told())
    assert not any("Veilig" in label for _id, label in choose(session).options)
    talk = say_about(agreed_talk("housing"), "housing", "mother", strengths="Een fijn huis.")
    session = sit_with(store, talk.changed(position=step_where(talk, "summary").position))
    assert lines(session).silences is None


def test_a_silence_that_stands_is_a_line_and_taken_away_it_was_said_all_the_same(
    store: Store,
) -> None:
    session = sit_with(store, told())
    assert lines(session).silences is not None
    choose(session, "1")
    line = next(
        line for part in lines(session).parts for line in part.lines if line.text == DOES_NOT_KNOW
    )
    assert line.remove is not None
    asyncio.run(perform(session, Scripted(True), line.remove.act))
    assert DOES_NOT_KNOW not in paper(session)
    assert line.line is not None
    assert isinstance(line.line.step, QuestionStep)
    answer = answer_at(session.talk, line.line.step)
    assert answer is not None
    assert answer.state == "dont_know"


def test_what_stands_is_kept_until_the_question_is_answered(store: Store) -> None:
    session = sit_with(store, told())
    choose(session, "1")
    kept = store.read(session.family.id).conversation("talk-1")
    answers = [answer for view in kept.views for answer in view.answers]
    assert [answer.question for answer in answers if answer.stands] == ["appraisal"]
    changed = say_about(session.talk, "eating_sleeping", "mother", appraisal="so_so")
    answered = [answer for view in changed.conversation.views for answer in view.answers]
    assert not any(answer.stands for answer in answered)
