"""A pictogram as pixels: reads its PNG, gives it colours and another size.

The PNG has sixteen colours: the lower three bits of a pixel are how much ink it has, the fourth
says whether that is ink of the accent. ``scripts/pictograms.py`` writes no other.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final, TypeAlias

Colour: TypeAlias = tuple[int, int, int]
"""Red, green and blue, 0-255."""

Rows: TypeAlias = tuple[bytes, ...]
"""The colour of each pixel, by row."""

MOST_INK: Final = 7
ACCENT: Final = 8

_START: Final = b"\x89PNG\r\n\x1a\n"
_INK = bytes(value & MOST_INK for value in range(256))
_ACCENT_INK = bytes(value & MOST_INK if value & ACCENT else 0 for value in range(256))
_LEFT = bytes(value >> 4 for value in range(256))
_RIGHT = bytes(value & 15 for value in range(256))


def palette(paper: Colour, ink: Colour, accent: Colour) -> tuple[Colour, ...]:
    """Return the sixteen colours for a theme."""
    return tuple(
        _mixed(paper, colour, part / MOST_INK)
        for colour in (ink, accent)
        for part in range(MOST_INK + 1)
    )


def _mixed(paper: Colour, colour: Colour, part: float) -> Colour:
    red, green, blue = (
        round(below + (above - below) * part) for below, above in zip(paper, colour, strict=True)
    )
    return red, green, blue


def read(png: bytes) -> Rows:
    """Return the pixels of a PNG that ``write`` made.

    Raises:
        ValueError: it is another PNG, or none.

    """
    chunks = dict(_chunks(png))
    try:
        width, height, *kind = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
        data = zlib.decompress(chunks[b"IDAT"])
    except (KeyError, struct.error, zlib.error) as error:
        raise ValueError("no picture of a pictogram") from error
    stride = width // 2 + 1
    if kind != [4, 3, 0, 0, 0] or width % 2 or len(data) != stride * height or any(data[::stride]):
        raise ValueError("no picture of a pictogram")
    return tuple(_pairs(data[start + 1 : start + stride]) for start in range(0, len(data), stride))


def _pairs(packed: bytes) -> bytes:
    row = bytearray(2 * len(packed))
    row[::2], row[1::2] = packed.translate(_LEFT), packed.translate(_RIGHT)
    return bytes(row)


def write(rows: Rows, colours: Sequence[Colour]) -> bytes:
    """Return a PNG of an even number of pixels across, in at most sixteen colours."""
    lines = (
        b"\0" + bytes(left << 4 | right for left, right in zip(row[::2], row[1::2], strict=True))
        for row in rows
    )
    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 4, 3, 0, 0, 0)
    return b"".join(
        (
            _START,
            _chunk(b"IHDR", head),
            _chunk(b"PLTE", bytes(part for colour in colours for part in colour)),
            _chunk(b"IDAT", zlib.compress(b"".join(lines), 9)),
            _chunk(b"IEND", b""),
        )
    )


def scaled(rows: Rows, width: int, height: int) -> Rows:
    """Return a picture in another size; each pixel is what lies under it on average."""
    across = _spans(len(rows[0]), width)
    return tuple(
        bytes(
            _pixel(ink, accent, (right - left) * (bottom - top))
            for (left, right), ink, accent in zip(
                across,
                _sums(rows[top:bottom], _INK, across),
                _sums(rows[top:bottom], _ACCENT_INK, across),
                strict=True,
            )
        )
        for top, bottom in _spans(len(rows), height)
    )


def _sums(rows: Rows, part: bytes, spans: list[tuple[int, int]]) -> list[int]:
    columns = map(sum, zip(*(row.translate(part) for row in rows), strict=True))
    until = list(accumulate(columns, initial=0))
    return [until[right] - until[left] for left, right in spans]


def _spans(found: int, wanted: int) -> list[tuple[int, int]]:
    edges = [at * found // wanted for at in range(wanted + 1)]
    return [(start, max(end, start + 1)) for start, end in pairwise(edges)]


def _pixel(ink: int, accent: int, pixels: int) -> int:
    level = (2 * ink + pixels) // (2 * pixels)
    return level | ACCENT if level and 2 * accent > ink else level


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_START) if png.startswith(_START) else len(png)
    while at + 12 <= len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        yield kind, png[at + 8 : at + 8 + length]
        at += length + 12


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
