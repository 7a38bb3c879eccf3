"""What is shown turned into what is said, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from giz_gesprek.spoken.contacts import address_rules, phone_rules
from giz_gesprek.spoken.dutch import DUTCH
from giz_gesprek.spoken.english import ENGLISH
from giz_gesprek.spoken.figures import money_rules, number_rules
from giz_gesprek.spoken.language import Language
from giz_gesprek.spoken.moments import moment_rules
from giz_gesprek.spoken.rewriting import Rule, rewrite
from giz_gesprek.spoken.sentence import SpokenSentence
from giz_gesprek.spoken.signs import letter_rules, short_rules, sign_rules, unseen_rules
from giz_gesprek.spoken.splitting import sentence_ranges

_LANGUAGES: Mapping[str, Language] = {"nl": DUTCH, "en": ENGLISH}


def spoken_sentences(
    shown: str, *, language: str, pronunciations: Mapping[str, str]
) -> tuple[SpokenSentence, ...]:
    """Return what is said for ``shown``, one utterance a sentence; a line break ends one too.

    Args:
        shown: the text as it stands on the screen.
        language: the code of the language, ``nl``; in one without a table, only pronunciations are
            used and pictures left out.
        pronunciations: words or names and how to spell them for the voice. A whole word matches,
            in capitals or not, the longest first; what it gives is said as it stands. Those of a
            family go before those of the content: ``{**content, **family}``.

    What holds no letter or figure, when pictures are left out, gives no utterance.

    """
    table = _LANGUAGES.get(language)
    rules = (*_first_rules(table), *_given_rules(tuple(pronunciations.items())), *_rules(table))
    found: list[SpokenSentence] = []
    for start, end in sentence_ranges(shown, table):
        text, pieces = rewrite(shown[start:end], rules, start)
        if any(map(str.isalnum, text)):
            found.append(SpokenSentence(start, end, text, pieces))
    return tuple(found)


@lru_cache(maxsize=4)
def _first_rules(language: Language | None) -> tuple[Rule, ...]:
    """Return what goes before pronunciations: a name inside an address is part of the address."""
    addresses = () if language is None else address_rules(language)
    return (*addresses, *unseen_rules())


@lru_cache(maxsize=16)
def _given_rules(pronunciations: tuple[tuple[str, str], ...]) -> tuple[Rule, ...]:
    said = {_same(written): spoken for written, spoken in pronunciations if written.strip()}
    if not said:
        return ()
    either = "|".join(re.escape(each) for each in sorted(said, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    return (Rule(pattern, lambda found: said.get(_same(found[0]))),)


def _same(word: str) -> str:
    return word.strip().casefold()


@lru_cache(maxsize=4)
def _rules(language: Language | None) -> tuple[Rule, ...]:
    """Return the rules of a language, the most special first; the first that matches has it."""
    if language is None:
        return ()
    return (
        *money_rules(language),
        *moment_rules(language),
        *phone_rules(language),
        *short_rules(language),
        *number_rules(language),
        *letter_rules(language),
        *sign_rules(language),
    )
