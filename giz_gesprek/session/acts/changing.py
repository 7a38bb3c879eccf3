"""Changing what was written, and what is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from giz_gesprek.conversation.lines import Line
from giz_gesprek.session.plan_edit import PlanEdit

if TYPE_CHECKING:
    from giz_gesprek.summary.audience import Readers


@dataclass(frozen=True)
class EditPlan:
    """Something of the plan is to be written: which part, and of which goal or step."""

    edit: PlanEdit
    part_id: str = ""


AroundEdit = Literal["add", "other_parent", "change", "remove"]
"""What can be written of the people around the family."""


@dataclass(frozen=True)
class OpenAround:
    """The people around the family are to be looked at."""


@dataclass(frozen=True)
class KeepAround:
    """Somebody of the time before is still there; None: everybody is."""

    person_id: str | None


@dataclass(frozen=True)
class EditAround:
    """Something of the people around the family is to be written, and of whom."""

    edit: AroundEdit
    person_id: str = ""


@dataclass(frozen=True)
class ChangeLine:
    """What stands on a line is to be changed."""

    line: Line


@dataclass(frozen=True)
class RemoveLine:
    """A line is to be taken away."""

    line: Line


@dataclass(frozen=True)
class OfReport:
    """Of the report: what was not answered is to be let stand, or all is to be seen at once."""

    what: Literal["silences", "overview"]


@dataclass(frozen=True)
class MakePaper:
    """A paper is to be made."""

    audience: Readers


@dataclass(frozen=True)
class ShowCard:
    """The small card is to be shown."""


@dataclass(frozen=True)
class Share:
    """Something is to be shared with somebody outside the family, or taken back."""


@dataclass(frozen=True)
class Finish:
    """The conversation is done."""


@dataclass(frozen=True)
class Reopen:
    """A finished conversation is to be opened again."""


@dataclass(frozen=True)
class Delete:
    """After a no: what was written is to be deleted."""
