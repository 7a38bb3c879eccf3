"""Rule E18: who picks the first or the last thing heard, is not steered by the place of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from giz_gesprek.content.address import PLAIN
from giz_gesprek.content.checks import dutch
from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.sentences import is_question, words_of
from giz_gesprek.content.findings import Finding
from giz_gesprek.content.inflection import base_forms
from giz_gesprek.i18n import _

LEAST_FIRST: Final = 0.4
MOST_FIRST: Final = 0.6

_NO_PATTERN: Final = 2
"""So many more on one side are one question that could be turned round."""
_POLES: Final = re.compile(r"(?P<first>[^,?]*\w),?\s+of\s+(?P<second>[^,?]+)\?", re.IGNORECASE)


def balance_findings(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield one error for each language where the good pole stands too often in one place.

    Of few questions, one that could be turned round is no pattern. A question with u and with
    je is one question.
    """
    placed: dict[str, list[tuple[Passage, bool]]] = {}
    for passage in passages:
        if passage.register == "easy_language" and passage.address == PLAIN:
            for sentence in passage.sentences:
                first = positive_first(sentence)
                if first is not None:
                    placed.setdefault(passage.language, []).append((passage, first))
    for found in placed.values():
        ahead = sum(first for _passage, first in found)
        share = ahead / len(found)
        even = abs(2 * ahead - len(found)) <= _NO_PATTERN
        if not even and not LEAST_FIRST <= share <= MOST_FIRST:
            passage = next(each for each, first in found if first == (share > MOST_FIRST))
            message = _(
                "the good side stands first in {share:.0%} of {count} either/or questions,"
                " keep it between {least:.0%} and {most:.0%}: turn some round"
            ).format(share=share, count=len(found), least=LEAST_FIRST, most=MOST_FIRST)
            yield Finding(passage.path, passage.line, "E18", passage.text_id, message)


def positive_first(question: str) -> bool | None:
    """Tell whether the good pole of an either/or question comes first; None for other sentences."""
    poles = _POLES.search(question) if is_question(question) else None
    if poles is None:
        return None
    first, second = _value(poles["first"]), _value(poles["second"])
    return first > second if first * second < 0 else None


def _value(words: str) -> int:
    """Return 1 for a good pole, -1 for a bad one: the last word that is either decides."""
    for word in reversed(words_of(words.lower())):
        forms = base_forms(word)
        if forms & dutch.POSITIVE:
            return 1
        if forms & dutch.NEGATIVE:
            return -1
    return 0
