"""What the surroundings of the app tell of its terminal, before that is asked anything itself."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Final, NamedTuple

from giz_gesprek.system import is_terminal

_INSIDE: Final = ("TMUX", "STY", "ZELLIJ")
_PLAIN: Final = ("dumb", "linux", "screen", "tmux")


class Terminal(NamedTuple):
    """Whether it may be asked if it shows images, and whether its letters have braille."""

    may_be_asked: bool = False
    dots: bool = True


def known_terminal(environment: Mapping[str, str]) -> Terminal:
    """Return what is known of the terminal of this process."""
    return Terminal(_may_be_asked(environment), _has_dots(environment))


def _has_dots(environment: Mapping[str, str]) -> bool:
    """Tell whether braille can be shown: not on a bare console, or an old one of Windows."""
    if sys.platform == "win32":
        return any(environment.get(name) for name in ("WT_SESSION", "TERM_PROGRAM", "TERM"))
    return environment.get("TERM") != "linux"


def _may_be_asked(environment: Mapping[str, str]) -> bool:
    """Tell whether there can be images: not inside tmux, without colour, or on a pipe."""
    kind = environment.get("TERM", "")
    if sys.platform != "win32" and (not kind or kind.startswith(_PLAIN)):
        return False
    if any(environment.get(name) for name in (*_INSIDE, "NO_COLOR")):
        return False
    if environment.get("TERM_PROGRAM") == "Apple_Terminal":
        return False
    return all(map(is_terminal, (sys.stdin, sys.stdout, sys.stderr)))
