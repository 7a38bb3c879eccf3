"""An app that draws: real images on a terminal that has them, and what waits for a picture.

Knows how images are painted and when, and neither which pictures there are nor whose they are.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final

from textual._compositor import CompositorUpdate

from giz_gesprek.tui.host.voiced import VoicedApp

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType
    from textual.screen import Screen

    from giz_gesprek.session.settings import PicturesShown
    from giz_gesprek.tui.host.answers import Answers
    from giz_gesprek.tui.host.painting import Painter
    from giz_gesprek.tui.images.ask import Terminal
    from giz_gesprek.tui.images.support import Support

_BEHIND: Final = 0.02
"""Seconds from a picture to what comes behind it: its last byte is written in fewer."""


class DrawingApp(VoicedApp):
    """Paints on ``terminal``. ``pictures`` is how the professional wants them."""

    def __init__(self, terminal: Terminal) -> None:
        super().__init__()
        self.pictures: PicturesShown = "automatic"
        self._terminal = terminal
        self._behind: Callable[[], object] | None = None
        self._painter: Painter | None = None
        self._answers = self._answers_of_terminal()

    def want_pictures(self, pictures: PicturesShown) -> None:
        """Show pictures in another way from now on."""
        self.pictures = pictures
        if self._painter is not None:
            self._painter.wanted = pictures == "automatic"

    @property
    def has_dots(self) -> bool:
        """Whether pictures are made of dots, which tell more than blocks."""
        return self.pictures == "automatic" and self._terminal.dots

    def behind_picture(self, do: Callable[[], object]) -> None:
        """Do something when the next picture stands: nobody waits for it."""
        self._behind = do

    def _answers_of_terminal(self) -> Answers | None:
        if not self._terminal.may_be_asked:
            return None
        # For a real terminal only.
        from giz_gesprek.tui.host.answers import Answers, read_keys_only

        answers = Answers(self._take_answer)
        read_keys_only(answers)
        return answers

    def ask_terminal(self) -> None:
        """Ask it whether it shows images, unless that is known already; it may answer late."""
        if self._answers is not None and self._driver is not None:
            self._answers.ask(self._driver.write)

    def _take_answer(self, answer: str) -> None:
        """Paint images from now on, if the terminal shows them; called on the thread of keys."""
        from giz_gesprek.system import cell_of
        from giz_gesprek.tui.images.support import understood

        known = cell_of(sys.__stderr__.fileno()) if sys.__stderr__ is not None else None
        if (support := understood(answer, known)) is not None:
            self.call_later(self._paint, support)

    def _paint(self, support: Support) -> None:
        # For who has images only.
        from giz_gesprek.tui.host.painting import Painter

        self._painter = Painter(support)
        self._painter.wanted = self.pictures == "automatic"
        self.screen.refresh()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        update: object = renderable
        if self._painter is not None and isinstance(update, CompositorUpdate):
            covered = self._painter.over(update, screen, self.current_theme)
            super()._display(screen, covered)
        else:
            super()._display(screen, renderable)
        if self._behind is not None:
            self.set_timer(_BEHIND, self._behind)
            self._behind = None

    def _draw_anew(self) -> None:
        if self._painter is not None:
            self._painter.forget()
        super()._draw_anew()
