"""The plan: at most three goals in the parent's words, with small steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import Horizontal, Vertical

from giz_gesprek.session.acts import EditPlan, GoNext
from giz_gesprek.session.plan_edit import PlanEdit
from giz_gesprek.session.plan_views import GoalsView
from giz_gesprek.session.shown import Shown
from giz_gesprek.session.step_parts import GoalShown, PlanPart, Quote
from giz_gesprek.tui.steps.base import StepBody, WayButton
from giz_gesprek.tui.widgets.for_professional import ForProfessional
from giz_gesprek.tui.widgets.said import Quoted, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from giz_gesprek.session.acts import Act


_AFTER: Final[tuple[PlanEdit, ...]] = ("add_step", "choose_help")
"""What most likely comes after something of a goal was written."""


class GoalsBody(StepBody[GoalsView]):
    """The goals so far, and what can be done with each."""

    def compose(self) -> ComposeResult:
        """Lay out the goals and the way to add one, beside their picture."""
        view = self.view
        with Horizontal(classes="with-picture"):
            yield self.pictures.picture(view.pictogram, modest=True)
            with Vertical(classes="beside"):
                for text in view.intro:
                    yield Said(text, classes="statement")
                if view.hint and not view.goals:
                    yield Said(view.hint, classes="hint")
                for goal in view.goals:
                    yield GoalBox(goal)
                yield from self._below()

    def _below(self) -> ComposeResult:
        """Lay out who keeps the plan, and the ways on from all goals."""
        view = self.view
        for text in view.kept_by:
            yield Quoted(text, classes="plan-step")
        if view.keeps_it is not None:
            yield WayButton(view.keeps_it)
        if view.add is not None:
            yield WayButton(view.add, big=not view.goals)
        elif view.hint:
            yield Said(view.hint, classes="hint")
        if view.along is not None:
            yield WayButton(view.along, big=not view.goals)
        if view.around is not None:
            yield WayButton(view.around, id="around")
        if view.another is not None:
            yield WayButton(view.another, id="another-side")

    def first_focus(self) -> Widget | None:
        """Stand on the first goal to write, where there is none yet."""
        return None if self.view.goals else self.query_one(WayButton)

    def focus_after(self, before: StepBody[Shown], act: Act) -> Widget | None:
        """Stay at the goal that was written: at telling it back, where that is asked now."""
        goals = [*self.query(GoalBox)]
        if not isinstance(act, EditPlan) or not goals or not isinstance(before, GoalsBody):
            return None
        if act.edit in {"add_goal", "take_along"}:
            place = len(goals) - 1
        else:
            earlier = [_part_ids(goal) for goal in before.view.goals]
            place = next((at for at, ids in enumerate(earlier) if act.part_id in ids), 0)
        box: GoalBox = goals[min(place, len(goals) - 1)]
        return box.focus_after(act)

    def confirm(self) -> None:
        """Go on."""
        self.act(GoNext())


class GoalBox(Vertical):
    """One goal with its steps, and everything that can be done with it."""

    def __init__(self, goal: GoalShown) -> None:
        super().__init__(classes="goal")
        self._goal = goal

    def compose(self) -> ComposeResult:
        """Lay out the goal."""
        yield from _goal(self._goal)

    def focus_after(self, act: EditPlan) -> Widget | None:
        """Return the button for what is asked after ``act``, or else the one that was pressed."""
        same = [] if act.edit.startswith("remove") else [act]
        parts = _part_ids(self._goal)
        asked = [EditPlan("tell_back", part) for part in parts]
        others = [EditPlan(edit, part) for edit in _AFTER for part in parts]
        buttons = {each.act: each for each in self.query(WayButton)}
        return next(buttons[each] for each in (*asked, *same, *others) if each in buttons)


def _part_ids(goal: GoalShown) -> frozenset[str]:
    """Return the ids of a goal and its steps."""
    ways = (*goal.ways, *(way for step in goal.steps for way in step.ways))
    return frozenset(way.act.part_id for way in ways if isinstance(way.act, EditPlan))


def _goal(goal: GoalShown) -> ComposeResult:
    if goal.topic:
        yield Said(goal.topic, classes="speaker")
    yield Quoted(goal.words, classes="quote")
    if goal.why is not None:
        yield from _quote(goal.why.lead, goal.why)
    with Horizontal(classes="line-buttons"):
        for way in goal.ways:
            yield WayButton(way)
    with Horizontal(classes="line-buttons"):
        yield WayButton(goal.say_why)
    for step in goal.steps:
        yield from _step(step)
    if goal.add_step is not None:
        yield WayButton(goal.add_step)
    for text in goal.helps:
        yield Said(text, classes="plan-step")
    yield WayButton(goal.choose_help)
    if goal.told is not None:
        yield from _quote(f"✔ {goal.told.lead}", goal.told)
    if goal.to_do:
        yield ForProfessional(goal.to_do)
    if goal.tell_back is not None:
        yield WayButton(goal.tell_back)


def _quote(lead: str, quote: Quote) -> ComposeResult:
    yield Said(lead, classes="hint")
    if quote.text:
        yield Quoted(quote.text, classes="quote")


def _step(step: PlanPart) -> ComposeResult:
    yield Quoted(step.text, classes="plan-step")
    with Horizontal(classes="line-buttons"):
        for way in step.ways:
            yield WayButton(way)
