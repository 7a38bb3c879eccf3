"""A box over the screen that can be read aloud. Its upper edge says what F2 does: no row is lost.

Knows no dialog: whoever is a box has an ``#box``, and a ``VoiceNote`` in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar

from textual import events, on
from textual.content import Content
from textual.style import Style

from giz_gesprek.tui.reading import states
from giz_gesprek.tui.reading.aloud import Aloud
from giz_gesprek.tui.reading.parts import Outline, Part, parts_in
from giz_gesprek.tui.reading.screen import ReadableScreen
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.screen import Screen

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.tui.reading.voice import Wishes

Result = TypeVar("Result")
_BOX: Final = "#box"


class VoiceNote(Said):
    """Where a box tells about the voice; takes no room until then."""

    DEFAULT_CSS = "VoiceNote { display: none; }"

    def __init__(self) -> None:
        super().__init__(id="box-voice")


class BoxPlace:
    """What is read of a box: what stands in it, its buttons included, then its lower edge."""

    def __init__(self, screen: Screen[Any], book: Callable[[], Phrasebook]) -> None:
        """Read the box of ``screen``; ``book`` has the words in which the voice is told about."""
        self._screen = screen
        self._book = book

    def main_parts(self) -> Iterator[Part]:
        """Yield what stands in the box."""
        yield from parts_in(self._screen.query_one(_BOX))

    def other_parts(self) -> Iterator[Part]:
        """Yield what the lower edge says."""
        box = self._screen.query_one(_BOX)
        if box.border_subtitle:
            yield Part(self._book().text("help.words_hint"), box, Outline(box))

    def show_keys(self, wishes: Wishes, *, speaking: bool) -> None:
        """Show at the upper edge what the keys do."""
        keys = states.keys(self._book(), wishes.rate if speaking else None)
        parts: list[Content | tuple[str, Style]] = []
        for key, action, words in keys:
            mark = Style.from_meta({states.MARK: action})
            parts += [Content(" · ")] * bool(parts) + [(f"{key.upper()} {words}", mark)]
        for box in self._screen.query(_BOX):
            box.border_title = Content.assemble(*parts)

    def tell_about_voice(self, text_id: str) -> None:
        """Show a text in the box."""
        place = self._screen.query_one(VoiceNote)
        place.update(self._book().text(text_id))
        place.set_class(text_id not in states.PACES.values(), "problem")
        place.display = True
        place.call_after_refresh(place.scroll_visible, animate=False)

    def take_back_about_voice(self) -> None:
        """Give back the room of what was told about the voice."""
        self._screen.query_one(VoiceNote).display = False


class ReadableBox(ReadableScreen[Result]):
    """A box with the keys of the voice at its upper edge."""

    READS_BY_ITSELF: ClassVar[bool] = True
    """Whether a family that wants to be read to hears this box as soon as it opens."""

    def read_from(self, book: Callable[[], Phrasebook]) -> None:
        """Tell about the voice in the words of ``book``."""
        self.aloud = Aloud(self, BoxPlace(self, book))

    def on_mount(self) -> None:
        """Say what F2 does, and read to who wants to be read to."""
        self.aloud.show_reading(speaking=False)
        if self.READS_BY_ITSELF:
            # Some boxes fill themselves when they are mounted.
            self.call_after_refresh(self.aloud.read_by_itself)

    def action_speech_rate(self) -> None:
        """Take the next speed of what is being read; of nothing else.

        The key is shown only while something is read, and who types on after a box came over the
        field means a letter.
        """
        if self.aloud.voiced.reader.has_interrupted:
            super().action_speech_rate()

    @on(events.Click)
    async def do_pointed_at(self, event: events.Click) -> None:
        """Do what the key does that was pointed at."""
        if states.MARK in event.style.meta:
            event.stop()
            self.aloud.voiced.reader.interrupt()
            await self.run_action(event.style.meta[states.MARK])
