"""What an open store keeps: families, the change log, drafts and the professional's profile."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from giz_gesprek.conversation.change_log import CONVERSATION, Change
from giz_gesprek.errors import NotInStore
from giz_gesprek.store._cipher import Database
from giz_gesprek.store._document import Dumping, dump_dossier, load_dossier
from giz_gesprek.store._drafts import DROP_DRAFT
from giz_gesprek.store._records import (
    DeletionReceipt,
    DraftKey,
    FamilyRow,
    Forgotten,
    WentOut,
    in_utc,
    to_text,
)
from giz_gesprek.store._whole import WholeStore

if TYPE_CHECKING:
    from giz_gesprek.conversation.dossier import Dossier

_SAVE_FAMILY: Final = """
    INSERT INTO families
        (id, label, conversations, last_conversation_at, states, updated_at, document, used)
    VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(used), 0) + 1 FROM families))
    ON CONFLICT (id) DO UPDATE SET
        label = excluded.label,
        conversations = excluded.conversations,
        last_conversation_at = excluded.last_conversation_at,
        states = excluded.states,
        updated_at = excluded.updated_at,
        document = excluded.document,
        used = excluded.used
"""
# Without a conversation: in every conversation of the family.
_FORGET: Final = """
    DELETE FROM changes
    WHERE family_id = ? AND conversation_id = ifnull(?, conversation_id) AND item = ?
"""
# The condition is that of the index, word for word. By the order of the log: a clock can jump.
_WENT_OUT: Final = """
    SELECT family_id, at, action FROM changes INDEXED BY changes_that_went_out
    WHERE action IN ('exported', 'printed', 'copied', 'kept_longer') ORDER BY id
"""
_FORGET_ACTOR: Final = """
    DELETE FROM changes WHERE family_id = ? AND conversation_id = ? AND actor_id = ?
