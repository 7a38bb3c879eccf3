"""Own words while they are typed: one line, or several between two dots.

Owns what each line does to the text. Knows neither the question nor where the text goes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from giz_gesprek.conversation.text import cut_note
from giz_gesprek.plain.entered import DOT

Typed: TypeAlias = Literal["done", "more", "began", "cut"]
"""All is said; a line was added; several lines begin; the end did not fit and was left out."""


class OwnWords:
    """The text that stands, and the lines that change it.

    A line takes its place and is all. A dot begins several lines, which come after the text that
    stands; a second dot ends them. An empty line keeps the text as it stands.
    """

    def __init__(self, text: str, save_draft: Callable[[str], None]) -> None:
        """Begin with what stands; ``save_draft`` keeps each of several lines, and may raise."""
        self.text = text
        self.adds = False
        self._save_draft = save_draft

    def take(self, line: str) -> Typed:
        """Take a line.

        Raises:
            StoreError: the draft was not kept; the line was taken.

        """
        if line.strip() == DOT:
            self.adds = not self.adds
            return "began" if self.adds else "done"
        if not self.adds:
            return self._put(line) if line.strip() else "done"
        fits = self._put(f"{self.text}\n{line}" if self.text else line)
        self._save_draft(self.text)
        return "more" if fits == "done" else fits

    def empty(self) -> None:
        """Let nothing stand; several lines begin anew.

        Raises:
            StoreError: the draft was not kept.

        """
        self.text = ""
        self._save_draft(self.text)

    def _put(self, text: str) -> Literal["done", "cut"]:
        self.text = cut_note(text)
        return "done" if self.text == text else "cut"
