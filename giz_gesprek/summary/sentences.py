"""Items as blocks of a paper: the sentences that both papers share.

What one audience gets and in which order was decided in ``items``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from giz_gesprek.summary.document import (
    Agreement,
    Chosen,
    DayLine,
    DifferenceLine,
    Heading,
    PeopleList,
    PersonLine,
    Picture,
    Quote,
    StepLabels,
    Together,
)
from giz_gesprek.summary.items import Item
from giz_gesprek.summary.words import Words, joined_sentence

_STILL_DIFFERENT: Final = "document.differ"


def of_kind(items: Iterable[Item], *kinds: str) -> list[Item]:
    """Return the items of these kinds, in order."""
    return [item for item in items if item.kind in kinds]


def by_topic(items: Iterable[Item]) -> Iterator[tuple[Item, list[Item]]]:
    """Yield the items of one topic after the other, each group with its first item."""
    for _key, group in groupby(items, key=lambda item: (item.topic, item.child_id)):
        found = list(group)
        yield found[0], found


def topic_heading(words: Words, item: Item, level: int) -> Heading:
    """Return the heading of the topic that an item is about."""
    topic = item.topic or ""
    spec = words.framework.topics.get(topic)
    title = words.topic(topic, item.child_id)
    picture = words.picture(spec.pictogram if spec is not None else None, title)
    return Heading(title, level, picture)


def people(words: Words, items: Iterable[Item]) -> PeopleList:
    """Return who was there."""
    return PeopleList(
        tuple(
            PersonLine(
                words.talk.family.person(item.person_id or "").name,
                words.role(item.detail or ""),
                words.talk.family.person(item.person_id or "").organisation,
            )
            for item in of_kind(items, "participant")
        )
    )


def quote(words: Words, item: Item) -> Quote:
    """Return own words as those of their author."""
    if item.words is None:
        raise ValueError("only own words can be quoted")
    speaker = words.person(item.words.author_id)
    return Quote(speaker, words.text("document.said", name=speaker), item.words.text)


def hard_again(words: Words, item: Item) -> Quote | Chosen:
    """Return one answer of "when it gets hard again"; today's questions all ask for own words."""
    return chosen_together(words, item) if item.words is None else quote(words, item)


def chosen_by(words: Words, item: Item) -> Chosen:
    """Return the choice of one person."""
    name = words.person(item.person_id or "")
    return _chosen(words, item, "document.chose", name)


def chosen_together(words: Words, item: Item) -> Chosen:
    """Return what everybody chose together; who helps is said in words of its own."""
    return _chosen(words, item, _sentence(words, item) or "document.together", None)


def together(words: Words, items: Iterable[Item]) -> Together:
    """Return the choices of a conclusion; only the first says that they were made together."""
    first, *others = items
    rest = [_chosen(words, item, _sentence(words, item), None) for item in others]
    return Together((chosen_together(words, first), *rest))


def _sentence(words: Words, item: Item) -> str | None:
    """Return the text that tells the choice on a question, where it has one of its own."""
    spec = words.framework.questions.get(item.question or "")
    return spec.sentence if spec is not None else None


def _chosen(words: Words, item: Item, text_id: str | None, name: str | None) -> Chosen:
    question, choice = item.question or "", item.choice or ""
    label = words.choice(question, choice)
    values = {"choice": label} if name is None else {"choice": label, "name": name}
    sentence = f"{capital(label)}." if text_id is None else words.text(text_id, **values)
    picture = words.picture(words.pictogram(question, choice), label)
    return Chosen(sentence, label, picture, name)


def difference_line(words: Words, item: Item, later: Item | None) -> DifferenceLine:
    """Return the one line about a difference; ``later`` is the day of talking again."""
    *others, last = [words.person(person_id) for person_id in item.voices]
    values = {"name": ", ".join(others), "other": last}
    if later is not None and later.day is not None:
        text = words.text("document.differ_later_on", date=words.day(later.day), **values)
    else:
        text = words.text(outcome_text(words, item) or _STILL_DIFFERENT, **values)
    drawing = words.pictogram(item.question or "", item.choice or "")
    if item.choice is None:
        # Nobody talked about it yet.
        drawing = words.framework.pictogram_of(words.framework.meanings.still_different)
    return DifferenceLine(text, words.picture(drawing, text.partition("\n")[0].rstrip(".")))


def outcome_text(words: Words, item: Item) -> str | None:
    """Return what is said about a difference by how everybody goes on, if that is known."""
    meanings = words.framework.meanings
    said = {
        meanings.agreed: "document.differ_agree",
        meanings.still_different: _STILL_DIFFERENT,
        meanings.talk_later: "document.differ_later",
    }
    return said.get(words.framework.choice_id(item.question or "", item.choice) or "")


def agreement(words: Words, item: Item) -> Agreement:
    """Return a small step: who does what, by when."""
    what = item.words.text if item.words is not None else ""
    who = words.person(item.person_id) if item.person_id is not None else item.detail
    sentence, by = what, None
    if who is not None:
        sentence = joined_sentence(words.text("document.step", who=who, what=what), what)
    day = words.day(item.day) if item.day is not None else None
    if day is not None:
        by = words.text("document.step_by", date=day)
    return Agreement(sentence, what, who, by, day, picture=_doer(words, item, who))


def _doer(words: Words, item: Item, who: str | None) -> Picture | None:
    """Return the picture of "who helps" that fits whoever does a step."""
    if item.person_id is None:
        return None
    role, meanings = words.talk.family.person(item.person_id).role, words.framework.meanings
    spec = words.framework.roles.get(role)
    choice = meanings.done_by_network if role == "network" else meanings.done_by_others
    if role == "child" or (spec is not None and spec.turn == "family"):
        choice = meanings.done_by_family
    return words.picture(words.framework.pictogram_of(choice), who or "")


def step_labels(words: Words) -> StepLabels:
    """Return what the parts of a step are called."""
    return StepLabels(
        words.text("document.step_label"),
        words.text("document.who_label"),
        words.text("document.by_label"),
    )


def hard_again_heading(words: Words, item: Item, level: int) -> Heading:
    """Return the heading above one answer of "when it gets hard again"."""
    return Heading(words.label(None, item.question or ""), level)


def look_back(words: Words, item: Item) -> DayLine | None:
    """Return the sentence with the day on which everybody looks back."""
    if item.day is None:
        return None
    day = words.day(item.day)
    return DayLine(words.text("document.look_back_on", date=day), day)


def capital(text: str) -> str:
    """Return ``text`` as it begins a sentence."""
    return text[:1].upper() + text[1:]
