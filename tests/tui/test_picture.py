"""The picture beside the words: its size, its dots, and when it is left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.color import Color
from textual.theme import Theme
from textual.widgets import Static

from giz_gesprek.content.pictograms import ArtSize, Pictograms
from giz_gesprek.tui.themes import DARK, LIGHT, THEMES
from giz_gesprek.tui.widgets.picture import Picture, fitting_size

PICTOGRAMS = Pictograms()


class PictureApp(App[None]):
    """One picture and one line of text under it."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self.picture = picture

    def compose(self) -> ComposeResult:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = LIGHT.name
        yield self.picture
        yield Static("Words", id="words")


def on_screen(picture: Picture) -> tuple[str, ...]:
    width = picture.size.width
    return tuple(picture.render_line(y).text.ljust(width) for y in range(picture.size.height))


@pytest.mark.parametrize("size", ArtSize)
async def test_a_picture_is_shown_dot_for_dot(size: ArtSize) -> None:
    picture = Picture(PICTOGRAMS, "topic-housing", size)
    async with PictureApp(picture).run_test(size=(100, 36)):
        assert picture.size == (size.columns, size.rows)
        assert on_screen(picture) == PICTOGRAMS.art("topic-housing", size)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
async def test_ink_is_the_foreground_of_the_theme(theme: Theme) -> None:
    picture = Picture(PICTOGRAMS, "face-so-so")
    app = PictureApp(picture)
    async with app.run_test() as pilot:
        app.theme = theme.name
        await pilot.pause()
        assert picture.styles.color == Color.parse(theme.foreground or "")
        assert picture.styles.background == Color.parse(theme.background or "")


async def test_a_picture_is_there_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    picture = Picture(PICTOGRAMS, "face-going-well")
    async with PictureApp(picture).run_test():
        assert on_screen(picture) == PICTOGRAMS.art("face-going-well", ArtSize.SMALL)


@pytest.mark.parametrize(
    ("pictogram", "size", "wanted"),
    [
        (None, ArtSize.SMALL, True),
        ("topic-allotment", ArtSize.SMALL, True),
        ("topic-housing", None, True),
        ("topic-housing", ArtSize.SMALL, False),
    ],
)
async def test_what_is_not_shown_takes_no_room(
    pictogram: str | None, size: ArtSize | None, wanted: bool
) -> None:
    picture = Picture(PICTOGRAMS, pictogram, size, wanted=wanted)
    app = PictureApp(picture)
    async with app.run_test():
        assert not picture.display
        assert app.query_one("#words").region.y == 0


async def test_a_picture_follows_what_changes() -> None:
    picture = Picture(PICTOGRAMS, "topic-housing")
    async with PictureApp(picture).run_test(size=(100, 36)) as pilot:
        picture.pictogram = "topic-safety"
        await pilot.pause()
        assert on_screen(picture) == PICTOGRAMS.art("topic-safety", ArtSize.SMALL)
        picture.art_size = ArtSize.LARGE
        await pilot.pause()
        assert on_screen(picture) == PICTOGRAMS.art("topic-safety", ArtSize.LARGE)


async def test_a_picture_comes_and_goes_with_the_setting_and_the_room() -> None:
    picture = Picture(PICTOGRAMS, "topic-housing")
    async with PictureApp(picture).run_test() as pilot:
        shown = []
        for wanted, size in [(False, ArtSize.SMALL), (True, None), (True, ArtSize.SMALL)]:
            picture.wanted = wanted
            picture.art_size = size
            await pilot.pause()
            shown.append(picture.display)
        assert shown == [False, False, True]


def test_pictures_that_are_off_read_no_file(tmp_path: Path) -> None:
    Picture(Pictograms(tmp_path), "topic-housing", wanted=False)


@pytest.mark.parametrize(
    ("columns", "rows", "size"),
    [
        (59, 50, ArtSize.TINY),
        (60, 20, ArtSize.SMALL),
        (80, 24, ArtSize.SMALL),
        (99, 36, ArtSize.SMALL),
        (100, 35, ArtSize.SMALL),
        (100, 36, ArtSize.LARGE),
    ],
)
def test_the_terminal_decides_on_the_size(columns: int, rows: int, size: ArtSize | None) -> None:
    assert fitting_size(columns, rows) == size
