"""Keeps late answers of the terminal out of the keys, and puts what was typed early before them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Final

from textual._xterm_parser import XTermParser

from giz_gesprek.tui.images.support import without_answers

if TYPE_CHECKING:
    from textual.message import Message

_PARSER: Final = XTermParser.__name__
_READING_KEYS: Final = ("textual.drivers.linux_driver", "textual.drivers.win32")
"""Where the drivers of Textual make their parser, by its name in that module."""


class KeysOnly(XTermParser):
    """Reads keys as Textual does, without the answers to ``images.support.QUESTION``."""

    def __init__(self, early: str, debug: bool = False) -> None:  # noqa: FBT001, FBT002 - as above
        super().__init__(debug)
        self._early = early
        self._begun = ""

    def feed(self, data: str) -> Iterable[Message]:
        """Take what came in; nothing means the end."""
        if not data:
            yield from super().feed(data)
            return
        keys, self._begun = without_answers(self._early + self._begun + data)
        self._early = ""
        if keys:
            yield from super().feed(keys)

    def tick(self) -> Iterable[Message]:
        """Take what was typed early, also when nothing follows."""
        if self._early:
            early, self._early = self._early, ""
            yield from self.feed(early)
        yield from super().tick()


def read_keys_only(early: str) -> None:
    """Let the driver that is made next leave answers out; ``early`` was typed before."""
    for name in _READING_KEYS:
        module = sys.modules.get(name)
        if module is not None:
            setattr(module, _PARSER, partial(KeysOnly, early))
