"""What a family does with its paper: what was agreed, when to look back, whom to call.

Owns the first page, and the rest of the plan further on. Must not know how large a page is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from giz_gesprek.conversation.plan import PlanStep
from giz_gesprek.summary import left_before, looked_back
from giz_gesprek.summary.agreed import comes_first, goal_heading, step_labels, who_keeps_it
from giz_gesprek.summary.contacts import urgent_call, whom_to_call
from giz_gesprek.summary.document import (
    Asked,
    Block,
    Heading,
    Note,
    Paragraph,
    Question,
    Section,
    Steps,
)
from giz_gesprek.summary.items import (
    CoordinatorChosen,
    GoalSet,
    HardAgain,
    HelpChosen,
    Item,
    PointedAt,
    StepAgreed,
)
from giz_gesprek.summary.next_steps import next_first
from giz_gesprek.summary.next_times import next_times
from giz_gesprek.summary.plan_items import CalledFirst, ToldBackSaid, WhyItMatters
from giz_gesprek.summary.programmes import about_help, chosen_help
from giz_gesprek.summary.sentences import chosen_together, hard_again_heading, of_type
from giz_gesprek.summary.shortened import LONG_NOTE, Shortened
from giz_gesprek.summary.urgent import urgent_topics
from giz_gesprek.summary.words import PaperNames

_ROOM: Final = 900
"""Characters of goals and their next steps that one page has room for, together."""
_LONG_IN_A_ROW: Final = 150
"""Characters from which each of them is cut where they are more."""
_PAGES: Final = {
    "document.agreements": "goals.title",
    "document.look_back": "look_back.ask",
}


class Acting:
    """The blocks that act, of one paper."""

    def __init__(self, words: PaperNames, items: Sequence[Item], shortened: Shortened) -> None:
        self._words = words
        self._items = items
        self._shortened = shortened
        goals = of_type(items, GoalSet)
        self._goals = [
            (goal, goal_heading(words, goal, number if len(goals) > 1 else None))
            for number, goal in enumerate(goals, start=1)
        ]

    @cached_property
    def _long(self) -> int:
        """From how many characters a note is cut, so that all goals have room on one page."""
        notes = [goal.words for goal, _heading in self._goals]
        notes += [step.what for goal, _heading in self._goals for step in self._next(goal.goal_id)]
        return LONG_NOTE if sum(len(note.text) for note in notes) <= _ROOM else _LONG_IN_A_ROW

    def first_page(self) -> Iterator[Block]:
        """Yield what stands before everything that was told."""
        yield from self._urgent()
        yield from looked_back.for_the_family(self._words, self._items)
        yield from left_before.for_the_family(self._words, self._items)
        yield from self._agreements()
        yield from self._days()
        yield from whom_to_call(self._words)
        yield from self._hard_days()

    def for_another(self) -> Iterator[Block]:
        """Yield what of it somebody outside the family gets: only what there is."""
        if self._goals:
            yield from self._agreements()
        yield from self._days()
        yield from self._hard_days()
        yield from self.further()

    def further(self) -> Iterator[Block]:
        """Yield the steps after the next one, and what the chosen help is."""
        sections = [
            Section("further", heading, blocks)
            for goal, heading in self._goals
            if (blocks := tuple(self._more_of(goal.goal_id, heading)))
        ]
        if sections:
            yield page_heading(self._words, "document.further")
            yield from sections

    def _days(self) -> Iterator[Block]:
        days = next_times(self._words, self._items)
        if days:
            heading = page_heading(self._words, "document.look_back")
            yield Section("look_back", heading, days)

    def _urgent(self) -> Iterator[Block]:
        urgent = urgent_topics(self._words, self._items)
        if not urgent:
            return
        lines = [
            self._words.text("document.urgent_on", topic=topic, choice=choice)
            for topic, choice in urgent.items()
        ]
        lines += filter(None, (urgent_call(self._words), self._words.text("help_now.danger")))
        heading = page_heading(self._words, "document.urgent")
        yield Section("urgent", heading, tuple(Paragraph(line) for line in lines))

    def _agreements(self) -> Iterator[Block]:
        yield page_heading(self._words, "document.agreements")
        yield from (comes_first(self._words, item) for item in of_type(self._items, PointedAt))
        if not self._goals:
            yield Paragraph(self._words.text("document.no_agreement"))
        for goal, heading in self._goals:
            said = self._shortened.quote(goal.words, heading, long=self._long)
            steps = (
                self._shortened.step(step, heading, long=self._long)
                for step in self._next(goal.goal_id)
            )
            helps = (chosen_help(self._words, one) for one in self._helps(goal.goal_id))
            yield Section("goal", heading, (said, *steps, *helps))
        if any(self._has_more(goal.goal_id) for goal, _heading in self._goals):
            yield Note(self._words.text("document.see_further"))
        for item in self._items:
            if isinstance(item, CoordinatorChosen | CalledFirst):
                yield Paragraph(who_keeps_it(self._words, item))

    def _hard_days(self) -> Iterator[Block]:
        hard = of_type(self._items, HardAgain)
        if hard:
            yield page_heading(self._words, "document.hard_again")
        for said in hard:
            heading, answer = hard_again_heading(self._words, said, 3), said.answer
            told = (
                chosen_together(self._words, answer)
                if answer.words is None
                else self._shortened.quote(answer.words, heading)
            )
            yield Section("hard_again", heading, (told,))

    def _steps(self, goal_id: str) -> tuple[PlanStep, ...]:
        agreed = of_type(self._items, StepAgreed)
        return next_first([item.step for item in agreed if item.goal_id == goal_id])

    def _next(self, goal_id: str) -> tuple[PlanStep, ...]:
        return self._steps(goal_id)[:1]

    def _helps(self, goal_id: str) -> list[HelpChosen]:
        return [item for item in of_type(self._items, HelpChosen) if item.goal_id == goal_id]

    def _has_more(self, goal_id: str) -> bool:
        explained = (about_help(self._words, item.programme) for item in self._helps(goal_id))
        said = any(self._said(goal_id, kind) for kind in (WhyItMatters, ToldBackSaid))
        return said or len(self._steps(goal_id)) > 1 or any(explained)

    def _said(
        self, goal_id: str, kind: type[WhyItMatters | ToldBackSaid]
    ) -> list[WhyItMatters | ToldBackSaid]:
        return [item for item in of_type(self._items, kind) if item.goal_id == goal_id]

    def _asked(
        self, text_id: str, said: Sequence[WhyItMatters | ToldBackSaid], heading: Heading
    ) -> Iterator[Asked]:
        """Yield own words about an agreement under what was asked."""
        question = Question(self._words.text(text_id))
        for item in said:
            yield Asked(question, (self._shortened.quote(item.words, heading, question),))

    def _more_of(self, goal_id: str, heading: Heading) -> Iterator[Block]:
        yield from self._asked("goals.why_label", self._said(goal_id, WhyItMatters), heading)
        steps = self._steps(goal_id)[1:]
        if steps:
            further = tuple(self._shortened.step(step, heading) for step in steps)
            yield Steps(step_labels(self._words), further)
        yield from self._asked("goals.told", self._said(goal_id, ToldBackSaid), heading)
        for item in self._helps(goal_id):
            about = about_help(self._words, item.programme)
            if about is not None:
                yield Heading(self._words.programme(item.programme), 4)
                yield about


def page_heading(words: PaperNames, text_id: str) -> Heading:
    """Return a heading below the title, with the picture of the page that it comes from."""
    text = words.text(text_id)
    page = _PAGES.get(text_id)
    return Heading(text, 2, words.page_picture(page) if page is not None else None)
