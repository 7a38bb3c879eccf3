"""Asking for a day: what was typed is said back in words, and Enter alone keeps it.

Owns the sentences around a day, for a step and for a flow alike. Where the day goes is up to the
caller.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from giz_gesprek.session.dates import DayTyping, day_as_typed

if TYPE_CHECKING:
    from giz_gesprek.conversation.rhythm import Rhythm
    from giz_gesprek.plain.exchange import Exchange


class DayTold:
    """A day at one question. ``text`` is what was typed last, or what stands."""

    def __init__(
        self,
        exchange: Exchange,
        typing: DayTyping,
        today: date,
        day: date | None,
        text: str | None = None,
    ) -> None:
        """Begin with the ``day`` that stands, and with ``text`` that is no day yet."""
        self._exchange = exchange
        self._typing = typing
        self._today = today
        self.day = day
        self.rhythm: Rhythm | None = None
        self.text = day_as_typed(day) if text is None else text

    def take(self, line: str) -> bool:
        """Take a line; tell whether the day counts: it was said back, and Enter kept it."""
        if not line.strip():
            return True
        typed = self._typing.read(line, self._today)
        if typed.problem:
            self._exchange.lines.say(typed.problem)
        else:
            self.day, self.rhythm, self.text = typed.day, typed.rhythm, line
            self._exchange.lines.say(typed.words)
            self._exchange.tell("Enter", "button.confirm")
        return False
