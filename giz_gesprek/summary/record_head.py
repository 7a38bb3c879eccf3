"""The head of the professional's paper, and who was there and agreed to what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from giz_gesprek.content.framework import Framework
from giz_gesprek.conversation.beginning import phase_of
from giz_gesprek.conversation.naming import first_professional
from giz_gesprek.conversation.presence import sat_from_the_beginning
from giz_gesprek.conversation.voices import turn_of
from giz_gesprek.summary.audience import PROFESSIONAL
from giz_gesprek.summary.document import Block, Heading, Note
from giz_gesprek.summary.how_far import was_talked_about
from giz_gesprek.summary.items import Item, OnTopic
from giz_gesprek.summary.listed import Row, Rows
from giz_gesprek.summary.rows import child_rows
from giz_gesprek.summary.sentences import by_topic, of_type, people, said_by
from giz_gesprek.summary.sharing import parts_inside
from giz_gesprek.summary.sharing_items import Shared, SharingRefused, SharingSaid, SharingWithdrawn
from giz_gesprek.summary.words import PaperNames

_UNBORN: Final = "prenatal"
_SHARING: Final[Mapping[type[SharingSaid], str]] = {
    Shared: "document.sharing_granted",
    SharingRefused: "document.sharing_refused",
    SharingWithdrawn: "document.sharing_withdrawn",
}


def head(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    """Yield about whom the paper is, of which talk, how far it came, and who wrote it."""
    conversation = words.talk.conversation
    yield Heading(words.text(PROFESSIONAL.title), 1)
    yield Note(words.text("document.confidential"))
    yield Rows(
        (
            Row(words.text("document.family_label"), words.talk.family.label),
            *_children(words),
            Row(words.text("document.date_label"), words.day_of(conversation.started_at)),
            *_time(words),
            Row(words.text("document.state_label"), words.text(f"state.{conversation.state}")),
            *_remaining(words, items),
            *_author(words),
        )
    )


def who_was_there(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    """Yield who was there, what they said to the talk itself, and each consent to share."""
    yield Heading(words.text("document.participants"), 2)
    there = people(words, items)
    if there.people:
        yield there
    variant = words.text(f"variant.{words.talk.conversation.variant}")
    kind = Row(words.text("document.variant_label"), variant)
    yield Rows((kind, *agreed(words), *child_rows(words)))
    sharing = of_type(items, SharingSaid)
    if sharing:
        yield Heading(words.text("document.sharing"), 2)
        yield Rows(tuple(_consents(words, sharing)))


def _consents(words: PaperNames, sharing: Sequence[SharingSaid]) -> Iterator[Row]:
    """Yield a row for each consent, given or not; of one that was withdrawn, that comes first."""
    given: SharingSaid | None = None
    for item, after in zip(sharing, (*sharing[1:], None), strict=True):
        if isinstance(item, Shared) and isinstance(after, SharingWithdrawn):
            given = item
            continue
        day = words.day_of(item.moment)
        said = words.text(_SHARING[type(item)], date=day)
        about = parts_inside(words, item.parts)
        if given is not None:
            before = said_by(words, words.day_of(given.moment), given.by)
            said = words.text("document.sharing_before", date=day, other=before)
        given = None
        said = said_by(words, said, item.by)
        about_id = "document.sharing_on" if about else "document.sharing_unknown"
        told = words.text(about_id, what=said, other=about)
        # A text begins with a capital; behind a label it stays as it was.
        yield Row(item.recipient, f"{said[:1]}{told[1:]}")


def _children(words: PaperNames) -> Iterator[Row]:
    """Yield each child, and below it what is known: age, phase, pregnancy, first child.

    A row of its own: behind a name in another script figures would change places.
    """
    conversation = words.talk.conversation
    for child_id in dict.fromkeys((conversation.focus_child, *conversation.other_children)):
        yield Row(words.role("child").capitalize(), words.child(child_id))
        known = [*_age(words, child_id)]
        if child_id == conversation.focus_child:
            known += _pregnancy(words)
        if known:
            yield Row(words.text("document.age_label"), _with_phase(words, child_id, known))


def _age(words: PaperNames, child_id: str) -> Iterator[str]:
    talk = words.talk
    band = talk.family.person(child_id).age_band
    if band == _UNBORN:
        yield words.text("document.unborn")
        return
    finer = talk.conversation.child_now.age
    if child_id == talk.conversation.focus_child and finer is not None:
        yield words.text("document.age_months", number=finer.removesuffix("m"))
    elif band is not None:
        yield words.text("document.age", number=band)


def _with_phase(words: PaperNames, child_id: str, known: Sequence[str]) -> str:
    """Return what is known of a child, and behind it for which years the questions were."""
    told, phase = ", ".join(known), phase_of(words.talk, child_id)
    if phase is None or words.talk.family.person(child_id).age_band == _UNBORN:
        return told
    return f"{told} ({words.text('document.phase', number=phase)})"


def _pregnancy(words: PaperNames) -> Iterator[str]:
    now = words.talk.conversation.child_now
    if now.pregnancy_week is not None:
        yield words.text("document.pregnancy_week", number=str(now.pregnancy_week))
    if now.first_child is not None:
        yield words.text("document.first_child" if now.first_child else "document.not_first_child")


def _time(words: PaperNames) -> Iterator[Row]:
    """Yield from when to when the talk was; the day as well where it ended on another."""
    conversation, clock = words.talk.conversation, words.calendar.clock
    if clock is None:
        return
    began, ended = clock(conversation.started_at), conversation.finished_at
    label = words.text("document.time_label")
    if ended is None:
        yield Row(label, words.text("document.time_from", what=began))
        return
    until, day = clock(ended), words.day_of(ended)
    if day != words.day_of(conversation.started_at):
        until = f"{day}, {until}"
    yield Row(label, words.text("document.time_span", what=began, other=until))


def _remaining(words: PaperNames, items: Sequence[Item]) -> Iterator[Row]:
    """Yield the topics on which nobody said anything yet, while the talk is not finished."""
    if words.talk.conversation.state == "finished":
        return
    titles = [
        words.topic(first.topic, first.child_id)
        for first, group in by_topic(of_type(items, OnTopic))
        if not was_talked_about(group)
    ]
    if titles:
        yield Row(words.text("document.remaining_label"), "; ".join(titles))


def _author(words: PaperNames) -> Iterator[Row]:
    author = first_professional(words.talk)
    if author is None:
        return
    yield Row(words.text("document.author_label"), words.person(author.id))
    if author.organisation is not None:
        yield Row(words.text("document.organisation_label"), author.organisation)
    if author.phone is not None:
        yield Row(words.text("document.phone_label"), author.phone)


def agreed(words: PaperNames) -> Iterator[Row]:
    """Yield what the family said to having this conversation, once it has said so, and who."""
    agreement = words.talk.conversation.agreement
    if agreement is None or agreement.wants_to_talk is None or agreement.answered_at is None:
        return
    text_id = "document.talk_wanted" if agreement.wants_to_talk else "document.talk_refused"
    said = words.text(text_id, date=words.day_of(agreement.answered_at))
    who = [
        one
        for one in sat_from_the_beginning(words.talk.conversation)
        if _is_asked(words.framework, words.talk.family.person(one).role)
    ]
    yield Row(
        words.text("document.talk_label"), said_by(words, f"{said[:1].upper()}{said[1:]}", who)
    )


def _is_asked(framework: Framework, role: str) -> bool:
    return turn_of(framework, role) == "family"
