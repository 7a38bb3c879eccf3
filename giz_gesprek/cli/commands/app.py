"""``giz-gesprek`` without a command: the app."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from giz_gesprek.cli.content import words_of
from giz_gesprek.cli.settings import Settings
from giz_gesprek.echo import hidden
from giz_gesprek.errors import ExitCode, InputError
from giz_gesprek.i18n import _
from giz_gesprek.system import is_terminal, keep_memory_off_the_disk

if TYPE_CHECKING:
    from giz_gesprek.content.library import Library
    from giz_gesprek.tui.app import GizApp


def in_a_terminal() -> bool:
    """Tell whether there is a keyboard and a screen."""
    return is_terminal(sys.stdin) and is_terminal(sys.stdout)


def run_app(settings: Settings) -> int:
    """Open the app on the families of this professional, until it is closed.

    Raises:
        InputError: there is no terminal, or a mistake in the folder of ``--content``.

    """
    if not in_a_terminal():
        raise InputError(
            _(
                "The app needs a terminal. Start giz-gesprek in a terminal window, talk in lines of"
                " text with giz-gesprek plain, or make a document with giz-gesprek export."
            )
        )
    from giz_gesprek.cli.passphrase import given_passphrase

    with hidden():  # a passphrase is typed before the screen is there
        library = words_of(settings)
        passphrase = given_passphrase(settings)
        return start(
            settings.store_path, library, language=settings.language, passphrase=passphrase
        )


def start(
    store_path: Path,
    library: Callable[[], Library],
    *,
    language: str,
    passphrase: str | None = None,
    demo: bool = False,
) -> int:
    """Run the app on a store and return its exit code; None as passphrase lets the app ask."""
    keep_memory_off_the_disk()
    # Textual paints at fixed moments, 60 a second unless told otherwise before it is loaded. A
    # change often takes two of them, and somebody waits for it after every key.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    # The app and Textual: loaded for who opens it, not for --help.
    from giz_gesprek.tui.host.garbage import held

    with held():
        app = _run(store_path, library, language=language, passphrase=passphrase, demo=demo)
    for notice in app.last_notices:
        click.echo(notice, err=True)
    if app.ending.code is not None:
        # What was being shown at that moment can have been torn: that is no failure.
        return app.ending.code
    if app.failure is not None:
        raise app.failure
    return app.return_code or ExitCode.DONE


def _run(
    store_path: Path,
    library: Callable[[], Library],
    *,
    language: str,
    passphrase: str | None,
    demo: bool,
) -> GizApp:
    from giz_gesprek.tui.app import GizApp
    from giz_gesprek.tui.images.ask import known_terminal

    app = GizApp(
        library=library,
        store_path=store_path,
        language=language,
        passphrase=passphrase,
        demo=demo,
        terminal=known_terminal(os.environ),
    )
    with app.ending.watching():
        app.run()
    return app
