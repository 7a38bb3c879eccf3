"""Sentences that stand in two topics, and phase variants that are only filled in differently.

A translation repeats itself where Dutch has two words: there, only equal sentences are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.sentences import words_of
from giz_gesprek.content.company import COMPANIES
from giz_gesprek.content.findings import Finding
from giz_gesprek.content.library import FALLBACK_LANGUAGE
from giz_gesprek.content.loader import LoadedContent
from giz_gesprek.content.texts import TextKind
from giz_gesprek.i18n import _
from giz_gesprek.spoken import shown_sentences

REPEATED: Final = "repeated"
NEARLY: Final = "nearly-same"
VARIANT: Final = "variant"

_LABELS: Final = frozenset[TextKind](("title", "choice", "fixed_answer", "term"))
_SHORTEST_NEARLY: Final = 4
# "Hoe gaat het slapen?" and "Hoe gaat het leren?" are as easy as a question gets.
_SHORTEST_QUESTION_NEARLY: Final = 5

_Tokens = tuple[str, ...]
_Bucket = tuple[object, ...]


def repeat_findings(content: LoadedContent, passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield a finding at each later place of a repeated sentence; it names the first place."""
    framework = content.library.framework
    topics = {*framework.topics, *framework.programmes}
    read: dict[_Bucket, list[Passage]] = {}
    for passage in passages:
        spec = content.library.specs[passage.text_id]
        if passage.topic in topics and passage.kind not in _LABELS and spec.audience == "parent":
            together = (passage.register, passage.language, passage.address)
            read.setdefault(together, []).append(passage)
    for read_together in read.values():
        yield from _repeats(read_together)
    yield from _same_variants(passages)


def _repeats(passages: Iterable[Passage]) -> Iterator[Finding]:
    first: dict[_Tokens, Passage] = {}
    patterns: dict[_Bucket, tuple[_Tokens, Passage]] = {}
    for passage in passages:
        for sentence in shown_sentences(passage.written, language=passage.language):
            tokens = _tokens(sentence)
            earlier = first.setdefault(tokens, passage)
            if earlier.topic != passage.topic:
                message = _('"{sentence}" stands also in {place}: say it another way here')
                yield _finding(passage, REPEATED, message, sentence, earlier)
            elif earlier is passage and passage.language == FALLBACK_LANGUAGE:
                near = _near(tokens, passage, patterns)
                if near is not None:
                    message = _('"{sentence}" is but for one word in {place}: change more of it')
                    yield _finding(passage, NEARLY, message, sentence, near)


def _near(
    tokens: _Tokens, passage: Passage, patterns: dict[_Bucket, tuple[_Tokens, Passage]]
) -> Passage | None:
    """Return the first passage of another topic with all these tokens but one; remember these."""
    asked = passage.kind == "question"
    if len(tokens) < (_SHORTEST_QUESTION_NEARLY if asked else _SHORTEST_NEARLY):
        return None
    found = None
    for place in range(len(tokens)):
        pattern = (*tokens[:place], None, *tokens[place + 1 :])
        other, earlier = patterns.setdefault(pattern, (tokens, passage))
        if found is None and other != tokens and earlier.topic != passage.topic:
            found = earlier
    return found


def _same_variants(passages: Iterable[Passage]) -> Iterator[Finding]:
    """Yield variants of one text that differ in a word at most: such a text needs no variant."""
    texts: dict[_Bucket, list[Passage]] = {}
    for passage in passages:
        own = passage.language == FALLBACK_LANGUAGE
        variant = passage.part[-1] == "text" and not {*COMPANIES} & {*passage.part}
        if own and variant and passage.kind not in _LABELS:
            key = (passage.register, passage.language, passage.address, passage.text_id)
            texts.setdefault(key, []).append(passage)
    for wordings in texts.values():
        for one, other in combinations(wordings, 2):
            left, right = _tokens(one.written), _tokens(other.written)
            if len(left) == len(right) and _differing(left, right) <= 1:
                message = _('"{sentence}" is but for one word in {place}: change more of it')
                yield _finding(other, VARIANT, message, other.written.strip(), one)


def _differing(left: _Tokens, right: _Tokens) -> int:
    return sum(one != other for one, other in zip(left, right, strict=True))


def _tokens(sentence: str) -> _Tokens:
    return tuple(word.lower() for word in words_of(sentence))


def _finding(passage: Passage, rule: str, message: str, sentence: str, earlier: Passage) -> Finding:
    place = f"{earlier.path}:{earlier.line} ({earlier.text_id})"
    message = message.format(sentence=sentence, place=place)
    return Finding(passage.path, passage.line, rule, passage.text_id, message)
