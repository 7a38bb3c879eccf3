"""Stores to measure on: invented families under a passphrase of nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.importing import read_dossier
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.paths import content_dir
from giz_gesprek.store import Profile, Store, new_id

if TYPE_CHECKING:
    from pathlib import Path

    from giz_gesprek.conversation.dossier import Dossier

PASSPHRASE: Final = "zeven paarse olifanten"  # noqa: S105  # of nothing
NOW: Final = datetime(2026, 11, 3, 13, 5, tzinfo=UTC)


def example() -> Dossier:
    """Return the invented family that comes with the program."""
    return read_dossier((content_dir() / "example" / "nl.json").read_bytes())


def at_a_choice() -> Dossier:
    """Return the invented family in the middle of a visit, at a question with choices."""
    dossier = example()
    step = QuestionStep(
        topic="eating_sleeping",
        child_id="pim",
        person_id="roos",
        question="appraisal",
    )
    during = {"state": "in_progress", "finished_at": None, "position": step.position}
    return dossier.with_conversation(dossier.conversations[0].model_copy(update=during))


def store_with(path: Path, *dossiers: Dossier) -> Path:
    """Make a store with these families."""
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save_profile(Profile(name="Sanne", organisation="Wijkploeg"))
        for dossier in dossiers:
            store.save(dossier, now=NOW)
    return path


def large_store(path: Path, families: int) -> Path:
    """Make a store with that many families, called ``Gezin 0000`` and so on."""
    dossier = example()
    return store_with(path, *(_numbered(dossier, number) for number in range(families)))


def passphrase_file(folder: Path) -> Path:
    """Write the passphrase where ``--passphrase-file`` finds it."""
    path = folder / "passphrase"
    path.write_text(PASSPHRASE, encoding="utf-8")
    return path


def _numbered(dossier: Dossier, number: int) -> Dossier:
    named = {"id": new_id(), "label": f"Gezin {number:04}"}
    return dossier.model_copy(update={"family": dossier.family.model_copy(update=named)})
