"""Every string that a parent can see comes from the content, or from the people at the table.

What reads the screen aloud can only say what it finds in the content, so a sentence in a ``.py``
file is a sentence that somebody cannot hear. ``seen`` collects, ``Sources`` explains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from textual.screen import Screen
from textual.widgets import Button, Static

from giz_gesprek.content.phrases import Phrasebook, fill, lower_first
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.dossier import Conversation, own_words_of
from giz_gesprek.conversation.people import Family
from giz_gesprek.tui.widgets.picture import Picture
from giz_gesprek.tui.widgets.said import Said
from giz_gesprek.tui.widgets.triangle import Triangle
from tests.support.dossiers import framework, library
from tests.tui.support import (
    PHASE,
    RUNGS,
    Table,
    declined_talk,
    full_talk,
    make_family,
    places,
    table,
)

NOTICES: Final = ("common.choose_first", "common.not_saved", "common.too_long", "practice.change")
# The marks of a lit choice, a told goal and a list, and the names of keys: signs, not words.
_SIGNS: Final = re.compile(r"^[▶✔•]?\s*(?:1 2 3|[1-9]|Enter|Esc|F[1-9])?\s+|^[▶✔•]\s*[1-9]?\s*")
_AROUND_DOTS: Final = re.compile(r"[▀▄█\n]+|(?:[▶✔1-3] )+|  +")
_BETWEEN: Final = re.compile(r"\n| · ")


class Sources:
    """Everything that may be shown at one rung to one family."""

    def __init__(self, rung: Rung, family: Family, talk: Conversation) -> None:
        people = {person.name for person in family.people}
        numbers = {person.phone for person in family.people if person.phone}
        said = {line for words in own_words_of(talk) for line in words.text.split("\n")}
        self._people = {"", *people, *numbers, *said}
        name = "|".join(re.escape(person) for person in people)
        organisations = "|".join(p.organisation for p in family.people if p.organisation)
        known = {"child": f"(?:{name})", "name": f"(?:{name})", "organisation": organisations}
        self._explained: dict[str, str | None] = {}
        self._texts: dict[str, re.Pattern[str]] = {}
        book = Phrasebook(library(), "nl", rung, PHASE)
        for text_id in library().specs:
            if not book.has(text_id):
                continue
            found = library().find(text_id, language="nl", rung=rung, phase=PHASE)
            assert found is not None
            for number, line in enumerate(
                part for words in (found.text, found.example or "") for part in words.split("\n")
            ):
                if not line.strip():
                    continue
                pattern = re.escape(line).replace(r"\{", "{").replace(r"\}", "}")
                rest = {key: ".+" for key in framework().placeholders if key not in known}
                whole = fill(pattern, {**rest, **known})
                self._texts[f"{text_id}:{number}"] = re.compile(whole)

    def explain(self, text: str) -> str | None:
        """Return where a piece of text comes from, or None."""
        if text not in self._explained:
            self._explained[text] = self._search(text)
        return self._explained[text]

    def _search(self, text: str) -> str | None:
        for piece in dict.fromkeys((text.strip(), _SIGNS.sub("", text).strip())):
            if piece in self._people:
                return "people"
            for text_id, pattern in self._texts.items():
                if pattern.fullmatch(piece) or pattern.fullmatch(piece[:1].upper() + piece[1:]):
                    return text_id
        return None

    def unexplained(self, screen: Screen[object]) -> list[str]:
        """Return every string on a screen that nobody wrote in the content or said."""
        return [
            text
            for text in seen(screen)
            if self.explain(text) is None
            and any(self.explain(piece) is None for piece in _BETWEEN.split(text))
        ]


def seen(screen: Screen[object]) -> Iterator[str]:
    """Yield every string on a screen."""
    for widget in screen.query("*"):
        if isinstance(widget, Triangle):
            yield from (words for words in _AROUND_DOTS.split(str(widget.render())) if words)
        elif isinstance(widget, Static) and not isinstance(widget, Picture):
            yield str(widget.content)
        elif isinstance(widget, Button):
            yield str(widget.label)


def all_places(talk: Conversation) -> list[Conversation]:
    """Return the conversation at every step of its agenda that differs from those before it."""
    found: dict[tuple[str | None, ...], Conversation] = {}
    for step in agenda(framework(), talk):
        look = (step.kind, step.text, step.question)
        found.setdefault(look, talk.model_copy(update={"position": step}))
    return list(found.values())


@pytest.mark.parametrize("rung", RUNGS)
async def test_a_parent_sees_nothing_that_is_not_in_the_content(tmp_path: Path, rung: Rung) -> None:
    sources = Sources(rung, make_family(rung), full_talk())
    declined = declined_talk().model_copy(update={"position": places()["declined"][1]})
    async with table(tmp_path) as t:
        for talk in [*all_places(full_talk()), declined]:
            await t.sit_with(talk, rung=rung)
            assert sources.unexplained(t.top) == [], t.step
        for text_id in NOTICES:
            t.screen.show_notice(text_id)
            assert sources.unexplained(t.top) == [], text_id


@pytest.mark.parametrize("rung", RUNGS)
async def test_a_dialog_says_nothing_that_is_not_in_the_content(tmp_path: Path, rung: Rung) -> None:
    sources = Sources(rung, make_family(rung), full_talk())
    async with table(tmp_path) as t:
        await t.sit_at("hard_again", rung=rung)
        for key in ("f1", "f4", "f6", "f8", "f9"):
            await t.press(key)
            assert sources.unexplained(t.top) == [], key
            if not t.on_top:
                await t.press("escape")
        await t.sit_at("goals", rung=rung)
        for text_id, number in (
            ("button.change", 1),
            ("button.remove", 0),
            ("button.tell_back", 0),
            ("button.add_goal", 0),
        ):
            await t.click(t.button(text_id, number))
            assert sources.unexplained(t.top) == [], text_id
            await through_the_plan(t, sources)
        await t.sit_at("topics", rung=rung)
        await t.click("#add-topic")
        assert sources.unexplained(t.top) == []
        await t.press("1", "enter")
        assert sources.unexplained(t.top) == []


async def through_the_plan(t: Table, sources: Sources) -> None:
    """Answer every dialog that comes, at first wrongly, until the conversation is back."""
    for keys in (["enter"], ["x", "enter"], ["1", "enter"], ["x", "enter"]):
        if not t.on_top:
            await t.press(*keys)
            assert sources.unexplained(t.top) == []
    while not t.on_top:
        await t.press("escape")


async def test_a_sentence_in_the_code_is_found(tmp_path: Path) -> None:
    sources = Sources("easy", make_family(), full_talk())
    async with table(tmp_path, "choice") as t:
        await t.body.mount(Said("Goed gedaan!"))
        await t.calm()
        assert sources.unexplained(t.top) == ["Goed gedaan!"]


def test_a_label_inside_a_sentence_is_known_by_its_sentence() -> None:
    sources = Sources("easy", make_family(), full_talk())
    book = Phrasebook(library(), "nl", "easy", PHASE)
    label = lower_first(book.text("how_is_it_going.so_so"))
    assert sources.explain(book.text("common.you_choose", choice=label)) == "common.you_choose:0"
