"""An answer as it is given at a step, and the wording in which it was asked."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from giz_gesprek.content.texts import register_of
from giz_gesprek.conversation.answers import Answer, AnswerState, OwnWords
from giz_gesprek.conversation.beginning import phase_of
from giz_gesprek.conversation.company import company_at
from giz_gesprek.conversation.looking_back import keep_what_helped, said_of_goal
from giz_gesprek.conversation.planning import look_back_on, talk_later_on
from giz_gesprek.conversation.records import answer_at, is_same, without_answer_at
from giz_gesprek.conversation.steps import HelpedStep, LaterDateStep
from giz_gesprek.conversation.wording import asked_wording

if TYPE_CHECKING:
    from giz_gesprek.content.library import Library
    from giz_gesprek.conversation.people import FamilySettings
    from giz_gesprek.conversation.steps import QuestionStep, Step
    from giz_gesprek.conversation.talk import Talk


def new_answer(
    step: QuestionStep,
    settings: FamilySettings,
    state: AnswerState,
    choice: str | None,
    words: OwnWords | None,
    *,
    at: datetime,
) -> Answer:
    """Return the answer to the question of ``step``, asked as the family likes the words."""
    return Answer(
        question=step.question,
        state=state,
        choice=choice,
        words=words,
        at=at,
        text_register=register_of(settings.rung),
        language=settings.language,
    )


def says_the_same(earlier: Answer, kept: Answer | None) -> bool:
    """Tell whether an answer says what stood there before, by the same people."""
    if kept is None or not is_same(earlier, kept) or kept.present != earlier.present:
        return False
    return _authors(earlier) == _authors(kept)


def _authors(answer: Answer) -> frozenset[str]:
    return frozenset(answer.words.authors) if answer.words is not None else frozenset()


def without_words(talk: Talk, step: Step) -> Talk:
    """Return the talk without own words at ``step``; any other answer stays."""
    earlier = answer_at(talk, step)
    if earlier is None or earlier.words is None:
        return talk
    return without_answer_at(talk, step)


def with_day(talk: Talk, step: Step, day: date | None) -> Talk:
    """Return the talk with the day that ``step`` asks for, or with none."""
    if isinstance(step, LaterDateStep):
        return talk_later_on(talk, step.topic, step.child_id, day)
    return look_back_on(talk, day)


def with_typed(talk: Talk, step: Step, own: OwnWords | None) -> Talk:
    """Return the talk with what helped with a goal; at a question without own words.

    The same talk where that says the same.
    """
    if not isinstance(step, HelpedStep):
        return without_words(talk, step)
    said = said_of_goal(talk, step.goal)
    before = said.helped.text if said is not None and said.helped is not None else None
    if before == (own.text if own is not None else None):
        return talk
    return keep_what_helped(talk, step.goal, own)


def wording_at(library: Library, talk: Talk, step: QuestionStep) -> dict[str, str]:
    """Return the standard texts of what is asked at ``step``, by text id."""
    settings = talk.family.settings
    return asked_wording(
        library,
        step,
        language=settings.language,
        phase=phase_of(talk, step.child_id),
        address=settings.address,
        company=company_at(talk),
    )
