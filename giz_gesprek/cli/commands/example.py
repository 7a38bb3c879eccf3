"""``giz-gesprek example``: an invented family, to try everything else with."""

from __future__ import annotations

import click

from giz_gesprek.cli.outputs import output_options, write_output
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import command
from giz_gesprek.i18n import N_


@command("example", help=N_("Print an invented family as JSON, to try other commands with."))
@output_options
@click.pass_obj
def example(settings: Settings, output: str, *, force: bool) -> None:
    """Write the example dossier."""
    from giz_gesprek.cli.dossiers import example_data

    write_output(example_data(settings.language), output, settings, force=force)
