"""From starting the program to the first thing on the screen.

Ours asks for the passphrase of an existing store. It is started in turns with the others.
"""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import profiles
from benchmarks.options import NotRun
from benchmarks.programs import MINIMAL, installed_prompts, require_prompts
from benchmarks.programs import SIGN as PROMPT_SIGN
from benchmarks.rows import Limit, Row, alternating
from benchmarks.stores import example, store_with

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.options import Options

TIMES: Final = 15
BUDGET: Final = Limit(1.1, relative=True)
PLAIN_BUDGET: Final = Limit(1.5, relative=True)
HARLEQUIN_BUDGET: Final = Limit(0.35, relative=True)
SIGN: Final = "Uw wachtzin"
HARLEQUIN_SIGN: Final = "Catalog"


def rows(options: Options) -> Iterator[Sequence[Row]]:
    """Measure; with the command of harlequin, that as well. Takes half a minute."""
    from benchmarks.terminal import Terminal  # which Windows has not

    def first_frame(command: Sequence[str | Path], sign: str) -> float:
        with Terminal(command) as terminal:
            return terminal.shows(sign)

    prompts = installed_prompts()
    with tempfile.TemporaryDirectory() as folder:
        store = store_with(Path(folder) / "families.db", example())
        program = (sys.executable, "-m", "giz_gesprek")
        started: list[tuple[Sequence[str | Path], str]] = [
            ((*program, "--store", store), SIGN),
            ((sys.executable, "-c", MINIMAL), SIGN),
            ((*program, "--store", store, "plain"), SIGN),
            *(((sys.executable, "-c", each.code), PROMPT_SIGN) for each in prompts),
        ]
        if options.harlequin is not None:
            started.append(((options.harlequin, Path(folder) / "empty.duckdb"), HARLEQUIN_SIGN))
        works = [partial(first_frame, *each) for each in started]
        ours, minimal, plain, *others = alternating(works, TIMES)
    measured = [Row("first frame", ours, (BUDGET,), "minimal Textual", minimal)]
    if options.harlequin is not None:
        measured.append(Row("first frame", ours, (HARLEQUIN_BUDGET,), "harlequin", others.pop()))
    for prompt, times in zip(prompts, others, strict=True):
        measured.append(Row("first frame", ours, (), prompt.name, times))
        measured.append(Row("first line of plain", plain, (PLAIN_BUDGET,), prompt.name, times))
    yield measured
    if options.harlequin is None:
        raise NotRun("first frame, to harlequin: see --harlequin")
    require_prompts(prompts)


def profile(path: Path) -> None:
    """Write what the program does until its first frame."""
    with tempfile.TemporaryDirectory() as folder:
        store = store_with(Path(folder) / "families.db", example())
        profiles.of_program(path, ("--store", store), lambda terminal: terminal.shows(SIGN))
