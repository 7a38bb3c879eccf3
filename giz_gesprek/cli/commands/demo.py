"""``giz-gesprek demo``: look around without a family and without leaving anything behind."""

from __future__ import annotations

import secrets
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from giz_gesprek.cli.commands.app import in_a_terminal, start, words_of
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import command
from giz_gesprek.i18n import N_, _

if TYPE_CHECKING:
    from giz_gesprek.content.library import Library
    from giz_gesprek.conversation.dossier import Dossier


@command("demo", help=N_("Look around with an invented family. Nothing of it is kept."))
@click.pass_obj
def demo(settings: Settings) -> int:
    """Open the app on the example, or print its summary where there is no terminal."""
    from giz_gesprek.cli.dossiers import example_dossier

    dossier = example_dossier(settings.language)
    if in_a_terminal():
        return _in_the_app(dossier, settings)
    _as_text(dossier, settings)
    return 0


def _in_the_app(dossier: Dossier, settings: Settings) -> int:
    from giz_gesprek.store import Store

    library = words_of(settings)
    # What is typed in a demo may be about somebody: the folder is for this user only, the
    # passphrase is known to nobody, and both are gone afterwards.
    with (
        _ending_tidily(),
        # On Windows a file can be held for a moment longer; that is no reason to fail.
        tempfile.TemporaryDirectory(
            prefix="giz-gesprek-demo-", ignore_cleanup_errors=True
        ) as folder,
    ):
        path = Path(folder) / "families.db"
        passphrase = secrets.token_urlsafe()
        now = datetime.now(UTC)
        with Store.create(path, passphrase, now) as store:
            store.save(_with_a_new_conversation(dossier, library(), now), now=now)
        return start(path, library, language=settings.language, passphrase=passphrase, demo=True)


def _with_a_new_conversation(dossier: Dossier, library: Library, now: datetime) -> Dossier:
    """Return the example with a second conversation, prepared and not begun: to rehearse on."""
    from giz_gesprek.conversation.beginning import new_conversation
    from giz_gesprek.store import new_id

    earlier = dossier.conversations[-1]
    prepared = new_conversation(
        library.framework,
        dossier.family,
        conversation_id=new_id(),
        now=now,
        variant=earlier.variant,
        focus_child=earlier.focus_child,
        at_the_table=earlier.participant_ids(),
        content_version=library.version,
    )
    return dossier.with_conversation(prepared)


@contextmanager
def _ending_tidily() -> Iterator[None]:
    """Let a closed window or a shutdown end the program as closing it does: with cleaning up."""

    def end(number: int, _frame: FrameType | None) -> None:
        sys.exit(128 + number)

    # SIGHUP is a closed window; Windows has none.
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    earlier = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)


def _as_text(dossier: Dossier, settings: Settings) -> None:
    from giz_gesprek.cli.content import load
    from giz_gesprek.cli.papers import paper
    from giz_gesprek.conversation.talk import Talk
    from giz_gesprek.export.files import STANDARD_OUTPUT, write_document
    from giz_gesprek.export.text import document_text
    from giz_gesprek.summary.audience import FAMILY

    library = load(settings)
    talk = Talk(library.framework, dossier, dossier.conversations[-1].id)
    write_document(document_text(paper(library, talk, FAMILY)), STANDARD_OUTPUT)
    sys.stdout.flush()
    sentence = _("This is the paper of an invented family; in a terminal, demo opens the app.")
    click.echo(sentence, err=True)
