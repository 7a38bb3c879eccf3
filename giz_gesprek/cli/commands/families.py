"""``giz-gesprek families``: whom the store knows, by id."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import command, option
from giz_gesprek.i18n import N_, _, format_datetime

if TYPE_CHECKING:
    from giz_gesprek.store import FamilyRow


@command("families", help=N_("List the families in the store: id, label, last conversation."))
@option("--json", "as_json", is_flag=True, help=N_("Print JSON."))
@click.pass_obj
def families(settings: Settings, *, as_json: bool) -> None:
    """Write one line a family, or a JSON list."""
    from giz_gesprek.cli.opened import opened
    from giz_gesprek.export.files import STANDARD_OUTPUT, write_document

    with opened(settings) as store:
        rows = store.families()
    text = _as_json(rows) if as_json else _as_lines(rows)
    write_document(text, STANDARD_OUTPUT)


def _as_json(rows: tuple[FamilyRow, ...]) -> str:
    listed = [
        {
            "id": row.id,
            "label": row.label,
            "conversations": row.conversations,
            "last_conversation_at": row.last_at.isoformat() if row.last_at else None,
        }
        for row in rows
    ]
    return json.dumps(listed, indent=2, ensure_ascii=False) + "\n"


def _as_lines(rows: tuple[FamilyRow, ...]) -> str:
    none = _("no conversation yet")
    return "".join(
        f"{row.id}  {row.label}  {format_datetime(row.last_at) if row.last_at else none}\n"
        for row in rows
    )
