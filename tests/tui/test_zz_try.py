from __future__ import annotations
from pathlib import Path
import pytest
from textual import events
from tests.tui.support import *
from tests.support.screens import shown, settle

async def test_double(tmp_path: Path) -> None:
    talk=agreed_talk("love_attention")
    talk=flow.jump(framework(), talk, step_where(talk, question="strengths"))
    async with table(tmp_path, talk=talk) as t:
        await t.type("Een lang verhaal.")
        for _ in range(2):
            t.app.post_message(events.Key("enter","\r"))
        await settle(t.pilot)
        print(t.step, [ (a.question,a.words and a.words.text) for v in t.kept.views for a in v.answers])

async def test_zero(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        await t.click("#middle PlanButton")
        print(t.app.screen)
        await t.press("ctrl+a"); await t.type("\u200b")
        await t.press("enter")
        print(shown(t.pilot))
async def test_quit(tmp_path: Path) -> None:
    async with table(tmp_path, "hard_again") as t:
        await t.type("Iets")
        await t.press("ctrl+q")
        print(t.session.draft(t.step.key), t.app.screen)
