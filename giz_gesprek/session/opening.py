"""Opening the professional's store, or making it, and recognising its passphrase again.

Opening and making take a moment on purpose (a key is derived): call them in a thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from giz_gesprek.errors import StoreError
from giz_gesprek.i18n import _
from giz_gesprek.session.clock import utc_now
from giz_gesprek.session.syncing import synced_by
from giz_gesprek.store import store_exists

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from giz_gesprek.session.passphrase_check import PassphraseCheck
    from giz_gesprek.session.settings import SettingsDraft
    from giz_gesprek.store import Profile, Store


@dataclass(frozen=True)
class Unlocked:
    """An open store, its profile, and how to recognise its passphrase again."""

    store: Store
    profile: Profile
    check: PassphraseCheck


def load_opening() -> None:
    """Load what opens a file, a little before it is needed; on any thread."""
    from giz_gesprek.store import Store  # noqa: F401


def is_first_start(path: Path) -> bool:
    """Tell whether there is no store at ``path`` yet."""
    return not store_exists(path)


def open_store(path: Path, passphrase: str, *, demo: bool = False) -> Unlocked:
    """Open the store at ``path``; that of a ``demo`` is not remembered.

    Raises:
        StoreError: it does not open.

    """
    # The first screen is there before these.
    from concurrent.futures import ThreadPoolExecutor

    from giz_gesprek.session.passphrase_check import PassphraseCheck
    from giz_gesprek.store import Store

    # Two keys from one passphrase, each on a core of its own where there are two.
    with ThreadPoolExecutor(1, "giz-check") as beside:
        check = beside.submit(PassphraseCheck.of, passphrase)
        store = Store.open(path, passphrase)
        if not demo:
            _remember(store, path)
        return _unlocked(store, check.result)


def create_store(path: Path, passphrase: str, draft: SettingsDraft) -> Unlocked:
    """Make a store at ``path``, for who filled in ``draft``, which has no ``problems``.

    Raises:
        StoreError: it cannot be made.

    """
    # Most starts are not the first one.
    from giz_gesprek.session.passphrase_check import PassphraseCheck
    from giz_gesprek.session.settings import profile_of
    from giz_gesprek.store import Store

    profile = profile_of(draft)
    store = Store.create(path, passphrase, utc_now())
    try:
        store.save_profile(profile)
    except StoreError:
        store.close()
        raise
    _remember(store, path)
    return _unlocked(store, lambda: PassphraseCheck.of(passphrase))


def _remember(store: Store, path: Path) -> None:
    """Remember where the store is, and tell once that another program copies it."""
    from giz_gesprek.session.places import remember_opened, warn_once  # as above

    remember_opened(path)
    program = synced_by(store.path)
    if program is not None and warn_once(store.path):
        store.tell(
            _(
                "The file with families is in a folder of {program}, which copies it while it is"
                " open: families can get lost, and the copies are kept by others. Choose a folder"
                " that is only on this computer, and make backups yourself. The file is {path}."
            ).format(program=program, path=store.path)
        )


def _unlocked(store: Store, check: Callable[[], PassphraseCheck]) -> Unlocked:
    try:
        return Unlocked(store, store.profile(), check())
    except StoreError:
        store.close()
        raise
