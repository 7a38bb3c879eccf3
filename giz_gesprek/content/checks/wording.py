"""Rules about single Dutch words and signs: negation, signs, numbers, form of address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from giz_gesprek.content.checks import dutch
from giz_gesprek.content.checks.lexicon import Lexicon
from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.rule import Remark, Tools, error, warning
from giz_gesprek.content.checks.sentences import is_question, split_lines, words_of
from giz_gesprek.i18n import N_, _

_KNOWN: Final = 3.0
"""The Zipf frequency from which a letter sequence is taken for a Dutch word."""

NUMBER: Final = re.compile(
    r"""twee | twee[eë]n | drie | drie[eë]n | vier | vijf | zes | zeven | acht | negen
    | tien | elf | twaalf | (?: der | veer | vijf | zes | zeven | acht | negen )tien
    | \w* (?: twintig | dertig | veertig | vijftig | zestig | zeventig | tachtig | negentig
    | honderd | duizend | miljoen | miljard )
    | (?: twee | drie | vier | vijf | zes | zeven | acht | negen | tien )
      (?: maal | tal | wekelijkse? | maandelijkse? | jarige? | delige? | voudige? )""",
    re.VERBOSE,
)

_SIGNS: Final = (
    (re.compile(r"[()\[\]<>]"), N_("brackets: make a sentence of its own of what is inside")),
    (re.compile(r"/"), N_("a slash: write of, or en")),
    (re.compile(r";"), N_("a semicolon: make two sentences")),
    (re.compile(r"%"), N_("a percent sign: say it with a number of people")),
    (re.compile(r"&"), N_("an ampersand: write en")),
    (re.compile(r"€"), N_("a euro sign: write euro after the number")),
)
# A clock (14:30) is no colon inside a sentence; one that ends a line introduces the next line.
_COLON: Final = re.compile(r":(?!\d).*\w")
_COLON_ALLOWED: Final = frozenset(("echo", "fixed_answer"))
_ABBREVIATIONS: Final = (
    re.compile(r"\b[A-Z]{2,}\b"),
    re.compile(r"\b(?:[^\W\d_]{1,2}\.){2,}"),
    re.compile(
        r"\b(?:bijv|bv|enz|etc|evt|incl|excl|dhr|mw|mevr|dr|drs|nl|nr|ca|resp|afd|gem|jl)\."
        r"|\b(?:ivm|mbt|tav|aub|svp|ipv|oa|dwz|zsm)\b",
        re.IGNORECASE,
    ),
)

_DIMINUTIVE: Final = re.compile(r"\w{2,}jes?")


def no_negation(passage: Passage, tools: Tools) -> Iterator[Remark]:
    """E05: none in a question or a choice, never two in a sentence; one needs a reason."""
    for sentence in passage.sentences:
        found = [word for word in words_of(sentence) if denies(word.lower(), tools.lexicon)]
        if not found:
            continue
        if passage.kind == "choice":
            message, make = _('"{words}" in a choice: say what there is'), error
        elif is_question(sentence):
            message, make = _('"{words}" in a question: ask for what there is'), error
        elif len(found) > 1:
            message, make = _('two negations, "{words}": say what is so'), error
        else:
            message, make = _('negation "{words}": say what is so, or give a reason'), warning
        yield make(message.format(words=", ".join(found)))


def denies(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word in small letters denies: by itself, or by on- before a known word."""
    if word in dutch.DENIALS:
        return True
    if not word.startswith("on") or word in dutch.ON_WITHOUT_DENIAL:
        return False
    return lexicon.zipf(word.removeprefix("on")) >= _KNOWN


def plain_signs(passage: Passage, _tools: Tools) -> Iterator[Remark]:
    """E07: no abbreviations, words in capitals, brackets and other signs one must know."""
    for pattern, advice in _SIGNS:
        if pattern.search(passage.shown):
            yield error(_(advice))
    for line in split_lines(passage.shown):
        if passage.kind not in _COLON_ALLOWED and _COLON.search(line):
            message = _('a colon inside a sentence: make two sentences of "{line}"')
            yield error(message.format(line=line))
    for pattern in _ABBREVIATIONS:
        for found in pattern.finditer(passage.shown):
            yield error(_('"{word}" is an abbreviation: write it out').format(word=found[0]))


def numbers_as_digits(passage: Passage, _tools: Tools) -> Iterator[Remark]:
    """E08: a number above one is written in digits."""
    for word in words_of(passage.shown):
        if NUMBER.fullmatch(word.lower()):
            yield error(_('"{word}" is a number: write it in digits').format(word=word))


def mixed_address(passage: Passage) -> Iterator[Remark]:
    """E10: ``u`` and ``je`` never meet, in words of which nobody knows which form they have."""
    small = {word.lower() for word in words_of(passage.shown)}
    if small & dutch.FORMAL and small & dutch.INFORMAL:
        yield error(_("u and je in one sentence: write one of them"))


def no_diminutives(passage: Passage, _tools: Tools) -> Iterator[Remark]:
    """E10: a grown-up reads this, so a diminutive needs a reason."""
    spared = dutch.DIMINUTIVES_ONLY_IN_FORM | dutch.INFORMAL
    for word in words_of(passage.shown):
        if _DIMINUTIVE.fullmatch(word.lower()) and word.lower() not in spared:
            message = _('"{word}" is a diminutive: write the plain word, or give a reason')
            yield warning(message.format(word=word))
