"""All content in memory: looked up by id, language, rung and phase.

Owns the one order in which words are sought. Must not know who is at the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from giz_gesprek.content.address import OVERLAID, PLAIN, Address, folder_of, spoken_in
from giz_gesprek.content.company import Company
from giz_gesprek.content.framework import Framework
from giz_gesprek.content.glossary import NO_GLOSSARY, Glossary
from giz_gesprek.content.pictograms import Pictograms
from giz_gesprek.content.pronunciations import Pronunciations
from giz_gesprek.content.texts import Rung, TextEntry, TextRegister, TextSpec, Wording, register_of

FALLBACK_LANGUAGE = "nl"

Table = Mapping[str, TextEntry]
"""The texts of one folder, by id."""

_NO_TEXTS: Table = MappingProxyType({})


@dataclass(frozen=True)
class Found:
    """The words of a text and how they were found.

    The voice needs ``language``, and ``say`` where that differs.
    """

    text: str
    register: TextRegister
    language: str
    example: str | None = None
    say: str | None = None


@dataclass(frozen=True)
class Library:
    """The framework, the kind of every text, and the words.

    ``tables`` and ``glossaries`` are keyed by register and folder (see ``content.address``); the
    glossary of a form of address holds the terms of its language too. ``version`` is the release
    and a hash of the merged content; ``pictograms`` and ``pronunciations`` are read when the first
    is asked for.
    """

    framework: Framework
    specs: Mapping[str, TextSpec]
    tables: Mapping[tuple[TextRegister, str], Table]
    version: str
    glossaries: Mapping[tuple[TextRegister, str], Glossary] = field(
        default_factory=lambda: MappingProxyType({})
    )
    pictograms: Pictograms = field(default_factory=Pictograms, compare=False)
    pronunciations: Pronunciations = field(default_factory=Pronunciations, compare=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that were loaded, the fall-back first."""
        found = {folder for _, folder in self.tables if spoken_in(folder)[1] == PLAIN}
        return tuple(sorted(found, key=lambda language: (language != FALLBACK_LANGUAGE, language)))

    def written_in(self, language: str) -> str:
        """Return the language in which there are words for who wants *language*."""
        return language if language in self.languages else FALLBACK_LANGUAGE

    def addresses(self, language: str) -> tuple[Address, ...]:
        """Return the forms of address in which there are words of ``language``, ``u`` first."""
        folders = {folder for _, folder in self.tables}
        return (PLAIN, *(form for form in OVERLAID if folder_of(language, form) in folders))

    def entry(
        self, text_id: str, register: TextRegister, language: str, address: Address = PLAIN
    ) -> TextEntry | None:
        """Return the entry of a text, references followed; None where that leads to no words.

        What has no words in this form of address has those of the language: also a text that is
        reached by a reference.
        """
        entry = self._written(text_id, register, language, address)
        followed: set[str] = set()
        while entry is not None and entry.ref is not None and entry.ref not in followed:
            followed.add(entry.ref)
            entry = self._written(entry.ref, register, language, address)
        return None if entry is None or entry.ref is not None else entry

    def _written(
        self, text_id: str, register: TextRegister, language: str, address: Address
    ) -> TextEntry | None:
        special = self.tables.get((register, folder_of(language, address)), _NO_TEXTS)
        return special.get(text_id) or self.tables.get((register, language), _NO_TEXTS).get(text_id)

    def find(
        self,
        text_id: str,
        *,
        language: str,
        rung: Rung,
        phase: str | None = None,
        address: Address = PLAIN,
        company: Company | None = None,
    ) -> Found | None:
        """Return the words for ``text_id``, or None where no language has them at this rung.

        Order: the language, then Dutch; in each, the form of address, then the language itself;
        the phase, then generic; the form for this company, then the words themselves; easier,
        then easy. Easy never falls back to standard. A text for the professional is always looked
        up in standard.
        """
        spec = self.specs.get(text_id)
        professional = spec is not None and spec.audience == "professional"
        register: TextRegister = "standard" if professional else register_of(rung)
        for candidate in dict.fromkeys((language, FALLBACK_LANGUAGE)):
            entry = self.entry(text_id, register, candidate, address)
            if entry is None or entry.text is None:
                continue
            generic = Wording(
                text=entry.text,
                easier=entry.easier,
                say=entry.say,
                example=entry.example,
                alone=entry.alone,
                together=entry.together,
            )
            special = entry.phases.get(phase) if phase is not None else None
            wording = special or generic
            words = wording.form(company)
            text = words.easier if rung == "easier" and words.easier else words.text
            say = words.say if text == words.text else None
            return Found(text, register, candidate, wording.example or generic.example, say)
        return None

    def glossary(self, language: str, rung: Rung, address: Address = PLAIN) -> Glossary:
        """Return the words that are explained at this rung: in the language, else in Dutch."""
        register = register_of(rung)
        for candidate in (language, FALLBACK_LANGUAGE):
            for folder in (folder_of(candidate, address), candidate):
                found = self.glossaries.get((register, folder))
                if found is not None:
                    return found
        return NO_GLOSSARY
