"""Whether a terminal shows what is typed. Off until somebody is asked for something.

A passphrase that is typed before it is asked for would stand on the screen, and stay in what can be
scrolled back to. Where there is no terminal, or it shows only what is asked for (Windows), nothing
is done.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

_LOCAL_MODES: Final = 3

_before: list[Any] | None = None
"""How the terminal of standard input was before it was told to show nothing; None shows."""


def hide() -> None:
    """Show nothing of what is typed from now on; again is harmless."""
    global _before  # noqa: PLW0603 - there is one terminal
    with suppress(ImportError, AttributeError, OSError, ValueError):
        import termios

        # An error of termios is no OSError.
        with suppress(termios.error):
            now = termios.tcgetattr(sys.stdin.fileno())
            if now[_LOCAL_MODES] & termios.ECHO:
                hidden = [*now[:_LOCAL_MODES], now[_LOCAL_MODES] & ~termios.ECHO, *now[4:]]
                termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, hidden)
                _before = now


def show() -> None:
    """Show what is typed, if it was before; again is harmless."""
    global _before
    before, _before = _before, None
    if before is not None:
        import termios

        with suppress(OSError, ValueError, termios.error):
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, before)


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
