"""What is really drawn: contrast of every character, and nothing told by colour alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widget import Widget

from giz_gesprek.tui.themes import THEMES
from tests.support.screens import SMALL_FIRST
from tests.support.talks import VIEWS
from tests.tui.looks import drawn, segments, too_faint
from tests.tui.support import Table, table


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_every_character_has_contrast(tmp_path: Path, theme: str) -> None:
    async with table(tmp_path, theme=theme) as t:
        for place in (*VIEWS, "consent", "declined", "summary"):
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


@pytest.mark.parametrize("size", SMALL_FIRST)
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
    for widget in list(t.top.query("PlainButton, Input, NotesField").results(Widget)):
        if not widget.focusable or not widget.display or not widget.region:
            continue
        widget.scroll_visible(animate=False, immediate=True)
        await t.calm()
        looks = []
        for focused in (widget, None):
            t.top.set_focus(focused, scroll_visible=False)
            await t.calm()
            looks.append(drawn(t, widget.region))
        assert looks[0] != looks[1], widget


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_the_lit_choice_is_seen_without_colours(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with table(tmp_path, size=size) as t:
        for place in ("choice", "triangle", "topics", "consent"):
            await t.sit_at(place)
            before = t.lines
            await t.press("3")
            assert t.lines != before, place
            marked = [line for line in t.lines.splitlines() if "▶" in line or "✔" in line]
            assert any(" 3  " in line for line in marked), place
            for _text, style, _control in segments(t):
                color = style.color if style else None
                assert color is None or color.triplet is None or len(set(color.triplet)) == 1
