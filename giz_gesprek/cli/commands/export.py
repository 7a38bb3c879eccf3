"""``giz-gesprek export``: a conversation as a document, from the store or from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypedDict, Unpack

import click

from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import command, option
from giz_gesprek.errors import InputError
from giz_gesprek.i18n import N_, _

if TYPE_CHECKING:
    from giz_gesprek.conversation.dossier import Dossier
    from giz_gesprek.summary.items import Audience

_AUDIENCES: Final = ("family", "professional")
_FORMATS: Final = ("text", "json")
_LATER: Final = ("pdf", "sound")


class _Options(TypedDict):
    source: str | None
    family_id: str | None
    conversation_id: str | None
    audience: str
    form: str
    output: str
    force: bool
    language: str | None


@command(
    "export", help=N_("Write a conversation as a document, for the family or the professional.")
)
@option("--from", "source", metavar="FILE", help=N_("A dossier as JSON; - is standard input."))
@option(
    "--family",
    "family_id",
    metavar="ID",
    help=N_("A family in the store; see giz-gesprek families."),
)
@option(
    "--conversation", "conversation_id", metavar="ID", help=N_("Which one; by default the last.")
)
@option(
    "--for", "audience", required=True, metavar="WHO", help=N_("For whom: family or professional.")
)
@option("--format", "form", default="text", show_default=True, help=N_("What it is: text or json."))
@option(
    "--output", required=True, metavar="FILE", help=N_("The file to write; - is standard output.")
)
@option("--force", is_flag=True, help=N_("Replace the file if it is there already."))
@option(
    "--language", metavar="CODE", help=N_("The language of the document; by default the family's.")
)
@click.pass_obj
def export(settings: Settings, **options: Unpack[_Options]) -> None:
    """Read a dossier, make the document, write it."""
    from giz_gesprek.export.files import write_document

    _refuse_what_is_not_there(options["audience"], options["form"])
    text = _document(settings, _dossier(settings, options), options)
    write_document(text, options["output"], force=options["force"])


def _refuse_what_is_not_there(audience: str, form: str) -> None:
    if audience.startswith("recipient"):
        raise InputError(
            _("A paper for one recipient is not there yet. Choose family or professional.")
        )
    if audience not in _AUDIENCES:
        raise InputError(_("--for is family or professional. Choose one of them."))
    if form in _LATER:
        raise InputError(_("This format is not there yet. Choose --format text or json."))
    if form not in _FORMATS:
        raise InputError(_("--format is text or json. Choose one of them."))
    if (audience, form) == ("family", "json"):
        # The whole dossier: also what was not answered, and the professional's to-do.
        raise InputError(
            _("JSON holds the whole dossier. Choose --for professional, or --format text.")
        )


def _dossier(settings: Settings, options: _Options) -> Dossier:
    from giz_gesprek.cli.dossiers import dossier_from, dossier_in_store

    source, family_id = options["source"], options["family_id"]
    if source is not None and family_id is None:
        return dossier_from(source)
    if family_id is not None and source is None:
        return dossier_in_store(settings, family_id)
    raise InputError(_("Say where the dossier is: give either --from FILE or --family ID."))


def _document(settings: Settings, dossier: Dossier, options: _Options) -> str:
    from giz_gesprek.cli.dossiers import chosen_conversation
    from giz_gesprek.cli.papers import paper
    from giz_gesprek.export.json import dossier_json
    from giz_gesprek.export.text import document_text

    conversation_id = options["conversation_id"]
    if options["form"] == "text":
        conversation = chosen_conversation(dossier, conversation_id)
        audience: Audience = "family" if options["audience"] == "family" else "professional"
        document = paper(settings, dossier, conversation, audience, options["language"])
        return document_text(document)
    if conversation_id is None:
        return dossier_json(dossier)
    only = chosen_conversation(dossier, conversation_id)
    return dossier_json(dossier.model_copy(update={"conversations": (only,)}))
