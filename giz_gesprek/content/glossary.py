"""Words that are explained: ``glossary.yaml`` in a language folder of a register.

Owns the form of an entry and finding the terms in a text. The check proves that entries are
clean; this module only reads and looks up, without any word list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Final

from pydantic import Field, ValidationError, model_validator

from giz_gesprek.content.address import OVERLAID, PLAIN, folder_of, spoken_in
from giz_gesprek.content.folders import Folders, Placed, frozen
from giz_gesprek.content.inflection import base_forms
from giz_gesprek.content.mistakes import validation_findings
from giz_gesprek.content.source import Source
from giz_gesprek.content.texts import ContentModel, Text, TextRegister

FILE: Final = "glossary.yaml"

GlossaryKey = tuple[TextRegister, str, str]
"""Register, folder of the language, and term."""

_PIECE: Final = re.compile(r"\w+")


class GlossaryEntry(ContentModel):
    """What a term means, in one or two sentences; ``also`` lists forms that rules do not find."""

    text: Text
    # A list too: what is read from JSON is one by the time that it is looked at.
    also: tuple[Text, ...] = Field(default=(), strict=False)

    @model_validator(mode="before")
    @classmethod
    def _bare_text_is_an_entry(cls, value: object) -> object:
        return value if isinstance(value, dict) else {"text": value}


@dataclass(frozen=True)
class Spot:
    """Where a term stands in a text, from ``start`` up to ``end``."""

    term: str
    start: int
    end: int


@dataclass(frozen=True)
class Glossary:
    """The terms of one register and language, with what they mean."""

    entries: Mapping[str, GlossaryEntry] = field(default_factory=lambda: MappingProxyType({}))

    def spots_in(self, text: str) -> tuple[Spot, ...]:
        """Return where terms stand in ``text``, inflected or not, in order."""
        pieces = [(found[0].lower(), *found.span()) for found in _PIECE.finditer(text)]
        words = [word for word, _start, _end in pieces]
        spots: list[Spot] = []
        place = 0
        while place < len(pieces):
            term, length = self._term_at(words, place)
            if term is not None:
                spots.append(Spot(term, pieces[place][1], pieces[place + length - 1][2]))
            place += length
        return tuple(spots)

    def terms_in(self, text: str) -> tuple[str, ...]:
        """Return the terms that stand in ``text``, inflected or not, each once, as they come."""
        return tuple(dict.fromkeys(spot.term for spot in self.spots_in(text)))

    def _term_at(self, pieces: list[str], place: int) -> tuple[str | None, int]:
        """Return the longest term that begins at ``place``, and how many pieces it takes."""
        for length in range(min(self._longest, len(pieces) - place), 0, -1):
            *before, last = pieces[place : place + length]
            for form in sorted(base_forms(last), key=lambda each: each != last):
                term = self._by_pieces.get((*before, form))
                if term is not None:
                    return term, length
        return None, 1

    @cached_property
    def _by_pieces(self) -> Mapping[tuple[str, ...], str]:
        found: dict[tuple[str, ...], str] = {}
        for term, entry in self.entries.items():
            for form in (*entry.also, term):
                found[tuple(_PIECE.findall(form.lower()))] = term
        return found

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._by_pieces), default=0)


NO_GLOSSARY: Final = Glossary()


class GlossaryReader:
    """Gathers the entries of every register and language; a later folder writes over an earlier.

    Attributes:
        places: where each term stands.

    """

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._entries: dict[tuple[TextRegister, str], dict[str, GlossaryEntry]] = {}
        self.places: dict[GlossaryKey, Placed] = {}

    def add(self, source: Source, register: TextRegister, language: str) -> None:
        """Take the entries of one file; each mistake becomes a finding."""
        for term, value in source.data.items():
            try:
                entry = GlossaryEntry.model_validate(frozen(value))
            except ValidationError as error:
                self._folders.findings.extend(validation_findings(error, (source,), (str(term),)))
                continue
            self._entries.setdefault((register, language), {})[term] = entry
            for form in OVERLAID:  # of an earlier content folder: nl is read before nl-je
                other = folder_of(language, form)
                self._entries.get((register, other), {}).pop(term, None)
                self.places.pop((register, other, term), None)
            self.places[register, language, term] = Placed(source, (term,))

    def glossaries(self) -> dict[tuple[TextRegister, str], Glossary]:
        """Return what was read, a form of address term by term over its language."""
        found: dict[tuple[TextRegister, str], Glossary] = {}
        for (register, folder), entries in self._entries.items():
            language, address = spoken_in(folder)
            below = {} if address == PLAIN else self._entries.get((register, language), {})
            found[register, folder] = Glossary(_laid_over(below, entries))
        return found


def _laid_over(
    below: Mapping[str, GlossaryEntry], above: Mapping[str, GlossaryEntry]
) -> dict[str, GlossaryEntry]:
    """Return both; a term of ``above`` is found by the forms of ``below`` as well."""
    found = dict(below)
    for term, entry in above.items():
        also = below[term].also if term in below else ()
        found[term] = entry.model_copy(update={"also": (*also, *entry.also)})
    return found


def read_glossaries(
    folders: Folders, registers: Iterable[TextRegister], language: str
) -> dict[tuple[TextRegister, str], Glossary]:
    """Read the glossaries alone, for who checks sentences without the rest of the content."""
    reader = GlossaryReader(folders)
    for folder in folders:
        for register in registers:
            path = folder / register / language / FILE
            source = folders.read(path) if path.exists() else None
            if source is not None:
                reader.add(source, register, language)
    return reader.glossaries()
