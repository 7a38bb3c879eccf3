from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given, settings

from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.dossier import Conversation, Dossier
from giz_gesprek.conversation.flow import current_step
from giz_gesprek.conversation.position import Position
from giz_gesprek.conversation.steps import (
    ConsentStep,
    ExportStep,
    GoalsStep,
    LaterDateStep,
    LookBackStep,
    PageStep,
    PracticeStep,
    QuestionStep,
    ReadBackStep,
    SideBySideStep,
    Step,
    SummaryStep,
    TopicsStep,
    TriangleStep,
    TurnStep,
)
from giz_gesprek.store import Change
from tests.conversation.support import CHILDREN, PARENTS, SIDES, agreed, appraised, steps_of
from tests.support.dossiers import last_talk
from tests.support.walks import walked_dossiers

NAMES: Final[dict[str, Step]] = {
    "page:welcome.hello:::::::": PageStep("welcome.hello"),
    "consent::::::::": ConsentStep(),
    "practice::::::::": PracticeStep(),
    "triangle::0::::::": TriangleStep(0),
    "topics:::development:0::::": TopicsStep("development", 0),
    "question:::::health:milan:mother:wish": QuestionStep("wish", "health", "milan", "mother"),
    "question:::::housing::mother:wish": QuestionStep("wish", "housing", None, "mother"),
    "question:::::health:milan::outcome": QuestionStep("outcome", "health", "milan"),
    "question::::::::notice": QuestionStep("notice"),
    "read_back:::::health:milan:mother:": ReadBackStep("health", "mother", "milan"),
    "turn:::development:::milan:nurse:": TurnStep("development", "nurse", "milan"),
    "side_by_side:::::health:milan::": SideBySideStep("health", "milan"),
    "later_date:::::health:milan::": LaterDateStep("health", "milan"),
    "goals::::::::": GoalsStep(),
    "look_back::::::::": LookBackStep(),
    "summary::::::::": SummaryStep(),
    "export::::::::": ExportStep(),
}
"""Under these names answers stand in the change log and texts in the drafts of every store."""


@settings(max_examples=25)
@given(walked_dossiers(max_steps=12))
def test_two_steps_of_an_agenda_have_two_names(dossier: Dossier) -> None:
    steps = agenda(last_talk(dossier))
    assert len({step.key for step in steps}) == len(steps)


def test_the_change_log_takes_every_name() -> None:
    talk = agreed(*SIDES, table=(*PARENTS, "nurse"), children=CHILDREN)
    talk = appraised(talk, mother="so_so", nurse="difficult")
    for step in steps_of(talk):
        assert Change(item=step.key, action="answered").item == step.key


def test_a_name_tells_the_first_page_from_no_page() -> None:
    first = TopicsStep("parenting", 0)
    assert first.key != Position(kind="topics", side="parenting").key
    assert TriangleStep(0).key != Position(kind="triangle").key


@pytest.mark.parametrize(("name", "step"), NAMES.items(), ids=NAMES)
def test_a_name_stays_the_same_between_releases(name: str, step: Step) -> None:
    assert step.key == name


def test_a_step_is_stored_with_every_field_there_is() -> None:
    assert QuestionStep("wish", "health", "milan", "mother").position.model_dump_json() == (
        '{"kind":"question","text":null,"visit":null,"side":null,"page":null,'
        '"topic":"health","child_id":"milan","person_id":"mother","question":"wish","goal":null,"part":null}'
    )


@pytest.mark.parametrize("field", ["text", "side", "topic", "child_id", "person_id", "question"])
@pytest.mark.parametrize("step", NAMES.values(), ids=NAMES)
def test_a_position_that_no_step_has_still_opens_and_stays_as_it_is(step: Step, field: str) -> None:
    odd = step.position.model_copy(update={field: "odd"})
    talk = agreed("health").changed(position=odd, left_at=odd)
    again = Conversation.model_validate_json(talk.conversation.model_dump_json())
    assert (again.position, again.left_at) == (odd, odd)
    assert current_step(talk) in steps_of(talk)
