"""The triangle, its topics, the views side by side, and asking for advice."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest

from giz_gesprek.conversation import choosing
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.tui.dialogs.choose import ChooseScreen
from giz_gesprek.tui.steps.choosing_topics import TopicsBody
from giz_gesprek.tui.widgets.choice_list import ChoiceItem
from tests.support.dossiers import framework
from tests.tui.support import (
    Table,
    agreed_talk,
    full_disk,
    new_talk,
    say_about,
    step_where,
    table,
    words,
)


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
    return at(talk, "side_by_side")


async def test_a_side_opens_its_topics_three_at_a_time(tmp_path: Path) -> None:
    async with table(tmp_path, talk=at(agreed_talk(), "triangle")) as t:
        assert t.says("triangle.choose")
        await t.press("2")
        assert t.says("triangle.about_parenting")
        await t.press("enter")
        assert [visit.side for visit in t.kept.visits] == ["parenting"]
        pages = []
        while t.step.kind == "topics":
            pages.append([item.option.id for item in t.screen.query(ChoiceItem)])
            assert t.lit() == []
            await t.press("enter")
        assert [len(page) for page in pages] == [3, 3]
        assert tuple(chain(*pages)) == framework().sides["parenting"].topics
        assert t.says("topics.none_chosen")


async def test_a_topic_is_chosen_and_left_by_digit_and_by_mouse(tmp_path: Path) -> None:
    talk = choosing.open_side(agreed_talk(), "surroundings")
    async with table(tmp_path, talk=at(talk, "topics")) as t:
        first, second, third = [item.option.id for item in t.screen.query(ChoiceItem)]
        await t.press("3", "1")
        await t.click(list(t.screen.query(ChoiceItem))[1])
        assert chosen(t) == [third, first, second]
        assert t.lit() == [first, second, third]
        await t.press("1", "4")
        assert chosen(t) == [third, second]
        assert t.lit() == [second, third]
        with full_disk(t):
            await t.press("1")
            assert t.lit() == [second, third]
            assert t.says("common.not_saved")
        assert [action for _item, action in t.log] == ["chosen"] * 3 + ["left"]


async def test_parked_topics_are_nowhere(tmp_path: Path) -> None:
    talk = new_talk(park_sensitive=True)
    agreed = agreed_talk().changed(parked=talk.conversation.parked)
    assert talk.conversation.parked
    seen = set()
    async with table(tmp_path, talk=agreed) as t:
        for side in framework().sides:
            await t.sit_with(at(choosing.open_side(agreed, side), "topics"))
            await t.click("#add-topic")
            dialog = t.top
            assert isinstance(dialog, ChooseScreen)
            seen |= {option.id for option in dialog.choices.options}
            await t.press("escape")
            while isinstance(t.body, TopicsBody):
                seen |= {item.option.id for item in t.screen.query(ChoiceItem)}
                await t.click("#next")
    assert seen == set(framework().topics) - set(talk.conversation.parked)


@pytest.mark.parametrize("reason", ["Ik [/b] wil het zelf ook weten.", "", "\u200b"])
async def test_the_professional_adds_a_topic_and_says_why(tmp_path: Path, reason: str) -> None:
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
        kept = added.reason.text if added.reason else ""
        assert kept == reason.strip("\u200b")
        await t.go(step_where(t.session.talk, "opening"))
        assert t.sees(reason.strip("\u200b"))


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
        assert t.on_top
        assert t.kept == before


async def test_a_walked_side_is_gone_back_to(tmp_path: Path) -> None:
    async with table(tmp_path, "triangle") as t:
        assert t.says("triangle.done")
        await t.press("1", "enter")
        assert (t.step.kind, t.step.position.side) == ("topics", "development")
        await t.sit_at("triangle")
        await t.press("4", "enter")
        assert t.step.kind == "goals"


@pytest.mark.parametrize(
    ("choices", "verdict"),
    [
        ({"mother": "going_well", "nurse": "going_well"}, "same"),
        ({"mother": "going_well", "nurse": "difficult"}, "differ"),
        ({"mother": "so_so"}, "one_view"),
        ({"nurse": "so_so"}, "one_view"),
    ],
)
async def test_views_stand_side_by_side_and_nothing_is_averaged(
    tmp_path: Path, choices: dict[str, str], verdict: str
) -> None:
    async with table(tmp_path, talk=appraised(("mother", "nurse"), **choices)) as t:
        assert t.says(f"side_by_side.{verdict}")
        for person, name in (("mother", "Sanne"), ("nurse", "Fatma")):
            if person in choices:
                label = t.say(f"how_is_it_going.{choices[person]}").lower()
                assert t.says("side_by_side.chose", name=name, choice=label)
            else:
                assert t.says("side_by_side.no_view", name=name)


async def test_without_any_choice_nobody_is_called_to_account(tmp_path: Path) -> None:
    talk = agreed_talk("housing")
    talk = say_about(talk, "housing", "mother", strengths="Er is een tuin.")
    async with table(tmp_path, talk=at(talk, "side_by_side")) as t:
        for name in ("Sanne", "Fatma"):
            assert t.says("side_by_side.no_view", name=name)


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_three_voices_have_a_card_each(tmp_path: Path, size: tuple[int, int]) -> None:
    voices = {"mother": "going_well", "father": "so_so", "nurse": "difficult"}
    talk = appraised(("mother", "father", "nurse"), **voices)
    async with table(tmp_path, talk=talk, size=size) as t:
        cards = t.screen.query(".card")
        assert len(cards) == 3
        assert t.says("side_by_side.differ")
        for name in ("Sanne", "Daan", "Fatma"):
            assert t.sees(name)


async def test_a_topic_without_faces_shows_words_only(tmp_path: Path) -> None:
    talk = agreed_talk("love_attention")
    talk = say_about(talk, "love_attention", "mother", helps="Samen {child} lezen [/b].")
    async with table(tmp_path, talk=at(talk, "side_by_side")) as t:
        assert t.sees("Samen {child} lezen [/b].")
        assert t.says("side_by_side.said", name="Sanne")
        assert not t.says("side_by_side.said", name="Fatma")
        assert not t.screen.query("#verdict")


async def test_asking_for_advice_is_said_openly_and_asked_once(tmp_path: Path) -> None:
    async with table(tmp_path, talk=appraised(("mother", "nurse"), mother="difficult")) as t:
        await t.click("#seek-advice")
        assert t.says("seek_advice.intro")
        assert t.says("seek_advice.why")
        for answer in ("Ik weet het niet.", "Ik bel morgen.", "Dat is goed."):
            await t.type(answer)
            await t.press("enter")
        (advice,) = t.kept.advice
        assert [answer.words.text for answer in advice.answers if answer.words] == [
            "Ik weet het niet.",
            "Ik bel morgen.",
            "Dat is goed.",
        ]
        assert advice.answers[-1].words is not None
        assert advice.answers[-1].words.author_id == "mother"
        await t.go(step_where(t.session.talk, "side_by_side"))
        await t.click("#seek-advice")
        assert t.step.position.question == "advice_why"
        assert len(t.kept.advice) == 1


async def test_a_difference_asks_each_voice_and_then_everybody(tmp_path: Path) -> None:
    talk = appraised(("mother", "nurse"), mother="going_well", nurse="difficult")
    async with table(tmp_path, talk=talk) as t:
        await t.press("enter")
        assert t.says("difference.intro")
        for answer in ("Ik zie de avond.", "Ik zie de dag."):
            await t.type(answer)
            await t.press("enter")
        assert t.says("difference.outcome")
        await t.press("2", "enter")
        (difference,) = t.kept.differences
        assert [reason.person_id for reason in difference.reasons] == ["mother", "nurse"]
        assert t.step.position.question == "outcome"
        assert [view.answers[0].choice for view in t.kept.views] == ["going_well", "difficult"]


async def test_words_on_a_card_are_literal(tmp_path: Path) -> None:
    talk = appraised(("mother", "nurse"), mother="so_so", nurse="so_so")
    hostile = words("[red]Let op[/red] {name}").text
    talk = say_about(talk, "housing", "nurse", view_words=hostile)
    async with table(tmp_path, talk=at(talk, "side_by_side")) as t:
        assert t.sees(hostile)


async def test_what_is_read_back_is_changed_and_taken_away(tmp_path: Path) -> None:
    async with table(tmp_path, "read_back") as t:
        await t.click(t.button("button.change"))
        assert (t.step.position.question, t.app.focused) == ("helps", t.screen.query_one("#words"))
        await t.sit_at("read_back")
        step = step_where(t.session.talk, topic="love_attention", question="helps")
        await removed(t)
        assert t.answer(step) is None
        assert t.says("read_back.nothing")
        assert t.log == []


async def removed(t: Table) -> None:
    """Take the first line away."""
    await t.click(t.button("button.remove"))
    await t.click("#confirm")
    assert t.says("summary.removed")
