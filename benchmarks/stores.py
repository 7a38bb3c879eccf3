"""Stores to measure on: invented families under a passphrase of nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.reading import read_dossier
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


def small_store(path: Path) -> Path:
    """Make a store with the invented family in it."""
    return _store(path, (example(),))


def large_store(path: Path, families: int) -> Path:
    """Make a store with that many families, called ``Gezin 0000`` and so on."""
    dossier = example()
    return _store(
        path,
        tuple(
            dossier.model_copy(
                update={
                    "family": dossier.family.model_copy(
                        update={"id": new_id(), "label": f"Gezin {number:04}"}
                    )
                }
            )
            for number in range(families)
        ),
    )


def passphrase_file(folder: Path) -> Path:
    """Write the passphrase where ``--passphrase-file`` finds it."""
    path = folder / "passphrase"
    path.write_text(PASSPHRASE, encoding="utf-8")
    return path


def _store(path: Path, dossiers: tuple[Dossier, ...]) -> Path:
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save_profile(Profile(name="Sanne", organisation="Wijkploeg"))
        for dossier in dossiers:
            store.save(dossier, now=NOW)
    return path
