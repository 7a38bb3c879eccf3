"""From asking to hearing, and from stopping to silence, in a recording of what is played.

The sound system is the one of the tests: a PulseAudio server of our own with a sink that goes
nowhere, and a recorder. Sound and silence count from the moment that they are recorded, so the
delay of the recorder, which gets its samples in pieces of 10 to 60 milliseconds, counts as ours.
"""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import profiles
from benchmarks.options import NotRun
from benchmarks.rows import Limit, Row
from giz_gesprek.speech.rendering import Renderer
from tests.support.sound import AUDIBLE, RATE, NullSink
from tests.support.speaking import Listener
from tests.support.waiting import wait_until

if TYPE_CHECKING:
    from benchmarks.options import Options

TIMES: Final = 20
SOON: Final = (Limit(100), Limit(100, at="p95"))
AGAIN: Final = (Limit(300),)
MEMORY: Final = (Limit(40),)
PROGRAMS: Final = ("pulseaudio", "parec")
TEXT: Final = (
    "Wij praten over de dag en over de nacht, over eten en slapen en over spelen op straat."
)

_STEP: Final = RATE // 500
# Between two words it is silent as well: silence that lasts is silence.
_AFTER_STOP: Final = 0.6


def rows(_options: Options) -> Iterator[Sequence[Row]]:
    """Measure; takes a minute."""
    require_sound()
    with NullSink() as sink, sounding_in(sink), Listener() as listener:
        listener.say("Ja.")
        memory = megabytes_of(listener.client.worker_pid)
        rounds = [first_and_silence(sink, listener) for _ in range(TIMES)]
        first, silence = zip(*rounds, strict=True)
        yield [
            Row("speak to first sound", first, SOON),
            Row("stop to silence", silence, SOON),
            Row("memory of the speech worker", [memory], MEMORY, unit="MB"),
        ]
        again = [_after_a_kill(sink, listener) for _ in range(TIMES)]
        yield [Row("sound after kill -9", again, AGAIN)]


def profile(path: Path) -> None:
    """Write what is done to make sound of a sentence."""
    with Renderer() as renderer:
        profiles.of_work(path, lambda: renderer.synthesise(TEXT, language="nl"))


def require_sound() -> None:
    """Raise ``NotRun`` when a program is missing that sound is recorded with."""
    if missing := [name for name in PROGRAMS if shutil.which(name) is None]:
        raise NotRun(f"it needs {' and '.join(missing)}")


def first_and_silence(
    sink: NullSink, listener: Listener, text: str = TEXT, language: str = "nl"
) -> tuple[float, float]:
    """Return the milliseconds from speak to sound, and from stop to silence."""
    place, asked = sink.now, time.monotonic()
    number = listener.speak(text, language=language)
    first = first_sound(sink, place)
    sink.let_pass(0.5)
    place, stopped = sink.now, time.monotonic()
    listener.client.stop()
    listener.end_of(number)
    sink.let_pass(_AFTER_STOP)
    silent = sink.arrival(silent_from(sink, place))
    return (first - asked) * 1000, (silent - stopped) * 1000


def _after_a_kill(sink: NullSink, listener: Listener) -> float:
    """Kill the worker while it speaks, speak at once, and return the milliseconds to sound."""
    number = listener.speak(TEXT)
    listener.wait_for_start_of(number)
    killed = listener.client.worker_pid
    if killed is None:
        raise RuntimeError("there is no worker to kill")
    os.kill(killed, signal.SIGKILL)
    listener.end_of(number)
    asked = time.monotonic()
    number = listener.speak(TEXT)
    listener.wait_for_start_of(number)
    # What the killed one left with the sound system is over by now, and would be taken for sound.
    first = first_sound(sink, sink.now)
    listener.client.stop()
    listener.end_of(number)
    sink.let_pass(_AFTER_STOP)
    return (first - asked) * 1000


def first_sound(sink: NullSink, place: int) -> float:
    """Wait for something that can be heard from *place* on, and return when it was recorded."""

    def is_heard() -> bool:
        nonlocal place
        while place + _STEP <= sink.now:
            if _is_loud(sink, place):
                return True
            place += _STEP
        return False

    wait_until(is_heard, "sound")
    return sink.arrival(place)


def silent_from(sink: NullSink, start: int) -> int:
    """Return from which sample on nothing more is heard, *start* at the earliest."""
    places = range(start, sink.now - _STEP, _STEP)
    return max((place + _STEP for place in places if _is_loud(sink, place)), default=start)


def _is_loud(sink: NullSink, place: int) -> bool:
    return any(abs(value) > AUDIBLE for value in sink.between(place, place + _STEP))


@contextmanager
def sounding_in(sink: NullSink) -> Iterator[None]:
    """Let what is played go to this sink."""
    before = dict(os.environ)
    os.environ.update(sink.environment)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def megabytes_of(pid: int | None) -> float:
    """Return how much memory a process has."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) / 1024
