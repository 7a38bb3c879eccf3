"""All conversations of a family in lines: the last one first."""

from __future__ import annotations

from pathlib import Path

from giz_gesprek.store import Store
from tests.plain.test_setup import types
from tests.store.support import NOW, PASSPHRASE
from tests.support.talks import second_visit


def test_all_conversations_of_a_family_are_told_the_last_one_first(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save(second_visit().dossier, now=NOW)
    told = types(path, "/a", "1")
    [number] = [
        line[0] for line in told.splitlines() if line.endswith("Overzicht van alle gesprekken")
    ]
    told = types(path, "/a", "1", number)
    days = [told.rindex(day) for day in ("3 november 2026", "22 september 2026")]
    assert told.index("Onderwerpen: Eten en slapen; Liefde en aandacht") > days[1]
    assert "Doel: “Samen eten.”" in told
