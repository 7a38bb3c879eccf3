"""Where an image is painted: over a picture that can be seen, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from textual import events
from textual._compositor import ChopsUpdate, CompositorUpdate
from textual.message import Message

from giz_gesprek.tui.host.answers import Answers, KeysOnly
from giz_gesprek.tui.host.painting import Painter
from giz_gesprek.tui.images.support import QUESTION, Protocol, Support
from giz_gesprek.tui.themes import DARK, LIGHT
from giz_gesprek.tui.widgets.picture import Picture
from tests.support.images import Shown, difference, kittens, kitty_commands, sixels
from tests.tui.support import Table, table

SIXEL: Final = Support(Protocol.SIXEL, (10, 20))
KITTY: Final = Support(Protocol.KITTY, (10, 20))
FACES: Final = ("face-going-well", "face-so-so", "face-difficult")


def painted(t: Table, painter: Painter, update: CompositorUpdate | None = None) -> bytes:
    screen = t.app.screen
    update = update or screen._compositor.render_full_update()
    return painter.codes(update, screen, t.app.current_theme).encode()


def places(t: Table) -> list[tuple[int, int]]:
    regions = [picture.region for picture in t.screen.query(Picture) if picture.display]
    return [(region.y + 1, region.x + 1) for region in regions]


async def test_every_picture_is_painted_at_its_place(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        for support, images in ((SIXEL, sixels), (KITTY, kittens)):
            shown = images(painted(t, Painter(support)))
            assert [(each.row, each.column) for each in shown] == places(t)
            for each, face in zip(shown, FACES, strict=True):
                assert off(each, face, t) < 3


def off(shown: Shown, pictogram: str, t: Table) -> float:
    theme = t.app.current_theme
    colours = (str(theme.foreground), str(theme.primary), str(theme.background))
    return difference(shown.image, pictogram, colours)


async def test_an_image_has_the_colours_of_the_theme(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        painter = Painter(KITTY)
        for theme in (DARK, LIGHT, DARK):
            t.app.theme = theme.name
            await t.calm()
            assert off(kittens(painted(t, painter))[0], FACES[0], t) < 3
            painter.forget()


async def test_sixels_are_painted_again_only_where_words_went_over_them(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        picture = t.screen.query(Picture).first().region
        compositor = t.app.screen._compositor
        ends = [cuts[1:] for cuts in compositor.cuts]
        for x, count in ((picture.x + 3, 1), (picture.right, 0)):
            spans = [(picture.y + 1, x, x + 1)]
            update = ChopsUpdate([], spans, ends)
            assert len(sixels(painted(t, Painter(SIXEL), update))) == count


async def test_kitty_gets_an_image_once_and_a_place_only_when_it_changes(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        painter = Painter(KITTY)
        painted(t, painter)
        nothing = ChopsUpdate([], [(0, 0, 1)], [])
        assert painted(t, painter, nothing) == b""
        again = [keys["a"] for keys, _data in kitty_commands(painted(t, painter))]
        assert again == ["p"] * 3, "everything was written anew, and the images are kept"
        painter.forget()
        assert b"a=t" in painted(t, painter, nothing)


async def test_no_image_lies_over_a_dialog(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        painter, sixel = Painter(KITTY), Painter(SIXEL)
        before = {keys["i"] for keys, _data in kitty_commands(painted(t, painter))}
        await t.press("f1")
        away = list(kitty_commands(painted(t, painter)))
        assert {keys["i"] for keys, _data in away} == before
        assert {keys["a"] for keys, _data in away} == {"d"}
        assert painted(t, sixel) == b""


async def test_images_that_are_not_wanted_are_not_painted(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        painter = Painter(SIXEL)
        painter.wanted = False
        assert painted(t, painter) == b""


async def test_of_a_picture_half_out_of_sight_the_other_half_is_painted(tmp_path: Path) -> None:
    async with table(tmp_path, "agreement", size=(60, 20)) as t:
        [picture] = t.screen.query(Picture)
        body = t.body
        body.styles.height = 4
        await t.calm()
        region, seen = picture.region, t.app.screen.find_widget(picture).visible_region
        assert 0 < seen.height < region.height
        [sixel] = sixels(painted(t, Painter(SIXEL)))
        assert sixel.image.size == (120, 20 * seen.height)
        [kitten] = kittens(painted(t, Painter(KITTY)))
        assert kitten.image.size == (240, 40 * seen.height)
        assert kitten.row == seen.y + 1


@pytest.mark.parametrize("pieces", [1, 3])
def test_answers_are_told_once_and_are_no_keys(pieces: int) -> None:
    told: list[str] = []
    written: list[str] = []
    answers = Answers(told.append)
    parser = KeysOnly(answers)
    answers.ask(written.append)
    answers.ask(written.append)
    assert written == [QUESTION]
    answer = "\x1b_Gi=31;OK\x1b\\", "\x1b[6;20;10t", "\x1b[?62;4c"
    came = "a".join(answer)
    found: list[Message] = []
    size = len(came) // pieces
    for at in range(0, len(came), size):
        found += parser.feed(came[at : at + size])
    found += parser.feed("b" + answer[-1] + "c")
    keys = [event.character for event in found if isinstance(event, events.Key)]
    assert "".join(character or "" for character in keys) == "aabc"
    assert told == ["".join(answer)]
