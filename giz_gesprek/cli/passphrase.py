"""Where the passphrase comes from: a prompt, a file or an open descriptor; never an argument."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from pathlib import Path
from typing import BinaryIO, Final

import click

from giz_gesprek.cli.settings import Settings
from giz_gesprek.errors import InputError
from giz_gesprek.i18n import _
from giz_gesprek.system import is_terminal

_LONGEST: Final = 4096
_NO_TEXT: Final = "\0"


def given_passphrase(settings: Settings) -> str | None:
    """Return the passphrase of ``--passphrase-file`` or ``--passphrase-fd``, or None without them.

    Raises:
        InputError: it cannot be read, or is no text.

    """
    try:
        if settings.passphrase_file is not None:
            return _in_file(settings.passphrase_file)
        if settings.passphrase_fd is not None:
            # A copy: the descriptor belongs to whoever started the program.
            with os.fdopen(os.dup(settings.passphrase_fd), "rb") as file:
                return _first_line(file)
    except (OSError, OverflowError) as error:
        sentence = _("The passphrase cannot be read. Check --passphrase-file or --passphrase-fd.")
        raise InputError(sentence) from error
    return None


def passphrase_of_file(given: Path | None, *, new: bool = False, own: Collection[str] = ()) -> str:
    """Return the passphrase of a file of one family, asked for where ``given`` is None.

    One that is ``new`` is asked for twice, and may not lean on ``own``, names in the family.

    Raises:
        InputError: it cannot be read, or there is nobody to ask.

    """
    return _given_or_typed(
        given, _("Passphrase of the file"), "--file-passphrase-file", new=new, own=own
    )


def passphrase_of_backup(given: Path | None) -> str:
    """Return the passphrase of a backup, asked for where ``given`` is None.

    Raises:
        InputError: it cannot be read, or there is nobody to ask.

    """
    return _given_or_typed(given, _("Passphrase of the backup"), "--file-passphrase-file")


def new_passphrase(given: Path | None, own: Collection[str]) -> str:
    """Return the new passphrase of the store, asked for twice where ``given`` is None.

    What is typed may not lean on ``own``, texts about the professional.

    Raises:
        InputError: it cannot be read, or there is nobody to ask.

    """
    return _given_or_typed(given, _("New passphrase"), "--new-passphrase-file", new=True, own=own)


def _given_or_typed(
    given: Path | None, label: str, option: str, *, new: bool = False, own: Collection[str] = ()
) -> str:
    if given is not None:
        try:
            return _in_file(given)
        except OSError as error:
            sentence = _("The passphrase of the file cannot be read. Check {option}.")
            raise InputError(sentence.format(option=option)) from error
    if not is_terminal(sys.stdin):
        sentence = _("Nobody can be asked for this passphrase here. Give it with {option}.")
        raise InputError(sentence.format(option=option))
    typed = _typed(label)
    if not new:
        return typed
    from giz_gesprek.session.passphrase_advice import advice_on  # seldom: most are not new

    if advice := advice_on(typed, own):
        raise InputError(advice)
    if _typed(_("The same passphrase again")) != typed:
        raise InputError(_("The two are not the same. Start again."))
    return typed


def _typed(label: str) -> str:
    return str(click.prompt(label, hide_input=True, err=True))


def passphrase(settings: Settings) -> str:
    """Return the passphrase, asked for without showing it where no option gives it.

    Raises:
        InputError: it cannot be read, or there is nobody to ask.

    """
    given = given_passphrase(settings)
    if given is not None:
        return given
    refuse_without_keyboard()
    return _typed(_("Passphrase"))


def refuse_without_keyboard() -> None:
    """Refuse to ask where nobody can answer.

    Raises:
        InputError: standard input is no terminal.

    """
    if not is_terminal(sys.stdin):
        sentence = _("Nobody can be asked for the passphrase here. Give it with --passphrase-file.")
        raise InputError(sentence)


def _in_file(path: Path) -> str:
    with path.open("rb") as file:
        return _first_line(file)


def _first_line(file: BinaryIO) -> str:
    try:
        # The text alone: the store leaves out what stands around it, as of what is typed.
        line = file.readline(_LONGEST).decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        line = _NO_TEXT
    if _NO_TEXT in line:
        # As UTF-16 every other byte is one: an editor's "Unicode", or > of a PowerShell.
        raise InputError(_("The passphrase is not UTF-8 text. Save its file as UTF-8."))
    if not line.strip():
        raise InputError(_("The passphrase is empty. Put it on the first line."))
    return line
