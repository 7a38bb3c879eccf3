"""Rules for short words, rows of letters, signs, and what no voice should stumble over."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from giz_gesprek.spoken.language import Language
from giz_gesprek.spoken.rewriting import Rule, rule

_PICTURES: Final = (
    "\U0001f000-\U0001faff\U0001fb00-\U0001fbff\u2600-\u27bf\u2b00-\u2bff\u23e9-\u23fa\u231a\u231b"
    "\u2190-\u21ff\u25a0-\u25ff\u2122\u00a9\u00ae\u20e3\ufe0f\ufe0e\u200d\U000e0020-\U000e007f"
)
_UNSEEN: Final = (
    "\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\uffff"
)
_FACE: Final = r"(?<!\S)(?:[:;=]['\u2019]?-?[()DPp/|*]+|<3|:'\()(?!\S)"
_LETTER: Final = r"[^\W\d_]"
_PHONETIC: Final = frozenset("Ʀɟɤɧɵɿʅʆʓʔʕʖʚʞʡʢʤʧ")
"""No name has them, and a voice calls them by their names in English."""
_BASE: Final = re.compile(
    r"LATIN .*?LETTER (?:SMALL CAPITAL |TURNED |INVERTED |DOTLESS |CLOSED OPEN )*([A-Z])(?: |$)"
)


def unseen_rules() -> Iterator[Rule]:
    """Yield the rules that leave out pictures, faces, and letters that have no shape."""
    keycap = "[0-9#*]\ufe0f?\u20e3"
    yield rule(keycap, lambda found: f"{found[0][0]} " if found[0][0].isdigit() else "")
    yield rule(rf"^(?:␣*[{_PICTURES}])+␣*", "", beyond_ascii=True)
    yield rule(rf"␣*[{_PICTURES}](?:␣*[{_PICTURES}])*", "", beyond_ascii=True)
    yield rule(rf"␣*{_FACE}", "")
    yield rule(rf"[{_UNSEEN}]+", "")


def short_rules(language: Language) -> Iterator[Rule]:
    """Yield the rule for abbreviations with dots; one that ends a sentence keeps its full stop."""
    said = {short.replace(".", ""): words for short, words in language.short.items()}

    def say(found: re.Match[str]) -> str:
        short = found[0].lower().replace(".", "")
        if found[0].isupper() and short in language.spelled_in_capitals:
            return _dotted(found, language)
        words = said[short]
        if found.string[found.end() : found.end() + 1].isdigit():
            return f"{words} "
        return f"{words}." if _ends_sentence(found) else words

    yield rule(rf"(?<![\w.])(?ai:{_short_pattern(language)})(?:(?<=\.)(?=\d)|(?!\w))", say)
    yield rule(rf"(?<![\w.])(?:{_LETTER}\.){{2,}}(?!\w)", lambda found: _dotted(found, language))


def _short_pattern(language: Language) -> str:
    """Return what matches an abbreviation: by its first letter, because there are many."""
    rests: dict[str, list[str]] = {}
    for short in sorted(language.short, key=len, reverse=True):
        rest = re.escape(short[1:])
        if short in language.dots_optional:
            rest = rest.replace(r"\.", r"\.?")
        if short in language.before_figures:
            # "100 gr. 3 keer": a unit, and not what stands before a figure.
            rest = rf"(?<!\d␣.){rest}(?=:?␣?[\d(+])"
        rests.setdefault(short[0], []).append(rest)
    return "|".join(f"{first}(?:{'|'.join(each)})" for first, each in rests.items())


def _ends_sentence(found: re.Match[str]) -> bool:
    """Tell whether the dot of an abbreviation is the full stop as well."""
    return found[0].endswith(".") and not found.string[found.end() :].strip("\"'\u2019”»)] ")


def _dotted(found: re.Match[str], language: Language) -> str:
    """Return the letters of an abbreviation that is in no list, or of initials."""
    letters = found[0].lower().replace(".", "")
    said = " ".join(language.letters.get(letter, letter) for letter in letters)
    return f"{said}." if _ends_sentence(found) else said


def letter_rules(language: Language) -> Iterator[Rule]:
    """Yield the rules for rows of letters and words in capitals."""

    def say(found: re.Match[str]) -> str | None:
        word, small = found["word"], found["word"].lower()
        is_one_case = word.isupper() or word.islower()
        has_vowel = bool(set(small) & set(language.vowels))
        known = small in language.spelled or (
            word.isupper() and small in language.spelled_in_capitals
        )
        if not known and (has_vowel or not is_one_case or small in language.no_letters):
            return small + (found["ending"] or "") if word.isupper() else None
        if not known and word.islower() and small[-1] == small[-2]:  # "pff", "sst", "ff"
            return None
        letters = " ".join(language.letters.get(letter, letter) for letter in small)
        ending = (found["ending"] or "").lstrip("'\u2019")
        return f"{letters}{ending}" if ending in {"", "s"} else f"{letters} {ending}"

    yield rule(
        rf"(?<![\w'\u2019])(?P<word>{_LETTER}{{2,7}})(?P<ending>['\u2019](?:s|ers?|tjes?))?(?!\w|['\u2019]\w)",
        say,
    )
    yield rule(
        rf"(?<!\w){_LETTER}{{2,}}(?!\w)",
        lambda found: found[0].lower() if found[0].isupper() else None,
    )


def sign_rules(language: Language) -> Iterator[Rule]:
    """Yield the rules for signs between words, quotes, and letters of other languages."""
    signs = language.signs
    yield rule(rf"(?<={_LETTER})\(({_LETTER}+)\)", lambda found: found[1])
    yield rule(rf"(?<=\w)␣?/␣?(?={_LETTER})", f" {signs.or_} ")
    yield rule(r"(?<=\w)␣?/␣?(?=\w)", ", ")
    yield rule(r"(?<!\w)['\u2018\u2019](?=\d\d(?!\w))", "")
    yield rule(r"␣*&␣*", f" {signs.and_} ")
    yield rule(r"␣*(?:[-=]>)␣*|(?<=\w)␣+[-\u2013\u2014·]␣+(?=\S)|(?<=\w)[\u2013\u2014](?=\w)", ", ")
    yield rule(r"^␣*[-\u2013\u2014•·*]␣+", "")
    yield rule(r"(?<!\w)#␣?(?=\d)", f"{signs.number} ")
    yield rule(r"␣*@␣*", f" {signs.at} ")
    yield rule(r"(?<=\w)[*_~|^\\<>{}`#§]+(?=\w)", " ")
    yield rule(r"[*_~|^\\<>\[\]{}`#§•·]+", "")
    yield rule(
        r"(?<=\w)[\u2019\u02bc`\u00b4](?=\w)|(?<!\w)[\u2018\u2019](?=(?:[stnkmr]|er)\b)", "'"
    )
    yield rule(r"[^\W\d_a-zA-Z]", lambda found: _foreign(found[0], language), beyond_ascii=True)


def _foreign(letter: str, language: Language) -> str | None:
    """Return how to write the sound of a letter, or the letter without its marks."""
    small = letter.lower()
    said = language.foreign.get(letter, language.foreign.get(small))
    if said is None:
        if small in language.vowels:
            return None
        said = _without_marks(small)
    return said.capitalize() if letter.isupper() and said else said


def _without_marks(letter: str) -> str | None:
    """Return the plain letters of one in small, such as ``d`` of ``ɖ`` and ``ij`` of ``ĳ``."""
    parts = unicodedata.normalize("NFKD", letter)
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    if plain.isascii() and plain.isalpha():
        return plain
    base = _BASE.match(unicodedata.name(letter, ""))
    if base is None:
        return "" if letter in _PHONETIC else None
    return base[1].lower()
