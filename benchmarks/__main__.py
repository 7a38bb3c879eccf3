"""``uv run python -m benchmarks``: measure what has a budget, and print a table.

Exit 1 when a budget is missed; 3 when none is, and the machine was too busy to judge them all.
With names only those benchmarks are run: see ``--help``. ``--harlequin COMMAND`` also measures
against an installed harlequin, a larger Textual program. ``--profile NAME`` writes what takes the
time of the first row of a benchmark, and prints where most of it went.
"""

from __future__ import annotations

import gc
import sys
from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from benchmarks import table
from benchmarks.machine import Machine
from benchmarks.options import NotRun, Options
from benchmarks.profiles import told
from benchmarks.rows import Verdict
from giz_gesprek.__main__ import MADE_BEFORE_A_LOOK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from benchmarks.options import Benchmark

MISSED: Final = 1
NOT_JUDGED: Final = 3

IN_PROCESS: Final = ("commit", "talks", "answers", "help", "papers", "export")
IN_A_TERMINAL: Final = ("first_frame", "keys", "families")
"""Windows has none that a program can hold."""
WITH_SOUND: Final = ("speech",)
SLOW: Final = ("slow",)
ALL: Final = (*IN_PROCESS, *IN_A_TERMINAL, *WITH_SOUND, *SLOW)


def main() -> int:
    """Print the rows as they come."""
    parser = ArgumentParser(prog="python -m benchmarks", description="Measure the program.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(ALL)}")
    parser.add_argument("--harlequin", type=Path, metavar="COMMAND", help="compare with it")
    parser.add_argument("--profile", choices=ALL, metavar="NAME", help="of one benchmark")
    given = parser.parse_args()
    if unknown := sorted(set(given.names) - set(ALL)):
        parser.error(f"there is no {' or '.join(unknown)}: {', '.join(ALL)}")
    if given.profile:
        path = Path(f"{given.profile}.prof").resolve()
        _benchmark(given.profile).profile(path)
        told(path)
        return 0
    # What is measured in this process is so as in one of the program.
    gc.set_threshold(MADE_BEFORE_A_LOOK)
    code = exit_code(_measured(given.names or ALL, Options(given.harlequin)))
    if code == NOT_JUDGED:
        print("No budget is missed, and some cannot be judged: run it again on a quiet machine.")
    return code


def exit_code(verdicts: Iterable[Verdict]) -> int:
    """Return what all verdicts together say."""
    found = set(verdicts)
    if Verdict.MISSED in found:
        return MISSED
    return NOT_JUDGED if Verdict.NOT_JUDGED in found else 0


def _measured(names: Sequence[str], options: Options) -> Iterator[Verdict]:
    """Print every row of these benchmarks, and yield what it says of its budget."""
    machine = Machine()
    print(table.heading())
    for name in names:
        try:
            for together in _benchmark(name).rows(options):
                busy = machine.since()
                for row in together:
                    print(*table.lines(row, busy), sep="\n", flush=True)
                    yield row.verdict(busy=bool(busy))
        except NotRun as reason:
            print(f"{name}: not run: {reason}")


def _benchmark(name: str) -> Benchmark:
    # One at a time: on Windows there are some that cannot even be imported.
    return cast("Benchmark", import_module(f"benchmarks.{name}"))


if __name__ == "__main__":
    sys.exit(main())
