from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giz_gesprek.conversation.answers import AnswerState
from giz_gesprek.conversation.dossier import Variant
from giz_gesprek.conversation.voices import (
    Appraisal,
    anybody_spoke,
    appraisals,
    differs,
    family_first,
    family_voices,
    is_appraisal,
    professional_voices,
    views_on,
)
from tests.conversation.support import (
    PROFESSIONALS,
    agreed,
    answered,
    appraised,
    asked,
    chose,
    left_open,
    said,
)
from tests.support.dossiers import framework

TABLE = ("nurse", "friend", "father", "milan", "coach", "mother")
EATING = ("eating_sleeping", "milan")


def test_the_family_speaks_in_the_order_of_the_table() -> None:
    assert family_voices(agreed(table=TABLE)) == ("father", "mother")


@pytest.mark.parametrize("variant", ["short", "extended"])
def test_the_first_professional_gives_a_view(variant: Variant) -> None:
    talk = agreed(table=TABLE, variant=variant)
    assert professional_voices(talk) == ("nurse",)


def test_every_professional_gives_a_view_in_a_multidisciplinary_conversation() -> None:
    talk = agreed(table=TABLE, variant="multidisciplinary")
    assert professional_voices(talk) == ("nurse", "coach")


def test_there_can_be_nobody_to_ask() -> None:
    talk = agreed(table=("friend", "milan"))
    assert family_voices(talk) == ()
    assert professional_voices(talk) == ()


def test_a_variant_and_a_role_that_the_content_no_longer_knows_keep_everybody_else() -> None:
    known = framework()
    without = known.model_copy(
        update={"variants": {}, "roles": {"professional": known.roles["professional"]}}
    )
    talk = replace(agreed(table=TABLE), framework=without)
    assert professional_voices(talk) == ("nurse", "coach")
    assert family_voices(talk) == ()


def test_views_come_in_the_order_of_the_table_and_then_the_others() -> None:
    talk = agreed("eating_sleeping", table=("nurse", "mother", "father"))
    talk = appraised(talk, father="so_so", foster="so_so")
    talk = appraised(talk, mother="so_so", nurse="so_so")
    people = [view.person_id for view in views_on(talk.conversation, *EATING)]
    assert people == ["nurse", "mother", "father", "foster"]


def test_views_are_those_on_this_topic_of_this_child() -> None:
    talk = appraised(agreed("eating_sleeping", "health"), mother="so_so")
    assert views_on(talk.conversation, "health", "milan") == ()
    assert views_on(talk.conversation, "eating_sleeping", "noor") == ()
    assert views_on(talk.conversation, "eating_sleeping", None) == ()
    assert len(views_on(talk.conversation, *EATING)) == 1


def test_the_family_comes_before_professionals_wherever_they_sit() -> None:
    talk = appraised(
        agreed("eating_sleeping", table=("nurse", "mother", "coach", "father")),
        nurse="so_so",
        mother="so_so",
        coach="so_so",
        father="so_so",
    )
    views = family_first(talk, views_on(talk.conversation, *EATING))
    assert [view.person_id for view in views] == ["mother", "father", "nurse", "coach"]


def test_an_appraisal_is_a_choice_and_whose_it_is() -> None:
    talk = appraised(agreed("eating_sleeping"), nurse="difficult", mother="going_well")
    assert appraisals(talk, *EATING) == (
        Appraisal("mother", "appraisal", "going_well"),
        Appraisal("nurse", "view", "difficult"),
    )


@pytest.mark.parametrize("state", ["dont_know", "rather_not_say", "skipped"])
def test_who_did_not_choose_is_left_out_and_differs_from_nobody(state: AnswerState) -> None:
    talk = appraised(agreed("eating_sleeping"), nurse="difficult")
    step = asked("appraisal", "eating_sleeping", "mother")
    talk = answered(talk, (step, left_open("appraisal", state)))
    assert [one.person_id for one in appraisals(talk, *EATING)] == ["nurse"]
    assert not differs(talk, *EATING)


def test_another_choice_is_no_appraisal() -> None:
    talk = appraised(agreed("eating_sleeping"), mother="so_so")
    step = asked("wish", "eating_sleeping", "mother")
    talk = answered(talk, (step, chose("wish", "thinking")))
    assert [one.choice for one in appraisals(talk, *EATING)] == ["so_so"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [("appraisal", True), ("view", True), ("view_helps", False), ("wish", False), ("gone", False)],
)
def test_an_appraisal_asks_how_it_is_going(question: str, expected: bool) -> None:
    assert is_appraisal(framework(), question) is expected


CHOICES = st.sampled_from(["going_well", "so_so", "difficult"])


@given(st.dictionaries(st.sampled_from(["mother", "father", "nurse", "coach"]), CHOICES))
def test_people_differ_when_two_of_them_chose_differently(choices: dict[str, str]) -> None:
    talk = appraised(agreed("eating_sleeping", table=TABLE), **choices)
    assert differs(talk, *EATING) == (len(set(choices.values())) > 1)


def test_who_is_asked_first_changes_nothing_about_a_difference() -> None:
    for order in permutations(["mother", "father", "nurse"]):
        given = {person: "so_so" if person != "nurse" else "difficult" for person in order}
        assert differs(appraised(agreed("eating_sleeping"), **given), *EATING)


@pytest.mark.parametrize(
    ("state", "expected"), [("dont_know", True), ("rather_not_say", False), ("skipped", False)]
)
def test_not_knowing_is_something_to_talk_about_and_silence_is_not(
    state: AnswerState, expected: bool
) -> None:
    talk = agreed("eating_sleeping")
    assert not anybody_spoke(talk.conversation, *EATING)
    step = asked("appraisal", "eating_sleeping", "mother")
    talk = answered(talk, (step, left_open("appraisal", state)))
    assert anybody_spoke(talk.conversation, *EATING) is expected
    assert not anybody_spoke(talk.conversation, "health", "milan")


@pytest.mark.parametrize("person_id", ["mother", PROFESSIONALS[0]])
def test_anybody_can_speak(person_id: str) -> None:
    step = asked("strengths", "eating_sleeping", person_id)
    talk = answered(agreed("eating_sleeping"), (step, said("strengths")))
    assert anybody_spoke(talk.conversation, *EATING)
