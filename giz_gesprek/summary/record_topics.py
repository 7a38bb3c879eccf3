"""The topics on the professional's paper: each voice with its status, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giz_gesprek.summary.differences import were_missing, with_day
from giz_gesprek.summary.document import Block, Heading
from giz_gesprek.summary.how_far import how_far
from giz_gesprek.summary.items import (
    AdviceGiven,
    AdviceUnanswered,
    DifferenceSeen,
    Item,
    LaterOn,
    OnTopic,
    ReasonGiven,
    TopicAdded,
    Unanswered,
    ViewGiven,
)
from giz_gesprek.summary.listed import Row, Rows
from giz_gesprek.summary.rows import (
    answer_row,
    comparisons,
    own_row,
    silence_row,
    status,
    unanswered_row,
)
from giz_gesprek.summary.sentences import advice_title, by_topic, of_type, said_by
from giz_gesprek.summary.words import PaperNames


def topics(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    """Yield every topic that was chosen, also what was only asked for."""
    for first, group in by_topic(of_type(items, OnTopic)):
        yield Heading(words.topic(first.topic, first.child_id), 2)
        yield Rows((_state(words, group), *_added(words, group)))
        shown = [item for item in group if isinstance(item, ViewGiven) or _is_at(item, "view")]
        yield from comparisons(words, shown)  # type: ignore[arg-type]  # views, given or not
        yield from _difference(words, group)
        yield from _advice(words, group)


def _state(words: PaperNames, group: Sequence[OnTopic]) -> Row:
    return Row(words.text("document.state_label"), words.text(how_far(group)))


def _is_at(item: OnTopic, place: str) -> bool:
    return isinstance(item, Unanswered) and item.place == place


def _added(words: PaperNames, group: Sequence[OnTopic]) -> Iterator[Row]:
    for item in of_type(group, TopicAdded):
        yield Row(words.text("document.proposed_label"), words.person(item.by_id))
        if item.reason is not None:
            yield own_row(words, words.text("document.added_label"), item.reason)


def _difference(words: PaperNames, group: Sequence[OnTopic]) -> Iterator[Block]:
    for item in of_type(group, DifferenceSeen):
        yield Heading(words.text("document.difference_label"), 3)
        rows = [
            answer_row(words, reason, voice=words.person(reason.person_id))
            for reason in of_type(group, ReasonGiven)
        ]
        rows += _silent(words, group, "reason")
        yield Rows((*rows, _outcome(words, item, group)))


def _outcome(words: PaperNames, item: DifferenceSeen, group: Sequence[OnTopic]) -> Row:
    """Return how a difference ended: what was chosen, who chose it where not all, and the day."""
    label = words.text("document.outcome_label")
    outcome = item.outcome
    if outcome is None:
        silent = [each.answer for each in of_type(group, Unanswered) if each.place == "outcome"]
        said = status(words, next(iter(silent), None))
    elif outcome.words is not None:
        return own_row(words, label, outcome.words)
    else:
        said = words.given(outcome)
    said = with_day(words, said, group)
    if item.missing:
        said = f"{said_by(words, said, item.together)}."
        said = "\n".join((said, *were_missing(words, item.missing)))
    if any(each.day is None for each in of_type(group, LaterOn)):
        said = f"{said}\n{words.text('document.no_day_yet')}"
    return Row(label, said)


def _advice(words: PaperNames, group: Sequence[OnTopic]) -> Iterator[Block]:
    """Yield why advice is asked, what was told of it, and what each of the family answered."""
    advice = [item for item in group if isinstance(item, AdviceGiven | AdviceUnanswered)]
    if not advice:
        return
    yield Heading(advice_title(words, advice[0]), 3)
    given = of_type(group, AdviceGiven)
    asker = advice[0].adviser_id
    told = [item for item in given if item.person_id == asker]
    rows = [answer_row(words, item, voice=words.person(asker)) for item in told]
    rows += _silent(words, group, "advice")
    rows += _not_told(words, group, asker)
    answered = [item for item in given if item.person_id != asker]
    rows += [answer_row(words, item, voice=words.person(item.person_id)) for item in answered]
    rows += [silence_row(words, item) for item in of_type(group, AdviceUnanswered)]
    yield Rows(tuple(rows))


def _not_told(words: PaperNames, group: Sequence[OnTopic], asker: str) -> Iterator[Row]:
    """Yield what whoever asks for advice did not come to tell of it."""
    framework, topic = words.framework, group[0].topic
    came_to = [item.answer for item in group if isinstance(item, AdviceGiven | Unanswered)]
    known = {answer.question for answer in came_to if answer is not None}
    for question in framework.question_sets[framework.places.advice_sought]:
        if framework.questions[question].asked_of != "family" and question not in known:
            label = f"{words.label(topic, question)} ({words.person(asker)})"
            yield Row(label, status(words, None))


def _silent(words: PaperNames, group: Sequence[OnTopic], place: str) -> Iterator[Row]:
    for item in of_type(group, Unanswered):
        if item.place == place and item.person_id is not None:
            yield unanswered_row(words, item, voice=words.person(item.person_id))
