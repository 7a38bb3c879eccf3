"""What the error codes of SQLite mean, as errors of the store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from giz_gesprek.errors import (
    AlreadyOpen,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreUnwritable,
    WrongPassphrase,
)
from giz_gesprek.i18n import _

# Primary result codes, https://sqlite.org/rescode.html. What is not here (a constraint, a
# statement with a mistake in it) is an error in this program, and stays what it is.
_MEANINGS: Final[dict[int, type[StoreError]]] = {
    3: StoreUnwritable,  # SQLITE_PERM
    5: AlreadyOpen,  # SQLITE_BUSY
    6: AlreadyOpen,  # SQLITE_LOCKED
    8: StoreUnwritable,  # SQLITE_READONLY
    11: StoreDamaged,  # SQLITE_CORRUPT
    13: StoreFull,  # SQLITE_FULL
    14: StoreUnwritable,  # SQLITE_CANTOPEN
    23: StoreUnwritable,  # SQLITE_AUTH
    26: WrongPassphrase,  # SQLITE_NOTADB
}


_DISK_ERROR: Final = 10  # SQLITE_IOERR


@contextmanager
def sqlite_in_plain_words(failure: type[Exception]) -> Iterator[None]:
    """Let a ``failure`` of SQLite be an error of the store.

    Raises:
        StoreError: as its subclasses tell.

    """
    try:
        yield
    except failure as error:
        # The primary code is the low byte of an extended one.
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == _DISK_ERROR:
            sentence = _(
                "The disk with the families does not answer, so this was not saved."
                " Check that it is still connected, and start giz-gesprek again."
            )
            raise StoreUnwritable(sentence) from error
        if code in _MEANINGS:
            raise _MEANINGS[code] from error
        raise
