"""A PDF from the command line, from nothing: ``giz-gesprek export --format pdf``.

The reference is the least that such a program has to do: start Python, import pydantic, Babel and
Typst, and typeset a page that was prepared: one sentence in the same letters.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import profiles
from benchmarks.help import COMMAND
from benchmarks.processes import spawned
from benchmarks.rows import Limit, Row, alternating
from benchmarks.stores import example
from giz_gesprek.export.pdf.typeset import FONTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.options import Options

TIMES: Final = 15
LIMITS: Final = (Limit(400), Limit(1.8, relative=True))
PREPARED: Final = """
import sys
import typst
from babel import dates
from pydantic import BaseModel

class Record(BaseModel):
    name: str

page = b'#set text(font: "Source Sans Pro")\\nDit is een bladzijde.'
typst.compile(page, font_paths=[sys.argv[1]], ignore_system_fonts=True)
"""


def rows(_options: Options) -> Iterator[Sequence[Row]]:
    """Measure; takes fifteen seconds."""
    with tempfile.TemporaryDirectory() as folder:
        ours = spawned(COMMAND, *_arguments(Path(folder)))
        least = spawned(sys.executable, "-c", PREPARED, FONTS)
        own, prepared = alternating([ours, least], TIMES)
    yield [Row("export --format pdf", own, LIMITS, "a prepared page", prepared)]


def profile(path: Path) -> None:
    """Write what the program does for one paper."""
    with tempfile.TemporaryDirectory() as folder:
        profiles.of_module(path, "giz_gesprek", *_arguments(Path(folder)))


def _arguments(folder: Path) -> tuple[str | Path, ...]:
    source = folder / "dossier.json"
    source.write_text(example().model_dump_json(), encoding="utf-8")
    options = ("--for", "professional", "--format", "pdf", "--output", "-")
    return ("export", "--from", source, *options)
