"""The people around a family on the screen: a map where there is room, and a list that says it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Button

from giz_gesprek.conversation.steps import AroundStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.tui.widgets.rings import Rings
from giz_gesprek.tui.widgets.said import Quoted
from tests.support.screens import SMALL_FIRST
from tests.support.talks import agreed_talk, talk_with_people
from tests.tui.support import Table, table

HERE = AroundStep().position


def focused(t: Table) -> str:
    assert isinstance(t.top.focused, Button)
    return str(t.top.focused.label)


def people() -> Talk:
    return talk_with_people().changed(position=HERE)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_a_map_stands_above_the_list_where_there_is_room(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with table(tmp_path, talk=people(), family=people().family, size=size) as t:
        assert t.screen.query_one(Rings).display == (size[0] > 60)
        assert t.sees("● Milan") == (size[0] > 60)
        assert t.sees("opa Jan")
        listed = [str(each.content) for each in t.screen.query(Quoted)]
        assert listed == [
            *("opa Jan", "Past op."),
            *("buurvrouw Els", "Boodschappen."),
            *("Karim", "Helpt met de post."),
        ]


async def test_a_family_without_pictures_has_the_list_alone(tmp_path: Path) -> None:
    settings = people().family.settings.model_copy(update={"pictures": False})
    family = people().family.model_copy(update={"settings": settings})
    async with table(tmp_path, talk=people(), family=family) as t:
        assert not t.screen.query_one(Rings).display
        assert t.sees("opa Jan")


async def test_somebody_is_named_by_keys_alone_and_the_keys_stay_there(tmp_path: Path) -> None:
    around = agreed_talk().conversation.around.model_copy(update={"opened": True})
    talk = agreed_talk().changed(around=around, position=HERE)
    async with table(tmp_path, talk=talk) as t:
        assert focused(t) == "Iemand noemen"
        await t.press("enter")
        await t.type("opa")
        await t.press("enter", "1", "enter", "1", "enter")
        for _question in ("what he does", "what he could do"):
            await t.press("tab", "tab", "enter")
        [one] = t.kept.around.people
        assert (one.ring, one.helps, one.could) == ("close", None, None)
        assert t.sees("● Milan")
        assert focused(t) == "Iemand noemen"
