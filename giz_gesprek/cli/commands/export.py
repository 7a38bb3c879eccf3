"""``giz-gesprek export``: a conversation as a document, from the store or from a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict, Unpack, cast

import click

from giz_gesprek.cli.outputs import file_options, refuse_own_files
from giz_gesprek.cli.paper import Wish, wanted_paper
from giz_gesprek.cli.readers import Wanted, wanted
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import command, option
from giz_gesprek.errors import InputError
from giz_gesprek.export.files import STANDARD_OUTPUT
from giz_gesprek.export.forms import FORMS, Means, ending_of, forms_for
from giz_gesprek.i18n import N_, _

if TYPE_CHECKING:
    from giz_gesprek.cli.source import Source
    from giz_gesprek.content.texts import Rung
    from giz_gesprek.export.forms import PaperForm
    from giz_gesprek.summary.audience import Readers
    from giz_gesprek.summary.document import Document

_DOSSIER: Final = "json"
"""Beside the forms of a paper: the whole dossier, for a computer to read."""
_ANSWERS: Final = "csv"
"""And every answer as a row of a table, for a spreadsheet or a program."""
_FAMILY_FILE: Final = "giz"
"""Another one: the whole family as an encrypted file, for a colleague or for the record."""
_NOT_FOR_THEM: Final = {
    # The whole dossier: also what was not answered, and the professional's to-do.
    _DOSSIER: N_(
        "JSON holds the whole dossier. Choose --for professional, or --format text, html or pdf."
    ),
    _ANSWERS: N_(
        "CSV holds every answer. Choose --for professional, or --format text, html or pdf."
    ),
    _FAMILY_FILE: N_(
        "A giz file holds the whole family. Choose --for professional, or --format text, html or"
        " pdf."
    ),
    "sound": N_(
        "Only the family's paper is read out. Choose --for family, or --format text, html or pdf."
    ),
}
_RUNGS: Final = ("easy", "easier", "standard")


class _Options(TypedDict):
    source: str | None
    family_id: str | None
    conversation_id: str | None
    audience: str
    form: str | None
    output: str
    file_passphrase_file: Path | None
    force: bool
    language: str | None
    rung: str | None
    with_sensitive: bool
    overview: bool
    width: int | None
    unwrapped: bool


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
    "--for",
    "audience",
    required=True,
    metavar="WHO",
    help=N_(
        "For whom: family, professional, person:ID for their own words, or recipient:ID for what"
        " was shared with them."
    ),
)
@option(
    "--format",
    "form",
    help=N_(
        "What it is: text, pdf, html, sound (.wav or .mp3), json, csv (every answer a row), or giz"
        " (the whole family, encrypted); by default what the file's name says, else text."
    ),
)
@file_options
@option(
    "--file-passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="PATH",
    help=N_("Read the passphrase for a giz file from the first line of this file."),
)
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
@option(
    "--with-sensitive",
    is_flag=True,
    help=N_(
        "On the family's paper also what can put somebody in danger at home: safety, how the parent"
        " is, what the family went through, and asking for advice."
    ),
)
@option(
    "--overview",
    is_flag=True,
    help=N_("On the family's paper also the faces of all voices in short, before what was told."),
)
@option(
    "--width",
    type=int,
    metavar="COLUMNS",
    help=N_("How many columns a line of text takes at most; by default 76."),
)
@option(
    "--unwrapped",
    is_flag=True,
    help=N_("Text for a record: a paragraph a line, and headings without marks."),
)
@click.pass_obj
def export(settings: Settings, **options: Unpack[_Options]) -> None:
    """Read a dossier, make the document, write it."""
    from giz_gesprek.cli.source import source_of
    from giz_gesprek.export.files import write_document

    whom = wanted(options["audience"])
    form = _form(options["form"], options["output"], whom.readers)
    refuse_own_files(options["output"], settings, options["source"])
    _refuse_words(whom.readers, options["rung"])
    columns = _columns(form, options)
    if form == _FAMILY_FILE:
        from giz_gesprek.cli.family_file import whole_family, write_family_file

        source, output, force = options["source"], options["output"], options["force"]
        wanted_family = whole_family(options["family_id"], source, options["conversation_id"])
        key = options["file_passphrase_file"]
        write_family_file(settings, wanted_family, output, key, force=force)
        return
    with source_of(settings, options["source"], options["family_id"]) as found:
        document = _document(settings, found, whom, options, form, columns)
        write_document(document, options["output"], force=options["force"])
        found.exported(whom, form, options["conversation_id"], whole=form in {_DOSSIER, _ANSWERS})


def _form(form: str | None, output: str, audience: Readers) -> str:
    """Return the format; a name that says another one would deceive whoever opens the file."""
    endings: dict[str, str] = {
        ending: name for name, each in FORMS.items() for ending in each.endings
    }
    whole = (_DOSSIER, _ANSWERS, _FAMILY_FILE)
    endings |= {f".{each}": each for each in whole}
    there = {*forms_for(audience), *(whole if audience.has_to_do else ())}
    ending = ending_of(output) if output != STANDARD_OUTPUT else ""
    if ending and ending not in endings:
        sentence = _(
            "giz-gesprek makes no {ending} files. End the name in one of these: {endings}."
        )
        usable = ", ".join(each for each, name in endings.items() if name in there)
        raise InputError(sentence.format(ending=output[-len(ending) :], endings=usable))
    before = ending_of(output.removesuffix(output[-len(ending) :])) if ending else ""
    if before in endings and endings[before] != endings[ending]:
        raise InputError(_("The name of the file ends in two formats. Leave one of them out."))
    wanted = form or endings.get(ending, "text")
    if wanted not in endings.values():
        raise InputError(
            _("--format is text, pdf, html, sound, json, csv or giz. Choose one of them.")
        )
    if endings.get(ending, wanted) != wanted:
        raise InputError(
            _("The name of the file says another format. Leave out --format, or change the name.")
        )
    if wanted not in there:
        raise InputError(_(_NOT_FOR_THEM[wanted]))
    return wanted


def _refuse_words(audience: Readers, rung: str | None) -> None:
    if rung is None:
        return
    if rung not in _RUNGS:
        raise InputError(_("--register is easy, easier or standard. Choose one of them."))
    if not audience.as_the_family_likes:
        raise InputError(_("Only the family's paper has --register. Leave it out."))


def _columns(form: str, options: _Options) -> int | None:
    """Return how wide text is; None where a paragraph is one line."""
    from giz_gesprek.export.columns import COLUMNS, FEWEST_COLUMNS

    width, unwrapped = options["width"], options["unwrapped"]
    if (width is not None or unwrapped) and form != "text":
        raise InputError(_("Only text has --width and --unwrapped. Leave them out."))
    if width is not None and unwrapped:
        raise InputError(_("Give --width or --unwrapped, not both."))
    if width is not None and width < FEWEST_COLUMNS:
        sentence = _("--width is {fewest} or more. Choose a larger number.")
        raise InputError(sentence.format(fewest=FEWEST_COLUMNS))
    return None if unwrapped else width or COLUMNS


def _document(
    settings: Settings,
    found: Source,
    whom: Wanted,
    options: _Options,
    form: str,
    columns: int | None,
) -> str | bytes:
    from giz_gesprek.cli.content import load
    from giz_gesprek.cli.dossiers import chosen_conversation
    from giz_gesprek.cli.file_voice import voice_for_files

    dossier, conversation_id = found.dossier, options["conversation_id"]
    if conversation_id is not None:
        only = chosen_conversation(dossier, conversation_id)
    if form == _DOSSIER:
        from giz_gesprek.export.json import dossier_json

        if conversation_id is None:
            return dossier_json(dossier)
        return dossier_json(dossier.model_copy(update={"conversations": (only,)}))
    library = load(settings)
    if form == _ANSWERS:
        from giz_gesprek.export.answers import answers_csv

        return answers_csv(library, dossier, conversation_id, language=options["language"])
    document = wanted_paper(library, dossier, whom, _wish(options))
    means = Means(
        created=datetime.now(UTC),
        pictograms=library.pictograms,
        pronunciations=library.pronunciations.of,
        voice=partial(voice_for_files, found.voice),
        rate=dossier.family.settings.speech_rate,
        columns=columns,
    )
    if form == "sound":
        from giz_gesprek.export.sound import sound_form

        means = replace(means, sound=sound_form(options["output"]))
    return _laid_out(document, cast("PaperForm", form), means, options)


def _wish(options: _Options) -> Wish:
    return Wish(
        options["conversation_id"],
        options["language"],
        cast("Rung | None", options["rung"]),
        options["with_sensitive"],
        options["overview"],
    )


def _laid_out(document: Document, form: PaperForm, means: Means, options: _Options) -> bytes:
    """Return the document as a file; say on standard error which characters it could not show."""
    from giz_gesprek.export.files import check_place

    check_place(options["output"], force=options["force"])
    laid = FORMS[form].lay_out(document, means)
    if laid.replaced:
        sentence = _(
            "The PDF shows a box (□) for characters that its letters do not have. The text version "
            "has all of them."
        )
        click.echo(sentence, err=True)
    return laid.data
