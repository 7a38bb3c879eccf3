"""What can be done here, and where to get help now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import Horizontal, Vertical

from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.tui.reading.terms import Explained, Terms
    from giz_gesprek.tui.widgets.picture import Picture

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
}
_HELP_NOW: Final = ("danger", "violence", "suicide", "doctor", "together")


class WordsHelpScreen(Dialog[None]):
    """The words of a screen that are in the glossary, with what they mean."""

    def __init__(self, phrases: Phrasebook, words: Explained) -> None:
        super().__init__(phrases)
        self._words = words

    @property
    def terms(self) -> Terms | None:
        """None: what is explained here needs no line under it."""
        return None

    def heading(self) -> str:
        """Return the heading of the words."""
        return self.say("help.words_title")

    def body(self) -> ComposeResult:
        """Lay out each word above what it means."""
        for word, meaning in self._words:
            yield Said(word[:1].upper() + word[1:], classes="term")
            yield Said(meaning)


class HelpScreen(WordsHelpScreen):
    """What this screen asks, the keys, and the tips for the professional where there are any.

    Words of the screen that are explained come first.
    """

    def __init__(
        self,
        phrases: Phrasebook,
        help_id: str,
        prompts: Sequence[str] = (),
        words: Explained = (),
    ) -> None:
        super().__init__(phrases, words)
        self._help_id = help_id
        self._prompts = tuple(prompts)

    def heading(self) -> str:
        """Return the heading of what comes first."""
        return super().heading() if self._words else self.say("help.title")

    def body(self) -> ComposeResult:
        """Lay out the words, the sentence for this screen and the keys."""
        if self._words:
            yield from super().body()
            yield Said(self.say("help.title"), classes="heading")
        yield Said(self.say(self._help_id))
        yield Said(self.say("help.always"))
        yield Said(self.say("help.keys_title"), classes="heading")
        width = max(len(key) for key in KEYS)
        rows = (f"{key:<{width}}  {self.say(text_id)}" for key, text_id in KEYS.items())
        yield Said("\n".join(rows), classes="keys")
        if self._prompts:
            yield Said(self.say("button.tips"), classes="heading")
            for prompt in self._prompts:
                yield Said(f"• {prompt}")


class HelpNowScreen(Dialog[None]):
    """Numbers to call, the same at every moment of the conversation."""

    def __init__(self, phrases: Phrasebook, own_number: str | None, picture: Picture) -> None:
        super().__init__(phrases)
        self._own_number = own_number
        self._picture = picture

    def heading(self) -> str:
        """Return the heading."""
        return self.say("help_now.title")

    def body(self) -> ComposeResult:
        """Lay out the numbers, those of the own organisation where they are known."""
        with Horizontal(classes="with-picture"):
            yield self._picture
            with Vertical(classes="beside"):
                for name in _HELP_NOW:
                    yield Said(self.say(f"help_now.{name}"), classes="number")
                if self._own_number:
                    yield Said(self.say("help_now.own", number=self._own_number), classes="number")

    def on_mount(self) -> None:
        """Show the picture where it fits."""
        self._picture.fit(*self.app.size)

    def on_resize(self) -> None:
        """Show the picture where it fits now."""
        self._picture.fit(*self.app.size)


class NoticeScreen(Dialog[None]):
    """A few sentences to read: an example, or that something is not there yet."""

    def __init__(self, phrases: Phrasebook, heading: str, text: str) -> None:
        super().__init__(phrases)
        self._heading = heading
        self._text = text

    def heading(self) -> str:
        """Return the given heading."""
        return self._heading

    def body(self) -> ComposeResult:
        """Show the given text."""
        yield Said(self._text)
