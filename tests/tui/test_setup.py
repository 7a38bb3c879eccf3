"""The set-up screen, filled in by keyboard on a real store."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from giz_gesprek.conversation.child_now import ChildNow
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.people import AgeBand
from giz_gesprek.errors import StoreFull
from giz_gesprek.i18n import _
from giz_gesprek.store import Store
from giz_gesprek.tui.screens.ask import AskScreen
from giz_gesprek.tui.screens.child_details_form import ChildDetailsForm
from giz_gesprek.tui.screens.families import FamiliesScreen
from giz_gesprek.tui.screens.family_child import FamilyChildScreen
from giz_gesprek.tui.screens.setup import SetupScreen
from giz_gesprek.tui.screens.setup_form_people import ChildLine, Children, SeatLine, Seats
from giz_gesprek.tui.widgets.said import PlainButton
from giz_gesprek.tui.widgets.tick import Tick
from tests.store.support import PASSPHRASE, family, talked
from tests.support.screens import (
    HOSTILE,
    SMALL_FIRST,
    families_screen,
    go_to,
    make_store,
    opened_conversations,
    refused,
    see_every_control,
    settle,
    shown,
    tab_to,
    top,
    type_in,
)

Opened = list[tuple[str, str]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """The conversations that were opened; the conversation itself is another test's."""
    return opened_conversations(monkeypatch)


@asynccontextmanager
async def setup_screen(path: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """Run the app until it shows the set-up of a new family."""
    async with families_screen(path, size) as pilot:
        await go_to(pilot, "#new")
        await pilot.press("enter")
        await settle(pilot)
        yield pilot


async def fill_in(pilot: Pilot[None], *, child: str = "Milan", parent: str = "Fatima") -> None:
    """Fill in the least that is needed, with the keyboard only; the label has the focus."""
    await type_in(pilot, HOSTILE)
    await pilot.press("tab")
    await type_in(pilot, child)
    # Age: open the list, to the second band (0-3), choose.
    await pilot.press("tab", "enter", "down", "down", "enter")
    await tab_to(pilot, "SeatLine Input")
    await type_in(pilot, parent)


async def press_button(pilot: Pilot[None], selector: str) -> None:
    await go_to(pilot, selector)
    await pilot.press("enter")
    await settle(pilot)


def stored(path: Path) -> Dossier:
    with Store.open(path, PASSPHRASE) as store:
        return store.read(store.families()[0].id)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_a_conversation_is_prepared_by_keyboard_and_begun(
    tmp_path: Path, size: tuple[int, int], opened: Opened
) -> None:
    path = make_store(tmp_path / "f.db")
    async with setup_screen(path, size) as pilot:
        await fill_in(pilot, child=HOSTILE, parent=HOSTILE)
        await tab_to(pilot, "#begin")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), FamiliesScreen)
    dossier = stored(path)
    conversation = dossier.conversations[0]
    assert opened == [(dossier.family.id, conversation.id)]
    assert dossier.family.label == HOSTILE
    people = [(person.name, person.role) for person in dossier.family.people]
    assert people == [(HOSTILE, "child"), (HOSTILE, "parent"), ("Sofie", "professional")]
    assert (conversation.variant, dossier.family.settings.rung) == ("short", "easy")


async def test_it_can_be_kept_for_the_visit(tmp_path: Path, opened: Opened) -> None:
    path = make_store(tmp_path / "f.db")
    async with setup_screen(path) as pilot:
        await fill_in(pilot)
        await press_button(pilot, "#keep")
        await press_button(pilot, "#show-all")
        assert HOSTILE in shown(pilot)
        assert "voorbereid" in shown(pilot)
    assert opened == []
    assert stored(path).conversations[0].state == "prepared"


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_every_control_is_reached(tmp_path: Path, size: tuple[int, int]) -> None:
    async with setup_screen(make_store(tmp_path / "f.db"), size) as pilot:
        await see_every_control(pilot)


