"""Real images in a terminal that has them, and nothing of the asking in a terminal that has not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.i18n import _
from giz_gesprek.tui.themes import LIGHT
from tests.support.images import Shown, drawing_of, kittens, kitty_commands, sixels
from tests.support.talking import PASSPHRASE, at_table, keep_in_store
from tests.support.waiting import wait_until
from tests.support.window import Window

pytestmark = pytest.mark.needs_posix("a terminal")

ASKED: Final = b"\x1b[16t\x1b[c"
"""How the question ends: from then on a terminal answers."""
SIXEL: Final = b"\x1b[6;20;10t\x1b[?62;4;22c"
KITTY: Final = b"\x1b_Gi=31;OK\x1b\\\x1b[6;20;10t\x1b[?62;c"
COLOURS: Final = (str(LIGHT.foreground), str(LIGHT.primary), str(LIGHT.background))
FIRST: Final = "action-meet"
"""The picture of the page on which the demo opens."""
MOST_OFF: Final = 3.0
"""How far the colours of two drawings may be apart on average, of 255."""


@pytest.mark.parametrize(
    ("answer", "images", "size"), [(SIXEL, sixels, (120, 120)), (KITTY, kittens, (240, 240))]
)
def test_the_terminal_gets_the_drawing_itself(
    environment: dict[str, str],
    answer: bytes,
    images: Callable[[bytes], list[Shown]],
    size: tuple[int, int],
) -> None:
    with Window(environment, "demo", answers={ASKED: answer}) as window:
        wait_until(lambda: images(window.written) != [], "an image")
        shown = images(window.written)[0]
    assert shown.image.size == size
    assert shown.image.getchannel("A").getextrema() == (255, 255), "nothing shines through"
    name, off = drawing_of(shown.image, COLOURS)
    assert name == FIRST
    assert off < MOST_OFF


def test_an_image_goes_when_its_page_goes(environment: dict[str, str]) -> None:
    with Window(environment, "demo", answers={ASKED: KITTY}) as window:
        wait_until(lambda: kittens(window.written) != [], "an image")
        window.type("\r")
        wait_until(lambda: len({each["i"] for each in placed(window)}) > 1, "the next image")
        first = placed(window)[0]["i"]
        away = [keys for keys, _data in kitty_commands(window.written) if keys.get("a") == "d"]
    assert [keys["i"] for keys in away] == [first]
    assert all(keys["q"] == "2" for keys in (*placed(window), *away)), "nothing is answered"


def placed(window: Window) -> list[Mapping[str, str]]:
    return [keys for keys, _data in kitty_commands(window.written) if keys.get("a") == "p"]


@pytest.mark.parametrize(
    "surroundings",
    [{"TERM": "dumb"}, {"TERM": "screen-256color"}, {"TMUX": "/tmp/x,1,0"}, {"NO_COLOR": "1"}],
)
def test_who_shows_no_images_is_not_asked_and_gets_a_mosaic(
    environment: dict[str, str], surroundings: dict[str, str]
) -> None:
    with Window({**environment, **surroundings}, "demo", answers={ASKED: SIXEL}) as window:
        window.waits_for("⣀")
        assert ASKED not in window.written
        assert sixels(window.written) == []
        assert b"\x1b_G" not in window.written


def test_a_terminal_that_never_answers_gets_a_mosaic(environment: dict[str, str]) -> None:
    with Window(environment, "demo") as window:
        window.waits_for("⣀")
        assert ASKED in window.written
        assert sixels(window.written) == []


def test_a_late_answer_is_not_typed(environment: dict[str, str], store_path: Path) -> None:
    keep_in_store(store_path, at_table("eating_sleeping"))
    with Window(environment) as window:
        window.waits_for(_("Your passphrase"))
        wait_until(lambda: ASKED in window.written, "the question")
        first, asked = map(window.written.index, (_("Your passphrase").encode(), ASKED))
        assert first < asked, "nobody waits for a terminal that never answers"
        window.type((KITTY + SIXEL).decode() + PASSPHRASE + "\r")
        window.waits_for(_("Search"))
