"""What a conversation may know of the file that keeps it: whether that takes it, and where it is.

Owns the text for each. Must not know what is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from giz_gesprek.store import LoggedChange, Store


class Kept:
    """The file behind an open conversation."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._path = store.path

    @property
    def read_only(self) -> bool:
        """Whether the file can only be read: one can look around, and nothing is kept."""
        return self._store.read_only

    @property
    def owner(self) -> str:
        """Who has the file open, by name; empty where nobody said so."""
        return self._store.profile().name or ""

    @property
    def usual_voice(self) -> str | None:
        """What reads to a family without a voice of its own; None for the usual one."""
        return self._store.profile().voice

    def log(self, family_id: str) -> tuple[LoggedChange, ...]:
        """Return the change log of a family, in the order in which it happened."""
        return self._store.changes(family_id)

    @property
    def refusal(self) -> str:
        """The text that says why something was not kept."""
        return "common.cannot_save" if self.read_only else "common.not_saved"

    def news(self) -> str | None:
        """Return once the text that says that all is kept at another place from now on."""
        before, self._path = self._path, self._store.path
        return "common.kept_elsewhere" if self._path != before else None

    def settle(self) -> None:
        """Make what was kept independent of the log; for a quiet moment, on any thread."""
        self._store.settle()
