"""Opening the professional's store, or making it, and recognising its passphrase again.

Opening and making take a moment on purpose (a key is derived): call them in a thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from giz_gesprek.errors import StoreError
from giz_gesprek.session.passphrase_check import PassphraseCheck
from giz_gesprek.store import Profile, Store, store_exists

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Unlocked:
    """An open store, its profile, and how to recognise its passphrase again."""

    store: Store
    profile: Profile
    check: PassphraseCheck


def is_first_start(path: Path) -> bool:
    """Tell whether there is no store at ``path`` yet."""
    return not store_exists(path)


def open_store(path: Path, passphrase: str) -> Unlocked:
    """Open the store at ``path``.

    Raises:
        StoreError: it does not open.

    """
    return _unlocked(Store.open(path, passphrase), passphrase)


def create_store(path: Path, passphrase: str, profile: Profile) -> Unlocked:
    """Make a store at ``path`` with a profile in it.

    Raises:
        StoreError: it cannot be made.

    """
    store = Store.create(path, passphrase, datetime.now(UTC))
    try:
        store.save_profile(profile)
    except StoreError:
        store.close()
        raise
    return _unlocked(store, passphrase)


def _unlocked(store: Store, passphrase: str) -> Unlocked:
    try:
        return Unlocked(store, store.profile(), PassphraseCheck.of(passphrase))
    except StoreError:
        store.close()
        raise
