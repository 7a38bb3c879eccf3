"""Plain sqlite3 as the reference of the store: the same disk, WAL and ``synchronous = FULL``.

It has no encryption, and keeps the same documents; what is read is parsed as JSON and made into
nothing.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path


class PlainStore:
    """A table of documents in a file that nobody else has open."""

    def __init__(self, path: Path) -> None:
        self._connection = connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS t (id TEXT PRIMARY KEY, label TEXT, document TEXT)"
        )

    def save(self, family_id: str, text: str) -> None:
        """Keep a document; it is on the disk then."""
        statement = "INSERT OR REPLACE INTO t VALUES (?, 'label', ?)"
        self._connection.execute(statement, (family_id, text))

    def read(self, family_id: str) -> object:
        """Return a document as JSON has it."""
        rows = self._connection.execute("SELECT document FROM t WHERE id = ?", (family_id,))
        return json.loads(rows.fetchone()[0])

    def listed(self) -> list[tuple[str, str]]:
        """Return id and label of each."""
        return self._connection.execute("SELECT id, label FROM t").fetchall()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
