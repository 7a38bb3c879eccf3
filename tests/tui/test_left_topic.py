"""A topic is switched off after something was said on it, on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.screens import SMALL_FIRST
from tests.support.talks import agreed_talk, say_about, step_where
from tests.tui.support import table

WORDS = "Hij eet goed."


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_what_becomes_of_the_words_is_asked_and_what_is_lit_is_what_is_kept(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    talk = say_about(agreed_talk("eating_sleeping"), "eating_sleeping", "mother", strengths=WORDS)
    here = step_where(talk, "topics")
    async with table(tmp_path, talk=talk.changed(position=here.position), size=size) as t:
        await t.press("1")
        assert t.says("topics.words_keep")
        await t.press("escape")
        assert (t.on_top, t.lit()) == (True, ["eating_sleeping"])
        await t.press("1", "1", "enter")
        assert (t.lit(), t.kept.visits[0].topics) == ([], ())
        assert t.says("topics.words_kept")
        await t.press("1")
        assert t.lit() == ["eating_sleeping"]
        await t.press("1", "2", "enter")
        assert (t.lit(), t.kept.views, t.log) == ([], (), [("words", "removed")])
        assert t.says("topics.words_gone")
