"""The professional's questions, one after the other; an empty line keeps what stands in brackets.

Owns how such a question is asked and answered. One act is enough here: a number is an answer.
Must not know what is filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from giz_gesprek.conversation.text import LONGEST_LINE, clean_line
from giz_gesprek.i18n import _
from giz_gesprek.paths import from_home
from giz_gesprek.plain.entered import (
    Command,
    Entered,
    numbered,
    read_entered,
    read_number,
    read_path,
)

if TYPE_CHECKING:
    from giz_gesprek.plain.lines import Lines

_Key = TypeVar("_Key")


class Back(Exception):
    """The professional goes back: ``/t`` was typed."""


class Form:
    """Asks in lines.

    Raises:
        Back: the question was left; every method that reads can raise it.
        EndOfInput: there is no further line.

    """

    def __init__(self, lines: Lines) -> None:
        self.lines = lines

    def line(self, label: str, kept: str = "") -> str:
        """Return a line of text, cleaned; an empty one keeps ``kept``."""
        self.lines.say(f"{label} [{kept}]" if kept else label)
        while True:
            typed = clean_line(self._text())
            if len(typed) <= LONGEST_LINE:
                return typed or kept
            self.lines.say(
                _("This line is too long. Use {most} characters at most.").format(most=LONGEST_LINE)
            )

    def path(self, label: str, kept: str = "") -> Path:
        """Return a place as it was typed; an empty line keeps ``kept``."""
        self.lines.say(f"{label} [{kept}]" if kept else label)
        return from_home(self._text(read_path).strip() or kept)

    def choice(self, label: str, options: Mapping[_Key, str], kept: object = None) -> _Key:
        """Return the key of one of the options; an empty line keeps ``kept``, where that is one."""
        keys = list(options)
        labels = [numbered(number, words) for number, words in enumerate(options.values(), 1)]
        standing = next((place for place, key in enumerate(keys) if key == kept), None)
        self.lines.say(label if standing is None else f"{label} [{labels[standing]}]", *labels)
        while True:
            typed = self._text()
            number = read_number(typed)
            if number is not None and 1 <= number <= len(keys):
                return keys[number - 1]
            if standing is not None and not typed.strip():
                return keys[standing]
            self.lines.say(_("Type one of the numbers."))

    def yes(self, label: str, *, kept: bool) -> bool:
        """Return whether it is so."""
        return self.choice(label, {True: _("yes"), False: _("no")}, kept)

    def _text(self, read: Callable[[str], Entered] = read_entered) -> str:
        """Return what is typed next; commands are done here. ``read`` tells them from text."""
        while True:
            entered = read(self.lines.read())
            match entered:
                case Command("t"):
                    raise Back
                case Command():
                    self.lines.say(
                        _("Type an answer and press Enter. Enter alone keeps what stands there."),
                        _("/t: back"),
                    )
                case text:
                    return text
