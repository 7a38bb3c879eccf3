"""``giz-gesprek export``: a conversation as a document, from the store or from a file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, TypedDict, Unpack, cast

import click

from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import command, option
from giz_gesprek.errors import InputError
from giz_gesprek.i18n import N_, _

if TYPE_CHECKING:
    from giz_gesprek.content.library import Library
    from giz_gesprek.content.texts import Rung
    from giz_gesprek.conversation.dossier import Dossier
    from giz_gesprek.summary.audience import Readers
    from giz_gesprek.summary.document import Document

_FORMATS: Final = ("text", "pdf", "sound", "json")
_ENDINGS: Final = {
    ".txt": "text",
    ".pdf": "pdf",
    ".wav": "sound",
    ".mp3": "sound",
    ".json": "json",
}
_RUNGS: Final = ("easy", "easier", "standard")


class _Options(TypedDict):
    source: str | None
    family_id: str | None
    conversation_id: str | None
    audience: str
    form: str | None
    output: str
    force: bool
    language: str | None
    rung: str | None


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
@option(
    "--format",
    "form",
    help=N_(
        "What it is: text, pdf, sound (.wav or .mp3) or json; by default what the file's name says,"
        " else text."
    ),
)
@option(
    "--output", required=True, metavar="FILE", help=N_("The file to write; - is standard output.")
)
@option("--force", is_flag=True, help=N_("Replace the file if it is there already."))
@option(
    "--language", metavar="CODE", help=N_("The language of the document; by default the family's.")
)
@option(
    "--register",
    "rung",
    metavar="WORDS",
    help=N_(
        "How easy the family's paper is: easy, easier or standard; by default the family's choice."
    ),
)
@click.pass_obj
def export(settings: Settings, **options: Unpack[_Options]) -> None:
    """Read a dossier, make the document, write it."""
    from giz_gesprek.export.files import write_document

    form = _form(options["form"], options["output"])
    audience = _audience(options["audience"])
    _refuse_what_is_not_there(audience, form)
    _refuse_words(audience, form, options["rung"])
    document = _document(settings, _dossier(settings, options), audience, options, form)
    write_document(document, options["output"], force=options["force"])


def _form(form: str | None, output: str) -> str:
    """Return the format; a name that says another one would deceive whoever opens the file."""
    named = _ENDINGS.get(PurePath(output).suffix.lower())
    if form is None:
        return named or "text"
    if form in _FORMATS and named not in {None, form}:
        raise InputError(
            _("The name of the file says another format. Leave out --format, or change the name.")
        )
    return form


def _audience(written: str) -> Readers:
    """Return for whom the document is; only who has a paper of their own can be meant."""
    from giz_gesprek.summary.audience import ForPerson, ForRecipient, audience_written

    match audience_written(written):
        case None:
            raise InputError(_("--for is family or professional. Choose one of them."))
        case ForPerson():
            raise InputError(
                _("A paper for one person is not there yet. Choose family or professional.")
            )
        case ForRecipient():
            raise InputError(
                _("A paper for one recipient is not there yet. Choose family or professional.")
            )
        case readers:
            return readers


def _refuse_what_is_not_there(audience: Readers, form: str) -> None:
    if form not in _FORMATS:
        raise InputError(_("--format is text, pdf, sound or json. Choose one of them."))
    if form == "json" and not audience.has_to_do:
        # The whole dossier: also what was not answered, and the professional's to-do.
        raise InputError(
            _("JSON holds the whole dossier. Choose --for professional, or --format text or pdf.")
        )
    if form == "sound" and not audience.is_read_out:
        raise InputError(
            _("Only the family's paper is read out. Choose --for family, or --format text or pdf.")
        )


def _refuse_words(audience: Readers, form: str, rung: str | None) -> None:
    if rung is None:
        return
    if rung not in _RUNGS:
        raise InputError(_("--register is easy, easier or standard. Choose one of them."))
    if not audience.as_the_family_likes or form == "json":
        raise InputError(_("Only the family's paper has --register. Leave it out."))


def _dossier(settings: Settings, options: _Options) -> Dossier:
    from giz_gesprek.cli.dossiers import dossier_from, dossier_in_store

    source, family_id = options["source"], options["family_id"]
    if source is not None and family_id is None:
        return dossier_from(source)
    if family_id is not None and source is None:
        return dossier_in_store(settings, family_id)
    raise InputError(_("Say where the dossier is: give either --from FILE or --family ID."))


def _document(
    settings: Settings, dossier: Dossier, audience: Readers, options: _Options, form: str
) -> str | bytes:
    from giz_gesprek.cli.content import load
    from giz_gesprek.cli.dossiers import chosen_conversation
    from giz_gesprek.export.json import dossier_json
    from giz_gesprek.export.text import document_text

    conversation_id = options["conversation_id"]
    if form == "json":
        if conversation_id is None:
            return dossier_json(dossier)
        only = chosen_conversation(dossier, conversation_id)
        return dossier_json(dossier.model_copy(update={"conversations": (only,)}))
    library = load(settings)
    document = _paper(library, dossier, audience, options)
    if form == "pdf":
        return _pdf(library, document)
    if form == "sound":
        return _sound(library, document, options["output"], force=options["force"])
    return document_text(document)


def _paper(library: Library, dossier: Dossier, audience: Readers, options: _Options) -> Document:
    from giz_gesprek.cli.dossiers import chosen_conversation
    from giz_gesprek.cli.papers import paper
    from giz_gesprek.conversation.talk import Talk

    conversation = chosen_conversation(dossier, options["conversation_id"])
    rung = cast("Rung | None", options["rung"])
    talk = Talk(library.framework, dossier, conversation.id)
    return paper(library, talk, audience, options["language"], rung)


def _pdf(library: Library, document: Document) -> bytes:
    """Return the document as PDF; say on standard error which characters it could not show."""
    from giz_gesprek.export.pdf import document_pdf

    pdf = document_pdf(document, created=datetime.now(UTC), pictograms=library.pictograms)
    if pdf.replaced:
        sentence = _(
            "The PDF shows a box (□) for characters that its letters do not have. The text version "
            "has all of them."
        )
        click.echo(sentence, err=True)
    return pdf.data


def _sound(library: Library, document: Document, output: str, *, force: bool) -> bytes:
    """Return the document read out, in the form that the name of the file asks for."""
    from giz_gesprek.export.files import check_place
    from giz_gesprek.export.read_out import document_sound
    from giz_gesprek.export.sound import sound_form
    from giz_gesprek.speech.rendering import Renderer

    form = sound_form(output)
    check_place(output, force=force)
    pronunciations = library.pronunciations.of(document.language)
    with Renderer() as renderer:
        return document_sound(document, renderer, pronunciations=pronunciations, form=form)
