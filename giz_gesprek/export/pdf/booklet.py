"""From an empty booklet to the bytes of a PDF."""

from __future__ import annotations

from giz_gesprek.content.pictograms import Pictograms
from giz_gesprek.errors import OutputError
from giz_gesprek.export.pdf.characters import Printable
from giz_gesprek.export.pdf.data import template_data
from giz_gesprek.export.pdf.typeset import Layout, Pdf
from giz_gesprek.i18n import _
from giz_gesprek.summary.booklet_blocks import Booklet


def booklet_pdf(booklet: Booklet, *, pictograms: Pictograms) -> Pdf:
    """Return an empty booklet as PDF/UA-1; the same booklet gives the same bytes.

    It holds no moment: it belongs to no conversation yet.

    Raises:
        OutputError: it cannot be laid out, as with a drawing of others that is no drawing.

    """
    printable = Printable()
    layout = Layout(booklet.kind, template_data(booklet, pictograms, printable))
    try:
        data = layout.pdf(timestamp=None)
    except RuntimeError as error:
        raise OutputError(
            _("The booklet could not be made. Check the drawings in the folder of --content.")
        ) from error
    return Pdf(data, printable.replaced)
