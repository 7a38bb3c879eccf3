"""Everything that is kept on this computer goes, after asking twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Container, VerticalScroll
from textual.widgets import Button

from giz_gesprek.i18n import _
from giz_gesprek.session.whole_file_words import is_wipe_word, wipe_explanation, wipe_word
from giz_gesprek.tui.screens.ask import AskScreen
from giz_gesprek.tui.screens.working import WorkingScreen
from giz_gesprek.tui.widgets.field import Field, Problem
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult


class WipeScreen(WorkingScreen[None]):
    """Asks for two words, and once more; then shows the receipt, and the program ends."""

    def compose(self) -> ComposeResult:
        """Lay out what goes, what does not, the words to type and the ways on."""
        yield Said(_("Delete everything"), classes="screen-title")
        with VerticalScroll(classes="page", can_focus=False):
            yield Said(wipe_explanation(), classes="said")
            yield Said(str(self.app.families.whole_file().path), classes="said place")
            yield Said(_("To be sure, type: {words}").format(words=wipe_word()), classes="said gap")
            yield Field(_("These words"), id="words")
        yield Problem(id="failure")
        with Container(classes="actions -large"):
            yield PlainButton(_("Back"), id="back")
            yield PlainButton(_("Delete everything"), big=True, id="done")

    def on_mount(self) -> None:
        """Let typing begin; the explanation is read first."""
        self.query_one("#words", Field).take_focus(scroll_there=False)

    @on(Button.Pressed, "#done")
    def done(self) -> None:
        """Ask once more when the words are there."""
        field, failure = self.query_one("#words", Field), self.query_one("#failure", Problem)
        if not is_wipe_word(field.value):
            failure.tell(_("Type these words: {words}").format(words=wipe_word()))
            field.take_focus()
            return
        failure.tell(None)
        self.ask(
            _("Delete everything for good? Without a backup nobody can bring it back."),
            yes=_("Delete everything for good"),
            no=_("Keep everything"),
            then=self._begin_to_delete,
        )

    def _begin_to_delete(self) -> None:
        if self.begin():
            self._delete()

    @work(thread=True, exit_on_error=False)
    def _delete(self) -> str:
        families = self.app.families
        families.whole_file().wipe()
        return "\n\n".join(families.take_notices())

    def take_result(self, result: object) -> None:
        """Show the receipt; there is nothing left to go on with."""
        self.app.push_screen(AskScreen(str(result), yes=_("Stop")), self._end)

    def _end(self, _answer: bool | None) -> None:  # noqa: FBT001 - Textual calls it
        self.app.exit()
