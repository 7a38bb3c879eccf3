"""An answer stands with its question: what was asked, and whose answers stand under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from giz_gesprek.content.framework import Framework
from giz_gesprek.summary.items import AnswerGiven
from giz_gesprek.summary.words import PaperNames

_Given = TypeVar("_Given", bound=AnswerGiven)


def question_shared(framework: Framework, question: str) -> str:
    """Return the question under which an answer stands.

    Choices that ask the same are answers to one question, whoever chose. Own words are not: what
    a professional sees goes well is no answer to what a parent was asked.
    """
    spec = framework.questions.get(question)
    shared = spec.same_as if spec is not None and spec.answer == "choice" else None
    return shared or question


def by_question(framework: Framework, items: Sequence[_Given]) -> Iterator[tuple[_Given, ...]]:
    """Yield the answers that stand under one question, one group after the other."""
    for _question, group in groupby(
        items, key=lambda item: question_shared(framework, item.answer.question)
    ):
        yield tuple(group)


def what_was_asked(words: PaperNames, item: AnswerGiven, *others: AnswerGiven) -> str:
    """Return the question above an answer and ``others``, in the words that the family likes.

    Above what one person said it is that person's: "we" are more.
    """
    question = item.answer.question
    spec = words.framework.questions.get(question)
    is_of_one = all(other.person_id == item.person_id for other in others)
    if is_of_one and spec is not None and spec.above_one is not None:
        return words.text(spec.above_one, name=words.person(item.person_id))
    return words.asked(question, item.topic, item.child_id, item.person_id)
