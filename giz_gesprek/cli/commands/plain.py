"""``giz-gesprek plain``: the conversation as lines of text."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import command
from giz_gesprek.echo import hidden
from giz_gesprek.errors import ExitCode
from giz_gesprek.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from giz_gesprek.content.library import Library


@command(
    "plain",
    help=N_("Talk in lines of text: with a screen reader, on a braille line, or through a pipe."),
)
@click.pass_obj
def plain(settings: Settings) -> int:
    """Talk with the families of this professional."""
    from giz_gesprek.cli.content import words_of
    from giz_gesprek.cli.passphrase import given_passphrase, refuse_without_keyboard

    passphrase = given_passphrase(settings)
    if passphrase is None:
        refuse_without_keyboard()
    with hidden():  # a passphrase is typed before it is asked for
        return start(settings.store_path, words_of(settings), passphrase)


def start(
    store_path: Path, library: Callable[[], Library], passphrase: str | None, *, demo: bool = False
) -> int:
    """Talk in lines on a store, until somebody stops or the input ends; return the exit code.

    ``library`` reads the words, on any thread.
    """
    from giz_gesprek.cli.ending import ending_tidily
    from giz_gesprek.plain.lines import standard_lines
    from giz_gesprek.plain.running import hold_in_lines
    from giz_gesprek.system import keep_memory_off_the_disk

    keep_memory_off_the_disk()
    with ending_tidily():
        if hold_in_lines(standard_lines(), library, store_path, passphrase, demo=demo):
            with suppress(OSError):  # nobody is there to read it
                click.echo(_about_the_end(demo=demo), err=True)
    return ExitCode.DONE


def _about_the_end(*, demo: bool) -> str:
    """Return what holds when the input has ended."""
    if demo:
        return _("The input ended. This was an example, of which nothing is kept.")
    return _(
        "The input ended. Everything that was answered is kept; go on with giz-gesprek plain, or"
        " with the app."
    )
