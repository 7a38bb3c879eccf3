"""Answers, and the views, differences and conclusions that they make up.

A view is one person's answers on one topic. Nothing here is averaged, scored or compared
with a norm; a difference and a conclusion are records of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, Literal, Self

from pydantic import model_validator

from giz_gesprek.content.texts import TextRegister
from giz_gesprek.conversation.base import Identifier, Instant, Record
from giz_gesprek.conversation.text_fields import Note

AnswerState = Literal["answered", "dont_know", "rather_not_say", "skipped"]

SILENCES: Final[tuple[AnswerState, ...]] = ("dont_know", "rather_not_say")
"""What somebody said instead of an answer."""


class OwnWords(Record):
    """What somebody said, literally: the author's, whoever typed it.

    ``with_ids`` are the others of the family who said it together with the author.
    """

    text: Note
    author_id: Identifier
    with_ids: tuple[Identifier, ...] = ()
    typed_by_id: Identifier
    at: Instant

    @property
    def authors(self) -> tuple[str, ...]:
        """Everybody whose words these are, the author first."""
        return (self.author_id, *self.with_ids)


class Answer(Record):
    """The answer to one question, and the wording in which it was asked.

    ``present`` are those who sat at the table when everybody answered together: nobody else said
    it. An answer of one person has none. ``stands``: that somebody does not know, or would rather
    not say, may be read on the family's paper.
    """

    question: Identifier
    state: AnswerState
    choice: Identifier | None = None
    words: OwnWords | None = None
    present: tuple[Identifier, ...] = ()
    stands: bool = False
    at: Instant
    text_register: TextRegister
    language: Identifier

    @model_validator(mode="after")
    def _state_fits_content(self) -> Self:
        filled = (self.choice is not None) + (self.words is not None)
        if filled != (1 if self.state == "answered" else 0):
            message = (
                "an answered question has a choice or own words; the other states have neither"
            )
            raise ValueError(message)
        if self.stands and self.state not in SILENCES:
            message = "only that somebody does not know, or would rather not say, can be let stand"
            raise ValueError(message)
        return self


def find_answer(answers: Iterable[Answer], question: str) -> Answer | None:
    """Return the answer to ``question``, or None."""
    return next((answer for answer in answers if answer.question == question), None)


def replace_answer(answers: tuple[Answer, ...], new: Answer) -> tuple[Answer, ...]:
    """Return ``answers`` with ``new`` in the place of the earlier answer, or at the end."""
    if find_answer(answers, new.question) is None:
        return (*answers, new)
    return tuple(new if answer.question == new.question else answer for answer in answers)


def without_answer(answers: tuple[Answer, ...], question: str) -> tuple[Answer, ...]:
    """Return ``answers`` without the answer to ``question``."""
    return tuple(answer for answer in answers if answer.question != question)


def _one_answer_a_question(answers: tuple[Answer, ...]) -> None:
    if len({answer.question for answer in answers}) != len(answers):
        message = "one question has two answers"
        raise ValueError(message)


class View(Record):
    """What one person answered on one topic; ``child_id`` only on sides asked per child.

    ``anew``: they want to tell once more what they told at a visit before.
    """

    topic: Identifier
    child_id: Identifier | None = None
    person_id: Identifier
    answers: tuple[Answer, ...] = ()
    anew: bool = False

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        _one_answer_a_question(self.answers)
        return self


class Reason(Record):
    """Why one person sees it so."""

    person_id: Identifier
    answer: Answer


class Reaction(Record):
    """What one person of the family says to it that advice is asked."""

    person_id: Identifier
    answers: tuple[Answer, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        _one_answer_a_question(self.answers)
        return self


class SeekAdvice(Record):
    """Said openly: a professional cannot leave a topic there and asks for advice.

    The answers are the professional's: why, and what happens next. The reactions are of those of
    the family who were told, each their own.
    """

    topic: Identifier
    child_id: Identifier | None = None
    by_id: Identifier
    answers: tuple[Answer, ...] = ()
    reactions: tuple[Reaction, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        _one_answer_a_question(self.answers)
        if len({reaction.person_id for reaction in self.reactions}) != len(self.reactions):
            message = "one person has two reactions"
            raise ValueError(message)
        return self


class Difference(Record):
    """Two or more people see a topic differently. Kept beside the views, which stay as they are.

    ``outcome`` is how they went on when the topic ended, ``at_end`` what they do with it at the end
    of the visit, where it was open still.
    """

    topic: Identifier
    child_id: Identifier | None = None
    reasons: tuple[Reason, ...] = ()
    outcome: Answer | None = None
    at_end: Answer | None = None
    later_on: date | None = None

    @property
    def as_it_is(self) -> Answer | None:
        """How they go on, as was said last."""
        at_end = self.at_end
        return at_end if at_end is not None and at_end.state == "answered" else self.outcome

    @model_validator(mode="after")
    def _one_reason_a_person(self) -> Self:
        if len({reason.person_id for reason in self.reasons}) != len(self.reasons):
            message = "one person has two reasons"
            raise ValueError(message)
        return self


class Conclusion(Record):
    """What the people at the table chose together for one topic."""

    topic: Identifier
    child_id: Identifier | None = None
    answers: tuple[Answer, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        _one_answer_a_question(self.answers)
        return self
