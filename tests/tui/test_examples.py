"""F4: an example of the content, and the professional's own for this family."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.examples import own_example
from giz_gesprek.conversation.people import OwnExample
from giz_gesprek.export.json import dossier_json
from giz_gesprek.export.text import document_text
from giz_gesprek.session.edits import example_key
from giz_gesprek.session.session import Session
from giz_gesprek.summary.audience import READERS
from giz_gesprek.summary.build import build_document
from giz_gesprek.tui.dialogs.example import ExampleScreen
from giz_gesprek.tui.dialogs.own_words import WordsScreen
from giz_gesprek.tui.dialogs.sure import SureScreen
from tests.store.support import NOW
from tests.summary.test_papers import CALENDAR
from tests.support.dossiers import library
from tests.support.talks import full_talk, make_family, places
from tests.tui.support import Table, full_disk, table

WORDS: Final = "Wij [b]eten[/b] {child} samen."
SIZES: Final = [(80, 24), (40, 20)]


def kept(t: Table, text_id: str) -> OwnExample | None:
    """Return the own example in the store."""
    return own_example(t.store.read("f1").family, text_id)


def text_id(t: Table) -> str:
    """Return the text on the screen that can have an example."""
    found = t.session.view.example
    assert found is not None
    return found


async def write(t: Table, words: str = WORDS) -> None:
    """Write an own example, from the conversation, and stay in the dialog."""
    await t.press("f4")
    await t.click("#write")
    assert isinstance(t.top, WordsScreen)
    await t.retype(words)
    await t.press("enter")


@pytest.mark.parametrize("size", SIZES)
async def test_an_own_example_is_written_and_shown_above_that_of_the_content(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with table(tmp_path, "words", size=size) as t:
        shipped = t.book.phrase(text_id(t)).example
        assert shipped is not None
        await write(t)
        assert isinstance(t.top, ExampleScreen)
        assert t.says("common.example_of", name="Fatma")
        assert t.lines.index("[b]eten[/b] {child}") < t.lines.index(t.say("common.example_label"))
        assert t.sees(shipped)
        example = kept(t, text_id(t))
        assert example is not None
        assert (example.text, example.author_id) == (WORDS, "nurse")
        assert t.log == [(f"example:{text_id(t)}", "added")]
        await t.press("escape")
        assert t.on_top
        await t.press("f4")
        assert t.sees(WORDS)


async def test_every_button_fits_on_a_small_screen(tmp_path: Path) -> None:
    for number, size in enumerate([*SIZES, (40, 40)]):
        async with table(tmp_path, "words", size=size, name=f"{number}.db") as t:
            await write(t)
            assert t.says("button.close")
            assert t.says("button.change")
            assert t.says("button.remove")


async def test_where_the_content_has_no_example_one_can_be_written(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        here = text_id(t)
        assert t.book.phrase(here).example is None
        await t.press("f4")
        assert t.says("common.no_example")
        await t.press("escape")
        await write(t)
        assert t.sees(WORDS)
        assert not t.says("common.no_example")
        assert kept(t, here) is not None


async def test_where_nothing_is_asked_f4_only_says_that_there_is_no_example(tmp_path: Path) -> None:
    async with table(tmp_path, "welcome") as t:
        await t.press("f4")
        assert t.on_top
        assert t.says("common.no_example")


async def test_an_own_example_is_changed_by_a_button(tmp_path: Path) -> None:
    async with table(tmp_path, "words") as t:
        await write(t)
        await t.click("#write")
        assert t.sees(WORDS)
        await t.retype("Wij lezen.")
        await t.press("enter")
        assert t.sees("Wij lezen.")
        assert not t.sees(WORDS)
        assert [action for _item, action in t.log] == ["added", "changed"]


async def test_an_own_example_is_taken_away_from_the_document_and_the_log(tmp_path: Path) -> None:
    async with table(tmp_path, "words") as t:
        await write(t)
        await t.click("#remove")
        assert isinstance(t.top, SureScreen)
        await t.click("#leave")
        assert kept(t, text_id(t)) is not None
        await t.click("#remove")
        await t.click("#confirm")
        assert isinstance(t.top, ExampleScreen)
        assert not t.sees(WORDS)
        assert kept(t, text_id(t)) is None
        assert t.log == [("words", "removed")], "and not what was in it"


async def test_an_emptied_example_is_taken_away(tmp_path: Path) -> None:
    async with table(tmp_path, "words") as t:
        await write(t)
        await t.click("#write")
        await t.retype(" ")
        await t.press("enter")
        assert kept(t, text_id(t)) is None
        assert t.log == [("words", "removed")], "and not what was in it"


async def test_what_is_typed_is_kept_as_a_draft(tmp_path: Path) -> None:
    async with table(tmp_path, "words") as t:
        await t.press("f4")
        await t.click("#write")
        await t.type("Wij eten")
        await t.press("ctrl+q")
        assert t.session.draft(example_key(text_id(t))) == "Wij eten"
        await t.press("escape", "escape")
        await t.click("#confirm")
        assert isinstance(t.top, ExampleScreen)
        assert t.session.draft(example_key(text_id(t))) is None
        t.session.save_draft(example_key(text_id(t)), "Wij lezen")
        await t.click("#write")
        assert t.sees("Wij lezen")


async def test_an_answer_that_is_being_typed_stays(tmp_path: Path) -> None:
    async with table(tmp_path, "hard_again") as t:
        await t.type("Ik slaap slecht.")
        await write(t)
        await t.press("escape")
        assert t.body.typed() == "Ik slaap slecht."
        assert t.app.focused is not None


async def test_a_full_disk_takes_no_words_from_the_screen(tmp_path: Path) -> None:
    async with table(tmp_path, "words") as t:
        await t.press("f4")
        await t.click("#write")
        await t.type("Wij eten samen.")
        with full_disk(t):
            await t.press("enter")
            assert t.says("common.not_saved")
            assert t.sees("Wij eten samen.")
        await t.press("enter")
        with full_disk(t):
            await t.click("#remove")
            await t.click("#confirm")
            assert t.on_top
            assert t.says("common.not_saved")
        assert kept(t, text_id(t)) is not None


async def test_another_conversation_of_the_family_has_the_example_too(tmp_path: Path) -> None:
    async with table(tmp_path, "words") as t:
        await write(t)
        await t.press("escape")
        other = t.kept.model_copy(update={"id": "talk-2"})
        dossier = t.session.dossier.with_conversation(other)
        t.screen.session = Session(t.store, library(), dossier, "talk-2")
        await t.screen.show_step()
        await t.press("f4")
        assert t.sees(WORDS)
        await t.click("#remove")
        await t.click("#confirm")
        assert t.log == [("words", "removed")], "written in one conversation, forgotten in all"


def test_an_own_example_is_in_the_document_and_on_no_paper() -> None:
    example = OwnExample(text_id="goals.goal", text=WORDS, author_id="nurse", at=NOW)
    family = make_family().model_copy(update={"examples": (example,)})
    talk = full_talk().with_family(family)
    dossier = talk.dossier
    assert Dossier.model_validate_json(dossier_json(dossier)) == dossier
    assert WORDS in dossier_json(dossier)
    for audience in READERS:
        paper = build_document(library(), talk, audience, calendar=CALENDAR, app_version="1")
        assert "eten[/b]" not in document_text(paper)


async def test_the_row_of_keys_shows_f4_where_there_is_an_example(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        for place, (talk, step) in places().items():
            await t.sit_with(talk.changed(position=step.position))
            example = t.session.view.example
            there = example is not None and t.book.phrase(example).example is not None
            assert ("F4" in t.lines) is there, place
        await t.sit_at("choice")
        await write(t)
        await t.press("escape")
        assert "F4" in t.lines
