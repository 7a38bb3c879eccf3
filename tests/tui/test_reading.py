"""What is read aloud on a screen, in which order, and what is lit meanwhile."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, TextArea

from giz_gesprek.content.library import Table
from giz_gesprek.content.texts import TextRegister
from giz_gesprek.content.voiced import VoicedText
from giz_gesprek.tui.reading.parts import READING
from giz_gesprek.tui.themes import THEMES
from giz_gesprek.tui.widgets.key_bar import KeyBar, KeyHint
from giz_gesprek.tui.widgets.said import Said
from tests.support.dossiers import library
from tests.support.screens import SMALL_FIRST
from tests.support.talks import make_family
from tests.tui.hearing import begin, listen, lit, reversed_words, to_next
from tests.tui.looks import drawn, too_faint
from tests.tui.support import table, voice_of


async def test_the_question_is_read_first_and_then_the_choices_one_by_one(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        said = await listen(t)
        assert said[:7] == [
            *t.say("eating_sleeping.appraisal").splitlines(),
            t.say("how_is_it_going.going_well"),
            t.say("how_is_it_going.so_so"),
            t.say("how_is_it_going.difficult"),
            t.say("button.dont_know"),
            t.say("button.rather_not_say"),
        ]
        assert said[-1] == t.say("button.next")
        prepared = [each.text for each in voice_of(t).prepared]
        assert prepared == said[1:], "each is made while the one before it is heard"
        assert await listen(t) == said, "it can be heard as often as somebody wants"


async def test_each_choice_is_lit_while_it_is_read(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        voice, chosen = voice_of(t), t.lit()
        await t.press("f2")
        assert lit(t) == ""
        voice.begin()
        await t.calm()
        asked = t.say("eating_sleeping.appraisal").splitlines()
        for text in (*asked, t.say("how_is_it_going.going_well")):
            assert lit(t) == text
            await to_next(t)
        assert t.lit() == chosen, "what is read is not chosen by that"
        await t.press("f2")
        assert lit(t) == ""


async def test_a_word_is_lit_in_its_sentence_and_never_an_earlier_one(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        voice = voice_of(t)
        await t.press("f2")
        voice.begin()
        shown = voice.saying
        for start, length, wanted in ((0, 4, "Kies"), (5, 5, "samen"), (0, 4, "samen")):
            voice.come_to(start, length)
            await t.calm()
            assert reversed_words(t) == [wanted]
            assert lit(t) == shown


async def test_what_the_parent_typed_is_read_after_the_question(tmp_path: Path) -> None:
    async with table(tmp_path, "hard_again") as t:
        await t.type("Hij slaapt 2 uur.\nDat is kort.")
        said = await listen(t)
        question = said.index(t.say(t.session.view.example or "").split("\n")[-1])
        assert said[question + 1 : question + 3] == ["Hij slaapt twee uur.", "Dat is kort."]
        field = t.body.query_one(TextArea)
        assert not field.has_class(READING)
        await t.press("f2")
        while voice_of(t).saying != "Dat is kort.":
            await to_next(t)
        assert field.has_class(READING)
        assert lit(t) == "Dat is kort."
        assert field.cursor_location == field.document.end
        assert field.text == "Hij slaapt 2 uur.\nDat is kort."


async def test_a_long_note_scrolls_along_in_its_field(tmp_path: Path) -> None:
    lines = [f"Dit is regel {number}." for number in range(1, 41)]
    async with table(tmp_path, "hard_again") as t:
        await t.type("\n".join(lines))
        for line in (lines[0], lines[20], lines[39]):
            await begin(t)
            while lit(t) != line:
                await to_next(t)
            await t.press("f2")


async def test_the_report_is_read_line_by_line_and_scrolls_along(tmp_path: Path) -> None:
    async with table(tmp_path, "summary") as t:
        said = await listen(t)
        lines = [str(widget.content) for widget in t.body.query(".line-text").results(Said)]
        assert len(lines) > 3
        heard = " ".join(said)
        places = [heard.index(re.split(r"[.:\n0-9]| hetzelfde", line)[0]) for line in lines]
        assert places == sorted(places)
        assert said.count(t.say("button.remove")) == 1, "not the same buttons at every line"
        last = list(t.body.query(".line-text").results(Said))[-1]
        t.body.scroll_home(animate=False)
        await t.press("f2")
        while not lit(t) or lit(t) not in str(last.content):
            await to_next(t)
        assert t.body.scroll_offset.y > 0
        assert t.body.region.y <= last.region.y < t.body.region.bottom


async def test_a_dialog_is_read_with_its_buttons(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        await t.press("f8")
        said = await listen(t)
        assert said[:2] == [t.say("help_now.title"), "Bel bij gevaar meteen één, één, twee."]
        assert t.say("button.close") in said
        await t.press("escape", "ctrl+q")
        said = await listen(t)
        assert said[0] == t.say("quit.title")
        assert said[-2:] == [t.say("button.go_on"), t.say("button.stop_here")]


async def test_help_reads_every_key(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        keys = [str(hint.content) for hint in t.screen.query(KeyHint) if hint.display]
        await t.press("f1")
        said = " ".join(await listen(t))
        for hint in keys:
            key, _space, words = hint.partition(" ")
            assert re.search(rf"{key[0]} ?{key[1:]}|{key}", said), key
            assert words in said


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_what_is_lit_is_seen_without_colours(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with table(tmp_path, "choice", size=size) as t:
        before = drawn(t, t.screen.region)
        await begin(t)
        voice_of(t).come_to(0, 4)
        await t.calm()
        new = [each for each in drawn(t, t.screen.region) if each not in before]
        assert ("Kies", True, True, True) in new
        assert any(underline and not reverse for _t, _b, reverse, underline in new)


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_what_is_lit_has_contrast(tmp_path: Path, theme: str) -> None:
    async with table(tmp_path, "goals", theme=theme) as t:
        await begin(t)
        while t.app.reader.is_reading:
            voice_of(t).come_to(0, 2)
            await t.calm()
            assert too_faint(t) == [], lit(t)
            await to_next(t)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_reading_moves_nothing_on_the_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    async with table(tmp_path, "choice", size=size) as t:
        where = {widget: widget.region for widget in t.body.query("*")}
        lines = t.lines.splitlines()[: -t.screen.query_one(KeyBar).region.height]
        await begin(t)
        assert {widget: widget.region for widget in t.body.query("*")} == where
        assert t.lines.splitlines()[: len(lines)] == lines


async def test_the_voice_is_that_of_the_language_of_each_text(tmp_path: Path) -> None:
    family = make_family()
    english = family.settings.model_copy(update={"language": "en"})
    only_dutch = replace(library(), tables=without(library().tables, "en", "button.next"))
    async with table(tmp_path, "choice") as t:
        t.session.library = only_dutch
        await t.sit_with(t.session.talk, family=family.model_copy(update={"settings": english}))
        await listen(t)
        languages = {each.text: each.language for each in voice_of(t).spoken}
        assert languages[t.say("eating_sleeping.appraisal")] == "en"
        assert languages["Verder"] == "nl"


def without(
    tables: Mapping[tuple[TextRegister, str], Table], language: str, text_id: str
) -> dict[tuple[TextRegister, str], Table]:
    """Return the tables of the content without one text in one language."""
    return {
        (register, folder): {
            each: entry for each, entry in texts.items() if folder != language or each != text_id
        }
        for (register, folder), texts in tables.items()
    }


class EnglishPaper(Vertical):
    """A paper in another language than the screen."""

    spoken_language = "en"

    def compose(self) -> ComposeResult:
        yield Said("This is your paper.")
        yield Said(VoicedText("Sluiten", "nl"))


async def test_a_paper_in_another_language_is_read_in_that_language(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        await t.body.mount(EnglishPaper())
        await t.calm()
        await listen(t)
        languages = {each.text: each.language for each in voice_of(t).spoken}
        assert languages["This is your paper."] == "en"
        assert languages["Sluiten"] == "nl"


async def test_a_field_is_read_with_its_name_and_shows_it_at_its_border(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        field = Input("Mappen [van] Sanne")
        field.border_title = Content("De map")
        await t.body.mount(field, before=0)
        await t.calm()
        await begin(t)
        assert voice_of(t).saying == "De map"
        assert "╔" in t.drawn(field)
        await to_next(t)
        assert "Sanne" in voice_of(t).saying
        await t.press("f2")
        assert "╔" not in t.drawn(field)


async def test_what_is_said_otherwise_lights_the_sentence_and_no_word(tmp_path: Path) -> None:
    shown = VoicedText("WMO-loket", "nl", "het loket van de gemeente")
    async with table(tmp_path, "choice") as t:
        said = Said(shown)
        await t.body.mount(said, before=0)
        await t.calm()
        await begin(t)
        assert voice_of(t).saying == "het loket van de gemeente"
        assert lit(t) == shown
        voice_of(t).come_to(0, 3)
        await t.calm()
        assert reversed_words(t) == []
