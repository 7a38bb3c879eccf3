"""What can be done here, with the keys that do something here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import on

from giz_gesprek.tui.dialogs.prompts import PromptsScreen
from giz_gesprek.tui.dialogs.words_help import WordsHelpScreen
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session.explaining import Explained

KEYS: Final = {
    "1 2 3": "key.digits",
    "Enter": "key.enter",
    "Esc": "key.escape",
    "F1": "key.f1",
    "F2": "key.f2",
    "F3": "key.f3",
    "F4": "key.f4",
    "F5": "key.f5",
    "F6": "key.f6",
    "F7": "key.f7",
    "F8": "key.f8",
    "F9": "key.f9",
    "V": "key.v",
    "Ctrl T": "table.title",
}


class HelpScreen(WordsHelpScreen):
    """What this screen asks, and the keys; F1 once more opens the professional's own questions.

    Words of the screen that are explained come first.
    """

    def __init__(
        self,
        phrases: Phrasebook,
        about: str,
        prompts: Sequence[str] = (),
        words: Explained = (),
        useless: Collection[str] = (),
    ) -> None:
        """Tell ``about`` a step, with every key but the ``useless`` ones."""
        super().__init__(phrases, words)
        self._keys = {key: text for key, text in KEYS.items() if key.casefold() not in useless}
        self._about = about
        self._prompts = tuple(prompts)

    def heading(self) -> str:
        """Return the heading of what comes first."""
        return super().heading() if self._words else self.say("help.title")

    def body(self) -> ComposeResult:
        """Lay out the words, the sentence for this screen and the keys."""
        if self._words:
            yield from super().body()
            yield Said(self.say("help.title"), classes="heading")
        yield Said(self._about)
        yield Said(self.say("help.always"))
        yield Said(self.say("help.keys_title"), classes="heading")
        width = max(len(key) for key in KEYS)
        rows = (f"{key:<{width}}  {self.say(text_id)}" for key, text_id in self._keys.items())
        yield Said("\n".join(rows), classes="keys")

    def buttons(self) -> ComposeResult:
        """Show closing, and the way to the questions where there are any."""
        yield from super().buttons()
        if self._prompts:
            yield PlainButton(f"F1 {self.say('button.tips')}", big=True, id="tips")

    @on(PlainButton.Pressed, "#tips")
    def show_prompts(self, event: PlainButton.Pressed) -> None:
        """Do what F1 does."""
        event.stop()
        self.action_help()

    def action_help(self) -> None:
        """Show the professional's questions on a page of their own."""
        if self._prompts:
            self.app.push_screen(PromptsScreen(self.phrases, self._prompts))
