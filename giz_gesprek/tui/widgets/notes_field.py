"""A field for somebody's own words. While it has the focus, letters are text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.widgets import TextArea

from giz_gesprek.cleaning import as_lines
from giz_gesprek.conversation.text import cut_note, typed_unseen
from giz_gesprek.tui.reading.parts import READING, Part, Range
from giz_gesprek.tui.widgets.in_order import do_own_key

# The app uses these keys for itself, everywhere.
_FLOW_KEYS: Final = {"f6", "f7", "escape"}


def _without_flow_keys(bindings: list[BindingType]) -> list[BindingType]:
    kept = []
    for binding in bindings:
        keys = binding[0] if isinstance(binding, tuple) else binding.key
        if not _FLOW_KEYS & set(keys.split(",")):
            kept.append(binding)
    return kept


class NotesField(TextArea, inherit_bindings=False):
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

        self._spoken: tuple[Range | None, Range | None] = (None, None)

    def readable(self) -> Iterator[Part]:
        """Yield what was typed, as it is read aloud."""
        yield Part(self.text, self, self)

    def light_spoken(self, sentence: Range | None, word: Range | None) -> None:
        """Light what is spoken now and bring it into view; the cursor stays where it is."""
        self._spoken = (sentence, word)
        self.set_class(sentence is not None, READING)
        self.notify_style_update()
        self.refresh()
        if sentence is not None:
            before = self.text[: sentence[0]].split(self.document.newline)
            place = self.wrapped_document.location_to_offset((len(before) - 1, len(before[-1])))
            self.scroll_to_region(Region(0, place.y, 1, 1), animate=False)

    def get_line(self, line_index: int) -> Text:
        """Return a line of the text, with what is spoken lit."""
        line = super().get_line(line_index)
        if self._spoken == (None, None):
            return line
        length = len(self.document.newline)
        begin = sum(len(self.document[above]) + length for above in range(line_index))
        for style, place in zip(self._spoken_styles(), self._spoken, strict=True):
            if place is not None and place[1] > begin:
                line.stylize(style, max(place[0] - begin, 0), place[1] - begin)
        return line

    def _spoken_styles(self) -> tuple[Style, Style]:
        """Return the styles of ``lighting``, in the form in which a field is drawn."""
        colors = self.app.get_css_variables()
        sentence = Style(color=colors["foreground"], bgcolor=colors["spoken"], underline=True)
        return sentence, sentence + Style(bold=True, reverse=True)

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
        elif not event.is_printable and (typed := typed_unseen(event.character)):
            event.stop()
            event.prevent_default()
            self.replace(typed, *self.selection, maintain_selection_offset=False)
        else:
            await do_own_key(self, event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(as_lines(event.text), *self.selection, maintain_selection_offset=False)

    def on_text_area_changed(self) -> None:
        """Cut what is longer than the longest note, and say so."""
        if (text := cut_note(self.text)) != self.text:
            self.load_text(text)
            self.move_cursor(self.document.end)
            self.post_message(self.TooLong())
