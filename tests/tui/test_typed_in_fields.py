"""What is typed and pasted in fields: nothing is dropped in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from giz_gesprek.conversation.text import LONGEST_LINE
from tests.support.screens import families_screen, make_store, one_family, settle, shown, type_in
from tests.tui.support import key_event, table

SPACES = ("\u00a0", "\u2009", "\u3000")


@pytest.mark.parametrize("joiner", ["\u200c", "\u200d"])
async def test_a_space_of_any_kind_is_a_space_and_what_joins_letters_is_kept(
    tmp_path: Path, joiner: str
) -> None:
    async with table(tmp_path, "hard_again") as t:
        step = t.step
        await t.press("i", "k", SPACES[0], "b", "e", "n", SPACES[1], "e", "r", SPACES[2], "!")
        await t.press("a", joiner, "b")
        await t.type("\u00a0en geplakt")
        await t.press("enter")
        kept = t.answer(step)
        assert kept is not None
        assert kept.words is not None
        assert kept.words.text == f"ik ben er !a{joiner}b en geplakt"


async def test_a_line_takes_spaces_too(tmp_path: Path) -> None:
    async with families_screen(one_family(tmp_path / "f.db")) as pilot:
        field = pilot.app.focused
        assert isinstance(field, Input)
        for key in ("d", "e", "\u00a0", "v"):
            pilot.app.post_message(key_event(key))
        await settle(pilot)
        assert field.value == "de v"


@pytest.mark.parametrize(
    "pasted", ["\nGezin Klaver", "\r\n  \r\nGezin Klaver\r\n", "Gezin Klaver\n"]
)
async def test_line_ends_around_what_is_pasted_are_no_part_of_it(
    tmp_path: Path, pasted: str
) -> None:
    async with families_screen(one_family(tmp_path / "f.db")) as pilot:
        field = pilot.app.focused
        assert isinstance(field, Input)
        await type_in(pilot, pasted)
        await settle(pilot)
        assert field.value == "Gezin Klaver"
        assert "achter elkaar" not in shown(pilot)


async def test_a_sentence_says_that_lines_stand_one_after_the_other(tmp_path: Path) -> None:
    async with families_screen(make_store(tmp_path / "f.db")) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await type_in(pilot, "Klaver\nRoos")
        await settle(pilot)
        assert "Klaver Roos" in shown(pilot)
        assert "achter elkaar" in shown(pilot)
    async with table(tmp_path, "goals", name="again.db") as t:
        await t.click(t.button("button.change", 1))
        await t.press("enter")
        # Before the last, which is that nobody knows yet.
        await t.press(str(len(t.top.query("ChoiceItem")) - 1), "enter")
        await t.type("Oma\nOpa")
        assert t.sees("Oma Opa")
        assert await t.comes_to_say("common.lines_joined")


async def test_the_beginning_of_a_long_paste_is_there_and_a_sentence_says_that_the_end_is_not(
    tmp_path: Path,
) -> None:
    async with families_screen(make_store(tmp_path / "f.db")) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await type_in(pilot, "x" * 50_000)
        await settle(pilot)
        field = pilot.app.focused
        assert isinstance(field, Input)
        assert field.value == "x" * LONGEST_LINE
        assert "het einde staat er niet bij" in shown(pilot)


async def test_a_paste_in_own_words_holds_nothing_that_a_terminal_obeys(tmp_path: Path) -> None:
    async with table(tmp_path, "hard_again") as t:
        await t.type("een\r\n\ttwee\u202e\x1b[31m\u2029drie")
        field = t.app.focused
        assert isinstance(field, TextArea)
        assert field.text == "een\n twee[31m\ndrie"


async def test_a_day_of_two_lines_is_shown_as_one_with_a_sentence(tmp_path: Path) -> None:
    async with table(tmp_path, "later_date") as t:
        await t.type("3 december\nom 14 uur")
        field = t.app.focused
        assert isinstance(field, Input)
        assert field.value == "3 december om 14 uur"
        assert t.says("common.lines_joined")
