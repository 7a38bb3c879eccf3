"""The plan: at most three goals in the parent's words, with small steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from giz_gesprek.session.acts import GoNext
from giz_gesprek.session.step_parts import GoalShown, PlanPart
from giz_gesprek.session.step_view import GoalsView
from giz_gesprek.tui.steps.base import StepBody, WayButton
from giz_gesprek.tui.widgets.said import Quoted, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget


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
                    yield from _goal(goal)
                if view.add is not None:
                    yield WayButton(view.add, big=not view.goals)
                elif view.hint:
                    yield Said(view.hint, classes="hint")

    def first_focus(self) -> Widget | None:
        """Stand on the first goal to write, where there is none yet."""
        return None if self.view.goals else self.query_one(WayButton)

    def confirm(self) -> None:
        """Go on."""
        self.act(GoNext())


def _goal(goal: GoalShown) -> ComposeResult:
    with Vertical(classes="goal"):
        if goal.topic:
            yield Said(goal.topic, classes="speaker")
        yield Quoted(goal.words, classes="quote")
        if goal.told:
            yield Said(f"✔ {goal.told}", classes="hint")
        with Horizontal(classes="line-buttons"):
            for way in goal.ways:
                yield WayButton(way)
        for step in goal.steps:
            yield from _step(step)
        if goal.add_step is not None:
            yield WayButton(goal.add_step)
        for text in goal.helps:
            yield Said(text, classes="plan-step")
        yield WayButton(goal.choose_help)


def _step(step: PlanPart) -> ComposeResult:
    yield Quoted(step.text, classes="plan-step")
    with Horizontal(classes="line-buttons"):
        for way in step.ways:
            yield WayButton(way)
