"""Help that is needed today: whom to call stands on the screen, over the next step."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek.tui.dialogs.help_now import HelpNowScreen
from tests.support.screens import SMALL_FIRST
from tests.support.talks import step_where, talk_on_every_topic
from tests.tui.support import table


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_whom_to_call_stands_on_the_screen_when_help_is_needed_today(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    talk = talk_on_every_topic()
    step = step_where(talk, question="help_kind")
    async with table(tmp_path, talk=talk.changed(position=step.position), size=size) as t:
        await t.press("2", "enter")
        assert t.on_top
        await t.press("escape", "3", "enter")
        assert isinstance(t.top, HelpNowScreen)
        assert t.says("help_now.danger")
        here = t.step
        assert here != step
        await t.press("escape")
        assert (t.on_top, t.step) == (True, here)
