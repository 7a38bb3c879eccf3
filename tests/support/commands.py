"""Commands that go wrong in every way the command line has to answer for."""

from __future__ import annotations

import click

from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import command
from giz_gesprek.errors import ContentError, WrongPassphrase

SECRET = "Milan slaapt slecht"


@command()
def crash() -> None:
    try:
        raise KeyError(SECRET)  # noqa: TRY301  # an error that has a cause
    except KeyError as error:
        raise ValueError(SECRET) from error


@command()
def locked() -> None:
    raise WrongPassphrase


@command()
def broken_content() -> None:
    raise ContentError(["a.yaml:3: ERROR rule id: message"])


@command()
def interrupted() -> None:
    raise KeyboardInterrupt


@command()
def asks() -> None:
    click.prompt("?")


@command()
def has_findings() -> int:
    return 1


@command()
def much() -> None:
    for _ in range(100_000):
        click.echo("a line that nobody reads")


@command()
@click.pass_obj
def shows(settings: Settings) -> None:
    click.echo(repr(settings))
