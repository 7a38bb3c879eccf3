"""A family that goes from one professional to another as a file, and comes back.

Owns which of two documents of a family goes on from the other. Pure; the file and its key are
the store's.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Final, Literal

from giz_gesprek.conversation.dossier import Dossier

MOST_MARKS: Final = 100
"""Of so many times that a family was given along, the last are remembered."""

Standing = Literal["new", "same", "goes_on", "older", "apart"]
"""How a family in a file stands to what is kept of it here.

- ``new``: nothing is kept of this family;
- ``same``: the same was said in both;
- ``goes_on``: what is kept here was given along, and the file goes on from that;
- ``older``: the file was given along from here, and what is kept here goes on from it;
- ``apart``: both went on since, or one of them does not come from the other.
"""


def mark_of(dossier: Dossier) -> str:
    """Return a mark that tells whether two documents hold the same words and answers."""
    # Without what changes by only looking: that makes no other document.
    said = dossier.model_dump(
        mode="json",
        exclude={
            "family": {"settings", "carried"},
            "conversations": {"__all__": {"position", "left_at"}},
        },
    )
    text = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def given_along(dossier: Dossier) -> Dossier:
    """Return a dossier that remembers that it is given along as it is now."""
    mark = mark_of(dossier)
    others = [each for each in dossier.family.carried if each != mark]
    marks = (*others, mark)[-MOST_MARKS:]
    family = dossier.family.model_copy(update={"carried": marks})
    return dossier.model_copy(update={"family": family})


def standing(incoming: Dossier, kept: Dossier | None) -> Standing:
    """Return how a family that comes in stands to what is ``kept`` of it; None for nothing."""
    if kept is None:
        return "new"
    comes, stays = mark_of(incoming), mark_of(kept)
    if comes == stays:
        return "same"
    # What stays as it was when it was given along can be replaced: the file begins with it.
    goes_on, older = stays in incoming.family.carried, comes in kept.family.carried
    if goes_on == older:
        return "apart"
    return "goes_on" if goes_on else "older"
