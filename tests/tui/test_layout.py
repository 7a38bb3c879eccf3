"""The longest texts and names on the smallest screens: nothing is cut, nothing is out of sight."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from rich.cells import cell_len
from textual.widget import Widget

from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation import choosing
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.session.asking import ChoiceAsked
from giz_gesprek.tui.dialogs.choose import ChooseScreen
from giz_gesprek.tui.widgets.choice_list import ChoiceItem
from giz_gesprek.tui.widgets.key_bar import KeyHint
from giz_gesprek.tui.widgets.said import Said
from tests.support.dossiers import framework, library
from tests.support.screens import SIZES, SMALL_FIRST
from tests.support.talks import (
    LONGEST_NAME,
    PHASE,
    PLACES,
    agreed_talk,
    answered,
    make_family,
    places,
    say_about,
    step_where,
)
from tests.tui.support import Table, flat, table

LARGE, SMALL = SIZES
SCROLLS: Final = {"summary", "goals", "side_by_side", "read_back", "whole", "around"}
"""Places as long as what was said."""


def longest_questions(rung: Rung) -> list[Talk]:
    """Return a conversation at the longest of all topics' own questions, for each slot."""
    names = {"child": LONGEST_NAME, "name": LONGEST_NAME}
    book = Phrasebook(library(), "nl", rung, PHASE, names)
    found = []
    for question, spec in framework().questions.items():
        if spec.slot is None:
            continue
        topic = max(
            (topic for topic in framework().topics if spec.slot in framework().slots_of(topic)),
            key=lambda topic: len(book.text(f"{topic}.{spec.slot}")),
        )
        talk = agreed_talk(topic)
        step = step_where(talk, question=question)
        found.append(talk.changed(position=step.position))
    return found


def is_in_sight(t: Table, widget: Widget) -> bool:
    """Tell whether all of a widget is on the screen, nothing scrolled away."""
    seen = t.screen.region
    for part in widget.ancestors:
        if isinstance(part, Widget):
            seen = seen.intersection(part.region)
    return seen.contains_region(widget.region)


def cut_off(t: Table) -> list[str]:
    """Return the words of choices, buttons and keys that have less room than they need."""
    choices = [str(item.content) for item in t.screen.query(ChoiceItem) if not shows_all_of(item)]
    words: list[tuple[Widget, str]] = [(button, str(button.label)) for button in t.buttons()]
    words += [(hint, str(hint.content)) for hint in t.screen.query(KeyHint) if hint.display]
    return choices + [
        text
        for widget, text in words
        if cell_len(text) > widget.content_size.width or widget.region.right > t.screen.region.right
    ]


def shows_all_of(item: ChoiceItem) -> bool:
    """Tell whether a choice has room for its words, on as many lines as they take."""
    room = item.content_size
    longest = max(cell_len(word) for word in str(item.content).split())
    return (
        longest <= room.width
        and item.get_content_height(room, room, room.width) <= room.height
        and item.region.right <= item.screen.region.right
    )


async def look(t: Table, size: tuple[int, int], name: str) -> None:
    """Check one step."""
    assert cut_off(t) == [], name
    needed: list[Widget] = [*t.screen.query(".question").results(Widget)][:1]
    needed.append(t.screen.query_one("#next"))
    if size == LARGE:
        needed += [*t.screen.query(ChoiceItem).results(Widget)]
        assert t.body.max_scroll_y == 0, name
    for widget in needed:
        assert is_in_sight(t, widget), (name, widget)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_question_choices_and_confirming_fit(tmp_path: Path, size: tuple[int, int]) -> None:
    rung: Rung = "standard"  # the longest words
    async with table(tmp_path, size=size) as t:
        for place in PLACES:
            if place not in SCROLLS:
                talk, step = places()[place]
                at_place = talk.changed(position=step.position)
                await t.sit_with(at_place, family=make_family(rung, name=long_name))
                await look(t, size, place)
        for talk in longest_questions(rung):
            await t.sit_with(talk, family=make_family(rung, name=long_name))
            await look(t, size, str(t.step.position.question))


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_what_is_long_scrolls_and_is_cut_nowhere(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with table(tmp_path, size=size) as t:
        for place in SCROLLS:
            await t.sit_at(place, rung="standard")
            assert cut_off(t) == [], place
            assert is_in_sight(t, t.screen.query_one("#next"))
            for _page in range(12):
                await t.press("pagedown")
            assert t.body.scroll_y == t.body.max_scroll_y, place
            assert t.body.max_scroll_x == 0, place


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_what_was_said_and_what_can_be_chosen_stand_on_one_screen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    talk = choosing.seek_advice(agreed_talk("eating_sleeping"), "eating_sleeping", "milan", "nurse")
    for question, text in (
        ("advice_why", "Milan slaapt weinig. Ik wil weten wat helpt."),
        ("advice_next", "Ik bel morgen de jeugdarts."),
    ):
        talk = answered(talk, step_where(talk, question=question), text)
    here = step_where(talk, question="advice_view")
    async with table(tmp_path, talk=talk.changed(position=here.position), size=size) as t:
        assert t.sees("Milan slaapt weinig.")
        choices = [item for item in t.body.query(ChoiceItem) if not item.option.aside]
        assert len(choices) > 1
        assert all(is_in_sight(t, item) for item in choices)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_no_line_ends_behind_the_button_of_a_step(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    talk = say_about(agreed_talk("eating_sleeping"), "eating_sleeping", "nurse", view="difficult")
    here = step_where(talk, question="view")
    async with table(tmp_path, talk=talk.changed(position=here.position), size=size) as t:
        await t.click("#own")
        await t.click("#confirm")
        assert t.says("seek_advice.later")
        own = t.body.query_one("#own")
        rows = range(own.region.y, own.region.bottom)
        behind = [
            line
            for line in t.body.query(Said)
            if line.region.y in rows and not own.region.contains_region(line.region)
        ]
        assert behind == [] or own.region.width == t.body.content_region.width


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_a_dialog_keeps_its_buttons_on_the_screen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with table(tmp_path, size=size) as t:
        await t.sit_with(places()["goals"][0], family=make_family("standard", name=long_name))
        await t.go(places()["goals"][1])
        for text_id in (
            "button.add_step",
            "button.tell_back",
            "button.remove",
            "goals.choose_help",
        ):
            await t.click(t.button(text_id))
            for button in t.buttons():
                assert t.top.region.contains_region(button.region), (text_id, button)
                assert cell_len(str(button.label)) <= button.content_size.width, button
            await t.press("escape")
        for key in ("f1", "f6", "f8"):
            await t.press(key)
            for button in t.buttons():
                assert t.top.region.contains_region(button.region), (key, button)
            await t.press("escape")


def long_name(_name: str) -> str:
    return LONGEST_NAME


@pytest.mark.parametrize("count", [3, 8])
async def test_no_choice_of_a_dialog_is_cut(tmp_path: Path, count: int) -> None:
    label = "Stoppen, en alles weghalen wat ik zei over alles van vandaag"
    options = [(str(number), f"{label} {number}") for number in range(count)]
    async with table(tmp_path, "words", size=SMALL) as t:
        dialog = ChooseScreen(t.book, ChoiceAsked("Wat doen wij nu?", options))
        await t.app.push_screen(dialog)
        await t.calm()
        for number, item in enumerate(t.top.query(ChoiceItem)):
            item.scroll_visible(animate=False)
            await t.calm()
            assert flat(f"{label} {number}") in flat(t.drawn(item))
