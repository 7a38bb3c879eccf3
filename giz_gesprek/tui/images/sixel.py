"""Pixels as Sixel: bands of six rows, in each a line for every colour."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from giz_gesprek.tui.images.pixels import Colour, Rows

_BAND: Final = 6
_REPEATED: Final = re.compile(r"(.)\1{3,}")


def sixel(rows: Rows, colours: Sequence[Colour]) -> str:
    """Return the codes that draw pixels from the place of the cursor, every one of them."""
    used = sorted(set(b"".join(rows)))
    registers = "".join(_register(colour, colours[colour]) for colour in used)
    bands = (_band(rows[top : top + _BAND]) for top in range(0, len(rows), _BAND))
    size = f"{len(rows[0])};{len(rows)}"
    return f'\x1bP0;1;0q"1;1;{size}{registers}{"-".join(bands)}\x1b\\'


def _register(number: int, colour: Colour) -> str:
    # Of a hundred, as it is told to the terminal.
    red, green, blue = (round(part * 100 / 255) for part in colour)
    return f"#{number};2;{red};{green};{blue}"


def _band(rows: Sequence[bytes]) -> str:
    lines: dict[int, bytearray] = {}
    for y, row in enumerate(rows):
        bit = 1 << y
        for x, colour in enumerate(row):
            line = lines.get(colour)
            if line is None:
                line = lines[colour] = bytearray(b"?" * len(row))
            line[x] += bit
    return "$".join(f"#{colour}{_packed(line.decode())}" for colour, line in lines.items())


def _packed(line: str) -> str:
    return _REPEATED.sub(lambda run: f"!{len(run[0])}{run[1]}", line.rstrip("?"))
