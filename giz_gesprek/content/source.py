"""A YAML file as plain data, with the line of every value at hand.

Owns safe reading: no tags, no duplicate keys, no aliases. Must not know what the data means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

from giz_gesprek.content.findings import Finding
from giz_gesprek.i18n import _

# The C parser is eight times faster; the wheel of PyYAML carries it on the three systems.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_STRING: Final = "tag:yaml.org,2002:str"

_OPENED: Final = ("quoted scalar", "flow mapping", "flow sequence")

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


def read_source(path: Path, *, may_be_empty: bool = False) -> Source:
    """Read a YAML file whose root is a mapping; ``may_be_empty`` allows one with comments only.

    Raises:
        SourceError: the file cannot be read, is no YAML, has a key twice, or is no mapping.

    """
    root, raw = _composed(path)
    if root is None and may_be_empty:
        start = yaml.Mark(str(path), 0, 0, 0, None, 0)
        root = yaml.MappingNode("tag:yaml.org,2002:map", [], start, start)
    if not isinstance(root, yaml.MappingNode):
        raise _error(path, 1, "yaml", _("must hold names with values under them"))
    if findings := sorted(_mistakes(path, root)):
        raise SourceError(findings)
    loader = _Loader("")
    try:
        data: dict[str, Any] = loader.construct_document(root)
    except (yaml.YAMLError, ValueError) as error:  # a tag that is not plain, a date that is none
        raise _unreadable(path, error) from error
    finally:
        loader.dispose()
    return Source(path, raw, data, root)


def _composed(path: Path) -> tuple[yaml.Node | None, bytes]:
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
        return yaml.compose(text, Loader=_Loader), raw
    except OSError as error:
        message = _("cannot be read: {reason}").format(reason=error.strerror)
        raise _error(path, 1, "file", message) from error
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _error(path, line, "file", _("is no UTF-8: save the file as UTF-8")) from error
    except yaml.YAMLError as error:
        raise _unreadable(path, error) from error


def _mistakes(path: Path, root: yaml.Node) -> Iterator[Finding]:
    """Yield what YAML would accept and then lose or change."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            message = _("an alias (*) is not allowed: write the words out, or use ref")
            yield Finding(str(path), node.start_mark.line + 1, "yaml", "", message)
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            yield from _key_mistakes(path, node)
            waiting.extend(value for _key, value in node.value)
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)


def _key_mistakes(path: Path, node: yaml.MappingNode) -> Iterator[Finding]:
    known: set[object] = set()
    for key, _value in node.value:
        line = key.start_mark.line + 1
        if key.tag != _STRING:
            message = _("put this name between quotes: YAML does not read it as text")
            yield Finding(str(path), line, "yaml", str(key.value), message)
        elif key.value in known:
            message = _("stands here for the second time: remove one of the two")
            yield Finding(str(path), line, "duplicate-id", key.value, message)
        known.add(key.value if isinstance(key, yaml.ScalarNode) else id(key))


def _child(node: yaml.Node, part: object) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return value, key.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        item = node.value[part]
        return item, item.start_mark.line + 1
    return None


def _error(path: Path, line: int, rule: str, message: str) -> SourceError:
    return SourceError([Finding(str(path), line, rule, "", message)])


def _unreadable(path: Path, error: Exception) -> SourceError:
    """Return the finding for what the parser refused, at the line where a writer should look."""
    problem = str(getattr(error, "problem", None) or error)
    mark = getattr(error, "problem_mark", None)
    if str(getattr(error, "context", "")).endswith(_OPENED):
        # A quote or bracket that is never closed is noticed far below the place to mend.
        mark = error.context_mark  # type: ignore[attr-defined]
    message = _(
        "is no YAML ({problem}): look here and at the line above; indent with two spaces a"
        " level, close quotes and brackets, and put a text with a colon or a quote in it"
        " between quotes"
    ).format(problem=problem)
    return _error(path, mark.line + 1 if mark else 1, "yaml", message)
