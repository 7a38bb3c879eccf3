"""``giz-gesprek content missing``: what a language still lacks."""

from __future__ import annotations

from pathlib import Path

import click

from giz_gesprek.cli.commands.content_new_language import language_of
from giz_gesprek.cli.content import load_with_places, refuse_other_folders
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.streams import in_sight
from giz_gesprek.cli.translated import argument, command, option
from giz_gesprek.content.checks.completeness import lacking
from giz_gesprek.content.texts import REGISTERS
from giz_gesprek.errors import ExitCode
from giz_gesprek.i18n import N_, _, ngettext


@command(
    "missing",
    help=N_("List the texts that the language CODE lacks, with where each is asked for."),
)
@argument("code", metavar="CODE")
@option(
    "--content",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=N_("The folder with the language, laid over the texts of the program."),
)
@click.pass_obj
def missing(settings: Settings, code: str, folder: Path | None) -> int:
    """Print a line for each text; return 1 where there is one."""
    language = language_of(code)
    if folder is not None:
        refuse_other_folders(folder)
        settings = settings._replace(content=folder)
    content = load_with_places(settings)
    found = [
        (text_id, register)
        for register in REGISTERS
        for text_id in lacking(content, language, register)
    ]
    for text_id, register in found:
        place = content.spec_places[text_id]
        click.echo(in_sight(f"{place.path}:{place.line}: {register}/{language} {text_id}"))
    click.echo(_summary(language, len(found)), err=True)
    return ExitCode.FINDINGS if found else ExitCode.DONE


def _summary(language: str, count: int) -> str:
    if not count:
        return _("Every text is there in {language}.").format(language=language)
    return ngettext(
        "{count} text is not there in {language}; it is shown in Dutch.",
        "{count} texts are not there in {language}; they are shown in Dutch.",
        count,
    ).format(count=count, language=language)
