"""The list of families and what can be done with one."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from giz_gesprek.conversation.choosing import park
from giz_gesprek.conversation.dossier import ConversationState, Dossier
from giz_gesprek.errors import StoreDamaged, StoreFull
from giz_gesprek.store import Store
from giz_gesprek.tui.screens.ask import AskScreen
from giz_gesprek.tui.screens.families import FamiliesScreen
from giz_gesprek.tui.screens.family_actions import FamilyActionsScreen
from giz_gesprek.tui.screens.lock import LockScreen
from giz_gesprek.tui.screens.quit import QuitScreen
from giz_gesprek.tui.screens.settings import SettingsScreen
from giz_gesprek.tui.screens.setup import SetupScreen
from giz_gesprek.tui.widgets.family_list import FamilyList
from tests.store.support import NOW, PASSPHRASE, family, talked
from tests.support.dossiers import last_talk
from tests.support.screens import (
    HOSTILE,
    SMALL_FIRST,
    families_screen,
    go_to,
    make_app,
    make_store,
    one_family,
    opened_conversations,
    refused,
    see_every_control,
    settle,
    shown,
    top,
    type_in,
)
from tests.support.talks import second_visit


def talk_in_state(state: ConversationState, label: str = HOSTILE) -> Dossier:
    dossier = talked(family(label=label))
    conversation = dossier.conversations[0].model_copy(update={"state": state})
    return dossier.with_conversation(conversation)


def waiting_talk() -> Dossier:
    """A conversation with a topic that waits for a moment alone."""
    dossier = talk_in_state("in_progress")
    return park(last_talk(dossier), ["safety"]).dossier


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_a_hostile_label_is_shown_as_it_is(tmp_path: Path, size: tuple[int, int]) -> None:
    async with families_screen(one_family(tmp_path / "f.db"), size) as pilot:
        assert HOSTILE in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), FamilyActionsScreen)
        assert HOSTILE in shown(pilot)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_every_control_is_reached(tmp_path: Path, size: tuple[int, int]) -> None:
    async with families_screen(one_family(tmp_path / "f.db"), size) as pilot:
        await see_every_control(pilot)
        await go_to(pilot, "#families")
        await pilot.press("enter")
        await settle(pilot)
        await see_every_control(pilot)


async def test_without_families_a_sentence_says_what_to_do(tmp_path: Path) -> None:
    async with families_screen(make_store(tmp_path / "f.db")) as pilot:
        assert "Er zijn hier nog geen gezinnen" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), SetupScreen)


async def test_typing_searches_and_the_arrows_move_at_the_same_time(tmp_path: Path) -> None:
    labels = ["Roos", "Ganzenbloem", "Rozemarijn", "Klaver"]
    path = make_store(tmp_path / "f.db", *(family(label, label) for label in labels))
    async with families_screen(path) as pilot:
        await type_in(pilot, "RO")
        await settle(pilot)
        assert "Klaver" not in shown(pilot)
        await pilot.press("down")
        current = pilot.app.screen.query_one(FamilyList).current
        assert current is not None
        assert current.label == "Roos"
        await type_in(pilot, "xx")
        await settle(pilot)
        assert "Geen gezin heeft deze letters" in shown(pilot)
        await pilot.press("enter")
        assert isinstance(top(pilot), FamiliesScreen)


async def test_two_thousand_families_draw_only_the_lines_in_view(tmp_path: Path) -> None:
    path = make_store(tmp_path / "f.db")
    with Store.open(path, PASSPHRASE) as store, store._database.transaction():
        for number in range(2000):
            store._write(family(f"f{number}", f"Gezin {number}"), "2026-11-03T13:05:00+00:00")
    async with families_screen(path) as pilot:
        assert "2000 gezinnen" in shown(pilot)
        await go_to(pilot, "#families")
        await pilot.press("end")
        await settle(pilot)
        assert "▶ Gezin 0 " in shown(pilot)
        await pilot.press("home", "pagedown")
        await settle(pilot)
        assert "▶ Gezin 1" in shown(pilot)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("prepared", "voorbereid"),
        ("in_progress", "niet af"),
        ("finished", "afgerond"),
        ("declined", "niet gewenst"),
    ],
)
async def test_the_list_tells_how_far_a_conversation_is(
    tmp_path: Path, state: ConversationState, words: str
) -> None:
    path = make_store(tmp_path / "f.db", talk_in_state(state))
    async with families_screen(path) as pilot:
        assert words in shown(pilot)
        assert "3 november 2026" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert ("Staat het verslag in het dossier" in shown(pilot)) is (
            state in {"finished", "declined"}
        )


async def test_going_on_opens_the_last_conversation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = opened_conversations(monkeypatch)
    path = make_store(tmp_path / "f.db", talk_in_state("in_progress"))
    async with families_screen(path) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
    assert opened == [("f1", "talk-1")]


async def test_parked_topics_are_offered_again_in_a_moment_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_store(tmp_path / "f.db", waiting_talk())
    opened = opened_conversations(monkeypatch)
    async with families_screen(path) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        assert "Nog alleen te bespreken: Veilig zijn." in shown(pilot)
        await pilot.click("#alone")
        await settle(pilot)
    with Store.open(path, PASSPHRASE) as store:
        assert store.read("f1").conversations[0].parked == ()
    assert opened == [("f1", "talk-1")]


async def test_deleting_asks_with_the_label_and_gives_a_receipt(tmp_path: Path) -> None:
    path = make_store(tmp_path / "f.db", talk_in_state("finished"))
    async with families_screen(path) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await go_to(pilot, "#delete")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), AskScreen)
        assert HOSTILE in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert HOSTILE in shown(pilot), "the safe answer has the focus"

        await pilot.press("enter")
        await settle(pilot)
        await go_to(pilot, "#delete")
        await pilot.press("enter")
        await settle(pilot)
        await go_to(pilot, "#yes")
        await pilot.press("enter")
        await settle(pilot)
        assert "Voorgoed verwijderd op" in shown(pilot)
        assert HOSTILE not in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Er zijn hier nog geen gezinnen" in shown(pilot)
    with Store.open(path, PASSPHRASE) as store:
        assert store.families() == ()


async def test_a_family_that_cannot_be_read_says_so_and_the_rest_works(tmp_path: Path) -> None:
    path = make_store(tmp_path / "f.db", talked(family("f1", "Stuk")), talked(family("f2", "Heel")))
    with Store.open(path, PASSPHRASE) as store:
        store._database.run("UPDATE families SET document = 'x', states = NULL WHERE id = 'f1'")
    async with families_screen(path) as pilot:
        assert "onleesbaar" in shown(pilot)
        await type_in(pilot, "stuk")
        await pilot.press("enter")
        await settle(pilot)
        assert "f1" in shown(pilot)
        assert not pilot.app.screen.query("#new")
        assert pilot.app.screen.query("#delete")


@pytest.mark.parametrize(
    ("button", "screen"),
    [("#new", SetupScreen), ("#settings", SettingsScreen), ("#lock", LockScreen)],
)
async def test_the_buttons_lead_on_and_escape_leads_back(
    tmp_path: Path, button: str, screen: type
) -> None:
    async with families_screen(one_family(tmp_path / "f.db")) as pilot:
        await go_to(pilot, button)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), screen)
        await pilot.press("escape")
        await settle(pilot)
        back = QuitScreen if screen is LockScreen else FamiliesScreen
        assert isinstance(top(pilot), back)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_stopping_asks_in_the_words_of_the_family(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with families_screen(one_family(tmp_path / "f.db"), size) as pilot:
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(top(pilot), QuitScreen)
        assert "Stoppen wij nu, of gaan wij door?" in shown(pilot)
        await see_every_control(pilot)
        await pilot.press("escape")
        assert isinstance(top(pilot), FamiliesScreen)
        await pilot.press("escape")
        await settle(pilot)
        await go_to(pilot, "#stop")
        await pilot.press("enter")
        await settle(pilot)
    assert pilot.app.return_code == 0


async def test_the_mouse_opens_a_family(tmp_path: Path) -> None:
    async with families_screen(one_family(tmp_path / "f.db")) as pilot:
        await pilot.click("#families", offset=(5, 1))
        await settle(pilot)
        assert isinstance(top(pilot), FamilyActionsScreen)


@pytest.mark.parametrize("way", ["#alone", "#continue"])
async def test_a_conversation_that_cannot_be_opened_says_why_and_the_app_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    path = make_store(tmp_path / "f.db", waiting_talk())
    opened = opened_conversations(monkeypatch)
    async with families_screen(path) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        with refused("read", StoreDamaged):
            await pilot.click(way)
            await settle(pilot)
        assert isinstance(top(pilot), AskScreen)
        assert "Delen van het bestand" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), FamiliesScreen)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.click(way)
        await settle(pilot)
    assert opened == [("f1", "talk-1")]


async def test_a_full_disk_leaves_sensitive_topics_waiting_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_store(tmp_path / "f.db", waiting_talk())
    opened = opened_conversations(monkeypatch)
    async with families_screen(path) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        with refused("save", StoreFull):
            await pilot.click("#alone")
            await settle(pilot)
        assert isinstance(top(pilot), AskScreen)
        assert "De schijf is vol" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), FamiliesScreen)
    assert opened == []
    with Store.open(path, PASSPHRASE) as store:
        assert store.read("f1").conversations[0].parked == ("safety",)


@pytest.mark.parametrize("button", ["#new", "#settings"])
async def test_a_screen_whose_lines_cannot_be_read_says_why_and_does_not_open(
    tmp_path: Path, button: str
) -> None:
    async with families_screen(one_family(tmp_path / "f.db")) as pilot:
        await go_to(pilot, button)
        with refused("profile", StoreDamaged):
            await pilot.press("enter")
            await settle(pilot)
        assert isinstance(top(pilot), AskScreen)
        assert "Delen van het bestand" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), FamiliesScreen)


async def test_a_family_that_cannot_be_deleted_stays_and_the_reason_is_said(tmp_path: Path) -> None:
    async with families_screen(one_family(tmp_path / "f.db")) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.click("#delete")
        await settle(pilot)
        await go_to(pilot, "#yes")
        with refused("delete_family", StoreDamaged):
            await pilot.press("enter")
            await settle(pilot)
        assert isinstance(top(pilot), AskScreen)
        assert "Delen van het bestand" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert HOSTILE in shown(pilot)


async def test_a_list_that_cannot_be_read_says_why_and_comes_back(tmp_path: Path) -> None:
    async with families_screen(one_family(tmp_path / "f.db")) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        with refused("families", StoreDamaged):
            await pilot.press("escape")
            await settle(pilot)
        assert isinstance(top(pilot), FamiliesScreen)
        assert "Delen van het bestand" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "Delen van het bestand" not in shown(pilot)
        assert HOSTILE in shown(pilot)


async def test_a_list_that_was_never_read_does_not_say_that_it_is_empty(tmp_path: Path) -> None:
    with refused("families", StoreDamaged):
        async with families_screen(one_family(tmp_path / "f.db")) as pilot:
            assert "Delen van het bestand" in shown(pilot)
            assert "nog geen gezinnen" not in shown(pilot)


async def test_a_demonstration_that_cannot_be_read_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = opened_conversations(monkeypatch)
    app = make_app(make_store(tmp_path / "f.db", waiting_talk()), passphrase=PASSPHRASE, demo=True)
    with refused("read", StoreDamaged):
        async with app.run_test() as pilot:
            await settle(pilot)
            await settle(pilot)
            assert isinstance(top(pilot), AskScreen)
            assert "Delen van het bestand" in shown(pilot)
            await pilot.press("enter")
            await settle(pilot)
            assert isinstance(top(pilot), FamiliesScreen)
    assert opened == []


async def test_a_demonstration_begins_in_its_last_conversation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = opened_conversations(monkeypatch)
    path = make_store(tmp_path / "f.db", waiting_talk())
    async with families_screen(path, demo=True):
        assert opened == [("f1", "talk-1")]


def several_talks(wrong_year: int = 2099) -> Dossier:
    """A conversation that was begun, one that was prepared later, and one of a wrong clock."""
    dossier = talk_in_state("in_progress", "Klaver")
    began = dossier.conversations[0]
    prepared = {"id": "talk-2", "state": "prepared", "started_at": NOW.replace(year=2027)}
    future = {"id": "talk-3", "state": "finished", "started_at": NOW.replace(year=wrong_year)}
    others = tuple(began.model_copy(update=each) for each in (prepared, future))
    return dossier.model_copy(update={"conversations": (began, *others)})


@pytest.mark.parametrize("size", SMALL_FIRST)
@pytest.mark.parametrize("number", range(3))
async def test_every_conversation_of_a_family_can_be_opened_the_unfinished_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], number: int
) -> None:
    opened = opened_conversations(monkeypatch)
    async with families_screen(make_store(tmp_path / "f.db", several_talks()), size) as pilot:
        await open_family(pilot)
        assert "niet af" in shown(pilot)
        if number:
            await go_to(pilot, "#others")
            await pilot.press("enter")
            await settle(pilot)
            for words in ("3-11-2026", "3-11-2099", "niet af", "voorbereid", "afgerond"):
                assert words in shown(pilot)
            await pilot.press(*["down"] * number, "enter")
            await settle(pilot)
        assert isinstance(top(pilot), FamilyActionsScreen)
        await go_to(pilot, "#continue")
        await pilot.press("enter")
        await settle(pilot)
    assert opened == [("f1", f"talk-{number + 1}")]


async def test_leaving_the_list_of_conversations_leads_back_to_the_one_before(
    tmp_path: Path,
) -> None:
    async with families_screen(make_store(tmp_path / "f.db", several_talks())) as pilot:
        await open_family(pilot)
        await go_to(pilot, "#others")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(top(pilot), FamilyActionsScreen)
        assert "3 november 2026" in shown(pilot)


async def test_all_conversations_of_a_family_are_seen_at_a_glance(tmp_path: Path) -> None:
    async with families_screen(make_store(tmp_path / "f.db", second_visit().dossier)) as pilot:
        await open_family(pilot)
        await go_to(pilot, "#history")
        await pilot.press("enter")
        await settle(pilot)
        for words in ("22 september 2026", "Eten en slapen", "Samen eten."):
            assert words in shown(pilot)
        await go_to(pilot, "#back")
        await pilot.press("enter")
        await settle(pilot)
        assert "22 september 2026" not in shown(pilot)


async def test_a_family_that_cannot_be_read_has_the_focus_on_going_back(tmp_path: Path) -> None:
    path = make_store(tmp_path / "f.db", talked(family("f1", "Stuk")))
    with Store.open(path, PASSPHRASE) as store:
        store._database.run("UPDATE families SET document = 'x'")
    async with families_screen(path) as pilot:
        await open_family(pilot)
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "back"
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), FamiliesScreen)


async def open_family(pilot: Pilot[None]) -> None:
    """Open the family under the cursor."""
    await pilot.press("enter")
    await settle(pilot)
    assert isinstance(top(pilot), FamilyActionsScreen)
