"""``giz-gesprek check-text``: tell whoever writes a sentence whether it is easy to read.

Owns reading the lines and the form of the answer; what is wrong is known by
:mod:`giz_gesprek.content.checks`.
"""

from __future__ import annotations

from typing import cast, get_args

import click

from giz_gesprek.cli.content import content_folders
from giz_gesprek.cli.inputs import STANDARD_INPUT, input_name, read_text
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import argument, command, option
from giz_gesprek.content.checks.sayings import sentence_findings, tools_of
from giz_gesprek.content.texts import TextRegister
from giz_gesprek.errors import ExitCode, InputError
from giz_gesprek.i18n import N_, _


@command(
    "check-text",
    help=N_(
        "Check sentences, one a line, in FILE or from standard input. A line that ends in a"
        " question mark is a question."
    ),
)
@option(
    "--register",
    type=click.Choice(get_args(TextRegister)),
    required=True,
    help=N_("For whom: easy_language for the family, standard for plain Dutch."),
)
@argument("file", metavar="[FILE]", required=False, default=STANDARD_INPUT)
@click.pass_obj
def check_text(settings: Settings, register: str, file: str) -> int:
    """Print a line for each finding; return 1 where there is an ERROR."""
    lines = _lines(file)
    tools = tools_of(content_folders(settings))
    findings = list(sentence_findings(lines, cast("TextRegister", register), tools))
    for each in sorted(findings, key=lambda finding: (finding.line, finding.rule)):
        click.echo(f"{each.line}: {each.severity} {each.rule}: {each.message}")
    failed = any(each.severity == "ERROR" for each in findings)
    return ExitCode.FINDINGS if failed else ExitCode.DONE


def _lines(file: str) -> list[str]:
    """Return the lines of a file or of standard input.

    Raises:
        InputError: there is no such file, it is no UTF-8, or it holds no words.

    """
    lines = read_text(file).splitlines()
    if not any(map(str.strip, lines)):
        raise InputError(
            _("{path} holds no sentence: write one a line.").format(path=input_name(file))
        )
    return lines
