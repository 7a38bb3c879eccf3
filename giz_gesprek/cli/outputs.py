"""Files that no document may take the place of, whatever ``--force`` says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from giz_gesprek.errors import InputError
from giz_gesprek.files import is_there
from giz_gesprek.i18n import _

if TYPE_CHECKING:
    from giz_gesprek.cli.settings import Settings


def refuse_own_files(output: str, settings: Settings, source: str | None = None) -> None:
    """Refuse to write over the file with families, or over ``source``, which is read.

    Raises:
        InputError: ``output`` is one of them, by whatever name.

    """
    if source is not None and _is_same(output, source):
        raise InputError(
            _("This is the file that is read. Give another name for the document with --output.")
        )
    if is_there(Path(output)) and _is_same(output, settings.store_path):
        raise InputError(
            _("This is the file with families. Give another name for the document with --output.")
        )


def _is_same(one: str, other: str | Path) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):  # one of them is not there
        return False
