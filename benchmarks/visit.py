"""``uv run python -m benchmarks.visit``: how long a visit is, in screens, keys, words and minutes.

Walks fixed visits over the session, without a screen, and counts. Exit 1 when a target is missed.
``--voice`` measures the speed of our own voice on what a parent hears of the longest of them.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from benchmarks.follow_ups import FollowUp
from benchmarks.stores import NOW, PASSPHRASE
from benchmarks.visit_model import READ_A_MINUTE
from benchmarks.visit_walk import Walked, walk
from benchmarks.visits import Visit, every_visit
from giz_gesprek.content.loading import load_library
from giz_gesprek.paths import content_dir
from giz_gesprek.speech.rendering import Renderer
from giz_gesprek.spoken import PAUSE, spoken_sentences
from giz_gesprek.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence

MINUTES: Final = {
    Visit(1, 2, differ=True, variant="short"): 40,
    Visit(1, 3, differ=True, variant="short"): 55,
    Visit(2, 2, differ=True, variant="short"): 55,
}
"""The longest that each may take from the welcome to the paper."""

MOST_FOLLOW_UP_MINUTES: Final = 30
"""The longest that a next visit may take: three goals are looked back on, two topics come again."""

LONGEST: Final = Visit(1, 3, differ=True, variant="short")
SCREENS_TO_GOALS: Final = 42
WORDS_TO_GOALS: Final = 900
"""The most that the longest may ask of a parent before the goals."""


def walked(visit: Visit | FollowUp, folder: Path) -> Walked:
    """Hold a visit on a store of its own."""
    with Store.create(folder / f"{visit.name}.db", PASSPHRASE, NOW) as store:
        return walk(visit, visit.begin(store, load_library(content_dir())))


def missed(visit: Visit | FollowUp, found: Walked) -> Iterator[str]:
    """Yield a sentence for each target that a visit misses."""
    most = MOST_FOLLOW_UP_MINUTES if isinstance(visit, FollowUp) else MINUTES.get(visit)
    if most is not None and found.to_paper.minutes > most:
        yield f"{visit.name}: {found.to_paper.minutes:.1f} minutes, {most} allowed"
    if visit == LONGEST:
        if found.to_goals.screens > SCREENS_TO_GOALS:
            yield f"{visit.name}: {found.to_goals.screens} screens, {SCREENS_TO_GOALS} allowed"
        if found.to_goals.words > WORDS_TO_GOALS:
            yield f"{visit.name}: {found.to_goals.words} words, {WORDS_TO_GOALS} allowed"


def main() -> int:
    """Print a row for each visit, then what is missed."""
    parser = ArgumentParser(prog="python -m benchmarks.visit", description="Measure a visit.")
    parser.add_argument("--voice", action="store_true", help="measure our own voice instead")
    with TemporaryDirectory() as folder:
        if parser.parse_args().voice:
            found = walked(every_visit()[-1], Path(folder))
            print(f"{words_a_minute(found.heard):.0f} words a minute; counted {READ_A_MINUTE}")
            return 0
        return _print((*every_visit(), FollowUp()), Path(folder))


def _print(visits: Sequence[Visit | FollowUp], folder: Path) -> int:
    print("| visit | screens | keys | words | screens in all | keys | words | minutes | as read |")
    print("| --- " * 9 + "|")
    failures: list[str] = []
    for visit in visits:
        found = walked(visit, folder)
        goals, paper = found.to_goals, found.to_paper
        counted = (
            *(goals.screens, goals.keys, goals.words),
            *(paper.screens, paper.keys, paper.words),
        )
        cells = " | ".join(str(number) for number in counted)
        print(f"| {visit.name} | {cells} | {paper.minutes:.1f} | {paper.minutes_as_read:.1f} |")
        failures += missed(visit, found)
    for failure in failures:
        print(f"MISSED {failure}")
    return int(bool(failures))


def words_a_minute(heard: Sequence[str]) -> float:
    """Return how fast the voice says these texts, the pauses between sentences counted."""
    seconds = 0.0
    with Renderer() as renderer:
        for text in heard:
            for sentence in spoken_sentences(text, language="nl", pronunciations={}):
                sound = renderer.synthesise(sentence.text, language="nl")
                seconds += len(sound.samples) / 2 / sound.samples_per_second + PAUSE
    return sum(len(text.split()) for text in heard) * 60 / seconds


if __name__ == "__main__":
    sys.exit(main())
