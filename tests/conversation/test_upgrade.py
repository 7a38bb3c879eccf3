from __future__ import annotations

import json

import pytest

from giz_gesprek.conversation.dossier import SCHEMA_VERSION
from giz_gesprek.conversation.upgrade import NewerDocument, parse_document, upgrade_document

NEWER = [2, 2.0, 1.5, 99, "2", " 2 ", "1.1", "2.0", "v3", "1.0.1"]
"""Versions that are higher than 1, however a later program writes them."""
NOT_NEWER = [None, 0, 1, 1.0, "1", "1.0", "", "nieuw", [], [2], {"major": 2}, True, False]


def test_a_document_of_today_passes_as_it_is() -> None:
    raw: dict[str, object] = {"schema_version": SCHEMA_VERSION, "family": {"id": "f1"}}
    assert upgrade_document(raw) is raw


@pytest.mark.parametrize("version", NEWER)
def test_a_document_of_a_newer_version_is_refused_without_quoting_it(version: object) -> None:
    raw: dict[str, object] = {"schema_version": version, "family": "Ganzenbloem"}
    with pytest.raises(NewerDocument) as caught:
        upgrade_document(raw)
    assert "Ganzenbloem" not in str(caught.value)


@pytest.mark.parametrize("version", NOT_NEWER)
def test_a_version_that_is_not_newer_is_left_to_the_models(version: object) -> None:
    raw: dict[str, object] = {"schema_version": version}
    assert upgrade_document(raw) is raw


@pytest.mark.parametrize("version", NEWER)
@pytest.mark.parametrize("rest", ['"family": <Ganzenbloem>}', "[" * 100_000, ""])
def test_a_newer_document_that_cannot_be_read_further_is_still_newer(
    version: object, rest: str
) -> None:
    with pytest.raises(NewerDocument):
        parse_document(f'{{ "schema_version": {json.dumps(version)}, {rest}')


@pytest.mark.parametrize("version", NOT_NEWER)
@pytest.mark.parametrize("rest", ['"family": <Ganzenbloem>}', "[" * 100_000, ""])
def test_a_broken_document_that_is_not_newer_is_no_json(version: object, rest: str) -> None:
    with pytest.raises(ValueError) as caught:
        parse_document(f'{{"schema_version": {json.dumps(version)}, {rest}')
    assert not isinstance(caught.value, NewerDocument)
