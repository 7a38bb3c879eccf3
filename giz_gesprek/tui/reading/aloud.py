"""Reading one screen aloud: what is read by which key, and what is told about the voice.

Any screen takes part with a ``ReadPlace``, which knows what stands on it and where it tells about
the voice. Knows no screen of the program.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from giz_gesprek.errors import StoreError
from giz_gesprek.tui.reading import states
from giz_gesprek.tui.reading.parts import is_new, parts_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.screen import Screen

    from giz_gesprek.tui.reading.parts import Part
    from giz_gesprek.tui.reading.reader import Reader
    from giz_gesprek.tui.reading.voice import Wishes


@runtime_checkable
class Voiced(Protocol):
    """An app with a voice. ``wishes`` are those of the people at the table."""

    wishes: Wishes
    reader: Reader

    def pronunciations(self, language: str) -> Mapping[str, str]:
        """Return how words of a language are said where the voice would say them wrongly."""


class ReadPlace(Protocol):
    """What is read of a screen, and where it tells about the voice."""

    def main_parts(self) -> Iterable[Part]:
        """Return what is read first, and alone where a family is read to by itself."""

    def other_parts(self) -> Iterable[Part]:
        """Return what is read after it: the heading and the ways on."""

    def tell_about_voice(self, text_id: str) -> None:
        """Show a text of the content about the voice."""

    def take_back_about_voice(self) -> None:
        """Show no longer what was told about the voice."""

    def show_keys(self, wishes: Wishes, *, speaking: bool) -> None:
        """Show what F2 does now, and the speed while the voice reads."""


class Aloud:
    """The voice of one screen; the reader tells it what happens."""

    def __init__(self, screen: Screen[Any], place: ReadPlace) -> None:
        self._screen = screen
        self._place = place

    @property
    def voiced(self) -> Voiced:
        """The app, whose voice this is."""
        app = self._screen.app
        if not isinstance(app, Voiced):
            message = "this app has no voice"
            raise TypeError(message)
        return app

    def parts(self) -> list[Part]:
        """Return everything that F2 reads, in order."""
        return [*self._place.main_parts(), *self._place.other_parts()]

    def read_all(self) -> None:
        """Read the screen; the key that ended a reading only ends it."""
        if not self.voiced.reader.has_interrupted:
            # Whether there is a voice is being tried again.
            self._place.take_back_about_voice()
            self._read(self.parts())

    def read_by_itself(self, only: str = "") -> None:
        """Read the screen, or ``only`` what has these ids, where the family wants to be read to.

        After a failure it waits for F2: a family does not have to read the same sentence at every
        step. What is covered, by the lock as well, stays unread.
        """
        wanted = self.voiced.wishes.by_itself and not self.voiced.reader.has_failed
        if wanted and self._screen.is_active:
            new = filter(is_new, self._place.main_parts())
            self._read(parts_in(*self._screen.query(only)) if only else new)

    def _read(self, parts: Iterable[Part]) -> None:
        voiced = self.voiced
        voiced.reader.read(parts, voiced.wishes, voiced.pronunciations, self)

    def take_next_rate(self) -> None:
        """Take the next speed; what was being read goes on with it."""
        voiced = self.voiced
        rate = voiced.wishes.next_rate
        try:
            voiced.wishes.keep_rate(rate)
        except StoreError:
            self._place.tell_about_voice("common.not_saved")
            return
        voiced.wishes = replace(voiced.wishes, rate=rate)
        if voiced.reader.has_interrupted:
            voiced.reader.go_on(rate)
        else:
            self._place.tell_about_voice(states.PACES[rate])

    def show_reading(self, *, speaking: bool) -> None:
        """Show what the keys do, while the voice reads or while it is silent."""
        self._place.show_keys(self.voiced.wishes, speaking=speaking)

    def tell_reading_failed(self, code: str) -> None:
        """Say in plain words why there is no voice; everything else goes on."""
        self._place.tell_about_voice(states.problem(code))

    def tell_other_voice(self) -> None:
        """Say in plain words that another voice reads than the chosen one."""
        self._place.tell_about_voice(states.OTHER_VOICE)

    def be_silent(self) -> None:
        """Say nothing of what is covered or has gone."""
        # By then a dialog that covers it may be read already.
        self.voiced.reader.stop_for(self)
