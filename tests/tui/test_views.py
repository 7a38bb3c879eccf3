"""What is on the screen is what is in the view, no more and no less; and that is what F2 reads.

One place for every kind of step and one question for every kind of dialog: which words those are
is tested on the views and on the flows, at every rung and without a screen.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from textual.screen import Screen

from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.session.asking import (
    ChoiceAsked,
    DayAsked,
    Draft,
    ExampleShown,
    SeveralAsked,
    SureAsked,
    WordsAsked,
)
from giz_gesprek.session.help_offer import HelpOffer, Offer, Shelf
from giz_gesprek.tui.dialogs.choose import ChooseScreen
from giz_gesprek.tui.dialogs.day import DateScreen
from giz_gesprek.tui.dialogs.example import ExampleScreen
from giz_gesprek.tui.dialogs.name import NameScreen
from giz_gesprek.tui.dialogs.notice import NoticeScreen
from giz_gesprek.tui.dialogs.own_words import WordsScreen
from giz_gesprek.tui.dialogs.programmes import ProgrammesScreen
from giz_gesprek.tui.dialogs.several import SeveralScreen
from giz_gesprek.tui.dialogs.sure import SureScreen
from giz_gesprek.tui.widgets.for_professional import ForProfessional
from giz_gesprek.tui.widgets.key_bar import KeyHint
from giz_gesprek.tui.widgets.said import Said
from tests.support.asking import texts_of
from tests.support.screens import SIZES, SMALL_FIRST
from tests.support.talks import ONE_OF_EACH, full_talk
from tests.support.views import AROUND, AT_LINES, DRAWN, FOR_THE_PROFESSIONAL, LATER, texts
from tests.support.wording import Sources, has_words
from tests.tui.heard import is_shown, unread, visible
from tests.tui.seen import bare_pictures, seen
from tests.tui.support import Table, table

_MARKS: Final = "▶✔(◡─◠) "
_LARGE, SMALL = SIZES
NO_ROOM: Final = {"ways.enough", "ways.left_to_do", "hint"}
"""What a small screen does without: there the pause has the way to enough for today."""


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_a_step_shows_its_view_and_is_read_as_its_view_says(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with table(tmp_path, size=size) as t:
        for place in ONE_OF_EACH:
            await t.sit_at(place)
            view = t.session.view
            every = [each for each in texts(view) if each[0] not in LATER | DRAWN]
            to_do = [text for where, text in every if where in FOR_THE_PROFESSIONAL]
            assert [str(each.content) for each in t.body.query(ForProfessional)] == to_do, place
            found = [each for each in every if each[0] not in FOR_THE_PROFESSIONAL]
            shown, hint = on_screen(t), hints(t)
            left_out = {where for where, text in found if text not in shown}
            assert left_out <= (NO_ROOM if size == SMALL else set()), place
            found = [(where, text) for where, text in found if text in shown]
            assert shown == {text for _where, text in found} | {*hint}, place
            said = [text for text in view.said if text in shown]
            around = [text for name in AROUND for where, text in found if where == name]
            at_lines = dict.fromkeys(text for where, text in found if where in AT_LINES)
            heard = [part.shown.lstrip(_MARKS) for part in t.screen.aloud.parts()]
            assert heard == [*said, *at_lines, *hint, *around], place
            assert all(
                t.says(f"key.{hint.key}") for hint in t.screen.query(KeyHint) if hint.display
            )
            assert bare_pictures(t.top) == [], place
            assert none_is_out_of_reach(t), place


def on_screen(t: Table) -> set[str]:
    """Return the words that can be seen, or scrolled to, without marks, digits and keys."""
    return {text.lstrip(_MARKS) for text in visible(t.top) if has_words(text)}


def hints(t: Table) -> list[str]:
    """Return the hint that a word is explained, where one is."""
    return [t.say("help.words_hint")] if t.screen.explained_words() else []


def none_is_out_of_reach(t: Table) -> bool:
    """Tell whether each text of the step has room where it can be scrolled to."""
    shown = [said for said in t.body.query(Said) if is_shown(said) and has_words(str(said.content))]
    return t.body.max_scroll_x == 0 and all(
        each.region.width * each.region.height for each in shown
    )


Make = Callable[[Phrasebook, Any], Screen[Any]]

SHELF: Final = Shelf((Offer("een", "Voorzorg", "Iemand komt thuis."),), ())
ASKED: Final[dict[str, tuple[Make, object]]] = {
    "own words": (
        WordsScreen,
        WordsAsked(
            "Wat wilt u?", Draft(None, lambda _text: None), "Rust.", problem="Dat gaat niet."
        ),
    ),
    "a choice": (
        ChooseScreen,
        ChoiceAsked("Wie doet dit?", [("a", "Sanne"), ("b", "Iemand anders")], "De stap", "b"),
    ),
    "some of ten": (
        SeveralScreen,
        SeveralAsked(
            "Wat mag op het papier?",
            "De rest laten wij weg.",
            [
                (str(place), f"Sanne: Dat is nummer {place}. " + "Soep op zondag. " * 5)
                for place in range(10)
            ],
            may_be_none=True,
        ),
    ),
    "a day": (DateScreen, DayAsked("Wanneer?", date(2026, 11, 3), date(2027, 4, 3))),
    "a name": (lambda book, asked: NameScreen(book, *asked), ("Wie doet dit?", "Oma")),
    "a sentence": (lambda book, asked: NoticeScreen(book, *asked), ("Klaar", "Dank u wel.")),
    "certainty": (SureScreen, SureAsked("Weghalen?", "Haal weg", "Laat staan", "Samen eten.")),
    "examples": (ExampleScreen, ExampleShown("Wij lezen.", "Wij eten.", "Fatma")),
    "help for a goal": (
        ProgrammesScreen,
        HelpOffer(SHELF, Shelf((), ()), Shelf((), ()), ("een",), lambda _id, _wanted: None),
    ),
}


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_a_dialog_shows_what_is_asked_and_buttons_of_the_content_and_reads_it_all(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with table(tmp_path, "goals", size=size) as t:
        for name, (make, asked) in ASKED.items():
            t.app.push_screen(make(t.book, asked))
            await t.calm()
            if name == "help for a goal":
                await t.press("1")
            wanted = {text for text in texts_of(asked) if text}
            if isinstance(asked, ExampleShown):
                wanted ^= {asked.author, t.say("common.example_of", name=asked.author)}
            assert wanted <= on_screen(t), name
            added = [text for text in seen(t.top) if text.lstrip(f"{_MARKS}1234") not in wanted]
            assert Sources(full_talk()).unexplained(added) == [], name
            assert unread(t.top) == [], name
            assert none_is_cut(t), name
            t.app.pop_screen()


def none_is_cut(t: Table) -> bool:
    """Tell whether the buttons are on the screen, and nothing is wider than its place."""
    inside = all(t.top.region.contains_region(button.region) for button in t.buttons())
    return inside and t.top.query_one("#box-body").max_scroll_x == 0
