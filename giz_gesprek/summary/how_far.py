"""How far a topic was talked about, by what was answered on it, whoever did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from giz_gesprek.summary.items import (
    AdviceUnanswered,
    AnswerGiven,
    ConclusionMade,
    OnTopic,
    TopicAdded,
    Unanswered,
)

_TALKED: Final = "document.status_talked"
_UNKNOWN: Final = "document.status_unknown"


def how_far(group: Sequence[OnTopic]) -> str:
    """Return the text that says how far the topic of ``group`` was talked about."""
    answers = [
        item.answer for item in group if isinstance(item, AnswerGiven | ConclusionMade | Unanswered)
    ]
    states = {answer.state for answer in answers if answer is not None}
    if any(isinstance(item, AdviceUnanswered) for item in group) or "answered" in states:
        return _TALKED
    if "dont_know" in states:
        return _UNKNOWN
    added = any(isinstance(item, TopicAdded) for item in group)
    return "document.status_proposed" if added else "document.status_none"


def was_talked_about(group: Sequence[OnTopic]) -> bool:
    """Tell whether somebody answered anything, if only that they do not know."""
    return how_far(group) in {_TALKED, _UNKNOWN}
