"""``giz-gesprek check``: tell writers what is wrong with questions and texts, and where.

Owns the form of the lines and the choice of folders; what is wrong is known by
:mod:`giz_gesprek.content.checks`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from giz_gesprek.cli.translated import argument, command
from giz_gesprek.content.checks import Checked, check_folders
from giz_gesprek.content.checks.figures import Figures, FileFigures
from giz_gesprek.content.checks.repeats import NEARLY, REPEATED
from giz_gesprek.content.findings import Finding
from giz_gesprek.content.framework import Framework
from giz_gesprek.content.source import SourceError, read_source
from giz_gesprek.errors import ExitCode, InputError
from giz_gesprek.i18n import N_, _, ngettext
from giz_gesprek.paths import content_dir

_FRAME = ("framework.yaml", "texts.yaml", "words.yaml", "programmes.yaml")
_TEXTS = ("easy_language", "standard")


@command(
    "check",
    help=N_(
        "Check the questions and texts of the program, or those in DIR: a municipality's folder,"
        " merged over them, or a whole content folder."
    ),
)
@argument(
    "folder",
    metavar="[DIR]",
    required=False,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
)
def check(folder: Path | None) -> int:
    """Print a line for each finding and a report; return 1 where there is an ERROR."""
    folders = _folders(folder)
    checked = check_folders(folders)
    findings = [each for each in checked.findings if _concerns(each, folders[-1])]
    for line in (*map(str, findings), *_report(checked, findings)):
        click.echo(line)
    failed = any(finding.severity == "ERROR" for finding in findings)
    return ExitCode.FINDINGS if failed else ExitCode.DONE


def _folders(folder: Path | None) -> Sequence[Path]:
    """Return the folders to read: a whole content folder by itself, a part over the program's."""
    own = _seen_from_here(content_dir())
    if folder is None:
        return (own,)
    if not any((folder / name).exists() for name in (*_FRAME, *_TEXTS)):
        raise InputError(
            _("{path} holds no content: it needs one of {names}.").format(
                path=folder, names=", ".join((*_FRAME, *_TEXTS))
            )
        )
    given = _seen_from_here(folder)
    return (given,) if _is_whole(given) else (own, given)


def _seen_from_here(folder: Path) -> Path:
    """Return ``folder`` relative to the current directory; a place outside it stays as it is."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def _is_whole(folder: Path) -> bool:
    """Tell whether the framework in ``folder`` lacks nothing and so stands by itself."""
    try:
        data = read_source(folder / "framework.yaml").data
    except SourceError:
        return False
    needed = {name for name, field in Framework.model_fields.items() if field.is_required()}
    return data.keys() >= needed


def _concerns(finding: Finding, folder: Path) -> bool:
    """Tell whether a finding is for whoever checks ``folder``.

    Of the texts below it, only what the folder breaks is: errors, no warnings.
    """
    return finding.severity == "ERROR" or Path(finding.path).is_relative_to(folder)


def _report(checked: Checked, findings: Sequence[Finding]) -> Iterator[str]:
    if checked.figures is not None:
        yield ""
        yield from _figures(checked.figures)
    repeated, nearly = (_count(findings, "rule", rule) for rule in (REPEATED, NEARLY))
    yield _("Sentences in two topics: {repeated}, nearly the same: {nearly}.").format(
        repeated=repeated, nearly=nearly
    )
    errors, warnings = (_count(findings, "severity", each) for each in ("ERROR", "WARN"))
    yield ", ".join(
        (
            ngettext("{count} error", "{count} errors", errors).format(count=errors),
            ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
        )
    )


def _figures(figures: Figures) -> Iterator[str]:
    width = max((len(each.path) for each in figures.files), default=0)
    for each in figures.files:
        yield f"{each.path:{width}}  {_file(each)}"
    yield _("{tested} of {texts} texts tested with readers.").format(
        tested=figures.tested, texts=figures.texts
    )


def _file(figures: FileFigures) -> str:
    return _(
        "{texts:3} texts, {mean:4.1f} words a sentence, longest {longest:2},"
        " Flesch-Douma {douma:3.0f}"
    ).format(
        texts=figures.texts,
        mean=figures.readability.mean,
        longest=figures.readability.longest,
        douma=figures.readability.douma,
    )


def _count(findings: Iterable[Finding], name: str, value: str) -> int:
    return sum(getattr(finding, name) == value for finding in findings)
