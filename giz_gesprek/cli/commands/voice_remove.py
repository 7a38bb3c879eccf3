"""``giz-gesprek voice remove``: an added voice out of the folder of the program."""

from __future__ import annotations

import click

from giz_gesprek.cli.translated import argument, command
from giz_gesprek.errors import InputError, OutputError
from giz_gesprek.i18n import N_, _


@command(
    "remove",
    help=N_("Remove the added voice NAME. Families that had it hear the voice of the program."),
)
@argument("name", metavar="NAME")
def remove(name: str) -> None:
    """Remove it, or say that there is none."""
    from giz_gesprek.speech.added import remove as remove_voice

    try:
        was_there = remove_voice(name)
    except OSError:
        raise OutputError(
            _("The voice is still in use. Close giz-gesprek in every window, and try again.")
        ) from None
    if not was_there:
        raise InputError(
            _("No voice of this name was added. See which there are: giz-gesprek voice list")
        )
    click.echo(_("The voice was removed. Who had chosen it hears the voice of the program."))
