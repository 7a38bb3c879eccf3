"""Style sheets are parsed once, and say the same as when they are parsed every time."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.css.parse import parse
from textual.css.stylesheet import Stylesheet, StylesheetParseError
from textual.screen import Screen
from textual.widgets import Static

from giz_gesprek.tui.host import styles
from giz_gesprek.tui.host.styles import StylesheetParsedOnce
from giz_gesprek.tui.themes import THEMES
from giz_gesprek.tui.widgets.said import PlainButton


class Second(Screen[None]):
    CSS = "Second Static { color: $secondary; }"

    def compose(self) -> ComposeResult:
        yield Static("second")


class Third(Second):
    CSS = "Third Static { color: $error; }"


class Plain(App[None]):
    CSS = "Static { color: $primary; }"

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def compose(self) -> ComposeResult:
        yield Static("first")


class Ours(Plain):
    def __init__(self) -> None:
        super().__init__()
        self.stylesheet = StylesheetParsedOnce(variables=self.get_css_variables())


async def colours_of(app: App[None]) -> list[str]:
    """Return the colours that are seen on a way through screens and themes and back."""
    seen: list[str] = []
    async with app.run_test() as pilot:
        for theme in (*THEMES, THEMES[0]):
            app.theme = theme.name
            for screen in (None, Second(), Third()):
                if screen is not None:
                    await app.push_screen(screen)
                await pilot.pause()
                text = app.screen.query_one(Static)
                seen += [text.styles.color.hex, text.styles.background.hex]
            app.pop_screen()
            app.pop_screen()
            await pilot.pause()
    return seen


async def test_it_looks_as_with_the_style_sheets_of_textual() -> None:
    seen = await colours_of(Ours())
    assert seen == await colours_of(Plain())
    assert len(set(seen)) > len(THEMES)


async def test_each_is_parsed_once_for_the_same_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: Counter[tuple[object, ...]] = Counter()

    def count(scope: str, css: str, read_from: tuple[str, str], **more: Any) -> Any:
        parsed[scope, css, read_from, more["tie_breaker"]] += 1
        return parse(scope, css, read_from, **more)

    styles._PARSED.clear()
    monkeypatch.setattr("textual.css.stylesheet.parse", count)
    await colours_of(Ours())
    again = Counter(parsed)
    assert max(again.values()) == len(THEMES)
    await colours_of(Ours())
    assert parsed == again
    await colours_of(Plain())
    assert max((parsed - again).values()) > len(THEMES), "Textual itself parses them every time"


@pytest.mark.parametrize("kind", [Stylesheet, StylesheetParsedOnce])
def test_a_sheet_that_is_wrong_leaves_the_rules_as_they_were(kind: type[Stylesheet]) -> None:
    sheets = kind(variables={"colour": "red"})
    sheets.add_source("Static { color: $colour; }", ("a", ""))
    sheets.reparse()
    before = sheets.css
    sheets.add_source("Static { color: no-colour-at-all; }", ("b", ""))
    with pytest.raises(StylesheetParseError):
        sheets.reparse()
    assert [rule.css for rule in sheets._rules] == before.split("\n\n")


@pytest.mark.parametrize("big", [False, True])
async def test_the_rules_for_a_button_are_looked_for_once(
    big: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[object] = []
    apply = Stylesheet.apply

    def note(self: Stylesheet, node: Any, **how: Any) -> None:
        looked.append(node)
        apply(self, node, **how)

    app = Ours()
    async with app.run_test():
        monkeypatch.setattr(Stylesheet, "apply", note)
        button = PlainButton("verder", big=big, classes="gap")
        assert looked == []
        await app.mount(button)
        assert looked == [button]
        big_or_not = "-big" if big else "-textual-compact"
        assert button.classes == {"gap", "-style-default", big_or_not}
