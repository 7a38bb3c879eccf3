"""From a document to the bytes of a PDF: the one place that knows Typst."""

from __future__ import annotations

import json
from dataclasses import dataclass
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

    printable = Printable()
    data = template_data(document, pictograms, printable)
    try:
        made = _compiler().compile(
            _TEMPLATES / f"{document.kind}.typ",
            format="pdf",
            sys_inputs={"document": json.dumps(data)},
            pdf_standards="ua-1",
            timestamp=int(created.timestamp()),
        )
    except typst.TypstError:
        # Without its cause: the message quotes what people said.
        raise OutputError(
            _("The PDF could not be made. Choose text instead, and report this to the developers.")
        ) from None
    if not isinstance(made, bytes):
        raise TypeError("one document is one file")
    return Pdf(made, printable.replaced)


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    """Return the compiler; it keeps templates and fonts for the next paper."""
    import font_source_sans_pro  # lists its folder of fonts, which nothing else needs
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False, font_paths=[font_source_sans_pro.font_directory]
    )
    return typst.Compiler(root=_TEMPLATES, font_paths=fonts)
