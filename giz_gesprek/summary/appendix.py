"""Long notes, whole, at the end of a paper that shows their first words where they belong."""

from __future__ import annotations

from dataclasses import replace

from giz_gesprek.summary.document import Block, Heading


class Appendix:
    """Gathers notes under the headings where they belong; ``blocks`` are what stands at the end."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._under: Heading | None = None

    def add(self, whole: Block, heading: Heading) -> None:
        """Put a note at the end, below the one before it where they share a heading."""
        above = replace(heading, level=3, picture=None)
        if above != self._under:
            self.blocks.append(above)
            self._under = above
        self.blocks.append(whole)
