"""What is shown turned into what is said, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from giz_gesprek.spoken.amounts import money_rules, rate_rules
from giz_gesprek.spoken.contacts import address_rules, phone_rules
from giz_gesprek.spoken.dutch import DUTCH
from giz_gesprek.spoken.english import ENGLISH
from giz_gesprek.spoken.figures import number_rules
from giz_gesprek.spoken.language import Language
from giz_gesprek.spoken.moments import moment_rules
from giz_gesprek.spoken.rewriting import Rule, rewrite
from giz_gesprek.spoken.scripts import other_script_rules
from giz_gesprek.spoken.sentence import Piece, SpokenSentence
from giz_gesprek.spoken.signs import letter_rules, short_rules, sign_rules, unseen_rules
from giz_gesprek.spoken.splitting import sentence_ranges
from giz_gesprek.spoken.years import YearOnce

_LANGUAGES: Mapping[str, Language] = {"nl": DUTCH, "en": ENGLISH}


def spoken_sentences(
    shown: str, *, language: str, pronunciations: Mapping[str, str], say: str | None = None
) -> tuple[SpokenSentence, ...]:
    """Return what is said for ``shown``, one utterance a sentence; a line break ends one too.

    Args:
        shown: the text as it stands on the screen.
        language: the code of the language, ``nl``; in one without a table, only pronunciations are
            used and pictures left out.
        pronunciations: words or names and how to spell them for the voice. A whole word matches,
            in capitals or not, the longest first; what it gives is said as it stands. Those of a
            family go before those of the content: ``{**content, **family}``.
        say: what the voice reads instead of ``shown``. Each sentence lights the one in its place;
            where the two are not of as many sentences, each lights all.

    What holds no letter or figure, when pictures are left out, gives no utterance.

    """
    table = _LANGUAGES.get(language)
    rules = _prepared(table, tuple(pronunciations.items()))
    spoken = tuple(_spoken(shown, table, rules))
    if say is None or not spoken:
        return spoken
    return tuple(_instead(spoken, tuple(_spoken(say, table, rules))))


def another_language(language: str) -> str:
    """Return what is said, in ``language``, for words that no voice can read; may be empty."""
    table = _LANGUAGES.get(language)
    return table.another_language if table is not None else ""


def year_once(language: str) -> YearOnce:
    """Return what leaves out a year that was heard, for texts that are said after each other."""
    return YearOnce(_LANGUAGES.get(language))


def shown_sentences(shown: str, *, language: str) -> tuple[str, ...]:
    """Return the sentences of ``shown`` as they stand there, each of which is said in one breath.

    What holds no letter or figure is none. Whoever counts sentences takes these.
    """
    ranges = sentence_ranges(shown, _LANGUAGES.get(language))
    sentences = (shown[start:end] for start, end in ranges)
    return tuple(each for each in sentences if any(map(str.isalnum, each)))


def _spoken(
    text: str, language: Language | None, rules: tuple[Rule, ...]
) -> Iterator[SpokenSentence]:
    for start, end in sentence_ranges(text, language):
        said, pieces = rewrite(text[start:end], rules, start)
        if any(map(str.isalnum, said)):
            yield SpokenSentence(start, end, said, pieces)


def _instead(
    shown: Sequence[SpokenSentence], said: Sequence[SpokenSentence]
) -> Iterator[SpokenSentence]:
    """Yield what is said, each sentence with its place in what is shown."""
    in_pairs = len(shown) == len(said)
    for place, other in enumerate(said):
        first, last = (shown[place], shown[place]) if in_pairs else (shown[0], shown[-1])
        start, end = first.shown_start, last.shown_end
        whole = Piece(start, end, 0, len(other.text), exact=False)
        yield SpokenSentence(start, end, other.text, (whole,))


@lru_cache(maxsize=16)
def _prepared(
    language: Language | None, pronunciations: tuple[tuple[str, str], ...]
) -> tuple[Rule, ...]:
    """Return all rules in the order in which they may take a piece of a text.

    Pronunciations go after addresses, because a name inside an address is part of the address, and
    hold for the words of the other rules too: "5 min." has a word that voices read wrongly.
    """
    given = _given(pronunciations)
    if language is None:
        return (*unseen_rules(), *((given,) if given else ()))
    others = _of_language(language)
    if given is None:
        return (*address_rules(language), *others)
    return (*address_rules(language), given, *(_with(given, each) for each in others))


def _given(pronunciations: tuple[tuple[str, str], ...]) -> Rule | None:
    said = {
        _same(written): spoken
        for written, spoken in pronunciations
        if any(map(str.isalnum, written))
    }
    if not said:
        return None
    either = "|".join(re.escape(each) for each in sorted(said, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    return Rule(pattern, lambda found: said.get(_same(found[0])))


def _same(word: str) -> str:
    return word.strip().casefold()


def _with(given: Rule, other: Rule) -> Rule:
    """Return ``other`` with the pronunciations of ``given`` for the words that it gives."""

    def say(found: re.Match[str]) -> str | None:
        said = other.say(found)
        if said is None:
            return None
        return given.pattern.sub(lambda word: given.say(word) or word[0], said)

    return Rule(other.pattern, say, other.beyond_ascii)


@lru_cache(maxsize=4)
def _of_language(language: Language) -> tuple[Rule, ...]:
    return (
        *other_script_rules(language),
        *unseen_rules(),
        *money_rules(language),
        *rate_rules(language),
        *moment_rules(language),
        *phone_rules(language),
        *short_rules(language),
        *number_rules(language),
        *letter_rules(language),
        *sign_rules(language),
    )
