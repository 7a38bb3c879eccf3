"""Own words on a paper where a long note would push out the rest: its beginning stands there."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.plan import PlanStep
from giz_gesprek.summary.agreed import agreement
from giz_gesprek.summary.appendix import Appendix
from giz_gesprek.summary.document import Agreement, Asked, Block, Heading, Question, Quote
from giz_gesprek.summary.sentences import quote
from giz_gesprek.summary.words import PaperNames, first_words

LONG_NOTE: Final = 300
"""Characters from which a note moves to the appendix."""


class Shortened:
    """Quotes own words, and gathers the long ones whole for the end on the way."""

    def __init__(self, words: PaperNames) -> None:
        self._words = words
        self._appendix = Appendix()

    @property
    def whole(self) -> tuple[Block, ...]:
        """The long notes so far, under the headings where their beginnings stand."""
        return tuple(self._appendix.blocks)

    def quote(
        self,
        own: OwnWords,
        heading: Heading,
        question: Question | None = None,
        *,
        long: int = LONG_NOTE,
    ) -> Quote:
        """Return own words under ``heading``, or the beginning of ``long`` ones."""
        whole = quote(self._words, own)
        if len(whole.text) <= long:
            return whole
        self._appendix.add(whole if question is None else Asked(question, (whole,)), heading)
        see = self._words.text("document.see_appendix")
        return replace(whole, text=first_words(whole.text, _beginning(long)), see=see)

    def step(self, step: PlanStep, heading: Heading, *, long: int = LONG_NOTE) -> Agreement:
        """Return a small step, with the beginning of what there is to do where it is ``long``."""
        if len(step.what.text) <= long:
            return agreement(self._words, step, step.what.text)
        self._appendix.add(quote(self._words, step.what), heading)
        short = agreement(self._words, step, first_words(step.what.text, _beginning(long)))
        see = self._words.text("document.see_appendix")
        return replace(short, see="\n".join(filter(None, (short.see, see))))


def _beginning(long: int) -> int:
    """Return how much of a long note stands where it was said: two thirds of what would fit."""
    return long * 2 // 3
