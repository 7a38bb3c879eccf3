"""The glossary on the screen: words that are explained are underlined, and F1 explains them."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.store import Store
from giz_gesprek.tui.dialogs.choose import ChooseScreen
from giz_gesprek.tui.dialogs.help import HelpScreen
from giz_gesprek.tui.dialogs.words_help import WordsHelpScreen
from giz_gesprek.tui.reading.terms import TERM, Terms
from giz_gesprek.tui.widgets.said import Said
from tests.store.support import NOW, PASSPHRASE
from tests.support.dossiers import library
from tests.support.screens import SMALL_FIRST
from tests.support.talks import agreed_talk, full_talk, make_family, step_where
from tests.support.views import sit_with, texts, walk
from tests.tui.support import Table, table


def with_other_words(talk: Talk, word: str) -> Talk:
    """Return the talk with the same words in the mouth of everybody."""
    document = talk.conversation.model_dump_json()
    for said in ("Hij eet goed.", "Hij is moe.", "Samen op de bank.", "Samen eten."):
        document = document.replace(said, f"Het was {word}.")
    said_so = Conversation.model_validate_json(document.replace("De tafel dekken.", word))
    return talk.with_conversation(said_so)


def underlined(t: Table) -> list[str]:
    """Return what is underlined on the screen with a mark to point at, from top to bottom."""
    lines = t.top._compositor.render_strips()
    cells = ((segment.text, segment.style) for line in lines for segment in line)
    return [
        text
        for text, style in cells
        if style is not None and style.underline and TERM in style.meta
    ]


async def sit_at_the_helper(t: Table, rung: Rung = "easy") -> None:
    """Show the question whose third choice is a word of the glossary."""
    talk = full_talk()
    step = step_where(talk, question="helper")
    await t.sit_with(talk.changed(position=step.position), rung=rung)


def place_of(t: Table, word: str) -> tuple[int, int]:
    """Return where a word begins on the screen: column and row."""
    for row, line in enumerate(t.lines.split("\n")):
        if word in line:
            return line.index(word), row
    raise AssertionError(f"{word} is not on the screen")


def meaning(term: str, rung: Rung) -> str:
    """Return what a term means, as the glossary says it."""
    return library().glossary("nl", rung).entries[term].text


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_a_word_of_the_glossary_is_underlined_and_f1_begins_with_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with table(tmp_path, size=size) as t:
        await sit_at_the_helper(t)
        assert "hulpverlener" in underlined(t)
        assert t.says("help.words_hint")
        await t.press("f1")
        assert isinstance(t.top, HelpScreen)
        in_order = [t.say("help.words_title"), "Hulpverlener", t.say("help.title")]
        places = [place_of(t, words)[1] for words in in_order]
        assert places == sorted(places)
        assert t.sees(meaning("hulpverlener", "easy"))
        assert t.sees(t.session.view.help.split("\n")[0])


async def test_the_word_above_its_meaning_stands_out_by_shape(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        await sit_at_the_helper(t)
        await t.press("f1")
        strips = t.top._compositor.render_strips()
        [style] = [
            segment.style
            for line in strips
            for segment in line
            if segment.text.strip() == "Hulpverlener"
        ]
        assert style is not None
        assert style.bold


async def test_where_no_word_is_explained_nothing_is_added(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        assert underlined(t) == []
        assert not t.says("help.words_hint")
        await t.press("f1")
        assert t.says("help.title")
        assert not t.says("help.words_title")


async def test_pointing_at_an_underlined_word_explains_it(tmp_path: Path) -> None:
    talk = agreed_talk("current_help")
    step = step_where(talk, question="strengths", topic="current_help")
    async with table(tmp_path) as t:
        await t.sit_with(talk.changed(position=step.position), rung="standard")
        column, row = place_of(t, "wijkteam")
        await t.pilot.click(offset=(column - 5, row))
        await t.calm()
        assert t.on_top
        await t.pilot.click(offset=(column + 2, row))
        await t.calm()
        assert isinstance(t.top, HelpScreen)
        assert t.sees(meaning("wijkteam", "standard"))


async def test_pointing_at_a_choice_chooses_it_also_on_its_underlined_word(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        await sit_at_the_helper(t)
        await t.pilot.click(offset=place_of(t, "hulpverlener"))
        await t.calm()
        assert t.on_top
        assert t.lit() == ["outside"]
        assert underlined(t)[0] == "hulpverlener"


async def test_a_notice_takes_the_place_of_the_hint(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        await sit_at_the_helper(t)
        await t.press("enter")
        assert t.says("common.choose_first")
        assert not t.says("help.words_hint")


async def test_what_people_say_is_never_explained(tmp_path: Path) -> None:
    talk = with_other_words(full_talk(), "kinderbijslag")
    async with table(tmp_path) as t:
        for kind in ("read_back", "side_by_side", "goals", "summary"):
            await t.sit_with(talk.changed(position=step_where(talk, kind).position))
            assert t.sees("kinderbijslag"), kind
            words = [word for word, _meaning in t.screen.explained_words()]
            assert "kinderbijslag" not in words, kind
            assert "kinderbijslag" not in underlined(t), kind


def test_a_name_is_never_explained(tmp_path: Path) -> None:
    family = make_family(name=lambda name: "Echo" if name == "Milan" else "Tolk")
    names = [person.name for person in family.people]
    glossary = library().glossary("nl", "easy")
    told: set[str] = set()
    with Store.create(tmp_path / "f.db", PASSPHRASE, NOW) as store:
        for view in walk(sit_with(store, full_talk(), family)):
            found = [text for _where, text in texts(view)]
            told.update(text for text in found if glossary.spots_in(text))
            words = [word for word, _meaning in Terms(glossary, names).explained(found)]
            assert not {"Echo", "Tolk"} & set(words), view.step
    assert any("Tolk" in text for text in told), "the glossary alone would explain it"


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_a_dialog_explains_its_own_words_and_goes_on_where_it_was(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with table(tmp_path, "choice", size=size) as t:
        await t.press("f8")
        assert "Veilig Thuis" in underlined(t)
        assert t.says("help.words_hint")
        await t.press("f1")
        assert isinstance(t.top, WordsHelpScreen)
        assert t.sees(meaning("veilig thuis", "easy"))
        assert t.sees(meaning("huisartsenpost", "easy"))
        assert underlined(t) == []
        await t.press("f1", "escape")
        assert t.says("help_now.danger")


async def test_a_dialog_without_such_words_ignores_f1(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        await t.press("f6", "f1")
        assert isinstance(t.top, ChooseScreen)
        assert not t.says("help.words_hint")


async def test_brackets_in_a_text_with_an_explained_word_stay_as_they_are(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        await t.body.mount(Said("[b]Bel[/b] de huisarts [link]"))
        await t.calm()
        assert t.sees("[b]Bel[/b] de huisarts [link]")
        assert underlined(t) == ["huisarts"]


async def test_another_rung_brings_its_own_meaning(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        await sit_at_the_helper(t, "standard")
        await t.press("f3", "f1")
        assert t.sees(meaning("hulpverlener", "easy"))
