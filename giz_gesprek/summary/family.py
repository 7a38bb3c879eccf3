"""The family's paper: what goes well first, easy words, nothing that weighs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from giz_gesprek.conversation.naming import first_professional
from giz_gesprek.summary.document import (
    Agreement,
    Block,
    Chosen,
    Contact,
    Contacts,
    Heading,
    Note,
    Paragraph,
    Quote,
    SideBySide,
    Steps,
    Voice,
)
from giz_gesprek.summary.items import Item
from giz_gesprek.summary.programmes import about_help, chosen_help
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
from giz_gesprek.summary.words import Words

LONG_NOTE: Final = 300
"""Characters from which a note moves to the appendix."""
_BEGINNING: Final = 200

_HELP: Final = ("help_now.danger", "help_now.violence", "help_now.suicide", "help_now.doctor")
_NUMBER: Final = re.compile(r"\b\d[\d-]+\d\b")
_TO_KNOW: Final = ("document.supporter", "document.complain", "document.yours")


class FamilyPaper:
    """Builds the blocks once, and gathers the long notes for the end on the way."""

    def __init__(self, words: Words, items: Sequence[Item]) -> None:
        self._words = words
        self._items = items
        self._appendix: list[Block] = []

    def blocks(self) -> tuple[Block, ...]:
        """Return the paper."""
        body = [*self._beginning(), *self._said(), *self._plan()]
        end = [*self._help(), *self._long_notes(), Note(self._words.text("document.end"))]
        return (*body, *end)

    def _heading(self, text_id: str) -> Heading:
        return Heading(self._words.text(text_id), 2)

    def _beginning(self) -> Iterator[Block]:
        words = self._words
        yield Heading(words.text("document.family_title"), 1)
        date = words.day_of(words.conversation.started_at)
        yield Paragraph(words.text("document.about", date=date))
        there = people(words, self._items)
        if there.people:
            yield self._heading("document.talked_with")
            yield there

    def _said(self) -> Iterator[Block]:
        said = [item for item in self._items if item.is_about_a_topic]
        strengths = of_kind(said, "strength")
        if strengths:
            yield self._heading("document.goes_well")
            yield from self._topics(strengths)
        others = [item for item in said if item.kind != "strength"]
        if others:
            yield self._heading("document.our_topics")
            yield from self._topics(others)
        if len(self._items) == len(of_kind(self._items, "participant")):
            yield Paragraph(self._words.text("document.nothing_yet"))

    def _topics(self, items: Sequence[Item]) -> Iterator[Block]:
        for first, group in by_topic(items):
            heading = topic_heading(self._words, first, 3)
            yield heading
            for kind, same in groupby(group, key=_part):
                yield from self._part(kind, list(same), heading)

    def _part(self, kind: str, items: Sequence[Item], heading: Heading) -> Iterator[Block]:
        """Yield one part of a topic: what was said, why, how it goes on."""
        words = self._words
        if kind in {"answer", "reason"}:
            yield self._voices(items, heading)
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

    def _voices(self, items: Sequence[Item], heading: Heading) -> SideBySide:
        """Return what each said; own words count for whose they are, as in a quote."""
        voices = []
        for person_id, said in groupby(items, key=lambda item: item.person_id or ""):
            lines = [line for item in said for line in self._line(item, None, heading)]
            kept = tuple(line for line in lines if isinstance(line, Chosen | Quote))
            voices.append(Voice(self._words.person(person_id), kept))
        return SideBySide(tuple(voices))

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
            yield self._heading("document.agreements")
        for number, goal in enumerate(goals, start=1):
            label = self._words.text("document.goal_label")
            heading = Heading(label if len(goals) == 1 else f"{label} {number}", 3)
            yield heading
            yield self._quote(goal, heading)
            yield from self._agreed(goal.goal_id, heading)
        for item in coordinators:
            name = self._words.person(item.person_id or "")
            yield Paragraph(self._words.text("document.coordinator", name=name))
        hard = of_kind(self._items, "hard_again")
        if hard:
            yield self._heading("document.hard_again")
            for item in hard:
                heading = hard_again_heading(self._words, item, 3)
                yield heading
                yield from self._line(item, None, heading)
        for item in of_kind(self._items, "look_back"):
            if (sentence := look_back(self._words, item)) is not None:
                yield self._heading("document.look_back")
                yield sentence

    def _agreed(self, goal_id: str | None, heading: Heading) -> Iterator[Block]:
        here = [item for item in self._items if item.goal_id == goal_id]
        steps = of_kind(here, "plan_step")
        if steps:
            labels = step_labels(self._words)
            yield Steps(labels, tuple(self._step(item, heading) for item in steps))
        for item in of_kind(here, "programme"):
            yield chosen_help(self._words, item.detail or "")
            if (about := about_help(self._words, item.detail or "")) is not None:
                yield about

    def _step(self, item: Item, heading: Heading) -> Agreement:
        step = agreement(self._words, item)
        if item.words is None or len(step.what) <= LONG_NOTE:
            return step
        self._put_away(quote(self._words, item), heading)
        short = replace(item, words=item.words.model_copy(update={"text": _beginning(step.what)}))
        return replace(agreement(self._words, short), see=self._words.text("document.see_appendix"))

    def _quote(self, item: Item, heading: Heading) -> Quote:
        whole = quote(self._words, item)
        if len(whole.text) <= LONG_NOTE:
            return whole
        self._put_away(whole, heading)
        see = self._words.text("document.see_appendix")
        return replace(whole, text=_beginning(whole.text), see=see)

    def _put_away(self, whole: Quote, heading: Heading) -> None:
        above = replace(heading, level=3, picture=None)
        headings = [block for block in self._appendix if isinstance(block, Heading)]
        if not headings or headings[-1] != above:
            self._appendix.append(above)
        self._appendix.append(whole)

    def _help(self) -> Iterator[Block]:
        words = self._words
        yield self._heading("document.help_now")
        contacts = [_contact(words.text(text_id)) for text_id in _HELP]
        professional = first_professional(words.framework, words.family, words.conversation)
        if professional is not None and professional.phone is not None:
            number = professional.phone
            contacts.append(Contact(words.text("help_now.own", number=number), number))
        yield Contacts(tuple(contacts))
        for text_id in _TO_KNOW:
            yield Paragraph(words.text(text_id))

    def _long_notes(self) -> Iterator[Block]:
        if self._appendix:
            yield self._heading("document.appendix")
            yield from self._appendix


def _beginning(text: str) -> str:
    """Return the first words of a long note; a word without end is cut."""
    cut = text[:_BEGINNING]
    if not text[_BEGINNING : _BEGINNING + 1].isspace():
        kept, _space, _half = cut.rpartition(" ")
        cut = kept or cut
    return f"{cut.rstrip()} …"


def _part(item: Item) -> str:
    """Return the part of a topic that an item belongs to; a day to go on is of the difference."""
    return "difference" if item.kind == "later_on" else item.kind


def _contact(text: str) -> Contact:
    number = _NUMBER.search(text)
    return Contact(text, number[0] if number else None)
