"""What both systems answer with."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

Printed: TypeAlias = Literal["printed", "no_printer", "not_printed"]
"""It is with the printer; there is none, or no program for it; the printer did not take it."""

PRINT_TITLE: Final = "document"
"""What the printer shows in its list: nothing of a family."""
