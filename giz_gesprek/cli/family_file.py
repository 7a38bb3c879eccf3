"""Writing a family of the store as an encrypted file, as a command does it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from giz_gesprek.cli.opened import opened
from giz_gesprek.cli.passphrase import passphrase_of_file
from giz_gesprek.cli.settings import Settings
from giz_gesprek.errors import InputError
from giz_gesprek.export.files import check_place, write_document
from giz_gesprek.i18n import _


def whole_family(family_id: str | None, source: str | None, conversation_id: str | None) -> str:
    """Return the id of the family that is wanted as a file.

    Raises:
        InputError: it is not of the store, or only one conversation of it is wanted.

    """
    if family_id is None or source is not None:
        raise InputError(
            _("A giz file is made of a family in the store. Give it with --family ID.")
        )
    if conversation_id is not None:
        raise InputError(_("A giz file holds every conversation. Leave out --conversation."))
    return family_id


def write_family_file(
    settings: Settings, family_id: str, output: str, passphrase_file: Path | None, *, force: bool
) -> None:
    """Write the whole family as an encrypted file; the store remembers that it did.

    Raises:
        InputError: there is no passphrase for it.
        StoreError: the store does not open, or has no such family.
        OutputError: it cannot be written there.

    """
    from giz_gesprek.session.family_files import names_in
    from giz_gesprek.session.taking_over import give_along

    check_place(output, force=force)
    with opened(settings) as store:
        names = names_in(store.read(family_id).family)
        passphrase = passphrase_of_file(passphrase_file, new=True, own=names)
        data = give_along(store, family_id, passphrase, datetime.now(UTC))
    write_document(data, output, force=force)
