"""``giz-gesprek restore``: a backup in its place, after telling what is in it."""

from __future__ import annotations

from pathlib import Path

import click

from giz_gesprek.cli.asked import is_wanted
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import argument, command, option
from giz_gesprek.i18n import N_, _


@command(
    "restore",
    help=N_(
        "Put back the backup PATH. It is read to its end first, and what is in it is shown. The"
        " families that are here now are kept beside it, under another name."
    ),
)
@argument("path", metavar="PATH")
@option(
    "--file-passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=N_(
        "Read the passphrase of the backup from the first line of this file; by default it is that"
        " of --passphrase-file, or it is asked."
    ),
)
@option("--yes", is_flag=True, help=N_("Put it back without asking."))
@click.pass_obj
def restore(settings: Settings, path: str, *, file_passphrase_file: Path | None, yes: bool) -> None:
    """Tell what the backup holds, ask, and put it back."""
    from giz_gesprek.cli.passphrase import given_passphrase, passphrase_of_backup
    from giz_gesprek.session.clock import utc_now
    from giz_gesprek.session.places import remember_opened
    from giz_gesprek.session.whole_file import look, restore_closed

    given = None if file_passphrase_file is not None else given_passphrase(settings)
    passphrase = passphrase_of_backup(file_passphrase_file) if given is None else given
    click.echo("\n".join(look(path, passphrase)))
    if not yes and not is_wanted(
        _("Put this backup back? Type yes or no"),
        _("Nobody can be asked here. Add --yes to put the backup back."),
    ):
        click.echo(_("Nothing was changed."))
        return
    click.echo(restore_closed(path, settings.store_path, passphrase, utc_now()))
    remember_opened(settings.store_path)
