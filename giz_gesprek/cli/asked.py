"""A question that a command asks before it does something that cannot be missed."""

from __future__ import annotations

import sys

import click

from giz_gesprek.errors import InputError
from giz_gesprek.i18n import _
from giz_gesprek.system import is_terminal


def is_wanted(question: str, nobody: str) -> bool:
    """Tell whether yes was typed.

    Raises:
        InputError: standard input is no terminal; ``nobody`` is what is said then.

    """
    return typed_line(question, nobody).casefold() == _("yes")


def typed_line(question: str, nobody: str) -> str:
    """Return what was typed, without spaces around it; raises as :func:`is_wanted` does."""
    if not is_terminal(sys.stdin):
        raise InputError(nobody)
    return str(click.prompt(question)).strip()
