"""Reads images back from what a terminal is sent, by the rules of its protocol."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

import resvg_py
from PIL import Image, ImageChops, ImageStat

DRAWINGS: Final = Path(__file__).resolve().parents[2] / "content" / "pictograms"

_SIXEL: Final = re.compile(rb"\x1b\[(\d+);(\d+)H\x1bP0;1;0q(.*?)\x1b\\", re.DOTALL)
_KITTY: Final = re.compile(rb"\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\")
_TOKEN: Final = re.compile(
    r'"1;1;(\d+);(\d+)|#(\d+);2;(\d+);(\d+);(\d+)|#(\d+)|(?:!(\d+))?([?-~])|(\$)|(-)'
)


@dataclass(frozen=True)
class Shown:
    """An image at a place: row and column, counted from one."""

    row: int
    column: int
    image: Image.Image


def sixels(written: bytes) -> list[Shown]:
    """Return every image in Sixel, in the order in which it was painted."""
    return [
        Shown(int(row), int(column), _painted(data.decode("ascii")))
        for row, column, data in _SIXEL.findall(written)
    ]


def _painted(data: str) -> Image.Image:
    """Paint as a terminal does: six pixels a character, a colour at a time."""
    colours: dict[str, tuple[int, ...]] = {}
    colour: tuple[int, ...] = ()
    at, image = 0, Image.new("RGBA", (1, 1))
    x = y = 0
    while at < len(data):
        token = _TOKEN.match(data, at)
        assert token, f"no code of Sixel: {data[at : at + 20]!r}"
        at = token.end()
        width, height, new, red, green, blue, used, times, dots, back, down = token.groups()
        if width:
            image = Image.new("RGBA", (int(width), int(height)), (0, 0, 0, 0))
        elif new:
            colours[new] = tuple(round(int(part) * 255 / 100) for part in (red, green, blue))
        elif used:
            colour = colours[used]
        elif back or down:
            x, y = 0, y + (6 if down else 0)
        else:
            end = x + int(times or 1)
            for bit in (bit for bit in range(6) if (ord(dots) - 63) >> bit & 1):
                image.paste((*colour, 255), (x, y + bit, end, y + bit + 1))
            x = end
    return image


def kitty_commands(written: bytes) -> Iterator[tuple[dict[str, str], bytes]]:
    """Yield every command of the protocol of Kitty: its keys, and what it carries, decoded."""
    data = ""
    for keys, payload in _KITTY.findall(written):
        found = dict(key.split("=") for key in keys.decode().split(","))
        data += payload.decode()
        if found.get("m") == "1":
            first = found
            continue
        yield (first if "a" not in found else found), b64decode(data)
        data = ""


def kittens(written: bytes) -> list[Shown]:
    """Return every image that is placed by the protocol of Kitty, in order."""
    sent: dict[str, Image.Image] = {}
    shown: list[Shown] = []
    places = iter(re.findall(rb"\x1b\[(\d+);(\d+)H\x1b_Ga=p", written))
    for keys, data in kitty_commands(written):
        if keys.get("a") == "t":
            sent[keys["i"]] = Image.open(BytesIO(data)).convert("RGBA")
        elif keys.get("a") == "p":
            row, column = next(places)
            left, top = int(keys["x"]), int(keys["y"])
            part = (left, top, left + int(keys["w"]), top + int(keys["h"]))
            shown.append(Shown(int(row), int(column), sent[keys["i"]].crop(part)))
    return shown


def difference(image: Image.Image, pictogram: str, colours: tuple[str, str, str]) -> float:
    """Return how far an image is from a drawing in colours of ink, accent and paper; 0 to 255."""
    ink, accent, paper = colours
    png = resvg_py.svg_to_bytes(
        svg_string=(DRAWINGS / f"{pictogram}.svg")
        .read_text(encoding="utf-8")
        .replace("currentColor", ink),
        width=image.width,
        height=image.height,
        background=paper,
        style_sheet=f".accent{{fill:{accent};stroke:{accent}}}",
        skip_system_fonts=True,
    )
    drawn = Image.open(BytesIO(bytes(png))).convert("RGB")
    return max(ImageStat.Stat(ImageChops.difference(drawn, image.convert("RGB"))).mean)


def drawing_of(image: Image.Image, colours: tuple[str, str, str]) -> tuple[str, float]:
    """Return which drawing an image is most like, and how far it is from it."""
    names = sorted(path.stem for path in DRAWINGS.glob("*.svg") if not path.stem.endswith("-small"))
    nearest = min(names, key=lambda name: difference(image, name, colours))
    return nearest, difference(image, nearest, colours)
