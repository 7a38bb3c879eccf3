"""What a typed line is: a command, or text.

Owns the signs. Must not know what a command does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

SLASH: Final = "/"
DOT: Final = "."
"""Alone on a line: begins and ends several lines of own words."""

_LONGEST_NUMBER: Final = 3
_BESIDE_A_PATH: Final = frozenset({"help", "n", "q", "t"})
"""The commands that are known where a path is asked: any other slash begins a path."""


@dataclass(frozen=True)
class Command:
    """Something to do: what stands behind the slash, in small letters."""

    name: str


Entered: TypeAlias = Command | str


def numbered(number: int, label: str) -> str:
    """Return a label behind the number that chooses it."""
    return f"{number}. {label}"


def read_entered(line: str) -> Entered:
    """Return the command in ``line``, or its text; two slashes are text that begins with one."""
    if line.startswith(SLASH * 2):
        return line[1:]
    if line.startswith(SLASH):
        return Command(line[1:].strip().casefold())
    return line


def read_path(line: str) -> Entered:
    """Return a path as it was typed, or one of the few commands that are known beside it."""
    name = line.removeprefix(SLASH).strip().casefold()
    return Command(name) if line.startswith(SLASH) and name in _BESIDE_A_PATH else line


def read_number(text: str) -> int | None:
    """Return the number that was typed, or None; only plain digits are one."""
    text = text.strip()
    # int() alone would also take signs, other digits and endless ones.
    is_number = text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER
    return int(text) if is_number else None
