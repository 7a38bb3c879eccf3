"""The triangle, its topics, the views side by side, and asking for advice."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest

from giz_gesprek.conversation import choosing
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.tui.widgets.choice_list import ChoiceItem, Choices
from tests.support.dossiers import framework
from tests.support.screens import SMALL_FIRST
from tests.support.talks import agreed_talk, places, say_about, step_where
from tests.tui.support import Table, full_disk, table


def at(talk: Talk, kind: str, **where: str) -> Talk:
    """Return the conversation at a step."""
    return talk.changed(position=step_where(talk, kind, **where).position)


def chosen(t: Table) -> list[str]:
    """Return the topics that are chosen, in the store."""
    return list(t.kept.visits[0].topics)


def appraised(table_of: tuple[str, ...], **choices: str) -> Talk:
    """Return a conversation side by side, in which these people chose how it is going."""
    talk = agreed_talk("housing", table=table_of)
    for person, choice in choices.items():
        question = "view" if person in {"nurse", "coach"} else "appraisal"
        talk = say_about(talk, "housing", person, **{question: choice})
    if len(set(choices.values())) == 1:
        # Without own words there is nothing to lay beside one choice.
        talk = say_about(talk, "housing", "mother", strengths="Er is een tuin.")
    return at(talk, "side_by_side")


async def test_a_side_opens_its_topics_three_at_a_time(tmp_path: Path) -> None:
    async with table(tmp_path, talk=at(agreed_talk(), "triangle")) as t:
        assert t.says("triangle.choose")
        await t.press("2")
        assert t.says("triangle.about_parenting")
        await t.press("enter")
        assert [visit.side for visit in t.kept.visits] == ["parenting"]
        pages = []
        for number in ("1", "2"):
            assert t.says("topics.others", page=number, pages="2")
            pages.append([item.option.id for item in t.screen.query(Choices).first().items])
            assert t.lit() == []
            await t.press("enter")
            assert t.says("topics.choose_first")
            await t.press("4")
        assert [len(page) for page in pages] == [3, 3]
        assert tuple(chain(*pages)) == framework().sides["parenting"].topics
        assert t.step.position.page == 0


async def test_what_was_said_of_an_earlier_side_does_not_stand_under_a_new_choice(
    tmp_path: Path,
) -> None:
    talk = choosing.open_side(agreed_talk(), "parenting")
    async with table(tmp_path, talk=at(talk, "topics")) as t:
        await t.press("f5")
        assert t.says("topics.none_chosen")
        await t.press("3")
        assert t.lit() == ["surroundings"]
        assert not t.says("topics.none_chosen")


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_what_is_chosen_stands_on_every_page_and_takes_skipping_away(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    talk = choosing.open_side(agreed_talk(), "surroundings")
    async with table(tmp_path, talk=at(talk, "topics"), size=size) as t:
        assert t.screen.query_one("#skip").display
        await t.press("1")
        assert not t.screen.query_one("#skip").display
        for _page in range(2):
            t.screen.query_one("#echo").scroll_visible(animate=False)
            await t.calm()
            assert t.says("topics.chosen", topic="familie en vrienden")
            await t.press("4")
        await t.press("enter")
        assert t.step == step_where(t.session.talk, question="strengths")


async def test_a_topic_is_chosen_and_left_by_digit_and_by_mouse(tmp_path: Path) -> None:
    talk = choosing.open_side(agreed_talk(), "surroundings")
    async with table(tmp_path, talk=at(talk, "topics")) as t:
        first, second, third = [i.option.id for i in t.screen.query(Choices).first().items]
        await t.press("3", "1")
        await t.click(list(t.screen.query(ChoiceItem))[1])
        assert chosen(t) == [third, first, second]
        assert t.lit() == [first, second, third]
        await t.press("1", "5")
        assert chosen(t) == [third, second]
        assert t.lit() == [second, third]
        with full_disk(t):
            await t.press("1")
            assert t.lit() == [second, third]
            assert t.says("common.not_saved")
        assert [action for _item, action in t.log] == ["chosen"] * 3 + ["left"]


async def test_the_professional_adds_a_topic_and_says_why(tmp_path: Path) -> None:
    reason = "Ik [/b] wil het zelf ook weten."
    talk = choosing.open_side(agreed_talk(), "surroundings")
    async with table(tmp_path, talk=at(talk, "topics")) as t:
        await t.click("#add-topic")
        await t.press("2", "enter")
        assert t.says("topics.add_reason")
        await t.type(reason)
        with full_disk(t):
            await t.press("enter")
            assert t.says("common.not_saved")
        await t.press("enter")
        added = t.kept.visits[0].added[0]
        assert t.lit() == [added.topic]
        await t.go(step_where(t.session.talk, question="strengths"))
        assert t.sees(reason)


async def test_adding_a_topic_can_be_left_at_both_questions(tmp_path: Path) -> None:
    talk = choosing.open_side(agreed_talk(), "surroundings")
    async with table(tmp_path, talk=at(talk, "topics")) as t:
        before = t.kept
        await t.click("#add-topic")
        await t.press("escape")
        assert t.on_top
        await t.click("#add-topic")
        await t.press("1", "enter")
        await t.type("Nee, toch niet.")
        await t.press("escape")
        await t.click("#confirm")
        assert t.on_top
        assert t.kept == before


async def test_a_walked_side_is_gone_back_to(tmp_path: Path) -> None:
    async with table(tmp_path, "triangle") as t:
        assert t.says("triangle.done")
        await t.press("1", "enter")
        assert (t.step.kind, t.step.position.side) == ("topics", "development")
        await t.sit_at("triangle")
        await t.press("4", "enter")
        assert t.step.kind == "whole"


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_three_voices_have_a_card_each_and_their_words_below_as_they_are(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    hostile = "[red]Let op[/red] {name}"
    voices = {"mother": "going_well", "father": "so_so", "nurse": "difficult"}
    talk = appraised(("mother", "father", "nurse"), **voices)
    talk = say_about(talk, "housing", "nurse", view_words=hostile)
    async with table(tmp_path, talk=at(talk, "side_by_side"), size=size) as t:
        cards = t.screen.query(".card")
        assert len(cards) == 3
        t.screen.query_one("#verdict").scroll_visible(animate=False)
        await t.calm()
        assert t.says("side_by_side.differ")
        for card, name in zip(cards, ("Sanne", "Jan", "Fatma"), strict=True):
            card.scroll_visible(animate=False)
            await t.calm()
            assert t.sees(name)
        # Own words stand below the cards, under what was asked.
        await t.press("end", *["pagedown"] * 6)
        assert t.sees(hostile)


async def test_what_was_chosen_stays_when_advice_is_asked_and_enter_does_not_drop_that(
    tmp_path: Path,
) -> None:
    talk = appraised(("mother", "nurse"), mother="difficult")
    here = step_where(talk, question="view", topic="housing")
    async with table(tmp_path, talk=talk.changed(position=here.position)) as t:
        await t.press("2")
        await t.click("#own")
        await t.click("#confirm")
        assert t.lit() == ["so_so"]
        t.screen.query_one("#own").focus()
        await t.press("3", "enter")
        assert (t.on_top, t.step == here, len(t.kept.advice)) == (True, False, 1)


@pytest.mark.parametrize("size", SMALL_FIRST)
@pytest.mark.parametrize("question", ["view", "view_words"])
async def test_asking_for_advice_is_asked_first_and_can_be_taken_back(
    tmp_path: Path, question: str, size: tuple[int, int]
) -> None:
    talk = appraised(("mother", "nurse"), mother="difficult")
    here = step_where(talk, question=question, topic="housing")
    async with table(tmp_path, talk=talk.changed(position=here.position), size=size) as t:
        await t.click("#own")
        assert t.says("seek_advice.ask")
        await t.press("enter")  # stands on the safe button
        assert (t.on_top, t.kept.advice) == (True, ())
        await t.click("#own")
        await t.click("#confirm")
        assert t.says("seek_advice.later")
        assert (t.step, len(t.kept.advice)) == (here, 1)
        t.screen.query_one("#own").scroll_visible(animate=False)
        await t.calm()
        assert t.says("button.leave_advice")
        await t.click("#own")
        await t.click("#confirm")
        assert (t.step, t.kept.advice) == (here, ())
        assert t.log == [("words", "removed")]


async def test_what_is_read_back_is_changed_and_taken_away(tmp_path: Path) -> None:
    async with table(tmp_path, "read_back") as t:
        await t.click(t.button("button.change"))
        assert (t.step.position.question, t.app.focused) == ("helps", t.screen.query_one("#words"))
        await t.sit_at("read_back")
        step = step_where(t.session.talk, topic="love_attention", question="helps")
        await removed(t)
        assert t.answer(step) is None
        # Nothing typed is left to be read back.
        assert t.step.kind == "question"
        assert t.log == [("words", "removed")]


async def removed(t: Table) -> None:
    """Take the first line away."""
    await t.click(t.button("button.remove"))
    await t.click("#confirm")
    assert t.says("summary.removed")


async def test_why_advice_is_asked_is_written_before_it_goes_on_and_the_parent_sees_it(
    tmp_path: Path,
) -> None:
    talk, why = places()["advice"]
    async with table(tmp_path) as t:
        await t.sit_with(talk.changed(position=why.position))
        assert not t.says("common.empty_is_fine")
        await t.press("enter")
        assert t.says("seek_advice.write_first")
        assert t.step == why
        await t.type("Hij slaapt weinig.")
        await t.press("enter")
        await t.type("Ik bel morgen.")
        await t.press("enter")
        for question in ("advice_view", "advice_parent"):
            assert t.step.position.question == question
            assert t.sees("Hij slaapt weinig.")
            assert t.sees("Ik bel morgen.")
            if question == "advice_view":
                await t.press("3", "enter")
        assert t.says("common.empty_is_fine")


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_a_sentence_for_the_table_leaves_the_professionals_button_in_sight(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    talk = say_about(agreed_talk("housing"), "housing", "mother", appraisal="going_well")
    for question in ("view", "view_words"):
        async with table(tmp_path / question, size=size) as t:
            await t.sit_with(talk.changed(position=step_where(talk, question=question).position))
            for notice in ("common.choose_first", "seek_advice.later"):
                t.screen.show_notice(notice)
                await t.calm()
                assert t.says(notice)
                assert t.say("button.seek_advice") in t.lines


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_whether_all_see_it_the_same_is_in_sight_above_the_cards(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    talk = agreed_talk("housing", table=("mother", "father", "nurse"))
    talk = say_about(talk, "housing", "mother", appraisal="going_well", strengths="Een balkon.")
    talk = say_about(talk, "housing", "father", appraisal="difficult", strengths="Een tuin.")
    talk = say_about(talk, "housing", "nurse", view="so_so", view_words="Het is klein.")
    async with table(tmp_path, size=size) as t:
        await t.sit_with(talk.changed(position=step_where(talk, "side_by_side").position))
        assert t.says("side_by_side.differ")
        verdict, *cards = t.body.query("#verdict, .card")
        assert len(cards) == 3
        assert all(verdict.region.bottom <= card.region.y for card in cards)
