"""Rules that count: words in a sentence, letters in a word, lines and sentences in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.rule import Remark, Tools, error, warning
from giz_gesprek.content.checks.sentences import (
    is_question,
    readability,
    split_lines,
    words_of,
)
from giz_gesprek.i18n import _
from giz_gesprek.spoken import shown_sentences

MOST_WORDS: Final = 10
MOST_WORDS_ASKED: Final = 8
MANY_WORDS: Final = 8
MOST_WORDS_ON_AVERAGE: Final = 7
MOST_WORDS_STANDARD: Final = 15
MOST_LETTERS: Final = 12
MANY_LETTERS: Final = 10
MOST_SENTENCES: Final = 3
MOST_CHARACTERS: Final = 60


def short_sentences(passage: Passage, _tools: Tools) -> Iterator[Remark]:
    """E01: at most 10 words, 8 in a question; more than 8 needs a reason."""
    for sentence in passage.sentences:
        count, asked = len(words_of(sentence)), is_question(sentence)
        most = MOST_WORDS_ASKED if asked else MOST_WORDS
        if count > most:
            message = _('{count} words, at most {most}: make two sentences of "{sentence}"')
            if asked:
                message = _('{count} words, at most {most} in a question: shorten "{sentence}"')
            yield error(message.format(count=count, most=most, sentence=sentence))
        elif count > MANY_WORDS:
            message = _('{count} words: shorten "{sentence}" to {most}, or give a reason')
            yield warning(message.format(count=count, most=MANY_WORDS, sentence=sentence))


def short_sentences_on_average(
    passages: Sequence[Passage],
) -> Iterator[tuple[Passage | None, Remark]]:
    """E01: at most 7 words on average in a file."""
    mean = readability(sentence for each in passages for sentence in each.sentences).mean
    if mean > MOST_WORDS_ON_AVERAGE:
        message = _(
            "{mean:.1f} words a sentence on average: shorten the longest until it is {most}"
        )
        yield None, warning(message.format(mean=mean, most=MOST_WORDS_ON_AVERAGE))


def short_standard_sentences(passage: Passage, _tools: Tools) -> Iterator[Remark]:
    """S01: at most 15 words in plain Dutch."""
    for sentence in passage.sentences:
        count = len(words_of(sentence))
        if count > MOST_WORDS_STANDARD:
            message = _('{count} words, at most {most}: make two sentences of "{sentence}"')
            yield error(message.format(count=count, most=MOST_WORDS_STANDARD, sentence=sentence))


def short_words(passage: Passage, tools: Tools) -> Iterator[Remark]:
    """E03: at most 12 letters in a word, more than 10 needs a reason; a hyphen helps the eye.

    A compound of two listed words is read in two parts, and only needs a reason.
    """
    for word in dict.fromkeys(words_of(passage.shown)):
        if tools.vocabulary.allowed(word.lower()):
            continue
        letters = max(sum(map(str.isalpha, part)) for part in word.split("-"))
        if letters > MOST_LETTERS and not tools.vocabulary.built_of_listed(word.lower()):
            message = _('"{word}" has {count} letters, at most {most}: choose a shorter word')
            yield error(message.format(word=word, count=letters, most=MOST_LETTERS))
        elif letters > MANY_LETTERS:
            message = _('"{word}" has {count} letters: choose a shorter word, or give a reason')
            yield warning(message.format(word=word, count=letters))


def calm_screen(passage: Passage, _tools: Tools) -> Iterator[Remark]:
    """E12: one question, 3 sentences, 60 characters a line, one sentence a line."""
    questions = sum(map(is_question, passage.sentences))
    if questions > 1:
        message = _("{count} questions: ask one, and give the other a text of its own")
        yield error(message.format(count=questions))
    if len(passage.sentences) > MOST_SENTENCES:
        message = _("{count} sentences, at most {most}: remove one, or make two texts")
        yield error(message.format(count=len(passage.sentences), most=MOST_SENTENCES))
    for line in split_lines(passage.shown):
        if len(line) > MOST_CHARACTERS:
            message = _('{count} characters, at most {most} a line: shorten "{line}"')
            yield error(message.format(count=len(line), most=MOST_CHARACTERS, line=line))
        if len(shown_sentences(line, language=passage.language)) > 1:
            message = _('two sentences on one line: start a new line inside "{line}"')
            yield error(message.format(line=line))
