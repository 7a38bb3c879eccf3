"""What the plan and its days show; the other views, and what a view is, are in ``step_view``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from giz_gesprek.session.acts import GiveDay
from giz_gesprek.session.dates import DayTyping
from giz_gesprek.session.shown import Shown, spoken
from giz_gesprek.session.step_parts import GoalShown, Quote, Way


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
    kept_by: tuple[str, ...] = ()
    """Who keeps the plan and is called first, in sentences."""
    keeps_it: Way | None = None
    """To choosing them, once there is a goal."""
    around: Way | None = None
    """To the people around the family."""
    another: Way | None = None
    """On to one more side, where enough was talked about and that is not asked."""
    pictogram: str | None = None

    @property
    def heard(self) -> tuple[str, ...]:
        """What was told about a goal, as everybody sat there when it was typed, and a known way.

        Of a goal that was told back, all that is agreed: who told it has just said it.
        """
        quotes = [quote for goal in self.goals for quote in (goal.why, goal.told)]
        agreed = [goal for goal in self.goals if goal.told is not None]
        known = [goal for goal in self.goals if goal.goes_along or goal in agreed]
        told = [text for goal in known for text in (goal.topic, goal.words)]
        told += [step.text for goal in agreed for step in goal.steps]
        around = self.around.label if self.around is not None and self.goals else ""
        return spoken(*(part for quote in quotes for part in _parts(quote)), *told, around)

    @property
    def said(self) -> tuple[str, ...]:
        """What is asked, each goal with its steps, and the way to another goal."""
        written: list[str] = []
        for goal in self.goals:
            written += (goal.topic, goal.words, *_parts(goal.why))
            written += (step.text for step in goal.steps)
            written += (goal.add_step.label if goal.add_step is not None else "", *goal.helps)
            written += (goal.choose_help.label, *_parts(goal.told))
            written.append(goal.tell_back.label if goal.tell_back is not None else "")
        offered = (self.keeps_it, self.add, self.along, self.around, self.another)
        ways = [way.label for way in offered if way is not None]
        return spoken(*self.intro, *written, *self.kept_by, self.hint, *ways)


def _parts(quote: Quote | None) -> tuple[str, ...]:
    """Return the words before a quote, and what was said."""
    return (quote.lead, quote.text) if quote is not None else ()
