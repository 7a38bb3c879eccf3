"""The end of a conversation: the report, the paper, and after a no."""

from __future__ import annotations

from pathlib import Path

from giz_gesprek.tui.dialogs.notice import NoticeScreen
from giz_gesprek.tui.dialogs.own_words import WordsScreen
from giz_gesprek.tui.dialogs.sure import SureScreen
from tests.support.talks import agreed_talk
from tests.tui.support import Table, full_disk, table


def state(t: Table) -> str:
    return t.kept.state


async def test_an_empty_report_says_so(tmp_path: Path) -> None:
    talk = agreed_talk()
    async with table(tmp_path, talk=talk) as t:
        t.session.enough_for_today()
        await t.screen.show_step()
        await t.calm()
        assert t.says("summary.empty")
        assert t.says("button.go_on")


async def test_the_report_shows_what_was_said_under_its_heading(tmp_path: Path) -> None:
    async with table(tmp_path, "summary", size=(80, 80)) as t:
        for text in ("Hij eet goed.", "Hij is moe.", "Samen eten.", "De tafel dekken."):
            assert t.sees(text)
        assert t.says("eating_sleeping.title")
        assert t.says("summary.ask")


async def test_own_words_on_the_report_are_changed_in_place(tmp_path: Path) -> None:
    async with table(tmp_path, "summary") as t:
        await t.click(t.button("button.change"))
        assert isinstance(t.top, WordsScreen)
        assert t.sees("Hij eet goed.")
        with full_disk(t):
            await t.retype("Hij eet [b]heel[/b] goed.")
            await t.press("enter")
            assert t.says("common.not_saved")
        await t.press("enter")
        assert t.step.kind == "summary"
        assert t.sees("Hij eet [b]heel[/b] goed.")
        answer = t.kept.views[0].answers[0]
        assert answer.words is not None
        assert answer.words.text == "Hij eet [b]heel[/b] goed."
        assert answer.words.author_id == "mother"


async def test_a_choice_on_the_report_is_changed_at_its_question(tmp_path: Path) -> None:
    async with table(tmp_path, "summary") as t:
        await t.click(t.button("button.change", 1))
        assert (t.step.position.question, t.lit()) == ("appraisal", ["so_so"])


async def test_every_line_of_the_report_can_go(tmp_path: Path) -> None:
    async with table(tmp_path, "summary") as t:
        rows = len([b for b in t.buttons() if str(b.label) == t.say("button.remove")])
        assert rows > 5
        for _line in range(rows + 5):
            if not [b for b in t.buttons() if str(b.label) == t.say("button.remove")]:
                break
            await t.click(t.button("button.remove"))
            assert isinstance(t.top, SureScreen)
            await t.click("#confirm")
        assert t.says("summary.empty")
        assert t.kept.plan.goals == ()
        assert [answer for view in t.kept.views for answer in view.answers] == []


async def test_finishing_thanks_and_closes(tmp_path: Path) -> None:
    async with table(tmp_path, "export") as t:
        await t.press("4")
        with full_disk(t):
            await t.press("enter")
            assert t.says("common.not_saved")
            assert state(t) == "in_progress"
        await t.press("enter")
        assert isinstance(t.top, NoticeScreen)
        assert t.says("finish.thanks")
        await t.press("enter")
        assert state(t) == "finished"
        assert t.screen not in t.app.screen_stack


async def test_after_a_no_nothing_that_was_said_is_shown(tmp_path: Path) -> None:
    async with table(tmp_path, "consent") as t:
        await t.press("3", "enter")
        assert state(t) == "declined"
        assert t.says("declined.thanks")
        for text in ("Hij eet", "Samen", "Hij is moe"):
            assert not t.sees(text)
        await t.press("f6")
        assert not t.says("button.enough")
        await t.press("escape", "enter")
        assert t.screen not in t.app.screen_stack
        assert state(t) == "declined"


async def test_after_a_no_everything_can_be_deleted(tmp_path: Path) -> None:
    async with table(tmp_path, "declined") as t:
        with full_disk(t):
            await t.click("#aside")
            await t.click("#confirm")
            assert t.says("common.not_saved")
        await t.click("#aside")
        await t.click("#confirm")
        assert t.store.read("f1").conversations == ()
        assert t.screen not in t.app.screen_stack
        assert t.app.failure is None


async def test_a_no_can_become_a_yes(tmp_path: Path) -> None:
    async with table(tmp_path, "declined") as t:
        await t.press("escape", "1", "enter")
        assert t.step.kind == "practice"
        assert state(t) == "in_progress"
