"""The bytes of a file as text: UTF-8, with or without a byte order mark.

Owns what is no text, and where. Must not know what a file holds, nor what people are told: whoever
asks makes a sentence of a :class:`NoText`.
"""

from __future__ import annotations

import codecs
from typing import Final, Literal

Cause = Literal["utf-16", "bytes", "null"]
"""Why it is no text: another encoding that can be named; bytes that are no UTF-8, such as those of
an old Windows or a letter that was cut; or a null character."""

_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BEGINNING: Final = 1000
"""Bytes that tell UTF-16 without a mark: every other one is null where letters are ours."""


class NoText(ValueError):
    """Bytes that are no text in UTF-8; ``line`` counts from 1. It quotes nothing of them."""

    def __init__(self, cause: Cause, line: int) -> None:
        super().__init__(cause)
        self.cause: Cause = cause
        self.line = line


def text_of(data: bytes, *, halves: bool = False) -> str:
    """Return ``data`` as text, without a byte order mark.

    With ``halves`` those of a character are taken as they are, as JSON can hold them.

    Raises:
        NoText: it is none.

    """
    if data.startswith(_MARKS) or _is_half_null(data):
        raise NoText("utf-16", 1)
    try:
        text = data.decode("utf-8-sig", "surrogatepass" if halves else "strict")
    except UnicodeDecodeError as error:
        raise NoText("bytes", data.count(b"\n", 0, error.start) + 1) from None
    null = data.find(b"\0")
    if null >= 0:
        raise NoText("null", data.count(b"\n", 0, null) + 1)
    return text


def _is_half_null(data: bytes) -> bool:
    beginning = data[:_BEGINNING]
    return len(beginning) > 1 and beginning.count(0) * 3 > len(beginning) and any(beginning)
