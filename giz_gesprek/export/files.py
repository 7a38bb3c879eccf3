"""A document on the disk or on standard output: whole or not at all, readable by its owner only."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from giz_gesprek.errors import OutputError
from giz_gesprek.files import Refusal, refusal, write_file
from giz_gesprek.i18n import N_, _
from giz_gesprek.system import reader_has_gone

STANDARD_OUTPUT: Final = "-"

_SENTENCES: Final[Mapping[Refusal, str]] = {
    "no_room": N_("The disk is full, so the document was not written. Make room and try again."),
    "not_allowed": N_("This folder may not be written. Choose another place with --output."),
    "in_use": N_(
        "Another program has a file of this name open. Close it there and try again, or choose"
        " another name."
    ),
    "missing": N_(
        "This folder does not exist. Make it first, or choose another place with --output."
    ),
    "exists": N_("There is a file of this name already. Choose another name, or add --force."),
    "name_too_long": N_("This file name is too long. Choose a shorter one with --output."),
}


def write_document(content: str | bytes, output: str, *, force: bool = False) -> None:
    """Write a document to the file ``output``, or to standard output for ``-``.

    The file appears under its name when it is complete, never before, and only its owner can
    read it. ``force`` replaces a file that is there already.

    Raises:
        OutputError: it cannot be written; whatever stood there stays as it was. Where the system
            refused it, the ``OSError`` is its cause.

    """
    data = content.encode() if isinstance(content, str) else content
    if output == STANDARD_OUTPUT:
        _to_standard_output(data)
        return
    path = Path(output)
    with _told():
        _refuse_odd_places(path)
        write_file(path, data, replace=force)


def check_place(output: str, *, force: bool = False) -> None:
    """Tell before a document is made what ``write_document`` would tell after it.

    For what takes long to make. It looks only: that a disk is full shows when it is written.

    Raises:
        OutputError: what stands there now, or the folder, would be refused.

    """
    if output == STANDARD_OUTPUT:
        return
    path = Path(output)
    with _told():
        _refuse_odd_places(path)
        if not force and os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        if not path.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))


def drop_standard_output() -> None:
    """Let what is still buffered go nowhere: Python would try once more at its end."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _told() -> Iterator[None]:
    """Tell in a sentence what the system refuses."""
    try:
        yield
    except (OSError, ValueError) as error:
        # ValueError: a null character in the name.
        raise _refused(error) from error


def _refused(error: Exception) -> OutputError:
    return OutputError(_(_SENTENCES.get(refusal(error), OutputError.default_sentence)))


def _refuse_odd_places(path: Path) -> None:
    if path.is_dir():
        raise OutputError(_("This is a folder. Give the name of a file in it with --output."))
    if path.exists() and not path.is_file():
        # A device or a pipe: --force would put a file in its place.
        raise OutputError(_("This is not an ordinary file. Choose another name with --output."))


def _to_standard_output(data: bytes) -> None:
    # Bytes: a paper is UTF-8, whatever the terminal is set to.
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        if reader_has_gone(error):
            raise  # it has seen enough
        drop_standard_output()
        raise _refused(error) from error
