"""Sound through what there is at this moment: heard whole, silent at once, or an honest error.

Decides when a sound was heard and when a device is given up. How sound gets to it is for
:mod:`giz_gesprek.speech.worker.pulse` and :mod:`giz_gesprek.speech.worker.sound_card`.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import closing
from typing import Final, Protocol

from giz_gesprek.speech.worker.faults import NoAudioDevice
from giz_gesprek.speech.worker.pulse import PulseServer, PulseStream
from giz_gesprek.speech.worker.sound_card import SoundCard
from giz_gesprek.speech.worker.sources import Speech

_LOOK_AGAIN: Final = 0.01
_LONGEST_LOOK: Final = 0.5
_STALLED_SECONDS: Final = 6.0
"""Three times what a sound server takes at once; a wireless headset that wakes up needs four."""
_LAST_MILLISECONDS: Final = 60
"""What the device itself may keep besides: silence, when the end is told."""


class Output(Protocol):
    """A way for one sound."""

    def start(self) -> None:
        """Let it begin.

        Raises:
            NoAudioDevice: it is refused.

        """

    def heard(self) -> int:
        """Return how many samples were heard so far, silence after the end among them.

        Raises:
            NoAudioDevice: the device says that it is gone.

        """

    def close(self) -> None:
        """Be silent, and let go of the device."""


class Player:
    """Plays one sound at a time. ``hush`` may be called from any thread."""

    def __init__(self) -> None:
        """Open nothing yet."""
        self._hushed = threading.Event()
        self._server: PulseServer | None = None

    @property
    def is_hushed(self) -> bool:
        """Whether what is being made or played is no longer wanted."""
        return self._hushed.is_set()

    def hush(self) -> None:
        """Be silent, until ``allow``."""
        self._hushed.set()

    def allow(self) -> None:
        """Take back ``hush``, for the next sound."""
        self._hushed.clear()

    def prepare(self) -> None:
        """Find the sound server, so that the first sound need not wait for it."""
        if self._server is not None and not self._server.answers:
            self._server.close()
            self._server = None
        if self._server is None:
            try:
                self._server = PulseServer()
            except NoAudioDevice:
                return

    def play(
        self, speech: Speech, *, started: Callable[[], None], heard: Callable[[int], None]
    ) -> bool:
        """Play, and return when all of it was heard; False when it was hushed.

        Args:
            speech: what to play.
            started: called when the first sound was heard.
            heard: called after that, many times, with the number of samples that were heard.

        Raises:
            NoAudioDevice: there is none, or it takes no sound.

        """
        if self._hushed.is_set():
            return False
        end = speech.frames + speech.samples_per_second * _LAST_MILLISECONDS // 1000
        with closing(self._opened(speech)) as output:
            output.start()
            place, waited, looked = 0, 0.0, time.monotonic()
            while place < end:
                if self._hushed.wait(_LOOK_AGAIN):
                    return False
                before, place = place, output.heard()
                # A computer that slept in between waited for nothing.
                waited += min(time.monotonic() - looked, _LONGEST_LOOK)
                looked = time.monotonic()
                if place > before:
                    waited = 0.0
                    if before == 0:
                        started()
                    heard(place)
                elif waited > _STALLED_SECONDS:
                    raise NoAudioDevice
        return True

    def _opened(self, speech: Speech) -> Output:
        self.prepare()
        if self._server is not None:
            try:
                return PulseStream(self._server, speech)
            except NoAudioDevice:
                pass
        return SoundCard(speech)
