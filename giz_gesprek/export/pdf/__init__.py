"""A paper as PDF: tagged for screen readers (PDF/UA-1), typeset by Typst without a network.

``document_pdf``, and ``booklet_pdf`` of :mod:`giz_gesprek.export.pdf.booklet`, are all that others
need. Templates stand in ``templates/``; what people typed reaches them as JSON and is only text
there.
"""

from giz_gesprek.export.pdf.typeset import Pdf, document_pdf

__all__ = ["Pdf", "document_pdf"]
