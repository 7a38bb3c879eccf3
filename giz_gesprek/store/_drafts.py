"""What an open store keeps besides families: what is being typed, and who the professional is."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from giz_gesprek.errors import NotInStore
from giz_gesprek.store._document import load_profile
from giz_gesprek.store._lifetime import OpenStore
from giz_gesprek.store._records import Profile, to_text

# From families, so that a draft which comes too late cannot outlive its family.
_SAVE_DRAFT: Final = """
    INSERT INTO drafts (family_id, conversation_id, key, updated_at, text)
    SELECT id, ?, ?, ?, ? FROM families WHERE id = ?
    ON CONFLICT (family_id, conversation_id, key) DO UPDATE SET
        updated_at = excluded.updated_at,
        text = excluded.text
"""
# Without a conversation: in every conversation of the family.
DROP_DRAFT: Final = """
    DELETE FROM drafts
    WHERE family_id = ? AND conversation_id = ifnull(?, conversation_id) AND key = ?
"""


class DraftStore(OpenStore):
    """An open store, its drafts and its profile."""

    def save_draft(
        self, family_id: str, conversation_id: str, key: str, text: str, now: datetime
    ) -> None:
        """Keep what is being typed, as it is; an earlier draft with this key is replaced.

        Raises:
            NotInStore: there is no such family, or no longer.

        """
        # What a terminal could not decode has no place in UTF-8, and may not cost the rest.
        storable = text.encode("utf-8", "replace").decode()
        values = (conversation_id, key, to_text(now), storable, family_id)
        with self._changing():
            if not self._database.run(_SAVE_DRAFT, *values):
                raise NotInStore

    def draft(self, family_id: str, conversation_id: str, key: str) -> str | None:
        """Return what was being typed, or None."""
        self._look()
        rows = self._database.rows(
            "SELECT text FROM drafts WHERE family_id = ? AND conversation_id = ? AND key = ?",
            *(family_id, conversation_id, key),
        )
        return str(rows[0][0]) if rows else None

    def draft_keys(self, family_id: str, conversation_id: str) -> tuple[str, ...]:
        """Return where something is being typed in a conversation."""
        self._look()
        rows = self._database.rows(
            "SELECT key FROM drafts WHERE family_id = ? AND conversation_id = ? ORDER BY key",
            *(family_id, conversation_id),
        )
        return tuple(str(key) for (key,) in rows)

    def drop_draft(self, family_id: str, conversation_id: str, key: str) -> None:
        """Forget a draft; one that is not there is fine."""
        with self._changing():
            self._database.run(DROP_DRAFT, family_id, conversation_id, key)

    def profile(self) -> Profile:
        """Return the professional's own details and settings."""
        self._look()
        return load_profile(self._database.rows("SELECT document FROM profile")[0][0])

    def save_profile(self, profile: Profile) -> None:
        """Replace the professional's own details and settings."""
        document = profile.model_dump_json()
        with self._changing():
            self._database.run("UPDATE profile SET document = ?", document)
        self._profile_row = (*self._profile_row[:-1], document)
