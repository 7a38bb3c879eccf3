"""A box over the screen that can be read aloud. Its upper edge says what F2 does: no row is lost.

Knows no dialog: whoever is a box has an ``#box``, and a ``VoiceNote`` in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events, on
from textual.content import Content
from textual.style import Style

from giz_gesprek.tui.reading import states
from giz_gesprek.tui.reading.parts import Part, parts_in
from giz_gesprek.tui.reading.screen import ReadableScreen
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from giz_gesprek.content.phrases import Phrasebook

Result = TypeVar("Result")


class VoiceNote(Said):
    """Where a box tells about the voice; takes no room until then."""

    DEFAULT_CSS = "VoiceNote { display: none; }"

    def __init__(self) -> None:
        super().__init__(id="box-voice")


class ReadableBox(ReadableScreen[Result]):
    """Reads what stands in the box, its buttons included."""

    READS_BY_ITSELF: ClassVar[bool] = True
    """Whether a family that wants to be read to hears this box as soon as it opens."""

    @property
    def book(self) -> Phrasebook:
        """The words in which the voice is talked about."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Say what F2 does, and read to who wants to be read to."""
        self.show_reading(speaking=False)
        if self.READS_BY_ITSELF:
            # Some boxes fill themselves when they are mounted.
            self.call_after_refresh(self.read_by_itself)

    def main_parts(self) -> Iterator[Part]:
        """Yield what stands in the box."""
        yield from parts_in(self.query_one("#box"))

    def show_reading(self, *, speaking: bool) -> None:
        """Show at the upper edge what the keys do."""
        keys = states.keys(self.book, self.voiced.wishes.rate if speaking else None)
        parts: list[Content | tuple[str, Style]] = []
        for key, action, words in keys:
            mark = Style.from_meta({states.MARK: action})
            parts += [Content(" · ")] * bool(parts) + [(f"{key.upper()} {words}", mark)]
        for box in self.query("#box"):
            box.border_title = Content.assemble(*parts)

    def tell_about_voice(self, text_id: str) -> None:
        """Show a text in the box."""
        place = self.query_one(VoiceNote)
        place.update(self.book.text(text_id))
        place.set_class(text_id not in states.PACES.values(), "problem")
        place.display = True
        place.call_after_refresh(place.scroll_visible, animate=False)

    def take_back_about_voice(self) -> None:
        """Give back the room of what was told about the voice."""
        self.query_one(VoiceNote).display = False

    @on(events.Click)
    async def do_pointed_at(self, event: events.Click) -> None:
        """Do what the key does that was pointed at."""
        if states.MARK in event.style.meta:
            event.stop()
            self.voiced.reader.interrupt()
            await self.run_action(event.style.meta[states.MARK])
