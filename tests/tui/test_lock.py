"""The lock: when it comes, what it covers, and what it gives back."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from textual.widgets import Input

from giz_gesprek.session.idle import IdleTimer
from giz_gesprek.session.passphrase_check import PassphraseCheck
from giz_gesprek.tui.app import GizApp
from giz_gesprek.tui.host.typed_on import TypedOn
from giz_gesprek.tui.screens.lock import LockScreen
from giz_gesprek.tui.screens.setup import SetupScreen
from tests.store.support import PASSPHRASE, family, talked
from tests.support.screens import (
    HOSTILE,
    SMALL_FIRST,
    families_screen,
    go_to,
    make_app,
    make_store,
    one_family,
    see_every_control,
    settle,
    shown,
    type_in,
)


class Clock:
    """A clock that is set by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_it_is_over_after_the_minutes_and_not_before() -> None:
    clock = Clock()
    timer = IdleTimer(15, [clock])
    clock.now += 15 * 60 - 1
    assert not timer.is_over()
    clock.now += 1
    assert timer.is_over()
    timer.touch()
    assert not timer.is_over()


def test_a_clock_that_stands_still_or_goes_back_does_not_stop_the_lock() -> None:
    awake, wall = Clock(), Clock()
    timer = IdleTimer(15, [awake, wall])
    wall.now += 3600
    assert timer.is_over(), "the laptop slept: one clock stood still"
    timer.touch()
    wall.now -= 7200
    awake.now += 900
    assert timer.is_over(), "the clock was set back"


def test_a_passphrase_is_recognised_in_every_spelling_of_its_accents() -> None:
    check = PassphraseCheck.of("caf\u00e9 op de hoek")
    assert check.fits("cafe\u0301 op de hoek")
    assert not check.fits("cafe op de hoek")
    assert not check.fits("")
    assert "digest" not in repr(check)


@pytest.mark.parametrize("sign", ["key", "mouse", "paste"])
async def test_a_key_the_mouse_and_a_paste_are_signs_of_life(tmp_path: Path, sign: str) -> None:
    async with families_screen(one_family(tmp_path / "f.db")) as pilot:
        app = pilot.app
        assert isinstance(app, GizApp)
        clock = Clock()
        app.idle = IdleTimer(15, [clock])
        clock.now += 900
        if sign == "key":
            await pilot.press("x")
        elif sign == "mouse":
            await pilot.hover("#search")
        else:
            await type_in(pilot, "x")
        app.lock_when_idle()
        await settle(pilot)
        assert not isinstance(app.screen, LockScreen)
        clock.now += 900
        app.lock_when_idle()
        app.lock_when_idle()
        await settle(pilot)
        locks = [screen for screen in app.screen_stack if isinstance(screen, LockScreen)]
        assert locks == [app.screen]


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_unlocking_gives_back_the_same_screen_with_what_was_typed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with families_screen(one_family(tmp_path / "f.db"), size) as pilot:
        app = pilot.app
        assert isinstance(app, GizApp)
        await go_to(pilot, "#new")
        await pilot.press("enter")
        await settle(pilot)
        await type_in(pilot, HOSTILE)
        screen = app.screen
        assert isinstance(screen, SetupScreen)
        app.lock()
        await settle(pilot)
        assert HOSTILE not in shown(pilot)
        await see_every_control(pilot)
        await go_to(pilot, "#unlock Input")
        await type_in(pilot, "iets anders")
        await pilot.press("enter")
        await settle(pilot)
        assert "Dit is niet uw wachtzin" in shown(pilot)
        await type_in(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen is screen
        assert isinstance(app.focused, Input)
        assert app.focused.value == HOSTILE


async def test_who_types_the_passphrase_on_types_it_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    looking = Event()
    monkeypatch.setattr(PassphraseCheck, "fits", lambda *_typed: looking.wait(60))
    async with families_screen(one_family(tmp_path / "f.db")) as pilot:
        app = pilot.app
        assert isinstance(app, GizApp)
        app.typed_on = TypedOn(clock)
        await go_to(pilot, "#new")
        await pilot.press("enter")
        await settle(pilot)
        app.lock()
        await settle(pilot)
        await type_in(pilot, PASSPHRASE)
        await pilot.press("enter", *"zeven")
        looking.set()
        await settle(pilot)
        assert isinstance(app.screen, SetupScreen)
        # The rest of it comes a few tenths of a second apart.
        for key in (*"paarse", "enter"):
            clock.now += 0.3
            await pilot.press(key)
        await settle(pilot)
        assert isinstance(app.screen, SetupScreen)
        assert isinstance(app.focused, Input)
        assert app.focused.value == ""
        clock.now += 1
        await type_in(pilot, "Ganzen")
        assert app.focused.value == "Ganzen"


async def test_keys_after_unlocking_count_when_nothing_was_typed_meanwhile(tmp_path: Path) -> None:
    app = make_app(one_family(tmp_path / "f.db"))
    async with app.run_test() as pilot:
        app.typed_on = TypedOn(Clock())
        await type_in(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        await type_in(pilot, "Ganz")
        assert app.screen.query_one("#search Input", Input).value == "Ganz"


async def test_the_demo_does_not_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GizApp, "open_conversation", lambda *_ids: None)
    path = make_store(tmp_path / "f.db", talked(family()))
    async with families_screen(path, demo=True) as pilot:
        app = pilot.app
        assert isinstance(app, GizApp)
        app.lock()
        await settle(pilot)
        assert not isinstance(app.screen, LockScreen)
