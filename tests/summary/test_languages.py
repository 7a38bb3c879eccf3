"""In which language own words are, for a screen reader and a voice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.summary.audience import FAMILY, READERS, Readers
from giz_gesprek.summary.comparison import Said
from giz_gesprek.summary.document import Agreement, Document, Quote
from giz_gesprek.summary.listed import Row
from tests.support.example import CONVERSATION, example
from tests.support.sheets import document_of


def languages(value: Any) -> Iterator[str | None]:
    """Yield the language of all own words on a paper."""
    if isinstance(value, tuple):
        for one in value:
            yield from languages(one)
        return
    own = isinstance(value, Quote | Agreement) or (isinstance(value, Said | Row) and value.literal)
    if own:
        yield value.language
    for field in getattr(value, "__dataclass_fields__", ()):
        yield from languages(getattr(value, field))


def with_example(text: str, language: str) -> Dossier:
    """Return the example in which the mother told this, when she was asked in ``language``."""
    view, *others = CONVERSATION.views
    answers = tuple(_told(answer, text, language) for answer in view.answers)
    views = (view.model_copy(update={"answers": answers}), *others)
    return example().with_conversation(CONVERSATION.model_copy(update={"views": views}))


def _told(answer: Answer, text: str, language: str) -> Answer:
    if answer.question != "example" or answer.words is None:
        return answer
    words = answer.words.model_copy(update={"text": text})
    return answer.model_copy(update={"words": words, "language": language})


def language_of_example(document: Document, text: str) -> str | None:
    def found(value: Any) -> Iterator[Quote]:
        if isinstance(value, tuple):
            for one in value:
                yield from found(one)
        elif isinstance(value, Quote):
            yield value
        else:
            for field in getattr(value, "__dataclass_fields__", ()):
                yield from found(getattr(value, field))

    (quote,) = (one for one in found(document.blocks) if one.text == text)
    return quote.language


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_dutch_words_on_an_english_paper_are_dutch(audience: Readers) -> None:
    assert set(languages(document_of(example(), audience, "en").blocks)) == {"nl"}
    assert set(languages(document_of(example(), audience, "nl").blocks)) == {None}


@pytest.mark.parametrize(
    ("text", "asked_in", "language"),
    [
        ("He slept well.", "en", "en"),
        ("Hij sliep goed.", "nl", None),
        ("هو ينام جيدا.", "nl", "und"),
        ("Вчера он спал хорошо, maman.", "en", "und"),
        ("12 × 3", "nl", None),
    ],
)
def test_words_are_in_the_language_of_the_question_or_nobody_knows(
    text: str, asked_in: str, language: str | None
) -> None:
    document = document_of(with_example(text, asked_in), FAMILY)
    assert language_of_example(document, text) == language
