"""Of a screen is drawn what changed, and nothing else; what is there is what Textual would draw."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from rich.console import RenderableType
from rich.style import Style
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual._styles_cache import StylesCache
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from giz_gesprek.tui.widgets.choice_list import Card
from tests.support.screens import SIZES
from tests.tui.support import Table, table
from tests.tui.unseen import PUT_TOGETHER


class Paper:
    """What a terminal shows: each cell with its letter and how it looks."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], tuple[str, Style | None]] = {}
        self.drawn = 0

    def take(self, update: object) -> None:
        """Draw over what was there."""
        if isinstance(update, LayoutUpdate):
            for y, line in enumerate(update.strips):
                x = 0
                for part in line:
                    x = self._put(y, x, part)
        elif isinstance(update, ChopsUpdate):
            for y, left, right in update.spans:
                for end, (x, strip) in zip(
                    update.chop_ends[y], update.chops[y].items(), strict=True
                ):
                    if x < right and end > left:
                        assert strip is not None
                        self._put(y, x, strip.crop(0, min(end, right) - x))

    def _put(self, y: int, x: int, strip: Strip) -> int:
        for text, style, _control in strip:
            for letter in text:
                self.cells[y, x] = (letter, style)
                self.drawn += 1
                x += 1
        return x


@contextmanager
def paper() -> Iterator[Paper]:
    """Draw on a paper what an app shows."""
    sheet = Paper()
    display = App._display

    def note(self: App[None], screen: Screen[object], what: RenderableType | None) -> None:
        sheet.take(what)
        display(self, screen, what)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(App, "_display", note)
        patch.setattr(Compositor, "render_update", PUT_TOGETHER)
        yield sheet


def as_textual_draws(t: Table) -> Paper:
    """Return the whole screen as it is when nothing is remembered of what was drawn before."""
    widgets = list(t.top.walk_children(Widget, with_self=True))
    remembered = [widget._styles_cache for widget in widgets]
    for widget in widgets:
        widget._styles_cache = StylesCache()
        widget._dirty_regions.add(widget.outer_size.region)
        widget.notify_style_update()
    whole = Paper()
    compositor = t.top._compositor
    everything = Region(0, 0, *compositor.size)
    for y, line in enumerate(Compositor._render_chops(compositor, everything, lambda _y: True)):
        x = 0
        for strip in line.values():
            x = whole._put(y, x, strip)
    for widget, cache in zip(widgets, remembered, strict=True):
        widget._styles_cache = cache
    return whole


_KEYS = {
    "choice": ("2", "1", "enter", "escape", "1", "right", "left", "tab", "3", "f4", "escape"),
    "triangle": ("1", "2", "down", "f3", "3"),
    "topics": ("1", "2", "2", "down", "f1", "escape"),
    "words": ("a", "b", "backspace", "pagedown", "f9", "x"),
}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("place", _KEYS)
async def test_after_every_key_stands_what_textual_would_draw(
    tmp_path: Path, place: str, size: tuple[int, int]
) -> None:
    with paper() as sheet:
        async with table(tmp_path, place, size=size) as t:
            for key in _KEYS[place]:
                await t.press(key)
                assert sheet.cells == as_textual_draws(t).cells, key


@contextmanager
def asked() -> Iterator[list[Widget]]:
    """Note which widgets are asked to draw lines."""
    drawn: list[Widget] = []
    render_lines = Widget.render_lines

    def note(self: Widget, crop: Region) -> list[Strip]:
        drawn.append(self)
        return render_lines(self, crop)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Widget, "render_lines", note)
        yield drawn


async def test_another_light_draws_two_borders_and_three_sentences(tmp_path: Path) -> None:
    with paper() as sheet:
        async with table(tmp_path, "choice") as t:
            await t.press("1")
            cards, echo = list(t.top.query(Card)), t.top.query_one("#echo")
            assert all(card.picture.size for card in cards)
            least = {}
            # The screen under this one is laid out at a moment of its own, and draws everything.
            for _round in range(5):
                for key in ("2", "1"):
                    sheet.drawn = 0
                    with asked() as drawn:
                        await t.press(key)
                    least[sheet.drawn] = set(drawn)
            changed = cards[:2]
            words = [*(card.item for card in changed), echo]
            borders = sum(2 * sum(card.outer_size) - 4 for card in changed)
            assert min(least) == borders + sum(each.size.area for each in words)
            assert least[min(least)] == {*changed, *words}


async def test_a_light_that_was_there_before_asks_no_rule(tmp_path: Path) -> None:
    styled: list[DOMNode] = []
    restyled = Stylesheet.apply

    def note(self: Stylesheet, node: DOMNode, **how: object) -> None:
        styled.append(node)
        restyled(self, node, **how)  # type: ignore[arg-type]

    def refuse(*_of: object) -> None:
        raise AssertionError

    async with table(tmp_path, "choice") as t:
        await t.press("1", "2", "1")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Stylesheet, "apply", note)
            patch.setattr(Stylesheet, "_check_rule", refuse)
            await t.press("2")
        assert len(styled) == len(set(styled)) == 4
