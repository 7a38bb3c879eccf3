"""From a document to the bytes of a PDF: the one place that knows Typst."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from giz_gesprek.content.pictograms import Pictograms
from giz_gesprek.errors import OutputError
from giz_gesprek.export.pdf.characters import Printable
from giz_gesprek.export.pdf.data import template_data
from giz_gesprek.i18n import _
from giz_gesprek.summary.document import Document

if TYPE_CHECKING:
    import typst

_SHEETS: Final = 2
"""Pages that a family's paper should have at most: one sheet with two sides."""
_ROOMY: Final = 0.5
_CLOSER: Final = (0.4, 0.3)
_TEMPLATES: Final = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Pdf:
    """A PDF, and the characters in it that no font of ours has: a box stands in their place."""

    data: bytes
    replaced: tuple[str, ...]


def document_pdf(document: Document, *, created: datetime, pictograms: Pictograms) -> Pdf:
    """Return a document as PDF/UA-1; the same document and moment give the same bytes.

    Args:
        document: what to lay out; ``kind`` chooses the template.
        created: aware; stands in the file as the moment at which it was made.
        pictograms: the drawings; one that is missing is left out.

    Raises:
        OutputError: it cannot be laid out.

    """
    printable = Printable()
    try:
        chosen = _best(document, pictograms, printable)
        data = chosen.pdf(int(created.timestamp()))
    except RuntimeError:
        # Whatever Typst raises, and without its cause: the message quotes what people said.
        raise OutputError(
            _("The PDF could not be made. Choose text instead, and report this to the developers.")
        ) from None
    return Pdf(data, printable.replaced)


def _best(document: Document, pictograms: Pictograms, printable: Printable) -> Layout:
    """Return the roomiest layout that fits on the sheets wanted; the first where none does.

    What everybody told goes to sheets of its own before lines come closer to each other.
    """
    in_one_piece = Layout(document.kind, template_data(document, pictograms, printable), _ROOMY)
    if not document.told_last or in_one_piece.sheets() <= _SHEETS:
        return in_one_piece
    reordered = replace(document, blocks=document.told_last)
    data = template_data(reordered, pictograms, printable)
    for leading in (_ROOMY, *_CLOSER):
        layout = Layout(document.kind, data, leading)
        if layout.sheets() <= _SHEETS:
            return layout
    return in_one_piece


class Layout:
    """One way to lay out a paper; ``leading`` is what is between lines, in heights of a letter.

    ``kind`` is the template, and ``data`` what it reads. Methods raise ``RuntimeError`` where Typst
    cannot lay it out. It remembers the pages it counted: the PDF of a layout that was tried costs
    little more.
    """

    def __init__(self, kind: str, data: object, leading: float = _ROOMY) -> None:
        import typst  # heavy, and only papers need it

        self._compiler = typst.Compiler(
            _TEMPLATES / f"{kind}.typ",
            root=_TEMPLATES,
            font_paths=_fonts(),
            sys_inputs={"document": json.dumps(data), "leading": str(leading)},
        )

    def sheets(self) -> int:
        """Return on which page the paper itself ends, before the whole texts that may follow it."""
        return int(self._compiler.query("<last-page>", field="value", one=True))

    def pdf(self, timestamp: int | None) -> bytes:
        """Return the PDF; without ``timestamp`` it holds no moment."""
        made = self._compiler.compile(format="pdf", pdf_standards="ua-1", timestamp=timestamp)
        if not isinstance(made, bytes):
            raise TypeError("one document is one file")
        return made


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Return our fonts and those of Typst itself, looked up once."""
    import font_source_sans_pro  # lists its folder of fonts, which nothing else needs
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[font_source_sans_pro.font_directory])
