"""``giz-gesprek wipe``: everything that is kept on this computer, gone for good."""

from __future__ import annotations

import click

from giz_gesprek.cli.asked import is_wanted, typed_line
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import command, option
from giz_gesprek.errors import InputError
from giz_gesprek.i18n import N_, _


@command(
    "wipe",
    help=N_(
        "Delete everything for good: all families, and your own details. It is asked twice."
        " Backups, papers and copies elsewhere are not reached."
    ),
)
@option("--yes", is_flag=True, help=N_("Delete everything without asking."))
@click.pass_obj
def wipe(settings: Settings, *, yes: bool) -> None:
    """Ask twice, delete, and write the receipt."""
    from giz_gesprek.cli.passphrase import given_passphrase
    from giz_gesprek.session.clock import utc_now
    from giz_gesprek.session.whole_file import wipe_closed
    from giz_gesprek.session.whole_file_words import wipe_explanation

    # Not needed to delete. With it, a copy elsewhere is known for one of this file.
    passphrase = given_passphrase(settings)
    if not yes:
        click.echo(wipe_explanation(), err=True)
        click.echo(str(settings.store_path), err=True)
        if not _is_sure():
            raise InputError(_("Nothing was deleted."))
    click.echo(wipe_closed(settings.store_path, utc_now(), passphrase))


def _is_sure() -> bool:
    from giz_gesprek.session.whole_file_words import is_wipe_word, wipe_word

    nobody = _("Nobody can be asked here. Add --yes to delete everything.")
    if not is_wanted(_("Delete everything for good? Type yes or no"), nobody):
        return False
    question = _("To be sure, type: {words}").format(words=wipe_word())
    return is_wipe_word(typed_line(question, nobody))
