"""From a document to the bytes of one HTML file: the one place that knows Jinja.

The file asks for nothing: drawings and style stand in it, and its own policy forbids the rest.
What people typed is only ever text: every value is escaped.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from giz_gesprek.content.pictograms import Pictograms
from giz_gesprek.summary.document import Block, Document, Heading, Section
from giz_gesprek.summary.picture import Picture

if TYPE_CHECKING:
    import jinja2

TEMPLATES: Final = Path(__file__).parent / "templates"
_TOPIC: Final = 3
"""The level of the heading of a topic, on the family's paper."""
_NUMBER: Final = re.compile(r"(\b\d[\d-]+\d\b)")
_PAGE: Final = "paper.html.jinja"
_INK: Final = "#16212b"
"""What a drawing is drawn in; a picture in a page takes no colour from the words around it."""


def document_html(document: Document, pictograms: Pictograms) -> bytes:
    """Return a document as one HTML file in UTF-8; the same document gives the same bytes.

    Args:
        document: what to lay out; ``kind`` is the class of its body.
        pictograms: the drawings; one that is missing is left out.

    """

    def drawn(picture: Picture | None) -> str | None:
        return _address(pictograms, picture.pictogram) if picture is not None else None

    page = _templates().get_template(_PAGE)
    html = page.render(document=document, language=document.language.partition("-")[0], drawn=drawn)
    return html.encode()


@cache
def _templates() -> jinja2.Environment:
    import jinja2  # only papers need it

    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
    )
    templates.filters["kind"] = lambda block: type(block).__name__
    templates.filters["lines"] = _lines
    templates.filters["by_topic"] = _by_topic
    templates.filters["numbers"] = _numbers
    return templates


def _by_topic(blocks: Iterable[Block]) -> list[list[Block]]:
    """Return blocks in groups that stay on one sheet: a topic with all that is told on it."""
    groups: list[list[Block]] = []
    for block in blocks:
        first = groups[-1][0] if groups else None
        in_topic = isinstance(first, Heading) and first.level == _TOPIC
        begins = isinstance(block, Section) or (
            isinstance(block, Heading) and block.level <= _TOPIC
        )
        if in_topic and not begins:
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _numbers(line: str) -> list[str]:
    """Return a line in pieces, of which every second one is a number to call."""
    return _NUMBER.split(line)


def _lines(text: str) -> list[str]:
    """Return the lines of a text, without the empty ones between them."""
    return [line for line in map(str.strip, text.splitlines()) if line]


def _address(pictograms: Pictograms, pictogram: str) -> str | None:
    """Return a drawing as an address that holds the drawing itself; None where there is none."""
    path = pictograms.drawing(pictogram)
    if path is None or not path.exists():
        return None
    svg = path.read_text(encoding="utf-8").replace("currentColor", _INK)
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
