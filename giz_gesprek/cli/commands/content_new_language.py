"""``giz-gesprek content new-language``: files in which a translator fills in the words."""

from __future__ import annotations

from pathlib import Path

import click

from giz_gesprek.cli.content import load_with_places
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import argument, command, option
from giz_gesprek.content.library import Library
from giz_gesprek.content.skeleton import NewLanguage, skeletons
from giz_gesprek.errors import InputError, OutputError
from giz_gesprek.i18n import N_, _, known_language, language_name
from giz_gesprek.paths import is_in_the_program


@command(
    "new-language",
    help=N_(
        "Make the files of the language CODE, such as tr or pt-BR: every text as a comment, with"
        " the Dutch and English words above it. What is not filled in is shown in Dutch."
    ),
)
@argument("code", metavar="CODE")
@option(
    "--directory",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=N_("The folder to make them in; by default one called CODE, here."),
)
@option("--force", is_flag=True, help=N_("Replace files that are there already."))
@click.pass_obj
def new_language(settings: Settings, code: str, directory: Path | None, *, force: bool) -> None:
    """Write the files and name them."""
    canonical = language_of(code)
    loaded = load_with_places(settings)
    _refuse_known(canonical, loaded.library)
    folder = directory or Path(canonical)
    if is_in_the_program(folder):
        raise InputError(
            _("{path} belongs to the program. Choose a folder of your own.").format(path=folder)
        )
    made = NewLanguage(canonical, language_name(canonical), str(folder))
    files = {folder / path: text for path, text in skeletons(loaded, made).items()}
    there = next((path for path in files if path.exists()), None)
    if there is not None and not force:
        raise InputError(
            _("{path} is there already. Choose another --directory, or --force.").format(path=there)
        )
    for path, text in files.items():
        _write(path, text)
        click.echo(str(path))


def language_of(code: str) -> str:
    """Return ``code`` as it is written: ``pt-br`` becomes ``pt-BR``.

    Raises:
        InputError: no language has this code.

    """
    canonical = known_language(code)
    if canonical is None:
        raise InputError(
            _("No language has the code {code}. Give one such as tr, ar or pt-BR.").format(
                code=code
            )
        )
    return canonical


def _refuse_known(code: str, library: Library) -> None:
    if code.lower() in map(str.lower, library.languages):
        raise InputError(
            _(
                "There are texts in {code} already. See what is missing with"
                " giz-gesprek content missing {code}."
            ).format(code=code)
        )


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(
            _("{path} cannot be written. Choose another --directory.").format(path=path)
        ) from error
