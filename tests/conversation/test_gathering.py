"""The people around the family: naming, moving, taking away, carrying over, and who may hear."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from giz_gesprek.conversation import flow, gathering, planning, table
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.around import Around, AroundPerson
from giz_gesprek.conversation.dossier import Dossier, own_words_of
from giz_gesprek.conversation.lines import Line, remove_line
from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.plan import PlanStep
from giz_gesprek.conversation.steps import AroundStep, GoalsStep, WholeStep
from giz_gesprek.conversation.talk import Talk
from tests.support.talks import (
    HELPER,
    agreed_talk,
    later,
    new_talk,
    say_about,
    talk_with_people,
    words,
)

GRANDMA = Person(id="grandma", name="oma", role="network")


def ids(people: tuple[AroundPerson, ...]) -> list[str]:
    return [one.person_id for one in people]


def told_alone() -> Talk:
    """Return a talk in which a mother alone told of somebody, and of safety at home."""
    talk = say_about(agreed_talk("safety"), "safety", "mother", strengths="Een slot.")
    return gathering.name_person(talk, HELPER, "near")


# --- naming -------------------------------------------------------------------------------


def test_people_are_told_of_the_closest_first() -> None:
    talk = gathering.name_person(agreed_talk(), HELPER, "far")
    talk = gathering.name_person(talk, GRANDMA, "close")
    assert ids(gathering.people_around(talk)) == ["grandma", "helper"]
    moved = gathering.move(talk, "helper", "close")
    assert [one.ring for one in gathering.people_around(moved)] == ["close", "close"]


def test_somebody_is_one_of_the_family_s_people_and_known_to_its_document() -> None:
    talk = talk_with_people()
    assert talk.family.person("helper") == HELPER
    again = Dossier.model_validate_json(talk.dossier.model_dump_json())
    assert again == talk.dossier


def test_nobody_is_around_twice_and_no_child_is() -> None:
    talk = gathering.name_person(agreed_talk(), GRANDMA, "close")
    with pytest.raises(ValueError, match="twice"):
        gathering.name_person(talk, GRANDMA, "far")
    with pytest.raises(ValueError, match="in the middle"):
        gathering.name_person(talk, talk.family.person("milan"), "close")
    one = AroundPerson(person_id="grandma", ring="close")
    with pytest.raises(ValidationError, match="twice"):
        Around(people=(one, one))
    with pytest.raises(ValidationError, match="not there any more"):
        Around(people=(one,), no_longer=("grandma",))


def test_what_they_do_and_could_do_is_of_the_family_at_the_table() -> None:
    talk = agreed_talk(table=("mother", "father", "nurse"))
    talk = gathering.name_person(talk, GRANDMA, "close")
    talk = gathering.say_helps(talk, "grandma", words("Past op."))
    talk = gathering.say_could(talk, "grandma", words("Koken."))
    told = gathering.around_of(talk, "grandma")
    assert [own.authors for own in told.own_words] == [("mother", "father")] * 2
    assert [own.text for own in own_words_of(talk.conversation)] == ["Past op.", "Koken."]
    assert gathering.around_of(gathering.say_helps(talk, "grandma", None), "grandma").helps is None


def test_another_name_is_that_of_the_same_person() -> None:
    talk = talk_with_people()
    changed = talk.family.person("grandpa").model_copy(update={"name": "opa Piet"})
    assert gathering.call_otherwise(talk, changed).family.person("grandpa").name == "opa Piet"


# --- taking away --------------------------------------------------------------------------


def test_who_is_taken_away_and_named_nowhere_else_is_gone_from_the_document() -> None:
    gone = remove_line(talk_with_people(), Line(kind="around", id="grandpa"))
    assert "grandpa" not in json.dumps(gone.dossier.model_dump(mode="json"))
    assert "opa Jan" not in gone.dossier.model_dump_json()


def test_who_does_a_step_stays_known_when_taken_away() -> None:
    talk = planning.add_goal(talk_with_people(), words("Rust."))
    talk = planning.add_plan_step(talk, "goal-1", words("Oppassen."))
    step = planning.with_doers(talk, talk.conversation.plan.goals[0].steps[0], ["grandpa"])
    talk = planning.change_plan_step(talk, step)
    gone = gathering.take_away(talk, "grandpa")
    assert gone.family.person("grandpa").name == "opa Jan"
    assert "grandpa" not in ids(gathering.people_around(gone))


def test_whom_only_a_deleted_conversation_had_around_goes_with_it() -> None:
    first = talk_with_people()
    second = gathering.keep(later(first), "grandpa")
    left = gathering.without_conversation(second.dossier, "talk-0")
    ids_left = {one.id for one in left.family.people}
    assert "grandpa" in ids_left, "the next one has him too"
    assert ids_left.isdisjoint({"neighbour", "helper"})
    assert {"milan", "mother", "nurse", "father", "friend"} <= ids_left
    assert Dossier.model_validate_json(left.model_dump_json()) == left


# --- a place in the conversation ----------------------------------------------------------


def test_the_conversation_comes_past_them_between_the_picture_and_the_goals_once_opened() -> None:
    talk = say_about(agreed_talk("housing"), "housing", "mother", strengths="Licht.")
    assert AroundStep() not in agenda(talk)
    steps = agenda(gathering.opened(talk))
    place = steps.index(AroundStep())
    assert (steps[place - 1], steps[place + 1]) == (WholeStep(), GoalsStep())


def test_a_next_visit_comes_past_whom_was_told_of_the_last_time() -> None:
    assert AroundStep() in agenda(later(talk_with_people()))
    assert AroundStep() not in agenda(later(gathering.opened(agreed_talk())))


def test_a_conversation_that_was_left_there_goes_on_at_the_goals_where_it_is_gone() -> None:
    talk = flow.jump(gathering.opened(agreed_talk()), AroundStep())
    around = talk.conversation.around.model_copy(update={"opened": False})
    assert flow.current_step(talk.changed(around=around)) == GoalsStep()


# --- the time before ----------------------------------------------------------------------


def test_nobody_is_carried_over_without_a_yes() -> None:
    talk = later(talk_with_people())
    assert gathering.people_around(talk) == ()
    assert ids(gathering.people_before(talk)) == ["grandpa", "neighbour", "helper"]


def test_who_is_kept_is_there_as_it_was_told() -> None:
    talk = gathering.keep(later(talk_with_people()), "grandpa")
    [kept] = gathering.people_around(talk)
    assert kept.helps is not None
    assert (kept.ring, kept.helps.text) == ("close", "Past op.")
    assert ids(gathering.people_before(talk)) == ["neighbour", "helper"]
    everybody = gathering.keep_all(talk)
    assert ids(gathering.people_around(everybody)) == ["grandpa", "neighbour", "helper"]
    assert gathering.people_before(everybody) == ()


def test_who_is_taken_away_is_not_asked_about_again_and_can_be_named_again() -> None:
    talk = gathering.take_away(later(talk_with_people()), "grandpa")
    assert talk.conversation.around.no_longer == ("grandpa",)
    assert ids(gathering.people_before(talk)) == ["neighbour", "helper"]
    back = gathering.name_person(talk, talk.family.person("grandpa"), "far")
    assert back.conversation.around.no_longer == ()
    third = later(gathering.keep_all(talk))
    assert ids(gathering.people_before(third)) == ["neighbour", "helper"]


# --- the other parent ---------------------------------------------------------------------


def test_the_other_parent_is_asked_after_unless_there_or_named() -> None:
    assert gathering.asks_other_parent(agreed_talk())
    assert not gathering.asks_other_parent(agreed_talk(table=("mother", "father", "nurse")))
    talk = gathering.say_other_parent(agreed_talk(), "rather_not")
    assert gathering.asks_other_parent(talk), "it can be said after all"
    named = gathering.name_person(talk, talk.family.person("father"), "far")
    assert not gathering.asks_other_parent(named)
    assert named.conversation.around.other_parent is None


# --- professionals ------------------------------------------------------------------------


def test_a_third_professional_asks_why_until_somebody_said_so() -> None:
    talk = gathering.name_person(agreed_talk(), HELPER, "near")
    assert not gathering.asks_why_so_many(talk), "two are the norm"
    third = HELPER.model_copy(update={"id": "third", "name": "Anna"})
    talk = gathering.name_person(talk, third, "far")
    assert gathering.professionals(talk) == ("nurse", "helper", "third")
    assert gathering.asks_why_so_many(talk)
    reason = words("Karim gaat weg.", "nurse")
    assert not gathering.asks_why_so_many(gathering.say_why_so_many(talk, reason))
    assert reason in own_words_of(gathering.say_why_so_many(talk, reason).conversation)


def test_why_there_are_so_many_is_not_asked_again_where_they_are_kept() -> None:
    third = HELPER.model_copy(update={"id": "third", "name": "Anna"})
    talk = gathering.name_person(gathering.name_person(agreed_talk(), HELPER, "near"), third, "far")
    reason = words("Karim gaat weg.", "nurse")
    before = later(gathering.say_why_so_many(talk, reason))
    one = gathering.keep(before, "helper")
    assert one.conversation.around.many_professionals is None
    assert gathering.keep_all(one).conversation.around.many_professionals == reason


# --- who may hear -------------------------------------------------------------------------


def test_who_one_parent_alone_told_of_beside_delicate_things_is_named_before_nobody_else() -> None:
    talk = told_alone()
    assert ids(gathering.people_around(talk)) == ["helper"]
    came = table.come(talk, talk.family.person("father"))
    assert gathering.people_around(came) == ()
    assert "helper" not in table.can_come(came)
    assert "helper" not in [one.id for one in table.can_do_a_step(came)]
    assert ids(gathering.people_around(table.leave(came, "father"))) == ["helper"]


def test_a_next_visit_does_not_come_past_whom_others_may_not_hear_of() -> None:
    talk = later(told_alone())
    assert ids(gathering.people_before(talk)) == ["helper"]
    came = table.come(talk, talk.family.person("father"))
    assert gathering.people_before(came) == ()
    assert AroundStep() not in agenda(came)


def test_a_friend_and_a_child_may_not_hear_either() -> None:
    for listener in ("friend", "milan"):
        came = table.come(told_alone(), told_alone().family.person(listener))
        assert gathering.people_around(came) == ()


def test_who_was_told_of_beside_nothing_delicate_is_named_before_everybody() -> None:
    came = table.come(talk_with_people(), talk_with_people().family.person("father"))
    assert len(gathering.people_around(came)) == 3
    assert gathering.unheard_people(came) == frozenset()


# --- a step of the plan -------------------------------------------------------------------


def with_a_step(*who: str) -> Talk:
    talk = planning.add_goal(talk_with_people(), words("Rust."))
    talk = planning.add_plan_step(talk, "goal-1", words("Oppassen."))
    step = planning.with_doers(talk, talk.conversation.plan.goals[0].steps[0], who)
    return planning.change_plan_step(talk, step)


def test_the_people_around_can_do_a_step_and_are_to_be_asked() -> None:
    names = [one.id for one in table.can_do_a_step(talk_with_people())]
    assert names[:5] == ["mother", "nurse", "grandpa", "neighbour", "helper"]
    [step] = with_a_step("grandpa", "mother").conversation.plan.goals[0].steps
    assert step.to_ask == ("grandpa",)


def test_somebody_asks_them_and_nobody_where_all_said_yes() -> None:
    talk = planning.let_ask(with_a_step("grandpa"), "step-1", "mother")
    [step] = talk.conversation.plan.goals[0].steps
    assert step.asked_by == "mother"
    again = planning.with_doers(talk, step, ["mother"])
    assert (again.to_ask, again.asked_by) == ((), None)
    alone = planning.let_ask(with_a_step("mother"), "step-1", "mother")
    assert alone.conversation.plan.goals[0].steps[0].asked_by is None
    with pytest.raises(ValidationError, match="nobody is to be asked"):
        PlanStep(id="step-1", what=words("Oppassen."), asked_by="mother")


def test_who_asks_has_to_be_one_of_the_family_s_people() -> None:
    talk = planning.let_ask(with_a_step("grandpa"), "step-1", "nobody")
    with pytest.raises(ValidationError, match="nobody"):
        Dossier.model_validate_json(talk.dossier.model_dump_json())


def test_before_the_first_word_nobody_is_around() -> None:
    assert new_talk().conversation.around == Around()
