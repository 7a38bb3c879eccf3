"""A YAML file as plain data, with the line of every value at hand.

Owns safe reading: no tags, no duplicate keys, no aliases. Must not know what the data means.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from giz_gesprek.content.findings import Finding

# The C parser is eight times faster; the wheel of PyYAML carries it on the three systems.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class SourceError(Exception):
    """A file that is not the YAML it should be; carries one finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


class _UniqueKeyLoader(_Loader):  # type: ignore[misc]
    """A safe loader that refuses what would silently lose a text."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - the signature is PyYAML's
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise _DuplicateKey(key.value, key.start_mark.line + 1)
            seen.add(key.value)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return mapping


class _DuplicateKey(Exception):  # noqa: N818 - never leaves this module
    def __init__(self, key: str, line: int) -> None:
        super().__init__(key)
        self.key = key
        self.line = line


@dataclass(frozen=True)
class Source:
    """One YAML file: its path, its bytes and its data."""

    path: Path
    raw: bytes
    data: dict[str, Any]
    _root: list[yaml.Node] = field(default_factory=list, repr=False, compare=False)

    def line(self, location: Sequence[object]) -> int:
        """Return the line, from 1, of the value at ``location`` or of its nearest parent."""
        if not self._root:
            node = yaml.compose(self.raw, Loader=_Loader)
            if node is None:
                return 1
            self._root.append(node)
        node, line = self._root[0], 1
        for part in location:
            found = _child(node, part)
            if found is None:
                break
            node, line = found
        return line


def _child(node: yaml.Node, part: object) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return value, key.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        item = node.value[part]
        return item, item.start_mark.line + 1
    return None


def read_source(path: Path) -> Source:
    """Read a YAML file whose root is a mapping.

    Raises:
        SourceError: the file cannot be read, is no YAML, has a key twice, or is no mapping.

    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SourceError(Finding(str(path), 1, "file", "", f"cannot be read: {error.strerror}")) from error
    try:
        data = yaml.load(raw, Loader=_UniqueKeyLoader)  # noqa: S506 - derived from the safe loader
    except _DuplicateKey as error:
        finding = Finding(str(path), error.line, "duplicate-id", error.key, "stands here for the second time")
        raise SourceError(finding) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "is no YAML"
        line = mark.line + 1 if mark else 1
        raise SourceError(Finding(str(path), line, "yaml", "", str(problem))) from error
    if not isinstance(data, dict):
        raise SourceError(Finding(str(path), 1, "yaml", "", "must hold names with values under them"))
    return Source(path, raw, data)
