"""A picture in a document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """A pictogram by its id in the content.

    The words beside it say the same, always: who does not see it misses nothing, and hears
    nothing twice.
    """

    pictogram: str
