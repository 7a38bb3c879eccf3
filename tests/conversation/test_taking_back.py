"""Somebody takes back what they said: it is nowhere, and what others said is as it was."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from giz_gesprek.conversation import choosing, consenting, flow, gathering, planning, table
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.consent import PLAN
from giz_gesprek.conversation.dossier import Dossier, answers_of, own_words_of
from giz_gesprek.conversation.people import Role
from giz_gesprek.conversation.records import conclusion_on, view_of
from giz_gesprek.conversation.sharing import Recipient
from giz_gesprek.conversation.steps import ConsentStep
from giz_gesprek.conversation.taking_back import (
    can_take_back,
    is_last_of_family,
    without_words_of,
)
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.telling_back import tell_back
from giz_gesprek.export.text import document_text
from giz_gesprek.summary.audience import READERS
from tests.store.support import NOW
from tests.support.dossiers import dossiers, last_talk
from tests.support.never_said import delicate_talks
from tests.support.sheets import document_of
from tests.support.talks import agreed_talk, answered, say_about, step_where, words
from tests.support.typed import marks_in
from tests.support.walks import walked_dossiers

# A talk is large: an example is told as it was found, for shrinking takes minutes.
FEW = settings(max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate])
LATER = NOW + timedelta(minutes=5)


def take_back(talk: Talk, person_id: str) -> Talk:
    return without_words_of(talk, person_id, now=LATER)


def told(talk: Talk) -> str:
    """Return every paper, as text."""
    return "\n".join(document_text(document_of(talk.dossier, readers)) for readers in READERS)


def only_of(talk: Talk, person_id: str) -> set[str]:
    """Return the marks of what nobody but this person said."""
    alone = (own for own in own_words_of(talk.conversation) if own.authors == (person_id,))
    return {mark for own in alone for mark in marks_in(own.text)}


def of_others(talk: Talk, person_id: str) -> set[str]:
    """Return the marks of what others said, or said as well."""
    own_words = own_words_of(talk.conversation)
    others = (own for own in own_words if {*own.authors} - {person_id})
    return {mark for own in others for mark in marks_in(own.text)}


def look(talk: Talk, person_id: str) -> Talk:
    """Take back, look at everything that is left, and return it."""
    left = take_back(talk, person_id)
    gone, stays = only_of(talk, person_id), of_others(talk, person_id)
    document = left.dossier.model_dump_json()
    assert gone.isdisjoint(marks_in(document))
    assert {*marks_in(document)} >= stays
    assert all(person_id not in own.authors for own in own_words_of(left.conversation))
    assert all(person_id not in answer.present for answer in answers_of(left.conversation))
    assert Dossier.model_validate_json(document) == left.dossier
    assert gone.isdisjoint(marks_in(told(left)))
    assert take_back(left, person_id).conversation == left.conversation
    return left


def walk_on(talk: Talk) -> None:
    """Go on to the end."""
    steps = agenda(talk)
    for _step in steps:
        if isinstance(flow.current_step(talk), ConsentStep):
            talk = flow.agree(talk, now=LATER)
        else:
            talk = flow.next_step(talk)
    assert flow.current_step(talk) == agenda(talk)[-1]


def professionals_said(talk: Talk) -> set[str]:
    family = talk.family
    return {
        mark
        for own in own_words_of(talk.conversation)
        if any(family.person(one).role == "professional" for one in own.authors)
        for mark in marks_in(own.text)
    }


@FEW
@given(walked_dossiers(), st.data())
def test_of_a_talk_that_was_walked_nothing_of_theirs_is_left(
    dossier: Dossier, data: st.DataObject
) -> None:
    talk = last_talk(dossier)
    talk = talk if talk.conversation.state == "declined" else flow.reopen(talk)
    left = look(talk, data.draw(st.sampled_from(can_take_back(talk))))
    assert {*marks_in(left.dossier.model_dump_json())} >= professionals_said(talk)
    assert {one.topic for one in left.conversation.advice} == {
        one.topic for one in talk.conversation.advice
    }
    if talk.conversation.state != "declined":
        walk_on(left)


@FEW
@given(delicate_talks(), st.data())
def test_nor_where_delicate_things_were_said(talk: Talk, data: st.DataObject) -> None:
    look(talk, data.draw(st.sampled_from(can_take_back(talk))))


@FEW
@given(dossiers(), st.data())
def test_nor_of_any_document_that_can_be_read(dossier: Dossier, data: st.DataObject) -> None:
    talk = last_talk(dossier)
    if people := can_take_back(talk):
        look(talk, data.draw(st.sampled_from(people)))


@FEW
@given(walked_dossiers(max_steps=12), st.data())
def test_the_papers_are_those_of_the_talk_in_which_they_said_nothing(
    dossier: Dossier, data: st.DataObject
) -> None:
    talk = flow.reopen(last_talk(dossier))
    people = [one for one in can_take_back(talk) if not is_last_of_family(talk, one)]
    if talk.conversation.state == "declined" or not people:
        return
    person_id = data.draw(st.sampled_from(people))
    silent = take_back(talk, person_id)
    back = table.come(silent, silent.family.person(person_id)).changed(
        parked=silent.conversation.parked
    )
    steps = [step for step in agenda(back) if step.position.person_id == person_id]
    spoke = back
    for step in steps:
        if step.kind == "question" and data.draw(st.booleans()):
            spoke = answered_as(spoke, step.position.topic, person_id, data)
    assert told(take_back(spoke, person_id)) == told(take_back(back, person_id))


def answered_as(talk: Talk, topic: str | None, person_id: str, data: st.DataObject) -> Talk:
    """Return the talk in which this person chose a face on a topic, and said what goes well."""
    for question, given_ in (("appraisal", "difficult"), ("strengths", "Het lukt al.")):
        for step in agenda(talk):
            here = step.position
            if (here.topic, here.question, here.person_id) == (topic, question, person_id):
                return answered(talk, step, given_) if data.draw(st.booleans()) else talk
    return talk


def of_two() -> Talk:
    """Return a talk in which two parents and a professional spoke, and made a plan together."""
    talk = agreed_talk("housing", "rules_rhythm", table=("mother", "father", "nurse"))
    talk = say_about(talk, "housing", "mother", appraisal="difficult", example="Het is vochtig.")
    talk = say_about(talk, "housing", "father", appraisal="going_well", strengths="Veel licht.")
    talk = say_about(talk, "housing", "nurse", view="so_so", view_words="Ik zie schimmel.")
    talk = say_about(talk, "rules_rhythm", "mother", appraisal="so_so", strengths="Vaste tijden.")
    return answered(talk, step_where(talk, question="difference", topic="housing"), "later")


def test_another_keeps_their_answers_and_who_took_back_leaves_the_table() -> None:
    left = take_back(of_two(), "mother")
    assert left.conversation.participant_ids() == ("father", "nurse")
    assert view_of(left, "housing", None, "mother") is None
    father = view_of(left, "housing", None, "father")
    assert father == view_of(of_two(), "housing", None, "father")
    # Nobody else said anything on this topic: it is as if it was not chosen.
    assert [visit.topics for visit in left.conversation.visits] == [("housing",)]
    assert "Jan" in told(left)
    assert "vochtig" not in told(left)
    assert "rules_rhythm" not in left.conversation.model_dump_json()


def test_how_those_who_differed_go_on_goes_with_the_difference() -> None:
    talk = agreed_talk("housing", table=("mother", "father", "nurse"))
    talk = say_about(talk, "housing", "mother", appraisal="difficult")
    talk = say_about(talk, "housing", "father", appraisal="going_well")
    talk = answered(talk, step_where(talk, question="difference"), "still_differ")
    assert take_back(talk, "mother").conversation.differences == ()
    talk = say_about(talk, "housing", "nurse", view="so_so")
    assert len(take_back(talk, "mother").conversation.differences) == 1


def test_what_was_agreed_together_stays_of_the_other() -> None:
    talk = planning.add_goal(of_two(), words("Een droge kamer."))
    talk = planning.add_plan_step(talk, "goal-1", words("De verhuurder bellen."))
    step = planning.with_doers(talk, talk.conversation.plan.goals[0].steps[0], ("mother", "nurse"))
    talk = planning.change_plan_step(talk, step)
    plan = talk.conversation.plan.model_copy(update={"coordinator_id": "mother"})
    left = take_back(talk.changed(plan=plan), "mother").conversation.plan
    assert left.goals[0].words.authors == ("father",)
    assert left.goals[0].steps[0].who == ("nurse",)
    assert left.coordinator_id is None


def test_where_only_they_said_it_the_goal_goes_and_a_step_of_another_is_the_goal() -> None:
    talk = planning.add_goal(agreed_talk("housing"), words("Een droge kamer."))
    talk = planning.add_goal(talk, words("Rust in huis."))
    talk = tell_back(talk, "goal-1", words("Het wordt droog."))
    came = table.come(talk, talk.family.person("father"))
    came = planning.add_plan_step(came, "goal-1", words("Papa belt.", "father"))
    one = came.conversation.plan.goals[0].steps[0]
    only_his: OwnWords = one.what.model_copy(update={"author_id": "father", "with_ids": ()})
    came = planning.with_goal(
        came, "goal-1", steps=(one.model_copy(update={"what": only_his}),), why=words("Om Milan.")
    )
    left = take_back(came, "mother").conversation.plan
    assert [goal.words.text for goal in left.goals] == ["Papa belt."]
    assert left.goals[0].why is None
    assert left.goals[0].told_back is None


def test_that_help_and_advice_were_asked_for_stays_without_their_words() -> None:
    talk = say_about(agreed_talk("housing"), "housing", "mother", appraisal="difficult")
    talk = say_about(talk, "housing", "nurse", view="so_so", view_words="Ik zie schimmel.")
    talk = answered(talk, step_where(talk, question="outcome"), "support")
    talk = answered(talk, step_where(talk, question="helper"), "outside")
    talk = choosing.seek_advice(talk, "housing", None, "nurse")
    talk = answered(talk, step_where(talk, question="advice_why"), "Het is ongezond.")
    talk = answered(talk, step_where(talk, question="advice_parent"), "Liever niet.")
    left = take_back(talk, "mother")
    conclusion = conclusion_on(left.conversation, "housing", None)
    assert conclusion is not None
    assert [answer.choice for answer in conclusion.answers] == ["support", "outside"]
    assert {answer.present for answer in conclusion.answers} == {("nurse",)}
    assert "Het is ongezond." in told(left)
    assert "Ik zie schimmel." in told(left)
    assert "Liever niet." not in left.dossier.model_dump_json()


def test_the_last_of_the_family_is_asked_anew_whether_they_want_to_talk() -> None:
    talk = say_about(agreed_talk("housing", "safety"), "housing", "mother", strengths="Licht.")
    left = take_back(flow.enough_for_today(talk), "mother")
    assert is_last_of_family(talk, "mother")
    assert left.conversation.participant_ids() == ("mother", "nurse")
    assert left.conversation.visits == ()
    assert left.conversation.state == "prepared"
    assert flow.current_step(left) == ConsentStep()
    assert left.conversation.agreement is not None
    assert left.conversation.agreement.wants_to_talk is None
    walk_on(left)


def test_who_left_can_take_back_and_nothing_tells_where_the_talk_stood() -> None:
    talk = of_two()
    talk = flow.jump(talk, step_where(talk, topic="rules_rhythm", person="mother"))
    talk = table.leave(flow.enough_for_today(talk), "mother")
    left = take_back(talk, "mother")
    assert "mother" in can_take_back(talk)
    assert "rules_rhythm" not in left.conversation.model_dump_json()
    walk_on(left)


def test_whom_only_they_told_of_is_gone_also_by_name() -> None:
    talk = gathering.opened(of_two())
    told_alone = talk.changed(
        participants=tuple(
            one for one in talk.conversation.participants if one.person_id != "father"
        )
    )
    person = talk.family.person("friend").model_copy(update={"id": "els", "name": "buurvrouw Els"})
    told_alone = gathering.name_person(told_alone, person, "near")
    talk = told_alone.changed(participants=talk.conversation.participants)
    assert "buurvrouw Els" not in take_back(talk, "mother").dossier.model_dump_json()
    assert "buurvrouw Els" in take_back(talk, "father").dossier.model_dump_json()


def test_a_yes_to_sharing_is_taken_back_and_a_no_stays() -> None:
    talk = planning.add_goal(of_two(), words("Een droge kamer."))
    talk = consenting.with_recipient(talk, Recipient(id="school", name="De Linde", kind="school"))
    said = consenting.say(talk, "school", [PLAN], "mother", granted=True, now=NOW)
    said = consenting.say(said, "school", [PLAN], "father", granted=True, now=NOW)
    said = consenting.say(said, "school", [PLAN], "mother", granted=False, now=NOW)
    yes, other, no = take_back(said, "mother").conversation.sharing
    assert (yes.withdrawn_at, yes.withdrawn_by) == (LATER, ("mother",))
    assert other.withdrawn_at is None
    assert (no.granted, no.withdrawn_at) == (False, None)


def test_everybody_but_a_professional_can_whether_they_said_anything_or_not() -> None:
    talk = agreed_talk("housing", table=("mother", "father", "milan", "friend", "nurse"))
    assert can_take_back(talk) == ("mother", "father", "milan", "friend")
    assert "professional" in get_args(Role)
