"""``giz-gesprek families``: whom the store knows, by id."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from giz_gesprek.cli.outputs import output_options, write_output
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import command, option
from giz_gesprek.i18n import N_, _, format_date, format_datetime, local_time

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from giz_gesprek.store import FamilyRow


@command("families", help=N_("List the families in the store: id, label, last conversation."))
@option("--json", "as_json", is_flag=True, help=N_("Print JSON."))
@output_options
@click.pass_obj
def families(settings: Settings, output: str, *, as_json: bool, force: bool) -> None:
    """Write one line a family, or a JSON list."""
    from giz_gesprek.cli.opened import opened
    from giz_gesprek.session.clock import utc_now
    from giz_gesprek.session.retention import Retention

    with opened(settings) as store:
        rows, kept_long = store.families(), Retention(store, utc_now).kept_long()
    text = _as_json(rows, kept_long) if as_json else _as_lines(rows, kept_long)
    write_output(text, output, settings, force=force)


def _as_json(rows: tuple[FamilyRow, ...], kept_long: Mapping[str, datetime]) -> str:
    listed = [
        {
            "id": row.id,
            "label": row.label,
            "conversations": row.conversations,
            "last_conversation_at": row.last_at.isoformat() if row.last_at else None,
            "kept_long_since": kept_long[row.id].isoformat() if row.id in kept_long else None,
        }
        for row in rows
    ]
    return json.dumps(listed, indent=2, ensure_ascii=False) + "\n"


def _as_lines(rows: tuple[FamilyRow, ...], kept_long: Mapping[str, datetime]) -> str:
    none = _("no conversation yet")
    lines = []
    for row in rows:
        parts = [row.id, row.label, format_datetime(row.last_at) if row.last_at else none]
        if row.id in kept_long:
            day = format_date(local_time(kept_long[row.id]).date())
            parts.append(_("kept long since the report of {day}").format(day=day))
        lines.append("  ".join(parts) + "\n")
    return "".join(lines)