"""


class Store(WholeStore):
    """Everything one professional keeps, in one encrypted file.

    Any thread may use it: opening takes a moment and belongs in a worker. Whatever a
    method has returned from is on the disk, whatever happens next. After a
    :class:`~giz_gesprek.errors.StoreError` nothing of that one call is stored, everything
    before it is, and the store goes on::

        with Store.open(path, passphrase) as store:
            dossier = store.read(store.families()[0].id)
            store.save(changed(dossier), now=now, change=change)

    A closed store raises ``ValueError``, as a closed file does. After
    :class:`~giz_gesprek.errors.StoreDamaged` it has to be closed and opened again to reach
    the other families: SQLCipher answers nothing more once a page has failed its check.
    """

    def __init__(self, *arguments: Any) -> None:  # noqa: ANN401 - as every open store
        super().__init__(*arguments)
        # A file that another program writes over may not take along what was saved in it.
        self._saved_here: dict[str, Dossier] = {}
        self._dumping = Dumping()

    def families(self) -> tuple[FamilyRow, ...]:
        """Return all families, the one saved last first; no document is read for it."""
        self._look()
        rows = self._database.rows(
            "SELECT id, label, conversations, last_conversation_at, states"
            " FROM families INDEXED BY families_by_use ORDER BY used DESC"
        )
        return tuple(
            FamilyRow(
                family_id,
                label,
                conversations,
                last_at and datetime.fromisoformat(last_at),
                None if states is None else tuple(states.split(",")) if states else (),
            )
            for family_id, label, conversations, last_at, states in rows
        )

    def read(self, family_id: str) -> Dossier:
        """Return everything about one family.

        Raises:
            NotInStore: there is no such family.
            StoreDamaged: its document cannot be read; it stays as it is.
            NewerStore: a newer version of the program wrote its document.

        """
        self._look()
        return self._document(family_id)

    def save(
        self,
        dossier: Dossier,
        *,
        now: datetime,
        change: Change | None = None,
        drop_draft: DraftKey | None = None,
        forget: Forgotten | None = None,
    ) -> None:
        """Store a new family, or replace what was stored of it, in one transaction.

        Args:
            dossier: the whole document.
            now: aware; for the list and the log.
            change: what the log remembers of it.
            drop_draft: a draft that has become part of the document.
            forget: lines that this document no longer has.

        """
        family_id, at = dossier.family.id, to_text(now)
        with self._changing():
            self._write(dossier, at)
            if forget is not None:
                self._forget(family_id, forget)
            if change is not None:
                self._log(family_id, change, at)
            if drop_draft is not None:
                draft = (drop_draft.conversation_id, drop_draft.key)
                self._database.run(DROP_DRAFT, family_id, *draft)
        self._saved_here[family_id] = dossier
        if forget is not None and forget.of_actor is not None:
            self._scrub()

    def delete_family(self, family_id: str, now: datetime) -> DeletionReceipt:
        """Delete everything about one family: document, log, drafts, and their traces.

        Raises:
            NotInStore: there is no such family.
            StoreDamaged: another part of the file cannot be read, so it stays as large as
                it was; the family is gone.

        """
        at = in_utc(now)
        with self._changing():
            rows = self._database.rows("SELECT conversations FROM families WHERE id = ?", family_id)
            # The log and the drafts go along: ON DELETE CASCADE.
            if not self._database.run("DELETE FROM families WHERE id = ?", family_id):
                raise NotInStore
        self._saved_here.pop(family_id, None)
        self._scrub()
        return DeletionReceipt(at, int(rows[0][0]), self._store_id())

    def delete_conversation(
        self, family_id: str, conversation_id: str, now: datetime
    ) -> DeletionReceipt:
        """Delete one conversation of a family: what was said, its log, its drafts, their traces.

        Raises:
            NotInStore: there is no such family or conversation.
            StoreDamaged: the document cannot be read; :meth:`delete_family` still works.

        """
        # Seldom needed, and the first screen waits for no document.
        from giz_gesprek.conversation.consenting import without_unnamed_recipients
        from giz_gesprek.conversation.gathering import without_conversation

        at = in_utc(now)
        with self._changing():
            dossier = self._document(family_id)
            if conversation_id not in {talk.id for talk in dossier.conversations}:
                raise NotInStore
            # With whom something was shared, and who is around the family, was said in it.
            dossier = without_unnamed_recipients(without_conversation(dossier, conversation_id))
            self._write(dossier, to_text(now))
            for table in ("changes", "drafts"):
                where = "WHERE family_id = ? AND conversation_id = ?"
                self._database.run(f"DELETE FROM {table} {where}", family_id, conversation_id)  # noqa: S608
            self._log(family_id, Change(item=CONVERSATION, action="deleted"), to_text(now))
        self._saved_here[family_id] = dossier
        self._scrub()
        return DeletionReceipt(at, 1, self._store_id())

    def went_out(self) -> dict[str, WentOut]:
        """Return of each family of which a report or a file was made when that was last."""
        self._look()
        found: dict[str, WentOut] = {}
        for family_id, at, action in self._database.rows(_WENT_OUT):
            moment = datetime.fromisoformat(at)
            if action != "kept_longer":
                found[family_id] = WentOut(moment, moment)
            elif family_id in found:
                found[family_id] = WentOut(found[family_id].exported_at, moment)
        return found

    def _forget(self, family_id: str, forget: Forgotten) -> None:
        for item in forget.items:
            self._database.run(_FORGET, family_id, forget.conversation_id, item)
            self._database.run(DROP_DRAFT, family_id, forget.conversation_id, item)
        if forget.of_actor is not None:
            here = (forget.conversation_id, forget.of_actor)
            self._database.run(_FORGET_ACTOR, family_id, *here)

    def _document(self, family_id: str) -> Dossier:
        rows = self._database.rows("SELECT document FROM families WHERE id = ?", family_id)
        if not rows:
            raise NotInStore
        return load_dossier(family_id, rows[0][0])

    def _write(self, dossier: Dossier, at: str) -> None:
        _write(self._database, dossier, at, self._dumping.dump(dossier))

    def _take_up(self, passphrase: str) -> None:
        super()._take_up(passphrase)
        self._saved_here.clear()  # another file may have taken the place
        self._dumping.forget()

    def _fill_with_changed(self, database: Database) -> None:
        at = str(self._profile_row[2])  # when this file was made: the day is in the document
        for dossier in self._saved_here.values():
            _write(database, dossier, at, dump_dossier(dossier))

    def _store_id(self) -> str:
        return str(self._database.rows("SELECT store_id FROM profile")[0][0])


def _write(database: Database, dossier: Dossier, at: str, document: str) -> None:
    newest = sorted(dossier.conversations, key=lambda talk: talk.started_at, reverse=True)
    last_at = newest[0].started_at if newest else None
    database.run(
        _SAVE_FAMILY,
        dossier.family.id,
        dossier.family.label,
        len(dossier.conversations),
        to_text(last_at) if last_at else None,
        ",".join(dict.fromkeys(talk.state for talk in newest)),
        at,
        document,
    )
