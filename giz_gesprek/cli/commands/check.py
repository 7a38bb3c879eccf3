"""``giz-gesprek check``: tell writers what is wrong with questions and texts, and where.

Owns the form of the lines and the choice of folders; what is wrong is known by
:mod:`giz_gesprek.content.checks`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from giz_gesprek.cli.content import content_folders, refuse_other_folders
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.streams import in_sight
from giz_gesprek.cli.translated import argument, command
from giz_gesprek.content.checks import check_folders
from giz_gesprek.content.checks.figures import FileFigures
from giz_gesprek.content.checks.repeats import NEARLY, REPEATED
from giz_gesprek.content.findings import Finding
from giz_gesprek.content.framework import Framework
from giz_gesprek.content.source import SourceError
from giz_gesprek.content.yaml_file import read_source
from giz_gesprek.errors import ExitCode
from giz_gesprek.i18n import N_, _, ngettext


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
@click.pass_obj
def check(settings: Settings, folder: Path | None) -> int:
    """Print a line for each finding and a report; return 1 where there is an ERROR."""
    folders = _folders(settings, folder)
    checked = check_folders(folders)
    findings = [each for each in checked.findings if _concerns(each, folders[-1])]
    for line in (*map(str, findings), *_report(checked.figures, findings, folders[-1])):
        click.echo(in_sight(line))
    failed = any(finding.severity == "ERROR" for finding in findings)
    return ExitCode.FINDINGS if failed else ExitCode.DONE


def _folders(settings: Settings, folder: Path | None) -> Sequence[Path]:
    """Return the folders to read: a whole content folder by itself, a part over the others."""
    if folder is None:
        return content_folders(settings)
    refuse_other_folders(folder)
    below = content_folders(settings)
    given = content_folders(settings._replace(content=folder))[-1]
    return (given,) if _is_whole(given) else tuple(dict.fromkeys((*below, given)))


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


def _report(
    files: Sequence[FileFigures] | None, findings: Sequence[Finding], folder: Path
) -> Iterator[str]:
    if files is not None:
        yield ""
        yield from _figures([each for each in files if Path(each.path).is_relative_to(folder)])
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


def _figures(files: Sequence[FileFigures]) -> Iterator[str]:
    if files:
        yield _("Each file, for information: only readers can say that a text is easy.")
    width = max((len(each.path) for each in files), default=0)
    for each in files:
        yield f"{each.path:{width}}  {_file(each)}"
    texts, tested = (sum(getattr(each, name) for each in files) for name in ("texts", "tested"))
    yield _("{tested} of {texts} texts tested with readers.").format(tested=tested, texts=texts)


def _file(figures: FileFigures) -> str:
    measured = figures.readability
    line = _("{texts:3} texts, {mean:4.1f} words a sentence, longest {longest:2}").format(
        texts=figures.texts, mean=measured.mean, longest=measured.longest
    )
    if not figures.is_dutch:
        return line
    return line + _(", Flesch-Douma {douma:3.0f}, rarest words: {words}").format(
        douma=measured.douma, words=", ".join(figures.rarest)
    )


def _count(findings: Iterable[Finding], name: str, value: str) -> int:
    return sum(getattr(finding, name) == value for finding in findings)
