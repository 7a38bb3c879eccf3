"""From an empty booklet to the bytes of a PDF."""

from __future__ import annotations

import json

from giz_gesprek.content.pictograms import Pictograms
from giz_gesprek.errors import OutputError
from giz_gesprek.export.pdf.characters import Printable
from giz_gesprek.export.pdf.data import template_data
from giz_gesprek.export.pdf.typeset import TEMPLATES, Pdf, compiler
from giz_gesprek.i18n import _
from giz_gesprek.summary.booklet_blocks import Booklet


def booklet_pdf(booklet: Booklet, *, pictograms: Pictograms) -> Pdf:
    """Return an empty booklet as PDF/UA-1; the same booklet gives the same bytes.

    It holds no moment: it belongs to no conversation yet.

    Raises:
        OutputError: it cannot be laid out, as with a drawing of others that is no drawing.

    """
    import typst  # heavy, and only papers need it

    printable = Printable()
    data = template_data(booklet, pictograms, printable)
    try:
        made = compiler().compile(
            TEMPLATES / f"{booklet.kind}.typ",
            format="pdf",
            sys_inputs={"document": json.dumps(data)},
            pdf_standards="ua-1",
        )
    except typst.TypstError as error:
        sentence = _(
            "The booklet could not be made. Check the drawings in the folder of --content."
        )
        raise OutputError(sentence) from error
    if not isinstance(made, bytes):
        raise TypeError("one document is one file")
    return Pdf(made, printable.replaced)
