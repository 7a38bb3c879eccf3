"""A document of any version as plain parsed JSON, brought up to date before it is validated.

An old document does not fit today's models, and a newer one may hold anything: its version is
looked at before all else. Must not know where the document came from: the store, an import and
an export go through here.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import Any, Final

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

    Version 2 knows more than version 1, all of which may be absent; several people can do a step of
    its plan. Whatever is wrong beyond the version is left for the models to refuse.

    Raises:
        NewerDocument: ``schema_version`` is higher than this program knows, however it is
            written: as 3, 3.0, "3" or "2.1".

    """
    version = raw.get("schema_version")
    _refuse_newer(version)
    return _with_several_helpers(raw) if type(version) is int and version == 1 else raw


def _with_several_helpers(raw: dict[str, object]) -> dict[str, object]:
    """Version 2: several people can do a step of the plan together."""
    upgraded = copy.deepcopy(raw)
    for step in _at(upgraded, "conversations", "plan", "goals", "steps"):
        if "who" in step:
            step["who"] = [] if step["who"] is None else [step["who"]]
    return {**upgraded, "schema_version": SCHEMA_VERSION}


def _at(raw: object, *path: str) -> Iterator[dict[str, Any]]:
    """Yield every record at a path, through the lists on the way; another shape has none."""
    if isinstance(raw, list):
        for each in raw:
            yield from _at(each, *path)
    elif isinstance(raw, dict) and path:
        yield from _at(raw.get(path[0]), *path[1:])
    elif isinstance(raw, dict):
        yield raw


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
