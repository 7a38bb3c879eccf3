"""Walking a visit from the welcome to the paper over a session, and counting what it takes.

No screen is drawn. Every act is one that the step itself offers, so that a step that comes, goes or
changes is counted as it is; one of a new kind is an error until it is said here what it asks.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Protocol

from benchmarks.stores import NOW
from benchmarks.visit_model import Kind, Tally, screen
from benchmarks.visits import GOAL, STEP, TOLD
from giz_gesprek.conversation.offered import topics_of_picture
from giz_gesprek.conversation.planning import topic_of_first_goal
from giz_gesprek.conversation.steps import (
    ExportStep,
    GoalsStep,
    LeftStep,
    PracticeStep,
    QuestionStep,
    SummaryStep,
)
from giz_gesprek.session.acts import Act, EditPlan, GoNext, SettleLeft
from giz_gesprek.session.around_view import AroundView
from giz_gesprek.session.asking import ChosenDay, WordsAsked
from giz_gesprek.session.help_now import help_now
from giz_gesprek.session.performing import perform
from giz_gesprek.session.plan_views import DayView, GoalsView
from giz_gesprek.session.step_view import ChoiceView, PageView, TopicsView, TriangleView, WordsView
from giz_gesprek.session.written_views import LinesView, SideBySideView
from tests.support.asking import Scripted, texts_of

if TYPE_CHECKING:
    from giz_gesprek.conversation.steps import Step
    from giz_gesprek.session.session import Session
    from giz_gesprek.session.step_parts import Option
    from giz_gesprek.session.step_view import StepView

_CHOICE_KEYS: Final = 2
"""A choice is lit, and confirmed."""
_MOST_SCREENS: Final = 150
"""A topic: more than any visit has. A walk that comes so far goes round."""
_LOOK_BACK: Final = NOW.date() + timedelta(weeks=6)
_STEP_BY: Final = NOW.date() + timedelta(days=1)


@dataclass(frozen=True)
class Walked:
    """What a visit took to the first look at the goals and to the paper, and what was heard."""

    to_goals: Tally
    to_paper: Tally
    heard: tuple[str, ...]


class Held(Protocol):
    """What is said on a visit: which topics, on which sides, and what is answered and chosen."""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The topics that are talked about."""

    def sides(self) -> tuple[str, ...]:
        """Return the sides that are opened, in order."""

    def answer(self, topic: str | None, person_id: str | None, question: str) -> str | None:
        """Return what somebody says, None for nothing."""

    def chooses(self, step: Step) -> str | None:
        """Return what is said on a step that is no question; None for what comes first."""

    def settles(self, left: str) -> str | None:
        """Return what becomes of something that was left for later; None for nothing yet."""


def walk(visit: Held, session: Session) -> Walked:
    """Hold a whole visit."""
    return asyncio.run(Walk(visit, session).hold())


