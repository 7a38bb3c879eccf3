"""Takes what the terminal answers out of what is typed on it, and tells what that means.

The question is asked when the first picture stands, so that nobody waits for a terminal that never
answers; whatever comes, however late, is no key. Everything but ``ask`` happens on the thread that
reads the keys.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Final

from textual._xterm_parser import XTermParser

if TYPE_CHECKING:
    from textual.message import Message

_PARSER: Final = XTermParser.__name__
_READING_KEYS: Final = ("textual.drivers.linux_driver", "textual.drivers.win32")
"""Where the drivers of Textual make their parser, by its name in that module."""


class Answers:
    """What one terminal answers; ``tell`` gets all of it, once it is complete."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._is_asked = False
        self._begun = ""
        self._answered: str | None = ""

    def ask(self, write: Callable[[str], None]) -> None:
        """Ask whether images can be shown; again is harmless, and asks nothing."""
        if not self._is_asked:
            # Loaded when it is needed: the first picture is there by now.
            from giz_gesprek.tui.images.support import QUESTION

            self._is_asked = True
            write(QUESTION)

    def without(self, data: str) -> str:
        """Return the keys in what came in."""
        if not self._is_asked:
            return data
        from giz_gesprek.tui.images.support import is_last, taken_apart

        keys, answered, self._begun = taken_apart(self._begun + data)
        if self._answered is not None:
            self._answered += answered
            if is_last(self._answered):
                complete, self._answered = self._answered, None
                self._tell(complete)
        return keys


class KeysOnly(XTermParser):
    """Reads keys as Textual does, without ``answers``."""

    def __init__(self, answers: Answers, debug: bool = False) -> None:  # noqa: FBT001, FBT002 - as above
        super().__init__(debug)
        self._answers = answers

    def feed(self, data: str) -> Iterable[Message]:
        """Take what came in; nothing means the end."""
        keys = self._answers.without(data) if data else data
        if keys or not data:
            yield from super().feed(keys)


def read_keys_only(answers: Answers) -> None:
    """Let the driver that is made next leave answers out."""
    for name in _READING_KEYS:
        module = sys.modules.get(name)
        if module is not None:
            setattr(module, _PARSER, partial(KeysOnly, answers))
