"""Help for a goal: three programmes at a time, kept at once, by keys and by pointing."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek.conversation import choosing, planning
from giz_gesprek.conversation.plan import Goal
from giz_gesprek.conversation.programmes import shelves
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.session.help_offer import OFFERS_A_PAGE
from giz_gesprek.tui.dialogs.facts import FactsScreen
from giz_gesprek.tui.dialogs.programmes import ProgrammesScreen
from giz_gesprek.tui.steps.line_view import LineView
from giz_gesprek.tui.widgets.choice_list import ChoiceItem, ChoiceList
from giz_gesprek.tui.widgets.said import PlainButton
from tests.support.dossiers import last_talk
from tests.support.screens import SMALL_FIRST
from tests.support.talks import LONGEST_NAME, agreed_talk, make_family, places, step_where, words
from tests.tui.support import Table, full_disk, table

OPEN = "goals.choose_help"


def goal(t: Table) -> Goal:
    return t.kept.plan.goals[0]


def listed(t: Table) -> list[str]:
    """Return the programmes on the screen."""
    return [item.option.id for item in t.top.query(ChoiceItem)]


def offered(t: Table) -> tuple[str, ...]:
    return shelves(t.session.talk).offered


def name(t: Table, programme: str) -> str:
    return t.say(f"{programme}.name")


def talk_about(*topics: str) -> Talk:
    """Return a talk at its goals, with one goal."""
    talk = planning.add_goal(agreed_talk(*topics), words("Meer rust."))
    return talk.changed(position=step_where(talk, "goals").position)


async def seen_everywhere(t: Table) -> list[str]:
    """Return every programme on the shelf that is open, page by page."""
    found = listed(t)
    while t.top.query_one("#more").display:
        await t.click("#more")
        found += listed(t)
    return found


async def test_help_is_chosen_and_taken_away_by_keys_alone(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        t.button(OPEN).focus()
        await t.press("enter")
        assert listed(t) == list(offered(t)[:OFFERS_A_PAGE])
        assert t.lit() == []
        await t.press("enter")
        assert await t.comes_to_say("common.choose_only")
        await t.press("2")
        chosen = listed(t)[1]
        assert t.says(f"{chosen}.about")
        assert goal(t).programme_ids == ()
        await t.press("enter")
        assert goal(t).programme_ids == (chosen,)
        assert t.kept.wording[f"{chosen}.name"]
        assert t.sees(f"✔ {name(t, chosen)}")
        await t.press("1", "enter")
        assert goal(t).programme_ids == (chosen, listed(t)[0])
        await t.press("enter")
        assert goal(t).programme_ids == (chosen, listed(t)[0]), "a second Enter takes nothing away"
        await t.press("1", "enter", "escape")
        assert goal(t).programme_ids == (chosen,)
        assert await t.comes_to_see(t.say("goals.help_who", what=name(t, chosen)))
        await t.press("2", "enter", "escape")
        assert [each.asked_by for each in goal(t).programmes] == ["nurse"]
        assert t.on_top
        assert t.says("document.help", what=name(t, chosen))


async def test_the_change_log_does_not_say_which_help(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        await t.click(t.button(OPEN))
        await t.press("1", "enter", "2", "enter")
        assert t.log[-2:] == [("help:goal-1", "chosen")] * 2
        await t.press("2", "enter")
        assert t.log[-1] == ("help:goal-1", "left")
        await t.press("1", "enter")
        assert "help:goal-1" not in [item for item, _action in t.log]


async def test_a_choice_is_on_disk_before_the_dialog_is_closed(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        await t.click(t.button(OPEN))
        await t.press("1", "enter")
        chosen = listed(t)[0]
        kept = last_talk(t.store.read("f1"))
        assert kept.conversation.plan.goals[0].programme_ids == (chosen,)
        await t.sit_with(kept)
        assert t.says("document.help", what=name(t, chosen))
        await t.click(t.button(OPEN))
        assert listed(t)[0] == chosen
        assert t.sees(f"✔ {name(t, chosen)}")


async def test_what_is_delicate_stands_only_behind_the_screen_of_the_professional(
    tmp_path: Path,
) -> None:
    delicate = {"nu_niet_zwanger", "veilige_start"}
    async with table(tmp_path, talk=talk_about("safety", "parent_wellbeing")) as t:
        await t.click(t.button(OPEN))
        assert not delicate & set(await seen_everywhere(t))
        await t.click("#other")
        assert not {*delicate, "gezinsindicatie"} & set(await seen_everywhere(t))
        assert t.top.query_one("#other").display is False
        await t.click("#facts")
        await t.click("#on-request")
        assert set(await seen_everywhere(t)) == delicate
        await t.press("1", "enter")
        assert goal(t).programme_ids == (listed(t)[0],)


async def test_other_help_and_the_facts_are_reached_by_keys(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        await t.click(t.button(OPEN))
        for target in ("other", "facts"):
            for _stop in range(10):
                if t.app.focused is not None and t.app.focused.id == target:
                    break
                await t.press("tab")
            assert t.app.focused is not None
            assert t.app.focused.id == target
            await t.press("enter")
        assert isinstance(t.top, FactsScreen)


async def test_pages_go_on_and_back_to_where_they_began(tmp_path: Path) -> None:
    async with table(tmp_path, talk=talk_about("parent_wellbeing", "current_help")) as t:
        await t.click(t.button(OPEN))
        first = listed(t)
        assert t.top.query_one("#earlier").display is False
        everything = await seen_everywhere(t)
        assert everything == list(offered(t))
        await t.click("#other")
        while t.top.query_one("#earlier").display:
            await t.click("#earlier")
        assert listed(t) == first


async def test_without_help_that_fits_the_way_to_other_help_is_open(tmp_path: Path) -> None:
    async with table(tmp_path, talk=talk_about()) as t:
        await t.click(t.button(OPEN))
        assert t.says("programmes.none_fits")
        assert not t.top.query(ChoiceList)
        await t.press("1")
        await t.click("#other")
        assert len(listed(t)) == OFFERS_A_PAGE


async def test_the_professional_reads_facts_on_a_screen_of_their_own(tmp_path: Path) -> None:
    async with table(tmp_path, talk=talk_about("current_help")) as t:
        await t.click(t.button(OPEN))
        await t.press("2")
        lit = listed(t)[1]
        assert isinstance(t.top, ProgrammesScreen)
        note = t.say(f"{lit}.note").split("\n")[0]
        policy = t.say("gezinsindicatie.name")
        assert not t.sees(note)
        assert not t.sees(policy)
        await t.click("#facts")
        assert isinstance(t.top, FactsScreen)
        assert t.sees(note)
        for _page in range(12):
            if not t.sees(policy):
                await t.press("pagedown")
        assert t.sees(policy)
        await t.press("escape")
        assert isinstance(t.top, ProgrammesScreen)


async def test_a_full_disk_changes_nothing_and_says_so(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        await t.click(t.button(OPEN))
        await t.press("1")
        with full_disk(t):
            await t.press("enter")
            assert t.says("common.not_saved")
        assert goal(t).programme_ids == ()
        await t.press("enter")
        assert len(goal(t).programme_ids) == 1


async def test_help_that_the_content_no_longer_has_can_still_be_taken_away(
    tmp_path: Path,
) -> None:
    talk, step = places()["goals"]
    talk = planning.choose_programme(talk, "goal-1", "gone_away", "Oude [b]hulp[/b]")
    async with table(tmp_path, talk=talk.changed(position=step.position)) as t:
        assert t.says("document.help", what="Oude [b]hulp[/b]")
        await t.click(t.button(OPEN))
        assert listed(t)[0] == "gone_away"
        await t.press("1", "enter", "escape")
        assert goal(t).programme_ids == ()
        assert "gone_away.name" not in t.kept.wording


async def test_policy_stays_out_of_sight_of_the_family(tmp_path: Path) -> None:
    talk, step = places()["goals"]
    talk = planning.choose_programme(talk, "goal-1", "gezinsindicatie", "Gezinsindicatie")
    async with table(tmp_path, talk=talk.changed(position=step.position)) as t:
        assert not t.sees("Gezinsindicatie")
        await t.click(t.button(OPEN))
        assert "gezinsindicatie" not in listed(t)


async def test_help_can_be_taken_away_from_the_report(tmp_path: Path) -> None:
    talk = planning.choose_programme(places()["summary"][0], "goal-1", "voorzorg", "VoorZorg")
    async with table(tmp_path) as t:
        await t.sit_at("summary", talk)
        line = next(
            view
            for view in t.body.query(LineView)
            if view.written.line is not None and view.written.line.kind == "programme"
        )
        await t.click(line.query_one(".remove"))
        await t.click("#confirm")
        assert goal(t).programme_ids == ()
        assert not t.says("document.help", what="VoorZorg")


async def test_removing_a_goal_forgets_its_help(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        await t.click(t.button(OPEN))
        await t.press("1", "enter", "escape", "escape")
        await t.click(t.button("button.remove"))
        await t.click("#confirm")
        assert t.kept.plan.goals == ()
        assert not [item for item, _action in t.log if item.startswith("help:")]


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_nothing_is_cut_however_long_the_names(tmp_path: Path, size: tuple[int, int]) -> None:
    family = make_family("standard", name=lambda _name: LONGEST_NAME)
    async with table(tmp_path, size=size) as t:
        await t.sit_with(talk_about("parent_wellbeing", "health"), family=family)
        await t.click(t.button(OPEN))
        for way in ("#more", "#other", "#more", "#more"):
            await t.press("1")
            for button in t.buttons():
                assert len(str(button.label)) <= button.content_size.width, button
            for big in ("#leave", "#confirm"):
                assert t.top.region.contains_region(t.top.query_one(big).region)
            await t.click(way)


async def test_a_topic_that_is_left_takes_its_offers_along(tmp_path: Path) -> None:
    talk = talk_about("parent_wellbeing")
    left = choosing.leave_topic(talk, "parenting", "parent_wellbeing")
    async with table(tmp_path, talk=talk) as t:
        assert offered(t)
        await t.sit_with(left)
        assert offered(t) == ()


async def test_the_offer_follows_what_is_filled_in_about_the_child(tmp_path: Path) -> None:
    async with table(tmp_path, talk=talk_about("playing_talking")) as t:
        await t.click(t.button(OPEN))
        assert "voorschool" in listed(t)
        place = listed(t).index("voorschool") + 1
        await t.press(str(place))
        assert t.says("help_limit.from_half_years", number="2")
        await t.click("#facts")
        await t.click("#change-child")
        await t.press("2", "enter")
        assert isinstance(t.top, ProgrammesScreen)
        assert "voorschool" not in await seen_everywhere(t)
        assert t.kept.child_now.age == "6-11m"
        await t.click("#facts")
        why = "vanaf 2 en een half jaar"
        for _page in range(12):
            if not t.sees(why):
                await t.press("pagedown")
        assert t.sees(why)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_every_way_on_from_the_facts_can_be_seen_and_pressed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with table(tmp_path, size=size) as t:
        await t.sit_with(talk_about("parent_wellbeing"))
        await t.click(t.button(OPEN))
        await t.click("#facts")
        for way in ("#leave", "#change-child", "#on-request"):
            button = t.top.query_one(way, PlainButton)
            assert t.top.region.contains_region(button.region), way
            assert len(str(button.label)) <= button.content_size.width, way
