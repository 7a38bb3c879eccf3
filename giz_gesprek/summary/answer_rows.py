"""Every answer of a conversation as one row of a table, for who works on with it.

The rows are what the professional's record has, no more: whatever that leaves out is on no row.
Pure. Must not know of files or cells: see ``export.csv``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from giz_gesprek.content.library import Library
from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.audience import PROFESSIONAL
from giz_gesprek.summary.calendar import Calendar
from giz_gesprek.summary.items import (
    AdviceGiven,
    AdviceUnanswered,
    ConclusionMade,
    DifferenceSeen,
    HardAgain,
    HardAgainUnanswered,
    Item,
    ReasonGiven,
    Unanswered,
    ViewGiven,
)
from giz_gesprek.summary.visible import visible_items
from giz_gesprek.summary.words import PaperNames


class AnswerRow(NamedTuple):
    """One answer; the names of the columns are part of what is published.

    Attributes:
        conversation: its id.
        date: when that began, where the people live: YYYY-MM-DD.
        part: ``view``, ``reason``, ``outcome`` (how a difference goes on), ``conclusion`` (chosen
            together), ``advice`` or ``hard_days``.
        topic: the id of the topic; empty for hard days.
        topic_title: what it is called.
        child: which child it is about; empty for the whole family.
        question: the id of the question.
        question_text: what was asked, in standard words.
        people: who answered, by id; several of them with ``, `` between.
        names: what they are called.
        state: ``answered``, ``dont_know``, ``rather_not_say`` or ``skipped``.
        choice: the id of what was chosen; empty for own words.
        choice_label: what that is called.
        own_words: as they were said.
        answered_at: in UTC, as ISO 8601 has it.

    """

    conversation: str
    date: str
    part: str
    topic: str
    topic_title: str
    child: str
    question: str
    question_text: str
    people: str
    names: str
    state: str
    choice: str
    choice_label: str
    own_words: str
    answered_at: str


class _Found(NamedTuple):
    part: str
    answer: Answer
    people: tuple[str, ...]
    topic: str | None = None
    child_id: str | None = None


def answer_rows(
    library: Library, talk: Talk, *, calendar: Calendar, language: str
) -> tuple[AnswerRow, ...]:
    """Return the answers of one conversation, in the order of the professional's record."""
    liked = PaperNames.of(library, talk, calendar)
    words = replace(liked.for_the_professional(), language=language)
    found = (_found(item) for item in visible_items(talk, PROFESSIONAL))
    return tuple(_row(words, each) for each in found if each is not None)


def _found(item: Item) -> _Found | None:  # noqa: PLR0911 - one a kind
    """Return the answer that an item tells; None for what is no answer, or was never given."""
    match item:
        case AdviceGiven() | ReasonGiven() | ViewGiven():
            part = {AdviceGiven: "advice", ReasonGiven: "reason"}.get(type(item), "view")
            return _Found(part, item.answer, (item.person_id,), item.topic, item.child_id)
        case ConclusionMade():
            answer = item.answer
            return _Found("conclusion", answer, answer.present, item.topic, item.child_id)
        case DifferenceSeen(outcome=Answer() as answer):
            return _Found("outcome", answer, answer.present, item.topic, item.child_id)
        case Unanswered(answer=Answer() as answer):
            people = answer.present if item.person_id is None else (item.person_id,)
            return _Found(item.place, answer, people, item.topic, item.child_id)
        case AdviceUnanswered(answer=Answer() as answer):
            return _Found("advice", answer, (item.person_id,), item.topic, item.child_id)
        case HardAgain() | HardAgainUnanswered():
            return _Found("hard_days", item.answer, item.answer.present)
        case _:
            return None


def _row(words: PaperNames, found: _Found) -> AnswerRow:
    answer, topic, child_id = found.answer, found.topic, found.child_id
    person_id = found.people[0] if len(found.people) == 1 else None
    conversation = words.talk.conversation
    return AnswerRow(
        conversation=conversation.id,
        date=words.calendar.day_of(conversation.started_at).isoformat(),
        part=found.part,
        topic=topic or "",
        topic_title=words.topic(topic, child_id) if topic is not None else "",
        child=words.child(child_id) if child_id is not None else "",
        question=answer.question,
        question_text=words.asked(answer.question, topic, child_id, person_id),
        people=", ".join(found.people),
        names=", ".join(words.person(each) for each in found.people),
        state=answer.state,
        choice=answer.choice or "",
        choice_label=words.choice(answer.question, answer.choice) if answer.choice else "",
        own_words=answer.words.text if answer.words is not None else "",
        answered_at=answer.at.isoformat(),
    )
