"""Where the passphrase comes from: a prompt, a file or an open descriptor; never an argument."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO, Final

import click

from giz_gesprek.cli.settings import Settings
from giz_gesprek.errors import InputError
from giz_gesprek.i18n import _

_LONGEST: Final = 4096


def given_passphrase(settings: Settings) -> str | None:
    """Return the passphrase of ``--passphrase-file`` or ``--passphrase-fd``, or None without them.

    Raises:
        InputError: it cannot be read, or is no text.

    """
    try:
        if settings.passphrase_file is not None:
            with settings.passphrase_file.open("rb") as file:
                return _first_line(file)
        if settings.passphrase_fd is not None:
            # A copy: the descriptor belongs to whoever started the program.
            with os.fdopen(os.dup(settings.passphrase_fd), "rb") as file:
                return _first_line(file)
    except (OSError, OverflowError) as error:
        sentence = _("The passphrase cannot be read. Check --passphrase-file or --passphrase-fd.")
        raise InputError(sentence) from error
    return None


def passphrase(settings: Settings) -> str:
    """Return the passphrase, asked for without showing it where no option gives it.

    Raises:
        InputError: it cannot be read, or there is nobody to ask.

    """
    given = given_passphrase(settings)
    if given is not None:
        return given
    refuse_without_keyboard()
    return str(click.prompt(_("Passphrase"), hide_input=True, err=True))


def refuse_without_keyboard() -> None:
    """Refuse to ask where nobody can answer.

    Raises:
        InputError: standard input is no terminal.

    """
    if not sys.stdin.isatty():
        sentence = _("Nobody can be asked for the passphrase here. Give it with --passphrase-file.")
        raise InputError(sentence)


def _first_line(file: BinaryIO) -> str:
    try:
        # Not as the program types it: an editor puts a byte order mark before the text, a line end
        # or a space behind it, and nobody sees them.
        line = file.readline(_LONGEST).decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        sentence = _("The passphrase is not UTF-8 text. Save its file as UTF-8.")
        raise InputError(sentence) from None
    if not line:
        raise InputError(_("The passphrase is empty. Put it on the first line."))
    return line
