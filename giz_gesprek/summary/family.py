"""The family's paper: what goes well first, easy words, nothing that weighs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from giz_gesprek.summary.audience import FAMILY
from giz_gesprek.summary.contacts import rights, whom_to_call
from giz_gesprek.summary.document import (
    Agreement,
    Block,
    Chosen,
    Heading,
    Note,
    Paragraph,
    Quote,
    Section,
    SideBySide,
    Steps,
    Voice,
)
from giz_gesprek.summary.items import Item
from giz_gesprek.summary.programmes import explained_help
from giz_gesprek.summary.sentences import (
    agreement,
    by_topic,
    chosen_by,
    chosen_together,
    difference_line,
    hard_again_heading,
    look_back,
    of_kind,
    people,
    quote,
    step_labels,
    together,
    topic_heading,
)
from giz_gesprek.summary.words import Words, first_words

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

    def __init__(self, words: Words, items: Sequence[Item], *, told_last: bool = False) -> None:
        self._words = words
        self._items = items
        self._told_last = told_last
        self._told: list[Block] = []
        self._appendix: list[Block] = []

    def blocks(self) -> tuple[Block, ...]:
        """Return the paper."""
        body = [*self._beginning(), *self._said(), *self._plan()]
        end = [*whom_to_call(self._words), *self._told_by_topic(), *rights(self._words)]
        return (*body, *end, *self._long_notes(), Note(self._words.text("document.end")))

    def _beginning(self) -> Iterator[Block]:
        words = self._words
        title = words.text(FAMILY.title)
        date = words.day_of(words.talk.conversation.started_at)
        about = Paragraph(words.text("document.about", date=date))
        heading = Heading(title, 1, words.page_picture("welcome.hello", title))
        yield Section("opening", heading, (about,))
        there = people(words, self._items)
        if there.people:
            yield Section("people", _heading(self._words, "document.talked_with"), (there,))

    def _said(self) -> Iterator[Block]:
        said = [item for item in self._items if item.is_about_a_topic]
        strengths = of_kind(said, "strength")
        if strengths:
            yield _heading(self._words, "document.goes_well")
            for first, group in by_topic(strengths):
                heading = topic_heading(self._words, first, 3)
                lines = tuple(line for item in group for line in self._line(item, None, heading))
                yield Section("strength", heading, lines)
        others = [item for item in said if item.kind != "strength"]
        if others:
            topics = tuple(self._topics(others))
            heading = _heading(self._words, "document.our_topics")
            if self._told:
                yield Section("topics", heading, (Note(self._words.text("document.see_told")),))
            else:
                yield heading
            yield from topics
        if len(self._items) == len(of_kind(self._items, "participant")):
            yield Paragraph(self._words.text("document.nothing_yet"))

    def _topics(self, items: Sequence[Item]) -> Iterator[Block]:
        for first, group in by_topic(items):
            heading = topic_heading(self._words, first, 3)
            parts = [
                block
                for kind, same in groupby(group, key=_part)
                for block in self._part(kind, list(same), heading)
            ]
            if parts:
                yield heading
                yield from parts

    def _part(self, kind: str, items: Sequence[Item], heading: Heading) -> Iterator[Block]:
        """Yield one part of a topic: what was said, why, how it goes on."""
        words = self._words
        if self._told_last and kind in {"added_topic", "answer", "reason"}:
            items = self._without_told(items, heading)
        if kind in {"answer", "reason"}:
            if items:
                yield SideBySide(self._voices(items, heading))
        elif kind == "difference":
            later = next(iter(of_kind(items, "later_on")), None)
            yield from self._line(items[0], later, heading)
        elif kind == "conclusion" and all(item.words is None for item in items):
            yield together(words, items)
        else:
            if kind == "advice":
                adviser = words.person(items[0].detail or "")
                yield Heading(words.text("seek_advice.title", name=adviser), 4)
            for item in items:
                yield from self._line(item, None, heading)

    def _without_told(self, items: Sequence[Item], heading: Heading) -> list[Item]:
        """Put the own words by, for the end, and return the choices."""
        told = [item for item in items if item.words is not None]
        if told:
            if heading not in self._told:
                self._told.append(heading)
            self._told.append(
                SideBySide(
                    tuple(
                        Voice(
                            self._words.person(one),
                            tuple(quote(self._words, item) for item in said),
                        )
                        for one, said in _by_person(told)
                    )
                )
            )
        return [
            replace(item, words=None)
            for item in items
            if item.words is None or item.kind == "added_topic"
        ]

    def _voices(self, items: Sequence[Item], heading: Heading) -> tuple[Voice, ...]:
        """Return what each said; own words count for whose they are, as in a quote."""
        voices = []
        for person_id, said in _by_person(items):
            lines = [line for item in said for line in self._line(item, None, heading)]
            kept = tuple(line for line in lines if isinstance(line, Chosen | Quote))
            voices.append(Voice(self._words.person(person_id), kept))
        return tuple(voices)

    def _line(self, item: Item, later: Item | None, heading: Heading) -> Iterator[Block]:
        words = self._words
        if item.kind == "added_topic":
            topic = words.topic(item.topic or "", item.child_id)
            name = words.person(item.person_id or "")
            yield Paragraph(words.text("topics.added", name=name, topic=topic))
        if item.words is not None:
            yield self._quote(item, heading)
        elif item.kind == "difference":
            yield difference_line(words, item, later)
        elif item.kind in {"conclusion", "hard_again"}:
            yield chosen_together(words, item)
        elif item.choice is not None:
            yield chosen_by(words, item)

    def _plan(self) -> Iterator[Block]:
        goals = of_kind(self._items, "goal")
        coordinators = of_kind(self._items, "coordinator")
        if goals or coordinators:
            yield _heading(self._words, "document.agreements")
        for number, goal in enumerate(goals, start=1):
            label = self._words.text("document.goal_label")
            heading = Heading(label if len(goals) == 1 else f"{label} {number}", 3)
            agreed = (self._quote(goal, heading), *self._agreed(goal.goal_id, heading))
            yield Section("goal", heading, agreed)
        for item in coordinators:
            name = self._words.person(item.person_id or "")
            yield Paragraph(self._words.text("document.coordinator", name=name))
        hard = of_kind(self._items, "hard_again")
        if hard:
            yield _heading(self._words, "document.hard_again")
            for item in hard:
                heading = hard_again_heading(self._words, item, 3)
                yield Section("hard_again", heading, tuple(self._line(item, None, heading)))
        for item in of_kind(self._items, "look_back"):
            if (sentence := look_back(self._words, item)) is not None:
                yield Section("look_back", _heading(self._words, "document.look_back"), (sentence,))

    def _agreed(self, goal_id: str | None, heading: Heading) -> Iterator[Block]:
        here = [item for item in self._items if item.goal_id == goal_id]
        steps = of_kind(here, "plan_step")
        if steps:
            labels = step_labels(self._words)
            yield Steps(labels, tuple(self._step(item, heading) for item in steps))
        for item in of_kind(here, "programme"):
            yield explained_help(self._words, item.detail or "")

    def _step(self, item: Item, heading: Heading) -> Agreement:
        step = agreement(self._words, item)
        if item.words is None or len(step.what) <= LONG_NOTE:
            return step
        self._put_away(quote(self._words, item), heading)
        text = first_words(step.what, _BEGINNING)
        short = replace(item, words=item.words.model_copy(update={"text": text}))
        return replace(agreement(self._words, short), see=self._words.text("document.see_appendix"))

    def _quote(self, item: Item, heading: Heading) -> Quote:
        whole = quote(self._words, item)
        if len(whole.text) <= LONG_NOTE:
            return whole
        self._put_away(whole, heading)
        see = self._words.text("document.see_appendix")
        return replace(whole, text=first_words(whole.text, _BEGINNING), see=see)

    def _put_away(self, whole: Quote, heading: Heading) -> None:
        above = replace(heading, level=3, picture=None)
        headings = [block for block in self._appendix if isinstance(block, Heading)]
        if not headings or headings[-1] != above:
            self._appendix.append(above)
        self._appendix.append(whole)

    def _told_by_topic(self) -> Iterator[Block]:
        if self._told:
            yield Section("told", _heading(self._words, "document.told"), tuple(self._told))

    def _long_notes(self) -> Iterator[Block]:
        if self._appendix:
            yield _heading(self._words, "document.appendix")
            yield from self._appendix


def _part(item: Item) -> str:
    """Return the part of a topic that an item belongs to; a day to go on is of the difference."""
    return "difference" if item.kind == "later_on" else item.kind


def _by_person(items: Sequence[Item]) -> Iterator[tuple[str, list[Item]]]:
    for person_id, said in groupby(items, key=lambda item: item.person_id or ""):
        yield person_id, list(said)


def _heading(words: Words, text_id: str) -> Heading:
    text = words.text(text_id)
    page = _PAGES.get(text_id)
    return Heading(text, 2, words.page_picture(page, text) if page is not None else None)
