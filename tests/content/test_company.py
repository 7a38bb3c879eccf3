"""A text knows how many parents it speaks to: for who comes alone, for two who are both meant."""

from __future__ import annotations

import pytest

from giz_gesprek.content.address import Address
from giz_gesprek.content.company import Company
from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.content.texts import Rung
from tests.content.support import ContentFolder

EASY = "easy_language/nl/all.yaml"
FORMS = """{text: Wat wilt u?, easier: En u?,
    together: {text: Wat willen jullie?, easier: En samen?},
    phases: {"4-12": {text: Wat wilt u nu?, together: Wat willen jullie nu?}}}"""


@pytest.mark.parametrize(
    ("rung", "phase", "company", "words"),
    [
        ("easy", None, None, "Wat wilt u?"),
        ("easy", None, "alone", "Wat wilt u?"),
        ("easy", None, "together", "Wat willen jullie?"),
        ("easier", None, "together", "En samen?"),
        ("easier", None, "alone", "En u?"),
        ("easy", "4-12", "together", "Wat willen jullie nu?"),
        ("easier", "4-12", "together", "Wat willen jullie nu?"),
        ("easy", "4-12", "alone", "Wat wilt u nu?"),
    ],
)
def test_the_words_are_those_for_this_rung_phase_and_company(
    content: ContentFolder, rung: Rung, phase: str | None, company: Company | None, words: str
) -> None:
    content.change(EASY, "Wat wilt u nog vertellen?", FORMS)
    book = Phrasebook(content.load().library, rung=rung, phase=phase, company=company)
    assert book.text("start.more") == words


@pytest.mark.parametrize(("address", "words"), [("u", "En u?"), ("je", "En jij?")])
def test_who_is_alone_is_spoken_to_in_the_form_of_address(
    content: ContentFolder, address: Address, words: str
) -> None:
    content.change(EASY, "Wat wilt u nog vertellen?", "{text: En wij?, alone: En u?}")
    content.write(
        "easy_language/nl-je/all.yaml", "start: {more: {text: En wij?, alone: En jij?}}\n"
    )
    book = Phrasebook(content.load().library, address=address, company="alone")
    assert book.text("start.more") == words


def test_a_form_has_its_own_words_for_the_voice_and_the_example_of_the_text(
    content: ContentFolder,
) -> None:
    forms = "{text: Bel 112., example: Ik bel., together: {text: Bel 113., say: Bel nu.}}"
    content.change(EASY, "Wat wilt u nog vertellen?", forms)
    phrase = Phrasebook(content.load().library, company="together").phrase("start.more")
    assert (phrase.text, phrase.say, phrase.example) == ("Bel 113.", "Bel nu.", "Ik bel.")
