"""Rule E19 for the glossary as a whole: every term explained, in both registers, and cleanly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from giz_gesprek.content.address import PLAIN, spoken_in
from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.findings import Finding
from giz_gesprek.content.folders import Merged
from giz_gesprek.content.glossary import Glossary
from giz_gesprek.content.library import FALLBACK_LANGUAGE
from giz_gesprek.content.loader import LoadedContent
from giz_gesprek.content.texts import REGISTERS
from giz_gesprek.content.words import WordLists
from giz_gesprek.i18n import _
from giz_gesprek.spoken import shown_sentences

RULE: Final = "E19"
MOST_SENTENCES: Final = 2
GROUP: Final = "glossary"


def glossary_passages(content: LoadedContent) -> Iterator[Passage]:
    """Yield what the glossaries say, to be judged like any other statement."""
    for (register, folder, term), placed in content.glossary_places.items():
        language, address = spoken_in(folder)
        entry = content.library.glossaries[register, folder].entries[term]
        yield Passage(
            placed.path,
            placed.line,
            f"{GROUP}.{term}",
            register,
            language,
            "statement",
            ("text",),
            entry.text,
            address=address,
        )


def term_findings(content: LoadedContent, words: WordLists, lists: Merged) -> Iterator[Finding]:
    """Yield terms without a twin, entries that explain nothing, and words nobody explains."""
    for (register, folder, term), placed in content.glossary_places.items():
        glossary = content.library.glossaries[register, folder]
        language, address = spoken_in(folder)
        messages = list(_entry_problems(glossary, language, term))
        # A form of address may be needed in one register only.
        twins = REGISTERS if address == PLAIN else ()
        for twin in twins:
            if (twin, folder, term) not in content.glossary_places:
                message = _("has no twin: write it in {folder} too")
                messages.append(message.format(folder=f"{twin}/{folder}"))
        for message in messages:
            yield Finding(placed.path, placed.line, RULE, f"{GROUP}.{term}", message)
    if content.library.glossaries:
        yield from _unexplained(content, words, lists)


def _entry_problems(glossary: Glossary, language: str, term: str) -> Iterator[str]:
    text = glossary.entries[term].text
    count = len(shown_sentences(text, language=language))
    if count > MOST_SENTENCES:
        message = _("{count} sentences, at most {most} in the glossary")
        yield message.format(count=count, most=MOST_SENTENCES)
    if term in glossary.terms_in(text):
        yield _("is explained with the word itself: use other words")
    if term not in glossary.terms_in(term):
        yield _("is never found in a text: write it as it stands there")


def _unexplained(content: LoadedContent, words: WordLists, lists: Merged) -> Iterator[Finding]:
    easy = content.library.glossaries.get(("easy_language", FALLBACK_LANGUAGE))
    for theme, word in words.domain_words():
        if easy is None or word not in easy.entries:
            place = lists.place("domain", theme)
            message = _('"{word}" has to be explained: add it to glossary.yaml').format(word=word)
            yield Finding(place.path, place.line, RULE, word, message)
