"""``giz-gesprek content``: for who adds questions, texts or a language."""

from __future__ import annotations

import click

from giz_gesprek.cli.group import Entry, LazyGroup
from giz_gesprek.i18n import N_

CONTENT_COMMANDS = {
    "new-language": Entry(
        "giz_gesprek.cli.commands.content_new_language",
        "new_language",
        N_("Begin a language: files to fill in."),
    ),
    "missing": Entry(
        "giz_gesprek.cli.commands.content_missing",
        "missing",
        N_("List the texts that a language lacks."),
    ),
}


@click.group(
    cls=LazyGroup,
    table=CONTENT_COMMANDS,
    no_args_is_help=False,
    help=N_("Add a language, and see what it still lacks."),
)
def content() -> None:
    """Hold the commands; does nothing itself."""
