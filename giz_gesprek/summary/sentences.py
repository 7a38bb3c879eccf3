"""Items as blocks of a paper: the sentences that both papers share.

What one audience gets and in which order was decided in ``items``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final, TypeVar

from giz_gesprek.conversation.answers import Answer, AnswerState, OwnWords
from giz_gesprek.summary.audience import FAMILY
from giz_gesprek.summary.document import Chosen, DayLine, Heading, Paragraph, Quote, Together, Voice
from giz_gesprek.summary.items import (
    AdviceGiven,
    AdviceUnanswered,
    AnswerGiven,
    AtTheTable,
    HardAgain,
    Item,
    LookBackOn,
    OnTopic,
    TopicAdded,
    TopicChosen,
)
from giz_gesprek.summary.listed import PeopleList, PersonLine
from giz_gesprek.summary.then_and_now import is_beside_then, then_and_now
from giz_gesprek.summary.words import PaperNames, in_a_row

_SILENT: Final[Mapping[AnswerState, str]] = {
    "dont_know": "document.does_not_know",
    "rather_not_say": "document.says_not",
}
"""What is told of somebody who gave no answer, where no sentence of the content tells it."""
_Kind = TypeVar("_Kind")
_OnTopic = TypeVar("_OnTopic", bound=OnTopic)


def of_type(items: Iterable[object], kind: type[_Kind]) -> list[_Kind]:
    """Return the items of this kind, in order."""
    return [item for item in items if isinstance(item, kind)]


def by_topic(items: Iterable[_OnTopic]) -> Iterator[tuple[_OnTopic, list[_OnTopic]]]:
    """Yield the items of one topic after the other, each group with its first item."""
    for _key, group in groupby(items, key=lambda item: (item.topic, item.child_id)):
        found = list(group)
        yield found[0], found


def still_to_come(items: Sequence[OnTopic]) -> list[TopicAdded | TopicChosen]:
    """Return the topics on which nobody said anything, and why those were asked for.

    A topic that somebody asked for and that was chosen stands there once, as asked for.
    """
    told = [item for item in items if not isinstance(item, TopicChosen)]
    talked = {(item.topic, item.child_id) for item in told if not isinstance(item, TopicAdded)}
    added = [
        item for item in of_type(told, TopicAdded) if (item.topic, item.child_id) not in talked
    ]
    known = {(item.topic, item.child_id) for item in told}
    chosen = of_type(items, TopicChosen)
    return [*(item for item in chosen if (item.topic, item.child_id) not in known), *added]


def topic_heading(words: PaperNames, item: OnTopic, level: int) -> Heading:
    """Return the heading of the topic that an item is about."""
    spec = words.framework.topics.get(item.topic)
    title = words.topic(item.topic, item.child_id)
    picture = words.picture(spec.pictogram if spec is not None else None)
    return Heading(title, level, picture)


def added_topic(words: PaperNames, item: TopicAdded, *, to_come: bool) -> Paragraph:
    """Return who asked for a topic, below its heading; ``to_come``: nobody spoke of it yet."""
    text_id = "document.added_later" if to_come else "document.added_topic"
    return Paragraph(words.text(text_id, name=words.person(item.by_id)))


def advice_title(words: PaperNames, item: AdviceGiven | AdviceUnanswered) -> str:
    """Return what stands above everything about advice: who asks for it."""
    return words.text("seek_advice.title", name=words.person(item.adviser_id))


def people(words: PaperNames, items: Iterable[Item]) -> PeopleList:
    """Return who was there."""
    there = [
        (words.talk.family.person(item.person_id), _role(words, item))
        for item in of_type(items, AtTheTable)
    ]
    return PeopleList(tuple(PersonLine(each.name, role, each.organisation) for each, role in there))


def _role(words: PaperNames, item: AtTheTable) -> str:
    """Return what somebody was there as, and whether for a part only."""
    role = words.role(item.role)
    return f"{role}, {words.text('document.for_a_part')}" if item.for_a_part else role


def quote(words: PaperNames, own: OwnWords) -> Quote:
    """Return own words as those of their author, or of everybody who said them together."""
    *others, last = [words.person(person_id) for person_id in own.authors]
    if not others:
        return Quote(
            last, words.text("document.said", name=last), own.text, language=words.language_of(own)
        )
    lead = words.text("document.said_together", name=", ".join(others), other=last)
    speakers = in_a_row(words, [*others, last])
    return Quote(speakers, lead, own.text, language=words.language_of(own))


def chosen_by(words: PaperNames, item: AnswerGiven) -> Chosen:
    """Return the choice of one person, or that there is none; beside that of the time before."""
    if is_beside_then(words, item):
        chosen = _chosen(words, item.answer, None, words.person(item.person_id))
        return replace(chosen, sentence=then_and_now(words, item))
    usual = _SILENT.get(item.answer.state, "document.chose")
    text_id = _told(words, item.answer) or usual
    return _chosen(words, item.answer, text_id, words.person(item.person_id))


def voices(words: PaperNames, chosen: Sequence[AnswerGiven]) -> tuple[Voice, ...]:
    """Return what each person chose, in the order in which they are first met."""
    people = dict.fromkeys(item.person_id for item in chosen)
    return tuple(
        Voice(
            words.person(person_id),
            tuple(chosen_by(words, item) for item in chosen if item.person_id == person_id),
        )
        for person_id in people
    )


def chosen_together(words: PaperNames, answer: Answer) -> Chosen:
    """Return what everybody chose together; some questions have a sentence of their own."""
    return _chosen(words, answer, _sentence(words, answer) or "document.together", None)


def together(words: PaperNames, answers: Iterable[Answer]) -> Together:
    """Return the choices of a conclusion; only the first says that they were made together."""
    first, *others = answers
    rest = [_chosen(words, answer, _sentence(words, answer), None) for answer in others]
    return Together((chosen_together(words, first), *rest))


def _sentence(words: PaperNames, answer: Answer) -> str | None:
    """Return the text that tells the choice on a question, where it has one of its own."""
    spec = words.framework.questions.get(answer.question)
    return _told(words, answer) or (spec.sentence if spec is not None else None)


def _told(words: PaperNames, answer: Answer) -> str | None:
    """Return the text that tells this very answer, if there is one."""
    spec = words.framework.questions.get(answer.question)
    return spec.told.get(answer.choice or answer.state) if spec is not None else None


def _chosen(words: PaperNames, answer: Answer, text_id: str | None, name: str | None) -> Chosen:
    words = words.as_said_by(answer.present)
    label = words.given(answer)
    values = {"choice": label} if name is None else {"choice": label, "name": name}
    sentence = f"{capital(label)}." if text_id is None else words.text(text_id, **values)
    picture = words.picture(words.pictogram(answer.question, answer.choice or ""))
    return Chosen(sentence, label, picture, name)


def said_by(words: PaperNames, said: str, people: Iterable[str]) -> str:
    """Return what stands behind a label, and who said it where that is known."""
    who = in_a_row(words, [words.person(one) for one in people])
    told = words.text("document.talk_said_by", what=said, who=who) if who else said
    # A text begins with a capital; behind a label it stays as it was.
    return f"{said[:1]}{told[1:]}"


def hard_again_heading(words: PaperNames, item: HardAgain, level: int) -> Heading:
    """Return the heading above one answer of "when it gets hard again"."""
    return Heading(label_of(words, item.answer), level)


def label_of(words: PaperNames, answer: Answer) -> str:
    """Return what stands before an answer of the plan, as said by whoever gave it."""
    authors = answer.words.authors if answer.words is not None else ()
    return words.as_said_by(authors).label(None, answer.question)


def look_back(words: PaperNames, item: LookBackOn) -> DayLine:
    """Return the sentence with the day on which everybody looks back."""
    day = words.day(item.day)
    return DayLine(words.text("document.look_back_on", date=day), day)


def capital(text: str) -> str:
    """Return ``text`` as it begins a sentence."""
    return text[:1].upper() + text[1:]


def family_title(words: PaperNames) -> str:
    """Return what the family's paper is called; after a no there was no conversation."""
    is_declined = words.talk.conversation.state == "declined"
    return words.text("document.declined_title" if is_declined else FAMILY.title)
