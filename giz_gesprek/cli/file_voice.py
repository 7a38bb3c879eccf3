"""The voice that makes a file of sound, for a command that makes one when asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from giz_gesprek.i18n import _

if TYPE_CHECKING:
    from giz_gesprek.speech.rendering import Renderer


@contextmanager
def voice_for_files(chosen: str | None) -> Iterator[Renderer]:
    """Give what makes sentences into sound; say on standard error where another voice did.

    ``chosen`` is what :func:`giz_gesprek.speech.choosing.chosen_engine` takes.
    """
    from giz_gesprek.speech.rendering import Renderer  # slow to import, and seldom needed

    with Renderer(chosen) as renderer:
        yield renderer
        if renderer.is_another:
            click.echo(other_voice(), err=True)


def other_voice() -> str:
    """Return the sentence that says that the chosen voice does not read."""
    return _("The chosen voice does not work on this computer. The voice of the program reads.")
