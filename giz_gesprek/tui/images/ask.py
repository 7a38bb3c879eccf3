"""Asks the terminal once whether it can show images, before the app takes over.

Takes a tenth of a second at most, for a terminal that never answers. What comes later than that is
left out of the keys by whoever reads them: ``support.without_answers``.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from typing import Final

from giz_gesprek.system import is_terminal
from giz_gesprek.tui.images.support import (
    QUESTION,
    Asked,
    is_last,
    understood,
    without_answers,
)

SECONDS: Final = 0.09
"""How long a terminal may take for all its answers: with what goes around it, a tenth."""

_INSIDE: Final = ("TMUX", "STY", "ZELLIJ")
_PLAIN: Final = ("dumb", "linux", "screen", "tmux")


def ask_terminal(environment: Mapping[str, str]) -> Asked:
    """Ask, unless it is known that there are no images: inside tmux, without colour, on a pipe."""
    dots = _has_dots(environment)
    if not _may_be_asked(environment):
        return Asked(dots=dots)
    try:
        if sys.platform == "win32":
            from giz_gesprek.tui.images.ask_windows import exchange
        else:
            from giz_gesprek.tui.images.ask_posix import exchange
        answer, cell = exchange(QUESTION, is_last, time.monotonic() + SECONDS)
    except (OSError, ValueError):
        return Asked(dots=dots)
    typed, begun = without_answers(answer)
    # What has begun is an answer or somebody's keys: who reads on can tell.
    return Asked(understood(answer, cell), typed + begun, was_asked=True, dots=dots)


def _has_dots(environment: Mapping[str, str]) -> bool:
    """Tell whether braille can be shown: not on a bare console, or an old one of Windows."""
    if sys.platform == "win32":
        return any(environment.get(name) for name in ("WT_SESSION", "TERM_PROGRAM", "TERM"))
    return environment.get("TERM") != "linux"


def _may_be_asked(environment: Mapping[str, str]) -> bool:
    kind = environment.get("TERM", "")
    if sys.platform != "win32" and (not kind or kind.startswith(_PLAIN)):
        return False
    if any(environment.get(name) for name in (*_INSIDE, "NO_COLOR")):
        return False
    if environment.get("TERM_PROGRAM") == "Apple_Terminal":
        return False
    return all(map(is_terminal, (sys.stdin, sys.stdout, sys.stderr)))
