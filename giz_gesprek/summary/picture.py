"""A picture in a document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """A pictogram by its id in the content; ``alt`` is for who does not see it."""

    pictogram: str
    alt: str
