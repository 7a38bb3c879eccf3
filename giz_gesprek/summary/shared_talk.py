"""A conversation as it is for one recipient: what was shared, and nothing else was ever said.

What is kept is named here, one by one: whatever a conversation may hold besides goes to nobody. A
paper made of it holds no hint of who said no, of other parts, and of other recipients.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from giz_gesprek.conversation.answers import Answer, Conclusion, Difference, OwnWords, View
from giz_gesprek.conversation.around import Around, AroundPerson
from giz_gesprek.conversation.consent import (
    HARD_DAYS,
    PEOPLE,
    PLAN,
    consents_behind,
    is_delicate,
    is_of_family,
    people_to_share,
    shared_parts,
)
from giz_gesprek.conversation.delicate import (
    is_asked_alone,
    is_delicate_goal,
    is_delicate_programme,
)
from giz_gesprek.conversation.dossier import Conversation, Dossier, SideVisit, people_in
from giz_gesprek.conversation.people import Family, Person
from giz_gesprek.conversation.plan import ChosenProgramme, Goal, Plan, PlanStep
from giz_gesprek.conversation.sharing import SharedPart, Sharing
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import family_voices


def shared_talk(
    talk: Talk, recipient_id: str, today: date, *, delicate: bool = True
) -> Talk | None:
    """Return the talk in which only that was said which a recipient gets; None where it is nothing.

    It ends with the consent on which it stands. Who sits there are those whose words it holds, and
    the professionals. Without ``delicate`` as it is seen by others who look along.
    """
    shared = shared_parts(talk, recipient_id, today)
    if not delicate:
        shared = {part: who for part, who in shared.items() if not is_delicate(talk, part)}
    if not shared:
        return None
    conversation = _Shared(talk, shared).conversation()
    behind = consents_behind(talk, recipient_id, shared, today)
    said = tuple(_on_paper(consent, shared) for consent in behind)
    conversation = conversation.model_copy(update={"sharing": said})
    family = talk.family
    named = people_in(conversation)
    left = Family(
        id=family.id,
        label=family.label,
        people=tuple(_reached(one) for one in family.people if one.id in named),
        settings=family.settings,
        recipients=(family.recipient(recipient_id),),
    )
    return Talk(
        talk.framework, Dossier(family=left, conversations=(conversation,)), conversation.id
    )


def _on_paper(consent: Sharing, shared: Mapping[SharedPart, Collection[str]]) -> Sharing:
    """Return a consent as the recipient reads it: only for what it gets, of those who share it."""
    parts = tuple(part for part in consent.parts if part in shared)
    by = tuple(one for one in consent.said_by if any(one in shared[part] for part in parts))
    return consent.model_copy(update={"parts": parts, "said_by": by, "present": ()})


@dataclass(frozen=True)
class _Shared:
    """What is left of one conversation; ``shared`` is which parts, and of whom."""

    talk: Talk
    shared: dict[SharedPart, tuple[str, ...]]

    def conversation(self) -> Conversation:
        """Return everything that is kept, in a conversation of its own."""
        old = self.talk.conversation
        focus, *others = self._children()
        return Conversation(
            id=old.id,
            state=old.state,
            variant=old.variant,
            started_at=old.started_at,
            finished_at=old.finished_at,
            focus_child=focus,
            child_now=old.child_now if focus == old.focus_child else type(old.child_now)(),
            other_children=tuple(others),
            participants=tuple(
                one for one in old.participants if self._may_be_named(one.person_id)
            ),
            visits=tuple(self._visits()),
            views=tuple(self._views()),
            differences=tuple(self._differences()),
            conclusions=tuple(self._conclusions()),
            around=self._around(),
            plan=self._plan(),
            wording={
                text_id: text for text_id, text in old.wording.items() if self._is_kept(text_id)
            },
            content_version=old.content_version,
        )

    def _children(self) -> tuple[str, ...]:
        """Return whom it is about: each child of a topic, or whom the visit was about."""
        old = self.talk.conversation
        named = {part.child_id for part in self.shared if part.child_id is not None}
        in_order = [one for one in (old.focus_child, *old.other_children) if one in named]
        others = [one.id for one in self.talk.family.children if one.id in named]
        return tuple(dict.fromkeys((*in_order, *others))) or (old.focus_child,)

    def _may_be_named(self, person_id: str) -> bool:
        sayers = {one for who in self.shared.values() for one in who}
        role = self.talk.family.person(person_id).role
        return person_id in sayers or role == "professional"

    def _who(self, topic: str, child_id: str | None) -> tuple[str, ...]:
        """Return whose words on a topic are shared."""
        return self.shared.get(SharedPart(kind="topic", topic=topic, child_id=child_id), ())

    def _visits(self) -> Iterable[SideVisit]:
        topics = {part.topic for part in self.shared}
        for visit in self.talk.conversation.visits:
            kept = tuple(topic for topic in visit.topics if topic in topics)
            if kept:
                yield SideVisit(side=visit.side, topics=kept)
                topics -= set(kept)
        for topic in sorted(topic for topic in topics if topic is not None):
            yield SideVisit(side=self.talk.framework.side_of(topic) or topic, topics=(topic,))

    def _views(self) -> Iterable[View]:
        for view in self.talk.conversation.views:
            if view.person_id not in self._who(view.topic, view.child_id):
                continue
            told = tuple(
                self._answer(answer)
                for answer in view.answers
                if not is_asked_alone(self.talk.framework, answer.question)
            )
            if told:
                yield view.model_copy(update={"answers": told})

    def _differences(self) -> Iterable[Difference]:
        for old in self.talk.conversation.differences:
            who = self._who(old.topic, old.child_id)
            outcome = old.as_it_is
            is_shared = outcome is not None and self._is_of(outcome, who)
            reasons = tuple(
                each.model_copy(update={"answer": self._answer(each.answer)})
                for each in old.reasons
                if each.person_id in who
            )
            if who and (reasons or is_shared):
                yield Difference(
                    topic=old.topic,
                    child_id=old.child_id,
                    reasons=reasons,
                    outcome=self._answer(outcome) if is_shared and outcome else None,
                    later_on=old.later_on if is_shared else None,
                )

    def _conclusions(self) -> Iterable[Conclusion]:
        for old in self.talk.conversation.conclusions:
            who = self._who(old.topic, old.child_id)
            kept = tuple(self._answer(each) for each in old.answers if self._is_of(each, who))
            if who and kept:
                yield old.model_copy(update={"answers": kept})

    def _plan(self) -> Plan:
        old = self.talk.conversation.plan
        who, hard = self.shared.get(PLAN, ()), self.shared.get(HARD_DAYS, ())
        goals = tuple(self._goal(goal, who) for goal in old.goals if who and self._has(goal, who))
        keeps = old.coordinator_id
        return Plan(
            goals=goals,
            hard_again=tuple(
                self._answer(each) for each in old.hard_again if hard and self._is_of(each, hard)
            ),
            coordinator_id=keeps if goals and keeps and self._is_no_other(keeps) else None,
            look_back_on=old.look_back_on if goals else None,
        )

    def _around(self) -> Around:
        """Return who helps, with what those who share it said of them."""
        who = self.shared.get(PEOPLE, ())
        there = tuple(
            one.person_id
            for one in self.talk.conversation.participants
            if self._may_be_named(one.person_id)
        )
        return Around(
            people=tuple(
                AroundPerson(
                    person_id=told.person_id,
                    ring=told.ring,
                    helps=self._told(told.helps, who),
                    could=self._told(told.could, who),
                    present=there,
                )
                for told in (people_to_share(self.talk) if who else ())
                if self._is_no_other(told.person_id)
            )
        )

    def _told(self, own: OwnWords | None, who: Collection[str]) -> OwnWords | None:
        return _typed(own) if own is not None and self._said_by(own, who) else None

    def _has(self, goal: Goal, who: Collection[str]) -> bool:
        delicate = is_delicate_goal(self.talk.framework, self.talk.conversation, goal)
        return not delicate and self._said_by(goal.words, who)

    def _goal(self, goal: Goal, who: Collection[str]) -> Goal:
        topics = {part.topic for part in self.shared}
        return Goal(
            id=goal.id,
            words=_typed(goal.words),
            topics=tuple(topic for topic in goal.topics if topic in topics),
            programmes=tuple(
                _asked_by(each, self._is_no_other)
                for each in goal.programmes
                if not is_delicate_programme(self.talk.framework, each.id)
            ),
            why=self._told(goal.why, who),
            steps=tuple(self._step(step) for step in goal.steps if self._said_by(step.what, who)),
        )

    def _step(self, step: PlanStep) -> PlanStep:
        """Return a step without those of the family who said no."""
        return PlanStep(
            id=step.id,
            what=_typed(step.what),
            who=tuple(one for one in step.who if self._is_no_other(one)),
            to_ask=tuple(one for one in step.to_ask if self._is_no_other(one)),
            who_else=step.who_else,
            programme=_help(self.talk, step),
            by=step.by,
            rhythm=step.rhythm,
        )

    def _is_of(self, answer: Answer, who: Collection[str]) -> bool:
        """Tell whether everybody of the family who answered this together shares it."""
        there = answer.present or family_voices(self.talk)
        said = answer.words.authors if answer.words is not None else ()
        return all(one in who for one in (*there, *said) if is_of_family(self.talk, one))

    def _answer(self, answer: Answer) -> Answer:
        """Return an answer without who sat there and is nobody to this recipient."""
        present = tuple(one for one in answer.present if self._may_be_named(one))
        words = _typed(answer.words) if answer.words is not None else None
        return answer.model_copy(update={"present": present, "words": words})

    def _said_by(self, own: OwnWords, who: Collection[str]) -> bool:
        """Tell whether own words are of those who share them, or of a professional's plan."""
        return all(
            one in who or self.talk.family.person(one).role == "professional" for one in own.authors
        )

    def _is_no_other(self, person_id: str) -> bool:
        """Tell whether somebody is not one of the family who does not share this."""
        return self._may_be_named(person_id) or not is_of_family(self.talk, person_id)

    def _is_kept(self, text_id: str) -> bool:
        """Tell whether the wording of a text is that of what is shared."""
        about = text_id.partition(".")[0]
        said = {view.topic for view in self.talk.conversation.views}
        return about not in said - {part.topic for part in self.shared}


def _reached(person: Person) -> Person:
    """Return somebody with a number only where it is that of a professional."""
    return person if person.role == "professional" else person.model_copy(update={"phone": None})


def _asked_by(chosen: ChosenProgramme, may_be_named: Callable[[str], bool]) -> ChosenProgramme:
    """Return help without who asks for it, where that is one of the family who said no."""
    who = chosen.asked_by
    asks = who if who is not None and may_be_named(who) else None
    return ChosenProgramme(id=chosen.id, asked_by=asks, by=chosen.by)


def _typed(own: OwnWords) -> OwnWords:
    """Return own words as if typed by who said them: who sat at the keys is nobody's business."""
    return own.model_copy(update={"typed_by_id": own.author_id})


def _help(talk: Talk, step: PlanStep) -> str | None:
    """Return the help that does a step, unless it is for sensitive topics only."""
    known = step.programme
    return None if known is None or is_delicate_programme(talk.framework, known) else known
