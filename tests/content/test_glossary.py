from __future__ import annotations

import pytest

from giz_gesprek.content.checks.passages import entry_parts
from giz_gesprek.content.glossary import Glossary, GlossaryEntry
from giz_gesprek.content.loading import load_library
from giz_gesprek.content.texts import REGISTERS
from giz_gesprek.paths import content_dir
from tests.content.support import ContentFolder

EASY = "easy_language/nl/glossary.yaml"
STANDARD = "standard/nl/glossary.yaml"

GLOSSARY = Glossary(
    {
        "tolk": GlossaryEntry(text="Iemand spreekt uw taal."),
        "begeleider": GlossaryEntry(text="Iemand helpt u."),
        "intern begeleider": GlossaryEntry(text="Iemand op school."),
        "echo": GlossaryEntry(text="U ziet de baby.", also=("20-weken-echo",)),
    }
)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("De tolk komt.", ("tolk",)),
        ("Tolken helpen.", ("tolk",)),
        ("De intern begeleiders bellen.", ("intern begeleider",)),
        ("Een begeleider en een tolk, en nog een tolk.", ("begeleider", "tolk")),
        ("De 20-weken-echo is morgen.", ("echo",)),
        ("De tolkenbank belt.", ()),
        ("", ()),
    ],
)
def test_terms_are_found_in_whatever_form_they_stand(text: str, terms: tuple[str, ...]) -> None:
    assert GLOSSARY.terms_in(text) == terms


def test_a_term_is_found_at_its_place_in_the_text() -> None:
    text = "Bel de Intern begeleiders, of een tolk."
    spots = GLOSSARY.spots_in(text)
    assert [spot.term for spot in spots] == ["intern begeleider", "tolk"]
    assert [text[spot.start : spot.end] for spot in spots] == ["Intern begeleiders", "tolk"]


def test_a_term_is_explained_and_another_word_is_not() -> None:
    assert GLOSSARY.entries["tolk"].text == "Iemand spreekt uw taal."
    assert "bus" not in GLOSSARY.entries


def test_each_rung_has_its_own_words_and_another_language_falls_back_to_dutch(
    content: ContentFolder,
) -> None:
    content.write(EASY, "tolk: Iemand spreekt uw taal.\n")
    content.write(STANDARD, "tolk: Iemand die vertaalt wat de ander zegt.\n")
    content.write("standard/en/glossary.yaml", "interpreter: Somebody who translates.\n")
    library = content.load().library

    assert library.glossary("nl", "easy").entries["tolk"].text == "Iemand spreekt uw taal."
    assert library.glossary("en", "easier").entries["tolk"].text == "Iemand spreekt uw taal."
    assert library.glossary("nl", "standard").terms_in("tolken") == ("tolk",)
    assert library.glossary("en", "standard").terms_in("two interpreters") == ("interpreter",)


def test_content_without_a_glossary_explains_nothing(content: ContentFolder) -> None:
    assert content.load().library.glossary("nl", "easy").terms_in("De tolk komt.") == ()


def test_a_municipality_adds_terms_and_writes_over_ours(
    content: ContentFolder, municipality: ContentFolder
) -> None:
    content.write(EASY, "tolk: Iemand spreekt uw taal.\nvoogd: Iemand kiest mee.\n")
    municipality.write(EASY, "tolk: Bel de tolk.\nwijkteam: Mensen uit de buurt.\n")

    glossary = content.load(municipality.path).library.glossary("nl", "easy")

    assert glossary.entries["tolk"].text == "Bel de tolk."
    assert set(glossary.entries) == {"tolk", "voogd", "wijkteam"}


@pytest.mark.parametrize("written", ["tolk: 8", "tolk: {text: Iemand., ook: [x]}", "tolk: [a"])
def test_a_mistake_in_a_glossary_is_one_line_with_its_place(
    content: ContentFolder, written: str
) -> None:
    content.write(EASY, f"{written}\n")

    [finding] = [each for each in content.findings() if each.rule in {"structure", "yaml"}]

    assert (finding.path, finding.line) == (str(content.path / EASY), 1)


@pytest.mark.parametrize(("language", "least"), [("nl", 40), ("en", 15)])
def test_the_shipped_glossary_has_every_term_at_both_rungs(language: str, least: int) -> None:
    library = load_library(content_dir())
    easy, standard = (library.glossary(language, rung).entries for rung in ("easy", "standard"))

    assert easy.keys() == standard.keys()
    assert len(easy) >= least


def test_every_english_term_stands_in_some_english_text() -> None:
    library = load_library(content_dir())
    found: set[str] = set()
    for register in REGISTERS:
        glossary = library.glossaries[register, "en"]
        for entry in library.tables[register, "en"].values():
            for _part, written in entry_parts(entry):
                found.update(glossary.terms_in(written))

    assert found == set(library.glossary("en", "easy").entries)
