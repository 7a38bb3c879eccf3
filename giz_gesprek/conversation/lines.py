"""One line of what was written, so that the person who said it can change it or take it away.

A removed line leaves the document here; whoever stores it also forgets it in the change log.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from giz_gesprek.conversation.again import without_face_of_then
from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.gathering import say_other_parent, say_why_so_many, take_away
from giz_gesprek.conversation.hard_days import change as change_hard_day
from giz_gesprek.conversation.hard_days import stands
from giz_gesprek.conversation.keeping_plan import called_first, coordinated_by
from giz_gesprek.conversation.left import without_settled
from giz_gesprek.conversation.looking_back import keep_what_helped, said_of_goal, take_back
from giz_gesprek.conversation.plan import Goal
from giz_gesprek.conversation.planning import (
    change_goal,
    change_plan_step,
    goal_of,
    leave_programme,
    look_back_on,
    plan_step_of,
    point_at,
    remove_goal,
    remove_plan_step,
    say_why,
    talk_later_on,
)
from giz_gesprek.conversation.records import answer_at, with_answer, without_answer_at
from giz_gesprek.conversation.steps import (
    HelpedStep,
    LaterDateStep,
    LookBackStep,
    QuestionStep,
    ReachedStep,
    SinceStep,
    Step,
    WholeStep,
)
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.telling_back import tell_back, without_told_words

_OF_THE_PLAN: Final = frozenset(
    {
        *("comes_first", "goal", "why", "told_back", "plan_step", "programme"),
        *("coordinator", "first_contact", "look_back"),
    }
)


@dataclass(frozen=True)
class Line:
    """The address of one line: an answer, why a topic was added, a part of the plan.

    ``step`` is set for an answer (its question step) and for ``later_on``; ``id`` for a goal, also
    of the conversation before and for what helped with it, a step of the plan, help for a goal,
    why it matters and how it was told back (as the goal), for somebody around the family and, as
    the topic, for an added topic; as the question, for an answer of the time before about hard
    days; of what a conversation before left, its name. ``programme`` is which help.
    """

    kind: Literal[
        "answer",
        "added_topic",
        "comes_first",
        "goal",
        "why",
        "told_back",
        "plan_step",
        "programme",
        "coordinator",
        "first_contact",
        "look_back",
        "looked_back",
        "helped",
        "hard_day",
        "since",
        "around",
        "other_parent",
        "many_professionals",
        "left_before",
        "later_on",
    ]
    step: QuestionStep | LaterDateStep | None = None
    id: str | None = None
    programme: str | None = None

    @property
    def key(self) -> str:
        """The name of this line in the change log, without anything that was said or chosen.

        The same as where the line was written: what is taken away is found there under one name.
        """
        if self.step is not None:
            return self.step.key
        if self.kind == "left_before":
            return self.id or ""
        written_at: dict[str, Step] = {
            "look_back": LookBackStep(),
            "comes_first": WholeStep(),
            "since": SinceStep(),
            "looked_back": ReachedStep(goal=self.id or ""),
            "helped": HelpedStep(goal=self.id or ""),
            "hard_day": QuestionStep(question=self.id or ""),
        }
        if self.kind in written_at:
            return written_at[self.kind].key
        named = {
            "goal": "goal",
            "why": "why",
            "told_back": "told_back",
            "plan_step": "step",
            "programme": "help",
            "added_topic": "added_topic",
            "around": "around",
        }
        of_around = {"many_professionals": "around:many", "other_parent": "around:other-parent"}
        if self.kind in named:
            return f"{named[self.kind]}:{self.id}"
        return of_around.get(self.kind, self.kind)


def words_at(talk: Talk, line: Line) -> OwnWords | None:
    """Return the own words on a line, or None for a choice, a date or an empty line."""
    if isinstance(line.step, QuestionStep):
        answer = answer_at(talk, line.step)
        return answer.words if answer is not None else None
    if line.kind in {"hard_day", "helped"}:
        return _words_of_before(talk, line)
    if line.kind in {"goal", "why", "told_back"}:
        return _words_of_goal(goal_of(talk.conversation.plan, line.id or ""), line.kind)
    if line.kind == "plan_step":
        return plan_step_of(talk.conversation.plan, line.id or "").what
    return _reason_at(talk, line)


def _reason_at(talk: Talk, line: Line) -> OwnWords | None:
    """Return why a topic was added, or why there are so many professionals."""
    if line.kind == "many_professionals":
        return talk.conversation.around.many_professionals
    added = (each for visit in talk.conversation.visits for each in visit.added)
    reasons = (each.reason for each in added if each.topic == line.id)
    return next(reasons, None) if line.kind == "added_topic" else None


def _words_of_before(talk: Talk, line: Line) -> OwnWords | None:
    """Return what stands of hard days, or what helped with a goal of the time before."""
    if line.kind == "hard_day":
        answer = stands(talk, line.id or "")
        return answer.words if answer is not None else None
    said = said_of_goal(talk, line.id or "")
    return said.helped if said is not None else None


def _words_of_goal(goal: Goal, kind: str) -> OwnWords | None:
    told = goal.told_back.words if goal.told_back is not None else None
    return {"goal": goal.words, "why": goal.why, "told_back": told}[kind]


def lines_of_goal(goal: Goal) -> tuple[Line, ...]:
    """Return everything that goes when a goal goes, but itself: its steps, its help, its words."""
    steps = tuple(Line(kind="plan_step", id=step.id) for step in goal.steps)
    words = (Line(kind="why", id=goal.id), Line(kind="told_back", id=goal.id))
    return (*steps, *words, Line(kind="programme", id=goal.id))


def change_words(talk: Talk, line: Line, words: OwnWords) -> Talk:
    """Return the talk with other own words on a line.

    Raises:
        ValueError: the line holds no own words.

    """
    change = _CHANGES.get(line.kind)
    if change is not None:
        return change(talk, line.id or "", words)
    if isinstance(line.step, QuestionStep):
        answer = answer_at(talk, line.step)
        if answer is not None and answer.words is not None:
            changed = answer.model_copy(update={"words": words, "at": words.at})
            return with_answer(talk, line.step, changed)
    message = "there are no own words on this line"
    raise ValueError(message)


def remove_line(talk: Talk, line: Line) -> Talk:
    """Return the talk without this line; every other line stays as it is."""
    if line.kind in _OF_THE_PLAN:
        return _without_part(talk, line)
    if line.kind in _WITHOUT:
        return _WITHOUT[line.kind](talk, line.id or "")
    if line.step is None:
        message = "this line has no address"
        raise ValueError(message)
    if isinstance(line.step, LaterDateStep):
        return talk_later_on(talk, line.step.topic, line.step.child_id, None)
    answer = answer_at(talk, line.step)
    if answer is not None and answer.stands:  # it was said all the same, and stays so
        return with_answer(talk, line.step, answer.model_copy(update={"stands": False}))
    return without_face_of_then(talk, without_answer_at(talk, line.step), line.step)


def _without_part(talk: Talk, line: Line) -> Talk:
    """Take away a part of the plan."""
    match line.kind:
        case "comes_first":
            left = point_at(talk, None, None)
        case "plan_step":
            left = remove_plan_step(talk, line.id or "")
        case "look_back":
            left = look_back_on(talk, None)
        case "coordinator":
            left = coordinated_by(talk, None)
        case "first_contact":
            left = called_first(talk, None)
        case _:
            left = _without_part_of_goal(talk, line, line.id or "")
    return left


def _without_part_of_goal(talk: Talk, line: Line, goal_id: str) -> Talk:
    match line.kind:
        case "why":
            left = say_why(talk, goal_id, None)
        case "told_back":
            left = without_told_words(talk, goal_id)
        case "programme":
            left = leave_programme(talk, goal_id, line.programme or "")
        case _:
            left = remove_goal(talk, goal_id)
    return left


def _with_other_words(talk: Talk, step_id: str, words: OwnWords) -> Talk:
    step = plan_step_of(talk.conversation.plan, step_id)
    return change_plan_step(talk, step.model_copy(update={"what": words}))


def _with_reason(talk: Talk, topic: str, reason: OwnWords | None) -> Talk:
    visits = tuple(
        visit.model_copy(
            update={
                "added": tuple(
                    added.model_copy(update={"reason": reason}) if added.topic == topic else added
                    for added in visit.added
                )
            }
        )
        for visit in talk.conversation.visits
    )
    return talk.changed(visits=visits)


_WITHOUT: Final[Mapping[str, Callable[[Talk, str], Talk]]] = {
    "added_topic": lambda talk, topic: _with_reason(talk, topic, None),
    "looked_back": take_back,
    "helped": lambda talk, goal_id: keep_what_helped(talk, goal_id, None),
    "left_before": without_settled,
    "around": take_away,
    "since": lambda talk, _id: talk.changed(since=None),
    "other_parent": lambda talk, _id: say_other_parent(talk, None),
    "many_professionals": lambda talk, _id: say_why_so_many(talk, None),
}
"""How a line that stands by itself is taken away, by its kind."""

_CHANGES: Final[Mapping[str, Callable[[Talk, str, OwnWords], Talk]]] = {
    "hard_day": change_hard_day,
    "helped": keep_what_helped,
    "goal": change_goal,
    "why": say_why,
    "told_back": tell_back,
    "plan_step": _with_other_words,
    "added_topic": _with_reason,
    "many_professionals": lambda talk, _id, words: say_why_so_many(talk, words),
}
