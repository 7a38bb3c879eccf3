"""The plan: at most three goals in the parent's words, with small steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical

from giz_gesprek.conversation.agenda import open_sides
from giz_gesprek.conversation.planning import can_add_goal, can_add_step
from giz_gesprek.conversation.programmes import is_for_families
from giz_gesprek.tui.steps.base import StepBody
from giz_gesprek.tui.widgets.said import PlainButton, Quoted, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget
    from textual.widgets import Button

    from giz_gesprek.conversation.plan import Goal, PlanStep


class PlanButton(PlainButton):
    """A button that edits one part of the plan."""

    def __init__(
        self, label: str, action: str, part_id: str | None = None, *, big: bool = False
    ) -> None:
        super().__init__(label, big=big)
        self.plan_action = action
        self.part_id = part_id


class GoalsBody(StepBody):
    """The goals so far, and what can be done with each."""

    HELP: ClassVar[str] = "help.goals"
    CAN_SKIP = False

    def title(self) -> str:
        """Return the heading of the plan."""
        return self.say("goals.title")

    def compose(self) -> ComposeResult:
        """Lay out the goals and the way to add one, beside their picture."""
        with Horizontal(classes="with-picture"):
            yield self.page_picture("goals.title", modest=True)
            with Vertical(classes="beside"):
                yield from self._goals()

    def _goals(self) -> ComposeResult:
        conversation = self.data.conversation
        if not conversation.plan.goals:
            if not open_sides(self.data.talk):
                yield from self.lines("triangle.all_done")
            yield from self.lines("goals.intro")
            yield from self.lines("goals.none_yet", classes="hint")
        for goal in conversation.plan.goals:
            yield from self._goal(goal)
        if can_add_goal(self.data.talk):
            label = "button.add_goal" if conversation.plan.goals else "goals.first"
            yield PlanButton(self.say(label), "add_goal", big=not conversation.plan.goals)
        else:
            yield from self.lines("goals.three_is_enough", classes="hint")

    def example_id(self) -> str | None:
        """Return the question for a goal, which carries an example."""
        return "goals.goal"

    def first_focus(self) -> Widget | None:
        """Stand on the first goal to write, where there is none yet."""
        return None if self.data.conversation.plan.goals else self.query_one(PlanButton)

    def _goal(self, goal: Goal) -> ComposeResult:
        with Vertical(classes="goal"):
            yield Quoted(goal.words.text, classes="quote")
            if goal.told_back:
                yield Said(f"✔ {self.say('goals.told')}", classes="hint")
            with Horizontal(classes="line-buttons"):
                yield PlanButton(self.say("button.change"), "change_goal", goal.id)
                yield PlanButton(self.say("button.remove"), "remove_goal", goal.id)
                if goal.steps and not goal.told_back:
                    yield PlanButton(self.say("button.tell_back"), "tell_back", goal.id)
            for step in goal.steps:
                yield from self._step(step)
            if can_add_step(goal):
                yield PlanButton(
                    self.say("button.add_step" if goal.steps else "goals.first_step"),
                    "add_step",
                    goal.id,
                )
            for programme in goal.programmes:
                if is_for_families(self.data.framework, programme):
                    name = self.data.words.programme(programme)
                    yield from self.lines("document.help", classes="plan-step", what=name)
            yield PlanButton(self.say("goals.choose_help"), "choose_help", goal.id)

    def _step(self, step: PlanStep) -> ComposeResult:
        who = self.data.name(step.who) if step.who else step.who_else
        when = (
            self.say("document.step_by", date=self.data.calendar.write(step.by))
            if step.by
            else None
        )
        yield Quoted(
            " · ".join(part for part in (who, step.what.text, when) if part), classes="plan-step"
        )
        with Horizontal(classes="line-buttons"):
            yield PlanButton(self.say("button.change"), "change_step", step.id)
            yield PlanButton(self.say("button.remove"), "remove_step", step.id)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Pass on which part is to be edited."""
        event.stop()
        if isinstance(event.button, PlanButton):
            self.post_message(self.PlanEditAsked(event.button.plan_action, event.button.part_id))
