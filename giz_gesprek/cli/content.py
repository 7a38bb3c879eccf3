"""Which questions and texts a command works with: the program's, and the folder of ``--content``.

What is in the folder is laid over ours. A mistake in it is told before anything else happens:
no screen opens on half of the words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from giz_gesprek.cli.streams import in_sight
from giz_gesprek.errors import InputError
from giz_gesprek.files import is_folder, is_there
from giz_gesprek.i18n import _, ngettext
from giz_gesprek.paths import CONTENT_VARIABLE, content_dir

if TYPE_CHECKING:
    from giz_gesprek.cli.settings import Settings
    from giz_gesprek.content.findings import Finding
    from giz_gesprek.content.library import Library
    from giz_gesprek.content.loader import LoadedContent, Reading

FILES: Final = ("framework.yaml", "programmes.yaml", "texts.yaml", "words.yaml")
FOLDERS: Final = ("easy_language", "standard", "pictograms")


def refuse_other_folders(folder: Path) -> None:
    """Refuse a folder that holds no content at all.

    Raises:
        InputError: it is not there, or is another folder.

    """
    if not is_folder(folder):
        sentence = _("There is no folder {path}. Check --content, or the variable {variable}.")
        raise InputError(sentence.format(path=folder, variable=CONTENT_VARIABLE))
    if not any(is_there(folder / name) for name in (*FILES, *FOLDERS)):
        raise InputError(
            _("{path} holds no content: it needs one of {names}.").format(
                path=folder, names=", ".join((*FILES, *FOLDERS))
            )
        )


def content_folders(settings: Settings) -> tuple[Path, ...]:
    """Return the program's content, and the folder that is laid over it where there is one."""
    own = settings.content
    return tuple(map(_seen_from_here, (content_dir(), *((own,) if own is not None else ()))))


def _seen_from_here(folder: Path) -> Path:
    """Return ``folder`` relative to the current directory; a place outside it stays as it is."""
    try:
        here = Path.cwd()
    except OSError:  # somebody removed it while the shell stands in it
        return folder
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def load(settings: Settings) -> Library:
    """Load what can be asked; see ``load_with_places``."""
    if settings.content is not None:
        return load_with_places(settings).library
    from giz_gesprek.content.loading import load_library  # for the reason below

    (folder,) = content_folders(settings)
    return load_library(folder)


def words_of(settings: Settings) -> Callable[[], Library]:
    """Return what loads the words: while the store is being unlocked, which does without them.

    Raises:
        InputError: there is a mistake in the folder of ``--content``. That is told before a
            screen opens, so with such a folder the words are loaded now.

    """
    loaded = partial(load, settings)
    if settings.content is None:
        return loaded
    library = loaded()
    return lambda: library


def load_with_places(settings: Settings) -> LoadedContent:
    """Load what can be asked, and where it stands.

    Raises:
        ContentError: the program's own content cannot be used.
        InputError: there is a mistake in the folder of ``--content``; each has been printed.

    """
    # Here and not above: --help needs none of it.
    from giz_gesprek.content.folders import Folders
    from giz_gesprek.content.loader import load_content, read_content
    from giz_gesprek.content.words import read_words

    folders = content_folders(settings)
    if settings.content is None:
        return load_content(folders[0])
    reading = read_content(Folders(folders))
    # Of ours the words are read when something is read aloud: they are many, and were checked.
    own = Folders(folders[1:])
    read_words(own)
    findings = sorted([*_errors(reading), *own.findings])
    if reading.content is None or findings:
        raise _refusal(findings, settings.content)
    return reading.content


def _errors(reading: Reading) -> list[Finding]:
    findings = set(reading.findings)
    if reading.content is not None:
        # Our texts were checked before they were shipped; nobody may have checked these. A text
        # that is missing would only be missed in the middle of a conversation.
        from giz_gesprek.content.checks.completeness import completeness_findings
        from giz_gesprek.content.checks.form import form_findings

        findings.update(completeness_findings(reading.content))
        findings.update(form_findings(reading.content))
    return sorted(each for each in findings if each.severity == "ERROR")


def _refusal(findings: Sequence[Finding], folder: Path) -> InputError:
    """Print each finding, and return the sentence that goes with them."""
    for finding in findings:
        click.echo(in_sight(str(finding)), err=True)
    return InputError(
        ngettext(
            "The folder {path} cannot be used: mend this line first.",
            "The folder {path} cannot be used: mend these {count} lines first.",
            len(findings),
        ).format(path=folder, count=len(findings))
    )