class Walk:
    """One visit on its way; ``act`` is how something is done on a step."""

    def __init__(self, visit: Held, session: Session) -> None:
        self._visit = visit
        self.session = session
        self._tally = Tally()
        self._heard: list[str] = []

    async def hold(self) -> Walked:
        """Go from step to step until the paper is asked for."""
        to_goals: Tally | None = None
        while not isinstance(self.session.step, ExportStep):
            if self._tally.screens > _MOST_SCREENS * len(self._visit.chosen):
                raise RuntimeError(f"no way on from {self.session.step.key}")
            if isinstance(self.session.step, GoalsStep) and to_goals is None:
                to_goals = self._tally
            await self.do(self.session.view)
        if isinstance(view := self.session.view, ChoiceView):
            self._count_choice("choice", view, view.options[0])
        return Walked(to_goals or self._tally, self._tally, tuple(self._heard))

    async def do(self, view: StepView) -> None:  # noqa: C901 - one a kind of view
        """Do what is to be done on a step, and go on from it."""
        match view:
            case PageView():
                self._count("page", view.new)
                await self.act(view.confirm)
            case TriangleView():
                await self._choose_side(view)
            case TopicsView():
                await self._choose_topics(view)
            case ChoiceView():
                await self._choose(view)
            case WordsView():
                await self._tell(view)
            case LinesView():
                await self._read(view)
            case SideBySideView():
                self._count("beside", view.new)
                await self.act(GoNext())
            case DayView():
                self._count("day", view.new)
                await self.act(view.give(_LOOK_BACK))
            case GoalsView():
                await self._plan(view)
            case AroundView():
                self._count("together", view.new)
                await self.act(view.keep_all.act if view.keep_all is not None else GoNext())
            case _:
                raise TypeError(f"nobody says what is done on {view.step.key}")

    async def _read(self, view: LinesView) -> None:
        if isinstance(view.step, LeftStep):
            await self._settle(view)
            return
        self._count("report" if isinstance(view.step, SummaryStep) else "lines", view.new)
        await self.act(GoNext())

    async def _settle(self, view: LinesView) -> None:
        """Say what becomes of what was left for later, and go on."""
        ways = [way.act for part in view.parts for line in part.lines for way in line.ways]
        offered = [act for act in ways if isinstance(act, SettleLeft)]
        wanted = [act for act in offered if act.then == self._visit.settles(act.left)]
        self._count("together" if wanted else "lines", view.new, keys=len(wanted) + 1)
        for act in wanted:
            await self.act(act)
        await self.act(GoNext())

    async def _choose_side(self, view: TriangleView) -> None:
        opened = {visit.side for visit in self.session.conversation.visits}
        coming = [side for side in self._visit.sides() if side not in opened]
        option = next((each for each in view.options if each.id in coming[:1]), view.options[-1])
        self._count_choice("sides", view, option)
        await self.act(option.act)

    async def _choose_topics(self, view: TopicsView) -> None:
        wanted = [option for option in view.options if option.id in self._visit.chosen]
        shown, echoes = view, list[str]()
        for option in wanted:
            await self.act(option.act)
            shown = self._topics()
            echoes += shown.echo
        self._count("topics", [*view.new, *echoes], keys=len(wanted) + 1)
        side_of, here = self.session.framework.side_of, view.step.position.side
        side = {topic for topic in self._visit.chosen if side_of(topic) == here}
        others = shown.others if side - shown.chosen else None
        await self.act(others.act if others is not None else shown.confirm)

    def _topics(self) -> TopicsView:
        view = self.session.view
        assert isinstance(view, TopicsView)  # noqa: S101 - a topic was chosen there
        return view

    async def _choose(self, view: ChoiceView) -> None:
        step = view.step
        kind: Kind = "choice"
        if isinstance(step, QuestionStep):
            wanted = self._visit.answer(step.topic, step.person_id, step.question)
            kind = "choice" if step.person_id is not None else "together"
        else:
            wanted = self._visit.chooses(step)
            kind = "practice" if isinstance(step, PracticeStep) else "choice"
        option = next((each for each in view.options if each.id == wanted), view.options[0])
        self._count_choice(kind, view, option)
        await self.act(option.act)

    async def _tell(self, view: WordsView) -> None:
        step = view.step
        if isinstance(step, QuestionStep):
            words = self._visit.answer(step.topic, step.person_id, step.question)
        else:
            words = self._visit.chooses(step)
        self._count("own_words" if words else "no_words", view.new)
        await self.act(view.give(words or ""))

    async def _plan(self, view: GoalsView) -> None:
        """Write one goal with one step where there is none, tell each back, and go on."""
        self._count("page", view.new)
        goals = self.session.conversation.plan.goals if view.goals else ()
        untold = next((goal for goal in goals if not goal.told_back), None)
        if view.add is not None and not goals:
            known = topic_of_first_goal(self.session.talk)
            # Otherwise it is asked to which topic it belongs: to none.
            none = (None,) if known is None and topics_of_picture(self.session.talk) else ()
            await self._ask(view.add.act, GOAL, *none, STEP, ("first",), ChosenDay(_STEP_BY))
        elif untold is not None:
            await self._ask(EditPlan("tell_back", untold.id), TOLD)
        else:
            await self.act(GoNext())

    async def _ask(self, act: Act, *answers: object) -> None:
        """Carry out an act that asks, and count every question as a screen."""
        ask = Scripted(*answers)
        await perform(self.session, ask, act)
        for asked in ask.asked:
            kind: Kind = "own_words" if isinstance(asked, WordsAsked) else "together"
            self._count(kind, texts_of(asked))

    async def act(self, act: Act | None) -> None:
        """Do what the step offers.

        Raises:
            ValueError: it offers nothing.

        """
        if act is None:
            raise ValueError("nothing to do on this step")
        done = await perform(self.session, Scripted(), act)
        if done.call_now:
            self._count("page", help_now(self.session))

    def _count_choice(self, kind: Kind, view: ChoiceView, lit: Option) -> None:
        """Count a screen on which a choice is lit, which is told, and then confirmed."""
        self._count(kind, [*view.new, lit.echo, lit.about], keys=_CHOICE_KEYS)

    def _count(self, kind: Kind, said: Iterable[str], *, keys: int = 1) -> None:
        heard = said if self._is_of_the_parent() else self._said_to_the_parent()
        texts = [text for text in heard if text]
        self._heard += texts
        self._tally += screen(kind, keys=keys, words=sum(len(text.split()) for text in texts))

    def _said_to_the_parent(self) -> Iterable[str]:
        """Return what stands above a question of the professional: that their turn begins."""
        match self.session.view:
            case ChoiceView() | WordsView() as view if isinstance(view.step, QuestionStep):
                return [view.intro]
        return []

    def _is_of_the_parent(self) -> bool:
        """Tell whether the parent is spoken to: what a professional answers is not read to them."""
        step = self.session.step
        if not isinstance(step, QuestionStep) or step.person_id is None:
            return True
        return self.session.family.person(step.person_id).role != "professional"
