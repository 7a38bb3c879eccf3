"""Images for the protocol of Kitty: sent once, then put at places and taken away by number.

Nothing here is answered by the terminal (``q=2``).
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from typing import Final

_MOST: Final = 4096
"""Characters that go in one piece."""


def sent(number: int, png: bytes) -> str:
    """Return the codes that give the terminal an image to keep."""
    return "".join(_pieces(number, b64encode(png).decode("ascii")))


def _pieces(number: int, data: str) -> Iterator[str]:
    for start in range(0, len(data), _MOST):
        more = int(start + _MOST < len(data))
        head = f"a=t,f=100,i={number},q=2,m={more}" if not start else f"m={more},q=2"
        yield f"\x1b_G{head};{data[start : start + _MOST]}\x1b\\"


def placed(number: int, cells: tuple[int, int], cut: tuple[int, int, int]) -> str:
    """Return the code that shows an image from the cursor on, over so many columns and rows.

    ``cut`` is what of it is shown: its width, the first row of pixels, and how many.
    """
    columns, rows = cells
    width, top, height = cut
    part = f"x=0,y={top},w={width},h={height}"
    return f"\x1b_Ga=p,i={number},p=1,{part},c={columns},r={rows},C=1,q=2\x1b\\"


def taken_away(number: int) -> str:
    """Return the code that shows an image no longer; the terminal keeps it."""
    return f"\x1b_Ga=d,d=i,i={number},q=2\x1b\\"
