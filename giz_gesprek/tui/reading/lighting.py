"""How spoken words look: a sentence as with a marker pen, the word in it as a block.

Both also show without colours: the sentence is underlined, the word is reversed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from textual.content import Content

    from giz_gesprek.tui.reading.parts import Range

SENTENCE: Final = "underline $foreground on $spoken"
WORD: Final = "bold reverse $foreground on $spoken"


def lit(content: Content, sentence: Range | None, word: Range | None, before: int = 0) -> Content:
    """Return ``content`` with what is spoken lit; the ranges begin ``before`` letters into it."""
    for style, place in ((SENTENCE, sentence), (WORD, word)):
        if place is not None:
            content = content.stylize(style, before + place[0], before + place[1])
    return content
