"""``giz-gesprek demo``: look around without a family and without leaving anything behind."""

from __future__ import annotations

import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from giz_gesprek.cli.commands.app import in_a_terminal, start
from giz_gesprek.cli.commands.plain import start as start_in_lines
from giz_gesprek.cli.content import words_of
from giz_gesprek.cli.ending import ending_tidily
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import command, option
from giz_gesprek.errors import OutputError
from giz_gesprek.i18n import N_, _
from giz_gesprek.leaving import never_left_without

if TYPE_CHECKING:
    from collections.abc import Callable

    from giz_gesprek.content.library import Library
    from giz_gesprek.conversation.dossier import Dossier


class _Invented(NamedTuple):
    """A store that lasts as long as the demo."""

    path: Path
    passphrase: str


@command("demo", help=N_("Look around with an invented family. Nothing of it is kept."))
@option("--plain", is_flag=True, help=N_("In lines of text, as giz-gesprek plain."))
@click.pass_obj
def demo(settings: Settings, *, plain: bool) -> int:
    """Open the example in the app or in lines, or print its summary without a terminal."""
    from giz_gesprek.cli.dossiers import example_dossier

    dossier = example_dossier(settings.language)
    if plain or in_a_terminal():
        library = words_of(settings)
        with _invented_store(dossier, library) as (path, passphrase):
            if plain:
                return start_in_lines(path, library, passphrase, demo=True)
            return start(
                path, library, language=settings.language, passphrase=passphrase, demo=True
            )
    _as_text(dossier, settings)
    return 0


@contextmanager
def _invented_store(dossier: Dossier, library: Callable[[], Library]) -> Iterator[_Invented]:
    from giz_gesprek.store import Store

    # What is typed in a demo may be about somebody: the folder is for this user only, the
    # passphrase is known to nobody, and both are gone afterwards.
    with (
        ending_tidily(),
        _own_folder() as folder,
    ):
        invented = _Invented(Path(folder) / "families.db", secrets.token_urlsafe())
        now = datetime.now(UTC)
        with Store.create(invented.path, invented.passphrase, now) as store:
            store.save(_with_a_new_conversation(dossier, library(), now), now=now)
        yield invented


@contextmanager
def _own_folder() -> Iterator[str]:
    """Yield a folder that is gone afterwards.

    Raises:
        OutputError: there is no place for one.

    """
    try:
        # On Windows a file can be held for a moment longer; that is no reason to fail.
        made = tempfile.TemporaryDirectory(prefix="giz-gesprek-demo-", ignore_cleanup_errors=True)
    except OSError as error:
        sentence = _("There is no room for temporary files. Make room and try again.")
        raise OutputError(sentence) from error
    gone = partial(shutil.rmtree, made.name, ignore_errors=True)
    with made as folder, never_left_without(gone):
        yield folder


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


def _as_text(dossier: Dossier, settings: Settings) -> None:
    from giz_gesprek.cli.content import load
    from giz_gesprek.conversation.talk import Talk
    from giz_gesprek.export.files import STANDARD_OUTPUT, write_document
    from giz_gesprek.export.papers import paper_of
    from giz_gesprek.export.text import document_text
    from giz_gesprek.summary.audience import FAMILY

    library = load(settings)
    talk = Talk(library.framework, dossier, dossier.conversations[-1].id)
    write_document(document_text(paper_of(library, talk, FAMILY)), STANDARD_OUTPUT)
    sys.stdout.flush()
    sentence = _("This is the paper of an invented family; in a terminal, demo opens the app.")
    click.echo(sentence, err=True)
