"""What a terminal says of itself when it is asked whether it can show images."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

QUESTION: Final = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[16t\x1b[c"
"""Do you know the protocol of Kitty? How large is a cell? Who are you?

Every terminal answers the last one, and they are answered in order: after it nothing more comes.
"""

_KITTY: Final = re.compile(r"\x1b_Gi=31;([^\x1b]*)\x1b\\")
_CELL: Final = re.compile(r"\x1b\[6;(\d{1,4});(\d{1,4})t")
_WHO: Final = re.compile(r"\x1b\[\?([0-9;]*)c")
_ANY: Final = re.compile(r"\x1b_G[^\x1b]*\x1b\\|\x1b\[6;\d+;\d+t|\x1b\[\?[0-9;]*c")
_BEGUN: Final = re.compile(r"(?:\x1b_G[^\x1b]*\x1b?|\x1b\[6;[0-9;]*|\x1b\[\?[0-9;]*)\Z")
_SIXEL: Final = "4"
_LARGEST: Final = 200


class Protocol(Enum):
    """The ways in which terminals take images."""

    SIXEL = auto()
    KITTY = auto()


@dataclass(frozen=True)
class Support:
    """How this terminal takes images; ``cell`` is the pixels of a character, across and down."""

    protocol: Protocol
    cell: tuple[int, int]


def is_last(answer: str) -> bool:
    """Tell whether everything that was asked has been answered."""
    return _WHO.search(answer) is not None


def understood(answer: str, cell: tuple[int, int] | None = None) -> Support | None:
    """Return what an answer says; None for a terminal that shows no images.

    ``cell`` is what the system knows of the size of a character. Sixel goes first: some terminals
    know both, and do that one better. It has to be drawn to measure, so without a measure there
    is no image.
    """
    who, size, kitty = (pattern.search(answer) for pattern in (_WHO, _CELL, _KITTY))
    if size is not None:
        cell = int(size[2]), int(size[1])
    if cell is not None and not all(0 < side <= _LARGEST for side in cell):
        cell = None
    if who is not None and _SIXEL in who[1].split(";")[1:] and cell is not None:
        return Support(Protocol.SIXEL, cell)
    if kitty is not None and kitty[1] == "OK":
        # It fits an image in its cells by itself.
        return Support(Protocol.KITTY, cell or (10, 20))
    return None


def taken_apart(data: str) -> tuple[str, str, str]:
    """Return what somebody typed, the answers, and the beginning of one that is still coming in."""
    typed, answered = _ANY.sub("", data), "".join(_ANY.findall(data))
    begun = _BEGUN.search(typed)
    if begun is None:
        return typed, answered, ""
    return typed[: begun.start()], answered, begun[0]
