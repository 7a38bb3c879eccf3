"""What can be done here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.tui.dialogs.words_help import WordsHelpScreen
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    """What this screen asks, the keys, and the tips for the professional where there are any.

    Words of the screen that are explained come first.
    """

    def __init__(
        self,
        phrases: Phrasebook,
        about: str,
        prompts: Sequence[str] = (),
        words: Explained = (),
    ) -> None:
        super().__init__(phrases, words)
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
        rows = (f"{key:<{width}}  {self.say(text_id)}" for key, text_id in KEYS.items())
        yield Said("\n".join(rows), classes="keys")
        if self._prompts:
            yield Said(self.say("button.tips"), classes="heading")
            for prompt in self._prompts:
                yield Said(f"• {prompt}")
