"""A dossier as JSON: the whole document, as ``import`` and ``export --from`` read it."""

from __future__ import annotations

from giz_gesprek.conversation.dossier import Dossier


def dossier_json(dossier: Dossier) -> str:
    """Return the dossier as readable JSON that ends with one line feed."""
    return dossier.model_dump_json(indent=2) + "\n"
