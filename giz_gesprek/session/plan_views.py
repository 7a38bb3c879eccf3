"""What the plan and its days show; the other views, and what a view is, are in ``step_view``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from giz_gesprek.session.acts import GiveDay
from giz_gesprek.session.dates import DayTyping
from giz_gesprek.session.shown import Shown, spoken
from giz_gesprek.session.step_parts import GoalShown, Way


@dataclass(frozen=True, kw_only=True)
class DayView(Shown):
    """A question whose answer is a day; leaving it empty is fine."""

    question: str
    typing: DayTyping
    entered: str
    """What was being typed, or the day that was chosen, in figures."""
    day: date | None
    today: date
    pictogram: str | None = None

    def give(self, day: date | None) -> GiveDay:
        """Return what keeps this day."""
        return GiveDay(day)

    @property
    def said(self) -> tuple[str, ...]:
        """The question, how a day is typed, and which day stands."""
        return spoken(
            self.question, self.typing.format, self.typing.read(self.entered, self.today).words
        )


@dataclass(frozen=True, kw_only=True)
class GoalsView(Shown):
    """The plan: the goals so far, and what can be done with each."""

    intro: tuple[str, ...]
    goals: tuple[GoalShown, ...]
    hint: str
    """Why there is no goal yet, or why there can be no more; empty otherwise."""
    add: Way | None
    along: Way | None = None
    """To a goal of the time before, where one can go along."""
    around: Way | None = None
    """To the people around the family."""
    another: Way | None = None
    """On to one more side, where enough was talked about and that is not asked."""
    pictogram: str | None = None

    @property
    def heard(self) -> tuple[str, ...]:
        """What was told about a goal, as everybody sat there when it was typed, and a known way."""
        told = [quote for goal in self.goals for quote in (goal.why, goal.told) if quote]
        parts = [part for quote in told for part in (quote.lead, quote.text)]
        around = self.around.label if self.around is not None and self.goals else ""
        return spoken(*parts, around)

    @property
    def said(self) -> tuple[str, ...]:
        """What is asked, each goal with its steps, and the way to another goal."""
        written: list[str] = []
        for goal in self.goals:
            told = [
                part for each in (goal.why, goal.told) if each for part in (each.lead, each.text)
            ]
            written += (goal.topic, goal.words, *told, *(step.text for step in goal.steps))
            written += (goal.add_step.label if goal.add_step is not None else "", *goal.helps)
            written.append(goal.choose_help.label)
            written.append(goal.tell_back.label if goal.tell_back is not None else "")
        ways = [
            way.label
            for way in (self.add, self.along, self.around, self.another)
            if way is not None
        ]
        return spoken(*self.intro, *written, self.hint, *ways)
