"""The report at the end of a check: for information, never a reason to fail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Final

from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.rule import Tools
from giz_gesprek.content.checks.sentences import Readability, readability
from giz_gesprek.content.checks.vocabulary import SAMPLE_NAMES
from giz_gesprek.content.library import FALLBACK_LANGUAGE
from giz_gesprek.content.loader import LoadedContent

_RAREST: Final = 3


@dataclass(frozen=True)
class FileFigures:
    """How one file reads. Examples and easier forms are measured too.

    Attributes:
        texts: how many texts have words here; a reference has none of its own.
        tested: how many of those real readers have tried.
        is_dutch: Flesch-Douma says nothing about another language.
        rarest: the rarest Dutch words, the rarest first, also those that may be used.

    """

    path: str
    texts: int
    tested: int
    readability: Readability
    is_dutch: bool
    rarest: tuple[str, ...]


def figures(
    content: LoadedContent, passages: Sequence[Passage], tools: Tools
) -> tuple[FileFigures, ...]:
    """Measure every file of ``content``."""
    by_file: dict[str, list[Passage]] = {}
    for passage in passages:
        by_file.setdefault(passage.path, []).append(passage)
    return tuple(_measure(content, path, inside, tools) for path, inside in by_file.items())


def _measure(
    content: LoadedContent, path: str, inside: Sequence[Passage], tools: Tools
) -> FileFigures:
    library = content.library
    texts = {(each.register, each.language, each.text_id) for each in inside}
    tested = [
        text_id
        for register, language, text_id in texts
        if (entry := library.tables[register, language].get(text_id)) is not None
        and entry.reader_test is not None
    ]
    is_dutch = inside[0].language == FALLBACK_LANGUAGE
    return FileFigures(
        path,
        len(texts),
        len(tested),
        readability(sentence for passage in inside for sentence in passage.sentences),
        is_dutch,
        _rarest(inside, tools) if is_dutch else (),
    )


def _rarest(inside: Sequence[Passage], tools: Tools) -> tuple[str, ...]:
    vocabulary = tools.vocabulary
    words = {
        token.small
        for passage in inside
        for sentence in passage.sentences
        for token in vocabulary.tokens(sentence)
        if not token.is_name and token.small.isalpha() and token.small not in SAMPLE_NAMES
    }
    return tuple(nsmallest(_RAREST, words, key=lambda word: (vocabulary.frequency(word), word)))
