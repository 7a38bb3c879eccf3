"""Rule E23: what a text is about fits the age of the child in the phases that read it.

The words of an age stand under ``ages`` in ``words.yaml``, for both registers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.rule import Remark, Tools, warning
from giz_gesprek.content.findings import Finding
from giz_gesprek.content.framework import Framework
from giz_gesprek.content.library import FALLBACK_LANGUAGE
from giz_gesprek.i18n import _

RULE: Final = "E23"

_Piece = tuple[str, ...]


def age_findings(
    framework: Framework, passages: Sequence[Passage], tools: Tools
) -> Iterator[Finding]:
    """Yield the words in Dutch topics that belong to another age.

    Words without a phase are read in the phases that have none of their own.
    """
    concerned = [
        passage
        for passage in passages
        if passage.topic in framework.topics
        and passage.audience == "parent"
        and passage.language == FALLBACK_LANGUAGE
    ]
    own: dict[_Piece, set[str]] = {}
    for passage in concerned:
        if passage.part[0] == "phases":
            own.setdefault(_piece(passage), set()).add(passage.part[1])
    for passage in concerned:
        if passage.part[0] == "phases":
            phases = {passage.part[1]}
        else:
            phases = set(framework.phases) - own.get(_piece(passage), set())
        for remark in misplaced(passage, phases, tools):
            yield remark.at(passage, RULE)


def misplaced(passage: Passage, phases: Collection[str], tools: Tools) -> Iterator[Remark]:
    """Yield the words that belong to another age than that of every phase in ``phases``."""
    told: set[str] = set()
    for sentence in passage.sentences:
        for token in tools.vocabulary.tokens(sentence):
            for word in sorted(token.bases & tools.words.ages.keys() - told):
                wrong = sorted(set(phases) - set(tools.words.ages[word]))
                if wrong and not token.is_name:
                    told.add(word)
                    message = _('"{word}" does not fit the age in {phases}: take another example')
                    yield warning(message.format(word=token.written, phases=", ".join(wrong)))


def _piece(passage: Passage) -> _Piece:
    return (passage.register, passage.address, passage.text_id, passage.part[-1])
