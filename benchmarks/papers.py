"""A paper of three pages as PDF: in the running program, and from the command line.

The reference is fpdf2 with the same letters and the same words, without pictures, columns or tags
for a screen reader, so it does less. It is measured where it is installed: ``uv sync --group
benchmarks``.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.rows import Row, alternating, median, milliseconds
from benchmarks.stores import example
from giz_gesprek.content.loader import load_library
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.papers import paper_of
from giz_gesprek.export.pdf import document_pdf
from giz_gesprek.export.pdf.typeset import FONTS
from giz_gesprek.export.text import document_text
from giz_gesprek.paths import content_dir
from giz_gesprek.summary.audience import READERS
from giz_gesprek.summary.document import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from giz_gesprek.content.library import Library
    from giz_gesprek.export.pdf import Pdf
    from giz_gesprek.summary.document import Document

TIMES: Final = 15
RUNNING_BUDGET: Final = 300
COLD_BUDGET: Final = 700
CREATED: Final = datetime(2026, 11, 22, tzinfo=UTC)
HAS_FPDF2: Final = importlib.util.find_spec("fpdf") is not None


def run() -> list[Row]:
    """Measure; takes half a minute."""
    return [*_running(), _cold()]


def _running() -> list[Row]:
    dossier, library = example(), load_library(content_dir())
    talk = Talk(library.framework, dossier, dossier.conversations[-1].id)
    rows = []
    for audience in READERS:
        document = paper_of(library, talk, audience)
        works: list[Callable[[], object]] = [partial(_with_typst, library, document, count())]
        if HAS_FPDF2:
            works.append(partial(_with_fpdf2, document))
        times = alternating([partial(milliseconds, work) for work in works], TIMES)
        name = f"PDF, {audience}" + ", to fpdf2" * HAS_FPDF2
        reference = median(times[1]) if HAS_FPDF2 else None
        rows.append(Row(name, median(times[0]), reference, RUNNING_BUDGET))
    return rows


def _with_typst(library: Library, document: Document, numbers: Iterator[int]) -> Pdf:
    # Another paper each time: Typst would remember all of the last one.
    last = Paragraph(f"Nummer {next(numbers)}")
    numbered = replace(document, blocks=(*document.blocks, last))
    return document_pdf(numbered, created=CREATED, pictograms=library.pictograms)


def _cold() -> Row:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "dossier.json"
        source.write_text(example().model_dump_json(), encoding="utf-8")
        program = Path(sys.executable).with_name("giz-gesprek")
        options = ["--for", "professional", "--format", "pdf", "--output", "-"]
        command = [program, "export", "--from", source, *options]
        export = partial(subprocess.run, command, check=True, stdout=subprocess.DEVNULL)
        times = alternating([partial(milliseconds, export)], TIMES)
    return Row("export --format pdf", median(times[0]), None, COLD_BUDGET)


def _with_fpdf2(document: Document) -> bytes:
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.add_font("source", fname=FONTS / "SourceSansPro-Regular.ttf")
    pdf.add_page()
    pdf.set_font("source", size=14)
    for line in document_text(document).splitlines():
        pdf.multi_cell(0, 7, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())
