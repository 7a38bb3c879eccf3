"""The words of the glossary in a text on the screen, underlined.

Must not know which screen the text is on. Which words they are is known by ``session.explaining``.
"""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.style import Style

from giz_gesprek.session.explaining import Explaining

TERM: Final = "term"
"""The mark under which a style carries the term at that place."""


class Terms(Explaining):
    """The glossary as it is used on one screen."""

    def marked(self, content: Content) -> Content:
        """Return ``content`` with its terms underlined, each with a mark to point at."""
        for spot in self.spots(content.plain):
            style = Style(underline=True) + Style.from_meta({TERM: spot.term})
            content = content.stylize(style, spot.start, spot.end)
        return content
