"""Help at every step: what to do here, an example, whom to call, an empty screen.

Nothing here changes the conversation; an own example belongs to the family.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from giz_gesprek.session.examples import show_examples
from giz_gesprek.tui.dialogs.help import HelpNowScreen, HelpScreen
from giz_gesprek.tui.reading.terms import Terms
from giz_gesprek.tui.screens.blank import BlankScreen
from giz_gesprek.tui.screens.read_aloud import ReadAloudScreen
from giz_gesprek.tui.steps.base import StepBody
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from giz_gesprek.session.session import Session


class HelpingScreen(ReadAloudScreen):
    """The keys F1, F4, F8 and F9."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._terms: Terms | None = None

    @property
    def body(self) -> StepBody:
        """The step on the screen."""
        raise NotImplementedError

    @property
    def terms(self) -> Terms | None:
        """The words that are explained at the family's rung."""
        return self._terms

    def read_glossary(self) -> None:
        """Take the glossary of the family's rung, before a step is shown."""
        family = self.session.family
        settings = family.settings
        names = [person.name for person in family.people]
        names += [person.organisation for person in family.people if person.organisation]
        self._terms = Terms(
            self.session.library.glossary(settings.language, settings.rung, settings.address), names
        )

    def show_hint(self) -> None:
        """Say where the notices stand that a word of this step is explained, if there is one."""
        notice = self.query_one("#notice", Said)
        notice.update("")
        notice.remove_class("-voice", "-until-chosen")
        explains = bool(self.explained_words())
        notice.set_class(explains, "-hint")
        if explains:
            notice.update(self.session.phrases().text("help.words_hint"))

    def action_help(self) -> None:
        """Explain the words on the screen and this step."""
        phrases, prompts = self.session.phrases(), self.session.prompts()
        self.app.push_screen(HelpScreen(phrases, self.body.HELP, prompts, self.explained_words()))

    @work(exclusive=True)
    async def action_example(self) -> None:
        """Show examples in somebody else's words; the professional can write one."""
        text_id = self.body.example_id()
        if text_id is None:
            self.show_notice("common.no_example")
            return
        with self.telling():
            await show_examples(self.session, self.editing, self.app.push_screen_wait, text_id)

    def action_help_now(self) -> None:
        """Show whom to call now."""
        picture = self.body.page_picture("help_now.title", modest=True)
        self.app.push_screen(
            HelpNowScreen(self.session.phrases(), self.session.own_number, picture)
        )

    def action_blank(self) -> None:
        """Empty the screen at once."""
        self.app.push_screen(BlankScreen(self.session.phrases()))
