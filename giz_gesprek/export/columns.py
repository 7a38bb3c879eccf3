"""How wide a paper is as text, in cells of a terminal."""

from __future__ import annotations

from typing import Final

COLUMNS: Final = 76
FEWEST_COLUMNS: Final = 20
