"""Help at every step: what to do here, an example, whom to call, an empty screen.

Nothing here changes the conversation.
"""

from __future__ import annotations

from giz_gesprek.tui.dialogs.help import HelpNowScreen, HelpScreen, NoticeScreen
from giz_gesprek.tui.screens.answering import AnsweringScreen
from giz_gesprek.tui.screens.blank import BlankScreen
from giz_gesprek.tui.steps.base import StepBody


class HelpingScreen(AnsweringScreen):
    """The keys F1, F2, F4, F8 and F9."""

    @property
    def body(self) -> StepBody:
        """The step on the screen."""
        raise NotImplementedError

    def action_help(self) -> None:
        """Explain this step."""
        phrases = self.session.phrases()
        self.app.push_screen(HelpScreen(phrases, self.body.HELP, self.session.prompts()))

    def action_read_aloud(self) -> None:
        """Say that there is no voice yet."""
        self.show_notice("common.no_voice")

    def action_example(self) -> None:
        """Show an example in somebody else's words."""
        phrases = self.session.phrases()
        text_id = self.body.example_id()
        example = phrases.phrase(text_id).example if text_id else None
        if example is None:
            self.show_notice("common.no_example")
        else:
            self.app.push_screen(
                NoticeScreen(phrases, phrases.text("common.example_label"), example)
            )

    def action_help_now(self) -> None:
        """Show whom to call now."""
        picture = self.body.page_picture("help_now.title", modest=True)
        self.app.push_screen(
            HelpNowScreen(self.session.phrases(), self.session.own_number, picture)
        )

    def action_blank(self) -> None:
        """Empty the screen at once."""
        self.app.push_screen(BlankScreen(self.session.phrases()))
