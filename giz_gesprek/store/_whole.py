"""An open store as a whole: copied to another file, or put under another passphrase."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from giz_gesprek.errors import StoreDamaged, StoreError, StoreUnwritable
from giz_gesprek.files import new_file
from giz_gesprek.store import _notices
from giz_gesprek.store._bond import Bond
from giz_gesprek.store._changes import ChangeStore
from giz_gesprek.store._cipher import connect
from giz_gesprek.store._files import in_plain_words
from giz_gesprek.store._key import key_bytes
from giz_gesprek.store._lifetime import PROFILE_ROW
from giz_gesprek.store._log import log_of
from giz_gesprek.store._moving import Unreadable, copy_rows, make_store
from giz_gesprek.store._proving import Holds, look_into
from giz_gesprek.store._records import Profile

_Swapped = TypeVar("_Swapped")


class WholeStore(ChangeStore):
    """An open store that can be copied, and whose passphrase can be changed."""

    def fits(self, passphrase: str) -> bool:
        """Tell whether this is the passphrase of the file."""
        if not passphrase:
            return False
        return hmac.compare_digest(key_bytes(passphrase), key_bytes(self._passphrase))

    def created_at(self) -> datetime:
        """Return when the file was made."""
        return datetime.fromisoformat(str(self._profile_row[2]))

    def last_saved(self) -> datetime | None:
        """Return when a family was saved last; None without families."""
        self._look()
        # By the order of saving, which one line tells; the latest time is looked for in all.
        rows = self._database.rows(
            "SELECT updated_at FROM families INDEXED BY families_by_use ORDER BY used DESC LIMIT 1"
        )
        return datetime.fromisoformat(rows[0][0]) if rows else None

    def copy_to(
        self, draft: Path, profile: Profile | None = None, *, passphrase: str | None = None
    ) -> Holds:
        """Make a whole store of the empty file *draft*, and read all of it to prove it.

        Everything in it is of one moment, and other threads wait for it. Without *passphrase* it is
        that of this store.

        Raises:
            StoreDamaged: this store cannot be read to its end.
            StoreFull, StoreUnwritable: the copy cannot be written.

        """
        self._look()
        key = self._passphrase if passphrase is None else passphrase
        row = self._profile_row
        if profile is not None:
            row = (*row[:-1], profile.model_dump_json())
        try:
            with self._database.snapshot():
                make_store(draft, key, row, lambda target: copy_rows(self._database, target))
        except Unreadable as unreadable:
            raise StoreDamaged from unreadable
        return look_into(draft, key)

    def change_passphrase(self, new: str) -> None:
        """Put the file under another passphrase; whatever happens, it opens with one of the two.

        A new file takes the place of this one, and this one goes on in it. What was copied before
        keeps its passphrase. Takes twice as long as opening.

        Raises:
            EmptyPassphrase: the new one is empty.
            StoreUnwritable, StoreFull: the new file cannot be made; nothing has changed.
            StoreDamaged: this store cannot be read to its end; nothing has changed.

        """
        key_bytes(new)
        if self._bond is None:
            raise StoreUnwritable(_notices.read_only(self.path))
        if (found := self._bond.look()) != "here":
            self._move_out(self._bond, found)
        bond, used = self._bond, self._passphrase
        # A save that waits meanwhile finds this file closed, and is refused: never lost unseen.
        with bond.alone():
            try:
                with in_plain_words(), new_file(self.path, replace=True) as draft:
                    self.copy_to(draft, passphrase=new)
                    # Windows replaces no file that is open.
                    self._let_go(bond)
            except (OSError, StoreError):
                if self._database.closed:
                    self._take_up(used)
                raise
            self._take_up(new)

    def give_place(self, swap: Callable[[], _Swapped], passphrase: str) -> _Swapped:
        """Close while ``swap`` puts another file in the place of this one, and go on in that.

        *passphrase* is that of the other file. What ``swap`` raises comes through, and this store
        is open as it was.

        Raises:
            StoreUnwritable: this store can only be read.

        """
        if self._bond is None:
            raise StoreUnwritable(_notices.read_only(self.path))
        used = self._passphrase
        self.close()
        try:
            swapped = swap()
        except Exception:
            self._take_up(used)
            raise
        self._take_up(passphrase)
        return swapped

    def _let_go(self, bond: Bond) -> None:
        """Close the file, with nothing left in a log: beside the new one it would be a stranger."""
        bond.close()
        log = log_of(self.path)
        if log.exists() and log.stat().st_size:
            raise StoreUnwritable

    def _take_up(self, passphrase: str) -> None:
        self._database = connect(self.path, passphrase)
        self._bond = Bond(self._database, self.path, passphrase)
        self._passphrase = passphrase
        self._profile_row = self._database.rows(PROFILE_ROW)[0]
