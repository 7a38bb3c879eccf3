"""The function keys, the mouse and the buttons: the same on every kind of view."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from textual.widgets import Input, TextArea

from giz_gesprek.session.prompts import prompts
from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.dialogs.choose import ChooseScreen
from giz_gesprek.tui.dialogs.example import ExampleScreen
from giz_gesprek.tui.dialogs.help import HelpScreen
from giz_gesprek.tui.dialogs.help_now import HelpNowScreen
from giz_gesprek.tui.dialogs.prompts import PromptsScreen
from giz_gesprek.tui.dialogs.sure import SureScreen
from giz_gesprek.tui.screens.blank import BlankScreen
from giz_gesprek.tui.screens.quit import QuitScreen
from giz_gesprek.tui.widgets.key_bar import KeyHint
from giz_gesprek.tui.widgets.notice_line import NoticeLine
from giz_gesprek.tui.widgets.said import PlainButton, Said
from tests.support.screens import SIZES, SMALL_FIRST
from tests.support.talks import ONE_OF_EACH, PLACES, RUNGS, VIEWS, places
from tests.tui.support import Table, rung_of, table, voice_of

WITH_A_FIELD = ["words", "look_back"]


async def help_and_back(t: Table) -> None:
    await t.press("f1")
    assert isinstance(t.top, HelpScreen)
    assert t.sees(t.session.view.help)
    await t.press("escape")
    await t.press("f2")
    assert voice_of(t).is_speaking
    assert t.says("voice.normal")
    await t.press("f8")
    assert isinstance(t.top, HelpNowScreen)
    assert t.says("help_now.danger")
    await t.press("enter", "f9")
    assert isinstance(t.top, BlankScreen)
    assert t.says("blank.text")
    for name in ("Sanne", "Milan", t.say("button.next")):
        assert name not in t.lines
    await t.press("x")


async def example(t: Table) -> None:
    text_id = t.session.view.example
    words = t.book.phrase(text_id).example if text_id else None
    await t.press("f4")
    assert isinstance(t.top, ExampleScreen) == (text_id is not None)
    assert t.sees(words) if words is not None else t.says("common.no_example")
    if text_id is not None:
        await t.press("escape")


async def test_help_voice_example_numbers_and_blank_work_on_every_view(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for place in VIEWS:
            await t.sit_at(place)
            step, focused = t.step, t.app.focused
            await help_and_back(t)
            await example(t)
            assert (t.on_top, t.step, t.app.focused) == (True, step, focused), place


async def test_easier_words_and_back_are_keys(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for place in ("choice", "words", "welcome"):
            await t.sit_at(place)
            step = t.step
            await t.press("f3")
            assert rung_of(t) == "easier", place
            assert t.step == step
            await t.press("f3")
            assert t.says("common.no_easier"), place
            await t.press("f7")
            assert rung_of(t) == "easy", place
            assert t.step == step
        await t.press("f7", "f7")
        assert rung_of(t) == "standard"


async def test_skipping_is_a_key_and_a_button(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        step, before = t.step, t.answer()
        assert before is not None
        await t.press("f5")
        assert t.step == t.session.steps()[t.session.steps().index(step) + 1]
        await t.go(step)
        await t.click("#skip")
        assert t.step != step
        assert t.answer(step) == before


async def test_nothing_goes_on_without_a_yes(tmp_path: Path) -> None:
    talk, step = places()["consent"]
    asked = talk.changed(agreement=None, state="prepared", position=step.position)
    async with table(tmp_path, talk=asked) as t:
        await t.press("f5", "enter")
        assert t.step == step


async def test_enough_for_today_gives_the_report_and_goes_on_where_it_was(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for place in ("words", "choice"):
            await t.sit_at(place)
            step = t.step
            if place == "words":
                await t.click("#enough")
            else:
                await t.press("f6", "2", "enter")
            assert t.step.kind == "summary", place
            assert t.says("pause.enough"), place
            assert t.kept.left_at == step.position, place
            t.screen.query_one("#go-on", PlainButton).press()
            await t.calm()
            assert t.step == step, place


async def test_pausing_goes_on_or_stops_and_keeps_everything(tmp_path: Path) -> None:
    async with table(tmp_path, "hard_again") as t:
        await t.type("Ik slaap slecht.")
        step = t.step
        await t.press("f6")
        assert isinstance(t.top, ChooseScreen)
        await t.press("enter")
        assert await t.comes_to_say("common.choose_only")
        await t.press("1", "enter")
        assert t.on_top
        assert t.step == step
        await t.press("f6", "3", "enter")
        assert t.screen not in t.app.screen_stack
        kept = t.answer(step)
        assert kept is not None
        assert kept.words is not None
        assert kept.words.text == "Ik slaap slecht."


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_every_key_has_a_place_to_point_at(tmp_path: Path, size: tuple[int, int]) -> None:
    shown_by = {"f1": HelpScreen, "f6": ChooseScreen, "f8": HelpNowScreen, "f9": BlankScreen}
    async with table(tmp_path, "words", size=size) as t:
        hints = {hint.key: hint for hint in t.screen.query(KeyHint)}
        for key, screen in shown_by.items():
            await t.click(hints[key])
            assert type(t.top).__name__ == screen.__name__, key
            await t.press("escape")
        await t.click(hints["f2"])
        assert t.says("voice.normal")
        await t.click(hints["f2"])
        assert not voice_of(t).is_speaking
        await t.click(hints["f4"])
        await t.press("escape")
        await t.click(hints["f3"])
        assert rung_of(t) == "easier"
        assert not hints["f3"].display
        await t.click(hints["f7"])
        assert rung_of(t) == "easy"


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_every_button_and_choice_is_reached_by_tab_and_by_the_mouse(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with table(tmp_path, size=size) as t:
        for place in VIEWS:
            await t.sit_at(place)
            missing = set(t.buttons())
            for _turn in t.top.focus_chain:
                await t.press("tab")
                focused = t.app.focused
                assert focused is not None
                assert t.top.region.contains_region(focused.region), (place, focused)
                if isinstance(focused, PlainButton):
                    missing.discard(focused)
            assert missing == set(), place


async def test_letters_and_digits_are_text_in_a_field_and_keys_still_work(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for place in WITH_A_FIELD:
            await t.sit_at(place)
            step, field = t.step, t.app.focused
            assert isinstance(field, TextArea | Input)
            field.clear()
            await t.press("1", "2", "x", "q")
            text = field.text if isinstance(field, TextArea) else field.value
            assert text == "12xq"
            assert t.step == step
            await t.press("f1")
            assert isinstance(t.top, HelpScreen)
            await t.press("escape", "f6")
            assert isinstance(t.top, ChooseScreen)
            await t.press("escape", "escape")
            assert t.step != step


async def test_help_now_and_an_empty_screen_are_near_in_every_dialog(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        for open_dialog in ("f1", "f4", "f6", "f8"):
            await t.press(open_dialog)
            assert isinstance(t.top, Dialog)
            await t.press("f9")
            assert t.says("blank.text")
            assert len(t.lines.split()) == len(t.say("blank.text").split())
            await t.press("x")
            assert isinstance(t.top, Dialog)
            await t.press("f8")
            assert isinstance(t.top, HelpNowScreen)
            await t.press("escape", "escape")
        for text_id in ("button.change", "button.remove", "goals.choose_help"):
            await t.click(t.button(text_id))
            assert isinstance(t.top, Dialog), text_id
            await t.press("f8")
            assert isinstance(t.top, HelpNowScreen), text_id
            await t.press("escape", "escape")
            assert t.on_top, text_id


async def test_all_numbers_to_call_are_on_the_screen_at_once(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for rung in RUNGS:
            await t.sit_at("choice", rung=rung)
            await t.press("f8")
            for name in ("danger", "violence", "suicide", "doctor", "together"):
                assert t.says(f"help_now.{name}"), (rung, name)
            assert t.sees("010 123 45 67"), rung


async def test_leaving_asks_and_the_safe_answer_has_the_focus(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        await t.press("ctrl+q")
        assert isinstance(t.top, QuitScreen)
        await t.press("enter")
        assert t.on_top
    async with table(tmp_path, "read_back", name="again.db") as t:
        await t.click(".remove")
        assert isinstance(t.top, SureScreen)
        await t.press("enter")
        assert t.on_top
        assert t.kept.views


async def test_the_questions_to_go_deeper_come_with_a_second_f1_only(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        questions = prompts(t.session)
        assert questions
        await t.press("f1")
        told = [str(each.content) for each in t.top.query(Said)]
        assert not any(question in text for question in questions for text in told)
        await t.press("f1")
        assert isinstance(t.top, PromptsScreen)
        for _page in range(6):
            if t.sees(questions[-1]):
                break
            await t.press("pagedown")
        assert t.sees(questions[-1])
        await t.press("escape")
        assert isinstance(t.top, HelpScreen)
        await t.click("#tips")
        assert isinstance(t.top, PromptsScreen)
        await t.press("enter", "escape")
        assert t.on_top
        await t.sit_at("welcome")
        await t.press("f1", "f1")
        assert isinstance(t.top, HelpScreen), "no topic, no questions"
        assert not t.top.query("#tips")


def change_by(t: Table) -> tuple[object, ...]:
    """Return what a key can change."""
    notice = str(t.screen.query_one(NoticeLine).content)
    return (t.top, t.step, rung_of(t), voice_of(t).is_speaking, notice)


BACK_BY: Final = {"f2": "f2", "f3": "f7", "f7": "f3"}
"""What undoes a key that opens nothing; Escape closes what the others open."""
CHANGE_WORDS: Final = {"f3", "f7"}


def shown_keys(t: Table) -> list[str]:
    return [hint.key for hint in t.screen.query(KeyHint) if hint.display]


async def does_something_and_back(t: Table, key: str) -> None:
    here, rung, before = t.step, rung_of(t), change_by(t)
    await t.press(key)
    assert before != change_by(t)
    assert not (t.on_top and t.says("common.no_example"))
    assert not t.says("common.no_easier")
    await t.press(BACK_BY.get(key, "escape"))
    assert (t.on_top, t.step, rung_of(t)) == (True, here, rung)


@pytest.mark.parametrize(
    ("size", "where"),
    [
        (SIZES[1], ONE_OF_EACH),
        pytest.param(SIZES[0], ONE_OF_EACH, marks=pytest.mark.slow),
        pytest.param(SIZES[0], PLACES, marks=pytest.mark.slow),
    ],
)
async def test_every_key_that_is_shown_does_something_on_every_step(
    tmp_path: Path, size: tuple[int, int], where: tuple[str, ...]
) -> None:
    async with table(tmp_path, size=size) as t:
        for place in where:
            await t.sit_at(place)
            assert {"f1", "f2", "f6", "f8", "f9"} <= {*shown_keys(t)}, place
            for key in shown_keys(t):
                await does_something_and_back(t, key)
            # Only these two are shown by how easy the words are.
            await t.sit_at(place, rung="easier")
            for key in CHANGE_WORDS.intersection(shown_keys(t)):
                await does_something_and_back(t, key)


async def test_the_help_names_no_key_that_does_nothing(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for place in PLACES:
            await t.sit_at(place)
            await t.press("f1")
            listed = str(t.top.query(".keys").first(Said).content)
            view = t.session.view
            assert ("F4" in listed) == (view.example is not None), place
            assert ("F5" in listed) == bool(view.ways.skip), place
            await t.press("escape")


async def test_the_help_names_only_keys_that_do_something_on_this_step(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        digits = t.say("key.digits")
        for place, chooses in (
            ("choice", True),
            ("topics", True),
            ("welcome", False),
            ("words", False),
        ):
            await t.sit_at(place)
            await t.press("f1")
            assert isinstance(t.top, HelpScreen)
            [keys] = t.top.query(".keys").results(Said)
            assert (f"1 2 3   {digits}" in str(keys.content)) == chooses, place
            await t.press("escape")
