"""A document on the disk or on standard output: whole or not at all, readable by its owner only."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from giz_gesprek.errors import OutputError
from giz_gesprek.i18n import N_, _

STANDARD_OUTPUT: Final = "-"

_SENTENCES: Final = {
    errno.ENOSPC: N_("The disk is full, so the document was not written. Make room and try again."),
    errno.EDQUOT: N_("The disk is full, so the document was not written. Make room and try again."),
    errno.EROFS: N_("This folder may not be written. Choose another place with --output."),
    errno.EACCES: N_("This folder may not be written. Choose another place with --output."),
    errno.EPERM: N_("This folder may not be written. Choose another place with --output."),
    errno.ENOENT: N_(
        "This folder does not exist. Make it first, or choose another place with --output."
    ),
    errno.ENOTDIR: N_(
        "This folder does not exist. Make it first, or choose another place with --output."
    ),
    errno.ENAMETOOLONG: N_("This file name is too long. Choose a shorter one with --output."),
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
        _write_beside(path, data, force=force)


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
            raise FileExistsError(errno.EEXIST, "")
        if not path.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, "")


@contextmanager
def _told() -> Iterator[None]:
    """Tell in a sentence what the system refuses."""
    try:
        yield
    except FileExistsError as error:
        sentence = _("There is a file of this name already. Choose another name, or add --force.")
        raise OutputError(sentence) from error
    except (OSError, ValueError) as error:
        # ValueError: a null character in the name.
        sentence = _SENTENCES.get(getattr(error, "errno", None) or 0, OutputError.default_sentence)
        raise OutputError(_(sentence)) from error


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
    except BrokenPipeError:
        raise  # the reader has seen enough
    except OSError as error:
        _drop_rest()
        sentence = _SENTENCES.get(error.errno or 0, OutputError.default_sentence)
        raise OutputError(_(sentence)) from error


def _drop_rest() -> None:
    """Let what is still buffered go nowhere: Python would try once more at its end."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_beside(path: Path, data: bytes, *, force: bool) -> None:
    if not force and os.path.lexists(path):
        raise _exists(path)
    # mkstemp makes the file 0600, and in the same folder a rename cannot be half done.
    descriptor, name = tempfile.mkstemp(prefix=".giz-", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _put_in_place(Path(name), path, force=force)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()
    _keep_folder(path.parent)


def _put_in_place(written: Path, path: Path, *, force: bool) -> None:
    if force:
        written.replace(path)
        return
    try:
        # Unlike a rename, a link refuses a file that came into being since we looked.
        os.link(written, path)
    except FileExistsError:
        raise
    except OSError:  # a memory stick knows no links
        if os.path.lexists(path):
            raise _exists(path) from None
        written.replace(path)


def _exists(path: Path) -> FileExistsError:
    return FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


def _keep_folder(folder: Path) -> None:
    """Let the new name survive a power cut, where the system can do that for a folder."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
