"""Whether a question is shown, from the answers given before it. Nothing is evaluated."""

from __future__ import annotations

from collections.abc import Iterable

from giz_gesprek.content.framework import Condition
from giz_gesprek.conversation.answers import Answer, find_answer


def holds(condition: Condition | None, answers: Iterable[Answer]) -> bool:
    """Tell whether ``condition`` is met by ``answers``; no condition is always met.

    A question that was not answered with a choice differs from every choice.
    """
    if condition is None:
        return True
    given = tuple(answers)
    if condition.all is not None:
        return all(holds(part, given) for part in condition.all)
    if condition.any is not None:
        return any(holds(part, given) for part in condition.any)
    answer = find_answer(given, condition.question or "")
    choice = answer.choice if answer is not None else None
    if condition.exists is not None:
        return (answer is not None and answer.state == "answered") == condition.exists
    if condition.equal is not None:
        return choice == condition.equal
    return choice != condition.differs
