"""Opening the store, and making it at the first start."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Button, Static

from giz_gesprek.errors import NewerStore
from giz_gesprek.store import Profile, Store, store_exists
from giz_gesprek.store.passphrase import PROPOSED
from giz_gesprek.tui.app import GizApp
from giz_gesprek.tui.screens.families import FamiliesScreen
from giz_gesprek.tui.screens.unlock import UnlockScreen
from giz_gesprek.tui.widgets import pause
from giz_gesprek.tui.widgets.field import Field
from giz_gesprek.tui.widgets.in_order import Line
from giz_gesprek.tui.widgets.pause import Pause
from tests.store.support import PASSPHRASE, family, talked
from tests.support.screens import (
    HOSTILE,
    SMALL_FIRST,
    families_screen,
    make_app,
    make_store,
    one_family,
    opened_conversations,
    see_every_control,
    settle,
    shown,
    type_in,
)
from tests.tui.support import flat

STRONG: Final = "lepel fiets wolk kaas ladder"


def is_secret(widget: Widget | None) -> bool:
    """Tell whether what is typed there is shown as dots."""
    return isinstance(widget, Line) and widget.password


def typed_in_sight(pilot: Pilot[None]) -> list[str]:
    """Return what stands in a line that shows it."""
    lines = pilot.app.screen.query(Line)
    return [line.value for line in lines if line.value and not line.password]


async def try_wrong_ones(pilot: Pilot[None], times: int) -> None:
    for _turn in range(times):
        await type_in(pilot, "iets anders")
        await pilot.press("enter")
        await settle(pilot)


async def make_the_store(pilot: Pilot[None]) -> None:
    for line in (STRONG, STRONG, "Sofie", "Wijkteam", ""):
        await type_in(pilot, line)
        await pilot.press("enter")
    await settle(pilot)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_the_first_start_makes_a_store_by_keyboard(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "families.db"
    app = make_app(path)
    async with app.run_test(size=size) as pilot:
        for line in (STRONG, STRONG, "Sofie", HOSTILE, "06 1"):
            await type_in(pilot, line)
            await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, FamiliesScreen)
    with Store.open(path, STRONG) as store:
        assert store.profile() == Profile(name="Sofie", organisation=HOSTILE, phone="06 1")


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_each_line_of_the_first_start_is_in_sight_while_it_is_filled_in(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = make_app(tmp_path / "families.db")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for line in (STRONG, STRONG, "Sofie", "Wijkteam", "06 1"):
            await type_in(pilot, line)
            await settle(pilot)
            assert app.focused is not None
            assert app.screen.query_one(".page").region.contains_region(app.focused.region), line
            assert isinstance(app.focused, Line)
            assert app.focused.password or line in shown(pilot)
            if line != "06 1":
                await pilot.press("enter")
                await settle(pilot)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_every_control_of_the_first_start_is_reached(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with make_app(tmp_path / "families.db").run_test(size=size) as pilot:
        await see_every_control(pilot)


async def after(pilot: Pilot[None], key: str) -> str:
    """Return what is on the screen after a key."""
    await pilot.press(key)
    await settle(pilot)
    return shown(pilot)


async def test_a_weak_passphrase_is_refused_and_typed_anew(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    async with make_app(path).run_test() as pilot:
        await type_in(pilot, "feyenoord1908")
        assert "makkelijk te raden" in shown(pilot)
        assert "jaartal" in shown(pilot)
        # Whoever goes on typing as if it was taken types it where it is not seen.
        for line in ("", "feyenoord1908", "feyenoord1908", "Sofie", "Wijkteam", ""):
            if line:
                await type_in(pilot, line)
            await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, UnlockScreen)
        assert not store_exists(path)
        assert typed_in_sight(pilot) == []
        await make_the_store(pilot)
    with Store.open(path, STRONG) as store:
        assert store.profile() == Profile(name="Sofie", organisation="Wijkteam")


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_what_to_do_about_a_weak_passphrase_is_in_sight_under_the_line_for_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with make_app(tmp_path / "families.db").run_test(size=size) as pilot:
        await type_in(pilot, "feyenoord1908")
        for seen in (shown(pilot), await after(pilot, "enter")):
            assert "━ Wachtzin ━" in seen
            assert flat("woorden die niets met elkaar te maken hebben.") in flat(seen)


async def test_two_different_passphrases_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    async with make_app(path).run_test() as pilot:
        for line in (STRONG, STRONG.upper(), "Sofie"):
            await type_in(pilot, line)
            await pilot.press("enter")
        await settle(pilot)
        assert "niet gelijk" in shown(pilot)
        assert typed_in_sight(pilot) == []
        assert not store_exists(path)


async def test_nothing_else_can_be_filled_in_before_there_is_a_passphrase(tmp_path: Path) -> None:
    async with make_app(tmp_path / "families.db").run_test() as pilot:
        for _turn in range(12):
            assert isinstance(pilot.app.focused, Button) or is_secret(pilot.app.focused)
            await pilot.press("tab")
        await pilot.click("#done")
        await pilot.press(*"abc")
        assert typed_in_sight(pilot) == []


async def test_a_passphrase_of_the_own_name_is_refused_once_the_name_is_known(
    tmp_path: Path,
) -> None:
    path = tmp_path / "families.db"
    made_of = "Xanthippe Quirijnse"
    async with make_app(path).run_test() as pilot:
        for line in (made_of, made_of, made_of, "Wijkteam", ""):
            await type_in(pilot, line)
            await pilot.press("enter")
        await settle(pilot)
        assert not store_exists(path)
        assert "dat bij u" in " ".join(shown(pilot).split())
        assert is_secret(pilot.app.focused)
        for line in (STRONG, STRONG):
            await type_in(pilot, line)
            await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter", "enter", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, FamiliesScreen)


async def test_words_are_proposed_shown_once_and_not_read_aloud(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    async with make_app(path).run_test(size=(80, 40)) as pilot:
        await pilot.click("#propose")
        await settle(pilot)
        proposed = pilot.app.screen.query_one("#proposed", Static)
        words = str(proposed.content).splitlines()[0]
        assert len(words.split()) == PROPOSED
        assert words in " ".join(shown(pilot).split())
        assert not hasattr(proposed, "readable")
        await pilot.click("#propose")
        await settle(pilot)
        assert words not in str(proposed.content)
        words = str(proposed.content).splitlines()[0]
        for line in (words, words):
            await type_in(pilot, line)
            await pilot.press("enter")
        await settle(pilot)
        assert words.split()[0] not in shown(pilot)
        for line in ("Sofie", "Wijkteam", ""):
            await type_in(pilot, line)
            await pilot.press("enter")
        await settle(pilot)
    Store.open(path, words).close()


async def test_another_passphrase_can_be_chosen_before_the_file_is_made(tmp_path: Path) -> None:
    async with make_app(tmp_path / "families.db").run_test(size=(80, 40)) as pilot:
        for line in (STRONG, STRONG):
            await type_in(pilot, line)
            await pilot.press("enter")
        await type_in(pilot, "Sofie")
        await pilot.click("#other")
        await settle(pilot)
        assert is_secret(pilot.app.focused)
        assert not pilot.app.screen.query_one("#details").display


async def test_dots_are_not_copied(tmp_path: Path) -> None:
    app = make_app(one_family(tmp_path / "families.db"))
    async with app.run_test() as pilot:
        await type_in(pilot, PASSPHRASE)
        field = app.screen.query_one("#unlock Input", Line)
        field.action_select_all()
        field.action_copy()
        field.action_cut()
        assert app.clipboard == ""
        assert field.value == PASSPHRASE


async def test_wrong_passphrases_slow_down_and_nobody_is_locked_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pause, "SECOND", 3600)
    app = make_app(one_family(tmp_path / "families.db"))
    async with app.run_test() as pilot:
        await try_wrong_ones(pilot, 3)
        told = app.screen.query_one("#failure", Pause)
        told.count_down()
        assert "over 1 seconde opnieuw" in " ".join(shown(pilot).split())
        told.count_down()
        await settle(pilot)
        assert "Deze wachtzin opent dit bestand niet" in shown(pilot)
        assert "seconde" not in shown(pilot)
        await type_in(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, FamiliesScreen)


async def test_while_one_has_to_wait_typing_goes_on_and_enter_does_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pause, "SECOND", 3600)
    app = make_app(one_family(tmp_path / "families.db"))
    async with app.run_test() as pilot:
        await try_wrong_ones(pilot, 3)
        assert "over 2 seconden opnieuw" in " ".join(shown(pilot).split())
        await type_in(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, UnlockScreen)
        assert app.screen.query_one("#unlock", Field).value == PASSPHRASE
        assert is_secret(app.focused)


async def test_an_organisation_is_needed_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    async with make_app(path).run_test(size=(80, 60)) as pilot:
        for line in (STRONG, STRONG, "Sofie", "", "06 1"):
            await type_in(pilot, line)
            await pilot.press("enter")
        await settle(pilot)
        assert "Vul in voor welke organisatie u werkt" in shown(pilot)
        await type_in(pilot, "Wijkteam")
        await pilot.press("enter", "enter")
        await settle(pilot)
    with Store.open(path, STRONG) as store:
        assert store.profile().name == "Sofie"


async def test_a_wrong_passphrase_is_one_sentence_and_another_try(tmp_path: Path) -> None:
    app = make_app(one_family(tmp_path / "families.db"))
    async with app.run_test() as pilot:
        await type_in(pilot, "iets anders")
        await pilot.press("enter")
        await settle(pilot)
        assert "Deze wachtzin opent dit bestand niet" in shown(pilot)
        await type_in(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, FamiliesScreen)
        assert app.given_passphrase is None


async def test_pressing_enter_twice_opens_once(tmp_path: Path) -> None:
    app = make_app(one_family(tmp_path / "families.db"))
    async with app.run_test() as pilot:
        await type_in(pilot, PASSPHRASE)
        screen = pilot.app.screen
        assert isinstance(screen, UnlockScreen)
        screen.open_with_typed()
        screen.open_with_typed()
        await settle(pilot)
        assert isinstance(app.screen, FamiliesScreen)


async def test_a_store_that_is_open_elsewhere_says_so(tmp_path: Path) -> None:
    path = one_family(tmp_path / "families.db")
    with Store.open(path, PASSPHRASE):
        async with make_app(path, passphrase=PASSPHRASE).run_test() as pilot:
            await settle(pilot)
            assert "al open in een ander venster" in shown(pilot)


@pytest.mark.parametrize("content", [b"", b"geen database" * 500])
async def test_a_damaged_or_foreign_file_says_so_and_stays(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "families.db"
    path.write_bytes(content)
    async with make_app(path, passphrase=PASSPHRASE).run_test() as pilot:
        await settle(pilot)
        assert "! " in shown(pilot)
    assert path.read_bytes() == content


async def test_a_newer_store_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> Store:
        raise NewerStore

    path = one_family(tmp_path / "families.db")
    monkeypatch.setattr(Store, "open", refuse)
    async with make_app(path, passphrase=PASSPHRASE).run_test() as pilot:
        await settle(pilot)
        assert "nieuwere versie" in shown(pilot)


async def test_a_given_passphrase_opens_at_once_and_is_forgotten(tmp_path: Path) -> None:
    async with families_screen(one_family(tmp_path / "families.db")) as pilot:
        app = pilot.app
        assert isinstance(app, GizApp)
        assert app.given_passphrase is None
        assert "Demonstratie" not in shown(pilot)


async def test_the_demo_says_that_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_conversations(monkeypatch)
    path = make_store(tmp_path / "families.db", talked(family()))
    async with families_screen(path, demo=True) as pilot:
        assert "Demonstratie" in shown(pilot)


async def test_with_a_given_passphrase_the_first_start_asks_only_who(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    async with make_app(path, passphrase=PASSPHRASE).run_test() as pilot:
        assert not pilot.app.screen.query("#passphrase")
        for line in ("Sofie", "Wijkteam", ""):
            await type_in(pilot, line)
            await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, FamiliesScreen)


async def test_what_nobody_foresaw_is_not_swallowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_arguments: object) -> Store:
        raise ZeroDivisionError

    path = one_family(tmp_path / "families.db")
    monkeypatch.setattr(Store, "open", break_down)
    with pytest.raises(ZeroDivisionError):
        async with make_app(path, passphrase=PASSPHRASE).run_test() as pilot:
            await settle(pilot)
