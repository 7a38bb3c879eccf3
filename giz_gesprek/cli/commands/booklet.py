"""``giz-gesprek booklet``: the empty booklet, for a visit where the laptop stays in the bag."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, TypedDict, Unpack, cast, get_args

import click

from giz_gesprek.cli.outputs import file_options
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import command, option
from giz_gesprek.content.address import PLAIN, Address
from giz_gesprek.content.texts import Rung
from giz_gesprek.errors import InputError
from giz_gesprek.i18n import DEFAULT_LANGUAGE, N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from giz_gesprek.content.library import Library


class _Options(TypedDict):
    phase: str
    register: str
    language: str
    address: str
    topics: tuple[str, ...]
    output: str
    force: bool


@command(
    "booklet",
    help=N_("Make an empty booklet to print: the same questions and pictures, with room to write."),
)
@option(
    "--phase",
    required=True,
    metavar="PHASE",
    help=N_("For which age: prenatal, 0-4, 4-12 or 12+."),
)
@option(
    "--topic",
    "topics",
    multiple=True,
    metavar="ID",
    help=N_("Only this topic; can be given more than once. Without it, all topics."),
)
@option(
    "--register",
    type=click.Choice(get_args(Rung)),
    default="easy",
    show_default=True,
    help=N_("How easy the words are."),
)
@option(
    "--language",
    default=DEFAULT_LANGUAGE,
    show_default=True,
    metavar="CODE",
    help=N_("The language of the booklet."),
)
@option(
    "--address",
    type=click.Choice(get_args(Address)),
    default=PLAIN,
    show_default=True,
    help=N_("How the parent is addressed, in Dutch."),
)
@file_options
@click.pass_obj
def booklet(settings: Settings, **options: Unpack[_Options]) -> None:
    """Make the booklet and write it."""
    # Here and not above: --help needs none of it.
    from giz_gesprek.cli.content import load
    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.export.files import write_document
    from giz_gesprek.export.pdf.booklet import booklet_pdf
    from giz_gesprek.summary.booklet import build_booklet

    library = load(settings)
    _refuse_what_is_not_there(library, options)
    book = Phrasebook(
        library,
        language=options["language"],
        rung=cast("Rung", options["register"]),
        phase=options["phase"],
        address=cast("Address", options["address"]),
    )
    made = build_booklet(library.framework, book, options["topics"] or None)
    pdf = booklet_pdf(made, pictograms=library.pictograms)
    write_document(pdf.data, options["output"], force=options["force"])


def _refuse_what_is_not_there(library: Library, options: _Options) -> None:
    framework = library.framework
    if options["output"] != "-" and PurePath(options["output"]).suffix.lower() != ".pdf":
        raise InputError(_("A booklet is a PDF. Give a name that ends in .pdf with --output."))
    phases = [phase for phase, spec in framework.phases.items() if spec.complete]
    if options["phase"] not in phases:
        sentence = _("There is no such phase. Choose --phase from {names}.")
        raise InputError(sentence.format(names=", ".join(phases)))
    if options["language"] not in library.languages:
        raise InputError(_("There are no texts in this language. Leave out --language."))
    topics = [topic for side in framework.sides.values() for topic in side.topics]
    if _unknown(options["topics"], topics):
        sentence = _("There is no such topic. Choose --topic from {names}.")
        raise InputError(sentence.format(names=", ".join(topics)))


def _unknown(asked: Iterable[str], known: Iterable[str]) -> bool:
    return not set(asked) <= set(known)
