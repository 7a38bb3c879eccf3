"""Something that holds or does not: ``[x]`` or ``[ ]``, told by the sign and not by colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from giz_gesprek.tui.widgets.said import Said


class Tick(Said, can_focus=True):
    """A sentence with a box before it; space, Enter and the mouse change it."""

    DEFAULT_CSS = """
    Tick { width: 1fr; padding: 0 1; }
    Tick:focus { text-style: bold reverse; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space,enter", "turn", show=False)]

    value: reactive[bool] = reactive(default=False, init=False)

    @dataclass
    class Turned(Message):
        """The box was changed."""

        tick: Tick
        value: bool

        @property
        def control(self) -> Tick:
            """The box, so that a handler can name it."""
            return self.tick

    def __init__(
        self,
        words: str,
        *,
        value: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        self._words = words
        super().__init__(self._line(value=value), id=id, classes=classes)
        self.set_reactive(Tick.value, value)

    def _line(self, *, value: bool) -> str:
        return f"[{'x' if value else ' '}] {self._words}"

    def watch_value(self, value: bool) -> None:  # noqa: FBT001 - Textual's signature
        """Show the sign."""
        self.update(self._line(value=value))

    def action_turn(self) -> None:
        """Change it."""
        self.value = not self.value
        self.post_message(self.Turned(self, self.value))

    def on_click(self) -> None:
        """Change it."""
        self.focus()
        self.action_turn()
