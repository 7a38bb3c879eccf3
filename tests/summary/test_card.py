"""The small card: what is on it, what it leaves to the paper, and that it fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.plan import MOST_GOALS, MOST_STEPS, Goal, PlanStep
from giz_gesprek.summary.audience import FAMILY
from giz_gesprek.summary.card import MOST_AGREEMENTS, MOST_WHEN_URGENT, build_card
from giz_gesprek.summary.document import Agreement, DayLine, Document, Heading, Note, Paragraph
from giz_gesprek.summary.items import GoalSet, HelpChosen, StepAgreed
from giz_gesprek.summary.listed import Rows
from giz_gesprek.summary.visible import visible_items
from tests.summary.test_papers import CALENDAR, changed, text
from tests.support.dossiers import dossiers, last_talk, library
from tests.support.example import CONVERSATION, example
from tests.support.typed import marks_in
from tests.support.walks import walked_dossiers


def card(dossier: Dossier) -> Document:
    return build_card(library(), last_talk(dossier), calendar=CALENDAR)


def agreed(document: Document) -> list[str]:
    return [block.sentence for block in document.blocks if isinstance(block, Agreement)]


def notes(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Note)]


def sentences(document: Document) -> str:
    parts = [block.text for block in document.blocks if isinstance(block, Paragraph | Note)]
    parts += [
        row.value for block in document.blocks if isinstance(block, Rows) for row in block.rows
    ]
    return "\n".join([*parts, *agreed(document)])


def with_goals(*goals: Goal) -> Dossier:
    plan = CONVERSATION.plan.model_copy(update={"goals": goals})
    return changed(CONVERSATION.model_copy(update={"plan": plan}))


def goal(*steps: str, words: str = "Slapen.") -> Goal:
    """Return a goal with steps without a doer or a day."""
    own = CONVERSATION.plan.goals[0].words
    return Goal(
        id=f"goal-{len(words)}",
        words=own.model_copy(update={"text": words}),
        steps=tuple(
            PlanStep(id=f"step-{number}", what=own.model_copy(update={"text": step}))
            for number, step in enumerate(steps)
        ),
    )


def test_it_says_whom_to_call_what_to_do_and_when() -> None:
    document = card(example())
    shown = sentences(document)
    for expected in (
        "Mijn moeder, oma Bloem. Zij neemt altijd op.",
        "010-0000000",
        "112",
        "Roos: Elke avond om zeven uur het liedje van de maan zingen. Wanneer:",
    ):
        assert expected in shown
    assert [block.level for block in document.blocks if isinstance(block, Heading)] == [1, 2, 2, 2]


@pytest.mark.parametrize(
    ("steps", "left"), [(0, None), (3, None), (4, "nog 1 afspraak"), (5, "nog 2 afspraken")]
)
def test_it_says_how_many_agreements_do_not_fit_and_whom_to_ask(
    steps: int, left: str | None
) -> None:
    document = card(with_goals(goal(*(f"Stap {number}" for number in range(steps)))))
    assert len(agreed(document)) == min(max(steps, 1), MOST_AGREEMENTS)
    assert (left in notes(document)[0]) if left else notes(document) == []
    assert not left or notes(document)[0].endswith("aan Sanne Voorbeeld.")


def test_a_step_to_two_goals_stands_once_with_the_topics_of_both() -> None:
    shared = goal("Samen zingen.", "Bellen.", words="Slapen.")
    other = goal("Samen zingen.", words="De post.")
    topics = (("eating_sleeping",), ("money_work_post",))
    both = tuple(
        each.model_copy(update={"topics": of_one, "steps": tuple(_own_ids(each.steps, each.id))})
        for each, of_one in zip((shared, other), topics, strict=True)
    )
    assert agreed(card(with_goals(*both))) == [
        "Samen zingen. Dit is voor: Eten en slapen · Geld, werk en post.",
        "Bellen.",
    ]


def test_the_first_day_of_talking_on_stands_before_the_day_of_looking_back() -> None:
    days = [block for block in card(example()).blocks if isinstance(block, DayLine)]
    assert [line.day for line in days] == ["2026-11-17", "2026-12-29"]
    assert "geld, werk en post" in days[0].text


def test_help_that_cannot_wait_stands_first_with_its_topic_and_whom_to_call() -> None:
    assert urgent("eating_sleeping").blocks[1:4] == (
        Heading("Hulp is nodig", 2),
        Paragraph("Eten en slapen: vandaag nog hulp."),
        Paragraph("Bel snel met Sanne Voorbeeld: 010-0000000."),
    )
    assert len(agreed(urgent("eating_sleeping"))) == MOST_WHEN_URGENT
    assert "Hulp is nodig" not in [getattr(block, "text", "") for block in card(example()).blocks]


def urgent(topic: str) -> Document:
    """Return the card of the example in which help is needed today on this topic."""
    conclusions = tuple(
        one.model_copy(
            update={
                "answers": tuple(
                    each.model_copy(update={"choice": "help_now"})
                    if each.question == "help_kind"
                    else each
                    for each in one.answers
                )
            }
        )
        if one.topic == topic
        else one
        for one in CONVERSATION.conclusions
    )
    return card(changed(CONVERSATION.model_copy(update={"conclusions": conclusions})))


@pytest.mark.parametrize("goals", range(1, MOST_GOALS + 1))
def test_the_next_step_of_every_goal_is_on_it_before_the_further_steps_of_any(goals: int) -> None:
    steps = [[f"Doel {one}, stap {step}" for step in range(MOST_STEPS)] for one in range(goals)]
    made = (goal(*of_one, words="x" * (place + 1)) for place, of_one in enumerate(steps))
    several = tuple(
        each.model_copy(update={"steps": tuple(_own_ids(each.steps, each.id))}) for each in made
    )
    assert agreed(card(with_goals(*several)))[:goals] == [of_one[0] for of_one in steps]


def _own_ids(steps: Iterable[PlanStep], goal_id: str) -> Iterator[PlanStep]:
    for step in steps:
        yield step.model_copy(update={"id": f"{goal_id}-{step.id}"})


def test_whom_to_call_is_a_person_of_an_organisation() -> None:
    with_all = called(card(example()))
    assert with_all[0] == "Bel Sanne Voorbeeld, Wijkploeg Voorbeeldstad: 010-0000000."
    assert called(card(with_professional(organisation=None)))[0] == (
        "Bel Sanne Voorbeeld: 010-0000000."
    )
    without_number = called(card(with_professional(phone=None)))
    assert without_number == ["Bel Sanne Voorbeeld bij vragen.", *with_all[1:]]
    long = card(with_professional(name="Maximiliaan-Alexander " * 3, organisation="Wijk " * 15))
    assert len(called(long)[0]) <= 80


def called(document: Document) -> list[str]:
    """Return the sentences before what we do."""
    second = [isinstance(block, Heading) for block in document.blocks].index(True, 2)
    return [block.text for block in document.blocks[:second] if isinstance(block, Paragraph)]


def with_professional(**changes: str | None) -> Dossier:
    family = example().family
    people = tuple(
        one.model_copy(update=changes) if one.role == "professional" else one
        for one in family.people
    )
    return example().model_copy(update={"family": family.model_copy(update={"people": people})})


def test_a_goal_without_steps_is_what_there_is_to_do() -> None:
    assert agreed(card(with_goals(goal(words="Samen eten."), goal("Post openen")))) == [
        "Samen eten.",
        "Post openen",
    ]


def test_without_agreements_it_says_so() -> None:
    document = card(with_goals())
    assert agreed(document) == []
    found = library().find("card.nothing", language="nl", rung="easy")
    assert found is not None
    assert found.text in sentences(document)


def test_long_words_are_shortened_visibly_and_stay_on_one_line() -> None:
    (line,) = agreed(card(with_goals(goal("een\n\ntwee " + "heel lang " * 20))))
    assert line.startswith("een twee heel lang")
    assert line.endswith(" …")
    assert len(line) <= 62
    assert agreed(card(with_goals(goal("x" * 500)))) == ["x" * 60 + " …"]


@settings(max_examples=60)
@given(st.one_of(walked_dossiers(), dossiers()))
def test_nothing_is_on_the_card_that_is_not_on_the_family_s_paper(dossier: Dossier) -> None:
    document = card(dossier)
    marks = marks_in(sentences(document))
    assert len(marks) == len(set(marks))
    assert set(marks) <= set(marks_in(text(dossier, FAMILY)))


@settings(max_examples=60)
@given(st.one_of(walked_dossiers(), dossiers()))
def test_every_agreement_is_on_the_card_or_counted(dossier: Dossier) -> None:
    items = visible_items(last_talk(dossier), FAMILY)
    to_do = [item for item in items if isinstance(item, StepAgreed | HelpChosen)]
    goals = {item.goal_id for item in items if isinstance(item, GoalSet)}
    left_alone = goals - {item.goal_id for item in to_do}
    document = card(dossier)
    different = {_what(item) for item in to_do}
    left = len(different) + len(left_alone) - len(agreed(document))
    assert (str(left) in notes(document)[-1]) if left else notes(document) == []


def _what(item: StepAgreed | HelpChosen) -> object:
    """Return what is the same of two steps, or of help that is for two goals."""
    if isinstance(item, HelpChosen):
        return item.programme
    return item.step.what.text, item.step.who, item.step.who_else, item.step.by


def test_the_day_is_written_as_on_the_paper() -> None:
    day = date(2026, 12, 29).isoformat()
    assert any(day in getattr(block, "text", "") for block in card(example()).blocks)
