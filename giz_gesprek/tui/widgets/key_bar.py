"""The row with what the function keys do; each one can also be pointed at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.containers import Container, Horizontal

from giz_gesprek.tui.reading.parts import Part
from giz_gesprek.tui.reading.pointing import PointedKey
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult


class KeyHint(Said, PointedKey):
    """One key and its words."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__()

    def say(self, words: str) -> None:
        """Show the key with other words."""
        self.update(f"{self.key.upper()} {words}")

    def readable(self) -> Iterator[Part]:
        """Yield nothing: F1 shows all keys with their words, and is read aloud there."""
        yield from ()

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        event.stop()
        self.app.simulate_key(self.key)


class State(Said):
    """What goes on at this moment."""

    def readable(self) -> Iterator[Part]:
        """Yield nothing: it changes while something is read."""
        yield from ()


class KeyBar(Container):
    """Key hints beside each other; on a narrow screen on two rows."""

    DEFAULT_CSS = """
    KeyBar { height: auto; layout: horizontal; background: $panel; color: $foreground; }
    KeyBar Horizontal { width: auto; height: 1; }
    KeyBar KeyHint, KeyBar State { width: auto; margin: 0 1 0 0; }
    """

    def __init__(self, first: Sequence[str], second: Sequence[str]) -> None:
        """Lay out two groups of keys; the words follow with ``say``."""
        super().__init__()
        self._state = State()
        self._groups = (tuple(first), tuple(second))

    def compose(self) -> ComposeResult:
        """Lay out the hints."""
        for group in self._groups:
            with Horizontal():
                if group is self._groups[0]:
                    yield self._state
                yield from (KeyHint(key) for key in group)

    def say(self, words: Mapping[str, str], state: str = "") -> None:
        """Show these words at their keys, behind a sentence; a key without words is left out."""
        self._state.display = bool(state)
        self._state.update(state)
        for hint in self.query(KeyHint):
            hint.display = hint.key in words
            hint.say(words.get(hint.key, ""))
