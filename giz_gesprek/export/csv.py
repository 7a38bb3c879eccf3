"""Answers as CSV, for a spreadsheet or a program: what Excel opens, and no cell that it runs.

Owns cells and bytes; ``summary.answer_rows`` has the columns.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Final

_SEPARATOR: Final = ";"
"""What Excel expects where a comma is in numbers, as in Dutch."""
_BYTE_ORDER_MARK: Final = "\ufeff"
"""Without it Excel reads the letters of another alphabet."""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""With these a cell begins that a spreadsheet would take for a formula, wide signs too."""


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table with a first line of column names, as a spreadsheet opens it.

    A cell that would be taken for a formula gets an apostrophe in front.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=_SEPARATOR, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return f"{_BYTE_ORDER_MARK}{text.getvalue()}".encode()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell
