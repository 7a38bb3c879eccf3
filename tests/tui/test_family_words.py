"""The words of a family: rung, language, form of address and pictures, chosen and then read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from textual.pilot import Pilot

from giz_gesprek.content.library import Library
from giz_gesprek.content.loading import load_library
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.people import FamilySettings
from giz_gesprek.errors import StoreFull
from giz_gesprek.paths import content_dir
from giz_gesprek.speech.added import keep, remove, voice_at
from giz_gesprek.store import Store
from giz_gesprek.tui.screens.conversation import ConversationScreen
from giz_gesprek.tui.screens.families import FamiliesScreen
from giz_gesprek.tui.screens.family_words import FamilyWordsScreen
from giz_gesprek.tui.screens.quit import QuitScreen
from tests.content.support import ContentFolder
from tests.store.support import PASSPHRASE, family
from tests.support.screens import (
    SMALL_FIRST,
    families_screen,
    go_to,
    library,
    make_store,
    refused,
    see_every_control,
    settle,
    shown,
    top,
    type_in,
)
from tests.support.talks import new_talk
from tests.support.voice_files import a_voice
from tests.tui.support import flat

JE = """\
welcome:
  hello: |
    Dank je wel voor je tijd.
    Wij praten over {child} en over jou.
    Je kiest zelf het onderwerp.
quit:
  ask: Wil je nu stoppen?
"""


@cache
def one_language() -> Library:
    """Return the shipped content without the other languages and forms."""
    whole = library()
    tables = {key: table for key, table in whole.tables.items() if key[1] == "nl"}
    return Library(whole.framework, whole.specs, tables, whole.version)


@pytest.fixture
def with_je(tmp_path: Path) -> Library:
    """The shipped content with a few texts that say je."""
    folder = ContentFolder(tmp_path / "je")
    folder.write("easy_language/nl-je/all.yaml", JE)
    return load_library(content_dir(), overlays=(folder.path,))


def stored(path: Path) -> Dossier:
    with Store.open(path, PASSPHRASE) as store:
        return store.read(store.families()[0].id)


async def press(pilot: Pilot[None], selector: str, *keys: str) -> None:
    await go_to(pilot, selector)
    await pilot.press(*(keys or ("enter",)))
    await settle(pilot)


async def open_words(pilot: Pilot[None]) -> None:
    """Open the words of the first family in the list."""
    await pilot.press("enter")
    await settle(pilot)
    await press(pilot, "#words")
    assert isinstance(top(pilot), FamilyWordsScreen)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_language_and_address_are_chosen_by_keyboard_when_preparing(
    tmp_path: Path, with_je: Library, size: tuple[int, int]
) -> None:
    path = make_store(tmp_path / "f.db")
    async with families_screen(path, size, words=lambda: with_je) as pilot:
        await press(pilot, "#new")
        await type_in(pilot, "Roos")
        await go_to(pilot, "ChildLine Input")
        await type_in(pilot, "Milan")
        await pilot.press("tab", "enter", "down", "down", "enter")
        await go_to(pilot, "SeatLine Input")
        await type_in(pilot, "Fatima")
        await press(pilot, "#address", "2")
        assert flat("Spreek de ouder aan met je") in flat(shown(pilot))
        await press(pilot, "#pictures", "space")
        await press(pilot, "#keep")
    assert stored(path).family.settings == FamilySettings(address="je", pictures=False)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_every_control_is_reached_and_languages_have_names(
    tmp_path: Path, with_je: Library, size: tuple[int, int]
) -> None:
    path = make_store(tmp_path / "f.db", family())
    async with families_screen(path, size, words=lambda: with_je) as pilot:
        await open_words(pilot)
        await see_every_control(pilot)
        await go_to(pilot, "#language")
        assert "1  Nederlands" in shown(pilot)
        assert "2  Engels" in shown(pilot)


async def test_a_form_of_address_is_asked_in_a_language_that_has_more(
    tmp_path: Path, with_je: Library
) -> None:
    path = make_store(tmp_path / "f.db", family())
    async with families_screen(path, (80, 40), words=lambda: with_je) as pilot:
        await open_words(pilot)
        assert "Spreek de ouder aan met je" in shown(pilot)
        await press(pilot, "#language", "2")
        assert "Spreek de ouder aan" not in shown(pilot)
        await press(pilot, "#language", "1")
        assert "Spreek de ouder aan met je" in shown(pilot)


async def test_reading_aloud_and_its_speed_are_chosen_for_a_family(tmp_path: Path) -> None:
    path = make_store(tmp_path / "f.db", family())
    async with families_screen(path, (80, 40), words=one_language) as pilot:
        await open_words(pilot)
        assert "Lees elke stap voor." in shown(pilot)
        await press(pilot, "#read-aloud", "space")
        await go_to(pilot, "#speech-rate")
        assert "▶ 2  Rustig" in shown(pilot)
        await press(pilot, "#speech-rate", "up")
        assert "▶ 1  Langzaam" in shown(pilot)
        await press(pilot, "#save")
    assert stored(path).family.settings == FamilySettings(read_aloud=True, speech_rate="slow")


@pytest.mark.usefixtures("no_voice_of_the_system")
async def test_a_voice_is_chosen_for_a_family_where_there_are_more(tmp_path: Path) -> None:
    path = make_store(tmp_path / "f.db", family())
    keep(voice_at(a_voice(tmp_path / "nl_NL-alex-medium.onnx")))
    async with families_screen(path, (80, 40), words=one_language) as pilot:
        await open_words(pilot)
        await go_to(pilot, "#voice")
        assert "▶ 1  De stem die bij de instellingen staat" in shown(pilot)
        await press(pilot, "#voice", "3")
        await press(pilot, "#save")
        remove("nl_NL-alex-medium")
        await open_words(pilot)
        await go_to(pilot, "#voice")
        assert "▶ 3  nl_NL-alex-medium: niet op deze computer" in shown(pilot)
        await press(pilot, "#rung", "3")
        await press(pilot, "#save")
    kept = FamilySettings(rung="easier", voice="nl_NL-alex-medium")
    assert stored(path).family.settings == kept


async def test_one_language_with_one_form_asks_for_neither(tmp_path: Path) -> None:
    path = make_store(tmp_path / "f.db", family())
    async with families_screen(path, (80, 40), words=one_language) as pilot:
        await open_words(pilot)
        assert "Taal" not in shown(pilot)
        assert "Spreek de ouder aan" not in shown(pilot)
        await press(pilot, "#rung", "3")
        await press(pilot, "#save")
    assert stored(path).family.settings == FamilySettings(rung="easier")


async def test_the_words_of_a_prepared_conversation_can_be_changed(
    tmp_path: Path, with_je: Library
) -> None:
    before = new_talk().dossier
    path = make_store(tmp_path / "f.db", before)
    async with families_screen(path, words=lambda: with_je) as pilot:
        await open_words(pilot)
        await press(pilot, "#address", "2")
        await press(pilot, "#save")
        assert isinstance(top(pilot), FamiliesScreen)
        await pilot.press("enter")
        await settle(pilot)
        await press(pilot, "#continue")
        assert isinstance(top(pilot), ConversationScreen)
        assert flat("Wij praten over Milan en over jou.") in flat(shown(pilot))
        await pilot.press("ctrl+q")
        await settle(pilot)
        assert isinstance(top(pilot), QuitScreen)
        assert "Wil je nu stoppen?" in shown(pilot)
    after = stored(path)
    assert after.conversations == before.conversations
    assert after.family.people == before.family.people


async def test_going_back_changes_nothing(tmp_path: Path) -> None:
    path = make_store(tmp_path / "f.db", family())
    async with families_screen(path) as pilot:
        await open_words(pilot)
        await press(pilot, "#rung", "1")
        await pilot.press("escape")
        await settle(pilot)
        await press(pilot, "#yes")
        assert isinstance(top(pilot), FamiliesScreen)
    assert stored(path).family.settings == FamilySettings()


async def test_a_full_disk_is_said_and_the_choices_stay(tmp_path: Path) -> None:
    async with families_screen(make_store(tmp_path / "f.db", family())) as pilot:
        await open_words(pilot)
        await press(pilot, "#rung", "1")
        with refused("save", StoreFull):
            await press(pilot, "#save")
        assert "De schijf is vol" in shown(pilot)
        assert "▶ 1  Gewoon" in shown(pilot)
