"""``giz-gesprek schema``: what a dossier looks like, for whoever reads or writes one."""

from __future__ import annotations

import json

from giz_gesprek.cli.translated import command
from giz_gesprek.i18n import N_


@command("schema", help=N_("Print the JSON Schema of a family and its conversations."))
def schema() -> None:
    """Write the JSON Schema of a dossier to standard output."""
    from giz_gesprek.conversation.dossier import Dossier
    from giz_gesprek.export.files import STANDARD_OUTPUT, write_document

    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Dossier.model_json_schema(),
    }
    write_document(f"{json.dumps(described, indent=2, ensure_ascii=False)}\n", STANDARD_OUTPUT)
