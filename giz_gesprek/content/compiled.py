"""The content as one file, made at build time: read in a tenth of the time of the YAML.

Owns the form of that file, and whether it is that of the content as it is now: where a single byte
of the YAML differs it is not used. Reads and writes plain data, so that a file that somebody else
wrote can hold wrong words and never code.

The file is a line of JSON, see ``Compiled``, and a line of JSON for each table of texts. A family
talks in one language and one register: of the tables those that it asks for are read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from giz_gesprek import __version__
from giz_gesprek.content.framework import Framework
from giz_gesprek.content.glossary import Glossary, GlossaryEntry
from giz_gesprek.content.library import Library, Table
from giz_gesprek.content.pictograms import FOLDER, Pictograms
from giz_gesprek.content.pronunciations import Pronunciations
from giz_gesprek.content.texts import REGISTERS, ContentModel, TextEntry, TextRegister, TextSpec

_FRAME: Final = ("framework.yaml", "programmes.yaml", "texts.yaml", "words.yaml")
_LINE: Final = b"\n"

_Place = tuple[TextRegister, str]
"""A register, and a folder of it: a language, or one of its forms of address."""


class Compiled(ContentModel):
    """A library as it is written down, without the texts.

    Attributes:
        made_of: what it was made of, see ``digest_of``.
        texts: a hash of the lines of the tables.
        version: that of the library.
        specs: of the texts that the framework does not have.
        tables: the register and folder of each line, in order.
        glossaries: the terms of each register and folder.
        pronunciations: how the voice says the words of a language.

    """

    made_of: str
    texts: str
    version: str
    framework: Framework
    specs: dict[str, TextSpec]
    tables: tuple[_Place, ...]
    glossaries: dict[TextRegister, dict[str, dict[str, GlossaryEntry]]]
    pronunciations: Mapping[str, Mapping[str, str]]


class Texts(Mapping[str, TextEntry]):
    """One table of a file; each text is made when it is asked for first."""

    def __init__(self, line: bytes) -> None:
        """Take the line of the table."""
        # What is not asked for stays as it was read: a third of the memory of a record.
        self._found: dict[str, TextEntry | dict[str, object]] = from_json(line)

    def __getitem__(self, text_id: str) -> TextEntry:
        """Return a text."""
        entry = self._found[text_id]
        if isinstance(entry, dict):
            entry = self._found[text_id] = TextEntry.model_validate(entry)
        return entry

    def __contains__(self, text_id: object) -> bool:
        """Tell whether a text is there."""
        return text_id in self._found

    def __iter__(self) -> Iterator[str]:
        """Yield the id of each text."""
        return iter(self._found)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._found)


class Tables(Mapping[_Place, Table]):
    """The tables of a file; each is read when it is asked for first."""

    def __init__(self, places: Sequence[_Place], lines: Sequence[bytes]) -> None:
        """Take a line for each place, in the same order."""
        self._found: dict[_Place, Texts | bytes] = dict(zip(places, lines, strict=True))

    def __getitem__(self, place: _Place) -> Table:
        """Return a table."""
        table = self._found[place]
        if isinstance(table, bytes):
            table = self._found[place] = Texts(table)
        return table

    def __iter__(self) -> Iterator[_Place]:
        """Yield where there are tables."""
        return iter(self._found)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._found)


def place_of(folder: Path) -> Path:
    """Return where the compiled content of ``folder`` is: beside it."""
    return folder.with_name(f"{folder.name}.json")


def compiled(library: Library, folder: Path) -> bytes:
    """Return the library of the content in ``folder`` as it is written beside it."""
    glossaries: dict[TextRegister, dict[str, dict[str, GlossaryEntry]]] = {
        each: {} for each in REGISTERS
    }
    for (register, language), glossary in library.glossaries.items():
        glossaries[register][language] = dict(glossary.entries)
    lines = _LINE.join(
        to_json({name: entry.model_dump(exclude_unset=True) for name, entry in table.items()})
        for table in library.tables.values()
    )
    own = library.framework.own_specs()
    whole = Compiled(
        made_of=digest_of(folder),
        texts=hashlib.sha256(lines).hexdigest(),
        version=library.version,
        framework=library.framework,
        specs={name: spec for name, spec in library.specs.items() if name not in own},
        tables=tuple(library.tables),
        glossaries=glossaries,
        pronunciations=library.pronunciations.every(),
    )
    return whole.model_dump_json(by_alias=True, exclude_unset=True).encode() + _LINE + lines


def read_compiled(folder: Path) -> Library | None:
    """Return the library of the content in ``folder``; None where it has to be read from there."""
    with suppress(OSError, ValidationError):
        first, _, lines = place_of(folder).read_bytes().partition(_LINE)
        whole = Compiled.model_validate_json(first)
        is_whole = whole.texts == hashlib.sha256(lines).hexdigest()
        if is_whole and whole.made_of == digest_of(folder):
            return _library(whole, Tables(whole.tables, lines.split(_LINE)), folder)
    return None


def digest_of(folder: Path) -> str:
    """Return a hash over the program's version, and every file of words and rules in ``folder``."""
    total = hashlib.sha256(__version__.encode())
    for path in _sources(folder):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _sources(folder: Path) -> Iterator[Path]:
    yield from (path for name in _FRAME if (path := folder / name).exists())
    for register in REGISTERS:
        yield from sorted((folder / register).glob("*/*.yaml"))


def _library(whole: Compiled, tables: Tables, folder: Path) -> Library:
    glossaries = {
        (register, language): Glossary(entries)
        for register, languages in whole.glossaries.items()
        for language, entries in languages.items()
    }
    return Library(
        whole.framework,
        {**whole.specs, **whole.framework.own_specs()},
        tables,
        whole.version,
        glossaries,
        Pictograms(folder / FOLDER),
        Pronunciations(known=whole.pronunciations),
    )
