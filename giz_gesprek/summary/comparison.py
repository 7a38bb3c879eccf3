"""The answers of several people as a table: what a document holds beside its lines."""

from __future__ import annotations

from dataclasses import dataclass

from giz_gesprek.summary.picture import Picture


@dataclass(frozen=True)
class Said:
    """One answer in a comparison; ``literal`` when it is somebody's own words."""

    text: str
    literal: bool = False
    picture: Picture | None = None
    language: str | None = None


@dataclass(frozen=True)
class ComparedRow:
    """The answers to one question: a cell for each voice, empty where that voice gave none."""

    label: str
    cells: tuple[tuple[Said, ...], ...]


@dataclass(frozen=True)
class Comparison:
    """The answers of several people on one topic, a column for each of them.

    ``level`` is that of the heading above a voice where the voices stand under each other.
    """

    level: int
    label: str
    voices: tuple[str, ...]
    rows: tuple[ComparedRow, ...]
