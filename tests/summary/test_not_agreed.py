"""That nobody told an agreement back: in every form for the professional, in none for a family."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from giz_gesprek.conversation.plan import ToldBack
from giz_gesprek.conversation.planning import tie_goal, with_goal
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.telling_back import tell_back
from giz_gesprek.export.html import document_html
from giz_gesprek.export.read_out import document_sentences
from giz_gesprek.export.text import document_text
from giz_gesprek.export.unwrapped import unwrapped_text
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from giz_gesprek.summary.build import build_document
from giz_gesprek.summary.card import build_card
from giz_gesprek.summary.document import Document
from giz_gesprek.summary.withheld import DELICATE_WITHHELD, NOTHING_WITHHELD, Withheld
from tests.summary.test_papers import CALENDAR
from tests.support.dossiers import library
from tests.support.pdf import pdf_text
from tests.support.sheets import pdf_of
from tests.support.talks import full_talk, words

NEVER: Final = None
RATHER_NOT: Final = ToldBack(state="rather_not")
TOLD: Final = ToldBack(state="told")
IN_OWN_WORDS: Final = "Wij zitten om zes uur aan tafel."


def talk_with(told_back: ToldBack | None) -> Talk:
    talk = tie_goal(full_talk(), "goal-1", ["eating_sleeping"])
    return with_goal(talk, "goal-1", told_back=told_back)


def paper(talk: Talk, readers: Readers, withheld: Withheld = NOTHING_WITHHELD) -> Document:
    return build_document(
        library(), talk, readers, calendar=CALENDAR, app_version="0", withheld=withheld
    )


def as_heard(document: Document) -> str:
    return " ".join(each.text for each in document_sentences(document, lambda _language: {}))


def as_html(document: Document) -> str:
    return document_html(document, library().pictograms).decode()


FORMS: Final[dict[str, Callable[[Document], str]]] = {
    "text": document_text,
    "narrow": lambda document: document_text(document, 40),
    "record": unwrapped_text,
    "html": as_html,
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("told_back", [NEVER, RATHER_NOT])
def test_the_professional_reads_it_in_every_form(form: str, told_back: ToldBack | None) -> None:
    laid_out = FORMS[form]
    found = " ".join(laid_out(paper(talk_with(told_back), PROFESSIONAL)).split())
    assert "Nog niet afgesproken" in found
    assert "In eigen woorden terugverteld" in found
    assert ("vertelt het liever niet" in found) == (told_back is RATHER_NOT)
    agreed = laid_out(paper(talk_with(TOLD), PROFESSIONAL))
    assert "In eigen woorden terugverteld" not in agreed
    assert "Nog niet afgesproken" not in agreed


def test_it_stands_on_the_first_page_to_print() -> None:
    found = pdf_text(pdf_of(paper(talk_with(NEVER), PROFESSIONAL)).data)
    assert "Nog niet afgesproken" in found


@pytest.mark.parametrize(
    "withheld", [NOTHING_WITHHELD, DELICATE_WITHHELD, Withheld(but_of="mother")]
)
def test_every_paper_of_the_family_is_the_same_whether_it_was_told_back_or_not(
    withheld: Withheld,
) -> None:
    never, rather_not, told = (
        paper(talk_with(told_back), FAMILY, withheld) for told_back in (NEVER, RATHER_NOT, TOLD)
    )
    assert never == told
    assert rather_not == told
    assert "Samen eten." in document_text(never)


def test_so_is_the_card() -> None:
    cards = [
        build_card(library(), talk_with(told_back), calendar=CALENDAR)
        for told_back in (NEVER, RATHER_NOT, TOLD)
    ]
    assert cards[0] == cards[1] == cards[2]


@pytest.mark.parametrize("readers", [FAMILY, PROFESSIONAL])
def test_what_was_told_stands_on_both_papers_as_the_words_of_the_parent(readers: Readers) -> None:
    document = paper(tell_back(talk_with(NEVER), "goal-1", words(IN_OWN_WORDS)), readers)
    for laid_out in FORMS.values():
        assert IN_OWN_WORDS in " ".join(laid_out(document).split())
    assert "Sanne" in document_text(document)
    assert "ToTellBack" not in document_text(document)


def test_what_was_told_is_heard_on_the_paper_that_is_read_aloud() -> None:
    told = tell_back(talk_with(NEVER), "goal-1", words(IN_OWN_WORDS))
    assert IN_OWN_WORDS in as_heard(paper(told, FAMILY))
