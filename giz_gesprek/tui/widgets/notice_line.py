"""The line above the buttons: a sentence for everybody at the table, or a hint."""

from __future__ import annotations

from typing import Final

from giz_gesprek.tui.widgets.said import Said

_HINT: Final = "-hint"
_VOICE: Final = "-voice"
_UNTIL_CHOSEN: Final = "-until-chosen"


class NoticeLine(Said):
    """One sentence at a time; a hint stands there while there is nothing to tell."""

    DEFAULT_CSS = "NoticeLine { height: auto; }"

    def tell(self, text: str, *, about_voice: bool = False, until_chosen: bool = False) -> None:
        """Show a sentence.

        ``about_voice``: it is wrong as soon as the voice is tried again. ``until_chosen``: a choice
        is missing, and it goes as soon as there is one.
        """
        self.update(text)
        self.remove_class(_HINT)
        self.set_class(about_voice, _VOICE)
        self.set_class(until_chosen, _UNTIL_CHOSEN)

    def hint(self, text: str) -> None:
        """Show a hint, or nothing where it is empty."""
        self.update(text)
        self.remove_class(_VOICE, _UNTIL_CHOSEN)
        self.set_class(bool(text), _HINT)

    @property
    def is_hint(self) -> bool:
        """Whether what stands here is a hint."""
        return self.has_class(_HINT)

    @property
    def is_about_voice(self) -> bool:
        """Whether a sentence about the voice stands here."""
        return self.has_class(_VOICE)

    @property
    def waits_for_choice(self) -> bool:
        """Whether it says that a choice is missing."""
        return self.has_class(_UNTIL_CHOSEN)
