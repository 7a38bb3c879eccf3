"""A screen that can be read aloud: F2 reads it or is silent, V changes the speed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.binding import Binding, BindingType
from textual.events import ScreenSuspend
from textual.screen import Screen

from giz_gesprek.tui.reading import states

if TYPE_CHECKING:
    from giz_gesprek.tui.reading.aloud import Aloud

Result = TypeVar("Result")


class ReadableScreen(Screen[Result]):
    """Has the keys of the voice; what they do is in ``aloud``, which each screen makes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(states.READ_KEY, "read_aloud", show=False),
        Binding(f"{states.PACE_KEY},{states.PACE_KEY.upper()}", "speech_rate", show=False),
    ]

    aloud: Aloud

    def action_read_aloud(self) -> None:
        """Read the screen, or be silent."""
        self.aloud.read_all()

    def action_speech_rate(self) -> None:
        """Take the next speed."""
        self.aloud.take_next_rate()

    @on(ScreenSuspend)
    def be_silent(self) -> None:
        """Say nothing of what is covered or has gone."""
        self.aloud.be_silent()
