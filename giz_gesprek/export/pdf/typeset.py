"""From a document to the bytes of a PDF: the one place that knows Typst."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, Literal

from giz_gesprek.content.pictograms import Pictograms
from giz_gesprek.errors import OutputError
from giz_gesprek.export.pdf.characters import Printable
from giz_gesprek.export.pdf.data import template_data
from giz_gesprek.i18n import _
from giz_gesprek.summary.booklet_blocks import Booklet
from giz_gesprek.summary.document import Document

if TYPE_CHECKING:
    import typst

_SHEETS: Final = 2
"""Pages that a family's paper should have at most: one sheet with two sides."""
_ROOMY: Final = 0.5
_CLOSER: Final = (0.4, 0.3)
_ONE_AT_A_TIME: Final = Lock()
"""The compiler keeps what it compiled last, and serves one thread."""
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
    import typst  # heavy, and only papers need it

    layout = Layout(pictograms, Printable(), int(created.timestamp()))
    try:
        data = _best(layout, document)
    except typst.TypstError:
        # Without its cause: the message quotes what people said.
        raise OutputError(
            _("The PDF could not be made. Choose text instead, and report this to the developers.")
        ) from None
    return Pdf(data, layout.printable.replaced)


def _best(layout: Layout, document: Document) -> bytes:
    """Return the roomiest layout that fits on the sheets wanted; the first where none does.

    What everybody told goes to sheets of its own before lines come closer to each other.
    """
    if document.told_last and layout.sheets(document, _ROOMY) > _SHEETS:
        reordered = replace(document, blocks=document.told_last)
        for leading in (_ROOMY, *_CLOSER):
            if layout.sheets(reordered, leading) <= _SHEETS:
                return layout.made(reordered, leading)
    return layout.made(document, _ROOMY)


@dataclass(frozen=True)
class Layout:
    """Lays out one document; ``leading`` is what is between lines, in heights of a letter.

    Without ``timestamp`` the PDF holds no moment.
    """

    pictograms: Pictograms
    printable: Printable
    timestamp: int | None

    def made(self, document: Document | Booklet, leading: float = _ROOMY) -> bytes:
        """Return the PDF."""
        with _ONE_AT_A_TIME:
            return self._compiled(document, leading, "ua-1")

    def sheets(self, document: Document, leading: float) -> int:
        """Return on which page the paper itself ends, before the whole texts that may follow it."""
        with _ONE_AT_A_TIME:
            # Tags take most of the time, and do not change where a page ends.
            self._compiled(document, leading, None)
            return int(_compiler().query("<last-page>", field="value", one=True))

    def _compiled(
        self, document: Document | Booklet, leading: float, standard: Literal["ua-1"] | None
    ) -> bytes:
        data = template_data(document, self.pictograms, self.printable)
        made = _compiler().compile(
            _TEMPLATES / f"{document.kind}.typ",
            format="pdf",
            sys_inputs={"document": json.dumps(data), "leading": str(leading)},
            pdf_standards=standard,
            timestamp=self.timestamp,
            pdf_tags=standard is not None,
        )
        if not isinstance(made, bytes):
            raise TypeError("one document is one file")
        return made


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    """Return the compiler; it keeps templates and fonts for the next paper."""
    import font_source_sans_pro  # lists its folder of fonts, which nothing else needs
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False, font_paths=[font_source_sans_pro.font_directory]
    )
    return typst.Compiler(root=_TEMPLATES, font_paths=fonts)
