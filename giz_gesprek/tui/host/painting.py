"""Paints the real pictures over the screen, in a terminal that can show them.

Textual shows the characters of a picture first, so nothing is missing where an image cannot be:
under a dialog, or behind something. Knows of a picture only what ``Painted`` tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from textual._compositor import ChopsUpdate, CompositorUpdate
from textual.color import Color
from textual.errors import NoWidget
from textual.geometry import Region
from textual.widget import Widget

from giz_gesprek.tui.host.painted import Painted
from giz_gesprek.tui.images import kitty, pixels
from giz_gesprek.tui.images.sixel import sixel
from giz_gesprek.tui.images.support import Protocol, Support

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from textual.screen import Screen
    from textual.theme import Theme

_FIRST_NUMBER: Final = 0x67697A00
"""Of the images of this program: others that run in the same window have theirs."""


@dataclass(frozen=True)
class Sight:
    """An image that can be seen: all its cells, and those of them that are in sight."""

    png: bytes
    region: Region
    seen: Region

    @property
    def cut(self) -> tuple[int, int]:
        """The rows of cells that are in sight, from the top of the image."""
        top = self.seen.y - self.region.y
        return top, top + self.seen.height


class Painter:
    """The images on one terminal. ``wanted`` can be changed at any moment."""

    def __init__(self, support: Support) -> None:
        self.wanted = True
        self._support = support
        self._drawn: dict[tuple[object, ...], str] = {}
        self._numbers: dict[tuple[object, ...], int] = {}
        self._shown: dict[int, Sight | None] = {}

    def over(self, update: CompositorUpdate, screen: Screen[Any], theme: Theme) -> Covered:
        """Return what Textual wants to show, with the images over it."""
        return Covered(update, self, screen, theme)

    def forget(self) -> None:
        """Take nothing for granted of what the terminal keeps and shows."""
        self._numbers.clear()
        self._shown.clear()

    def codes(self, update: CompositorUpdate, screen: Screen[Any], theme: Theme) -> str:
        """Return the codes that follow an update of the screen."""
        found = list(_in_sight(screen)) if self.wanted else []
        colours = _colours(theme)
        if self._support.protocol is Protocol.SIXEL:
            painted = "".join(
                _at(each.seen) + self._sixel(each, colours)
                for each in found
                if _touches(update, each.seen)
            )
        else:
            if not isinstance(update, ChopsUpdate):
                self._shown = dict.fromkeys(self._shown)
            painted = "".join(self._kitty(found, colours))
        return f"\x1b7{painted}\x1b8" if painted else ""

    def _sixel(self, sight: Sight, colours: tuple[pixels.Colour, ...]) -> str:
        """Return the image in the pixels of its cells; what is square stays square."""
        key = (sight.png, sight.region.size, sight.cut, colours)
        if key not in self._drawn:
            across, down = self._support.cell
            width, height = sight.region.width * across, sight.region.height * down
            top, bottom = (row * down for row in sight.cut)
            rows = _fitted(pixels.read(sight.png), width, height)[top:bottom]
            self._drawn[key] = sixel(rows, colours)
        return self._drawn[key]

    def _kitty(self, found: Iterable[Sight], colours: tuple[pixels.Colour, ...]) -> Iterator[str]:
        """Yield what is new; what has gone is taken away, because words do not cover it."""
        shown: dict[int, Sight] = {}
        for sight in found:
            # The same drawing can be there twice.
            key = (sight.png, colours, sum(sight.png == other.png for other in shown.values()))
            if key not in self._numbers:
                self._numbers[key] = _FIRST_NUMBER + len(self._numbers) + 1
                rows = pixels.read(sight.png)
                yield kitty.sent(self._numbers[key], pixels.write(rows, colours))
            shown[self._numbers[key]] = sight
        for number in self._shown.keys() - shown.keys():
            yield kitty.taken_away(number)
        for number, sight in shown.items():
            if self._shown.get(number) != sight:
                yield _at(sight.seen) + kitty.placed(number, sight.seen.size, _part(sight))
        self._shown = {**shown}


class Covered(CompositorUpdate):
    """An update of the screen, followed by the images that belong over it."""

    def __init__(
        self, update: CompositorUpdate, painter: Painter, screen: Screen[Any], theme: Theme
    ) -> None:
        self._update = update
        self._painter = painter
        self._screen = screen
        self._theme = theme

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Show the characters."""
        yield from console.render(cast("RenderableType", self._update), options)

    def render_segments(self, console: Console) -> str:
        """Return the codes for the terminal, at the moment that they are written to it."""
        characters = self._update.render_segments(console)
        return characters + self._painter.codes(self._update, self._screen, self._theme)


def _in_sight(screen: Screen[Any]) -> Iterator[Sight]:
    """Yield the images on the screen that is on top, as far as nothing lies over them."""
    if screen is not screen.app.screen:
        return
    for widget in screen.walk_children(Painted):
        try:
            place = screen.find_widget(widget)
        except NoWidget:
            continue
        region, seen = place.region, place.visible_region
        png = widget.image() if seen and seen.width == region.width else None
        # In the last row of all an image would scroll the screen.
        if png is None or seen.bottom >= screen.size.height or _is_covered(screen, widget, seen):
            continue
        yield Sight(png, region, seen)


def _is_covered(screen: Screen[Any], widget: Widget, seen: Region) -> bool:
    corners = ((x, y) for x in (seen.x, seen.right - 1) for y in (seen.y, seen.bottom - 1))
    return any(screen.get_widget_at(*corner)[0] is not widget for corner in corners)


def _touches(update: CompositorUpdate, region: Region) -> bool:
    """Tell whether an update writes over cells of an image, which wipes them out."""
    if not isinstance(update, ChopsUpdate):
        return True
    return any(
        region.y <= y < region.bottom and left < region.right and right > region.x
        for y, left, right in update.spans
    )


def _at(region: Region) -> str:
    return f"\x1b[{region.y + 1};{region.x + 1}H"


def _part(sight: Sight) -> tuple[int, int, int]:
    """Return of the pixels of an image its width, and the rows that are in sight."""
    rows = pixels.read(sight.png)
    top, bottom = (row * len(rows) // sight.region.height for row in sight.cut)
    return len(rows[0]), top, bottom - top


def _fitted(rows: pixels.Rows, width: int, height: int) -> pixels.Rows:
    side = min(width, height)
    left, top = (width - side) // 2, (height - side) // 2
    empty = bytes(width)
    middle = (
        bytes(left) + row + bytes(width - side - left) for row in pixels.scaled(rows, side, side)
    )
    return (*[empty] * top, *middle, *[empty] * (height - side - top))


def _colours(theme: Theme) -> tuple[pixels.Colour, ...]:
    paper, ink, accent = (
        Color.parse(str(colour)).rgb
        for colour in (theme.background, theme.foreground, theme.primary)
    )
    return pixels.palette(paper, ink, accent)
