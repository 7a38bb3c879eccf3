"""The one place that selects and orders what an audience gets of a conversation.

A paper, a screen and a voice all take these items.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from giz_gesprek.conversation.dossier import Conversation, answers_of
from giz_gesprek.conversation.hard_days import may_hear_hard_days
from giz_gesprek.conversation.keeping_plan import number_of
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.plan import Goal
from giz_gesprek.conversation.planning import visible_goals
from giz_gesprek.conversation.presence import (
    missing_at,
    there_for_a_part,
    who_is_away,
    who_left,
)
from giz_gesprek.conversation.programmes import is_for_families
from giz_gesprek.conversation.records import advice_on, conclusion_on
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import (
    anybody_spoke,
    family_first,
    told_about_advice,
    views_on,
)
from giz_gesprek.summary import topics
from giz_gesprek.summary.asked import question_shared
from giz_gesprek.summary.audience import Readers
from giz_gesprek.summary.differing import difference_on_topic
from giz_gesprek.summary.history import talks_before
from giz_gesprek.summary.items import (
    AdviceGiven,
    AdviceUnanswered,
    AtTheTable,
    ConclusionMade,
    CoordinatorChosen,
    GoalSet,
    HardAgain,
    HelpChosen,
    Item,
    LookBackOn,
    PlanItem,
    PointedAt,
    StepAgreed,
    StrengthGiven,
    TopicAdded,
    TopicChosen,
    TopicItem,
    ViewGiven,
    answer_line,
)
from giz_gesprek.summary.left_before import left_settled
from giz_gesprek.summary.lone_choices import without_lone_choices
from giz_gesprek.summary.looked_back import looked_back_on
from giz_gesprek.summary.people_around import people_told
from giz_gesprek.summary.plan_items import CalledFirst, ToldBackSaid, ToTellBack, WhyItMatters
from giz_gesprek.summary.sharing import may_know, sharing_said
from giz_gesprek.summary.unanswered import hard_again_unanswered, unanswered_on


def visible_items(talk: Talk, audience: Readers) -> tuple[Item, ...]:
    """Return what ``audience`` gets, in order.

    The family gets what goes well first and nothing that is the professional's own to-do; the
    professional gets everything that was said, topic by topic. Nobody gets what was not
    answered, what a later answer has hidden, or a topic that is parked or no longer chosen. The
    family gets last what is still to come.
    After a "no" to talking nothing that was said is shown.
    """
    conversation = talk.conversation
    items: list[Item] = [
        AtTheTable(one.person_id, one.role, one.person_id in there_for_a_part(conversation))
        for one in conversation.participants
    ]
    if conversation.state == "declined":
        return tuple(items)
    said = [item for item in _on_topics(talk, audience) if _is_for(talk, audience, item)]
    if not audience.has_to_do:
        said = without_lone_choices(talk, said)
    items += _who_left(talk, said)
    if audience.strengths_first:
        said.sort(key=_place)
    items += said
    items += looked_back_on(talk, audience)
    items += left_settled(talk, audience)
    if audience.has_to_do:
        items += talks_before(talk)
    items += _plan(talk, audience)
    items += people_told(talk, audience)
    items += _hard_again(talk, audience)
    if audience.has_to_do:
        items += hard_again_unanswered(talk)
    if conversation.plan.look_back_on is not None:
        items.append(LookBackOn(conversation.plan.look_back_on, line=Line(kind="look_back")))
    if audience.has_to_do:
        items += sharing_said(talk)
    else:
        items += may_know(talk)
    return tuple(items)


def _is_for(talk: Talk, audience: Readers, item: TopicItem) -> bool:
    """Tell whether an item is for an audience: what is asked alone goes home on no paper.

    That somebody said nothing is for the professional, who has to ask.
    """
    if isinstance(item, AdviceUnanswered):
        return audience.has_to_do
    if not isinstance(item, ViewGiven):
        return True
    spec = talk.framework.questions.get(item.answer.question)
    asked_alone = spec is not None and spec.alone
    return not asked_alone or audience.has_to_do


def _place(item: TopicItem) -> int:
    """Return where an item stands: what goes well first, what is still to come last."""
    return 0 if isinstance(item, StrengthGiven) else 2 if isinstance(item, TopicChosen) else 1


def _on_topics(talk: Talk, audience: Readers) -> Iterator[TopicItem]:
    for about in topics.talked_about(talk):
        if audience.has_to_do or topics.is_to_come(talk, about):
            yield TopicChosen(about.topic, about.child_id)
        yield from _added(talk.conversation, about)
        in_order = partial(given_on, standing=True) if audience.strengths_first else _views
        yield from in_order(talk, about.topic, about.child_id)
        yield from difference_on_topic(talk, about)
        yield from _advice(talk, about)
        yield from _conclusion(talk, about)
        if audience.has_to_do:
            yield from unanswered_on(talk, about)


def _who_left(talk: Talk, said: Iterable[TopicItem]) -> Iterator[AtTheTable]:
    """Yield who was there and left the table since: from the beginning, or with something said."""
    conversation = talk.conversation
    spoke = [item.person_id for item in said if isinstance(item, ViewGiven)]
    chose = [one for answer in answers_of(conversation) for one in answer.present]
    for person_id in dict.fromkeys((*who_left(conversation), *spoke, *chose)):
        if person_id not in conversation.participant_ids():
            yield AtTheTable(person_id, talk.family.person(person_id).role, for_a_part=True)


def _added(conversation: Conversation, about: topics.About) -> Iterator[TopicAdded]:
    for visit in conversation.visits:
        for added in visit.added:
            if added.topic == about.topic and about.is_first_child:
                line = Line(kind="added_topic", id=added.topic)
                yield TopicAdded(about.topic, about.child_id, added.by_id, added.reason, line=line)


def _views(
    talk: Talk, topic: str, child_id: str | None, *, standing: bool = False
) -> Iterator[ViewGiven]:
    framework = talk.framework
    order = topics.questions_of(framework, topic)
    for view in family_first(talk, views_on(talk.conversation, topic, child_id)):
        for answer in topics.shown_answers(framework, view.answers, order, standing=standing):
            is_strength = framework.role_of(answer.question) == "strength"
            kind = StrengthGiven if is_strength and not answer.stands else ViewGiven
            line = answer_line(answer, topic, child_id, view.person_id)
            yield kind(topic, child_id, view.person_id, answer, line=line)


def given_on(
    talk: Talk, topic: str, child_id: str | None, *, standing: bool = False
) -> list[ViewGiven]:
    """Return what everybody answered, or lets ``standing`` unanswered, question by question."""
    order = topics.questions_of(talk.framework, topic)

    def place(item: ViewGiven) -> int:
        question = question_shared(talk.framework, item.answer.question)
        return order.index(question) if question in order else len(order)

    return sorted(_views(talk, topic, child_id, standing=standing), key=place)


def _advice(talk: Talk, about: topics.About) -> Iterator[AdviceGiven | AdviceUnanswered]:
    advice = advice_on(talk.conversation, about.topic, about.child_id)
    if advice is None:
        return
    here, by_id = (about.topic, about.child_id), advice.by_id
    order = talk.framework.question_sets[talk.framework.places.advice_sought]
    for answer in topics.shown_answers(talk.framework, advice.answers, order):
        yield AdviceGiven(*here, by_id, answer, by_id, line=answer_line(answer, *here, by_id))
    said = {reaction.person_id: reaction.answers for reaction in advice.reactions}
    asked = told_about_advice(talk)
    for person_id in dict.fromkeys((*asked, *said, *who_is_away(talk))):
        given = said.get(person_id, ())
        shown = topics.shown_answers(talk.framework, given, order)
        for answer in shown:
            line = answer_line(answer, *here, person_id)
            yield AdviceGiven(*here, person_id, answer, by_id, line=line)
        if not shown:
            how = next((each for each in given if each.state != "skipped"), None)
            yield AdviceUnanswered(*here, person_id, by_id, how, person_id in asked)


def _conclusion(talk: Talk, about: topics.About) -> Iterator[ConclusionMade]:
    conclusion = conclusion_on(talk.conversation, about.topic, about.child_id)
    order = talk.framework.question_sets[talk.framework.places.topic_ends]
    answers = conclusion.answers if conclusion else ()
    for answer in topics.shown_answers(talk.framework, answers, order):
        missing = missing_at(talk, answer.present)
        line = answer_line(answer, about.topic, about.child_id, None)
        yield ConclusionMade(about.topic, about.child_id, answer, missing, line=line)


def _plan(talk: Talk, audience: Readers) -> Iterator[PlanItem]:
    first = talk.conversation.plan.comes_first
    about = {
        (each.topic, each.child_id)
        for each in topics.talked_about(talk)
        if anybody_spoke(talk.conversation, each.topic, each.child_id)
    }
    there = {topic for topic, _child_id in about}
    goals = visible_goals(talk)
    if first is not None and (first.topic, first.child_id) in about:
        has_goal = any(first.topic in goal.topics for goal in goals)
        yield PointedAt(first.topic, first.child_id, has_goal, line=Line(kind="comes_first"))
    for goal in goals:
        belongs = tuple(topic for topic in goal.topics if topic in there)
        yield GoalSet(goal.id, goal.words, belongs, line=Line(kind="goal", id=goal.id))
        if goal.why is not None:
            yield WhyItMatters(goal.id, goal.why, line=Line(kind="why", id=goal.id))
        for step in goal.steps:
            yield StepAgreed(goal.id, step, line=Line(kind="plan_step", id=step.id))
        yield from _help(talk, goal, audience)
        yield from _told_back(goal, audience)
    if goals:
        yield from _who_keeps_it(talk)


def _who_keeps_it(talk: Talk) -> Iterator[CoordinatorChosen | CalledFirst]:
    plan = talk.conversation.plan
    if plan.coordinator_id is not None:
        yield CoordinatorChosen(plan.coordinator_id, line=Line(kind="coordinator"))
    if plan.first_contact is not None:
        number = number_of(talk, plan.first_contact)
        yield CalledFirst(plan.first_contact, number, line=Line(kind="first_contact"))


def _told_back(goal: Goal, audience: Readers) -> Iterator[ToldBackSaid | ToTellBack]:
    """Yield how a goal was told back; that it was not is for the professional, who explains it."""
    told = goal.told_back
    if told is not None and told.words is not None:
        yield ToldBackSaid(goal.id, told.words, line=Line(kind="told_back", id=goal.id))
    if audience.has_to_do and not goal.is_agreed:
        yield ToTellBack(goal.id, rather_not=told is not None)


def _help(talk: Talk, goal: Goal, audience: Readers) -> Iterator[HelpChosen]:
    for each in goal.programmes:
        if audience.has_to_do or is_for_families(talk.framework, each.id):
            line = Line(kind="programme", id=goal.id, programme=each.id)
            yield HelpChosen(goal.id, each.id, each.asked_by, each.by, line=line)


def _hard_again(talk: Talk, audience: Readers) -> Iterator[HardAgain]:
    if not audience.has_to_do and not may_hear_hard_days(talk):
        return
    order = talk.framework.question_sets[talk.framework.places.plan]
    for answer in topics.shown_answers(talk.framework, talk.conversation.plan.hard_again, order):
        yield HardAgain(answer, line=answer_line(answer, None, None, None))
