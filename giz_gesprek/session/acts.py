"""What people can do on a step, as values: a screen and a line of text send the same ones.

Owns their names. What each one does to the conversation is in ``performing``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias

from giz_gesprek.conversation.answers import AnswerState
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.position import Step
from giz_gesprek.session.plan_edit import PlanEdit
from giz_gesprek.summary.audience import Readers


@dataclass(frozen=True)
class GoNext:
    """On to the next step; nothing to keep. ``notice`` is the id of a text to show there."""

    notice: str | None = None


@dataclass(frozen=True)
class GiveChoice:
    """A choice of the scale was made and confirmed."""

    choice: str


@dataclass(frozen=True)
class GiveState:
    """That somebody does not know or would rather not say was confirmed."""

    state: AnswerState


@dataclass(frozen=True)
class GiveWords:
    """Own words are ready to be kept; empty text means that nothing was said."""

    text: str


@dataclass(frozen=True)
class GiveDay:
    """A day was chosen, or left open."""

    day: date | None


@dataclass(frozen=True)
class GiveConsent:
    """Somebody wants to talk, or does not; a young person may not know, which is None."""

    wants_to_talk: bool | None


@dataclass(frozen=True)
class Tell:
    """A sentence for everybody at the table, by its text id; nothing else happens."""

    text_id: str


@dataclass(frozen=True)
class OpenSide:
    """A side of the triangle was chosen."""

    side: str


@dataclass(frozen=True)
class ToggleTopic:
    """A topic was chosen, or left again."""

    side: str
    topic: str


@dataclass(frozen=True)
class AnotherTopic:
    """Another topic is to be talked about after all, of any side."""


@dataclass(frozen=True)
class AddTopic:
    """The professional wants to add a topic of this side."""

    side: str


@dataclass(frozen=True)
class Jump:
    """On to a certain step."""

    step: Step


@dataclass(frozen=True)
class SeekAdvice:
    """The professional wants to ask others for advice on the topic of this step."""


@dataclass(frozen=True)
class LeaveAdvice:
    """The professional takes that back."""


@dataclass(frozen=True)
class PointAt:
    """The parent pointed at the topic that comes first, or at none; ``child_id`` as in a view."""

    topic: str | None
    child_id: str | None = None


@dataclass(frozen=True)
class EditPlan:
    """Something of the plan is to be written: which part, and of which goal or step."""

    edit: PlanEdit
    part_id: str = ""


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
class Resume:
    """On to where the conversation was left."""


@dataclass(frozen=True)
class MakePaper:
    """A paper is to be made."""

    audience: Readers


@dataclass(frozen=True)
class ShowCard:
    """The small card is to be shown."""


@dataclass(frozen=True)
class Finish:
    """The conversation is done."""


@dataclass(frozen=True)
class Reopen:
    """A finished conversation is to be opened again."""


@dataclass(frozen=True)
class Delete:
    """After a no: what was written is to be deleted."""


@dataclass(frozen=True)
class GoBack:
    """To the step before. ``typed`` are own words that stand in the field; they are kept."""

    typed: str | None = None


@dataclass(frozen=True)
class Skip:
    """Pass the step; what was typed or answered stays."""

    typed: str | None = None


@dataclass(frozen=True)
class Enough:
    """Enough for today: to the report of what was said so far."""

    typed: str | None = None


@dataclass(frozen=True)
class Pause:
    """Ask: go on, enough for today, or stop and keep everything."""

    typed: str | None = None


@dataclass(frozen=True)
class SetTable:
    """Somebody comes to the table or leaves it."""

    typed: str | None = None


@dataclass(frozen=True)
class ChangeRung:
    """Show the same step in easier words (1), or one rung back (-1)."""

    by: int


@dataclass(frozen=True)
class ShowExample:
    """Show an example of an answer; the professional can write one."""

    text_id: str | None


Act: TypeAlias = (
    GoNext
    | GiveChoice
    | GiveState
    | GiveWords
    | GiveDay
    | GiveConsent
    | Tell
    | OpenSide
    | ToggleTopic
    | AnotherTopic
    | AddTopic
    | Jump
    | SeekAdvice
    | PointAt
    | LeaveAdvice
    | EditPlan
    | ChangeLine
    | RemoveLine
    | OfReport
    | Resume
    | MakePaper
    | ShowCard
    | Finish
    | Reopen
    | Delete
    | GoBack
    | Skip
    | Enough
    | Pause
    | SetTable
    | ChangeRung
    | ShowExample
)

LEAVING: Final = (
    GoNext,
    GiveChoice,
    GiveState,
    GiveWords,
    GiveDay,
    GiveConsent,
    OpenSide,
    Jump,
    PointAt,
    Resume,
)
"""What ends the step it was sent from: sent twice, the second is about no other step."""

ASKING: Final = (
    AnotherTopic,
    AddTopic,
    SeekAdvice,
    LeaveAdvice,
    EditPlan,
    ChangeLine,
    RemoveLine,
    OfReport,
    MakePaper,
    ShowCard,
    Delete,
    Finish,
    Pause,
    SetTable,
    ShowExample,
)
"""What asks something before it is done; see ``performing.asks_first``."""
