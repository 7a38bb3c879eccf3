"""How wide a help text is: as click counts it, without what that loads to copy files."""

from __future__ import annotations

import os
import sys
from typing import Final

_WIDEST: Final = 80
_NARROWEST: Final = 50
_MARGIN: Final = 2


def help_width() -> int:
    """Return the columns of a help text in this terminal, or for a pipe.

    Click asks ``shutil``, which loads four ways of packing files: 2 of the 40 ms of ``--help``.
    """
    return max(min(_columns() or _WIDEST, _WIDEST) - _MARGIN, _NARROWEST)


def _columns() -> int:
    told = os.environ.get("COLUMNS", "")
    if told.isascii() and told.isdigit() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else 0
    except (OSError, ValueError, AttributeError):
        return 0
