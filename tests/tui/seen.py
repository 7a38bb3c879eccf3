"""What stands on a screen, and what a picture has beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Button, Input, Static

from giz_gesprek.tui.widgets.picture import Picture
from giz_gesprek.tui.widgets.triangle import Triangle
from tests.support.wording import has_words

_AROUND_DOTS: Final = re.compile(r"[▀▄█\n]+|(?:[▶✔1-3] )+|  +")


def seen(screen: Screen[object]) -> Iterator[str]:
    """Yield every string on a screen; a picture has words beside it, see ``bare_pictures``."""
    for widget in screen.query("*"):
        if isinstance(widget, Triangle):
            yield from filter(None, _AROUND_DOTS.split(str(widget.render())))
        elif isinstance(widget, Static) and not isinstance(widget, Picture):
            yield str(widget.content)
        elif isinstance(widget, Button):
            yield str(widget.label)
        elif isinstance(widget, Input):
            yield widget.placeholder
        # The words alone: what pointing at them does stands among them as markup.
        edges = (widget._border_title, widget._border_subtitle)
        yield from (edge.plain for edge in edges if edge is not None and edge.plain)


def bare_pictures(screen: Screen[object]) -> list[Picture]:
    """Return the pictures without any words beside them."""
    return [
        picture
        for picture in screen.query(Picture)
        if not any(
            has_words(str(widget.content))
            for widget in _around(picture).query(Static)
            if not isinstance(widget, Picture)
        )
    ]


def _around(picture: Picture) -> DOMNode:
    """Return what holds a picture and its words: above what only puts it in the middle."""
    place: DOMNode = picture
    while place.parent is not None and len(place.children) <= 1:
        place = place.parent
    return place
