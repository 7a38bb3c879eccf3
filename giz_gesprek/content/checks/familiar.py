"""Rules about single words and expressions: rare, formal, figurative, hurting, unexplained."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Final

from giz_gesprek.content.checks import dutch
from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.rule import Remark, Tools, error, warning
from giz_gesprek.content.checks.suffixes import abstract_noun, latinate, nominalised
from giz_gesprek.content.checks.vocabulary import COMMON, Token
from giz_gesprek.i18n import _

RARE: Final = 3.5

# "slaapt als een roos.": a picture, where "als een ander kind huilt" is none.
_LIKE: Final = re.compile(r"\bals een \w+(?: \w+)?[.?!]*$", re.IGNORECASE)
_WHY_YOU: Final = re.compile(r"waarom \w+ (?:u|je|jij)\b", re.IGNORECASE)
_ARCHAIC: Final = re.compile(
    r"\b(?:ten|ter|des|der|te(?= (?:allen|gelegener|goeder|onzen|uwen)))\s+\w+", re.IGNORECASE
)


def no_rare_words(passage: Passage, tools: Tools) -> Iterator[Remark]:
    """E02: words that few people use are an error, words that not everybody uses need a reason."""
    for token in _judged(passage, tools):
        rarity = tools.vocabulary.rarity(token.small)
        if rarity < RARE:
            message = _('"{word}" is a rare word: choose a common one, or explain it')
            yield error(message.format(word=token.written))
        elif rarity < COMMON:
            message = _('"{word}" is not a common word: choose another, or give a reason')
            yield warning(message.format(word=token.written))


def plain_words(passage: Passage, tools: Tools) -> Iterator[Remark]:
    """E09: no formal words, jargon or figurative speech."""
    for remark in hard_words(passage, tools):
        yield error(remark)
    for token in _judged(passage, tools):
        spared = tools.vocabulary.allowed(token.small)
        if not spared and abstract_noun(token.small) and not nominalised(token, passage, tools):
            message = _('"{word}" is abstract: say what somebody does')
            yield error(message.format(word=token.written))


def hard_words(
    passage: Passage, tools: Tools, spared: Container[str] = frozenset()
) -> Iterator[str]:
    """Yield what is wrong with formal, technical and figurative words in a passage."""
    for sentence in passage.sentences:
        tokens = tools.vocabulary.tokens(sentence)
        for name, message in (
            ("formal", _('"{word}" is formal: write "{advice}"')),
            ("jargon", _('"{word}" is jargon: write "{advice}"')),
            ("figurative", _('"{word}" means something else than it says: write "{advice}"')),
        ):
            for found in tools.expressions[name].found_in(tokens):
                if found.written not in spared:
                    yield message.format(word=found.written, advice=found.advice)
        if (picture := _LIKE.search(sentence)) is not None:
            message = _('"{word}" is a comparison: say what you mean')
            yield message.format(word=picture[0].strip(".?!"))
        if (old := _ARCHAIC.search(sentence)) is not None:
            yield _('"{word}" is formal: use plain words').format(word=old[0])
    yield from _hard_forms(passage, tools, spared)


def _hard_forms(passage: Passage, tools: Tools, spared: Container[str]) -> Iterator[str]:
    for token in _judged(passage, tools):
        if any(base in spared for base in token.bases):
            continue
        part = tools.vocabulary.office_part(token.small)
        if part is not None:
            message = _('"{word}" is a word of institutions, by "{part}": use short plain words')
            yield message.format(word=token.written, part=part)
        elif latinate(token.small) and not tools.vocabulary.allowed(token.small):
            message = _('"{word}" is a formal word: use a plain one')
            yield message.format(word=token.written)
        elif nominalised(token, passage, tools):
            message = _('"{word} van" makes a thing of doing: use a verb')
            yield message.format(word=token.written)


def one_term(passage: Passage, tools: Tools) -> Iterator[Remark]:
    """E11: one word for one thing."""
    for sentence in passage.sentences:
        tokens = tools.vocabulary.tokens(sentence)
        for found in tools.expressions["forbidden"].found_in(tokens):
            message = _('one word for one thing: write "{advice}" for "{word}"')
            yield error(message.format(word=found.written, advice=found.advice))


def no_hints(passage: Passage, tools: Tools) -> Iterator[Remark]:
    """E22 and S03: nothing that hints at want or blame."""
    for sentence in passage.sentences:
        tokens = tools.vocabulary.tokens(sentence)
        for found in tools.expressions["hints"].found_in(tokens):
            message = _('"{word}" can hurt: {advice}')
            yield error(message.format(word=found.written, advice=found.advice))
        if (why := _WHY_YOU.match(sentence)) is not None:
            message = _('"{words}" asks for an excuse: ask what happened')
            yield error(message.format(words=why[0]))


def explained_terms(passage: Passage, tools: Tools) -> Iterator[Remark]:
    """E19: a word of health, school or help is found in the glossary, however it stands."""
    explained = tools.vocabulary.glossary.terms_in(passage.shown)
    for term in tools.vocabulary.domain_terms_in(passage.shown):
        if term not in explained:
            message = _('"{word}" has to be explained: add it to glossary.yaml')
            yield error(message.format(word=term))


def _judged(passage: Passage, tools: Tools) -> Iterator[Token]:
    """Yield each word to judge, once: names and numbers are left alone."""
    seen: set[str] = set()
    for sentence in passage.sentences:
        for token in tools.vocabulary.tokens(sentence):
            if not token.is_name and token.small not in seen:
                seen.add(token.small)
                if token.small not in dutch.PREPOSITIONS:
                    yield token
