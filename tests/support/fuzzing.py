"""Every reader of the program on inputs that are nearly right; what it does not foresee is told.

::

    uv run python -m tests.support.fuzzing                  the figures of docs/reliability.md
    uv run python -m tests.support.fuzzing --only json --times 500 --seed 7

An input comes from the seed, the name of the reader and a number, so that each can come back. What
fails is shrunk where it is bytes, and printed with the place where it failed.
"""

from __future__ import annotations

import argparse
import random
import secrets
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, Final
from unittest.mock import patch

from giz_gesprek.errors import GizError
from tests.support import mutations
from tests.support.fuzzed_files import Content, FamilyFiles, Stores, dossiers
from tests.support.fuzzed_words import command_line, pasted, protocol, typed
from tests.support.stores import FEW_ITERATIONS

TIMES: Final[Mapping[str, int]] = MappingProxyType(
    {
        "json": 50_000,
        "giz": 50_000,
        "content": 50_000,
        "command line": 100_000,
        "typed": 250_000,
        "pasted": 50_000,
        "protocol": 500_000,
        "store": 2_000,
    }
)
"""How many inputs each reader gets in the whole run."""

_MEMORY: Final = Path("/dev/shm")
"""Where files cost no disk, on a system that has it."""

Reader = Callable[[random.Random], "Tried"]


@dataclass(frozen=True)
class Tried:
    """An input, and what reads it; ``read`` raises a ``GizError`` for what it refuses."""

    given: Any
    read: Callable[[Any], object]


@dataclass
class Result:
    """What one reader did."""

    name: str
    tried: int = 0
    refused: int = 0
    seconds: float = 0.0
    failures: int = 0


@contextmanager
def readers() -> Iterator[Mapping[str, Reader]]:
    """Yield every reader by its name; files are in a folder of their own, keys are quick."""
    with (
        TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as place,
        patch("giz_gesprek.store._cipher.KDF_ITERATIONS", FEW_ITERATIONS),
        pasted() as paste,
    ):
        folder = Path(place)
        yield {
            "json": _reader(dossiers()),
            "giz": _reader(FamilyFiles(folder).one),
            "content": _reader(Content(folder).one),
            "command line": _reader(command_line(folder)),
            "typed": _reader(typed()),
            "pasted": _reader(paste),
            "protocol": _reader(protocol()),
            "store": _reader(Stores(folder).one),
        }


def _reader(make: Callable[[random.Random], tuple[Any, Callable[[Any], object]]]) -> Reader:
    return lambda chance: Tried(*make(chance))


def run(name: str, reader: Reader, times: int, seed: int, tell: Callable[[str], None]) -> Result:
    """Give ``reader`` so many inputs, and tell each failure once for each place in the code."""
    result, began, known = Result(name), time.process_time(), set[str]()
    for number in range(times):
        tried = reader(random.Random(f"{seed} {name} {number}"))
        result.tried += 1
        place = _failure(tried, result)
        if place is None:
            continue
        result.failures += 1
        if place not in known:
            known.add(place)
            tell(f"{name}, seed {seed}, number {number}: {place}\n    {_smallest(tried, place)!r}")
    result.seconds = time.process_time() - began
    return result


def _failure(tried: Tried, result: Result | None = None) -> str | None:
    """Return where the reader failed on an input; None where it read it or refused it."""
    try:
        tried.read(tried.given)
    except GizError:
        if result is not None:
            result.refused += 1
    except Exception as error:  # noqa: BLE001  # any of them is a finding
        frames = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in frames if "giz_gesprek" in frame.filename] or frames
        return f"{type(error).__name__} at {Path(ours[-1].filename).name}:{ours[-1].lineno}"
    return None


def _smallest(tried: Tried, place: str) -> object:
    if isinstance(tried.given, bytes):
        smaller = mutations.shrunk(
            tried.given, lambda data: _failure(Tried(data, tried.read)) == place
        )
        return smaller[:2000]
    return repr(tried.given)[:2000]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Try every reader, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="readers whose name begins with this")
    parser.add_argument("--times", type=int, help="inputs for each, instead of the whole run")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**9))
    chosen = parser.parse_args()
    _say(f"seed {chosen.seed}")
    total = failures = 0
    with readers() as each:
        for name, reader in each.items():
            if name.startswith(chosen.only):
                result = run(name, reader, chosen.times or TIMES[name], chosen.seed, _say)
                total += result.tried
                failures += result.failures
                _say(
                    f"{name}: {result.tried} tried, {result.refused} refused,"
                    f" {result.failures} failed, {result.seconds:.0f} s"
                )
    _say(f"{total} tried, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
