"""The tables of the store, as the steps that led to them.

``_mark`` keeps how many steps a file has had. A step that has been released is never edited: a
file of then has to become the same as a file made today.
"""

from __future__ import annotations

from typing import Final

from giz_gesprek.errors import NewerStore, StoreUnwritable, WrongPassphrase
from giz_gesprek.store._cipher import Database
from giz_gesprek.store._mark import set_version, version_of

APPLICATION_ID: Final = 0x47495A47
"""``GIZG``: another program's file with the same passphrase is still not a store."""

_FAMILIES_CHANGES_PROFILE: Final = (
    # The document is last: what stands before it is read without its pages.
    """
    CREATE TABLE families (
        id TEXT PRIMARY KEY,
        label TEXT NOT NULL,
        conversations INTEGER NOT NULL,
        last_conversation_at TEXT,
        updated_at TEXT NOT NULL,
        document TEXT NOT NULL
    ) STRICT
    """,
    # The order of the log is the order of its ids: a clock can jump back.
    """
    CREATE TABLE changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        family_id TEXT NOT NULL REFERENCES families (id) ON DELETE CASCADE,
        conversation_id TEXT,
        at TEXT NOT NULL,
        actor_id TEXT,
        item TEXT NOT NULL,
        action TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX changes_of_family ON changes (family_id, conversation_id, item)",
    """
    CREATE TABLE profile (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        store_id TEXT NOT NULL,
        created_at TEXT NOT NULL,
        document TEXT NOT NULL
    ) STRICT
    """,
)

_DRAFTS_AND_ORDER_OF_USE: Final = (
    """
    CREATE TABLE drafts (
        family_id TEXT NOT NULL REFERENCES families (id) ON DELETE CASCADE,
        conversation_id TEXT NOT NULL,
        key TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (family_id, conversation_id, key)
    ) STRICT
    """,
    # Counts every save, so that the family of today comes first whatever the clock says.
    "ALTER TABLE families ADD COLUMN used INTEGER NOT NULL DEFAULT 0",
    """
    UPDATE families SET used = place FROM
        (SELECT id AS of, row_number() OVER (ORDER BY updated_at, id) AS place FROM families)
    WHERE id = of
    """,
    # Holds the whole list of families: no document is touched to show it.
    """
    CREATE INDEX families_by_use
    ON families (used, id, label, conversations, last_conversation_at)
    """,
)

_STATES: Final = (
    # How far the conversations of a family are, without reading them: see ``_store``.
    "ALTER TABLE families ADD COLUMN states TEXT",
    """
    UPDATE families SET states = (
        SELECT coalesce(group_concat(state), '') FROM (
            SELECT json_extract(value, '$.state') AS state
            FROM json_each(document, '$.conversations')
            GROUP BY state ORDER BY max(json_extract(value, '$.started_at')) DESC
        )
    ) WHERE json_valid(document)
    """,
    "DROP INDEX families_by_use",
    """
    CREATE INDEX families_by_use
    ON families (used, id, label, conversations, last_conversation_at, states)
    """,
    # When something of a family went out, without reading its log: see ``_store``.
    """
    CREATE INDEX changes_that_went_out ON changes (id, family_id, at, action)
    WHERE action IN ('exported', 'printed', 'copied', 'kept_longer')
    """,
)

PROFILE: Final = "profile"
TABLES: Final = ("families", "changes", "drafts")
"""All others, each after what it refers to."""

MIGRATIONS: Final[tuple[tuple[str, ...], ...]] = (
    _FAMILIES_CHANGES_PROFILE,
    _DRAFTS_AND_ORDER_OF_USE,
    _STATES,
)
"""Step *n* takes a file from version *n* to *n* + 1."""


def mark_as_store(database: Database) -> None:
    """Make a new, empty file recognisable as a store of version 0."""
    database.run(f"PRAGMA application_id = {APPLICATION_ID}")


def check_version(database: Database) -> bool:
    """Tell whether there are steps that the file has not had.

    Raises:
        NewerStore: the file has had steps that this program does not know.
        WrongPassphrase: the file is readable, but another program's.

    """
    if int(database.rows("PRAGMA application_id")[0][0]) != APPLICATION_ID:
        raise WrongPassphrase
    version = version_of(database)
    if version > len(MIGRATIONS):
        raise NewerStore
    return version < len(MIGRATIONS)


def require_current(database: Database) -> None:
    """Refuse a file that lacks steps, where they cannot be taken.

    Raises:
        StoreUnwritable: it lacks some.
        NewerStore, WrongPassphrase: as ``check_version`` does.

    """
    if check_version(database):
        raise StoreUnwritable


def migrate(database: Database) -> None:
    """Take the steps that the file has not had, all of them or none.

    Raises:
        NewerStore, WrongPassphrase: as ``check_version`` does; the file is untouched.
        StoreUnwritable: the file can be read only.

    """
    version = version_of(database)
    check_version(database)
    # Also when there is nothing to do: a file that cannot be written has to say so now,
    # not at the first answer.
    with database.transaction():
        for statements in MIGRATIONS[version:]:
            for statement in statements:
                database.run(statement)
        if version < len(MIGRATIONS):
            set_version(database, len(MIGRATIONS))
