"""``giz-gesprek import``: take over a family from a file, after telling what is in it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from giz_gesprek.cli.asked import is_wanted
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import argument, command, option
from giz_gesprek.errors import InputError
from giz_gesprek.i18n import N_, _

if TYPE_CHECKING:
    from giz_gesprek.conversation.dossier import Dossier

_FIRST: Final = 4096
"""Bytes of a file that tell whether it is text; none of an encrypted one are."""
_ORDINARY: Final = frozenset((0, *b"\t\n\r", *range(0x20, 0x7F)))
"""Bytes of our letters and signs, in UTF-16 with a null beside each."""
_MOSTLY: Final = 0.7
"""Of the bytes of any text of ours; of an encrypted file four in ten are."""


@command(
    "import",
    help=N_(
        "Take over a family from FILE: an encrypted file that export --format giz made, or JSON."
        " What is in it is shown first. Nothing that is kept here is overwritten by something"
        " older."
    ),
)
@argument("file", metavar="FILE")
@option(
    "--file-passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="PATH",
    help=N_("Read the passphrase of FILE from the first line of this file."),
)
@option("--yes", is_flag=True, help=N_("Take it over without asking."))
@click.pass_obj
def import_family(
    settings: Settings, file: str, *, file_passphrase_file: Path | None, yes: bool
) -> None:
    """Tell what the file holds, ask, and keep it."""
    from giz_gesprek.cli.opened import opened
    from giz_gesprek.session.taking_over import incoming, take_over

    dossier, made_at = _read(file, file_passphrase_file)
    with opened(settings) as store:
        family = incoming(store, dossier, made_at)
        click.echo("\n".join((*family.holds, "", family.told)))
        if family.standing == "same":
            return
        if not family.can_be_taken:
            raise InputError(_("Nothing was taken over."))
        if not yes and not is_wanted(
            _("Take this family over? Type yes or no"),
            _("Nobody can be asked here. Add --yes to take the family over."),
        ):
            click.echo(_("Nothing was taken over."))
            return
        take_over(store, family, datetime.now(UTC))
    click.echo(_("The family is taken over."))


def _read(file: str, passphrase_file: Path | None) -> tuple[Dossier, datetime | None]:
    from giz_gesprek.cli.inputs import STANDARD_INPUT, read_input
    from giz_gesprek.cli.passphrase import passphrase_of_file
    from giz_gesprek.conversation.importing import LARGEST_DOCUMENT, read_dossier

    # Read once: a pipe cannot be read again.
    data = read_input(file, LARGEST_DOCUMENT + 1)
    if file == STANDARD_INPUT or _is_text(data[:_FIRST]):
        return read_dossier(data), None
    from giz_gesprek.store.family_file import opened as opened_file

    found = opened_file(Path(file), passphrase_of_file(passphrase_file))
    return found.dossier, found.made_at


def _is_text(data: bytes) -> bool:
    """Tell whether the beginning of a file is text, also in an encoding that has to be refused."""
    ordinary = sum(byte in _ORDINARY for byte in data)
    if ordinary >= len(data) * _MOSTLY:
        return True
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return error.start > len(data) - 4  # a letter takes four bytes at most
    return True
