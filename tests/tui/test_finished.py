"""A finished conversation on the screen: read, and opened again before it is changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek.conversation import flow
from tests.store.support import NOW
from tests.support.screens import SMALL_FIRST
from tests.support.talks import full_talk
from tests.tui.support import table


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_it_is_read_and_opened_again_by_its_own_button(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    talk = flow.jump(flow.finish(full_talk(), now=NOW), flow.SUMMARY)
    async with table(tmp_path, talk=talk, size=size) as t:
        labels = [str(button.label) for button in t.buttons()]
        assert t.say("button.reopen") in labels
        assert not {t.say("button.change"), t.say("button.remove"), t.say("button.back")} & {
            *labels
        }
        await t.press("escape", "f5", "escape")
        assert (t.step.kind, t.kept.state) == ("summary", "finished")
        await t.click(t.button("button.reopen"))
        assert (t.kept.state, t.log) == ("in_progress", [("conversation", "reopened")])
        assert t.says("finish.reopened")
        assert t.say("button.change") in [str(button.label) for button in t.buttons()]


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_papers_can_be_made_of_it(tmp_path: Path, size: tuple[int, int]) -> None:
    talk = flow.jump(flow.finish(full_talk(), now=NOW), flow.SUMMARY)
    async with table(tmp_path, talk=talk, size=size) as t:
        await t.press("enter", "1", "enter")
        assert t.says("export.preview")
        assert t.kept.state == "finished"


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_enter_does_not_pass_over_what_was_not_seen_of_the_report(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    talk = full_talk()
    async with table(tmp_path, talk=flow.jump(talk, flow.SUMMARY), size=size) as t:
        assert t.body.max_scroll_y > 0
        await t.press("enter")
        assert t.says("summary.more")
        while t.body.scroll_offset.y < t.body.max_scroll_y:
            before = t.body.scroll_offset.y
            await t.press("enter")
            assert t.body.scroll_offset.y > before
        assert not t.says("summary.more")
        await t.press("enter")
        assert t.step.kind == "export"
