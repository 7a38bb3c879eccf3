"""What is wrong with the list of pronunciations: an entry that the voice never uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from giz_gesprek.content.address import spoken_in
from giz_gesprek.content.checks.passages import entry_parts
from giz_gesprek.content.findings import Finding, Severity
from giz_gesprek.content.folders import Merged
from giz_gesprek.content.loader import LoadedContent
from giz_gesprek.content.words import Spellings, WordLists
from giz_gesprek.i18n import _

RULE: Final = "spoken"
_KEY: Final = "pronunciations"
_WORD: Final = re.compile(r"\w(?:.*\w)?")
_HEARD: Final = ("text", "easier", "example", "say")


def pronunciation_findings(
    content: LoadedContent, words: WordLists, lists: Merged
) -> Iterator[Finding]:
    """Yield a finding for each word that is never said as it stands in the list.

    An ERROR where that is so in any text; a WARN where it stands in none of ours.
    """
    for language, spellings in words.pronunciations.items():
        if language not in content.library.languages:
            message = _("there are no texts in {language}: check the code of the language")
            place = lists.place(_KEY, language)
            message = message.format(language=language)
            yield Finding(place.path, place.line, RULE, language, message)
            continue
        texts = _everything_said(content, language)
        for part, word, severity, message in _problems(spellings, texts):
            place = lists.place(_KEY, language, part, word)
            yield Finding(place.path, place.line, RULE, word, message, severity)


def _problems(spellings: Spellings, texts: str) -> Iterator[tuple[str, str, Severity, str]]:
    """Yield part of the list, word, severity, and what to do."""
    for word, said in spellings.texts.items():
        if (message := _never(word, said)) is not None:
            yield "texts", word, "ERROR", message
        elif not _stands_in(word, texts):
            message = _("stands in no text: check its spelling, or move it to typed")
            yield "texts", word, "WARN", message
    for word, said in spellings.typed.items():
        if (message := _never(word, said)) is not None:
            yield "typed", word, "ERROR", message
        elif word in spellings.texts:
            yield "typed", word, "ERROR", _("stands under texts too: remove one of the two")


def _never(word: str, said: str) -> str | None:
    """Return what to do about an entry that changes nothing, or is found in no text at all."""
    if not _WORD.fullmatch(word):
        return _("is never found: begin and end with a letter or a figure")
    if word == said:  # "Voorzorg" is said otherwise than "VoorZorg", and stands under voorzorg
        return _("is said as it is written: spell it for the voice, or remove it")
    return None


def _stands_in(word: str, texts: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", texts) is not None


def _everything_said(content: LoadedContent, language: str) -> str:
    """Return all texts of a language, both registers and forms of address, in small letters."""
    pieces = [
        written
        for (_register, folder), table in content.library.tables.items()
        if spoken_in(folder)[0] == language
        for entry in table.values()
        for _part, written in entry_parts(entry, _HEARD)
    ]
    for (_register, folder), glossary in content.library.glossaries.items():
        if spoken_in(folder)[0] == language:
            for term, explained in glossary.entries.items():
                pieces += [term, explained.text]
    return "\n".join(pieces).lower()
