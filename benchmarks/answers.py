"""What the processor does for one answer, and to have the words: other programs do not count."""

from __future__ import annotations

import asyncio
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import profiles
from benchmarks.grown import TOPICS, Large, TimedWalk
from benchmarks.rows import Limit, Row, alternating, processor_milliseconds
from benchmarks.stores import NOW, PASSPHRASE
from giz_gesprek.content.loading import load_library
from giz_gesprek.paths import content_dir
from giz_gesprek.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.options import Options

ROUNDS: Final = 20
ANSWERED: Final = (Limit(5),)
LIBRARY: Final = (Limit(25),)


def rows(_options: Options) -> Iterator[Sequence[Row]]:
    """Measure; takes ten seconds."""
    yield [Row(f"one answer at {TOPICS} topics", Large(TOPICS).answers(), ANSWERED, unit="ms CPU")]
    (loaded,) = alternating([partial(processor_milliseconds, _load)], ROUNDS)
    yield [Row("load_library", loaded, LIBRARY, unit="ms CPU")]


def profile(path: Path) -> None:
    """Write what is done in a whole visit with every topic."""
    profiles.of_work(path, _held, 1)


def _load() -> object:
    return load_library(content_dir())


def _held() -> None:
    visit = Large(TOPICS)
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.create(Path(folder) / "families.db", PASSPHRASE, NOW) as store,
    ):
        asyncio.run(TimedWalk(visit, visit.begin(store)).hold())
