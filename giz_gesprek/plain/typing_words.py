"""Asking for own words: what stands is said, and lines are taken until all is said.

Owns the sentences around typing, for a step and for a flow alike. Where the words go is up to the
caller.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from giz_gesprek.errors import StoreError
from giz_gesprek.plain.layout import quoted
from giz_gesprek.plain.own_words import OwnWords

if TYPE_CHECKING:
    from giz_gesprek.plain.exchange import Exchange


class WordsTyped:
    """Own words at one question, with what is said while they are typed."""

    def __init__(self, exchange: Exchange, text: str, save_draft: Callable[[str], None]) -> None:
        self._exchange = exchange
        self._words = OwnWords(text, save_draft)

    @property
    def text(self) -> str:
        """What stands."""
        return self._words.text

    def say_what_stands(self) -> None:
        """Say the words that an empty line keeps, and how they go."""
        if self._words.text:
            self._exchange.lines.say(quoted(self._words.text))
            self._exchange.tell("Enter", "button.save")
            self._exchange.tell("/e", "plain.empty")

    def take(self, line: str) -> bool:
        """Take a line; tell whether all is said."""
        try:
            typed = self._words.take(line)
        except StoreError:
            self._exchange.say(self._exchange.session.kept.refusal)
            return False
        if typed == "began":
            self._exchange.say("plain.several_lines")
        elif typed == "cut":
            self._exchange.say("common.too_long")
            if not self._words.adds:
                self._exchange.tell("Enter", "button.save")
        return typed == "done"

    def empty(self) -> None:
        """Let nothing stand."""
        try:
            self._words.empty()
        except StoreError:
            self._exchange.say(self._exchange.session.kept.refusal)
        else:
            self._exchange.say("plain.emptied")
