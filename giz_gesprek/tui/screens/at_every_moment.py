"""What can be seen at every moment of a conversation: help, whom to call now, an empty screen.

Owns what these keys show. Which keys they are, and everything about the step, is in
``conversation``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters

from giz_gesprek.session.help_now import help_now
from giz_gesprek.session.prompts import prompts
from giz_gesprek.tui.dialogs.explaining import ExplainingScreen
from giz_gesprek.tui.dialogs.help import HelpScreen
from giz_gesprek.tui.dialogs.help_now import HelpNowScreen
from giz_gesprek.tui.host.host import Host
from giz_gesprek.tui.reading.screen import ReadableScreen
from giz_gesprek.tui.screens.blank import BlankScreen
from giz_gesprek.tui.steps.stage import Stage
from giz_gesprek.tui.steps.step_place import useless_keys

if TYPE_CHECKING:
    from giz_gesprek.session.session import Session


class AtEveryMoment(ExplainingScreen[None], ReadableScreen[None]):
    """A screen with the step of ``session`` on its ``stage``."""

    app = getters.app(Host)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.stage = Stage(session)

    def action_help(self) -> None:
        """Explain the words on the screen and this step."""
        session, words = self.session, self.explained_words()
        self.app.push_screen(
            HelpScreen(
                session.phrases(),
                session.view.help,
                prompts(session),
                words,
                useless_keys(session),
            )
        )

    def action_help_now(self) -> None:
        """Show whom to call now."""
        drawing = self.session.framework.page_pictures.get("help_now.title")
        picture = self.stage.body.pictures.picture(drawing, modest=True)
        numbers = help_now(self.session)
        self.app.push_screen(HelpNowScreen(self.session.phrases(), numbers, picture))

    def action_blank(self) -> None:
        """Empty the screen at once."""
        self.app.push_screen(BlankScreen(self.session.phrases()))
