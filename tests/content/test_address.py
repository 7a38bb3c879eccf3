"""What is written with je lies over what is written with u."""

from __future__ import annotations

from dataclasses import replace

import pytest

from giz_gesprek.content.address import Address, folder_of, spoken_in
from giz_gesprek.content.library import Library
from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.content.texts import Rung
from tests.content.support import ContentFolder

EASY = "easy_language/nl/all.yaml"
EASY_JE = "easy_language/nl-je/all.yaml"
MORE_JE = "start:\n  more: Wat wil je nog vertellen?\n"


def words(library: Library, text_id: str, *, language: str = "nl", rung: Rung = "easy") -> str:
    return Phrasebook(library, language, rung, address="je").text(text_id)


@pytest.mark.parametrize(
    ("folder", "language", "address"),
    [
        ("nl", "nl", "u"),
        ("nl-je", "nl", "je"),
        ("pt-BR", "pt-BR", "u"),
        ("pt-BR-je", "pt-BR", "je"),
        ("-je", "-je", "u"),
    ],
)
def test_a_folder_tells_the_language_and_the_form(
    folder: str, language: str, address: Address
) -> None:
    assert spoken_in(folder) == (language, address)
    assert folder_of(language, address) == folder


def test_je_goes_before_u_and_the_rest_is_as_it_was(content: ContentFolder) -> None:
    content.write(EASY_JE, MORE_JE)
    library = content.load().library

    assert words(library, "start.more") == "Wat wil je nog vertellen?"
    assert words(library, "sleep.title") == "Slapen"
    assert Phrasebook(library).text("start.more") == "Wat wilt u nog vertellen?"


def test_what_is_found_is_dutch_for_the_voice(content: ContentFolder) -> None:
    content.write(EASY_JE, MORE_JE)

    phrase = Phrasebook(content.load().library, address="je").phrase("start.more")

    assert phrase.language == "nl"


def test_another_language_goes_before_je_and_what_it_lacks_is_dutch_with_je(
    content: ContentFolder,
) -> None:
    content.write(EASY_JE, "start:\n  more: Wat wil je nog vertellen?\n  chosen: Je kiest.\n")
    content.write("easy_language/en/all.yaml", "start: {more: What else?}\n")
    library = content.load().library

    assert words(library, "start.more", language="en") == "What else?"
    assert words(library, "start.chosen", language="en") == "Je kiest."


def test_easy_words_with_u_go_before_standard_words_with_je(content: ContentFolder) -> None:
    content.write("standard/nl-je/all.yaml", "start: {more: Wat wil je verder nog vertellen?}\n")
    library = content.load().library

    assert words(library, "start.more") == "Wat wilt u nog vertellen?"
    assert words(library, "start.more", rung="standard") == "Wat wil je verder nog vertellen?"


def test_a_reference_with_u_leads_to_the_words_with_je(content: ContentFolder) -> None:
    content.change(EASY, "Hoe gaat het samen spelen?", "{ref: start.more}")
    content.write(EASY_JE, MORE_JE)

    assert words(content.load().library, "play.how") == "Wat wil je nog vertellen?"


def test_a_form_of_address_is_no_language(content: ContentFolder) -> None:
    content.write(EASY_JE, MORE_JE)
    content.write("easy_language/en/all.yaml", "start: {more: What else?}\n")
    library = content.load().library

    assert library.languages == ("nl", "en")
    assert (library.addresses("nl"), library.addresses("en")) == (("u", "je"), ("u",))


def test_another_rung_keeps_the_form(content: ContentFolder) -> None:
    content.write(EASY_JE, "start:\n  more: {text: Wat wil je?, easier: En jij?}\n")
    book = Phrasebook(content.load().library, address="je")

    assert replace(book, rung="easier").text("start.more") == "En jij?"


def test_a_glossary_with_je_lies_over_that_with_u_term_by_term(content: ContentFolder) -> None:
    content.write(
        "easy_language/nl/glossary.yaml",
        "tolk: {text: Iemand spreekt uw taal., also: [taalhulp]}\nvoogd: Iemand kiest mee.\n",
    )
    content.write("easy_language/nl-je/glossary.yaml", "tolk: Iemand spreekt jouw taal.\n")
    library = content.load().library
    glossary = library.glossary("nl", "easy", "je")

    assert glossary.entries["tolk"].text == "Iemand spreekt jouw taal."
    assert glossary.terms_in("De voogd en de taalhulp.") == ("voogd", "tolk")
    assert library.glossary("nl", "easy").entries["tolk"].text == "Iemand spreekt uw taal."
    assert library.glossary("en", "easy", "je").entries["tolk"].text == "Iemand spreekt jouw taal."


def test_who_replaces_a_text_replaces_its_other_form(
    content: ContentFolder, municipality: ContentFolder
) -> None:
    content.write(EASY_JE, MORE_JE)
    content.write("easy_language/nl/glossary.yaml", "tolk: Iemand spreekt uw taal.\n")
    content.write("easy_language/nl-je/glossary.yaml", "tolk: Iemand spreekt jouw taal.\n")
    municipality.write(EASY, "start: {more: Wat wilt u ons vragen?}\n")
    municipality.write("easy_language/nl/glossary.yaml", "tolk: Bel 010-0000000.\n")

    library = content.load(municipality.path).library

    assert words(library, "start.more") == "Wat wilt u ons vragen?"
    assert library.glossary("nl", "easy", "je").entries["tolk"].text == "Bel 010-0000000."


def test_a_municipality_brings_its_own_je(
    content: ContentFolder, municipality: ContentFolder
) -> None:
    content.write(EASY_JE, MORE_JE)
    municipality.write(EASY, "start: {more: Wat wilt u ons vragen?}\n")
    municipality.write(EASY_JE, "start: {more: Wat wil je ons vragen?}\n")

    assert words(content.load(municipality.path).library, "start.more") == "Wat wil je ons vragen?"
