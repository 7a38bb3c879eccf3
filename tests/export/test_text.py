"""Plain text: 76 cells, headings to jump to, people's words always indented."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import width

from giz_gesprek.conversation.text import clean_text
from giz_gesprek.export.columns import COLUMNS
from giz_gesprek.export.text import document_text
from giz_gesprek.summary.document import (
    Agreement,
    Block,
    Chosen,
    Document,
    Heading,
    Note,
    Paragraph,
    Quote,
)
from giz_gesprek.summary.listed import PeopleList, PersonLine, Row, Rows
from tests.support.typed import HOSTILE, names, notes


def lines(*blocks: Block) -> list[str]:
    return document_text(Document("title", "nl", blocks)).split("\n")


def test_headings_carry_their_level_and_blocks_stand_apart() -> None:
    assert lines(
        Heading("Ons gesprek", 1),
        Paragraph("Eerste zin.\nTweede zin."),
        Heading("Wat goed gaat", 2),
        Heading("Slapen", 3),
        Quote("Roos", "Roos zegt", "Hij slaapt."),
        Note("Einde."),
    ) == [
        "# Ons gesprek",
        "",
        "Eerste zin.",
        "Tweede zin.",
        "",
        "## Wat goed gaat",
        "",
        "### Slapen",
        "Roos zegt:",
        "  “Hij slaapt.”",
        "",
        "Einde.",
        "",
    ]


def test_what_one_voice_says_and_the_steps_of_one_goal_stand_together() -> None:
    assert lines(
        Chosen("Roos kiest: gaat wel.", "gaat wel", name="Roos"),
        Chosen("Roos kiest: ik wil hulp.", "ik wil hulp", name="Roos"),
        Quote("Roos", "Roos zegt", "Elke nacht."),
        Chosen("Sanne kiest: gaat goed.", "gaat goed", name="Sanne"),
        Agreement("Roos doet: bellen.", "bellen", "Roos", "Klaar op maandag."),
        Agreement("lopen", "lopen"),
    ) == [
        "Roos kiest: gaat wel.",
        "Roos kiest: ik wil hulp.",
        "Roos zegt:",
        "  “Elke nacht.”",
        "",
        "Sanne kiest: gaat goed.",
        "",
        "- Roos doet: bellen.",
        "  Klaar op maandag.",
        "- lopen",
        "",
    ]


def test_rows_show_whose_words_they_are() -> None:
    rows = Rows((Row("Inschatting", "gaat goed"), Row("Voorbeeld", "een\n\ntwee", literal=True)))
    assert lines(rows) == ["Inschatting: gaat goed", "Voorbeeld: “een", "  twee”", ""]


def test_people_are_a_list() -> None:
    people = PeopleList(
        (PersonLine("Sanne", "hulpverlener", "Wijkploeg"), PersonLine("Roos", "ouder"))
    )
    assert lines(people) == ["- Sanne, hulpverlener, Wijkploeg", "- Roos, ouder", ""]


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_people_type_is_only_text(typed: str) -> None:
    text = clean_text(typed)
    written = lines(Quote("Roos", "Roos zegt", text))
    assert written[0] == "Roos zegt:"
    assert all(line.startswith("  ") for line in written[1:-1])
    joined = "".join("".join(written[1:]).split())
    assert joined == "".join(f"“{text}”".split())


def _blocks(text: str, name: str) -> Sequence[Block]:
    return (
        Heading(name, 3),
        Quote(name, f"{name} zegt", text, see="Achteraan."),
        Chosen(f"{name} kiest: {text[:40]}", text[:40]),
        Agreement(f"{name} doet: {text}", text, name, "Klaar."),
        Rows((Row(name, text, literal=True), Row(name, name))),
        PeopleList((PersonLine(name, name, name),)),
        Paragraph(f"{name} en {name}"),
    )


@settings(max_examples=150)
@given(notes().filter(bool), names())
def test_no_line_is_too_wide_and_only_headings_look_like_one(text: str, name: str) -> None:
    written = lines(*_blocks(text, name))
    assert all(width(line, control_codes="ignore") <= COLUMNS for line in written)
    assert sum(line.startswith("#") for line in written) == 1
    assert not any(line != line.rstrip(" ") for line in written)


@given(st.lists(st.sampled_from(_blocks("Tekst.", "Roos")), max_size=8))
def test_there_are_never_two_empty_lines(blocks: list[Block]) -> None:
    written = "\n".join(lines(*blocks))
    assert "\n\n\n" not in written
    assert not written.startswith("\n\n")


def test_a_word_without_end_is_broken_and_kept_whole() -> None:
    written = lines(Quote("Roos", "Roos zegt", "x" * 500))
    assert "".join(line.strip() for line in written[1:]) == f"“{'x' * 500}”"
    assert max(map(width, written)) == COLUMNS


def test_wide_characters_count_for_two() -> None:
    written = lines(Quote("Roos", "Roos zegt", "日本語" * 40))
    assert max(map(width, written)) <= COLUMNS < max(map(width, written)) + 2