async def test_what_is_missing_is_said_at_the_line_and_nothing_is_lost(tmp_path: Path) -> None:
    async with setup_screen(make_store(tmp_path / "f.db"), (80, 70)) as pilot:
        await go_to(pilot, "ChildLine Input")
        await type_in(pilot, "Milan")
        await press_button(pilot, "#begin")
        text = shown(pilot)
        assert isinstance(top(pilot), SetupScreen)
        assert "Geef dit gezin een naam" in text
        assert "Kies een leeftijd voor Milan" in text
        assert "Typ een naam voor iedereen aan tafel" in text
        assert "Milan" in text
        assert top(pilot).query_one("#label Input").has_focus


async def test_on_a_small_screen_what_is_missing_stands_beside_the_line(tmp_path: Path) -> None:
    async with setup_screen(make_store(tmp_path / "f.db"), (40, 20)) as pilot:
        await fill_in(pilot)
        await go_to(pilot, "SeatLine Input")
        await pilot.press(*["backspace"] * 40)
        await press_button(pilot, "#begin")
        assert top(pilot).query("SeatLine Input").first().has_focus
        assert "Typ een naam voor iedereen" in shown(pilot)
        await type_in(pilot, "Sanne")
        assert "Typ een naam" not in shown(pilot)

        await go_to(pilot, "#add-child")
        await pilot.press("enter")
        await settle(pilot)
        await type_in(pilot, "Noor")
        await press_button(pilot, "#begin")
        assert "Kies een leeftijd voor Noor." in shown(pilot)


async def test_choices_and_ticks_are_kept(tmp_path: Path, opened: Opened) -> None:
    path = make_store(tmp_path / "f.db")
    async with setup_screen(path) as pilot:
        await fill_in(pilot)
        await go_to(pilot, "#park")
        await pilot.press("space")
        await go_to(pilot, "#variant")
        await pilot.press("3")
        await go_to(pilot, "#rung")
        await pilot.press("down")
        await go_to(pilot, "#read-aloud")
        await pilot.press("enter")
        await press_button(pilot, "#begin")
    dossier = stored(path)
    assert dossier.conversations[0].variant == "multidisciplinary"
    assert dossier.conversations[0].parked
    assert dossier.family.settings.rung == "easier"
    assert dossier.family.settings.read_aloud
    assert opened


async def test_what_waits_follows_who_sits_at_the_table_until_it_is_chosen(tmp_path: Path) -> None:
    async with setup_screen(make_store(tmp_path / "f.db"), (80, 70)) as pilot:

        def waits() -> bool:
            return top(pilot).query_one("#park", Tick).value

        async def turn(selector: str) -> bool:
            await go_to(pilot, selector)
            await pilot.press("space")
            await settle(pilot)
            return waits()

        assert not waits()
        assert await turn("ChildLine Tick")
        assert not await turn("ChildLine Tick")
        await press_button(pilot, "#add-seat")
        line = list(top(pilot).query(SeatLine))[1]
        line.role.value = "other_parent"
        await settle(pilot)
        assert waits()
        line.query_one(".remove", PlainButton).press()
        await settle(pilot)
        assert not waits()
        assert await turn("#park")
        assert await turn("ChildLine Tick")
        assert await turn("ChildLine Tick"), "who chose keeps it"


