from __future__ import annotations

import json
from pathlib import Path
from typing import Final, cast

import pytest

from giz_gesprek.conversation.child_now import ChildNow
from giz_gesprek.conversation.dossier import SCHEMA_VERSION, Dossier
from giz_gesprek.conversation.importing import read_dossier
from giz_gesprek.conversation.upgrade import NewerDocument, parse_document, upgrade_document
from giz_gesprek.store._document import dump_dossier, load_dossier

OLD: Final = Path(__file__).parent / "documents" / "version-1-at-the-goals.json"

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


def test_a_step_of_version_1_keeps_who_does_it() -> None:
    before = old_document()
    upgraded = upgrade_document(before)
    dossier = Dossier.model_validate_json(json.dumps(upgraded))
    steps = dossier.conversations[0].plan.goals[0].steps
    assert [(step.who, step.who_else) for step in steps] == [
        (("mother",), None),
        ((), "Tante Bo"),
        ((), None),
    ]
    assert before == old_document()


@pytest.mark.parametrize("plan", [None, [], {}, {"goals": None}, {"goals": [3, {"steps": {}}]}])
def test_an_old_document_of_another_shape_is_left_to_the_models(plan: object) -> None:
    raw: dict[str, object] = {"schema_version": 1, "conversations": [{"plan": plan}]}
    assert upgrade_document(raw) == {**raw, "schema_version": 2}


def old_document() -> dict[str, object]:
    """Return a document as version 1 wrote it, in the middle of a conversation."""
    return cast("dict[str, object]", json.loads(OLD.read_text(encoding="utf-8")))
