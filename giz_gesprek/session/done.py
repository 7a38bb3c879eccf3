"""What follows an act, for whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Then = Literal["show", "stay", "leave"]
"""Show the step anew, leave the screen as it is, or close the conversation."""


@dataclass(frozen=True)
class Done:
    """What follows an act.

    Attributes:
        then: what the screen does.
        notice: the id of a text for everybody at the table.
        who: whom that text names.
        call_now: whom to call now is shown too.
        anew: nothing stands in the field any more, nor is anything lit, also on the same step.

    """

    then: Then = "show"
    notice: str | None = None
    who: str = ""
    call_now: bool = False
    anew: bool = False


STAY: Final = Done("stay")
LEAVE: Final = Done("leave")
