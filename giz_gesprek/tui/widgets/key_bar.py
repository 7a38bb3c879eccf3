"""The row with what the function keys do; each one can also be pointed at."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.containers import Container

from giz_gesprek.tui.widgets.said import Said


class KeyHint(Said):
    """One key and its words."""

    def __init__(self, key: str, words: str) -> None:
        self.key = key
        super().__init__()
        self.say(words)

    def say(self, words: str) -> None:
        """Show the key with other words."""
        self.update(f"{self.key.upper()} {words}")

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        event.stop()
        self.app.simulate_key(self.key)


class KeyBar(Container):
    """Key hints beside each other; on a narrow screen on more than one row."""

    DEFAULT_CSS = """
    KeyBar { height: auto; layout: grid; grid-size: 7; grid-columns: auto; grid-gutter: 0 1;
             background: $panel; color: $foreground; }
    KeyBar KeyHint { width: auto; }
    .-narrow KeyBar { grid-size: 3; }
    """

    def say(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show these keys with their words; only what differs is made anew."""
        shown = {hint.key: hint for hint in self.query(KeyHint)}
        for key, words in hints:
            if key in shown:
                shown[key].say(words)
            else:
                self.mount(KeyHint(key, words))
