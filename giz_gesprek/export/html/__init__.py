"""Papers as one HTML file: for a screen reader, a telephone, and pasting into a record."""

from __future__ import annotations

from giz_gesprek.export.html.page import document_html

__all__ = ["document_html"]
