"""The family's paper: first what it does, then what was told, in easy words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.summary import people_around, sharing
from giz_gesprek.summary.acting import Acting, page_heading
from giz_gesprek.summary.asked import by_question, question_shared, what_was_asked
from giz_gesprek.summary.contacts import rights, whom_to_call
from giz_gesprek.summary.differences import difference_line, without
from giz_gesprek.summary.document import (
    Asked,
    Block,
    Chosen,
    DifferenceLine,
    Heading,
    Paragraph,
    Question,
    Quote,
    Section,
    SideBySide,
)
from giz_gesprek.summary.items import (
    AdviceGiven,
    AnswerGiven,
    AtTheTable,
    ConclusionMade,
    DifferenceSeen,
    Item,
    LaterOn,
    OnTopic,
    StrengthGiven,
    TopicAdded,
    TopicChosen,
)
from giz_gesprek.summary.overview import overview as in_short
from giz_gesprek.summary.sentences import (
    added_topic,
    advice_title,
    by_topic,
    chosen_by,
    chosen_together,
    family_title,
    of_type,
    people,
    still_to_come,
    together,
    topic_heading,
    voices,
)
from giz_gesprek.summary.shortened import Shortened
from giz_gesprek.summary.words import PaperNames

_LAST: Final = frozenset({"summary", "export"})
"""The steps after which there is nothing more to ask."""


class FamilyPaper:
    """Builds the blocks once: first what acts, then what was told."""

    def __init__(self, words: PaperNames, items: Sequence[Item], *, overview: bool) -> None:
        self._words = words
        self._overview = tuple(in_short(words, items)) if overview else ()
        self._items = items
        self._shortened = Shortened(words)

    def blocks(self) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        """Return the first page of the paper, and what comes after it."""
        acting = Acting(self._words, self._items, self._shortened)
        if self._is_declined:
            # After a no, who was there is more than was agreed to.
            first = (_opening(self._words, self._items), *whom_to_call(self._words))
            return first, (rights(self._words),)
        first = (_opening(self._words, self._items), *acting.first_page())
        told = (
            *self._overview,
            *self._who_was_there(),
            *people_around.for_the_family(self._words, self._items),
            *self._said(),
            *acting.further(),
        )
        known = sharing.for_the_family(self._words, self._items)
        return first, (*told, *known, *self._long_notes(), rights(self._words))

    def for_another(self) -> Iterator[Block]:
        """Yield what somebody outside the family gets of it: what was told, and what was agreed.

        Whom to call and what a family may always do is for the family.
        """
        yield from self._said()
        yield from Acting(self._words, self._items, self._shortened).for_another()
        yield from people_around.for_the_family(self._words, self._items, "share.people")
        yield from self._long_notes()

    @property
    def _is_declined(self) -> bool:
        return self._words.talk.conversation.state == "declined"

    def _who_was_there(self) -> Iterator[Block]:
        there = people(self._words, self._items)
        if there.people:
            heading = page_heading(self._words, "document.talked_with")
            yield Section("people", heading, (there,))

    def _said(self) -> Iterator[Block]:
        said = of_type(self._items, OnTopic)
        strengths = of_type(said, StrengthGiven)
        if strengths:
            yield page_heading(self._words, "document.goes_well")
            for first, group in by_topic(strengths):
                heading = topic_heading(self._words, first, 3)
                yield Section("strength", heading, tuple(self._asked(group, heading)))
        to_come = still_to_come(said)
        others = [
            item
            for item in said
            if item not in (*strengths, *to_come) and not isinstance(item, TopicChosen)
        ]
        topics = tuple(self._topics(others))
        if topics:
            yield page_heading(self._words, "document.our_topics")
            yield from topics
        if to_come:
            yield page_heading(self._words, "document.not_yet")
            yield from self._to_come(to_come)
        if all(isinstance(item, AtTheTable | TopicChosen) for item in self._items):
            yield Paragraph(self._words.text("document.nothing_yet"))

    def _to_come(self, items: Sequence[TopicAdded | TopicChosen]) -> Iterator[Block]:
        titles = [
            self._words.topic(item.topic, item.child_id) for item in of_type(items, TopicChosen)
        ]
        if titles:
            yield Paragraph("\n".join(titles))
        yield from self._topics(of_type(items, TopicAdded))

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
            yield added_topic(self._words, item, to_come=not self._is_talked_about(item))
            if item.reason is not None:
                yield self._shortened.quote(item.reason, heading)

    def _is_talked_about(self, added: TopicAdded) -> bool:
        here = (added.topic, added.child_id)
        said = of_type(self._items, OnTopic)
        nothing = (TopicAdded, TopicChosen)
        return any(
            (one.topic, one.child_id) == here for one in said if not isinstance(one, nothing)
        )

    def _side_by_side(self, items: Sequence[AnswerGiven], heading: Heading) -> Iterator[Block]:
        """Yield what each chose, and what was said under the question it answers."""
        chosen = [item for item in items if item.answer.words is None]
        for group in self._side_by_side_questions(chosen):
            yield SideBySide(
                Question(what_was_asked(self._words, *group)), voices(self._words, group)
            )
        told = [item for item in items if item.answer.words is not None]
        yield from self._asked(told, heading)

    def _side_by_side_questions(
        self, chosen: Sequence[AnswerGiven]
    ) -> Iterator[Sequence[AnswerGiven]]:
        """Yield what stands under one question: all choices, whose sentences say what they are of.

        "Does not know" says so of its own question only.
        """
        answered = [item for item in chosen if not item.answer.stands]
        first = {self._shared(item) for item in answered[:1]}
        beside = [item for item in chosen if item in answered or self._shared(item) in first]
        if beside:
            yield beside
        apart = [item for item in chosen if item not in beside]
        yield from by_question(self._words.framework, apart)

    def _shared(self, item: AnswerGiven) -> str:
        return question_shared(self._words.framework, item.answer.question)

    def _asked(self, items: Sequence[AnswerGiven], heading: Heading) -> Iterator[Block]:
        """Yield each question with what was said to it."""
        for group in by_question(self._words.framework, items):
            question = Question(what_was_asked(self._words, *group))
            said = [own for item in group if (own := item.answer.words) is not None]
            if said:
                quotes = (self._shortened.quote(own, heading, question) for own in said)
                yield Asked(question, tuple(quotes))
            yield from (chosen_by(self._words, item) for item in group if item.answer.words is None)

    def _together(self, answer: Answer, heading: Heading) -> Quote | Chosen:
        if answer.words is None:
            return chosen_together(self._words, answer)
        return self._shortened.quote(answer.words, heading)

    def _difference(
        self, item: DifferenceSeen, later: Sequence[LaterOn], heading: Heading
    ) -> Quote | DifferenceLine:
        if item.outcome is not None and item.outcome.words is not None:
            return self._shortened.quote(item.outcome.words, heading)
        told = of_type(self._items, AdviceGiven)
        here = (item.topic, item.child_id)
        is_told = any((one.topic, one.child_id) == here for one in told)
        return difference_line(self._words, item, next(iter(later), None), advice_asked=is_told)

    def _long_notes(self) -> Iterator[Block]:
        if self._shortened.whole:
            yield page_heading(self._words, "document.appendix")
            yield from self._shortened.whole


def _opening(words: PaperNames, items: Sequence[Item]) -> Section:
    """Return the title, with when it was and what it was about, or that somebody said no."""
    title = family_title(words)
    date = words.day_of(words.talk.conversation.started_at)
    state = words.talk.conversation.state
    text_id = "document.declined" if state == "declined" else "document.about"
    told = [words.text(text_id, date=date, child=_children(words, items))]
    if _goes_on(words.talk.conversation, items):
        told.append(words.text("document.goes_on"))
    heading = Heading(title, 1, words.page_picture("welcome.hello"))
    return Section("opening", heading, (Paragraph("\n".join(told)),))


def _children(words: PaperNames, items: Sequence[Item]) -> str:
    """Return the first child, and each other one of whom something is told, by name."""
    told = {one.child_id for one in of_type(items, OnTopic) if not isinstance(one, TopicChosen)}
    conversation = words.talk.conversation
    others = [child_id for child_id in conversation.other_children if child_id in told]
    names = (words.child(child_id) for child_id in (conversation.focus_child, *others))
    return ", ".join(dict.fromkeys(names))


def _goes_on(conversation: Conversation, items: Sequence[Item]) -> bool:
    """Tell whether there is more to talk about: papers are made before a talk is closed."""
    if conversation.state in {"declined", "finished"}:
        return False
    at_the_end = conversation.position.kind in _LAST
    is_left = conversation.left_at is not None or not at_the_end
    return is_left or bool(of_type(items, TopicChosen))


def _part(item: OnTopic) -> type[OnTopic]:
    """Return the part of a topic that an item belongs to; a day to go on is of the difference."""
    return DifferenceSeen if isinstance(item, LaterOn) else type(item)
