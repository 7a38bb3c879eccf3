"""The one picture before the goals on the screen: triangle and list, or the list alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek.conversation.plan import ComesFirst
from giz_gesprek.conversation.steps import WholeStep
from giz_gesprek.tui.widgets.face_line import FaceLine
from giz_gesprek.tui.widgets.triangle import Triangle
from tests.support.screens import SMALL_FIRST
from tests.support.talks import agreed_talk, full_talk, make_family, say_about
from tests.tui.support import Table, table


def stands_at(t: Table, kind: str) -> bool:
    return t.step.kind == kind


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_the_picture_shows_every_face_and_what_comes_first_is_lit_and_kept(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    talk = full_talk().changed(position=WholeStep().position)
    async with table(tmp_path, talk=talk, size=size) as t:
        assert t.says("whole.ask")
        for text in ("(─) Sanne: gaat wel", "(◠) Fatma: gaat moeilijk"):
            assert t.sees(text)
        assert t.lit() == []
        assert t.body.scroll_offset.y == 0
        assert t.screen.query_one(Triangle).display == (size[0] > 60)
        await t.press("enter")
        assert stands_at(t, "whole")
        assert t.says("common.choose_first")
        await t.press("1")
        assert t.lit() == ["eating_sleeping:milan"]
        assert t.screen.query_one(Triangle).lit == "development"
        await t.press("enter")
        assert stands_at(t, "goals")
        first = ComesFirst(topic="eating_sleeping", child_id="milan")
        assert t.kept.plan.comes_first == first
        await t.press("escape", "3", "enter")
        assert t.kept.plan.comes_first is None


async def test_without_pictures_the_words_stand_alone(tmp_path: Path) -> None:
    family = make_family()
    settings = family.settings.model_copy(update={"pictures": False})
    family = family.model_copy(update={"settings": settings})
    async with table(tmp_path, "whole", family=family) as t:
        assert not t.screen.query_one(Triangle).display
        assert [str(face.content) for face in t.screen.query(FaceLine)] == [
            "Sanne: gaat wel",
            "Fatma: gaat moeilijk",
        ]


async def test_a_topic_far_down_comes_on_the_screen_when_it_is_lit(tmp_path: Path) -> None:
    talk = agreed_talk("housing", "eating_sleeping", "health", "contact", "independence")
    for topic in ("housing", "eating_sleeping", "health", "contact", "independence"):
        talk = say_about(talk, topic, "mother", strengths="Fijn.", appraisal="so_so")
        talk = say_about(talk, topic, "nurse", view="so_so")
    talk = talk.changed(position=WholeStep().position)
    async with table(tmp_path, talk=talk, size=(40, 20)) as t:
        assert t.body.scroll_offset.y == 0
        assert not t.sees("Wonen")
        await t.press("5")
        assert t.lit() == ["housing"]
        assert t.sees("Wonen")


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_the_picture_can_be_seen_before_the_report_is_read(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with table(tmp_path, "summary", size=size) as t:
        await t.click(t.button("summary.overview"))
        faces = [str(face.content) for face in t.top.query(FaceLine)]
        assert faces == ["(─) Sanne: gaat wel", "(◠) Fatma: gaat moeilijk"]
        assert t.top.query_one(Triangle).display == (size[0] > 60)
        await t.press("enter")
        assert t.on_top