async def test_people_are_added_moved_and_removed(tmp_path: Path) -> None:
    async with setup_screen(make_store(tmp_path / "f.db"), (80, 70)) as pilot:
        screen = top(pilot)
        await press_button(pilot, "#add-seat")
        await type_in(pilot, "Oma")
        names = [seat.name for seat in screen.query_one(Seats).drafts]
        assert names == ["", "Oma", "Sofie"], "the family speaks before the professionals"
        await pilot.press("tab", "tab", "enter")
        await settle(pilot)
        assert [seat.name for seat in screen.query_one(Seats).drafts] == ["Oma", "", "Sofie"]
        await pilot.press("tab", "enter")
        await settle(pilot)
        # Somebody stands on it: asked first, and Enter once more keeps it.
        assert _("Take {name} off this list?").format(name="Oma") in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert len(screen.query(SeatLine)) == 3
        await pilot.press("enter", "tab", "enter")
        await settle(pilot)
        assert [seat.name for seat in screen.query_one(Seats).drafts] == ["", "Sofie"]
        assert len(screen.query(SeatLine)) == 2
        await press_button(pilot, "#add-child")
        await type_in(pilot, "Noor")
        assert [child.name for child in screen.query_one(Children).drafts] == ["", "Noor"]
        await go_to(pilot, "ChildLine:last-of-type .remove")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert len(screen.query(ChildLine)) == 1


async def test_a_child_that_is_not_born_needs_no_name_and_no_seat(tmp_path: Path) -> None:
    async with setup_screen(make_store(tmp_path / "f.db"), (80, 70)) as pilot:
        line = top(pilot).query_one(ChildLine)
        bands: tuple[tuple[AgeBand, bool], ...] = (("0-3", True), ("prenatal", False))
        for band, asked in bands:
            line.age.value = band
            await settle(pilot)
            assert line.at_the_table.display == asked
        assert "In de zwangerschap beslist de zwangere zelf." in shown(pilot)
        assert "gezag" not in shown(pilot)
        await press_button(pilot, "#begin")
        assert _("Type the first name of each child; a pseudonym is fine.") not in shown(pilot)


async def test_what_is_missing_of_somebody_has_the_cursor_until_it_is_put_right(
    tmp_path: Path,
) -> None:
    async with setup_screen(make_store(tmp_path / "f.db"), (80, 70)) as pilot:
        await go_to(pilot, "#label Input")
        await type_in(pilot, "Ganzenbloem")
        line = top(pilot).query_one(ChildLine)
        line.age.value = "4-7"
        await settle(pilot)
        await press_button(pilot, "#begin")
        sentence = _("Type the first name of each child; a pseudonym is fine.")
        assert sentence in shown(pilot)
        assert pilot.app.focused is line.name_field.input
        await type_in(pilot, "Milan")
        assert sentence not in shown(pilot)


async def test_the_rule_about_custody_follows_the_age(tmp_path: Path) -> None:
    async with setup_screen(make_store(tmp_path / "f.db"), (80, 70)) as pilot:
        assert "Wie over hulp beslist" in shown(pilot)
        await go_to(pilot, "ChildLine Input")
        await type_in(pilot, "Milan")
        await pilot.press("tab", "enter", "up", "enter")
        await settle(pilot)
        assert "Vanaf 16 jaar" in shown(pilot)


async def test_three_professionals_ask_whether_so_many_are_needed(
    tmp_path: Path, opened: Opened
) -> None:
    path = make_store(tmp_path / "f.db")
    async with setup_screen(path, (80, 70)) as pilot:
        await fill_in(pilot)
        for name in ("Bo", "Kim"):
            await press_button(pilot, "#add-seat")
            await type_in(pilot, name)
            await pilot.press("tab", "enter", "up", "enter")
        assert not opened
        await press_button(pilot, "#begin")
        assert "Zijn er zoveel nodig?" in " ".join(shown(pilot).split())
        await type_in(pilot, "Bo gaat over een maand weg.")
        await press_button(pilot, "#begin")
    assert len(opened) == 1
    [conversation] = stored(path).conversations
    roles = [participant.role for participant in conversation.participants]
    assert roles.count("professional") == 3
    reason = conversation.around.many_professionals
    assert reason is not None
    assert reason.text == "Bo gaat over een maand weg."


