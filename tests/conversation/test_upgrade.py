from __future__ import annotations

import json
from pathlib import Path

import pytest

from giz_gesprek.conversation.child_now import ChildNow
from giz_gesprek.conversation.dossier import SCHEMA_VERSION
from giz_gesprek.conversation.importing import read_dossier
from giz_gesprek.conversation.upgrade import NewerDocument, parse_document, upgrade_document
from giz_gesprek.store._document import dump_dossier, load_dossier

NEWER = [3, 3.0, 2.5, 99, "3", " 3 ", "2.1", "3.0", "v4", "2.0.1"]
"""Versions that are higher than 2, however a later program writes them."""
NOT_NEWER = [None, 0, 2, 2.0, 1.0, "2", "1.0", "", "nieuw", [], [3], {"major": 3}, True, False]


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


def test_a_document_of_version_1_opens_with_nothing_known_of_what_is_new() -> None:
    old = (Path(__file__).parent / "documents" / "version-1.json").read_text(encoding="utf-8")
    assert json.loads(old)["schema_version"] == 1

    dossier = read_dossier(old)

    assert dossier.schema_version == SCHEMA_VERSION
    assert [talk.child_now for talk in dossier.conversations] == [ChildNow()]
    assert load_dossier(dossier.family.id, old) == dossier
    assert load_dossier(dossier.family.id, dump_dossier(dossier)) == dossier
