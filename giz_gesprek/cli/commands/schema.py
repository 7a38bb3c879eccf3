"""``giz-gesprek schema``: what a dossier looks like, for whoever reads or writes one."""

from __future__ import annotations

import json

import click

from giz_gesprek.cli.outputs import output_options, write_output
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import command
from giz_gesprek.i18n import N_


@command("schema", help=N_("Print the JSON Schema of a family and its conversations."))
@output_options
@click.pass_obj
def schema(settings: Settings, output: str, *, force: bool) -> None:
    """Write the JSON Schema of a dossier."""
    from giz_gesprek.conversation.dossier import Dossier

    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Dossier.model_json_schema(),
    }
    text = f"{json.dumps(described, indent=2, ensure_ascii=False)}\n"
    write_output(text, output, settings, force=force)
