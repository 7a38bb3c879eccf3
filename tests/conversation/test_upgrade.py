from __future__ import annotations

import pytest

from giz_gesprek.conversation.dossier import SCHEMA_VERSION
from giz_gesprek.conversation.upgrade import NewerDocument, upgrade_document


def test_a_document_of_today_passes_as_it_is() -> None:
    raw: dict[str, object] = {"schema_version": SCHEMA_VERSION, "family": {"id": "f1"}}
    assert upgrade_document(raw) is raw


def test_a_document_of_a_newer_version_is_refused_without_quoting_it() -> None:
    raw: dict[str, object] = {"schema_version": SCHEMA_VERSION + 1, "family": "Ganzenbloem"}
    with pytest.raises(NewerDocument) as caught:
        upgrade_document(raw)
    assert "Ganzenbloem" not in str(caught.value)


@pytest.mark.parametrize("version", ["2", None, 0, 1.5, [], True])
def test_a_version_that_is_none_is_left_to_the_models(version: object) -> None:
    raw: dict[str, object] = {"schema_version": version}
    assert upgrade_document(raw) is raw
