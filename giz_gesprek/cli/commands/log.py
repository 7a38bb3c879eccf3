"""``giz-gesprek log``: who looked at a family, wrote, and made a paper, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from giz_gesprek.cli.outputs import output_options, refuse_own_files
from giz_gesprek.cli.readers import Wanted, wanted, withheld
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import argument, command, option
from giz_gesprek.errors import InputError
from giz_gesprek.export.files import STANDARD_OUTPUT
from giz_gesprek.export.forms import FORMS, Means, ending_of, forms_for
from giz_gesprek.i18n import N_, _

if TYPE_CHECKING:
    from giz_gesprek.conversation.change_log import Action
    from giz_gesprek.conversation.dossier import Dossier
    from giz_gesprek.export.forms import PaperForm
    from giz_gesprek.store import Store
    from giz_gesprek.summary.audience import Readers
    from giz_gesprek.summary.document import Document
    from giz_gesprek.summary.log_paper import LogWish


class _Options(TypedDict):
    family_id: str
    audience: str
    form: str | None
    output: str
    force: bool
    with_sensitive: bool
    each: bool


@command(
    "log",
    help=N_(
        "Tell who looked at a family, wrote, and made a paper, and when. What was said is not in"
        " it."
    ),
)
@argument("family_id", metavar="FAMILY")
@option(
    "--for",
    "audience",
    default="professional",
    metavar="WHO",
    help=N_(
        "For whom: professional (with times), family, or person:ID for one person; by default"
        " professional."
    ),
)
@option(
    "--format",
    "form",
    help=N_("What it is: text, pdf, html or sound; by default what the file's name says."),
)
@output_options
@option(
    "--with-sensitive",
    is_flag=True,
    help=N_("For the family also what can put somebody in danger when others read it."),
)
@option("--each", is_flag=True, help=N_("Everything by itself, down to the question."))
@click.pass_obj
def log(settings: Settings, **options: Unpack[_Options]) -> None:
    """Read the log, make the document, show it or write it, and remember that."""
    from giz_gesprek.cli.opened import opened
    from giz_gesprek.export.files import check_place, write_document
    from giz_gesprek.summary.audience import LOG_OF_FAMILY, LOG_OF_PROFESSIONAL
    from giz_gesprek.summary.log_paper import LogWish

    whom, output = wanted(options["audience"]), options["output"]
    if whom.readers.recipient is not None:
        raise InputError(_("--for is professional, family or person:ID. Choose one of them."))
    readers = LOG_OF_PROFESSIONAL if whom.readers.has_to_do else LOG_OF_FAMILY
    form = _form(options["form"], output, readers)
    refuse_own_files(output, settings)
    check_place(output, force=options["force"])
    with opened(settings) as store:
        dossier = store.read(options["family_id"])
        left_out = withheld(whom, dossier.family, with_sensitive=options["with_sensitive"])
        wish = LogWish(readers, left_out, each=options["each"])
        if output == STANDARD_OUTPUT:
            _remember(store, options, whom, "looked")
        document, means = _document(settings, store, dossier, wish)
        if form == "sound":
            from giz_gesprek.export.sound import sound_form

            means = replace(means, sound=sound_form(output))
        write_document(FORMS[form].lay_out(document, means).data, output, force=options["force"])
        if output != STANDARD_OUTPUT:
            _remember(store, options, whom, "exported", form)


def _form(form: str | None, output: str, readers: Readers) -> PaperForm:
    """Return the form that was asked for, or that the name of the file says."""
    said = {ending: name for name, each in FORMS.items() for ending in each.endings}
    ending = ending_of(output) if output != STANDARD_OUTPUT else ""
    there = forms_for(readers)
    found = next((one for one in there if one == (form or said.get(ending, "text"))), None)
    if found is None or (ending and ending not in said):
        sentence = _("This list can be made as {forms}. Choose one of them.")
        raise InputError(sentence.format(forms=", ".join(there)))
    if ending and said[ending] != found:
        raise InputError(
            _("The name of the file says another format. Leave out --format, or change the name.")
        )
    return found


def _document(
    settings: Settings, store: Store, dossier: Dossier, wish: LogWish
) -> tuple[Document, Means]:
    from giz_gesprek.cli.content import load
    from giz_gesprek.cli.dossiers import chosen_conversation
    from giz_gesprek.cli.file_voice import voice_for_files
    from giz_gesprek.conversation.talk import Talk
    from giz_gesprek.export.calendar import local_calendar
    from giz_gesprek.summary.log_paper import log_document

    library = load(settings)
    talk = Talk(library.framework, dossier, chosen_conversation(dossier, None).id)
    document = log_document(
        library,
        talk,
        store.changes(dossier.family.id),
        wish,
        calendar=local_calendar(library.written_in(dossier.family.settings.language)),
        owner=store.profile().name or "",
        read_only=store.read_only,
    )
    means = Means(
        created=datetime.now(UTC),
        pictograms=library.pictograms,
        pronunciations=library.pronunciations.of,
        voice=partial(voice_for_files, dossier.family.settings.voice or store.profile().voice),
        rate=dossier.family.settings.speech_rate,
    )
    return document, means


def _remember(
    store: Store, options: _Options, whom: Wanted, action: Action, form: str | None = None
) -> None:
    from giz_gesprek.session.trace import leave_trace, log_item

    kind = f"person:{whom.person_id}" if whom.person_id is not None else str(whom.readers)
    item = log_item(kind) if form is None else f"{log_item(kind)}:{form}"
    leave_trace(store, options["family_id"], action, item, now=datetime.now(UTC))
