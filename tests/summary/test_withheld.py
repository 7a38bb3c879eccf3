"""What a family's paper leaves out, so that it puts nobody in danger at home."""

from __future__ import annotations

import pytest
from hypothesis import given

from giz_gesprek.conversation import choosing, planning
from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.around import Around, AroundPerson
from giz_gesprek.conversation.delicate import sensitive_topics
from giz_gesprek.conversation.dossier import Dossier, people_in
from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.audience import FAMILY
from giz_gesprek.summary.items import AdviceGiven, AnswerGiven, OnTopic
from giz_gesprek.summary.visible import visible_items
from giz_gesprek.summary.withheld import (
    DELICATE_WITHHELD,
    NOTHING_WITHHELD,
    Withheld,
    delicate_items,
    told,
    without,
)
from tests.support.dossiers import framework, last_talk
from tests.support.items import all_own_words_in, own_words_in
from tests.support.talks import agreed_talk, answered, say_about, step_where, words
from tests.support.typed import marks_in
from tests.support.walks import walked_dossiers


def everything_told() -> Talk:
    """Return a talk about the house, about safety, with advice, goals and a plan for hard days."""
    talk = agreed_talk("safety", "housing", table=("mother", "father", "nurse"))
    for topic in ("safety", "housing"):
        talk = say_about(talk, topic, "mother", appraisal="so_so", strengths=f"{topic} mother")
        talk = say_about(talk, topic, "father", appraisal="difficult", strengths=f"{topic} father")
        talk = say_about(talk, topic, "nurse", view="difficult", view_words=f"{topic} nurse")
    talk = choosing.seek_advice(talk, "housing", None, "nurse")
    for question in ("advice_why", "advice_next"):
        talk = answered(talk, step_where(talk, question=question), f"{question} nurse")
    for number, topics in enumerate((("safety",), ("safety", "housing"), ("housing",)), 1):
        talk = planning.add_goal(talk, words(f"goal {number}"))
        talk = planning.tie_goal(talk, f"goal-{number}", topics)
        talk = planning.add_plan_step(talk, f"goal-{number}", words(f"step {number}"))
    return answered(talk, step_where(talk, question="notice"), "notice mother")


def texts(talk: Talk, withheld: Withheld) -> set[str]:
    """Return the own words that are left on the family's paper."""
    kept = without(talk, visible_items(talk, FAMILY), withheld)
    return {own.text for item in kept if (own := own_words_in(item)) is not None}


def test_sensitive_topics_advice_and_goals_of_them_are_left_out_with_their_steps() -> None:
    told = everything_told()
    kept = texts(told, DELICATE_WITHHELD)
    assert kept == {
        *("housing mother", "housing father", "housing nurse"),
        *("goal 3", "step 3"),
    }
    assert kept < texts(told, NOTHING_WITHHELD)


def test_a_line_that_may_go_home_does_and_a_goal_takes_its_steps_along() -> None:
    told = everything_told()
    items = delicate_items(told, visible_items(told, FAMILY))
    for item in items:
        own = own_words_in(item)
        if own is None or item.line is None:
            continue
        withheld = Withheld(delicate=True, allowed=frozenset({item.line}))
        more = {own.text, own.text.replace("goal", "step")}
        assert texts(told, withheld) == texts(told, DELICATE_WITHHELD) | more


@pytest.mark.parametrize(("person_id", "other"), [("mother", "father"), ("father", "mother")])
def test_one_person_s_paper_has_that_person_s_words_and_what_was_agreed(
    person_id: str, other: str
) -> None:
    told = texts(everything_told(), Withheld(but_of=person_id))
    # Both sat there when the plan for hard days was made.
    assert {f"housing {person_id}", f"safety {person_id}", "goal 3", "notice mother"} <= told
    assert not any(other in text or "nurse" in text for text in told - {"notice mother"})


@pytest.mark.parametrize("person_id", ["mother", "father"])
def test_what_two_said_together_is_on_the_paper_of_each_also_from_an_older_version(
    person_id: str,
) -> None:
    talk = everything_told()
    plan = talk.conversation.plan
    # Older documents know whose words it is, and not who sat there.
    hard_again = tuple(each.model_copy(update={"present": ()}) for each in plan.hard_again)
    older = talk.changed(plan=plan.model_copy(update={"hard_again": hard_again}))
    assert "notice mother" in texts(older, Withheld(but_of=person_id))


def test_a_step_stands_with_its_goal_and_a_goal_on_the_papers_of_who_was_there() -> None:
    talk = planning.add_goal(
        agreed_talk("housing", table=("mother", "friend", "nurse")), words("x")
    )
    talk = planning.add_plan_step(talk, "goal-1", words("a step"))
    goal = talk.conversation.plan.goals[0]
    of_nurse = words("an idea", "nurse")
    step = goal.steps[0].model_copy(update={"what": of_nurse})
    goals = (goal.model_copy(update={"steps": (step,)}),)
    talk = talk.changed(plan=talk.conversation.plan.model_copy(update={"goals": goals}))
    assert texts(talk, Withheld(but_of="mother")) == {"x", "an idea"}
    assert texts(talk, Withheld(but_of="friend")) == {"x", "an idea"}
    assert texts(talk, Withheld(but_of="father")) == set()


@given(walked_dossiers())
def test_nothing_delicate_is_left_and_nothing_else_is_missing(dossier: Dossier) -> None:
    talk = last_talk(dossier)
    items = visible_items(talk, FAMILY)
    kept = without(talk, items, DELICATE_WITHHELD)
    sensitive = sensitive_topics(framework())
    for item in kept:
        assert not isinstance(item, AdviceGiven)
        assert not (isinstance(item, OnTopic) and item.topic in sensitive)
    gone = [item for item in items if item not in kept]
    for item in gone:
        if isinstance(item, AnswerGiven) and not isinstance(item, AdviceGiven):
            assert item.topic in sensitive
    assert delicate_items(talk, kept) == ()
    left = {mark for item in kept for own in all_own_words_in(item) for mark in marks_in(own.text)}
    out = {mark for item in gone for own in all_own_words_in(item) for mark in marks_in(own.text)}
    assert left.isdisjoint(out)


def test_who_is_named_only_in_what_is_left_out_is_nobody_on_the_paper() -> None:
    talk = everything_told()
    friend = Person(id="somebody", name="Milan", role="network")
    talk = talk.with_family(
        talk.family.model_copy(update={"people": (*talk.family.people, friend)})
    )
    near = AroundPerson(person_id=friend.id, ring="close", present=("mother",))
    views = tuple(
        view.model_copy(update={"answers": tuple(map(_with_somebody, view.answers))})
        if view.topic == "safety" and view.person_id == "mother"
        else view
        for view in talk.conversation.views
    )
    talk = talk.changed(views=views, around=Around(people=(near,)))
    assert friend.id in people_in(talk.conversation)
    left, _items = told(talk, FAMILY, DELICATE_WITHHELD)
    assert friend.id not in {person.id for person in left.family.people}


def _with_somebody(answer: Answer) -> Answer:
    if answer.words is None:
        return answer
    named = answer.words.model_copy(update={"with_ids": ("somebody",)})
    return answer.model_copy(update={"words": named})
