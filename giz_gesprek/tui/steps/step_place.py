"""What is read of a step, what comes first, and where it is told about the voice."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from textual.widgets import Input, TextArea

from giz_gesprek.session.examples import has_example
from giz_gesprek.session.step_view import ChoiceView, TopicsView
from giz_gesprek.tui.reading import states
from giz_gesprek.tui.reading.parts import Part, parts_in, without_repeats
from giz_gesprek.tui.reading.voice import Wishes
from giz_gesprek.tui.steps.stage import Stage
from giz_gesprek.tui.widgets.key_bar import KeyBar
from giz_gesprek.tui.widgets.notice_line import NoticeLine
from giz_gesprek.tui.widgets.ways_on import WaysRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.screen import Screen

    from giz_gesprek.session.session import Session

KEYS: Final = (("f1", "f2", "f3", "f7"), ("v", "f4", "f6", "f8", "f9"))
"""The keys that are shown under a step, in two groups."""
_KEYS_WHILE_READING: Final = ("f8", "f9")
"""Beside those for the voice: who needs help or a blank screen now can see how."""
_DIGITS: Final = "1 2 3"
_TABLE: Final = "ctrl t"
"""Keys as the help names them, in small letters."""
_BUTTONS_OF_LINES: Final = "line-buttons"


class StepPlace:
    """Reads the step from top to bottom, then what is around it."""

    def __init__(
        self,
        screen: Screen[None],
        session: Session,
        *,
        tell: Callable[[str], None],
        show_hint: Callable[[], None],
    ) -> None:
        """Read what stands on ``screen``.

        ``tell`` shows a text about the voice above the buttons, ``show_hint`` takes it away.
        """
        self._screen = screen
        self._session = session
        self.tell_about_voice = tell
        self._show_hint = show_hint

    def main_parts(self) -> Iterator[Part]:
        """Yield the step, then a notice; not the same buttons at every line."""
        yield from (part for part in self._of_the_step() if not _is_of_a_line(part))
        notice = self._screen.query_one(NoticeLine)
        if not notice.is_hint:
            yield from parts_in(notice)

    def other_parts(self) -> Iterator[Part]:
        """Yield what can be done with a line, what the step is about, and the ways on."""
        screen = self._screen
        of_lines = (part for part in self._of_the_step() if _is_of_a_line(part))
        notice = screen.query_one(NoticeLine)
        hint = parts_in(notice) if notice.is_hint else ()
        around = parts_in(screen.query_one("#top"), screen.query_one(WaysRow))
        yield from chain(without_repeats(of_lines), hint, around)

    def _of_the_step(self) -> Iterator[Part]:
        return parts_in(self._screen.query_one(Stage).body)

    def take_back_about_voice(self) -> None:
        """Show the hint again, where a text about the voice stands."""
        if self._screen.query_one(NoticeLine).is_about_voice:
            self._show_hint()

    def show_keys(self, wishes: Wishes, *, speaking: bool) -> None:
        """Show what the keys do; while the voice reads, that it does and the keys for it."""
        phrases = self._session.phrases()
        no_use = {states.PACE_KEY, *useless_keys(self._session)}
        if "f3" not in no_use:
            no_use.add("f7")  # room for one of the two
        if not has_example(self._session):
            no_use.add("f4")  # it writes one there, which F1 tells; the family needs no row for it
        usual = [key for group in KEYS for key in group if key not in no_use]
        shown = _KEYS_WHILE_READING if speaking else usual
        words: dict[str, str] = {key: phrases.text(f"key.{key}") for key in shown}
        if speaking:
            words |= {key: text for key, _action, text in states.keys(phrases, wishes.rate)}
        if isinstance(self._screen.focused, Input | TextArea):
            words.pop(states.PACE_KEY, None)  # there it is a letter
        # There is no row of keys any more while the app ends.
        for keys in self._screen.query(KeyBar):
            keys.say(words, phrases.text(states.PACES[wishes.rate]) if speaking else "")


def _is_of_a_line(part: Part) -> bool:
    return any(each.has_class(_BUTTONS_OF_LINES) for each in part.widget.ancestors)


def useless_keys(session: Session) -> frozenset[str]:
    """Return the keys that do nothing at the step where the session stands."""
    view = session.view
    useless = {
        "f3": not view.has_easier,
        "f4": view.example is None,
        "f5": not view.ways.skip,
        "f7": not view.has_plainer,
        _DIGITS: not isinstance(view, ChoiceView | TopicsView),
        _TABLE: session.conversation.state in {"declined", "finished"},
    }
    return frozenset(key for key, is_useless in useless.items() if is_useless)


def wishes_of(session: Session) -> Wishes:
    """Return how this family wants to be read to."""
    settings = session.family.settings
    return Wishes(
        settings.language,
        settings.speech_rate,
        by_itself=settings.read_aloud,
        keep_rate=session.set_speech_rate,
    )
