"""``giz-gesprek backup``: everything in one encrypted file, on a stick or another disk."""

from __future__ import annotations

import click

from giz_gesprek.cli.outputs import force_option
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import argument, command
from giz_gesprek.errors import AlreadyOpen
from giz_gesprek.i18n import N_, _


@command(
    "backup",
    help=N_(
        "Make a backup of all families at PATH, a folder such as that of a stick, or a file. It is"
        " encrypted with your passphrase of now, and it was opened and read before it is called"
        " made."
    ),
)
@argument("path", metavar="PATH")
@force_option
@click.pass_obj
def backup(settings: Settings, path: str, *, force: bool) -> None:
    """Make the backup, and say where it is."""
    from giz_gesprek.cli.opened import opened
    from giz_gesprek.session.clock import utc_now
    from giz_gesprek.session.whole_file import WholeFile

    try:
        with opened(settings) as store:
            told = WholeFile(store, utc_now).back_up(path, force=force)
    except AlreadyOpen as error:
        raise AlreadyOpen(
            _(
                "The families are already open in another window. Make the backup there, under"
                " Settings, or close that window first."
            )
        ) from error
    click.echo(told)
