from __future__ import annotations

from hypothesis import given, settings

from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.position import Step
from giz_gesprek.store import Change
from tests.conversation.support import CHILDREN, PARENTS, SIDES, agreed, appraised, steps_of
from tests.support.dossiers import last_talk
from tests.support.walks import walked_dossiers


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
    first = Step(kind="topics", side="parenting", page=0)
    assert first.key != Step(kind="topics", side="parenting").key
    assert Step(kind="triangle", visit=0).key != Step(kind="triangle").key


def test_a_name_stays_the_same_between_releases() -> None:
    step = Step(
        kind="question", topic="health", child_id="milan", person_id="mother", question="wish"
    )
    assert step.key == "question:::::health:milan:mother:wish"
