"""The store for a command that only reads it, with what there is to tell about its file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from giz_gesprek.cli.passphrase import passphrase
from giz_gesprek.cli.settings import Settings
from giz_gesprek.errors import StoreMissing
from giz_gesprek.i18n import _

if TYPE_CHECKING:
    from giz_gesprek.store import Store


@contextmanager
def opened(settings: Settings, typed: str | None = None) -> Iterator[Store]:
    """Yield the open store; what has to be told comes on standard error.

    ``typed`` is the passphrase, where it was asked for already.

    Raises:
        StoreError: the store does not open.
        InputError: there is no passphrase.

    """
    # SQLCipher is loaded for those who need the store only.
    from giz_gesprek.session.places import is_missing
    from giz_gesprek.store import Store

    path = settings.store_path
    if is_missing(path):
        raise StoreMissing(
            _(
                "The file with families was here before, and is not there now: {path}. Connect its"
                " disk, or give its place with --store."
            ).format(path=path)
        )
    with Store.open(path, passphrase(settings) if typed is None else typed) as store:
        yield store
    for notice in store.take_notices():
        click.echo(notice, err=True)
