"""``giz-gesprek example``: an invented family, to try everything else with."""

from __future__ import annotations

import click

from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import command
from giz_gesprek.i18n import N_


@command("example", help=N_("Print an invented family as JSON, to try other commands with."))
@click.pass_obj
def example(settings: Settings) -> None:
    """Write the example dossier to standard output."""
    from giz_gesprek.cli.dossiers import example_data
    from giz_gesprek.export.files import STANDARD_OUTPUT, write_document

    write_document(example_data(settings.language), STANDARD_OUTPUT)
