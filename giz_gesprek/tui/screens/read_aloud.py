"""Reading a step of the conversation aloud: what comes first, and where it says so.

Owns the order on this screen. How it is read is in ``tui.reading``.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from textual import on
from textual.widgets import Input, TextArea

from giz_gesprek.tui.reading import states
from giz_gesprek.tui.reading.parts import Part, parts_in, without_repeats
from giz_gesprek.tui.reading.screen import ReadableScreen
from giz_gesprek.tui.reading.voice import Wishes
from giz_gesprek.tui.screens.answering import AnsweringScreen
from giz_gesprek.tui.steps.base import StepBody
from giz_gesprek.tui.widgets.key_bar import KeyBar
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEYS_WHILE_READING: Final = ("f8", "f9")
"""Beside those for the voice: who needs help or a blank screen now can see how."""

_ABOUT_VOICE: Final = "-voice"
"""The class of a notice about the voice, which is wrong as soon as it is tried again."""

_BUTTONS_OF_LINES: Final = "line-buttons"


class ReadAloudScreen(AnsweringScreen, ReadableScreen[None]):
    """The keys F2 and V, and reading by itself."""

    def main_parts(self) -> Iterator[Part]:
        """Yield the step from top to bottom, then a notice; not the same buttons at every line."""
        for part in parts_in(self.body):
            if not _is_of_a_line(part):
                yield part
        notice = self.query_one("#notice", Said)
        if not notice.has_class("-hint"):
            yield from parts_in(notice)

    def other_parts(self) -> Iterator[Part]:
        """Yield what can be done with a line, what the step is about, and the ways on."""
        of_lines = (part for part in parts_in(self.body) if _is_of_a_line(part))
        hint = parts_in(*self.query("#notice.-hint").results(Said))
        around = parts_in(self.query_one("#top"), self.query_one("#ways"))
        yield from chain(without_repeats(of_lines), hint, around)

    def tell_about_voice(self, text_id: str) -> None:
        """Show a text above the buttons."""
        self.show_notice(text_id)
        self.query_one("#notice").add_class(_ABOUT_VOICE)

    def take_back_about_voice(self) -> None:
        """Show the hint again, where a text about the voice stands."""
        if self.query_one("#notice").has_class(_ABOUT_VOICE):
            self.show_hint()

    def take_wishes(self) -> None:
        """Take over how this family wants to be read to."""
        settings = self.session.family.settings
        self.voiced.wishes = Wishes(
            settings.language,
            settings.speech_rate,
            by_itself=settings.read_aloud,
            keep_rate=self.session.set_speech_rate,
        )

    def show_hint(self) -> None:
        """Show instead of a notice that words of the step are explained, if they are."""
        raise NotImplementedError

    def usual_keys(self) -> tuple[str, ...]:
        """Return the keys that are shown while nothing is read aloud."""
        raise NotImplementedError

    def show_reading(self, *, speaking: bool) -> None:
        """Show what the keys do; while the voice reads, that it does and the keys for it."""
        phrases, rate = self.session.phrases(), self.voiced.wishes.rate
        usual = _KEYS_WHILE_READING if speaking else self.usual_keys()
        words: dict[str, str] = {key: phrases.text(f"key.{key}") for key in usual}
        if speaking:
            words |= {key: words for key, _action, words in states.keys(phrases, rate)}
        if isinstance(self.focused, Input | TextArea):
            words.pop(states.PACE_KEY, None)  # there it is a letter
        # There is no row of keys any more while the app ends.
        for keys in self.query(KeyBar):
            keys.say(words, phrases.text(states.PACES[rate]) if speaking else "")

    @on(StepBody.Echoed)
    def take_echo(self) -> None:
        """Let a choice be heard where the family wants that; nothing is missing any more."""
        if self.query_one("#notice").has_class("-until-chosen"):
            self.show_hint()
        self.read_by_itself(*self.body.query("#echo, #about"))


def _is_of_a_line(part: Part) -> bool:
    return any(each.has_class(_BUTTONS_OF_LINES) for each in part.widget.ancestors)
