"""The content as one file of JSON, made at build time: read in a tenth of the time of the YAML.

Owns the form of that file, and whether it is that of the content as it is now: where a single byte
of the YAML differs it is not used. Reads and writes plain data, so that a file that somebody else
wrote can hold wrong words and never code.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from giz_gesprek import __version__
from giz_gesprek.content.framework import Framework
from giz_gesprek.content.glossary import Glossary, GlossaryEntry
from giz_gesprek.content.library import Library
from giz_gesprek.content.pictograms import FOLDER, Pictograms
from giz_gesprek.content.pronunciations import Pronunciations
from giz_gesprek.content.texts import REGISTERS, ContentModel, TextEntry, TextRegister, TextSpec

_FRAME: Final = ("framework.yaml", "programmes.yaml", "texts.yaml")


class Compiled(ContentModel):
    """A library as it is written down.

    Attributes:
        made_of: what it was made of, see ``digest_of``.
        version: that of the library.
        specs: of the texts that the framework does not have.
        tables: the texts of each register and folder, by their id.
        glossaries: the terms of each register and folder.

    """

    made_of: str
    version: str
    framework: Framework
    specs: dict[str, TextSpec]
    tables: dict[TextRegister, dict[str, dict[str, TextEntry]]]
    glossaries: dict[TextRegister, dict[str, dict[str, GlossaryEntry]]]


def place_of(folder: Path) -> Path:
    """Return where the compiled content of ``folder`` is: beside it."""
    return folder.with_name(f"{folder.name}.json")


def compiled(library: Library, folder: Path) -> bytes:
    """Return the library of the content in ``folder`` as it is written beside it."""
    tables: dict[TextRegister, dict[str, dict[str, TextEntry]]] = {each: {} for each in REGISTERS}
    glossaries: dict[TextRegister, dict[str, dict[str, GlossaryEntry]]] = {
        each: {} for each in REGISTERS
    }
    for (register, language), table in library.tables.items():
        tables[register][language] = dict(table)
    for (register, language), glossary in library.glossaries.items():
        glossaries[register][language] = dict(glossary.entries)
    own = library.framework.own_specs()
    whole = Compiled(
        made_of=digest_of(folder),
        version=library.version,
        framework=library.framework,
        specs={name: spec for name, spec in library.specs.items() if name not in own},
        tables=tables,
        glossaries=glossaries,
    )
    return whole.model_dump_json(by_alias=True, exclude_unset=True).encode()


def read_compiled(folder: Path) -> Library | None:
    """Return the library of the content in ``folder``; None where it has to be read from there."""
    with suppress(OSError, ValidationError):
        whole = Compiled.model_validate_json(place_of(folder).read_bytes())
        if whole.made_of == digest_of(folder):
            return _library(whole, folder)
    return None


def digest_of(folder: Path) -> str:
    """Return a hash over the program's version, and every file of words and rules in ``folder``."""
    total = hashlib.sha256(__version__.encode())
    for path in _sources(folder):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _sources(folder: Path) -> Iterator[Path]:
    yield from (folder / name for name in _FRAME)
    for register in REGISTERS:
        yield from sorted((folder / register).glob("*/*.yaml"))


def _library(whole: Compiled, folder: Path) -> Library:
    tables = {
        (register, language): table
        for register, languages in whole.tables.items()
        for language, table in languages.items()
    }
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
        Pronunciations(folder),
    )
