"""Who sits at the table, changed on the screen: behind a key that says nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek.conversation.choosing import open_side
from giz_gesprek.tui.widgets.said import Said
from tests.support.screens import SMALL_FIRST
from tests.support.talks import agreed_talk, say_about, step_where
from tests.tui.support import table

SECRET = "Soms is het thuis gespannen."


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_a_partner_comes_in_and_what_was_told_alone_is_gone_until_he_leaves(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    talk = say_about(agreed_talk("safety", "housing"), "safety", "mother", strengths=SECRET)
    here = step_where(talk, topic="safety", question="strengths")
    async with table(tmp_path, talk=talk.changed(position=here.position), size=size) as t:
        assert t.sees(SECRET)
        await t.press("ctrl+t")
        assert t.says("table.now", who="Sanne, Fatma")
        assert not t.sees(SECRET), "nothing of the step is seen around the question"
        assert not t.says("safety.title")
        await t.press("2", "enter")
        assert t.kept.participant_ids() == ("mother", "father", "nurse")
        assert (t.on_top, t.step.kind) == (True, "triangle")
        assert t.says("table.came", who="Jan")
        await t.press("ctrl+t")
        assert t.says("table.leaves", who="Jan")
        await t.press("2", "enter")
        assert (t.kept.participant_ids(), t.kept.parked) == (("mother", "nurse"), ())
        await t.go(here)
        assert t.sees(SECRET)


async def test_what_is_typed_stays_a_draft_and_leaving_the_question_comes_back_to_it(
    tmp_path: Path,
) -> None:
    async with table(tmp_path, "words") as t:
        step = t.step
        await t.retype("En toen zei hij")
        await t.press("ctrl+t", "escape")
        assert (t.on_top, t.step, t.body.typed()) == (True, step, "En toen zei hij")
        assert t.app.focused is t.screen.query_one("#words")
        await t.press("ctrl+t", "2", "enter")
        assert t.body.typed() == "En toen zei hij"


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_pausing_offers_it_too_and_the_key_is_in_the_help(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with table(tmp_path, "choice", size=size) as t:
        await t.press("f6")
        assert t.says("table.title")
        await t.press("4", "enter")
        assert t.says("table.now", who="Sanne, Fatma")
        await t.press("escape", "f1")
        [keys] = t.top.query(".keys").results(Said)
        assert f"Ctrl T  {t.say('table.title')}" in str(keys.content)


async def test_somebody_who_is_not_known_gets_a_name_and_a_role(tmp_path: Path) -> None:
    talk = open_side(agreed_talk(), "surroundings")
    async with table(tmp_path, talk=talk) as t:
        await t.press("ctrl+t", "4", "enter")
        assert t.says("table.name")
        await t.type("Ria")
        await t.press("enter")
        assert t.says("table.role", who="Ria")
        await t.press("2", "enter")
        new = t.store.read("f1").family.people[-1]
        assert (new.name, new.role) == ("Ria", "network")
        assert t.kept.participant_ids()[-1] == new.id
