"""What of the change log somebody may read, as if what is withheld was never said.

Nobody reads in it that another talked alone, or about what can put somebody in danger: neither an
entry, nor that one is missing. What was done on a day on which only such things were said is left
out with them, and so is a conversation in which nothing else was said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from giz_gesprek.content.framework import Framework
from giz_gesprek.conversation.change_log import Action, LoggedChange
from giz_gesprek.conversation.delicate import is_all_delicate
from giz_gesprek.conversation.dossier import Conversation, Dossier, answers_of, own_words_of
from giz_gesprek.conversation.gathering import unheard_people
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.calendar import Calendar
from giz_gesprek.summary.log_about import About, Matter, about_of, is_delicate
from giz_gesprek.summary.withheld import Withheld

_OF_THE_PROFESSIONAL: Final[frozenset[Action]] = frozenset({"removed", "taken_back", "deleted"})
"""That something was there is already something."""
_MOVES: Final[frozenset[Matter]] = frozenset(
    {
        "conversation",
        "history",
        "log",
        "paper",
        "card",
        "start",
        "sharing",
        "report",
        "child",
        "example",
    }
)
"""What is done around what is said: without that, it has nothing to be about."""
_SAID: Final[frozenset[Matter]] = frozenset({"topic", "plan", "before", "hard_days", "around"})


@dataclass(frozen=True)
class Entry:
    """An entry that is read; ``about`` belongs to its conversation, None for the whole family."""

    at: datetime
    action: Action
    actor_id: str | None
    conversation_id: str | None
    about: About

    @property
    def what(self) -> tuple[object, ...]:
        """What was done, whenever that was: what is told of it depends on nothing else."""
        return self.action, self.actor_id, self.conversation_id, self.about


def entries(log: Iterable[LoggedChange]) -> Iterator[Entry]:
    """Yield the log with what each entry is about."""
    abouts: dict[str, About] = {}
    for logged in log:
        change = logged.change
        about = abouts.get(change.item) or about_of(change.item)
        abouts[change.item] = about
        yield Entry(logged.at, change.action, change.actor_id, change.conversation_id, about)


def visible_entries(
    framework: Framework,
    dossier: Dossier,
    log: Sequence[LoggedChange],
    calendar: Calendar,
    withheld: Withheld,
) -> tuple[Entry, ...]:
    """Return the log without what is withheld, in the order in which it happened."""
    everything = tuple(entries(log))
    if withheld.delicate:
        everything = _OthersRead(framework, dossier, calendar).left(everything)
    if withheld.but_of is not None:
        everything = tuple(one for one in everything if _is_of(dossier, one, withheld.but_of))
    return everything


@dataclass(frozen=True)
class _OthersRead:
    """What is left of the log of a family where others read along."""

    framework: Framework
    dossier: Dossier
    calendar: Calendar

    def left(self, everything: Sequence[Entry]) -> tuple[Entry, ...]:
        """Return the entries that others may read."""
        # A log is long, and says the same many times.
        withheld = {one.what: self._is_withheld(one) for one in _each_once(everything)}
        kept = [one for one in everything if not withheld[one.what]]
        silent = {self._day(one) for one in everything} - {
            self._day(one) for one in kept if one.about.matter in _SAID
        }
        silent &= {
            self._day(one)
            for one in everything
            if one.conversation_id is not None and withheld[one.what]
        }
        return tuple(
            one for one in kept if one.about.matter not in _MOVES or self._day(one) not in silent
        )

    def _day(self, entry: Entry) -> tuple[str | None, date]:
        return entry.conversation_id, self.calendar.day_of(entry.at)

    def _is_withheld(self, entry: Entry) -> bool:
        if entry.action in _OF_THE_PROFESSIONAL:
            return True
        talk = self._talk(entry.conversation_id)
        if talk is None:
            return True
        if entry.actor_id is not None and entry.actor_id in unheard_people(talk):
            return True
        if entry.conversation_id is not None and is_all_delicate(self.framework, talk.conversation):
            return True
        return is_delicate(talk, entry.about)

    def _talk(self, conversation_id: str | None) -> Talk | None:
        """Return the conversation of an entry, for one of the whole family the last; or None."""
        ids = [each.id for each in self.dossier.conversations]
        if conversation_id is None:
            conversation_id = ids[-1] if ids else None
        return (
            Talk(self.framework, self.dossier, conversation_id) if conversation_id in ids else None
        )


def _each_once(everything: Iterable[Entry]) -> Iterable[Entry]:
    return {one.what: one for one in everything}.values()


def _is_of(dossier: Dossier, entry: Entry, person_id: str) -> bool:
    """Tell whether an entry is of one person: their own, or of whoever looks at what they said."""
    if entry.actor_id == person_id:
        return True
    about = entry.about
    if about.matter == "table" or entry.action in _OF_THE_PROFESSIONAL:
        return False
    if about.matter in {"paper", "log"}:
        kind, _colon, whom = (about.ref or "").partition(":")
        if kind == "recipient" or (kind == "person" and whom != person_id):
            return False
    if entry.conversation_id is None:
        return about.matter in {"family", "paper", "log", "history"}
    there = next((x for x in dossier.conversations if x.id == entry.conversation_id), None)
    took_part = there is not None and _took_part(there, person_id)
    return took_part and about.matter in {"conversation", "log", "paper", "card", "history"}


def _took_part(conversation: Conversation, person_id: str) -> bool:
    """Tell whether somebody sat at a conversation, or said something in it."""
    return (
        person_id in conversation.participant_ids()
        or person_id in {one.person_id for one in conversation.comings}
        or any(person_id in own.authors for own in own_words_of(conversation))
        or any(person_id in answer.present for answer in answers_of(conversation))
        or any(view.person_id == person_id for view in conversation.views)
    )
