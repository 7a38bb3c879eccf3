"""What the options before the command chose; commands get it with ``@click.pass_obj``."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from giz_gesprek.errors import InputError
from giz_gesprek.i18n import _
from giz_gesprek.paths import NoHome, default_store_path


class Settings(NamedTuple):
    """The store and how to open it.

    Attributes:
        store: the file that ``--store`` names, or None for the usual place.
        passphrase_file: whose first line is the passphrase.
        passphrase_fd: an open file descriptor to read the passphrase from.
        language: of messages and of the professional's screens.
        content: a folder that is laid over the program's questions and texts, or None.

    """

    store: Path | None
    passphrase_file: Path | None
    passphrase_fd: int | None
    language: str
    content: Path | None = None

    @property
    def store_path(self) -> Path:
        """Return the file with families, from the root of its disk.

        Raises:
            InputError: its place is told from the current folder, and somebody removed that.
            StoreNoFile: something else than a file is there.

        """
        try:
            path = self.store or default_store_path()
        except NoHome as error:
            raise InputError(
                _("This computer knows no home folder of yours. Give the file with --store.")
            ) from error
        try:
            path = path.absolute()
        except OSError as error:
            raise InputError(
                _("The folder that you are in is gone. Go to another folder and try again.")
            ) from error
        from giz_gesprek.store import refuse_no_file  # nothing of a file is needed for help

        refuse_no_file(path)
        return path