async def test_leaving_asks_only_when_something_was_filled_in(tmp_path: Path) -> None:
    async with setup_screen(make_store(tmp_path / "f.db")) as pilot:
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(top(pilot), FamiliesScreen)
        await press_button(pilot, "#new")
        await type_in(pilot, "Roos")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(top(pilot), AskScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert "Roos" in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)
        await press_button(pilot, "#yes")
        assert isinstance(top(pilot), FamiliesScreen)


async def test_a_family_that_is_there_gets_another_conversation(
    tmp_path: Path, opened: Opened
) -> None:
    before = talked(family(label=HOSTILE))
    path = make_store(tmp_path / "f.db", before)
    async with families_screen(path, (80, 70)) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await press_button(pilot, "#new")
        screen = top(pilot)
        assert isinstance(screen, SetupScreen)
        assert HOSTILE in shown(pilot)
        remove = screen.query_one("ChildLine .remove")
        assert remove.disabled, "a child of an earlier conversation stays"
        await press_button(pilot, "#begin")
    after = stored(path)
    assert after.conversations[:1] == before.conversations
    assert [talk.state for talk in after.conversations[1:]] == ["prepared"]
    assert opened == [(after.family.id, after.conversations[1].id)]


@pytest.mark.parametrize("call", ["save", "profile"])
async def test_a_full_disk_loses_nothing_of_what_was_filled_in(tmp_path: Path, call: str) -> None:
    async with setup_screen(make_store(tmp_path / "f.db")) as pilot:
        await fill_in(pilot)
        with refused(call, StoreFull):
            await press_button(pilot, "#begin")
        assert isinstance(top(pilot), SetupScreen)
        assert "De schijf is vol" in shown(pilot)


async def press_to_choose(pilot: Pilot[None], selector: str, downs: int) -> None:
    await go_to(pilot, selector)
    await pilot.press("enter", "home", *["down"] * downs, "enter")
    await settle(pilot)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_what_decides_about_help_is_asked_where_it_matters(
    tmp_path: Path, size: tuple[int, int], opened: Opened
) -> None:
    path = make_store(tmp_path / "f.db")
    async with setup_screen(path, size) as pilot:
        form = top(pilot).query_one(ChildDetailsForm)
        assert not form.display
        await fill_in(pilot)
        assert form.query_one("#finer-age").display
        assert not form.query_one("#week").display
        await press_to_choose(pilot, "ChildLine Dropdown", 1)
        assert not form.query_one("#finer-age").display
        await go_to(pilot, "#week Input")
        await type_in(pilot, "50")
        await press_button(pilot, "#begin")
        assert "van 1 tot 42" in " ".join(shown(pilot).split())
        assert form.query_one("#week Input").has_focus
        await pilot.press("backspace", "backspace", "3", "0")
        await settle(pilot)
        assert not form.query_one("#first-child").display
        await pilot.press("backspace", "backspace", "2", "0")
        await settle(pilot)
        await press_to_choose(pilot, "#first-child", 1)
        await press_button(pilot, "#begin")
    now = stored(path).conversations[0].child_now
    assert now == ChildNow(pregnancy_week=20, first_child=True)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_what_decides_about_help_is_changed_from_the_list(
    tmp_path: Path, size: tuple[int, int], opened: Opened
) -> None:
    path = make_store(tmp_path / "f.db")
    async with setup_screen(path, size) as pilot:
        await fill_in(pilot)
        await press_button(pilot, "#keep")
        await press_button(pilot, "#show-all")
        await go_to(pilot, "FamilyList")
        await pilot.press("enter")
        await settle(pilot)
        await press_button(pilot, "#child")
        assert isinstance(top(pilot), FamilyChildScreen)
        assert top(pilot).query_one("#finer-age").has_focus
        await press_to_choose(pilot, "#finer-age", 3)
        await press_button(pilot, "#save")
        assert isinstance(top(pilot), FamiliesScreen)
    assert opened == []
    assert stored(path).conversations[0].child_now == ChildNow(age="12-23m")
