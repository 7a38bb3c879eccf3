"""The style rules that every drawing is held to; docs/pictograms.md tells them to people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree import ElementTree as ET

from scripts.pictogram_raster import UNITS, VIEW, has_ink_outside

SMALL: Final = "-small"
"""How the name of a drawing with less in it ends."""

MOST_SHAPES: Final = 8
_SVG = "http://www.w3.org/2000/svg"
_NAME = re.compile(r"[a-z]+(-[a-z]+)+")
_ROOT_ATTRIBUTES: Final = {
    "viewBox": VIEW,
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "2",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
_SHAPES: Final[Mapping[str, frozenset[str]]] = {
    "path": frozenset({"d"}),
    "circle": frozenset({"cx", "cy", "r"}),
    "rect": frozenset({"x", "y", "width", "height", "rx"}),
}
_ACCENT: Final = {"class": "accent", "fill": "currentColor"}


def drawing_problems(sources: Mapping[str, str]) -> Iterator[str]:
    """Yield what is against the style guide in any drawing."""
    for name, source in sources.items():
        yield from (f"{name}.svg: {problem}" for problem in style_problems(name, source))
        if name.endswith(SMALL) and name.removesuffix(SMALL) not in sources:
            yield f"{name}.svg: there is no large drawing of this name"


def style_problems(name: str, source: str) -> Iterator[str]:
    """Yield what is against the style guide in one drawing."""
    if not _NAME.fullmatch(name):
        yield "a name is small letters and hyphens"
    if "<!" in source or "<?" in source:
        yield "comments, doctypes and processing instructions stay out"
        return
    root = ET.fromstring(source)  # noqa: S314 - our own file, and without a doctype
    if root.tag != f"{{{_SVG}}}svg" or dict(root.attrib) != _ROOT_ATTRIBUTES:
        yield "the first line differs from that of the style guide"
    shapes = list(root.iter())[1:]
    if not 0 < len(shapes) <= MOST_SHAPES:
        yield f"{len(shapes)} shapes; 1 to {MOST_SHAPES} are allowed"
    for shape in shapes:
        tag = shape.tag.removeprefix(f"{{{_SVG}}}")
        if tag not in _SHAPES or len(shape):
            yield f"<{tag}> is not a plain path, circle or rect"
            continue
        style = {key: value for key, value in shape.attrib.items() if key not in _SHAPES[tag]}
        if style not in ({}, _ACCENT):
            yield f"<{tag}> carries {', '.join(sorted(style))} besides its form and the accent"
    if any(text.strip() for text in root.itertext()):
        yield "there is text in the drawing"
    if has_ink_outside(source):
        yield f"there is ink outside the {UNITS} units"
