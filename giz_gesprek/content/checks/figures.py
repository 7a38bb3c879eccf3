"""The report at the end of a check: for information, never a reason to fail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.sentences import Readability, readability
from giz_gesprek.content.loader import LoadedContent


@dataclass(frozen=True)
class FileFigures:
    """How one file reads. ``texts`` counts ids; examples and easier forms are measured too."""

    path: str
    texts: int
    readability: Readability


@dataclass(frozen=True)
class Figures:
    """How all files read, and how many of their texts real readers have tried."""

    files: tuple[FileFigures, ...]
    texts: int
    tested: int


def figures(content: LoadedContent, passages: Sequence[Passage]) -> Figures:
    """Measure every file of ``content``."""
    by_file: dict[str, list[Passage]] = {}
    for passage in passages:
        by_file.setdefault(passage.path, []).append(passage)
    entries = [entry for table in content.library.tables.values() for entry in table.values()]
    return Figures(
        files=tuple(
            FileFigures(
                path,
                len({passage.text_id for passage in inside}),
                readability(sentence for passage in inside for sentence in passage.sentences),
            )
            for path, inside in by_file.items()
        ),
        texts=len(entries),
        tested=sum(entry.reader_test is not None for entry in entries),
    )
