"""Whether a terminal shows what is typed. Off until somebody is asked for something.

A passphrase that is typed before it is asked for would stand on the screen, and stay in what can be
scrolled back to. Where there is no terminal, or it shows only what is asked for (Windows), nothing
is done.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from giz_gesprek import system

_before: list[Any] | None = None
"""How the terminal of standard input was before it was told to show nothing; None shows."""


def hide() -> None:
    """Show nothing of what is typed from now on; again is harmless."""
    global _before  # noqa: PLW0603 - there is one terminal
    _before = system.hide_typing() or _before


def show() -> None:
    """Show what is typed, if it was before; again is harmless."""
    global _before
    before, _before = _before, None
    if before is not None:
        system.show_typing(before)


@contextmanager
def shown() -> Iterator[None]:
    """Show what is typed inside, and after it as before."""
    was_hidden = _before is not None
    show()
    try:
        yield
    finally:
        if was_hidden:
            hide()


@contextmanager
def hidden() -> Iterator[None]:
    """Show nothing of what is typed inside, and after it as before, whatever ends it."""
    was_hidden = _before is not None
    hide()
    try:
        yield
    finally:
        if not was_hidden:
            show()
