"""The change log in an open store: reading it, and noting what changes no document."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final, cast

from giz_gesprek.conversation.change_log import WHOLE_FILE, Change, LoggedChange
from giz_gesprek.errors import NotInStore
from giz_gesprek.store._drafts import DraftStore
from giz_gesprek.store._records import to_text

if TYPE_CHECKING:
    from giz_gesprek.conversation.change_log import Action

# From families, so that nothing is noted of one that is gone.
_NOTE: Final = """
    INSERT INTO changes (family_id, conversation_id, at, actor_id, item, action)
    SELECT id, ?, ?, ?, ?, ? FROM families
"""


class ChangeStore(DraftStore):
    """An open store, and the change log of each family in it."""

    def changes(self, family_id: str) -> tuple[LoggedChange, ...]:
        """Return the log of one family, in the order in which it happened.

        An action can be a word that this release does not know.
        """
        self._look()
        rows = self._database.rows(
            "SELECT at, item, action, actor_id, conversation_id"
            " FROM changes WHERE family_id = ? ORDER BY id",
            family_id,
        )
        return tuple(
            LoggedChange(
                datetime.fromisoformat(at),
                Change(
                    item=item,
                    action=cast("Action", action),
                    actor_id=actor,
                    conversation_id=conversation,
                ),
            )
            for at, item, action, actor, conversation in rows
        )

    def note(self, family_id: str, change: Change, now: datetime) -> None:
        """Add to the log of a family what changes nothing in its document.

        Raises:
            NotInStore: there is no such family.

        """
        with self._changing():
            if not self._log(family_id, change, to_text(now)):
                raise NotInStore

    def note_everywhere(self, action: Action, now: datetime) -> None:
        """Let the log of each family say what was done with all of them."""
        change = Change(item=WHOLE_FILE, action=action)
        with self._changing():
            self._database.run(_NOTE, *_values(change, to_text(now)))

    def _log(self, family_id: str, change: Change, at: str) -> int:
        """Add to the log of a family, in the transaction of who calls; return to how many."""
        return self._database.run(f"{_NOTE} WHERE id = ?", *_values(change, at), family_id)


def _values(change: Change, at: str) -> tuple[str | None, ...]:
    return (change.conversation_id, at, change.actor_id, change.item, change.action)
