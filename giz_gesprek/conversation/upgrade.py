"""A document of any version as plain parsed JSON, brought up to date before it is validated.

An old document does not fit today's models, and a newer one may hold anything: its version is
looked at before all else. Must not know where the document came from: the store, an import and
an export go through here.
"""

from __future__ import annotations

import json
import re
from typing import Final

from giz_gesprek.conversation.dossier import SCHEMA_VERSION

_OPENING: Final = re.compile(r'\s*\{\s*"schema_version"\s*:\s*(?:"([^"]*)"|([^\s,}]+))')
_NUMBER: Final = re.compile(r"v?(\d{1,9})((?:\.\d{1,9})*)")


class NewerDocument(ValueError):
    """The document was written by a newer version of the program."""


def parse_document(text: str) -> object:
    """Return what stands in *text*, a JSON document of any version.

    Raises:
        NewerDocument: it cannot be read to its end, and begins as a document of a newer version:
            each begins with its version.
        ValueError: it is no JSON; a ``JSONDecodeError`` where there is a place to name.

    """
    try:
        return json.loads(text)
    except ValueError:
        _refuse_newer(_opening_version(text))
        raise
    except RecursionError as error:
        _refuse_newer(_opening_version(text))
        raise ValueError("nested too deeply") from error


def upgrade_document(raw: dict[str, object]) -> dict[str, object]:
    """Return *raw*, parsed from JSON, in the shape of :data:`SCHEMA_VERSION`.

    Version 2 knows more than version 1, all of which may be absent. Whatever is wrong beyond the
    version is left for the models to refuse.

    Raises:
        NewerDocument: ``schema_version`` is higher than this program knows, however it is
            written: as 3, 3.0, "3" or "2.1".

    """
    version = raw.get("schema_version")
    _refuse_newer(version)
    if type(version) is int and version == 1:
        return {**raw, "schema_version": SCHEMA_VERSION}
    return raw


def _opening_version(text: str) -> str | None:
    found = _OPENING.match(text)
    return None if found is None else found[1] or found[2]


def _refuse_newer(version: object) -> None:
    number = _NUMBER.fullmatch(str(version).strip())
    if number is None:
        return
    behind = any(int(part) for part in number[2].split(".")[1:])
    if (int(number[1]), behind) > (SCHEMA_VERSION, False):
        raise NewerDocument(f"the version is higher than {SCHEMA_VERSION}")
