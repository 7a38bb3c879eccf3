"""What is typed and pasted in fields: nothing is dropped in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

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
async def test_the_first_line_with_words_is_taken_of_what_is_pasted(
    tmp_path: Path, pasted: str
) -> None:
    async with families_screen(one_family(tmp_path / "f.db")) as pilot:
        field = pilot.app.focused
        assert isinstance(field, Input)
        await type_in(pilot, pasted)
        await settle(pilot)
        assert field.value == "Gezin Klaver"
        assert "eerste" not in shown(pilot)


async def test_a_sentence_says_that_more_lines_were_left_out(tmp_path: Path) -> None:
    async with families_screen(make_store(tmp_path / "f.db")) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await type_in(pilot, "Klaver\nRoos")
        await settle(pilot)
        assert "Klaver" in shown(pilot)
        assert "de eerste" in shown(pilot)
    async with table(tmp_path, "goals", name="again.db") as t:
        await t.click(t.button("button.change", 1))
        await t.press("enter")
        # Before the last, which is that nobody knows yet.
        await t.press(str(len(t.top.query("ChoiceItem")) - 1), "enter")
        await t.type("Oma\nOpa")
        assert t.sees("Oma")
        assert await t.comes_to_say("common.first_line")
