"""A document of an earlier version, brought up to date before it is validated.

Works on plain parsed JSON, because an old document does not fit today's models. Must not
know where the document came from: the store, an import and an export go through here.
"""

from __future__ import annotations

from giz_gesprek.conversation.dossier import SCHEMA_VERSION


class NewerDocument(ValueError):
    """The document was written by a newer version of the program."""


def upgrade_document(raw: dict[str, object]) -> dict[str, object]:
    """Return *raw*, parsed from JSON, in the shape of :data:`SCHEMA_VERSION`.

    Version 1 is the only one so far and passes unchanged. Whatever is wrong beyond the
    version is left for the models to refuse.

    Raises:
        NewerDocument: ``schema_version`` is higher than this program knows.

    """
    version = raw.get("schema_version")
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise NewerDocument(f"schema_version {version} is newer than {SCHEMA_VERSION}")
    return raw
