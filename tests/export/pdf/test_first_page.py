"""The first page of a family's paper acts, and its last one says something."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import Phase, given, settings

from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.people import Person
from giz_gesprek.summary.audience import FAMILY
from giz_gesprek.summary.document import Contacts, DayLine, Document, Quote, Section
from tests.support.example import CONVERSATION, example
from tests.support.extremes import CONVERSATIONS
from tests.support.pdf import Word, pages, squeezed
from tests.support.sheets import document_of, pdf_of
from tests.support.walks import walked_dossiers

FEWEST_WORDS = 40
A4 = (595.276, 841.89)
LANGUAGES = ["nl", "en"]
RUNGS: list[Rung] = ["easier", "easy", "standard"]


def read(words: list[Word]) -> str:
    return squeezed("".join(word.text for word in words))


def sheets_of(document: Document) -> list[list[Word]]:
    return [words for _width, _height, words in pages(pdf_of(document).data)]


def acting(document: Document) -> list[str]:
    """Return what has to stand on the first page: goals, the day to look back, the first number.

    As words: beside a heading, a text of two lines is read with the heading between them. What our
    letters do not have is no word here.
    """
    wanted = []
    for block in document.blocks[: document.first_page]:
        match block:
            case Section(kind="goal", blocks=(Quote() as goal, *_more)):
                wanted.append(goal.text)
            case Section(kind="look_back", blocks=(DayLine() as day,)):
                wanted.append(day.day)
            case Contacts(contacts=(first, *_others)):
                wanted.append(first.text)
            case _:
                pass
    return [word for text in wanted for word in re.findall(r"[A-Za-z0-9]+", text)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rung", RUNGS)
def test_what_acts_stands_on_the_first_page_and_what_was_told_behind_it(
    language: str, rung: Rung
) -> None:
    document = document_of(example(), FAMILY, language, rung)
    first, *others = map(read, sheets_of(document))
    assert "nacht" in acting(document)
    assert all(word in first for word in (*acting(document), "010-0000000", "Mijnmoeder"))
    assert "Pannenkoeken" not in first
    assert "Pannenkoeken" in others[0]
    assert len(others) <= 3, "more than two sheets"


def test_the_numbers_to_call_stand_in_two_columns_that_are_as_high() -> None:
    _width, _height, words = pages(pdf_of(document_of(example(), FAMILY)).data)[0]
    heading = next(word.bottom for word in words if word.text == "weer.")
    end = next(word.top for word in words if word.text == "Plan")
    box = [word for word in words if heading + 35 < word.top < end - 5]
    left, right = (
        [word for word in box if (word.left > A4[0] / 2) is is_right] for is_right in (False, True)
    )
    lowest = [max(word.bottom for word in column) for column in (left, right)]
    assert abs(lowest[0] - lowest[1]) < 60
    assert min(word.top for word in left) == pytest.approx(min(word.top for word in right), abs=5)


def three_goals() -> Dossier:
    first, second = CONVERSATION.plan.goals
    third = first.model_copy(update={"id": "third", "steps": second.steps, "topics": ()})
    steps = tuple(
        step.model_copy(update={"id": f"{step.id}-3", "by": date(2026, 12, 1)})
        for step in first.steps
    )
    third = third.model_copy(update={"steps": steps})
    plan = CONVERSATION.plan.model_copy(update={"goals": (first, second, third)})
    return example().with_conversation(CONVERSATION.model_copy(update={"plan": plan}))


def with_long_names() -> Dossier:
    people: list[Person] = [
        one.model_copy(update={"name": f"{one.name} Vandenbroucke-Verstraeten"})
        for one in example().family.people
    ]
    family = example().family.model_copy(update={"people": tuple(people)})
    return example().model_copy(update={"family": family})


@pytest.mark.parametrize("dossier", [three_goals(), with_long_names()])
def test_three_goals_and_long_names_stand_on_the_first_page_too(dossier: Dossier) -> None:
    document = document_of(dossier, FAMILY)
    first, *_others = map(read, sheets_of(document))
    assert all(word in first for word in acting(document))


def test_a_short_talk_is_one_page() -> None:
    (_only,) = sheets_of(document_of(CONVERSATIONS["almost empty"](), FAMILY))


@pytest.mark.parametrize("name", CONVERSATIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_last_page_has_a_few_words_only(name: str, language: str) -> None:
    sheets = sheets_of(document_of(CONVERSATIONS[name](), FAMILY, language))
    assert len(sheets) == 1 or len(sheets[-1]) >= FEWEST_WORDS


@settings(max_examples=8, phases=[Phase.generate])  # each is a PDF or two
@given(walked_dossiers())
def test_whatever_was_said_the_goals_the_day_and_the_first_number_come_first(
    dossier: Dossier,
) -> None:
    document = document_of(dossier, FAMILY)
    sheets = sheets_of(document)
    first = read(sheets[0])
    # Long own words are cut at 200 characters, and three goals with those do not fit on a page.
    assert all(word in first for word in acting(document)) or len("".join(acting(document))) > 500
    assert len(sheets) == 1 or len(sheets[-1]) >= FEWEST_WORDS
