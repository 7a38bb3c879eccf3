"""The family's paper: what goes well first, easy words, nothing that weighs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from giz_gesprek.conversation.answers import Answer, OwnWords
from giz_gesprek.conversation.plan import PlanStep
from giz_gesprek.summary.appendix import Appendix
from giz_gesprek.summary.asked import by_question, what_was_asked
from giz_gesprek.summary.audience import FAMILY
from giz_gesprek.summary.contacts import rights, whom_to_call
from giz_gesprek.summary.differences import difference_line, without
from giz_gesprek.summary.document import (
    Agreement,
    Asked,
    Block,
    Chosen,
    DifferenceLine,
    Heading,
    Note,
    Paragraph,
    Question,
    Quote,
    Section,
    SideBySide,
    Steps,
)
from giz_gesprek.summary.items import (
    AdviceGiven,
    AnswerGiven,
    AtTheTable,
    ConclusionMade,
    CoordinatorChosen,
    DifferenceSeen,
    GoalSet,
    HardAgain,
    HelpChosen,
    Item,
    LaterOn,
    LookBackOn,
    OnTopic,
    PointedAt,
    StepAgreed,
    StrengthGiven,
    TopicAdded,
)
from giz_gesprek.summary.programmes import explained_help
from giz_gesprek.summary.sentences import (
    added_topic,
    advice_title,
    agreement,
    by_topic,
    chosen_by,
    chosen_together,
    comes_first,
    goal_heading,
    hard_again_heading,
    look_back,
    of_type,
    people,
    proposed_only,
    quote,
    step_labels,
    together,
    topic_heading,
    voices,
)
from giz_gesprek.summary.words import PaperNames, first_words

LONG_NOTE: Final = 300
"""Characters from which a note moves to the appendix."""
_BEGINNING: Final = 200

_PAGES: Final = {
    "document.agreements": "goals.title",
    "document.look_back": "look_back.ask",
}


class FamilyPaper:
    """Builds the blocks once, and gathers the long notes for the end on the way.

    ``told_last``: what everybody told about the topics goes to the end as well, so that the
    first sheet shows what was chosen and agreed.
    """

    def __init__(
        self, words: PaperNames, items: Sequence[Item], *, told_last: bool = False
    ) -> None:
        self._words = words
        self._items = items
        self._told_last = told_last
        self._told: list[Block] = []
        self._appendix = Appendix()

    def blocks(self) -> tuple[Block, ...]:
        """Return the paper."""
        body = [*self._beginning(), *self._said(), *self._plan()]
        end = [*whom_to_call(self._words), *self._told_by_topic(), *rights(self._words)]
        return (*body, *end, *self._long_notes(), Note(self._words.text("document.end")))

    def _beginning(self) -> Iterator[Block]:
        yield _opening(self._words)
        there = people(self._words, self._items)
        # After a no, who was there is more than was agreed to.
        if there.people and self._words.talk.conversation.state != "declined":
            yield Section("people", _heading(self._words, "document.talked_with"), (there,))

    def _said(self) -> Iterator[Block]:
        said = of_type(self._items, OnTopic)
        strengths = of_type(said, StrengthGiven)
        if strengths:
            yield _heading(self._words, "document.goes_well")
            for first, group in by_topic(strengths):
                heading = topic_heading(self._words, first, 3)
                yield Section("strength", heading, tuple(self._asked(group, heading)))
        proposed = proposed_only(said)
        others = [item for item in said if item not in (*strengths, *proposed)]
        if others:
            topics = tuple(self._topics(others))
            heading = _heading(self._words, "document.our_topics")
            if self._told:
                yield Section("topics", heading, (Note(self._words.text("document.see_told")),))
            else:
                yield heading
            yield from topics
        if proposed:
            yield _heading(self._words, "document.not_yet")
            yield from self._topics(proposed)
        nothing = len(self._items) == len(of_type(self._items, AtTheTable))
        if nothing and self._words.talk.conversation.state != "declined":
            yield Paragraph(self._words.text("document.nothing_yet"))

    def _topics(self, items: Sequence[OnTopic]) -> Iterator[Block]:
        for first, group in by_topic(items):
            heading = topic_heading(self._words, first, 3)
            parts = [
                block
                for _kind, same in groupby(group, key=_part)
                for block in self._part(list(same), heading)
            ]
            if parts:
                yield heading
                yield from parts

    def _part(self, items: Sequence[OnTopic], heading: Heading) -> Iterator[Block]:
        """Yield one part of a topic: what was said, why, how it goes on."""
        match items[0]:
            case TopicAdded():
                yield from self._added(of_type(items, TopicAdded), heading)
            case AdviceGiven() as advice:
                yield Heading(advice_title(self._words, advice), 4)
                yield from self._asked(of_type(items, AdviceGiven), heading)
            case AnswerGiven():
                yield from self._side_by_side(of_type(items, AnswerGiven), heading)
            case DifferenceSeen() as difference:
                yield self._difference(difference, of_type(items, LaterOn), heading)
            case ConclusionMade():
                made = of_type(items, ConclusionMade)
                if all(item.answer.words is None for item in made):
                    yield together(self._words, [item.answer for item in made])
                else:
                    yield from (self._together(item.answer, heading) for item in made)
                yield from without(self._words, made)

    def _added(self, items: Sequence[TopicAdded], heading: Heading) -> Iterator[Block]:
        for item in items:
            yield added_topic(self._words, item)
            if item.reason is not None and self._told_last:
                self._tell_last(quote(self._words, item.reason), heading)
            elif item.reason is not None:
                yield self._quote(item.reason, heading)

    def _side_by_side(self, items: Sequence[AnswerGiven], heading: Heading) -> Iterator[Block]:
        """Yield what each chose, and what was said under the question it answers."""
        chosen = [item for item in items if item.answer.words is None]
        if chosen:
            yield SideBySide(
                Question(what_was_asked(self._words, chosen[0])), voices(self._words, chosen)
            )
        told = [item for item in items if item.answer.words is not None]
        if not self._told_last:
            yield from self._asked(told, heading)
            return
        for group in by_question(self._words.framework, told):
            whole = [quote(self._words, own) for item in group if (own := item.answer.words)]
            question = Question(what_was_asked(self._words, group[0]))
            self._tell_last(Asked(question, tuple(whole)), heading)

    def _tell_last(self, told: Block, heading: Heading) -> None:
        """Put own words by for the end."""
        if heading not in self._told:
            self._told.append(heading)
        self._told.append(told)

    def _asked(self, items: Sequence[AnswerGiven], heading: Heading) -> Iterator[Block]:
        """Yield each question with what was said to it."""
        for group in by_question(self._words.framework, items):
            question = Question(what_was_asked(self._words, group[0]))
            said = [own for item in group if (own := item.answer.words) is not None]
            if said:
                yield Asked(question, tuple(self._quote(own, heading, question) for own in said))
            yield from (chosen_by(self._words, item) for item in group if item.answer.words is None)

    def _together(self, answer: Answer, heading: Heading) -> Quote | Chosen:
        if answer.words is None:
            return chosen_together(self._words, answer)
        return self._quote(answer.words, heading)

    def _difference(
        self, item: DifferenceSeen, later: Sequence[LaterOn], heading: Heading
    ) -> Quote | DifferenceLine:
        if item.outcome is not None and item.outcome.words is not None:
            return self._quote(item.outcome.words, heading)
        return difference_line(self._words, item, next(iter(later), None))

    def _plan(self) -> Iterator[Block]:
        goals = of_type(self._items, GoalSet)
        coordinators = of_type(self._items, CoordinatorChosen)
        first = of_type(self._items, PointedAt)
        if first or goals or coordinators:
            yield _heading(self._words, "document.agreements")
        yield from (comes_first(self._words, item) for item in first)
        for number, goal in enumerate(goals, start=1):
            heading = goal_heading(self._words, goal, number if len(goals) > 1 else None)
            agreed = (self._quote(goal.words, heading), *self._agreed(goal.goal_id, heading))
            yield Section("goal", heading, agreed)
        for item in coordinators:
            name = self._words.person(item.person_id)
            yield Paragraph(self._words.text("document.coordinator", name=name))
        hard = of_type(self._items, HardAgain)
        if hard:
            yield _heading(self._words, "document.hard_again")
            for said in hard:
                heading = hard_again_heading(self._words, said, 3)
                yield Section("hard_again", heading, (self._together(said.answer, heading),))
        for day in of_type(self._items, LookBackOn):
            heading = _heading(self._words, "document.look_back")
            yield Section("look_back", heading, (look_back(self._words, day),))

    def _agreed(self, goal_id: str, heading: Heading) -> Iterator[Block]:
        steps = [item.step for item in of_type(self._items, StepAgreed) if item.goal_id == goal_id]
        if steps:
            labels = step_labels(self._words)
            yield Steps(labels, tuple(self._step(step, heading) for step in steps))
        for item in of_type(self._items, HelpChosen):
            if item.goal_id == goal_id:
                yield explained_help(self._words, item.programme)

    def _step(self, step: PlanStep, heading: Heading) -> Agreement:
        if len(step.what.text) <= LONG_NOTE:
            return agreement(self._words, step, step.what.text)
        self._appendix.add(quote(self._words, step.what), heading)
        short = agreement(self._words, step, first_words(step.what.text, _BEGINNING))
        see = self._words.text("document.see_appendix")
        return replace(short, see="\n".join(filter(None, (short.see, see))))

    def _quote(self, own: OwnWords, heading: Heading, question: Question | None = None) -> Quote:
        whole = quote(self._words, own)
        if len(whole.text) <= LONG_NOTE:
            return whole
        self._appendix.add(whole if question is None else Asked(question, (whole,)), heading)
        see = self._words.text("document.see_appendix")
        return replace(whole, text=first_words(whole.text, _BEGINNING), see=see)

    def _told_by_topic(self) -> Iterator[Block]:
        if self._told:
            yield Section("told", _heading(self._words, "document.told"), tuple(self._told))

    def _long_notes(self) -> Iterator[Block]:
        if self._appendix.blocks:
            yield _heading(self._words, "document.appendix")
            yield from self._appendix.blocks


def _opening(words: PaperNames) -> Section:
    """Return the title, with when it was and what it was about, or that somebody said no."""
    title = words.text(FAMILY.title)
    date = words.day_of(words.talk.conversation.started_at)
    state = words.talk.conversation.state
    told = [words.text("document.declined" if state == "declined" else "document.about", date=date)]
    if state not in {"declined", "finished"}:
        told.append(words.text("document.goes_on"))
    heading = Heading(title, 1, words.page_picture("welcome.hello", title))
    return Section("opening", heading, (Paragraph("\n".join(told)),))


def _part(item: OnTopic) -> type[OnTopic]:
    """Return the part of a topic that an item belongs to; a day to go on is of the difference."""
    return DifferenceSeen if isinstance(item, LaterOn) else type(item)


def _heading(words: PaperNames, text_id: str) -> Heading:
    text = words.text(text_id)
    page = _PAGES.get(text_id)
    return Heading(text, 2, words.page_picture(page, text) if page is not None else None)
