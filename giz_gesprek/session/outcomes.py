"""What can be said of a goal or a step of the time before, in order, by the ids of its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from giz_gesprek.conversation.looked_back import Outcome

OUTCOMES: Final[dict[Outcome, str]] = {
    "reached": "looked_back.reached",
    "a_little": "looked_back.a_little",
    "not_reached": "looked_back.not_reached",
    "dont_know": "looked_back.dont_know",
}
