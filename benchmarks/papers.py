"""A paper of three pages as PDF in the running program.

The reference is fpdf2 with the same letters and the same words, without pictures, columns or tags
for a screen reader, so it does less.
"""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Final

from benchmarks import profiles
from benchmarks.grown import library
from benchmarks.options import NotRun
from benchmarks.rows import Limit, Row, alternating, milliseconds
from benchmarks.stores import example
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.papers import paper_of
from giz_gesprek.export.pdf import document_pdf
from giz_gesprek.export.pdf.typeset import FONTS
from giz_gesprek.export.text import document_text
from giz_gesprek.summary.audience import READERS
from giz_gesprek.summary.document import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchmarks.options import Options
    from giz_gesprek.conversation.dossier import Dossier
    from giz_gesprek.export.pdf import Pdf
    from giz_gesprek.summary.audience import Readers
    from giz_gesprek.summary.document import Document

TIMES: Final = 20
VALUE: Final = Limit(150)
RATIO: Final = Limit(1.2, relative=True)
CREATED: Final = datetime(2026, 11, 22, tzinfo=UTC)
HAS_FPDF2: Final = importlib.util.find_spec("fpdf") is not None

_NUMBERS: Final = count()


def rows(_options: Options) -> Iterator[Sequence[Row]]:
    """Measure; takes ten seconds."""
    for audience in READERS:
        document, name = paper(example(), audience), f"PDF, {audience}"
        ours = partial(milliseconds, partial(typeset, document))
        if HAS_FPDF2:
            theirs = partial(milliseconds, partial(_with_fpdf2, document))
            own, other = alternating([ours, theirs], TIMES)
            yield [Row(name, own, (VALUE, RATIO), "fpdf2, the same words", other)]
        else:
            (own,) = alternating([ours], TIMES)
            yield [Row(name, own, (VALUE,))]
    if not HAS_FPDF2:
        raise NotRun("PDF, to fpdf2: uv sync --group benchmarks installs it")


def profile(path: Path) -> None:
    """Write what is done for a paper of the family; the typesetting itself is one call."""
    profiles.of_work(path, lambda: typeset(paper(example(), READERS[0])))


def paper(dossier: Dossier, audience: Readers) -> Document:
    """Return what somebody gets of the last conversation of a family."""
    talk = Talk(library().framework, dossier, dossier.conversations[-1].id)
    return paper_of(library(), talk, audience)


def typeset(document: Document) -> Pdf:
    """Return a document as PDF; another each time, as Typst would remember all of the last one."""
    last = Paragraph(f"Nummer {next(_NUMBERS)}")
    numbered = replace(document, blocks=(*document.blocks, last))
    return document_pdf(numbered, created=CREATED, pictograms=library().pictograms)


def _with_fpdf2(document: Document) -> bytes:
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.add_font("source", fname=FONTS / "SourceSansPro-Regular.ttf")
    pdf.add_page()
    pdf.set_font("source", size=14)
    for line in document_text(document).splitlines():
        pdf.multi_cell(0, 7, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())
