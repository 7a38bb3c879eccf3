"""The one order in which words are sought."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giz_gesprek.content.framework import Framework, Places
from giz_gesprek.content.library import Found, Library
from giz_gesprek.content.meanings import Meanings
from giz_gesprek.content.texts import (
    Rung,
    TextEntry,
    TextRegister,
    TextSpec,
    Wording,
    register_of,
)

FRAMEWORK = Framework(
    format=1,
    release="1",
    placeholders=(),
    phases={},
    roles={},
    variants={},
    scales={},
    questions={},
    question_sets={},
    places=Places(views_differ="", topic_ends="", advice_sought="", plan="", visit_ends=""),
    meanings=Meanings(
        wants_to_talk="",
        asks_first="",
        not_today="",
        agreed="",
        still_different="",
        talk_later="",
        done_by_family="",
        done_by_network="",
        done_by_others="",
        hard="",
        wants_help="",
        finds_out="",
        help_today="",
        help_soon="",
        better="",
        same="",
        harder="",
    ),
    practice_scale="",
    topic_slots={},
    sides={},
    topics={},
    pages={},
)
SPECS = {
    "a.b": TextSpec(kind="statement"),
    "a.p": TextSpec(kind="title", audience="professional"),
}

Tables = Mapping[tuple[TextRegister, str], Mapping[str, TextEntry]]


def library(tables: Tables) -> Library:
    return Library(FRAMEWORK, SPECS, tables, "1+0")


def find(
    tables: Tables, rung: Rung = "easy", language: str = "nl", phase: str | None = None
) -> Found | None:
    return library(tables).find("a.b", language=language, rung=rung, phase=phase)


def entry(name: str, *, easier: bool, phase: bool, phase_easier: bool) -> TextEntry:
    special = Wording(text=f"{name} phase", easier=f"{name} phase easier" if phase_easier else None)
    return TextEntry(
        text=f"{name} text",
        easier=f"{name} easier" if easier else None,
        phases={"4-12": special} if phase else {},
    )


registers: st.SearchStrategy[TextRegister] = st.sampled_from(["standard", "easy_language"])
places = st.tuples(registers, st.sampled_from(["nl", "en"]))


@st.composite
def tables(draw: st.DrawFn) -> dict[tuple[TextRegister, str], dict[str, TextEntry]]:
    found: dict[tuple[TextRegister, str], dict[str, TextEntry]] = {}
    for register, language in draw(st.sets(places)):
        flags = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()))
        name = f"{register} {language}"
        made = entry(name, easier=flags[0], phase=flags[1], phase_easier=flags[2])
        found[register, language] = {"a.b": made}
    return found


def expected(texts: Tables, rung: Rung, language: str, phase: str | None) -> tuple[str, str] | None:
    """Return the words and their language, with the order written out."""
    register = register_of(rung)
    for spoken in (language, "nl"):
        found = texts.get((register, spoken), {}).get("a.b")
        if found is None:
            continue
        name = f"{register} {spoken}"
        kind = "phase" if phase in found.phases else "text"
        easier = found.phases[phase].easier if phase in found.phases else found.easier
        if rung == "easier" and easier is not None:
            kind = "phase easier" if kind == "phase" else "easier"
        return f"{name} {kind}", spoken
    return None


@given(
    tables(),
    st.sampled_from(["standard", "easy", "easier"]),
    st.sampled_from(["nl", "en"]),
    st.sampled_from([None, "4-12", "12+"]),
)
def test_words_are_sought_by_language_then_phase_then_rung(
    texts: Tables, rung: Rung, language: str, phase: str | None
) -> None:
    found = find(texts, rung, language, phase)

    assert (None if found is None else (found.text, found.language)) == expected(
        texts, rung, language, phase
    )
    assert found is None or found.register == register_of(rung)


def test_easy_words_are_never_replaced_by_standard_ones() -> None:
    assert find({("standard", "nl"): {"a.b": TextEntry(text="Moeilijk.")}}) is None


def test_a_text_for_the_professional_is_sought_in_standard_at_every_rung() -> None:
    texts: Tables = {("standard", "nl"): {"a.p": TextEntry(text="Verslag")}}

    found = library(texts).find("a.p", language="en", rung="easier")

    assert found is not None
    assert (found.text, found.register, found.language) == ("Verslag", "standard", "nl")


def test_a_phase_without_an_example_of_its_own_keeps_the_general_one() -> None:
    made = TextEntry(text="A", example="Voorbeeld", phases={"4-12": Wording(text="B")})

    found = find({("easy_language", "nl"): {"a.b": made}}, phase="4-12")

    assert found is not None
    assert (found.text, found.example) == ("B", "Voorbeeld")


def test_what_the_voice_reads_belongs_to_the_text_and_not_to_easier_words() -> None:
    texts: Tables = {("easy_language", "nl"): {"a.b": TextEntry(text="A", easier="B", say="C")}}

    easy, easier = find(texts), find(texts, "easier")

    assert easy is not None
    assert easier is not None
    assert (easy.say, easier.say) == ("C", None)


def test_references_are_followed_to_the_words() -> None:
    table = {"a.b": TextEntry(ref="a.c"), "a.c": TextEntry(ref="a.d"), "a.d": TextEntry(text="D")}

    found = find({("easy_language", "nl"): table})

    assert found is not None
    assert found.text == "D"


@pytest.mark.parametrize("target", ["a.b", "a.c", "a.none"])
def test_a_reference_that_leads_nowhere_gives_no_words(target: str) -> None:
    table = {"a.b": TextEntry(ref="a.c"), "a.c": TextEntry(ref=target)}

    assert find({("easy_language", "nl"): table}) is None


def test_dutch_is_the_first_of_the_languages() -> None:
    texts: Tables = {("standard", "ar"): {}, ("standard", "nl"): {}, ("easy_language", "en"): {}}

    assert library(texts).languages == ("nl", "ar", "en")
