"""The words of the glossary in a text on the screen: where they stand, underlined.

Knows the names of people, to leave them out: a child may be called what the glossary explains.
Must not know which screen the text is on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from textual.content import Content
from textual.style import Style

from giz_gesprek.content.glossary import Glossary, Spot

Explained = tuple[tuple[str, str], ...]
"""Words as they stand on the screen, each with what it means."""

TERM: Final = "term"
"""The mark under which a style carries the term at that place."""


class Terms:
    """The glossary as it is used on one screen."""

    def __init__(self, glossary: Glossary, names: Iterable[str] = ()) -> None:
        self._glossary = glossary
        self._names = tuple(names)

    def spots(self, text: str) -> tuple[Spot, ...]:
        """Return where terms stand in ``text``, other than in a name."""
        named = [found.span() for found in self._any_name.finditer(text)]
        return tuple(
            spot
            for spot in self._glossary.spots_in(text)
            if not any(start < spot.end and spot.start < end for start, end in named)
        )

    def marked(self, content: Content) -> Content:
        """Return ``content`` with its terms underlined, each with a mark to point at."""
        for spot in self.spots(content.plain):
            style = Style(underline=True) + Style.from_meta({TERM: spot.term})
            content = content.stylize(style, spot.start, spot.end)
        return content

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
