"""The words of the glossary in a text: where they stand, and what they mean.

Knows the names of people, to leave them out: a child may be called what the glossary explains.
Must not know where the text is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Self, TypeAlias

from giz_gesprek.content.glossary import Glossary, Spot

if TYPE_CHECKING:
    from giz_gesprek.session.session import Session

Explained: TypeAlias = tuple[tuple[str, str], ...]
"""Words as they stand in a text, each with what it means."""


class Explaining:
    """The glossary as it is used for one family."""

    def __init__(self, glossary: Glossary, names: Iterable[str] = ()) -> None:
        self._glossary = glossary
        self._names = tuple(names)

    @classmethod
    def of(cls, session: Session) -> Self:
        """Return the glossary at the family's rung, which knows everybody's name."""
        family = session.family
        settings = family.settings
        names = [person.name for person in family.people]
        names += [person.organisation for person in family.people if person.organisation]
        return cls(
            session.library.glossary(settings.language, settings.rung, settings.address), names
        )

    def spots(self, text: str) -> tuple[Spot, ...]:
        """Return where terms stand in ``text``, other than in a name."""
        named = [found.span() for found in self._any_name.finditer(text)]
        return tuple(
            spot
            for spot in self._glossary.spots_in(text)
            if not any(start < spot.end and spot.start < end for start, end in named)
        )

    def explained(self, texts: Iterable[str]) -> Explained:
        """Return the terms in ``texts``, as they stand there first, with what they mean."""
        found: dict[str, str] = {}
        for text in texts:
            for spot in self.spots(text):
                found.setdefault(spot.term, text[spot.start : spot.end])
        return tuple((word, self._glossary.entries[term].text) for term, word in found.items())

    @cached_property
    def _any_name(self) -> re.Pattern[str]:
        names = "|".join(map(re.escape, sorted(self._names, key=len, reverse=True)))
        return re.compile(rf"\b(?:{names})\b" if names else r"(?!)")
