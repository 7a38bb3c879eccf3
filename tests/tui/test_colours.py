"""What is really drawn: contrast of every character, and nothing told by colour alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.widget import Widget

from giz_gesprek.tui.themes import THEMES
from tests.support.screens import SIZES
from tests.tui.support import ONE_OF_EACH, Table, table

TEXT: Final = 7.0
LINES: Final = 3.0


def luminance(color: Color) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = [part / 255 for part in color.rgb]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours by WCAG 2, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def segments(t: Table) -> Iterator[Segment]:
    """Yield everything that is drawn."""
    for line in t.top._compositor.render_strips():
        yield from line


def is_line(text: str) -> bool:
    """Tell whether only borders and scrollbars are drawn here."""
    return all(char.isspace() or "\u2500" <= char <= "\u259f" for char in text)


def too_faint(t: Table) -> list[tuple[str, float]]:
    """Return what has too little contrast, with its contrast."""
    found = []
    for text, style, _control in segments(t):
        if not text.strip() or style is None:
            continue
        assert not style.dim, f"how dim is dim? {text}"
        assert style.color is not None, text
        assert style.bgcolor is not None, text
        there = contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))
        if there < (LINES if is_line(text) else TEXT):
            found.append((text, round(there, 2)))
    return found


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_every_character_has_contrast(tmp_path: Path, theme: str) -> None:
    async with table(tmp_path, theme=theme) as t:
        for place in ONE_OF_EACH:
            await t.sit_at(place)
            await t.press("2")
            assert too_faint(t) == [], place
        await t.sit_at("goals")
        for _button in t.buttons():
            await t.press("tab")
            assert too_faint(t) == [], t.app.focused
        for key in ("f1", "f6", "f8", "f9", "ctrl+q"):
            await t.press(key)
            assert too_faint(t) == [], key
            await t.press("escape")
        await t.click(t.button("button.add_goal"))
        await t.type("Iets")
        await t.press("shift+left", "shift+left")
        assert too_faint(t) == []


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_what_the_mouse_points_at_keeps_its_contrast(tmp_path: Path, theme: str) -> None:
    async with table(tmp_path, "choice", theme=theme) as t:
        for widget in (*t.buttons(), *t.screen.query("ChoiceItem")):
            await t.pilot.hover(widget)
            await t.calm()
            assert too_faint(t) == [], widget


def drawn(t: Table, region: Region) -> list[tuple[str, bool, bool, bool]]:
    """Return what is drawn in a region, but not its colours."""
    found = []
    for line in t.top._compositor.render_strips()[region.y : region.bottom]:
        for text, style, _control in line.crop(region.x, region.right):
            shape = style or Style()
            found.append((text, bool(shape.bold), bool(shape.reverse), bool(shape.underline)))
    return found


@pytest.mark.parametrize("size", SIZES)
async def test_the_focus_is_seen_without_colours(tmp_path: Path, size: tuple[int, int]) -> None:
    async with table(tmp_path, size=size) as t:
        for place in ("words", "goals", "look_back", "declined", "topics"):
            await t.sit_at(place)
            await focus_is_seen(t)
        for key in ("f6", "f8"):
            await t.press(key)
            await focus_is_seen(t)
            await t.press("escape")


async def focus_is_seen(t: Table) -> None:
    """Look at every button and field, with the focus and without it."""
    for widget in list(t.top.query("PlainButton, Input, Words").results(Widget)):
        if not widget.focusable or not widget.display or not widget.region:
            continue
        looks = []
        for focused in (widget, None):
            t.top.set_focus(focused, scroll_visible=False)
            await t.calm()
            looks.append(drawn(t, widget.region))
        assert looks[0] != looks[1], widget


@pytest.mark.parametrize("place", ["choice", "triangle", "topics", "consent"])
@pytest.mark.parametrize("size", SIZES)
async def test_the_lit_choice_is_seen_without_colours(
    tmp_path: Path, place: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with table(tmp_path, place, size=size) as t:
        before = t.lines
        await t.press("3")
        assert t.lines != before
        marked = [line for line in t.lines.splitlines() if "▶" in line or "✔" in line]
        assert any(" 3  " in line for line in marked)
        for _text, style, _control in segments(t):
            color = style.color if style else None
            assert color is None or color.triplet is None or len(set(color.triplet)) == 1
