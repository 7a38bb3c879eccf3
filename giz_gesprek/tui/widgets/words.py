"""A field for somebody's own words. While it has the focus, letters are text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final
from unicodedata import normalize

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import TextArea

from giz_gesprek.conversation.text import LONGEST_NOTE

# The app uses these keys for itself, everywhere.
_FLOW_KEYS: Final = {"f6", "f7", "escape"}


def _without_flow_keys(bindings: list[BindingType]) -> list[BindingType]:
    kept = []
    for binding in bindings:
        keys = binding[0] if isinstance(binding, tuple) else binding.key
        if not _FLOW_KEYS & set(keys.split(",")):
            kept.append(binding)
    return kept


class Words(TextArea, inherit_bindings=False):
    """Several lines of text; Enter goes on, ctrl+j or a paste makes a new line."""

    BINDINGS: ClassVar[list[BindingType]] = _without_flow_keys(TextArea.BINDINGS)

    @dataclass
    class Submitted(Message):
        """Enter was pressed."""

        text: str

    @dataclass
    class TooLong(Message):
        """More was typed or pasted than fits; the beginning was kept."""

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(
            text, id=id, soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False
        )

    def on_mount(self) -> None:
        """Stand behind what was written before."""
        self.move_cursor(self.document.end)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self.text))
        elif event.key == "ctrl+j":
            event.stop()
            event.prevent_default()
            self.insert("\n")
        elif event.key in _FLOW_KEYS:
            event.prevent_default()
        else:
            await super()._on_key(event)

    def on_text_area_changed(self) -> None:
        """Cut what is longer than the longest note, and say so."""
        # Counted as it will be kept: some letters become two then.
        text = normalize("NFC", self.text)
        if len(text) > LONGEST_NOTE:
            self.load_text(text[:LONGEST_NOTE])
            self.move_cursor(self.document.end)
            self.post_message(self.TooLong())
