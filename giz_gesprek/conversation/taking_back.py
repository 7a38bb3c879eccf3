"""Somebody of the family stops, and takes back everything that they said and chose.

It leaves the conversation as if they had said nothing. What others said and chose stays, what a
professional wrote as well, and that advice or help was asked for. Owns who can do so, and what
goes; whoever stores it forgets it in the log and the drafts too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from giz_gesprek.conversation import table
from giz_gesprek.conversation.consenting import standing, withdraw
from giz_gesprek.conversation.dossier import Agreement, Conversation, SideVisit
from giz_gesprek.conversation.flow import carried_over, jump
from giz_gesprek.conversation.gathering import without_unnamed
from giz_gesprek.conversation.plan import Goal, Plan, PlanStep
from giz_gesprek.conversation.position import Position
from giz_gesprek.conversation.presence import sat_at_the_table
from giz_gesprek.conversation.said_by import Without
from giz_gesprek.conversation.steps import ConsentStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import differs


def can_take_back(talk: Talk) -> tuple[str, ...]:
    """Return who can: everybody who sat at the table but professionals, in the order of speaking.

    Whether they said anything is not looked at: it could tell others that they did.
    """
    family = talk.family
    return tuple(
        one
        for one in sat_at_the_table(talk.conversation)
        if family.person(one).role != "professional"
    )


def is_last_of_family(talk: Talk, person_id: str) -> bool:
    """Tell whether nobody else of the family was there who is asked anything."""
    return Without(talk, person_id).is_last


def without_words_of(talk: Talk, person_id: str, *, now: datetime) -> Talk:
    """Return the talk in which this person said nothing; they leave the table where they can.

    What they said yes to sharing is taken back at ``now``: a paper can have gone already, so both
    moments stay. A no stays a no.
    """
    without = Without(talk, person_id)
    left = _without_consents(talk, person_id, now)
    if not without.is_last and person_id in table.can_leave(left):
        # First, while it is known what was told alone: that waits on, with what others wrote of it.
        left = table.leave(left, person_id)
    left = _without_views(left, without)
    left = _without_the_rest(left, without)
    left = _without_examples(left, person_id)
    for one in talk.conversation.around.people:
        left = without_unnamed(left, one.person_id)
    moved = _without_places(talk, carried_over(talk, left), person_id)
    return _asked_anew(moved) if without.is_last else moved


def _asked_anew(talk: Talk) -> Talk:
    """Return the talk in which nobody of the family has said that they want to talk."""
    if talk.conversation.state in {"declined", "finished"}:
        return talk
    state = "in_progress" if talk.conversation.visits else "prepared"
    return jump(talk.changed(state=state, left_at=None), ConsentStep())


def _without_places(before: Talk, talk: Talk, person_id: str) -> Talk:
    """Return the talk that does not know where it stood with this person, or on what is gone."""
    gone = _spoken(before.conversation) - _spoken(talk.conversation)

    def tells(place: Position) -> bool:
        return place.person_id == person_id or place.topic in gone

    comings = tuple(
        one.model_copy(update={"position": None}) if one.position and tells(one.position) else one
        for one in talk.conversation.comings
    )
    left_at = before.conversation.left_at
    if left_at is not None and tells(left_at):
        there = before.changed(position=left_at)
        left_at = carried_over(there, talk.changed(left_at=None)).conversation.position
        talk = talk.changed(left_at=left_at)
    return talk.changed(comings=comings)


def _without_views(talk: Talk, without: Without) -> Talk:
    """Return the talk without what this person said on topics, and what only that held up."""
    before = talk.conversation
    views = tuple(kept for one in before.views if (kept := without.view(one)) is not None)
    viewed = talk.changed(views=views)
    apart = (
        without.difference(one, still=differs(viewed, one.topic, one.child_id))
        for one in before.differences
    )
    concluded = (without.conclusion(one) for one in before.conclusions)
    said = viewed.changed(
        differences=tuple(one for one in apart if one is not None),
        conclusions=tuple(one for one in concluded if one is not None),
        advice=tuple(without.advice(one) for one in before.advice),
    )
    gone = _spoken(before) - _spoken(said.conversation)
    if without.is_last:
        chosen = {topic for visit in before.visits for topic in visit.topics}
        gone |= chosen - _spoken(said.conversation)
    wording = {
        text_id: text
        for text_id, text in before.wording.items()
        if text_id.partition(".")[0] not in gone
    }
    visits = tuple(_visits(before.visits, without, gone))
    return said.changed(visits=visits, wording=wording)


def _spoken(conversation: Conversation) -> set[str]:
    """Return the topics on which there is anything, or that a professional added."""
    return {
        *(view.topic for view in conversation.views),
        *(difference.topic for difference in conversation.differences),
        *(advice.topic for advice in conversation.advice),
        *(conclusion.topic for conclusion in conversation.conclusions),
        *(added.topic for visit in conversation.visits for added in visit.added),
    }


def _visits(visits: Iterable[SideVisit], without: Without, gone: set[str]) -> Iterator[SideVisit]:
    for visit in visits:
        topics = tuple(topic for topic in visit.topics if topic not in gone)
        added = tuple(
            one.model_copy(update={"reason": without.words(one.reason)}) for one in visit.added
        )
        if topics or added or (topics == visit.topics and not without.is_last):
            yield visit.model_copy(update={"topics": topics, "added": added})


def _without_the_rest(talk: Talk, without: Without) -> Talk:
    before = talk.conversation
    looked_back = (without.looked_back(one) for one in before.looked_back)
    settled = (without.together(one) for one in before.left_before)
    people = (without.around(one) for one in before.around.people)
    around = before.around.model_copy(
        update={
            "people": tuple(one for one in people if one is not None),
            "no_longer": () if without.is_last else before.around.no_longer,
            "other_parent": None if without.is_last else before.around.other_parent,
            "many_professionals": without.words(before.around.many_professionals),
        }
    )
    return talk.changed(
        agreement=_agreement(before.agreement, without),
        since=without.together(before.since),
        looked_back=tuple(one for one in looked_back if one is not None),
        left_before=tuple(one for one in settled if one is not None),
        another_topic=before.another_topic and not without.is_last,
        around=around,
        plan=_plan(before.plan, without, _spoken(before)),
    )


def _agreement(agreement: Agreement | None, without: Without) -> Agreement | None:
    """Return what was agreed: the last of the family takes back that they wanted to talk."""
    if agreement is None:
        return None
    children = tuple(one for one in agreement.children if one.person_id != without.person_id)
    left = agreement.model_copy(update={"children": children})
    if not without.is_last:
        return left
    return left.model_copy(update={"wants_to_talk": None, "answered_at": None})


def _plan(plan: Plan, without: Without, spoken: set[str]) -> Plan:
    goals = tuple(kept for each in plan.goals if (kept := _goal(each, without)) is not None)
    first, contact = plan.comes_first, plan.first_contact
    if without.is_last or (first is not None and first.topic not in spoken):
        first = None
    is_theirs = contact is not None and contact.person_id == without.person_id
    carried = (without.together(each) for each in plan.carried)
    none_left = without.is_last and not goals
    keeps = plan.coordinator_id
    return plan.model_copy(
        update={
            "comes_first": first,
            "goals": goals,
            "hard_again": without.all_chosen(plan.hard_again),
            "carried": tuple(each for each in carried if each is not None),
            "coordinator_id": None if none_left or keeps == without.person_id else keeps,
            "first_contact": None if without.is_last or is_theirs else contact,
            "look_back_on": None if none_left else plan.look_back_on,
        }
    )


def _goal(goal: Goal, without: Without) -> Goal | None:
    """Return a goal with what others said of it; what they said first is the goal then."""
    steps = tuple(kept for each in goal.steps if (kept := _step(each, without)) is not None)
    why, told = without.words(goal.why), goal.told_back
    told_words = without.words(told.words) if told is not None else None
    if told is not None and told_words is None and (without.is_last or told.words is not None):
        told = None
    elif told is not None:
        told = told.model_copy(update={"words": told_words})
    words = without.words(goal.words)
    said = (words, *(step.what for step in steps), why, told_words)
    stays = next((own for own in said if own is not None), None)
    if stays is None:
        return None
    programmes = tuple(
        each.model_copy(update={"asked_by": None}) if each.asked_by == without.person_id else each
        for each in goal.programmes
    )
    changed = {"words": stays, "why": why, "steps": steps, "told_back": told}
    return goal.model_copy(update={**changed, "programmes": programmes})


def _step(step: PlanStep, without: Without) -> PlanStep | None:
    """Return a step of others, which this person does not do any more."""
    what = without.words(step.what)
    if what is None:
        return None
    to_ask = without.people(step.to_ask)
    asks = step.asked_by if to_ask and step.asked_by != without.person_id else None
    return step.model_copy(
        update={
            "what": what,
            "who": without.people(step.who),
            "to_ask": to_ask,
            "asked_by": asks,
            "proposed_by": without.people(step.proposed_by),
        }
    )


def _without_examples(talk: Talk, person_id: str) -> Talk:
    examples = tuple(one for one in talk.family.examples if one.author_id != person_id)
    return talk.with_family(talk.family.model_copy(update={"examples": examples}))


def _without_consents(talk: Talk, person_id: str, now: datetime) -> Talk:
    """Return the talk in which this person takes back what they said yes to in it."""
    theirs = [
        each
        for recipient in talk.family.recipients
        for each in standing(talk, recipient.id)
        if each.conversation_id == talk.conversation_id and person_id in each.consent.said_by
    ]
    return withdraw(talk, theirs, person_id, now=now)
