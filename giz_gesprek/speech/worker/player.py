"""Sound through the device of this moment: heard at once, silent at once, or an honest error.

Owns miniaudio. The device is opened for each text, so that a headset that was plugged in since
is found, and no device is kept awake in a pause.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

from giz_gesprek.speech.protocol import LATENCY_VARIABLE
from giz_gesprek.speech.worker.faults import NoAudioDevice
from giz_gesprek.speech.worker.no_network import miniaudio
from giz_gesprek.speech.worker.sources import Speech

_PERIOD_MILLISECONDS: Final = 20
_PERIODS: Final = 3
_DEVICE_MILLISECONDS: Final = _PERIODS * _PERIOD_MILLISECONDS
_USUAL_LATENCY: Final = "60"
_WAKING_SECONDS: Final = 4.0
"""A wireless headset takes a while to wake up."""
_STALLED_SECONDS: Final = 1.5
_BACKENDS: Final = {
    "darwin": ("COREAUDIO",),
    "linux": ("PULSEAUDIO", "ALSA", "JACK"),
    "win32": ("WASAPI", "DSOUND", "WINMM"),
}


class Device(NamedTuple):
    """Where sound would go: the sound system, and the first device it names."""

    system: str
    name: str


class Player:
    """Plays one sound at a time. ``hush`` may be called from any thread."""

    def __init__(self) -> None:
        """Open nothing yet."""
        self._hushed = threading.Event()
        self._moved = threading.Event()

    @property
    def is_hushed(self) -> bool:
        """Whether what is being made or played is no longer wanted."""
        return self._hushed.is_set()

    def hush(self) -> None:
        """Be silent, until ``allow``."""
        self._hushed.set()
        self._moved.set()

    def allow(self) -> None:
        """Take back ``hush``, for the next sound."""
        self._hushed.clear()

    def play(
        self, speech: Speech, *, started: Callable[[], None], heard: Callable[[int], None]
    ) -> bool:
        """Play, and return when all of it was heard; False when it was hushed.

        Args:
            speech: what to play.
            started: called when the device has accepted the first sound.
            heard: called many times, with the number of samples that were heard.

        Raises:
            NoAudioDevice: there is none, or it takes no sound.

        """
        if self._hushed.is_set():
            return False
        tail = speech.samples_per_second * (_DEVICE_MILLISECONDS + _latency()) // 1000
        late = speech.samples_per_second * _DEVICE_MILLISECONDS // 1000
        feed = _Feed(speech.samples, self._hushed, self._moved)
        with _opened(speech.samples_per_second) as device:
            _start(device, feed)
            is_started = False
            while feed.asked < speech.frames + tail:
                if not self._moved.wait(_STALLED_SECONDS if is_started else _WAKING_SECONDS):
                    raise NoAudioDevice
                self._moved.clear()
                if self._hushed.is_set():
                    return False
                if not is_started and feed.asked:
                    is_started = True
                    started()
                heard(max(0, feed.asked - late))
        return True


class _Feed:
    """What the device takes its sound from, on a thread of its own."""

    def __init__(self, samples: bytes, hushed: threading.Event, moved: threading.Event) -> None:
        self.asked = 0
        self._samples = samples
        self._hushed = hushed
        self._moved = moved

    def frames(self) -> Generator[bytes, int, None]:
        """Give as many samples as are asked for; silence after the end, and when hushed."""
        count = yield b""
        while True:
            begin = self.asked * 2
            self.asked += count
            self._moved.set()
            wanted = b"" if self._hushed.is_set() else self._samples[begin : begin + count * 2]
            count = yield wanted.ljust(count * 2, b"\0")


@contextmanager
def _opened(samples_per_second: int) -> Iterator[miniaudio.PlaybackDevice]:
    try:
        device = miniaudio.PlaybackDevice(
            miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=samples_per_second,
            buffersize_msec=_PERIOD_MILLISECONDS,
            callback_periods=_PERIODS,
            backends=_backends(),
            app_name="giz-gesprek",
        )
    except miniaudio.MiniaudioError:
        raise NoAudioDevice from None
    try:
        yield device
    finally:
        device.close()
        # miniaudio leaves this to the end of the process: four open files a sentence.
        miniaudio.lib.ma_context_uninit(device._context)  # noqa: SLF001


def _latency() -> int:
    """Return how many milliseconds the sound system may keep besides the device."""
    chosen = os.environ.get(LATENCY_VARIABLE, _USUAL_LATENCY)
    return int(chosen if chosen.isdecimal() else _USUAL_LATENCY)


def _start(device: miniaudio.PlaybackDevice, feed: _Feed) -> None:
    frames = feed.frames()
    next(frames)
    try:
        device.start(frames)
    except miniaudio.MiniaudioError:
        raise NoAudioDevice from None


def _backends() -> list[miniaudio.Backend]:
    """Return the sound systems to try. Never the silent one, on which everything works."""
    return [miniaudio.Backend[name] for name in _BACKENDS.get(sys.platform, _BACKENDS["linux"])]


def find_device() -> Device | None:
    """Open the device that sound would go to, and return what is known of it."""
    samples_per_second = 22_050
    try:
        with _opened(samples_per_second) as device:
            system: str = device.backend
    except NoAudioDevice:
        return None
    try:
        names = [each["name"] for each in miniaudio.Devices(_backends()).get_playbacks()]
    except miniaudio.MiniaudioError:
        names = []
    return Device(system, names[0] if names else "")
