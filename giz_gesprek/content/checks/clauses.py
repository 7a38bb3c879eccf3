"""Rules about how a Dutch sentence is built: passives, and thoughts inside thoughts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from giz_gesprek.content.checks import dutch
from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.rule import Remark, Tools, error, warning
from giz_gesprek.content.checks.sentences import is_question
from giz_gesprek.content.checks.vocabulary import Token
from giz_gesprek.i18n import _

_WITH_GE: Final = re.compile(r"[a-zë]*?ge[a-zëïé]{2,}(?:d|t|en)")
_WITHOUT_GE: Final = re.compile(
    r"(?:be|ver|ont|her|er|mis|over|onder|door|aan|voor)[a-zëï]+(?:d|t|en)"
)
# A participle ends in -t after these sounds only: "verstrekt", but "verteld".
_VOICELESS: Final = re.compile(r"[cfhkpsx]t$")
_MOST_COMMAS: Final = 1
_MOST_WORDS_LISTED: Final = 3


def no_passive(passage: Passage, tools: Tools) -> Iterator[Remark]:
    """E04: worden with a participle hides who acts; zijn with one needs a reason."""
    for sentence in passage.sentences:
        found = passive(sentence, tools)
        if found is not None:
            message = _('"{words}" hides who does it: say who acts')
            make = error if found[0] == "worden" else warning
            yield make(message.format(words=found[1]))


def passive(sentence: str, tools: Tools) -> tuple[str, str] | None:
    """Return ``worden`` or ``zijn`` and the words of a passive in the sentence, or None."""
    tokens = tools.vocabulary.tokens(sentence)
    become = [token for token in tokens if token.small in dutch.BECOME and not token.is_name]
    participles = [token for token in tokens if _is_participle(token, tools)]
    if become and participles:
        return "worden", f"{become[0].small} {participles[-1].small}"
    be = [token for token in tokens if token.small in dutch.BE]
    final = [token for token in participles if _ends_clause(token, tokens)]
    if be and final and be[0] is not final[0] and not (final[0].bases & dutch.MOVES):
        return "zijn", f"{be[0].small} {final[0].small}"
    return None


def _is_participle(token: Token, tools: Tools) -> bool:
    """Tell whether a word is a past participle of a verb, by its form and its plain form."""
    word = token.small
    if token.is_name or word in dutch.ADJECTIVES_LIKE_PARTICIPLES:
        return False
    lemma = tools.lexicon.lemma(word)
    if word.endswith("t") and not _VOICELESS.search(word) and not lemma.endswith("tten"):
        return (
            False  # "vertelt" and "gebeurt" are of today, "verteld" and "gebeurd" are participles
        )
    if _WITH_GE.fullmatch(word):
        unlisted = not tools.lexicon.knows(word) and not word.endswith("en")
        return unlisted or (lemma != word and lemma.endswith("n"))
    if _WITHOUT_GE.fullmatch(word):
        if word.endswith("en"):
            # "besproken" is from bespreken; "vergeten" and "ontvangen" are like their infinitive.
            return lemma.endswith("en") and word.startswith(("be", "ver", "ont", "her", "onder"))
        return lemma != word and lemma.endswith("n")
    return False


def _ends_clause(token: Token, tokens: Sequence[Token]) -> bool:
    place = next(place for place, each in enumerate(tokens) if each is token)
    return place + 1 == len(tokens) or tokens[place + 1].small in {"en", "of", "maar", "door"}


def no_subordination(passage: Passage, tools: Tools) -> Iterator[Remark]:
    """E06: one thought a sentence."""
    for sentence in passage.sentences:
        tokens = tools.vocabulary.tokens(sentence)
        words = [token.small for token in tokens]
        for word in _binding(words, asked=is_question(sentence)):
            yield error(_('"{word}" joins two thoughts: make two sentences').format(word=word))
        purpose = _purpose(tokens, tools)
        if purpose is not None:
            message = _('"{words}" joins two thoughts: make two sentences')
            yield error(message.format(words=purpose))
        for word in _hinting(tokens):
            message = _('"{word}" begins a thought inside a thought: make two sentences')
            yield warning(message.format(word=word))
        if sentence.count(",") > _MOST_COMMAS and not _lists(sentence):
            yield warning(_("more than one comma: make two sentences"))


def _lists(sentence: str) -> bool:
    """Tell whether commas only stand between things that are summed up: "Blij, bang, moe."."""
    return all(len(part.split()) <= _MOST_WORDS_LISTED for part in sentence.split(",")[:-1])


def _binding(words: Sequence[str], *, asked: bool) -> Iterator[str]:
    for place, word in enumerate(words):
        where = word in dutch.WHERE_WITH and not _opens(words, place, asked=asked)
        if where or word in dutch.BINDERS:
            yield word


def _opens(words: Sequence[str], place: int, *, asked: bool) -> bool:
    """Tell whether a question word opens the question: "En waarover wilt u praten?"."""
    before = set(words[:place])
    return place == 0 or (asked and before <= dutch.QUESTION_OPENERS | dutch.PREPOSITIONS)


def _purpose(tokens: Sequence[Token], tools: Tools) -> str | None:
    """Find "om ... te" with a verb behind te: not "om 6 uur", not "te laat"."""
    words = [token.small for token in tokens]
    if "om" not in words[:-2] or "te" not in words:
        return None
    start, te = words.index("om"), len(words) - 1 - words[::-1].index("te")
    following = tokens[te + 1] if te + 1 < len(tokens) else None
    if te < start or following is None or words[start + 1].isdigit():
        return None
    infinitive = following.small.endswith("n") and tools.lexicon.lemma(following.small).endswith(
        "n"
    )
    return f"om ... te {following.small}" if infinitive else None


def _hinting(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield als, dat and the relative die and dat, as far as words beside them tell."""
    for place, token in enumerate(tokens):
        before, after = tokens[:place], tokens[place + 1 :]
        followed = len(after) > 1
        condition = token.small == "als" and followed and not _compares(before)
        content = token.small == "dat" and followed and before and _is_subject(after[0])
        relative = token.small in {"die", "dat"} and after and _is_noun(before)
        if condition or content or relative:
            yield token.small


def _compares(before: Sequence[Token]) -> bool:
    """Tell whether als compares: "net als thuis", "zo groot als ik"."""
    words = {token.small for token in before[-3:]}
    return bool(words & {"net", "zo", "even", "zoals", "evenveel", "hetzelfde"})


def _is_subject(token: Token) -> bool:
    return token.is_name or token.small in dutch.SUBJECTS


def _is_noun(before: Sequence[Token]) -> bool:
    """Tell whether the last word is a noun: one with an article or the like before it."""
    return (
        len(before) > 1
        and before[-1].small not in dutch.PREPOSITIONS
        and before[-2].small in dutch.DETERMINERS
    )
