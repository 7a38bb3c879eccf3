"""The first page of a family's paper acts, and its last one says something."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import Phase, given, settings
from hypothesis import example as example_of
from hypothesis import strategies as st

from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.plan import Goal
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, READERS, Readers
from giz_gesprek.summary.document import DayLine, Document, Quote, Section
from giz_gesprek.summary.listed import Contacts
from tests.support.example import CONVERSATION, example
from tests.support.extremes import CONVERSATIONS
from tests.support.pdf import Word, pages, squeezed
from tests.support.sheets import document_of, pdf_of
from tests.support.slow import first_of
from tests.support.walks import walked_dossiers

pytestmark = pytest.mark.about_pages

FEWEST_WORDS = 40
LONGEST_NAME = 45
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


@pytest.mark.parametrize("name", first_of(CONVERSATIONS))
@pytest.mark.parametrize("readers", READERS, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_last_page_has_a_few_words_only(name: str, readers: Readers, language: str) -> None:
    sheets = sheets_of(document_of(CONVERSATIONS[name](), readers, language))
    if (name, readers) == ("fullest", PROFESSIONAL):
        return  # of some fifty pages, the last line may stand on one of its own
    assert len(sheets) == 1 or len(sheets[-1]) >= FEWEST_WORDS


def of_length(own: OwnWords, length: int) -> OwnWords:
    """Return own words of so many characters."""
    text = ("Wij doen het elke dag samen opnieuw. " * 10)[:length].strip()
    return own.model_copy(update={"text": text})


def full_plan(goals: int, goal: int, step: int, name: int, urgent: bool) -> Dossier:
    """Return the example with so many goals, in words and with names of so many characters."""
    dossier = three_goals()
    (talk,) = dossier.conversations
    made = [
        Goal(
            id=one.id,
            words=of_length(one.words, goal),
            steps=tuple(
                each.model_copy(update={"what": of_length(each.what, step)}) for each in one.steps
            ),
        )
        for one in talk.plan.goals[:goals]
    ]
    plan = talk.plan.model_copy(update={"goals": tuple(made)})
    talk = talk.model_copy(update={"plan": plan})
    if urgent:
        raw = talk.model_dump_json().replace('"extra_support"', '"urgent_support"')
        talk = type(talk).model_validate_json(raw)
    people = tuple(
        one.model_copy(update={"name": f"{one.name} {'Vandenbroucke ' * 6}"[:name].strip()})
        for one in dossier.family.people
    )
    family = dossier.family.model_copy(update={"people": people})
    return dossier.model_copy(update={"family": family}).with_conversation(talk)


LONG = st.integers(3, 300)


@settings(max_examples=4, phases=[Phase.explicit, Phase.generate])  # each is a PDF or three
@example_of(goals=3, goal=300, step=300, name=LONGEST_NAME, urgent=True)
@given(
    goals=st.integers(1, 3),
    goal=LONG,
    step=LONG,
    name=st.integers(8, LONGEST_NAME),
    urgent=st.booleans(),
)
def test_a_plan_of_any_size_stands_on_the_first_page(
    goals: int, goal: int, step: int, name: int, urgent: bool
) -> None:
    document = document_of(full_plan(goals, goal, step, name, urgent), FAMILY)
    sheets = sheets_of(document)
    first = read(sheets[0])
    assert [word for word in acting(document) if word not in first] == []
    assert len(sheets[-1]) >= FEWEST_WORDS


@settings(max_examples=8, phases=[Phase.generate])  # each is a PDF or two
@given(walked_dossiers())
def test_whatever_was_said_the_goals_the_day_and_the_first_number_come_first(
    dossier: Dossier,
) -> None:
    document = document_of(dossier, FAMILY)
    sheets = sheets_of(document)
    first = read(sheets[0])
    # Names longer than anybody has, in every line of three goals, may take the room of a number.
    has_long_names = any(len(one.name) > LONGEST_NAME for one in dossier.family.people)
    assert has_long_names or all(word in first for word in acting(document))
    assert len(sheets) == 1 or len(sheets[-1]) >= FEWEST_WORDS
