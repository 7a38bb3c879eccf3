"""A picture beside every choice, topic and page: where there is room, and where it is wanted."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Final, get_args

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.widget import Widget

from giz_gesprek.content.pictograms import ArtSize, Pictograms
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation import choosing
from giz_gesprek.conversation.people import Family
from giz_gesprek.conversation.steps import TopicsStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.session.settings import PicturesShown
from giz_gesprek.session.step_parts import Option
from giz_gesprek.session.step_view import ChoiceView
from giz_gesprek.store import Profile
from giz_gesprek.tui.widgets.choice_list import Card, ChoiceItem, ChoiceList, Choices
from giz_gesprek.tui.widgets.picture import Picture
from tests.support.dossiers import framework
from tests.support.slow import first_of
from tests.support.talks import (
    LONGEST_NAME,
    VIEWS,
    agreed_talk,
    answered,
    full_talk,
    make_family,
    places,
    second_visit,
    step_where,
)
from tests.tui.support import Table, table

PICTOGRAMS: Final = Pictograms()
FACES: Final = ["face-going-well", "face-so-so", "face-difficult"]


def pictures(t: Table) -> list[str | None]:
    """Return the pictograms on the screen, as far as they take room."""
    return [picture.pictogram for picture in t.top.query(Picture) if picture.display]


def is_in_a_row(t: Table) -> bool:
    """Tell whether the choices stand next to each other."""
    regions = [item.region for item in t.screen.query_one(Choices).query(ChoiceItem)]
    return all(one.right <= other.x and one.y == other.y for one, other in pairwise(regions))


def without_pictures(rung: Rung = "easy") -> Family:
    """Return the family that wants no pictures."""
    family = make_family(rung)
    settings = family.settings.model_copy(update={"pictures": False})
    return family.model_copy(update={"settings": settings})


def at(place: str) -> Talk:
    """Return the conversation at a place."""
    talk, step = places()[place]
    return talk.changed(position=step.position)


async def test_each_choice_has_its_picture_above_its_words(tmp_path: Path) -> None:
    sizes = {(80, 24): ArtSize.SMALL, (60, 24): ArtSize.SMALL, (100, 36): ArtSize.LARGE}
    async with table(tmp_path, "choice") as t:
        for size, art_size in sizes.items():
            await t.pilot.resize_terminal(*size)
            await t.calm()
            assert pictures(t) == FACES
            assert is_in_a_row(t)
            for card, face in zip(t.screen.query(Card), FACES, strict=True):
                art = [card.picture.render_line(y).text for y in range(card.picture.size.height)]
                assert tuple(line.ljust(art_size.columns) for line in art) == PICTOGRAMS.art(
                    face, art_size
                )
                assert card.picture.region.bottom == card.item.region.y
                assert card.region.contains_region(card.picture.region)
                assert card.region.contains_region(card.item.region)
            assert t.body.max_scroll_y == 0


async def test_pictures_are_there_without_colour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with table(tmp_path, "choice") as t:
        assert pictures(t) == FACES
        await t.press("2")
        assert t.lit() == ["so_so"]
        edges = [card.styles.border_top[0] for card in t.screen.query(Card)]
        assert edges == ["round", "heavy", "round"]


async def test_without_room_the_choices_stand_under_each_other(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        for size in ((59, 24), (80, 23), (40, 20)):
            await t.pilot.resize_terminal(*size)
            await t.calm()
            assert pictures(t) == []
            assert not is_in_a_row(t)
            await t.press("1", "down", "right", "left")
            assert t.lit() == ["so_so"]


async def test_pictures_that_are_off_are_nowhere(tmp_path: Path) -> None:
    async with table(tmp_path, size=(100, 36)) as t:
        for place in VIEWS:
            await t.sit_with(at(place), family=without_pictures())
            assert pictures(t) == [], place
        await t.press("f8")
        assert pictures(t) == []


async def test_the_professional_can_have_blocks_or_no_pictures(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        for shown in get_args(PicturesShown):
            t.app.use_profile(Profile(pictures=shown))
            await t.sit_at("choice")
            assert pictures(t) == ([] if shown == "off" else FACES)
            characters = {
                character
                for picture in t.screen.query(Picture)
                if picture.display
                for y in range(picture.size.height)
                for character in picture.render_line(y).text
            }
            assert (characters > {"▀", "▄"}) is (shown == "blocks")


async def test_pictures_that_are_off_stay_off_after_a_resize(tmp_path: Path) -> None:
    async with table(tmp_path, talk=at("choice"), family=without_pictures(), size=(40, 20)) as t:
        for size in ((80, 24), (100, 36)):
            await t.pilot.resize_terminal(*size)
            await t.calm()
            assert pictures(t) == []
            assert not is_in_a_row(t)


async def test_choices_follow_the_size_of_the_terminal(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        await t.press("2")
        for size, row in (((40, 20), False), ((80, 24), True), ((100, 36), True)):
            await t.pilot.resize_terminal(*size)
            await t.calm()
            assert is_in_a_row(t) is row, size
            assert pictures(t) == (FACES if row else [])
            assert t.lit() == ["so_so"]
        assert t.screen.query(Picture).first().size == (24, 12)


async def test_arrows_walk_along_the_row_and_to_the_answers_below(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        lit = []
        await t.press("1")
        for key in ("right", "left", "down", "down", "right", "right", "up"):
            await t.press(key)
            lit += t.lit()
        going_well, so_so, difficult = framework().scales["how_is_it_going"]
        assert lit == [
            *(so_so, going_well, so_so, difficult),
            *("dont_know", "rather_not_say", "dont_know"),
        ]


async def test_pointing_at_a_picture_chooses_its_words(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        for card in t.screen.query(Card):
            await t.click(card.picture)
            assert t.lit() == [card.item.option.id]
            assert t.says("common.you_choose", choice=t.book.inside(card.item.option.label))


async def test_topics_have_their_pictures_and_can_all_be_chosen(tmp_path: Path) -> None:
    talk = choosing.open_side(agreed_talk(), "surroundings")
    here = talk.changed(position=step_where(talk, "topics").position)
    async with table(tmp_path, talk=here) as t:
        topics = framework().sides["surroundings"].topics[:3]
        assert pictures(t) == [framework().topics[topic].pictogram for topic in topics]
        assert is_in_a_row(t)
        for card in t.screen.query(Card):
            await t.click(card.picture)
        assert t.lit() == list(topics)
        assert t.kept.visits[0].topics == topics
        assert [card.styles.border_top[0] for card in t.screen.query(Card)] == ["heavy"] * 3


class ListApp(App[None]):
    """Only a list of choices."""

    def __init__(self, *pictograms: str | None) -> None:
        super().__init__()
        self.options = [
            Option(f"o{digit}", "Words", digit, pictogram=pictogram)
            for digit, pictogram in enumerate(pictograms, start=1)
        ]

    def compose(self) -> ComposeResult:
        yield ChoiceList(self.options, picture=lambda id_: Picture(PICTOGRAMS, id_, None))


@pytest.mark.parametrize(
    ("pictograms", "beside"),
    [
        (["drink-tea", "drink-coffee"], True),
        (["drink-tea", None, "topic-allotment"], True),
        (["drink-tea"] * 4, False),
        ([None, "topic-allotment"], False),
    ],
)
async def test_two_or_three_choices_with_a_picture_stand_side_by_side(
    pictograms: list[str | None], beside: bool
) -> None:
    app = ListApp(*pictograms)
    async with app.run_test() as pilot:
        choices = app.query_one(Choices)
        choices.fit(80, 24)
        await pilot.pause()
        assert choices.are_beside is beside


# --- nothing is cut -----------------------------------------------------------------------


def missing(t: Table) -> list[str]:
    """Return what should stand on the screen without scrolling, and does not."""
    needed = t.screen.query("ChoiceItem, .question, .echo, #about, #add-topic").results(Widget)
    found = [
        f"{widget} is out of sight"
        for widget in needed
        if not t.body.region.contains_region(widget.region)
    ]
    for item in t.screen.query(ChoiceItem):
        room = item.content_size
        longest = max(cell_len(word) for word in str(item.content).split())
        if longest > room.width or item.get_content_height(room, room, room.width) > room.height:
            found.append(f"{item.option.label} is cut")
    return found


def long_family(rung: Rung, language: str) -> Family:
    """Return the family in which everybody has a name of twenty letters."""
    family = make_family(rung, name=lambda _name: LONGEST_NAME)
    settings = family.settings.model_copy(update={"language": language})
    return family.model_copy(update={"settings": settings})


def quotes_of(t: Table) -> tuple[object, ...]:
    """Return what was said before, where the step shows it."""
    view = t.session.view
    return view.quotes if isinstance(view, ChoiceView) else ()


def every_scale() -> list[Talk]:
    """Return a conversation at a question of each scale."""
    talk = full_talk()
    for question in ("advice_why", "advice_next"):
        talk = answered(talk, step_where(talk, question=question), "Ik bel morgen de jeugdarts.")
    helper = step_where(talk, question="helper")
    talk = answered(talk, helper, "outside")
    asked = {spec.scale: (name, spec.alone) for name, spec in framework().questions.items()}
    found = []
    for scale in framework().scales:
        kind = {"drink": "practice", "consent": "consent"}.get(scale)
        name, alone = asked.get(scale, (None, False))
        here = agreed_talk("safety") if alone else talk
        if name is not None and framework().questions[name].only_again:
            here = choosing.choose_again(second_visit(), "eating_sleeping")
        step = step_where(here, kind) if kind else step_where(here, question=name)
        found.append(here.changed(position=step.position))
    return found


def every_page_of_topics() -> list[Talk]:
    """Return a conversation at each page of three topics."""
    found = []
    for side in framework().sides:
        talk = choosing.open_side(agreed_talk(), side)
        pages = range(len(framework().sides[side].topics) // 3)
        found += [talk.changed(position=TopicsStep(side, page).position) for page in pages]
    return found


@pytest.mark.parametrize("language", first_of(["nl", "en"]))
@pytest.mark.parametrize("rung", ["standard", "easy"])
async def test_no_choice_and_no_topic_is_cut(tmp_path: Path, rung: Rung, language: str) -> None:
    talks = [*every_scale(), *every_page_of_topics()]
    assert len(talks) == len(framework().scales) + len(framework().topics) // 3
    async with table(tmp_path) as t:
        for talk in talks:
            await t.sit_with(talk, family=long_family(rung, language))
            # What was said before stands above the choices, which then take no room for pictures.
            assert is_in_a_row(t) or quotes_of(t), t.step
            await t.press("2")
            assert missing(t) == [], t.step


@pytest.mark.parametrize("age_band", ["prenatal", "8-11", "16+"])
async def test_topics_of_every_phase_fit(tmp_path: Path, age_band: str) -> None:
    family = long_family("standard", "nl")
    child, *others = family.people
    people = (child.model_copy(update={"age_band": age_band}), *others)
    async with table(tmp_path) as t:
        for talk in every_page_of_topics():
            await t.sit_with(talk, family=family.model_copy(update={"people": people}))
            assert missing(t) == [], t.step


# --- pages --------------------------------------------------------------------------------

PAGES: Final = ("welcome", "read_back", "look_back", "goals")
"""A place for every kind of view that has one picture beside it."""


async def test_a_page_has_its_picture_beside_its_words(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for place in PAGES:
            await t.sit_at(place)
            assert pictures(t) == [getattr(t.session.view, "pictogram", None)], place
            [picture] = t.screen.query(Picture)
            assert picture.size == (12, 6)
            assert t.body.region.contains_region(picture.region)
            beside = next(widget for widget in t.body.query(".beside, .statement").results(Widget))
            assert beside.region.x >= picture.region.right


async def test_the_numbers_to_call_have_a_picture_where_it_fits(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        await t.press("f8")
        assert pictures(t) == ["action-phone"]
        for size, there in (((40, 20), False), ((80, 24), True)):
            await t.pilot.resize_terminal(*size)
            await t.calm()
            assert bool(pictures(t)) is there


@pytest.mark.parametrize(
    ("size", "cells"), [((80, 24), (12, 6)), ((100, 36), (12, 6)), ((40, 20), None)]
)
async def test_where_a_topic_begins_its_picture_stands_beside_the_field_where_it_fits(
    tmp_path: Path, size: tuple[int, int], cells: tuple[int, int] | None
) -> None:
    async with table(tmp_path, "words", size=size) as t:
        [picture] = t.screen.query(Picture)
        assert picture.display is (cells is not None)
        if cells is not None:
            assert picture.size == cells
            assert t.body.region.contains_region(picture.region)
