"""The professional's answers as rows with a label, and several voices on one topic as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from giz_gesprek.conversation.answers import Answer, OwnWords
from giz_gesprek.conversation.voices import turn_of, young_people
from giz_gesprek.summary.comparison import ComparedRow, Comparison, Said
from giz_gesprek.summary.items import (
    AdviceUnanswered,
    AnswerGiven,
    ConclusionMade,
    Unanswered,
    ViewGiven,
)
from giz_gesprek.summary.listed import Row
from giz_gesprek.summary.then_and_now import is_beside_then, now_and_then
from giz_gesprek.summary.topics import questions_of
from giz_gesprek.summary.words import PaperNames

_MOST_COLUMNS: Final = 3
"""Voices next to each other on a sheet of A4; more of them stand in a second table."""
_CHILD_SAID: Final[dict[bool | None, str]] = {
    True: "document.child_agrees",
    False: "document.child_disagrees",
    None: "document.advice_dont_know",
}


def comparisons(words: PaperNames, views: Sequence[ViewGiven | Unanswered]) -> Iterator[Comparison]:
    """Yield the voices on one topic next to each other, the professionals last."""
    said: dict[str, list[ViewGiven | Unanswered]] = {}
    for item in views:
        said.setdefault(item.person_id or "", []).append(item)
    voices = sorted(said.items(), key=lambda voice: _is_professional(words, voice[0]))
    for start in range(0, len(voices), _MOST_COLUMNS):
        yield _comparison(words, voices[start : start + _MOST_COLUMNS])


def status(words: PaperNames, answer: Answer | None) -> str:
    """Return what is told of a question without an answer: not knowing, or nothing more.

    Declined, skipped and never asked are the same, without comment.
    """
    unknown = answer is not None and answer.state == "dont_know"
    return words.text("document.status_unknown" if unknown else "document.status_none")


def unanswered_row(words: PaperNames, item: Unanswered, *, voice: str | None = None) -> Row:
    """Return a question without an answer and its status; of a voice without any, the status."""
    if item.answer is None:
        return Row(words.text("document.state_label"), status(words, None))
    label = words.label(item.topic, item.answer.question)
    return Row(f"{label} ({voice})" if voice else label, status(words, item.answer))


def _is_professional(words: PaperNames, person_id: str) -> bool:
    role = words.talk.family.person(person_id).role
    return turn_of(words.framework, role) == "professional"


def answer_row(
    words: PaperNames, item: AnswerGiven | ConclusionMade, *, voice: str | None = None
) -> Row:
    """Return an answer under its label; ``voice`` is whose it is, where that is not clear.

    Own words that somebody else gave than the one who was asked name their author.
    """
    answer, own = item.answer, item.answer.words
    label = words.label(item.topic, answer.question)
    if own is not None and isinstance(item, AnswerGiven) and item.person_id != own.author_id:
        voice = words.person(own.author_id)
    if voice is not None:
        label = f"{label} ({voice})"
    if own is not None:
        return own_row(words, label, own)
    if answer.choice is None:
        return Row(label, status(words, answer))
    if isinstance(item, AnswerGiven) and is_beside_then(words, item):
        return Row(label, now_and_then(words, item))
    return Row(label, words.given(answer))


def own_row(words: PaperNames, label: str, own: OwnWords) -> Row:
    """Return own words under a label, with their language where that is another one."""
    return Row(label, own.text, literal=True, language=words.language_of(own))


def child_rows(words: PaperNames) -> Iterator[Row]:
    """Yield what each young person said to the talk; of who sits there also that it was nothing."""
    agreement = words.talk.conversation.agreement
    if agreement is None:
        return
    said = {child.person_id: child.agrees for child in agreement.children}
    for person_id in dict.fromkeys((*young_people(words.talk), *said)):
        label = f"{words.text('document.child_agrees_label')} ({words.person(person_id)})"
        known = _CHILD_SAID[said[person_id]] if person_id in said else None
        yield Row(label, words.text(known or "document.child_not_asked"))


def silence_row(words: PaperNames, item: AdviceUnanswered) -> Row:
    """Return that somebody said nothing to it that advice is asked, and how."""
    label = f"{words.text('document.advice_parent_label')} ({words.person(item.person_id)})"
    return Row(label, silence(words, item))


def silence(words: PaperNames, item: AdviceUnanswered) -> str:
    """Return how somebody said nothing to it that advice is asked."""
    if item.answer is None and not item.is_here:
        return words.text("document.advice_was_away")
    return status(words, item.answer)


def _comparison(
    words: PaperNames, voices: Sequence[tuple[str, Sequence[ViewGiven | Unanswered]]]
) -> Comparison:
    """Return the voices next to each other; a question that two were asked is one row."""
    place: dict[str, int] = {}
    cells: dict[str, list[list[Said]]] = {}
    for column, (_person_id, answers) in enumerate(voices):
        order = questions_of(words.framework, answers[0].topic)
        for item in answers:
            row = _row(words, item)
            question = item.answer.question if item.answer is not None else None
            asked = order.index(question) if question in order else len(order)
            place[row.label] = min(asked, place.get(row.label, asked))
            empty: list[list[Said]] = [[] for _ in voices]
            said = Said(row.value, row.literal, language=row.language)
            cells.setdefault(row.label, empty)[column].append(said)
    return Comparison(
        3,
        words.text("document.question_label"),
        tuple(_voice(words, person_id) for person_id, _answers in voices),
        tuple(
            ComparedRow(label, tuple(tuple(said) for said in cells[label]))
            for label in sorted(cells, key=place.__getitem__)
        ),
    )


def _row(words: PaperNames, item: ViewGiven | Unanswered) -> Row:
    return unanswered_row(words, item) if isinstance(item, Unanswered) else answer_row(words, item)


def _voice(words: PaperNames, person_id: str) -> str:
    person = words.talk.family.person(person_id)
    return f"{person.name} ({words.role(person.role)})"
