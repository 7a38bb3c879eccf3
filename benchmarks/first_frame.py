"""From starting the program to the first thing on the screen.

Ours asks for the passphrase of an existing store. The reference is the least that a program
like this can be: Textual with one line of text, and the two libraries that no conversation
can do without. Of pydantic it imports a name: ``import pydantic`` by itself loads next to nothing.
"""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.rows import Row, alternating, median
from benchmarks.stores import example, store_with

if TYPE_CHECKING:
    from collections.abc import Sequence

TIMES: Final = 15
BUDGET: Final = 1.4
HARLEQUIN_BUDGET: Final = 0.5
SIGN: Final = "Uw wachtzin"
HARLEQUIN_SIGN: Final = "Catalog"
MINIMAL: Final = """
from babel import dates
from pydantic import BaseModel
from textual.app import App
from textual.widgets import Static

class Minimal(App):
    def compose(self):
        yield Static("Uw wachtzin")

Minimal().run()
"""


def run(harlequin: Path | None = None) -> list[Row]:
    """Measure; with the command of harlequin, that as well. Takes half a minute."""
    with tempfile.TemporaryDirectory() as folder:
        store = store_with(Path(folder) / "families.db", example())
        commands: list[tuple[Sequence[str | Path], str]] = [
            ((sys.executable, "-m", "giz_gesprek", "--store", store), SIGN),
            ((sys.executable, "-c", MINIMAL), SIGN),
        ]
        if harlequin is not None:
            commands.append(((harlequin, Path(folder) / "empty.duckdb"), HARLEQUIN_SIGN))
        works = [partial(_first_frame, command, sign) for command, sign in commands]
        ours, minimal, *others = [median(times) for times in alternating(works, TIMES)]
    rows = [Row("first frame, to minimal Textual", ours, minimal, BUDGET, relative=True)]
    rows += [
        Row("first frame, to harlequin", ours, other, HARLEQUIN_BUDGET, relative=True)
        for other in others
    ]
    return rows


def _first_frame(command: Sequence[str | Path], sign: str) -> float:
    from benchmarks.terminal import Terminal  # which Windows has not

    with Terminal(command) as terminal:
        return terminal.shows(sign)
