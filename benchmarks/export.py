"""A PDF from the command line, from nothing: ``giz-gesprek export --format pdf``.

The reference is the least that such a program has to do: start Python, import pydantic, Babel and
Typst, and typeset the same page, of which every word was prepared. Beside it, without a budget,
one sentence in the same letters: what of that is Python and its libraries.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import profiles
from benchmarks.grown import library
from benchmarks.help import COMMAND
from benchmarks.papers import paper
from benchmarks.processes import spawned
from benchmarks.rows import Limit, Row, alternating
from benchmarks.stores import example
from giz_gesprek.export.pdf.characters import Printable
from giz_gesprek.export.pdf.data import template_data
from giz_gesprek.export.pdf.typeset import FONTS, TEMPLATES
from giz_gesprek.summary.audience import PROFESSIONAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.options import Options

TIMES: Final = 15
LIMITS: Final = (Limit(400), Limit(1.8, relative=True))
_START: Final = """
import sys
import typst
from babel import dates
from pydantic import BaseModel

class Record(BaseModel):
    name: str

fonts, *others = sys.argv[1:]
"""
PREPARED: Final = f"""{_START}
template, document = others
data = open(document, encoding="utf-8").read()
pdf = typst.compile(
    template,
    root=template.rpartition("/")[0],
    font_paths=[fonts],
    ignore_system_fonts=True,
    sys_inputs={{"document": data, "leading": "0.5", "size": "14", "apart": "false"}},
    pdf_standards="ua-1",
)
sys.stdout.buffer.write(pdf)
"""
SENTENCE: Final = f"""{_START}
page = b'#set text(font: "Source Sans Pro")\\nDit is een bladzijde.'
typst.compile(page, font_paths=[fonts], ignore_system_fonts=True)
"""


def rows(_options: Options) -> Iterator[Sequence[Row]]:
    """Measure; takes twenty seconds."""
    name = "export --format pdf"
    with tempfile.TemporaryDirectory() as folder:
        ours = spawned(COMMAND, *_arguments(Path(folder)))
        template = (TEMPLATES / "professional.typ").as_posix()
        page = spawned(sys.executable, "-c", PREPARED, FONTS, template, _prepared(Path(folder)))
        sentence = spawned(sys.executable, "-c", SENTENCE, FONTS)
        own, prepared, least = alternating([ours, page, sentence], TIMES)
    yield [
        Row(name, own, LIMITS, "the same page, prepared", prepared),
        Row(name, own, (), "one sentence", least),
    ]


def _prepared(folder: Path) -> Path:
    """Write what the template of the professional's paper reads."""
    place = folder / "document.json"
    document = paper(example(), PROFESSIONAL)
    data = template_data(document, library().pictograms, Printable())
    place.write_text(json.dumps(data), encoding="utf-8")
    return place


def profile(path: Path) -> None:
    """Write what the program does for one paper."""
    with tempfile.TemporaryDirectory() as folder:
        profiles.of_module(path, "giz_gesprek", *_arguments(Path(folder)))


def _arguments(folder: Path) -> tuple[str | Path, ...]:
    source = folder / "dossier.json"
    source.write_text(example().model_dump_json(), encoding="utf-8")
    options = ("--for", "professional", "--format", "pdf", "--output", "-")
    return ("export", "--from", source, *options)
