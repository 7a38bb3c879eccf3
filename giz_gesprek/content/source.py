"""A YAML file of content as plain data, with the line of every value at hand.

Must not know what the data means, nor how it was read: that is for ``yaml_file``, as reading is
seldom needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from giz_gesprek.content.findings import Finding

if TYPE_CHECKING:
    import yaml

Location = Sequence[object]
"""The keys and positions that lead to a value, from the root."""


class SourceError(Exception):
    """A file that is not the YAML it should be; carries one finding for each mistake."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = tuple(findings)


@dataclass(frozen=True)
class Source:
    """One YAML file: its path, its bytes and its data."""

    path: Path
    raw: bytes
    data: dict[str, Any]
    _root: yaml.Node = field(repr=False, compare=False)

    def line(self, location: Location) -> int:
        """Return the line, from 1, of the value at ``location`` or of its nearest parent."""
        return self._walk(location)[1]

    def depth(self, location: Location) -> int:
        """Return how many parts of ``location`` stand in this file."""
        return self._walk(location)[0]

    def _walk(self, location: Location) -> tuple[int, int]:
        node, line, depth = self._root, 1, 0
        for part in location:
            found = _child(node, part)
            if found is None:
                break
            node, line = found
            depth += 1
        return depth, line


def nearest(sources: Sequence[Source], location: Location) -> Source:
    """Return the file to mend for ``location``: the one that has most of it, the last of equals."""
    if len(sources) == 1:
        return sources[0]
    return max(reversed(sources), key=lambda source: source.depth(location))


def _child(node: yaml.Node, part: object) -> tuple[yaml.Node, int] | None:
    if _id(node) == "mapping":
        for key, value in node.value:
            if key.value == str(part):
                return value, key.start_mark.line + 1
    if _id(node) == "sequence" and isinstance(part, int) and part < len(node.value):
        item = node.value[part]
        return item, item.start_mark.line + 1
    return None


def _id(node: yaml.Node) -> str:
    """Return which kind of node it is; those of YAML have it, though their type does not say so."""
    return str(getattr(node, "id", ""))
