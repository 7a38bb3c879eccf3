"""On, back, elsewhere, or away from a step; and what is only looked at."""

from __future__ import annotations

from dataclasses import dataclass

from giz_gesprek.conversation.steps import Step


@dataclass(frozen=True)
class GoNext:
    """On to the next step; nothing to keep. ``notice`` is the id of a text to show there."""

    notice: str | None = None


@dataclass(frozen=True)
class Jump:
    """On to a certain step."""

    step: Step


@dataclass(frozen=True)
class Resume:
    """On to where the conversation was left."""


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
class TakeBack:
    """Somebody takes back everything that they said."""


@dataclass(frozen=True)
class SetTable:
    """Somebody comes to the table or leaves it."""

    typed: str | None = None


@dataclass(frozen=True)
class Tell:
    """A sentence for everybody at the table, by its text id; nothing else happens."""

    text_id: str


@dataclass(frozen=True)
class ChangeRung:
    """Show the same step in easier words (1), or one rung back (-1)."""

    by: int


@dataclass(frozen=True)
class ShowExample:
    """Show an example of an answer; the professional can write one."""

    text_id: str | None
