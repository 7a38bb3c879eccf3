"""The content folder and the folders laid over it, as plain data.

Owns the merging of files of the same name and the gathering of findings. Must not know what
the data means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from giz_gesprek.content.findings import Finding
from giz_gesprek.content.source import Source, SourceError, nearest


@dataclass(frozen=True)
class Placed:
    """Where something was written."""

    source: Source
    location: tuple[object, ...]

    @property
    def path(self) -> str:
        """The file, as findings name it."""
        return str(self.source.path)

    @property
    def line(self) -> int:
        """The line, from 1."""
        return self.source.line(self.location)


@dataclass(frozen=True)
class Merged:
    """The files of one name, and their data with the later folders over the earlier ones."""

    sources: tuple[Source, ...]
    data: dict[str, Any]

    def place(self, *location: object) -> Placed:
        """Return where ``location`` was last written. Needs at least one source."""
        return Placed(nearest(self.sources, location), location)


class Folders:
    """Reads YAML from folders in order; gathers findings instead of stopping at the first.

    Attributes:
        sources: every file that could be read, in order.
        findings: one for each mistake so far; whoever interprets the data adds to it.

    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self.sources: list[Source] = []
        self.findings: list[Finding] = []

    def __iter__(self) -> Iterator[Path]:
        """Yield the folders, the content folder first."""
        return iter(self._folders)

    def merged(self, name: str, *, required: bool) -> Merged:
        """Read the files called ``name``; only the first folder can be required to have it."""
        found: list[Source] = []
        data: dict[str, Any] = {}
        for position, folder in enumerate(self._folders):
            path = folder / name
            if not path.exists() and not (required and position == 0):
                continue
            source = self.read(path)
            if source is not None:
                found.append(source)
                data = merge(data, source.data)
        return Merged(tuple(found), data)

    def read(self, path: Path, *, draft: bool = False) -> Source | None:
        """Read one file; None, and findings, where it is not what it should be.

        In a ``draft`` a name without a value is not there yet: a translator fills in bit by bit.
        """
        from giz_gesprek.content.yaml_file import read_source  # ours are compiled: seldom needed

        try:
            source = read_source(path, may_be_empty=draft)
        except SourceError as error:
            self.findings.extend(error.findings)
            return None
        if draft:
            source = replace(source, data=_filled(source.data))
        self.sources.append(source)
        return source

    def report(self, placed: Placed, rule: str, subject: str, message: str) -> None:
        """Add a finding about what stands at ``placed``."""
        self.findings.append(Finding(placed.path, placed.line, rule, subject, message))


def merge(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``below`` with ``above`` over it, key by key; a list or a value is replaced."""
    merged = dict(below)
    for key, value in above.items():
        earlier = merged.get(key)
        if isinstance(earlier, dict) and isinstance(value, dict):
            merged[key] = merge(earlier, value)
        else:
            merged[key] = value
    return merged


def frozen(value: object) -> object:
    """Return ``value`` with lists as tuples, as the strict models want them."""
    if isinstance(value, dict):
        return {key: frozen(part) for key, part in value.items()}
    if isinstance(value, list):
        return tuple(frozen(part) for part in value)
    return value


def _filled(names: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``names`` without those that have no value, at any depth."""
    filled: dict[str, Any] = {}
    for name, value in names.items():
        kept = _filled(value) if isinstance(value, dict) else value
        if kept is not None and kept != {} and not (isinstance(kept, str) and not kept.strip()):
            filled[name] = kept
    return filled
