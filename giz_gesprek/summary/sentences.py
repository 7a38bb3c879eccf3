"""Items as blocks of a paper: the sentences that both papers share.

What one audience gets and in which order was decided in ``items``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, TypeVar

from giz_gesprek.conversation.answers import Answer, AnswerState, OwnWords
from giz_gesprek.conversation.plan import PlanStep
from giz_gesprek.summary.document import (
    Agreement,
    Chosen,
    DayLine,
    Heading,
    Paragraph,
    PeopleList,
    PersonLine,
    Quote,
    StepLabels,
    Together,
    Voice,
)
from giz_gesprek.summary.items import (
    AdviceGiven,
    AdviceUnanswered,
    AnswerGiven,
    AtTheTable,
    GoalSet,
    HardAgain,
    Item,
    LookBackOn,
    OnTopic,
    PointedAt,
    TopicAdded,
    TopicChosen,
)
from giz_gesprek.summary.picture import Picture
from giz_gesprek.summary.words import PaperNames, joined_sentence

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
    """Return the choice of one person, or that there is none."""
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


def agreement(words: PaperNames, step: PlanStep, what: str) -> Agreement:
    """Return a small step: who do ``what``, its words or the beginning of them, by when."""
    who, names = doers(words, step), _names_of_doers(words, step)
    what = without_name(what, names[0]) if len(names) == 1 else what
    sentence, by = what, None
    if who is not None:
        text_id = "document.step_together" if len(names) > 1 else "document.step"
        sentence = joined_sentence(words.text(text_id, who=who, what=what), what)
    day = words.day(step.by) if step.by is not None else None
    if day is not None:
        by = words.text("document.step_by", date=day)
    picture = _picture_of_doers(words, step)
    language = words.language_of(step.what)
    return Agreement(sentence, what, who, by, day, to_ask(words, step), picture, language=language)


def without_name(what: str, name: str) -> str:
    """Return what somebody does without the name that stands before it already."""
    rest = what.removeprefix(f"{name} ").lstrip()
    return rest or what


def to_ask(words: PaperNames, step: PlanStep) -> str | None:
    """Return that somebody who does a step is still to be asked; None when everybody was there."""
    if not step.to_ask:
        return None
    names = [words.person(person_id) for person_id in step.to_ask]
    return words.text("document.to_ask", who=in_a_row(words, names))


def goal_heading(words: PaperNames, goal: GoalSet, number: int | None = None) -> Heading:
    """Return the heading of a goal: its number, where there are more, and its topics."""
    return Heading(goal_title(words, goal.topics, number), 3)


def goal_title(words: PaperNames, topics: Sequence[str], number: int | None = None) -> str:
    """Return what a goal is called that belongs to these topics."""
    label = words.text("document.goal_label")
    titles = ", ".join(words.topic(topic, None) for topic in topics)
    numbered = label if number is None else f"{label} {number}"
    return " · ".join(filter(None, (numbered, titles)))


def comes_first(words: PaperNames, item: PointedAt) -> Paragraph:
    """Return which topic comes first, and that a goal may come later where it has none."""
    first = words.text("document.comes_first", topic=words.topic(item.topic, item.child_id))
    return Paragraph(first if item.has_goal else f"{first}\n{words.text('document.no_goal_yet')}")


def doers(words: PaperNames, step: PlanStep) -> str | None:
    """Return who do a step, in the words of a list; None when nobody was named."""
    return in_a_row(words, _names_of_doers(words, step)) or None


def said_by(words: PaperNames, said: str, people: Iterable[str]) -> str:
    """Return what stands behind a label, and who said it where that is known."""
    who = in_a_row(words, [words.person(one) for one in people])
    told = words.text("document.talk_said_by", what=said, who=who) if who else said
    # A text begins with a capital; behind a label it stays as it was.
    return f"{said[:1]}{told[1:]}"


def in_a_row(words: PaperNames, names: Sequence[str]) -> str:
    """Return names as the words of a list; empty without any."""
    *others, last = names or ("",)
    if not others:
        return last
    return words.text("document.and", name=", ".join(others), other=last)


def _names_of_doers(words: PaperNames, step: PlanStep) -> tuple[str, ...]:
    named = tuple(words.person(person_id) for person_id in step.who)
    return named if step.who_else is None else (*named, step.who_else)


def _picture_of_doers(words: PaperNames, step: PlanStep) -> Picture | None:
    """Return the picture of "who helps" that fits everybody who does a step; None without one."""
    drawings = {_drawing_of_doer(words, person_id) for person_id in step.who}
    if step.who_else is not None or len(drawings) != 1:
        return None
    return words.picture(drawings.pop())


def _drawing_of_doer(words: PaperNames, person_id: str) -> str | None:
    role, meanings = words.talk.family.person(person_id).role, words.framework.meanings
    spec = words.framework.roles.get(role)
    choice = meanings.done_by_network if role == "network" else meanings.done_by_others
    if role == "child" or (spec is not None and spec.turn == "family"):
        choice = meanings.done_by_family
    return words.framework.pictogram_of(choice)


def step_labels(words: PaperNames) -> StepLabels:
    """Return what the parts of a step are called."""
    return StepLabels(
        words.text("document.step_label"),
        words.text("document.who_label"),
        words.text("document.by_label"),
    )


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
