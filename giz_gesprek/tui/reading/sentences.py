"""Parts of a screen cut into what is said in one breath. Pure, apart from the widgets it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from giz_gesprek.spoken import SpokenSentence
    from giz_gesprek.tui.reading.parts import Part, Range

Pronunciations = Callable[[str], Mapping[str, str]]
"""Returns how words of a language are said."""


@dataclass(frozen=True)
class ScreenSentence:
    """One sentence of a part: what is said, in which language, and where it stands."""

    part: Part
    language: str
    spoken: SpokenSentence

    @property
    def lit(self) -> Range:
        """Where the sentence stands in the part; the one in its place where another is said."""
        return self.spoken.shown_start, self.spoken.shown_end

    def word(self, start: int, length: int) -> Range | None:
        """Return where the word stands that is said at ``start``; None where it stands nowhere."""
        return None if self.part.say is not None else self.spoken.shown_range(start, length)


def screen_sentences(
    parts: Iterable[Part], language: str, pronunciations: Pronunciations
) -> Iterator[ScreenSentence]:
    """Yield the sentences of the parts in their order, one when it is asked for.

    ``language`` is that of what people wrote. Only the first sentence has to be ready before the
    voice can begin.
    """
    # Loads the words for numbers, which no screen needs before it is read.
    from giz_gesprek.spoken import spoken_sentences

    for part in parts:
        spoken_in = part.language or language
        for spoken in spoken_sentences(
            part.shown,
            language=spoken_in,
            pronunciations=pronunciations(spoken_in),
            say=part.say,
        ):
            yield ScreenSentence(part, spoken_in, spoken)
