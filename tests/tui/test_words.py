"""Own words: literally what was typed, whatever it is, and never lost."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from giz_gesprek.conversation.text import LONGEST_NOTE, clean_text
from giz_gesprek.tui.dialogs.own_words import WordsScreen
from giz_gesprek.tui.screens.quit import QuitScreen
from giz_gesprek.tui.steps.own_words import OwnWordsBody
from tests.support.talks import agreed_talk, step_where
from tests.tui.support import Table, full_disk, table

HOSTILE: Final = [
    "[/b] [red]rood[/red] [@click=app.quit]x[/]",
    "{child} {name} {x.__class__} %s",
    "“Nee”, zei hij: \"het 'gaat' niet\".",
    "Dit is fijn 😀👨‍👩‍👧 café ƒ€",
    "regel een\nregel twee\n\nregel vier",
    "bel\x07en\x1b[31mrood\x1b[0m\x00eind",
    "a\u202eachteruit\u2066",
]


def typed(t: Table) -> str:
    body = t.body
    assert isinstance(body, OwnWordsBody)
    return body.field.text


def words_kept(t: Table) -> list[str]:
    """Return all own words in the store."""
    return [answer.words.text for view in t.kept.views for answer in view.answers if answer.words]


async def test_what_is_typed_is_kept_and_shown_as_it_is(tmp_path: Path) -> None:
    talk = agreed_talk("love_attention")
    step = step_where(talk, question="strengths")
    async with table(tmp_path) as t:
        for text in HOSTILE:
            await t.sit_with(talk.changed(position=step.position))
            await t.type(text)
            await t.press("enter")
            assert words_kept(t) == [clean_text(text)]
            await t.press("escape")
            assert clean_text(typed(t)) == clean_text(text)
            await t.go(step_where(t.session.talk, "read_back"))
            for line in clean_text(text).splitlines():
                assert t.sees(line), line


async def test_too_much_is_cut_at_the_end_and_said(tmp_path: Path) -> None:
    async with table(tmp_path, "hard_again") as t:
        await t.type("a" * LONGEST_NOTE)
        assert not t.says("common.too_long")
        await t.type("b")
        assert t.says("common.too_long")
        assert typed(t) == "a" * LONGEST_NOTE
        await t.press("enter")
        assert t.kept.plan.hard_again[0].words is not None
        assert t.kept.plan.hard_again[0].words.text == "a" * LONGEST_NOTE


async def test_letters_that_grow_when_they_are_cleaned_fit_as_well(tmp_path: Path) -> None:
    async with table(tmp_path, "hard_again") as t:
        await t.type("\u0958" * LONGEST_NOTE)
        assert t.says("common.too_long")
        await t.press("enter")
        assert t.app.failure is None
        assert t.kept.plan.hard_again[0].words is not None


async def test_nothing_is_kept_of_nothing(tmp_path: Path) -> None:
    talk = agreed_talk("love_attention")
    step = step_where(talk, question="strengths")
    async with table(tmp_path) as t:
        for empty in ("", "   \n ", "\u200b", "\u00a0"):
            await t.sit_with(talk.changed(position=step.position))
            await t.type(empty)
            await t.press("enter")
            assert t.step != step
            assert t.kept.views == ()
            assert t.log == []


async def test_emptying_an_answer_takes_it_away(tmp_path: Path) -> None:
    async with table(tmp_path, "words") as t:
        step = t.step
        await t.retype(" ")
        await t.press("enter")
        assert t.answer(step) is None


async def test_leaving_another_way_keeps_what_was_typed(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for key in ("escape", "f5"):
            await t.sit_at("hard_again")
            step = t.step
            await t.type("Ik slaap slecht.")
            await t.press(key)
            kept = t.answer(step)
            assert kept is not None, key
            assert kept.words is not None, key
            assert kept.words.text == "Ik slaap slecht.", key


async def test_a_full_disk_takes_no_words_from_the_screen(tmp_path: Path) -> None:
    async with table(tmp_path, "hard_again") as t:
        await t.type("Ik slaap slecht.")
        with full_disk(t):
            for key in ("enter", "escape", "f5", "f3"):
                await t.press(key)
                assert t.says("common.not_saved"), key
                assert t.sees("Ik slaap slecht."), key
            await t.press("f6", "3", "enter")
            assert t.on_top, "stopping would lose the words"
            t.screen.stage.keep_draft()
            await t.calm()
            assert t.app.failure is None
        await t.press("enter")
        assert t.kept.plan.hard_again


async def test_another_rung_keeps_the_words_the_choice_and_the_day(tmp_path: Path) -> None:
    async with table(tmp_path, "hard_again") as t:
        await t.type("Ik slaap [/b] slecht.")
        await t.press("f3")
        assert t.says("hard_again.notice")
        assert typed(t) == "Ik slaap [/b] slecht."
        await t.press("f7", "f7")
        assert typed(t) == "Ik slaap [/b] slecht."
        await t.sit_at("outcome")
        await t.press("3", "f3")
        assert t.lit() == ["find_out"]
        await t.sit_at("look_back")
        await t.type("3-4-2027")
        await t.press("f7")
        assert t.sees("3-4-2027")
        await t.sit_at("export")
        await t.press("2", "f3")
        assert t.lit() == ["professional"]


async def test_a_draft_is_kept_while_typing_and_comes_back(tmp_path: Path) -> None:
    async with table(tmp_path, "hard_again") as t:
        step = t.step
        t.screen.stage.keep_draft()
        assert t.session.draft(step.key) is None
        await t.type("Ik slaap")
        t.screen.stage.keep_draft()
        assert t.session.draft(step.key) == "Ik slaap"
        assert t.kept.plan.hard_again == ()
        await t.screen.show_step()
        await t.calm()
        assert typed(t) == "Ik slaap"
        await t.press("enter")
        assert t.session.draft(step.key) is None


async def test_a_draft_is_kept_when_somebody_wants_to_stop(tmp_path: Path) -> None:
    async with table(tmp_path, "hard_again") as t:
        await t.type("Ik slaap slecht.")
        await t.press("ctrl+q")
        assert isinstance(t.top, QuitScreen)
        assert t.session.draft(t.step.key) == "Ik slaap slecht."


async def test_a_dialog_keeps_a_draft_too_and_forgets_it_when_it_is_left(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        await t.click(t.button("button.add_goal"))
        await t.type("Meer rust")
        await t.press("ctrl+q")
        assert t.session.draft("goal:new") == "Meer rust"
        await t.press("escape")
        assert isinstance(t.top, WordsScreen)
        await t.type(" in huis")
        await t.press("escape")
        await t.click("#confirm")
        assert t.on_top
        assert t.session.draft("goal:new") is None
        await t.click(t.button("button.add_goal"))
        assert not t.sees("Meer rust")


async def test_a_drafted_goal_is_there_after_a_crash(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        t.session.save_draft("goal:new", "Meer rust")
        await t.click(t.button("button.add_goal"))
        assert t.sees("Meer rust")
