"""A paper as it reads in the terminal: headings, sentences, and quotes that look like quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from giz_gesprek.tui.widgets.paper_lines import paper_lines
from giz_gesprek.tui.widgets.said import Quoted, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.summary.document import Document


class PaperView(Vertical):
    """Everything on a paper, from top to bottom.

    Words of ours are explained where ``explained``, which is for the language of the screen only.
    """

    DEFAULT_CSS = """
    PaperView, PaperView .-listed { height: auto; }
    PaperView .bullet { width: 2; }
    PaperView .bulleted { width: 1fr; }
    """

    def __init__(self, document: Document, *, explained: bool = True) -> None:
        super().__init__()
        self._document = document
        self._explained = explained

    @property
    def spoken_language(self) -> str:
        """The code of the language in which this paper is to be read aloud, whoever listens."""
        return self._document.language

    def compose(self) -> ComposeResult:
        """Lay out the lines of the paper."""
        for line in paper_lines(self._document):
            kind = Said if self._explained and not line.typed else Quoted
            if line.look == "listed":
                with Horizontal(classes="-listed"):
                    yield Quoted("•", classes="bullet")
                    yield kind(line.text, classes="bulleted")
            else:
                yield kind(line.text, classes=f"-{line.look}")
