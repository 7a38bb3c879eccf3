"""The words that a person reads, one piece at a time, with where each was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final

from giz_gesprek.content.address import PLAIN, Address, spoken_in
from giz_gesprek.content.company import COMPANIES
from giz_gesprek.content.loader import LoadedContent
from giz_gesprek.content.texts import (
    Audience,
    Form,
    TextEntry,
    TextKind,
    TextRegister,
    Wording,
)
from giz_gesprek.spoken import shown_sentences

PLACEHOLDER: Final = re.compile(r"\{([a-z_]+)\}")

READ: Final = ("text", "easier", "example")
"""The pieces of a text that are read from the screen; ``say`` is heard."""

SAMPLES: Final = MappingProxyType(
    {
        "child": "Milan",
        "name": "Sanne",
        "other": "Kim",
        "who": "Sanne",
        "organisation": "de wijkploeg",
        "choice": "gaat goed",
        "topic": "spelen",
        "what": "samen eten",
        "date": "3 april 2027",
        "number": "2",
        "place": "Amersfoort",
    }
)
"""What stands in a placeholder while words are measured."""


@dataclass(frozen=True)
class Passage:
    """One piece of words: a text, its easier form, its example, or one of these in a phase.

    Attributes:
        address: the form in which the reader is addressed.
        part: which piece, as keys inside the entry: ``("phases", "4-12", "text")``.
        written: as in the file.
        shown: with short invented names for the placeholders.

    """

    path: str
    line: int
    text_id: str
    register: TextRegister
    language: str
    kind: TextKind
    part: tuple[str, ...]
    written: str
    audience: Audience = "parent"
    address: Address = PLAIN

    @property
    def topic(self) -> str:
        """The group of the text: a topic, or a part of the conversation."""
        return self.text_id.partition(".")[0]

    @cached_property
    def shown(self) -> str:
        """The words with short invented names in the placeholders."""
        return PLACEHOLDER.sub(lambda found: SAMPLES.get(found[1], "iets"), self.written)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of ``shown``."""
        return shown_sentences(self.shown, language=self.language)


def passages(content: LoadedContent) -> Iterator[Passage]:
    """Yield every piece of words of every text whose kind is known; references are skipped."""
    for (register, folder), table in content.library.tables.items():
        language, address = spoken_in(folder)
        for text_id, entry in table.items():
            spec = content.library.specs.get(text_id)
            if spec is None:
                continue
            placed = content.places[register, folder, text_id]
            for part, written in entry_parts(entry):
                # An example is what somebody answered, whatever the text itself is.
                kind = "statement" if part[-1] == "example" else spec.kind
                line = placed.source.line((*placed.location, *part))
                yield Passage(
                    placed.path,
                    line,
                    text_id,
                    register,
                    language,
                    kind,
                    part,
                    written,
                    spec.audience,
                    address,
                )


def entry_parts(
    entry: TextEntry, names: Sequence[str] = READ
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the pieces of an entry called ``names``, with the keys that lead to each."""
    for part, wording in wordings(entry):
        for name in names:
            written = getattr(wording, name, None)
            if written is not None:
                yield (*part, name), written


def wordings(
    entry: TextEntry | Wording,
) -> Iterator[tuple[tuple[str, ...], TextEntry | Wording | Form]]:
    """Yield an entry, each of its forms and phases, and the forms of these, with their keys."""
    yield (), entry
    for company in COMPANIES:
        form = getattr(entry, company)
        if form is not None:
            yield (company,), form
    if isinstance(entry, TextEntry):
        for phase, wording in entry.phases.items():
            for part, words in wordings(wording):
                yield ("phases", phase, *part), words
