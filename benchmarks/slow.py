"""A slow laptop: everything on one core, beside a program that never rests.

The terminal, the sound server and the measurement itself share that core as well. No key may take
longer than somebody notices, and no word may be lost from the voice.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import profiles
from benchmarks.heard import SENTENCES, hear, loops, references
from benchmarks.keys import CHOICES, Player, at_the_choice, go_to_the_question
from benchmarks.options import NotRun
from benchmarks.rows import Limit, Row
from benchmarks.speech import require_sound
from tests.support.sound import UNASKED

if TYPE_CHECKING:
    from benchmarks.options import Options

KEYS: Final = 100
NOTICED: Final = (Limit(100, at="maximum"),)
NONE: Final = (Limit(0, at="maximum"),)


def rows(_options: Options) -> Iterator[Sequence[Row]]:
    """Measure; takes two minutes."""
    with one_busy_core():
        lit = _lit()
    yield [Row("key to repaint, one busy core", lit, NOTICED)]
    require_sound()
    wanted = references(SENTENCES)
    with one_busy_core():
        heard = hear(UNASKED, wanted)
    broken = [float(text in heard.broken) for text in wanted]
    yield [
        Row("sentences not whole, one busy core", [sum(broken)], NONE, unit=f"of {len(broken)}"),
        Row("speak to first sound, same", heard.first),
        Row("stop to silence, same", heard.silence),
    ]


def profile(path: Path) -> None:
    """Write what the program does with keys, on such a laptop."""
    with tempfile.TemporaryDirectory() as folder, one_busy_core():
        profiles.of_program(path, at_the_choice(Path(folder)), go_to_the_question)


@contextmanager
def one_busy_core() -> Iterator[None]:
    """Let this process, and what it starts, share one core with a loop, as ``taskset`` does.

    Raises:
        NotRun: this system cannot hold a process to a core.

    """
    if sys.platform != "linux":
        raise NotRun("only Linux holds a process to a core")
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        with loops(1):
            yield
    finally:
        os.sched_setaffinity(0, before)


def _lit() -> list[float]:
    from benchmarks.terminal import Terminal  # which Windows has not

    with tempfile.TemporaryDirectory() as folder:
        command = (sys.executable, "-m", "giz_gesprek", *at_the_choice(Path(folder)))
        with Terminal(command) as terminal:
            go_to_the_question(terminal)
            player = Player(terminal, CHOICES)
            return [player.light(number) for number in range(-10, KEYS)][10:]
