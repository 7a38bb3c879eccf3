"""Families and conversations that are larger than anybody's, made by really holding them."""

from __future__ import annotations

import asyncio
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.stores import NOW, PASSPHRASE
from benchmarks.visit_walk import Held, Walk
from benchmarks.visits import FAMILY
from giz_gesprek.content.loading import load_library
from giz_gesprek.conversation.beginning import new_conversation
from giz_gesprek.conversation.dossier import Agreement, Dossier, SideVisit
from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.paths import content_dir
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_view import TopicsView, TriangleView
from giz_gesprek.store import Store

if TYPE_CHECKING:
    from giz_gesprek.content.library import Library
    from giz_gesprek.conversation.steps import Step
    from giz_gesprek.session.acts import Act
    from giz_gesprek.session.step_view import StepView

TOPICS: Final = 18
"""All that there are."""

_FACES: Final = {"first": "going_well", "second": "difficult", "nurse": "so_so"}
_TOGETHER: Final = {
    "difference": "agree",
    "outcome": "support",
    "helper": "outside",
    "urgency": "extra_support",
    "help_kind": "advice",
}


@cache
def library() -> Library:
    """Return what can be asked; read once."""
    return load_library(content_dir())


@dataclass(frozen=True)
class Large:
    """A visit with as much as is wanted of everything.

    Attributes:
        topics: how many are talked about, those of the first side first.
        characters: how long each own words are.
        people: how many the family has; three of them sit at the table, beside the child.

    """

    topics: int = 3
    characters: int = 60
    people: int = 4

    @property
    def chosen(self) -> tuple[str, ...]:
        """The topics that are talked about."""
        sides = library().framework.sides.values()
        return tuple(topic for side in sides for topic in side.topics)[: self.topics]

    def sides(self) -> tuple[str, ...]:
        """Return the sides that are opened, in order."""
        side_of = library().framework.side_of
        return tuple(dict.fromkeys(side for topic in self.chosen if (side := side_of(topic))))

    def _on(self, side: str) -> tuple[str, ...]:
        return tuple(each for each in self.chosen if library().framework.side_of(each) == side)

    def answer(self, topic: str | None, person_id: str | None, question: str) -> str | None:
        """Return what somebody says, None for what comes first."""
        if topic is not None and question in {"appraisal", "view"}:
            return _FACES.get(person_id or "")
        if topic is not None and person_id is None and question in _TOGETHER:
            return _TOGETHER[question]
        if question in {"wish", *_TOGETHER}:
            return None
        return ("Dat gaat al een hele tijd zo. " * (self.characters // 30 + 1))[: self.characters]

    def chooses(self, step: Step) -> str | None:
        """Return what is said on a step that is no question; None for what comes first."""
        del step
        return None

    def settles(self, left: str) -> str | None:
        """Return what becomes of something that was left: nothing yet."""
        del left
        return None

    def begin(self, store: Store) -> Session:
        """Return the session of this visit, at the first question."""
        around = tuple(
            Person(id=f"around-{number}", name=f"Iemand {number}", role="network")
            for number in range(self.people - len(FAMILY.people))
        )
        family = FAMILY.model_copy(update={"people": (*FAMILY.people, *around)})
        conversation = new_conversation(
            library().framework,
            family,
            conversation_id="talk",
            now=NOW,
            variant="extended",
            focus_child="child",
            at_the_table=("first", "second", "nurse"),
            content_version="benchmark",
        )
        # Chosen beforehand: on the way no other side is opened after three topics.
        during = {
            "visits": tuple(SideVisit(side=side, topics=self._on(side)) for side in self.sides()),
            "agreement": Agreement(told_at=NOW, wants_to_talk=True, answered_at=NOW),
            "state": "in_progress",
        }
        dossier = Dossier(family=family, conversations=(conversation.model_copy(update=during),))
        store.save(dossier, now=NOW)
        session = Session(store, library(), dossier, "talk", clock=lambda: NOW)
        session.jump(next(step for step in session.steps() if isinstance(step, QuestionStep)))
        return session

    def dossier(self) -> Dossier:
        """Return the family with this visit, held to its end."""
        return _held(self)[0]

    def answers(self) -> tuple[float, ...]:
        """Return the milliseconds of the processor that each answer took, in order."""
        return _held(self)[1]


@cache
def _held(visit: Large) -> tuple[Dossier, tuple[float, ...]]:
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.create(Path(folder) / "families.db", PASSPHRASE, NOW) as store,
    ):
        walk = TimedWalk(visit, visit.begin(store))
        asyncio.run(walk.hold())
        return walk.session.dossier, tuple(walk.answered)


class TimedWalk(Walk):
    """A visit of which the answers are timed, with the view of the step that comes after each."""

    def __init__(self, visit: Held, session: Session) -> None:
        super().__init__(visit, session)
        self.answered: list[float] = []

    async def do(self, view: StepView) -> None:
        """Do what is to be done on a step; sides and topics are chosen already."""
        if isinstance(view, TriangleView | TopicsView):
            self.session.next()
        else:
            await super().do(view)

    async def act(self, act: Act | None) -> None:
        """Do what the step offers; time it where it answers a question."""
        if not isinstance(self.session.step, QuestionStep):
            return await super().act(act)
        start = time.process_time()
        await super().act(act)
        self.session.view  # noqa: B018 - it is made when it is asked for
        return self.answered.append((time.process_time() - start) * 1000)
