"""Where a conversation goes on that was left at a step which is on the agenda no more.

A topic was taken away, an answer hid a question, or an earlier release had a screen there. Pure:
looks at steps and never at what was said.
"""

from __future__ import annotations

from collections.abc import Sequence

from giz_gesprek.conversation.position import Position
from giz_gesprek.conversation.steps import (
    AgainStep,
    GoalsStep,
    PageStep,
    PracticeStep,
    QuestionStep,
    Step,
    TriangleStep,
)


def place_instead(steps: Sequence[Step], position: Position) -> int:
    """Return where in ``steps`` to go on instead of ``position``, which is not among them."""
    match position.kind:
        case "opening" | "turn":
            found = _first_question(steps, position)
        case "page":
            # What is agreed is heard again rather than passed.
            found = _first(steps, PageStep)
        case (
            "practice_skip"
            | "practice"
            | "child_consent"
            | "since"
            | "hard_days"
            | "reached"
            | "left"
            | "again"
        ):
            # Whoever sat there or practised before is asked no more: it begins.
            kinds = (PracticeStep, AgainStep, TriangleStep, GoalsStep)
            begins = (_first(steps, kind) for kind in kinds)
            found = next((place for place in begins if place is not None), None)
        case "triangle":
            # There is no side left to choose, or enough was talked about.
            found = _first(steps, GoalsStep)
        case "around":
            found = _first(steps, GoalsStep)
        case "read_back":
            found = _after_last_question(steps, position)
        case "side_by_side":
            found = _first_question(steps, position)
        case _:
            found = None
    return _most_alike(steps, position) if found is None else found


def _first(steps: Sequence[Step], kind: type[Step]) -> int | None:
    return next((place for place, step in enumerate(steps) if isinstance(step, kind)), None)


def _first_question(steps: Sequence[Step], position: Position) -> int | None:
    """Return the first question of what began at ``position``: a topic, a turn, a conclusion."""
    for place, step in enumerate(steps):
        if not isinstance(step, QuestionStep):
            continue
        same_topic = position.topic is None or step.topic == position.topic
        here = (step.person_id, step.child_id) == (position.person_id, position.child_id)
        if same_topic and here and _is_on_side(steps[:place], position.side):
            return place
    return None


def _after_last_question(steps: Sequence[Step], position: Position) -> int | None:
    """Return what comes after somebody's questions on a topic, all of which were asked."""
    here = (position.topic, position.child_id, position.person_id)
    asked = [
        place
        for place, step in enumerate(steps)
        if isinstance(step, QuestionStep) and (step.topic, step.child_id, step.person_id) == here
    ]
    return asked[-1] + 1 if asked else None


def _is_on_side(before: Sequence[Step], side: str | None) -> bool:
    """Tell whether the steps before a question end on this side; None is any side."""
    sides = [step.position.side for step in before if step.position.side is not None]
    return side is None or sides[-1:] == [side]


def _most_alike(steps: Sequence[Step], position: Position) -> int:
    likeness = [_likeness(step.position, position) for step in steps]
    best = max(likeness)
    same_topic, same_person, *_rest = best
    if position.topic and not same_topic and not (position.person_id and same_person):
        # Only the topic told where it was, and that is gone: choose anew what to talk about.
        choosing = AgainStep | TriangleStep
        places = [place for place, step in enumerate(steps) if isinstance(step, choosing)]
        return places[-1] if places else len(steps) - 1
    # Of equals the last one: what lies before it has been done already.
    return len(likeness) - 1 - likeness[::-1].index(best)


def _likeness(step: Position, position: Position) -> tuple[int, ...]:
    """Rank by topic first, then person, side and kind: a lost question falls on its neighbour."""
    return (
        int(step.topic == position.topic and step.child_id == position.child_id),
        int(step.person_id == position.person_id),
        int(step.side == position.side and step.visit == position.visit),
        int(step.kind == position.kind),
    )
