"""A paper before it is made, and the ways to keep it, as they are shown.

Owns the shape of both. The order in which they are asked is in ``paper_flow``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from giz_gesprek.content.texts import LADDER
from giz_gesprek.export.forms import PaperForm
from giz_gesprek.session.papers import Place, Written

if TYPE_CHECKING:
    from giz_gesprek.content.texts import Rung
    from giz_gesprek.summary.document import Document


Wish = Literal["keep", "print", "copy"]
"""What is done with a paper that was looked at."""

WISHES: Final[dict[Wish, str]] = {
    "keep": "export.make",
    "print": "export.print",
    "copy": "export.copy",
}
"""What each of them is called."""


@dataclass(frozen=True)
class Style:
    """How a paper is; a ``rung`` of None where nobody can choose how easy its words are.

    With ``overview`` there is more on it: all voices side by side in short before what was told, or
    every entry of a list by itself.
    """

    language: str
    rung: Rung | None
    overview: bool = False


@dataclass(frozen=True)
class PaperShown:
    """A paper before it is made.

    Attributes:
        style: how its words are.
        languages: those it can be in.
        build: returns the paper in a style.
        wishes: what can be done with it besides keeping it.
        seen: how many lines of it were scrolled past, to go on from there.
        wish: what is to be done with it.
        intro: what stands above it, instead of that this is what will be on it.
        going_on: what the button that goes on says, instead of that it is made.
        overview: the texts of what makes it with the overview, and without it.

    """

    style: Style
    languages: tuple[str, ...]
    build: Callable[[Style], Document]
    wishes: tuple[Wish, ...] = ("print",)
    seen: int = 0
    wish: Wish = "keep"
    intro: str = ""
    going_on: str = ""
    overview: tuple[str, str] = ("export.overview", "export.no_overview")

    def overview_label(self, turned: Style) -> str:
        """Return the text of what makes the paper so: with the overview, or without it."""
        return self.overview[0 if turned.overview else 1]

    def overview_turned(self) -> Style | None:
        """Return the style with the overview, or without it; None where there is none."""
        other = replace(self.style, overview=not self.style.overview)
        return other if self.build(other).blocks != self.build(self.style).blocks else None

    def in_other_words(self, by: int) -> Style | None:
        """Return the style with easier words (1), or a rung back (-1); None where it says the same.

        A rung that says on this paper what the rung before says is passed over.
        """
        if self.style.rung is None:
            return None
        here = self.build(self.style).blocks
        place = LADDER.index(self.style.rung) + by
        while 0 <= place < len(LADDER):
            other = replace(self.style, rung=LADDER[place])
            if self.build(other).blocks != here:
                return other
            place += by
        return None


@dataclass(frozen=True)
class PaperPlaces:
    """How a paper can be kept: its kinds, where the last one went, its usual name.

    ``write`` writes it and is meant for a thread; it raises ``OutputError``.
    """

    kinds: tuple[PaperForm, ...]
    place: Place
    usual: str
    write: Callable[[Place], Written]
