"""Talks with delicate things in them, and the same talks in which those were never said.

What the program leaves out of a family's paper is asked nothing here: these are the documents as
they would have been.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final, get_args

from hypothesis import strategies as st

from giz_gesprek.conversation import choosing, planning
from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.dossier import Coming, Conversation, people_in
from giz_gesprek.conversation.follow_up import LeftBefore, LeftThen
from giz_gesprek.conversation.looked_back import (
    LookedBack,
    Outcome,
    ProgrammeLookedBack,
    StepLookedBack,
    Then,
)
from giz_gesprek.conversation.plan import (
    CarriedAnswer,
    ChosenProgramme,
    ComesFirst,
    FirstContact,
    Goal,
    Plan,
    PlanStep,
)
from giz_gesprek.conversation.talk import Talk
from tests.support.dossiers import START, framework, last_talk
from tests.support.typed import Marks, days, pick, several
from tests.support.walks import Walker, walked_dossiers

SENSITIVE: Final = frozenset({"safety", "parent_wellbeing", "family_events"})
_BEFORE: Final = "conversation-0"
_TOPICS: Final = (*sorted(SENSITIVE), "housing", "rules_rhythm")
FAMILY_ROLES: Final = frozenset({"parent", "other_parent", "foster_parent", "guardian"})
_SENSITIVE_HELP: Final = frozenset(
    name
    for name, spec in framework().programmes.items()
    if spec.topics and SENSITIVE.issuperset(spec.topics)
)


@st.composite
def delicate_talks(draw: st.DrawFn) -> Talk:
    """Talks in which sensitive topics were spoken about, with a plan that is tied to topics."""
    talk = last_talk(draw(walked_dossiers(max_steps=10)))
    if talk.conversation.state == "declined":
        return talk
    walker = Walker(draw, talk.changed(parked=(), state="in_progress"), Marks(used=50_000))
    for topic in sorted(draw(st.sets(st.sampled_from(_TOPICS), min_size=1, max_size=3))):
        _speak_about(walker, topic)
    if draw(st.booleans()):
        walker.talk = walker.around()
    _plan(walker)
    _settle(walker)
    if draw(st.booleans()):
        _look_back(walker)
    _leave(walker)
    return walker.talk


def _look_back(walker: Walker) -> None:
    """Say what became of a goal of a visit before, delicate or not, and carry hard days over."""
    draw, talk = walker.draw, walker.talk
    help_chosen = pick(draw, sorted(framework().programmes))
    steps = tuple(PlanStep(id=f"then-{number}", what=walker.words("parent-1")) for number in (1, 2))
    goal = Goal(
        id="then",
        words=walker.words("parent-1"),
        topics=(pick(draw, _TOPICS),),
        programmes=(ChosenProgramme(id=help_chosen),),
        steps=steps,
    )
    before = Conversation(
        id=_BEFORE,
        state="finished",
        started_at=talk.conversation.started_at - timedelta(weeks=6),
        focus_child=talk.conversation.focus_child,
        plan=Plan(goals=(goal,)),
    )
    present = talk.conversation.participant_ids()
    said = LookedBack(
        conversation_id=_BEFORE,
        goal_id="then",
        outcome=pick(draw, get_args(Outcome)),
        steps=tuple(StepLookedBack(step_id=one.id, outcome="reached") for one in steps),
        helped=walker.words("parent-1"),
        programmes=(ProgrammeLookedBack(id=help_chosen, outcome="waiting"),),
        then=pick(draw, get_args(Then)),
        present=present,
        at=START,
    )
    carried = CarriedAnswer(
        conversation_id=_BEFORE,
        question="notice",
        what="kept",
        delicate=draw(st.booleans()),
        present=present,
        at=START,
    )
    plan = talk.conversation.plan.model_copy(update={"carried": (carried,)})
    now = talk.conversation.model_copy(update={"looked_back": (said,), "plan": plan})
    dossier = talk.dossier.model_copy(update={"conversations": (before, now)})
    walker.talk = Talk(talk.framework, dossier, now.id)


def _looked_back(talk: Talk) -> tuple[LookedBack, ...]:
    """Return what was said of goals of which nothing is delicate, nor of their help."""
    goals = {goal.id: goal for before in talk.earlier for goal in before.plan.goals}
    return tuple(
        said.model_copy(
            update={"programmes": tuple(p for p in said.programmes if p.id not in _SENSITIVE_HELP)}
        )
        for said in talk.conversation.looked_back
        if not SENSITIVE.intersection(goals[said.goal_id].topics)
    )


def _settle(walker: Walker) -> None:
    """Say what becomes of things that a visit before left, delicate or not."""
    talk = walker.talk
    said = [
        LeftBefore(
            conversation_id="conversation-0",
            kind="topic",
            topic=topic,
            then=pick(walker.draw, get_args(LeftThen)),
            present=talk.conversation.participant_ids(),
            at=START,
        )
        for topic in sorted(walker.draw(st.sets(st.sampled_from(_TOPICS), max_size=2)))
    ]
    walker.talk = talk.changed(left_before=tuple(said))


def never_said(talk: Talk) -> Talk:
    """Return the talk in which nothing delicate was ever said."""
    return _never_named(talk, _nothing_said(talk))


def _never_named(before: Talk, talk: Talk) -> Talk:
    """Return the talk without whom one parent alone told of, beside something delicate."""
    spoken = {view.topic for view in before.conversation.views if view.answers}
    if not SENSITIVE & spoken:
        return talk
    around, family = before.conversation.around, before.family
    alone = {
        one.person_id
        for one in around.people
        if sum(family.person(who).role in FAMILY_ROLES for who in one.present) < 2
    }
    kept = tuple(one for one in around.people if one.person_id not in alone)
    left = talk.changed(around=around.model_copy(update={"people": kept}))
    named = people_in(left.conversation)
    people = tuple(one for one in family.people if one.id not in alone or one.id in named)
    return left.with_family(family.model_copy(update={"people": people}))


def _nothing_said(talk: Talk) -> Talk:
    conversation, plan = talk.conversation, talk.conversation.plan
    spoken = {view.topic for view in conversation.views if view.answers}
    is_all = bool(spoken) and spoken <= SENSITIVE
    gone = [
        goal
        for goal in plan.goals
        if SENSITIVE.intersection(goal.topics) or (is_all and not goal.topics)
    ]
    goals = tuple(
        goal.model_copy(
            update={"programmes": tuple(p for p in goal.programmes if p.id not in _SENSITIVE_HELP)}
        )
        for goal in plan.goals
        if goal not in gone
    )
    first = plan.comes_first
    is_carried = any(each.delicate for each in plan.carried)
    return talk.changed(
        visits=tuple(
            visit.model_copy(
                update={
                    "topics": tuple(each for each in visit.topics if each not in SENSITIVE),
                    "added": tuple(each for each in visit.added if each.topic not in SENSITIVE),
                }
            )
            for visit in conversation.visits
        ),
        looked_back=_looked_back(talk),
        left_before=tuple(each for each in conversation.left_before if each.topic not in SENSITIVE),
        views=tuple(each for each in conversation.views if each.topic not in SENSITIVE),
        differences=tuple(each for each in conversation.differences if each.topic not in SENSITIVE),
        conclusions=tuple(each for each in conversation.conclusions if each.topic not in SENSITIVE),
        advice=(),
        plan=plan.model_copy(
            update={
                "goals": goals,
                "comes_first": None if first is not None and first.topic in SENSITIVE else first,
                "hard_again": () if gone or is_all or is_carried else plan.hard_again,
                "carried": (),
                "coordinator_id": plan.coordinator_id if goals else None,
                "first_contact": plan.first_contact if goals else None,
            }
        ),
    )


def _speak_about(walker: Walker, topic: str) -> None:
    side = framework().side_of(topic) or ""
    talk = choosing.choose_topic(choosing.open_side(walker.talk, side), side, topic)
    walker.talk = talk
    for step in walker.questions():
        if step.topic == topic and walker.draw(st.integers(0, 4)):
            walker.talk = walker.answered(step)


def _plan(walker: Walker) -> None:
    """Tie the goals to topics, and choose what comes with them."""
    draw, talk = walker.draw, walker.talk
    while len(talk.conversation.plan.goals) < draw(st.integers(1, 2)):
        talk = planning.add_goal(talk, walker.words("parent-1"))
    topics = sorted({topic for visit in talk.conversation.visits for topic in visit.topics})
    goals = tuple(_tied(walker, goal, topics) for goal in talk.conversation.plan.goals)
    people = [person.id for person in talk.family.people]
    firsts = [
        ComesFirst(topic=view.topic, child_id=view.child_id) for view in talk.conversation.views
    ]
    plan = talk.conversation.plan.model_copy(
        update={
            "goals": goals,
            "comes_first": pick(draw, firsts) if firsts else None,
            "coordinator_id": pick(draw, people),
            "first_contact": FirstContact(person_id=pick(draw, people)),
            "look_back_on": draw(st.none() | days()),
        }
    )
    walker.talk = talk.changed(plan=plan)
    for step in walker.questions():
        if step.topic is None and draw(st.booleans()):
            walker.talk = walker.answered(step)


def _tied(walker: Walker, goal: Goal, topics: list[str]) -> Goal:
    draw, said = walker.draw, _of_others(walker, goal.words)
    people = [person.id for person in walker.talk.family.people]
    step = PlanStep(
        id=f"{goal.id}-more",
        what=said.model_copy(update={"text": walker.marks.next()}),
        who=tuple(draw(several(people, unique=True, max_size=2))),
        who_else=pick(draw, [None, walker.marks.next()]),
        by=draw(st.none() | days()),
    )
    tied = draw(several(topics, unique=True, min_size=1, max_size=2))
    help_chosen = draw(several(sorted(framework().programmes), unique=True, max_size=2))
    return goal.model_copy(
        update={
            "words": said,
            "topics": tuple(tied) if draw(st.integers(0, 4)) else (),
            "programmes": tuple(ChosenProgramme(id=each) for each in help_chosen),
            "steps": (step,),
        }
    )


def _of_others(walker: Walker, own: OwnWords) -> OwnWords:
    """Return other words, sometimes of others than the first parent as well, or instead."""
    people = [person.id for person in walker.talk.family.people]
    first, *others = pick(walker.draw, [["parent-1"], people[1:], people[:1]])
    words = walker.words(first)
    return own.model_copy(update={**dict(words), "with_ids": tuple(others)})


def _leave(walker: Walker) -> None:
    """Let some of those who spoke leave the table: from the beginning, or who came later."""
    talk = walker.talk
    others = [one for one in talk.conversation.participants if one.person_id != "parent-1"]
    for one in others:
        if walker.draw(st.booleans()):
            continue
        left = Coming(person_id=one.person_id, came=False, position=talk.conversation.position)
        came = left.model_copy(update={"came": True})
        comings = pick(walker.draw, [(left,), (came, left)])
        talk = talk.changed(
            participants=tuple(each for each in talk.conversation.participants if each != one),
            comings=(*talk.conversation.comings, *comings),
        )
    walker.talk = talk
