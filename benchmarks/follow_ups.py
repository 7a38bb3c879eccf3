"""The next visit that is walked: six weeks after a first one, which ended with three goals.

One goal was reached, one a little and one not yet, and these two go along; the time since was calm.
The difference that was left is talked about now, with the other topic of then: one goes better, one
is harder, and both tell what changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from benchmarks.stores import NOW
from benchmarks.visit_walk import walk
from benchmarks.visits import FAMILY, Visit
from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.beginning import new_conversation
from giz_gesprek.conversation.flow import finish
from giz_gesprek.conversation.planning import add_goal, add_plan_step
from giz_gesprek.conversation.steps import HelpedStep, ReachedStep, ThenStep
from giz_gesprek.session.session import Session

if TYPE_CHECKING:
    from giz_gesprek.content.library import Library
    from giz_gesprek.conversation.steps import Step
    from giz_gesprek.conversation.talk import Talk
    from giz_gesprek.store import Store

_FIRST: Final = Visit(1, 2, differ=True, variant="short")
_GOALS: Final = {
    "Ik wil dat de muur droog is.": "Ik bel de verhuurder.",
    "Ik wil één keer in de week sporten.": "Mijn zus past op dinsdag op.",
}
"""Besides the goal of the first visit: words and a step."""
_HELPED: Final = "Elke avond hetzelfde liedje. En mijn zus belde."
_OUTCOMES: Final = ("reached", "a_little", "not_reached")
_ANSWERS: Final[Mapping[tuple[str, str], str]] = {
    ("eating_sleeping", "appraisal"): "so_so",
    ("eating_sleeping", "view"): "so_so",
    ("housing", "appraisal"): "difficult",
    ("housing", "view"): "difficult",
    ("housing", "what_changed"): "De muur is nog nat. De verhuurder zegt dat hij komt.",
    ("housing", "change"): "harder",
    ("housing", "view_change"): "harder",
}


@dataclass(frozen=True)
class FollowUp:
    """A next visit of the same mother and nurse."""

    name: str = "follow-up, 3 goals, 2 topics, 1 parent, short"

    @property
    def chosen(self) -> tuple[str, ...]:
        """The topics that are talked about again."""
        return _FIRST.chosen

    def sides(self) -> tuple[str, ...]:
        """Return the sides that are opened: no new one."""
        return ()

    def answer(self, topic: str | None, person_id: str | None, question: str) -> str | None:
        """Return what somebody says: what they said the first time, where nothing changed."""
        said = _ANSWERS.get((topic or "", question))
        return said or _FIRST.answer(topic, person_id, question)

    def chooses(self, step: Step) -> str | None:
        """Return what became of a goal, what helped, and how to go on; the time since was calm."""
        match step:
            case ReachedStep(goal):
                return dict(zip(_goal_ids(), _OUTCOMES, strict=True))[goal]
            case HelpedStep(goal) if goal == _goal_ids()[0]:
                return _HELPED
            case ThenStep(goal):
                return "smaller" if goal == _goal_ids()[-1] else "as_it_was"
        return None

    def settles(self, left: str) -> str | None:
        """Return what becomes of something that was left: it is talked about with its topic."""
        del left
        return None

    def begin(self, store: Store, library: Library) -> Session:
        """Hold the first visit, and return the session of the next one, not begun."""
        before = _FIRST.begin(store, library, NOW - timedelta(weeks=6))
        walk(_FIRST, before)
        talk = finish(_with_three_goals(before.talk, before.now), now=before.now)
        conversation = new_conversation(
            library.framework,
            FAMILY,
            conversation_id="next",
            now=NOW,
            variant=_FIRST.variant,
            focus_child="child",
            at_the_table=("first", "nurse"),
            content_version="benchmark",
        )
        dossier = talk.dossier.model_copy(
            update={"conversations": (*talk.dossier.conversations, conversation)}
        )
        store.save(dossier, now=NOW)
        return Session(store, library, dossier, "next", clock=lambda: NOW)


def _goal_ids() -> tuple[str, ...]:
    return tuple(f"goal-{number}" for number in range(1, len(_OUTCOMES) + 1))


def _with_three_goals(talk: Talk, now: datetime) -> Talk:
    for goal, step in _GOALS.items():
        talk = add_goal(talk, _said(goal, now))
        talk = add_plan_step(talk, talk.conversation.plan.goals[-1].id, _said(step, now))
    return talk


def _said(text: str, now: datetime) -> OwnWords:
    return OwnWords(text=text, author_id="first", typed_by_id="nurse", at=now)
