"""``giz-gesprek voice``: the voices that the user added."""

from __future__ import annotations

import click

from giz_gesprek.cli.group import Entry, LazyGroup
from giz_gesprek.i18n import N_

VOICE_COMMANDS = {
    "add": Entry("giz_gesprek.cli.commands.voice_add", "add", N_("Add a voice from a file.")),
    "list": Entry("giz_gesprek.cli.commands.voice_list", "list_voices", N_("List the voices.")),
    "remove": Entry(
        "giz_gesprek.cli.commands.voice_remove", "remove", N_("Remove a voice that was added.")
    ),
}


@click.group(
    cls=LazyGroup,
    table=VOICE_COMMANDS,
    no_args_is_help=False,
    help=N_("Add a voice that sounds more like a person, or remove it."),
)
def voice() -> None:
    """Hold the commands; does nothing itself."""
