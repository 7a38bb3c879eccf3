"""A screen that can be read aloud: F2 reads it or is silent, V changes the speed.

Any screen takes part by saying what is read, in which words, and where it tells about the voice.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar, runtime_checkable

from textual import on
from textual.binding import Binding, BindingType
from textual.events import ScreenSuspend
from textual.screen import Screen

from giz_gesprek.errors import StoreError
from giz_gesprek.tui.reading import states
from giz_gesprek.tui.reading.parts import Part, parts_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

    from giz_gesprek.tui.reading.reader import Reader
    from giz_gesprek.tui.reading.voice import Wishes

Result = TypeVar("Result")


@runtime_checkable
class Voiced(Protocol):
    """An app with a voice. ``wishes`` are those of the people at the table."""

    wishes: Wishes
    reader: Reader

    def pronunciations(self, language: str) -> Mapping[str, str]:
        """Return how words of a language are said where the voice would say them wrongly."""


class ReadableScreen(Screen[Result]):
    """Reads what its parts are, from top to bottom."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(states.READ_KEY, "read_aloud", show=False),
        Binding(f"{states.PACE_KEY},{states.PACE_KEY.upper()}", "speech_rate", show=False),
    ]

    # What a screen provides.

    def main_parts(self) -> Iterable[Part]:
        """Return what is read first, and alone where a family is read to by itself."""
        return parts_in(self)

    def other_parts(self) -> Iterable[Part]:
        """Return what is read after it: the heading and the ways on."""
        return ()

    def tell_about_voice(self, text_id: str) -> None:
        """Show a text of the content about the voice."""
        raise NotImplementedError

    def take_back_about_voice(self) -> None:
        """Show no longer what was told about the voice."""
        raise NotImplementedError

    def show_reading(self, *, speaking: bool) -> None:
        """Show what F2 does now, and the speed while the voice reads."""
        raise NotImplementedError

    # What all of them do.

    @property
    def voiced(self) -> Voiced:
        """The app, whose voice this is."""
        app = self.app
        if not isinstance(app, Voiced):
            message = "this app has no voice"
            raise TypeError(message)
        return app

    def action_read_aloud(self) -> None:
        """Read the screen; the key that ended a reading only ends it."""
        if not self.voiced.reader.has_interrupted:
            # Whether there is a voice is being tried again.
            self.take_back_about_voice()
            self._read([*self.main_parts(), *self.other_parts()])

    def read_by_itself(self, *only: Widget) -> None:
        """Read the screen, or ``only`` these of it, where the family wants to be read to.

        After a failure it waits for F2: a family does not have to read the same sentence at every
        step. What is covered, by the lock as well, stays unread.
        """
        wanted = self.voiced.wishes.by_itself and not self.voiced.reader.has_failed
        if wanted and self.is_active:
            self._read(parts_in(*only) if only else self.main_parts())

    def _read(self, parts: Iterable[Part]) -> None:
        voiced = self.voiced
        voiced.reader.read(parts, voiced.wishes, voiced.pronunciations, self)

    def action_speech_rate(self) -> None:
        """Take the next speed; what was being read goes on with it."""
        voiced = self.voiced
        rate = voiced.wishes.next_rate
        try:
            voiced.wishes.keep_rate(rate)
        except StoreError:
            self.tell_about_voice("common.not_saved")
            return
        voiced.wishes = replace(voiced.wishes, rate=rate)
        if voiced.reader.has_interrupted:
            voiced.reader.go_on(rate)
        else:
            self.tell_about_voice(states.PACES[rate])

    def tell_reading_failed(self, code: str) -> None:
        """Say in plain words why there is no voice; everything else goes on."""
        self.tell_about_voice(states.problem(code))

    @on(ScreenSuspend)
    def be_silent(self) -> None:
        """Say nothing of what is covered or has gone."""
        # By then a dialog that covers it may be read already.
        self.voiced.reader.stop_for(self)
