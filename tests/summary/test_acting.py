"""What a family does with its paper: the next steps, urgent help and whom to call."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.dossier import Conversation, Dossier
from giz_gesprek.export.text import document_text
from giz_gesprek.summary.audience import FAMILY
from giz_gesprek.summary.card import build_card
from giz_gesprek.summary.document import Agreement, Section
from giz_gesprek.summary.items import GoalSet, StepAgreed
from giz_gesprek.summary.listed import Contacts
from giz_gesprek.summary.next_steps import next_first
from giz_gesprek.summary.visible import visible_items
from tests.summary.test_papers import CALENDAR, changed, paper, says, text
from tests.support.dossiers import dossiers, last_talk, library
from tests.support.example import CONVERSATION, example
from tests.support.walks import walked_dossiers

STEPS = CONVERSATION.plan.goals[0].steps


def with_phone(phone: str | None) -> Dossier:
    people = tuple(
        one.model_copy(update={"phone": phone}) if one.role == "professional" else one
        for one in example().family.people
    )
    family = example().family.model_copy(update={"people": people})
    return example().model_copy(update={"family": family})


def concluded(topic: str, question: str, choice: str) -> Conversation:
    """Return the example in which one conclusion asks for help at once."""
    first = next(one for one in CONVERSATION.conclusions if one.topic == "eating_sleeping")
    answers: tuple[Answer, ...] = tuple(
        answer.model_copy(update={"choice": choice}) if answer.question == question else answer
        for answer in first.answers
    )
    urgent = first.model_copy(update={"topic": topic, "answers": answers})
    others = tuple(one for one in CONVERSATION.conclusions if one.topic != topic)
    return CONVERSATION.model_copy(update={"conclusions": (*others, urgent)})


def urgent_box(dossier: Dossier) -> Section | None:
    blocks = paper(dossier, FAMILY).blocks
    return next((one for one in blocks if isinstance(one, Section) and one.kind == "urgent"), None)


def test_the_next_step_is_the_one_with_the_earliest_day_and_else_the_first() -> None:
    late, early, never = (
        STEPS[0].model_copy(update={"id": name, "by": by})
        for name, by in (("a", date(2026, 12, 1)), ("b", date(2026, 11, 1)), ("c", None))
    )
    assert next_first((never, late, early)) == (early, never, late)
    undated = tuple(one.model_copy(update={"by": None}) for one in (late, early))
    assert next_first(undated) == undated
    assert next_first(()) == ()


@pytest.mark.parametrize(
    ("question", "choice"), [("urgency", "urgent_support"), ("help_kind", "help_now")]
)
def test_help_that_is_needed_soon_stands_in_a_box_before_all_the_rest(
    question: str, choice: str
) -> None:
    dossier = changed(concluded("eating_sleeping", question, choice))
    box = urgent_box(dossier)
    assert box is not None
    assert paper(dossier, FAMILY).blocks[1] == box
    assert "Eten en slapen" in str(box.blocks[0])
    assert "Sanne Voorbeeld: 010-0000000" in str(box.blocks)


def test_without_such_help_there_is_no_box() -> None:
    assert urgent_box(example()) is None


def test_the_own_helper_comes_first_by_name_and_a_number_can_be_written() -> None:
    for phone, told in (("06-1234", "Het nummer is 06-1234."), (None, "Bel Sanne Voorbeeld")):
        blocks = paper(with_phone(phone), FAMILY).blocks
        (contacts,) = [block for block in blocks if isinstance(block, Contacts)]
        assert told in contacts.contacts[0].text
        assert contacts.contacts[0].number == phone
        assert contacts.contacts[0].label == (None if phone else says("document.number_label"))


def test_a_number_that_is_written_says_whose_it_is_where_more_are_named() -> None:
    (contacts,) = [one for one in paper(example(), FAMILY).blocks if isinstance(one, Contacts)]
    doctor = contacts.contacts[-1]
    assert "de huisarts." in doctor.text
    assert doctor.label == "Nummer huisartsenpost"
    assert [one.label for one in contacts.contacts if one.number is not None] == [None] * 4


def test_without_a_goal_the_paper_says_that_there_is_no_agreement_yet() -> None:
    plan = CONVERSATION.plan.model_copy(update={"goals": ()})
    none = text(changed(CONVERSATION.model_copy(update={"plan": plan})), FAMILY)
    assert says("document.no_agreement") in none
    assert says("document.no_agreement") not in text(example(), FAMILY)


@settings(max_examples=40)
@given(st.one_of(walked_dossiers(), dossiers()))
def test_every_goal_has_its_next_step_up_front_and_every_step_stands_on_the_paper_once(
    dossier: Dossier,
) -> None:
    document = paper(dossier, FAMILY)
    items = visible_items(last_talk(dossier), FAMILY)
    front = [
        section
        for section in document.blocks[: document.first_page]
        if isinstance(section, Section) and section.kind == "goal"
    ]
    goals = [item for item in items if isinstance(item, GoalSet)]
    assert len(front) == len(goals)
    for goal, section in zip(goals, front, strict=True):
        steps = [
            item.step
            for item in items
            if isinstance(item, StepAgreed) and item.goal_id == goal.goal_id
        ]
        shown = [block for block in section.blocks if isinstance(block, Agreement)]
        assert len(shown) == min(len(steps), 1)
    written = document_text(document)
    assert all(item.goal_id not in written for item in goals)


def test_a_goal_with_three_steps_does_not_push_the_next_goal_off_the_card() -> None:
    document = build_card(library(), last_talk(example()), calendar=CALENDAR)
    agreed = [block.sentence for block in document.blocks if isinstance(block, Agreement)]
    assert agreed[0].startswith("Sanne Voorbeeld: De slaapcoach")
    assert agreed[1].startswith("“Mijn zus Lelie”:")
