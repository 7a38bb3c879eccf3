"""Sound through whatever miniaudio finds: ALSA, JACK, and the systems of Windows and macOS.

Owns miniaudio. The device is opened for each text, so that a headset that was plugged in since
is found, and no device is kept awake in a pause.
"""

from __future__ import annotations

import sys
from collections.abc import Generator, Sequence
from typing import Final, NamedTuple

from giz_gesprek.speech.worker.faults import NoAudioDevice
from giz_gesprek.speech.worker.no_network import miniaudio
from giz_gesprek.speech.worker.sources import Speech

_PERIOD_MILLISECONDS: Final = 20
_PERIODS: Final = 3
_BYTES: Final = 2
# Never the silent one, on which everything works.
_DIRECT: Final = {
    "darwin": ("COREAUDIO",),
    "linux": ("ALSA", "JACK"),
    "win32": ("WASAPI", "DSOUND", "WINMM"),
}.get(sys.platform, ("ALSA", "JACK"))
_ALL: Final = _DIRECT if sys.platform in {"darwin", "win32"} else ("PULSEAUDIO", *_DIRECT)


class Device(NamedTuple):
    """Where sound would go: the sound system, and the first device it names."""

    system: str
    name: str


class SoundCard:
    """A way for one sound, straight to a device."""

    def __init__(self, speech: Speech) -> None:
        """Open the device.

        Raises:
            NoAudioDevice: there is none.

        """
        self._samples = speech.samples
        self._asked = 0
        self._kept = speech.samples_per_second * _PERIODS * _PERIOD_MILLISECONDS // 1000
        self._device = _opened(speech.samples_per_second, _DIRECT)

    def start(self) -> None:
        """Let it begin.

        Raises:
            NoAudioDevice: the device does not take it.

        """
        frames = self._frames()
        next(frames)
        try:
            self._device.start(frames)
        except miniaudio.MiniaudioError:
            raise NoAudioDevice from None

    def heard(self) -> int:
        """Return how many samples were heard; after the end, silence is counted."""
        return max(0, self._asked - self._kept)

    def close(self) -> None:
        """Be silent."""
        _close(self._device)

    def _frames(self) -> Generator[bytes, int, None]:
        """Give as many samples as are asked for, on a thread of miniaudio; silence at the end."""
        count = yield b""
        while True:
            begin, size = self._asked * _BYTES, count * _BYTES
            self._asked += count
            count = yield self._samples[begin : begin + size].ljust(size, b"\0")


def find_device() -> Device | None:
    """Open the device that sound would go to, and return what is known of it."""
    try:
        device = _opened(22_050, _ALL)
    except NoAudioDevice:
        return None
    system: str = device.backend
    _close(device)
    try:
        names = [each["name"] for each in miniaudio.Devices(_backends(_ALL)).get_playbacks()]
    except miniaudio.MiniaudioError:
        names = []
    return Device(system, names[0] if names else "")


def at_rate(speech: Speech, samples_per_second: int) -> Speech:
    """Return the same sound with so many samples a second; where its words are is not kept."""
    if samples_per_second == speech.samples_per_second or not speech.samples:
        return Speech(speech.samples, samples_per_second)
    kind = miniaudio.SampleFormat.SIGNED16
    samples = miniaudio.convert_frames(
        *(kind, 1, speech.samples_per_second, speech.samples),
        *(kind, 1, samples_per_second),
    )
    return Speech(bytes(samples), samples_per_second)


def _opened(samples_per_second: int, systems: Sequence[str]) -> miniaudio.PlaybackDevice:
    try:
        return miniaudio.PlaybackDevice(
            miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=samples_per_second,
            buffersize_msec=_PERIOD_MILLISECONDS,
            callback_periods=_PERIODS,
            backends=_backends(systems),
            app_name="giz-gesprek",
        )
    except miniaudio.MiniaudioError:
        raise NoAudioDevice from None


def _close(device: miniaudio.PlaybackDevice) -> None:
    device.close()
    # miniaudio leaves this to the end of the process: four open files a sentence.
    miniaudio.lib.ma_context_uninit(device._context)  # noqa: SLF001


def _backends(systems: Sequence[str]) -> list[miniaudio.Backend]:
    return [miniaudio.Backend[name] for name in systems]
