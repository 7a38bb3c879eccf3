"""``giz-gesprek passphrase``: another passphrase for the file with families."""

from __future__ import annotations

from pathlib import Path

import click

from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import command, option
from giz_gesprek.i18n import N_


@command(
    "passphrase",
    help=N_(
        "Change the passphrase of your file: the one of now is asked once, the new one twice."
        " Backups that were made before keep the old one."
    ),
)
@option(
    "--new-passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=N_("Read the new passphrase from the first line of this file."),
)
@click.pass_obj
def passphrase(settings: Settings, *, new_passphrase_file: Path | None) -> None:
    """Open the file, ask for the new passphrase, and put the file under it."""
    from giz_gesprek.cli.opened import opened
    from giz_gesprek.cli.passphrase import new_passphrase
    from giz_gesprek.cli.passphrase import passphrase as used_passphrase
    from giz_gesprek.session.clock import utc_now
    from giz_gesprek.session.whole_file import WholeFile

    used = used_passphrase(settings)
    with opened(settings, used) as store:
        file = WholeFile(store, utc_now)
        new = new_passphrase(new_passphrase_file, file.about_me())
        told = file.change_passphrase(used, new)
    click.echo(told)
