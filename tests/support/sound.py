"""A sound card without sound: what the program plays is recorded, and can be compared.

A PulseAudio server of our own has one sink that goes nowhere, and ``parec`` records what arrives
there. Unlike ALSA's null device it takes sound at the speed of a real one.
"""

from __future__ import annotations

import math
import os
import subprocess
import tempfile
import threading
import time
from array import array
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

from tests.support.required import require_program
from tests.support.waiting import wait_until

DESCRIPTION: Final = "Silent"
RATE: Final = 22_050
"""Samples a second of what is recorded, whatever the sink has."""
FRAME: Final = RATE // 50
"""Twenty milliseconds."""
AUDIBLE: Final = 200.0
"""The root mean square of a frame with sound in it, of 32,768."""


class Setting(NamedTuple):
    """How the sink works, and how soon the recorder wants its sound.

    Nobody plays for himself alone: what one program asks of PulseAudio changes it for all. A
    recorder that asks for little at a time makes the server quick for the voice as well, and one
    that asks for nothing makes it prepare two seconds at once.
    """

    latency: int | None
    """Milliseconds; None for what PulseAudio does when nobody asks."""
    rate: int = RATE
    channels: int = 1

    def __str__(self) -> str:
        recorder = "default" if self.latency is None else f"{self.latency} ms"
        return f"{recorder}, {self.rate} x {self.channels}"


QUICK: Final = Setting(10)
UNASKED: Final = Setting(None)
SETTINGS: Final = tuple(
    Setting(latency, *sink) for sink in ((22_050, 1), (48_000, 2)) for latency in (None, 10, 200)
)


def at_best(measure: Callable[[], float], below: float) -> float:
    """Return the least of some measurements, or the first one below a limit.

    A busy computer makes one of them late; a mistake makes all of them late.
    """
    least = math.inf
    for _attempt in range(5):
        least = min(least, measure())
        if least < below:
            break
    return least


class NullSink:
    """The server, the sink and the recorder; leaving the context ends them."""

    def __init__(self, setting: Setting = QUICK) -> None:
        self._setting = setting

    def __enter__(self) -> Self:
        programs = {name: require_program(name) for name in ("pulseaudio", "parec")}
        # Not in the folder of the test: a socket has to have a short name.
        self._folder = tempfile.TemporaryDirectory(prefix="giz-sound-")
        socket = Path(self._folder.name) / "native"
        self.environment: Mapping[str, str] = {
            "PULSE_SERVER": f"unix:{socket}",
            "XDG_RUNTIME_DIR": self._folder.name,
        }
        environment = {**os.environ, **self.environment, "HOME": self._folder.name}
        del environment["PULSE_SERVER"]
        protocol = f"module-native-protocol-unix socket={socket} auth-anonymous=1"
        # Described: PulseAudio would say it in the language of whoever starts it.
        described = f"sink_properties=device.description={DESCRIPTION}"
        kind = f"rate={self._setting.rate} channels={self._setting.channels} format=s16le"
        sink = f"module-null-sink sink_name=giz {kind} {described}"
        self._server = subprocess.Popen(
            [
                *(programs["pulseaudio"], "-n", "--daemonize=no", "--exit-idle-time=-1"),
                *("--disable-shm=true", "--use-pid-file=no", "-L", protocol, "-L", sink),
            ],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until(socket.exists, "PulseAudio")
        latency = self._setting.latency
        self._recorder = subprocess.Popen(
            [
                *(programs["parec"], "--device=giz.monitor", "--raw", f"--rate={RATE}"),
                *("--channels=1", "--format=s16le"),
                *([] if latency is None else [f"--latency-msec={latency}"]),
            ],
            env={**environment, **self.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._recorded = bytearray()
        self._arrivals: list[tuple[int, float]] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        wait_until(lambda: self.now > 0, "the recorder")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for process in (self._recorder, self._server):
            process.terminate()
            process.wait()
        self._reader.join()
        assert self._recorder.stdout is not None
        self._recorder.stdout.close()
        self._folder.cleanup()

    @property
    def now(self) -> int:
        """How many samples were recorded so far."""
        return len(self._recorded) // 2

    def between(self, start: int, end: int | None = None) -> array[int]:
        """Return what was recorded from one moment to another, or until now."""
        samples = array("h")
        samples.frombytes(bytes(self._recorded[start * 2 : (self.now if end is None else end) * 2]))
        return samples

    def arrival(self, sample: int) -> float:
        """Return when a sample was recorded, as ``time.monotonic`` tells it.

        The recorder gets its samples in pieces of 10 to 60 milliseconds, so they are late by as
        much; a place in the recording tells less, because the server also plays ahead.
        """
        return self._arrivals[bisect_right(self._arrivals, (sample + 1, 0.0))][1]

    def let_pass(self, seconds: float) -> None:
        """Record so much more."""
        until = self.now + round(seconds * RATE)
        wait_until(lambda: self.now >= until, "the recorder")

    def _read(self) -> None:
        assert self._recorder.stdout is not None
        while piece := self._recorder.stdout.read1(4096):  # type: ignore[attr-defined]
            self._recorded += piece
            self._arrivals.append((self.now, time.monotonic()))


def envelope(samples: Sequence[int]) -> list[float]:
    """Return how loud each 20 milliseconds is."""
    return [
        math.sqrt(sum(value * value for value in samples[at : at + FRAME]) / FRAME)
        for at in range(0, len(samples) - FRAME + 1, FRAME)
    ]


def voiced(samples: Sequence[int]) -> tuple[int, int]:
    """Return the first and the last sample that can be heard; (0, 0) where all is silent."""
    loud = [at for at, value in enumerate(samples) if abs(value) > AUDIBLE]
    return (loud[0], loud[-1] + 1) if loud else (0, 0)


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the correlation of two sounds' loudness over time, at the shift that fits best.

    A shift of up to a tenth of a second; the sounds are laid together at their first sound.
    """
    first, second = (envelope(sound[voiced(sound)[0] :]) for sound in (one, other))
    length = max(len(first), len(second))
    first, second = (each + [0.0] * (length - len(each)) for each in (first, second))
    shifts = range(-5, 6)
    return max(_correlation(first[max(0, shift) :], second[max(0, -shift) :]) for shift in shifts)


def _correlation(one: Sequence[float], other: Sequence[float]) -> float:
    pairs = list(zip(one, other, strict=False))
    means = [sum(values) / len(pairs) for values in zip(*pairs, strict=True)]
    away = [(first - means[0], second - means[1]) for first, second in pairs]
    together = sum(first * second for first, second in away)
    spread = math.sqrt(sum(first**2 for first, _ in away) * sum(second**2 for _, second in away))
    return together / spread if spread else 0.0


def samples_of(raw: bytes) -> array[int]:
    """Return 16-bit samples as numbers."""
    samples = array("h")
    samples.frombytes(raw)
    return samples
