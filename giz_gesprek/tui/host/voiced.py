"""An app with a voice: any key and any press of the mouse silences it before it does anything.

Owns the voice and the reader. The voice runs in a process of its own; it is looked for when a
conversation is on the screen, and ended with the app.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from contextvars import copy_context
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.errors import NoWidget

from giz_gesprek.tui.host.guarded import GuardedApp
from giz_gesprek.tui.reading import states
from giz_gesprek.tui.reading.pointing import PointedKey
from giz_gesprek.tui.reading.reader import Reader
from giz_gesprek.tui.reading.voice import Tell, Voice, VoiceTold, Wishes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from giz_gesprek.speech import Event


class VoicedApp(GuardedApp):
    """Reads what screens give it to read. ``wishes`` are those of the people at the table."""

    def __init__(self) -> None:
        super().__init__()
        self.wishes = Wishes()
        self.reader = Reader(self.voice, self.set_timer)
        self._voice: Voice | None = None
        self._chosen: str | None = None

    def make_voice(self, tell: Tell) -> Voice:
        """Return a voice that gives its events to ``tell``."""
        # Nothing that is shown first needs a voice.
        from giz_gesprek.speech import SpeechClient

        return SpeechClient(tell)

    def voice(self) -> Voice:
        """Return the one voice of the app."""
        if self._voice is None:
            self._voice = self.make_voice(self._ear())
            self._voice.use(self._chosen)
        return self._voice

    def use_voice(self, chosen: str | None) -> None:
        """Read with the voice of this name from now on; None for the usual one."""
        self._chosen = chosen
        if self._voice is not None:
            self.reader.stop()
            self._voice.use(chosen)

    def _ear(self) -> Tell:
        """Return what takes events on a thread of the voice and hands them to the app."""
        loop, context = asyncio.get_running_loop(), copy_context()

        def tell(event: Event) -> None:
            # The last events can come when the app has gone.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self.post_message, VoiceTold(event), context=context)

        return tell

    def pronunciations(self, language: str) -> Mapping[str, str]:
        """Return how words of a language are said where the voice would say them wrongly."""
        raise NotImplementedError

    def warm_up_voice(self) -> None:
        """Make ready to read, so that the first word comes at once."""
        self.voice().warm_up()
        self._read_rules()

    @work(thread=True, exit_on_error=False)
    def _read_rules(self) -> None:
        from giz_gesprek.spoken import spoken_sentences

        language = self.wishes.language
        spoken_sentences("1", language=language, pronunciations=self.pronunciations(language))

    @on(VoiceTold)
    def follow_voice(self, event: VoiceTold) -> None:
        """Light what is said, and go on to the next sentence."""
        self.reader.take(event.event)

    async def on_event(self, event: events.Event) -> None:
        """Be silent at every key and press, before it does what it does."""
        if not event.is_forwarded and self._ends(event):
            self.reader.interrupt()
        await super().on_event(event)

    def _ends(self, event: events.Event) -> bool:
        if isinstance(event, events.MouseDown):
            # Who points at a key means the key, which then knows what it has ended.
            with suppress(NoWidget):
                under, _region = self.screen.get_widget_at(event.x, event.y)
                marked = states.MARK in self.screen.get_style_at(event.x, event.y).meta
                return not (marked or isinstance(under, PointedKey))
            return True
        return isinstance(event, events.Key | events.Paste)

    def lock(self) -> None:
        """Be silent, and cover everything."""
        self.reader.stop()
        super().lock()

    def bell(self) -> None:
        """Ring only while nobody is being read to."""
        if not self.reader.is_reading:
            super().bell()

    def on_unmount(self) -> None:
        """End the voice with the app."""
        self.reader.stop()
        if self._voice is not None:
            self._voice.close()
            self._voice = None
