"""What is left of a record when one person of the family takes back what they said.

Owns whose a record is. Own words are of their authors: those of nobody else go, those that others
said as well stay as theirs. What was chosen together is of those of the family who were there, and
goes with the last of them. Each function gives the record anew, or None for nothing left of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from giz_gesprek.conversation.answers import (
    Answer,
    Conclusion,
    Difference,
    OwnWords,
    SeekAdvice,
    View,
)
from giz_gesprek.conversation.around import AroundPerson
from giz_gesprek.conversation.base import Record
from giz_gesprek.conversation.looked_back import LookedBack
from giz_gesprek.conversation.presence import sat_at_the_table
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import turn_of

_Present = TypeVar("_Present", bound=Record)


@dataclass(frozen=True)
class Without:
    """A talk as it would be without what ``person_id`` said in it."""

    talk: Talk
    person_id: str

    @property
    def is_last(self) -> bool:
        """Whether nobody else of the family was there who is asked anything."""
        return not self._others(sat_at_the_table(self.talk.conversation))

    def words(self, own: OwnWords | None) -> OwnWords | None:
        """Return own words as those of whoever else said them."""
        if own is None or self.person_id not in own.authors:
            return own
        others = self.people(own.authors)
        if not others:
            return None
        return own.model_copy(update={"author_id": others[0], "with_ids": others[1:]})

    def people(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the others of ``ids``."""
        return tuple(one for one in ids if one != self.person_id)

    def together(self, record: _Present | None) -> _Present | None:
        """Return what was said or chosen by who was ``present``; an old record may not know who."""
        if record is None:
            return None
        present: tuple[str, ...] = record.present  # type: ignore[attr-defined]
        if not present:
            return None if self.is_last else record
        if self.person_id not in present:
            return record
        kept = record.model_copy(update={"present": self.people(present)})
        return kept if self._others(present) else None

    def chosen(self, answer: Answer | None) -> Answer | None:
        """Return an answer that everybody gave together."""
        if answer is None or answer.words is None:
            return self.together(answer)
        own = self.words(answer.words)
        here = {"words": own, "present": self.people(answer.present)}
        return answer.model_copy(update=here) if own is not None else None

    def all_chosen(self, answers: Iterable[Answer]) -> tuple[Answer, ...]:
        """Return the answers that are left of those that everybody gave together."""
        return tuple(kept for each in answers if (kept := self.chosen(each)) is not None)

    def each(self, answers: Iterable[Answer]) -> tuple[Answer, ...]:
        """Return answers of somebody else, whose words these are."""
        return tuple(
            one.model_copy(update={"words": self.words(one.words)})
            for one in answers
            if one.words is None or self.words(one.words) is not None
        )

    def view(self, view: View) -> View | None:
        """Return the view of somebody else."""
        if view.person_id == self.person_id:
            return None
        answers = self.each(view.answers)
        kept = view.model_copy(update={"answers": answers})
        return kept if answers or view.anew or not view.answers else None

    def conclusion(self, conclusion: Conclusion) -> Conclusion | None:
        """Return a conclusion; that help was asked for stays, as of whoever else was there."""
        meanings, framework = self.talk.framework.meanings, self.talk.framework
        asks = any(
            framework.choice_id(each.question, each.choice) == meanings.wants_help
            for each in conclusion.answers
        )
        if asks:
            answers = tuple(
                each.model_copy(update={"present": self.people(each.present)})
                for each in self.each(conclusion.answers)
            )
        else:
            answers = self.all_chosen(conclusion.answers)
        return conclusion.model_copy(update={"answers": answers}) if answers else None

    def difference(self, difference: Difference, *, still: bool) -> Difference | None:
        """Return a difference; how one goes on with it goes where there is none any ``still``."""
        reasons = tuple(
            one
            for one in difference.reasons
            if one.person_id != self.person_id and self.each([one.answer])
        )
        outcome, at_end = self.chosen(difference.outcome), self.chosen(difference.at_end)
        left = difference.model_copy(
            update={
                "reasons": reasons,
                "outcome": outcome if still or _is_typed(outcome) else None,
                "at_end": at_end if still or _is_typed(at_end) else None,
                "later_on": difference.later_on if still and outcome is not None else None,
            }
        )
        empty = Difference(topic=difference.topic, child_id=difference.child_id)
        return left if left != empty else None

    def advice(self, advice: SeekAdvice) -> SeekAdvice:
        """Return that advice is asked, which stays, without what this person said to it."""
        said = tuple(
            one.model_copy(update={"answers": answers})
            for one in advice.reactions
            if one.person_id != self.person_id and (answers := self.each(one.answers))
        )
        return advice.model_copy(update={"answers": self.each(advice.answers), "reactions": said})

    def around(self, one: AroundPerson) -> AroundPerson | None:
        """Return somebody around the family, as far as others told of them."""
        helps, could = self.words(one.helps), self.words(one.could)
        others = self._others(one.present) if one.present else () if self.is_last else (1,)
        if not others and helps is None and could is None:
            return None
        kept = one.with_words(helps, could)
        return kept.model_copy(update={"present": self.people(one.present)})

    def looked_back(self, said: LookedBack) -> LookedBack | None:
        """Return what became of a goal of the time before, as others said it."""
        helped = self.words(said.helped)
        kept = self.together(said)
        if kept is None and helped is not None:
            kept = said.model_copy(update={"present": self.people(said.present)})
        return kept and kept.model_copy(update={"helped": helped})

    def _others(self, present: Iterable[str]) -> tuple[str, ...]:
        """Return who else of the family was there and is asked."""
        family, framework = self.talk.family, self.talk.framework
        return tuple(
            one
            for one in self.people(present)
            if turn_of(framework, family.person(one).role) == "family"
        )


def _is_typed(answer: Answer | None) -> bool:
    return answer is not None and answer.words is not None
