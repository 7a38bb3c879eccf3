"""What somebody gives a command to read: a file or standard input, refused in one sentence."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from giz_gesprek.decoding import NoText, text_of
from giz_gesprek.errors import InputError
from giz_gesprek.files import Refusal, is_folder, refusal
from giz_gesprek.i18n import N_, _

STANDARD_INPUT: Final = "-"
LARGEST_TEXT: Final = 5_000_000
"""Bytes; a thousand pages."""

_SENTENCES: Final[Mapping[Refusal, str]] = {
    "missing": N_("There is no file at {path}. Check the name."),
    "a_folder": N_("{path} is a folder. Give the name of a file."),
    "in_use": N_("Another program has {path} open. Close it there and try again."),
    "not_allowed": N_("{path} may not be read. Check the rights of the file."),
}


def read_input(source: str, most: int = -1) -> bytes:
    """Return what is in the file ``source``, or on standard input for ``-``; at ``most`` so much.

    Raises:
        InputError: it cannot be read.

    """
    try:
        if source == STANDARD_INPUT:
            return sys.stdin.buffer.read(most)
        with Path(source).open("rb") as file:
            return file.read(most)
    except (OSError, ValueError) as error:
        # ValueError: a null character in the name.
        # Windows says of a folder that it may not be read.
        why = "a_folder" if is_folder(Path(source)) else refusal(error)
        sentence = _SENTENCES.get(why, N_("{path} cannot be read."))
        raise InputError(_(sentence).format(path=input_name(source))) from error


def read_text(source: str) -> str:
    """Return the text in the file ``source``, or on standard input for ``-``.

    Raises:
        InputError: it cannot be read, is too large, or is no text in UTF-8.

    """
    data = read_input(source, LARGEST_TEXT + 1)
    if len(data) > LARGEST_TEXT:
        sentence = _("{path} is larger than 5 MB. Choose a smaller file.")
        raise InputError(sentence.format(path=input_name(source)))
    try:
        return text_of(data)
    except NoText as problem:
        sentence = (
            _("{path} is UTF-16 and no UTF-8. Save the file as UTF-8.")
            if problem.cause == "utf-16"
            else _("Line {line} of {path} is no text in UTF-8. Save the file as UTF-8.")
        )
        told = sentence.format(path=input_name(source), line=problem.line)
        raise InputError(told) from None


def input_name(source: str) -> str:
    """Return what messages call ``source``."""
    return _("Standard input") if source == STANDARD_INPUT else source
