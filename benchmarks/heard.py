"""``uv run python -m benchmarks.heard``: is every sentence heard whole, whatever the server does?

Twenty sentences on each of six settings of the sound server, on a quiet computer and beside four
programs that never rest. A sentence is whole when its loudness over time is that of a reference
(more than .9) and it is as long, within five per cent. Takes twenty minutes; exit 1 when one is not
whole.
``--settings N`` takes the first N only.
"""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser
from array import array
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import product
from typing import Final, NamedTuple

from benchmarks.rows import median
from benchmarks.speech import first_and_silence, sounding_in
from giz_gesprek.speech import Finished
from giz_gesprek.speech.rendering import Renderer
from tests.support.sound import SETTINGS, NullSink, Setting, likeness, samples_of, voiced
from tests.support.speaking import Listener

BUSY_PROGRAMS: Final = 4
STOPS: Final = 10
SENTENCES: Final = tuple(
    f"{who} {what}."
    for who, what in product(
        ("Sam", "Het kind van de buren", "Oma", "De juf op school"),
        (
            "slaapt deze week goed",
            "wil graag wat meer hulp",
            "gaat vandaag naar buiten",
            "is soms een beetje boos",
            "vindt het eten niet lekker",
        ),
    )
)
_LIKE: Final = 0.9
_LENGTH: Final = 0.05


class Heard(NamedTuple):
    """What came of one setting: milliseconds of the stops, and sentences that were not whole."""

    broken: list[str]
    first: list[float]
    silence: list[float]


def main() -> int:
    """Print a line of a table for each setting, quiet and busy."""
    parser = ArgumentParser(prog="python -m benchmarks.heard")
    parser.add_argument("--settings", type=int, default=len(SETTINGS), metavar="N")
    settings = SETTINGS[: parser.parse_args().settings]
    wanted = references(SENTENCES)
    print("| recorder, sink | computer | whole | first sound, ms | silence, ms |")
    print("| --- | --- | --- | --- | --- |")
    failed = False
    for busy, setting in product((False, True), settings):
        with loops(BUSY_PROGRAMS if busy else 0):
            heard = hear(setting, wanted)
        whole = f"{len(wanted) - len(heard.broken)} of {len(wanted)}"
        times = (f"{median(each):.0f} ({max(each):.0f})" for each in (heard.first, heard.silence))
        load = "busy" if busy else "quiet"
        print(f"| {setting} | {load} | {whole} | {' | '.join(times)} |", flush=True)
        for text in heard.broken:
            print(f"not whole: {text}", file=sys.stderr)
        failed |= bool(heard.broken)
    return int(failed)


def references(sentences: Sequence[str]) -> dict[str, array[int]]:
    """Return the samples of each sentence as they are made."""
    with Renderer() as renderer:
        return {
            text: samples_of(renderer.synthesise(text, language="nl").samples) for text in sentences
        }


def hear(setting: Setting, wanted: dict[str, array[int]]) -> Heard:
    """Say each sentence, and stop some; return what came of it."""
    with NullSink(setting) as sink, sounding_in(sink), Listener() as listener:
        broken = []
        for text, reference in wanted.items():
            begin = sink.now
            ended = listener.say(text)
            sink.let_pass(0.3)
            if not (isinstance(ended, Finished) and _is_whole(sink.between(begin), reference)):
                broken.append(text)
        first, silence = zip(
            *(first_and_silence(sink, listener) for _ in range(STOPS)), strict=True
        )
    return Heard(broken, list(first), list(silence))


def _is_whole(heard: array[int], wanted: array[int]) -> bool:
    lengths = [last - first for first, last in map(voiced, (heard, wanted))]
    as_long = abs(lengths[0] - lengths[1]) <= _LENGTH * lengths[1]
    return as_long and likeness(heard, wanted) > _LIKE


@contextmanager
def loops(count: int) -> Iterator[None]:
    """Keep the computer busy with programs that never rest."""
    with ExitStack() as stack:
        for _ in range(count):
            loop = stack.enter_context(subprocess.Popen([sys.executable, "-c", "while True: pass"]))
            stack.callback(loop.kill)
        yield


if __name__ == "__main__":
    sys.exit(main())
