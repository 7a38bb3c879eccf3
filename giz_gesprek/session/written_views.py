"""What was written or said, as data: line by line, or the views beside each other.

See step_view for what every view is.
"""

from __future__ import annotations

from dataclasses import dataclass

from giz_gesprek.session.shown import Shown, spoken
from giz_gesprek.session.step_parts import AskedShown, Card, Way, WrittenPart


@dataclass(frozen=True, kw_only=True)
class LinesView(Shown):
    """What was written, line by line, and what can be changed or taken away."""

    intro: str = ""
    is_empty: bool
    """Nothing was written: the intro has the screen to itself."""
    pictogram: str | None = None
    parts: tuple[WrittenPart, ...] = ()
    question: str = ""
    hint: str = ""
    overview: Way | None = None
    """To all of it in one picture, before it is read."""
    silences: Way | None = None
    """To what was not answered, where something was not."""
    resume: Way | None = None
    """On to where the conversation was left, or to open it again after its end."""
    seen_first: bool = False
    """Where it does not stand on the screen as a whole, it is seen to its end before going on."""

    @property
    def heard(self) -> tuple[str, ...]:
        """The lines that were heard before, and headings under which nothing else stands."""
        heard: list[str] = []
        for part in self.parts:
            lines = [line for line in part.lines if line.heard]
            heard += [part.heading] if part.is_heard else []
            heard += (text for line in lines for text in (line.asked, line.speaker, line.text))
        return spoken(*heard)

    @property
    def said(self) -> tuple[str, ...]:
        """Every line under its heading, and what is asked; not the same buttons at every line."""
        written: list[str] = []
        for part in self.parts:
            written.append(part.heading)
            for line in part.lines:
                written += (line.asked, line.speaker, line.text)
                written += (way.label for way in line.ways)
        first, *last = (
            way.label if way else "" for way in (self.overview, self.silences, self.resume)
        )
        return spoken(self.intro, first, *written, self.question, self.hint, *last)


@dataclass(frozen=True, kw_only=True)
class SideBySideView(Shown):
    """The views beside each other. Nothing is averaged, nothing is overwritten."""

    verdict: str
    """Whether they see it the same; empty while nobody chose."""
    question: str
    """What the cards answer; empty without a card."""
    cards: tuple[Card, ...]
    asked: tuple[AskedShown, ...]
    """Everything that was said in own words, under what was asked."""

    @property
    def heard(self) -> tuple[str, ...]:
        """What everybody was asked, and the choices and own words that were heard before."""
        read = [each for each in self.asked if each.heard]
        cards = [part for card in self.cards if card.heard for part in card.parts]
        return spoken(self.question, *cards, *(part for each in read for part in each.parts))

    @property
    def said(self) -> tuple[str, ...]:
        """The sentence about the voices, what each chose, and each question with its answers."""
        voices = [part for card in self.cards for part in card.parts]
        told = [part for each in self.asked for part in each.parts]
        return spoken(self.verdict, self.question, *voices, *told)
