"""Where what a command writes goes, and which files it may never take the place of.

A shell can put what is shown in a file as well; but the one of Windows makes other text of it on
the way, so that every command whose output is meant for a file has ``--output``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from giz_gesprek.cli.translated import option
from giz_gesprek.errors import InputError
from giz_gesprek.export.files import STANDARD_OUTPUT, write_document
from giz_gesprek.files import is_there
from giz_gesprek.i18n import N_, _

if TYPE_CHECKING:
    from giz_gesprek.cli.settings import Settings


force_option = option("--force", is_flag=True, help=N_("Replace the file if it is there already."))
"""Gives a command ``--force``."""


def file_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--output``, without which it makes nothing, and ``--force``."""
    to = option(
        "--output",
        required=True,
        metavar="FILE",
        help=N_("The file to write; - is standard output."),
    )
    return to(force_option(command))  # type: ignore[no-any-return] # what click decorates with is Any


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--output``, by default standard output, and ``--force``."""
    to = option(
        "--output",
        default=STANDARD_OUTPUT,
        metavar="FILE",
        help=N_("The file to write; by default it is shown."),
    )
    return to(force_option(command))  # type: ignore[no-any-return] # what click decorates with is Any


def write_output(
    content: str | bytes, output: str, settings: Settings, *, force: bool = False
) -> None:
    """Write what a command made, where its ``output_options`` say.

    Raises:
        InputError: ``output`` is the file with families.
        OutputError: it cannot be written there.

    """
    refuse_own_files(output, settings)
    write_document(content, output, force=force)


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
