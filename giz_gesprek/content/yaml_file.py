"""Reads a YAML file of content as plain data.

Owns safe reading: no tags, no duplicate keys, no aliases. Must not know what the data means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import accumulate
from pathlib import Path
from stat import S_ISREG
from typing import Any, Final
from unicodedata import normalize

import yaml

from giz_gesprek.cleaning import as_lines
from giz_gesprek.content.findings import Finding
from giz_gesprek.content.source import Source, SourceError
from giz_gesprek.decoding import NoText, text_of
from giz_gesprek.i18n import _

# The C parser is eight times faster; the wheel of PyYAML carries it on the three systems.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_STRING: Final = "tag:yaml.org,2002:str"

_TAGS: Final = {
    kind: frozenset(f"tag:yaml.org,2002:{name}" for name in names)
    for kind, names in {
        yaml.ScalarNode: ("str", "int", "float", "bool", "null", "timestamp", "merge"),
        yaml.MappingNode: ("map",),
        yaml.SequenceNode: ("seq",),
    }.items()
}
"""What each kind of value can be without a tag of its own."""
_LARGEST_NUMBER: Final = 10**12

LARGEST_FILE: Final = 5_000_000
"""Bytes; all of our own together are a fifth of it."""
DEEPEST: Final = 50
"""Levels; ours are four."""
_MAY_BE_DEEP: Final = ("- - - ", "? ? ", " " * DEEPEST)
"""What a nesting without brackets has; none of our files has them."""
_BRACKET: Final = re.compile(r"[\[\]{}]")

_OPENED: Final = ("quoted scalar", "flow mapping", "flow sequence")


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
    finally:
        loader.dispose()
    return Source(path, raw, _cleaned(data), root)


def _cleaned(value: Any) -> Any:  # noqa: ANN401  # whatever YAML can hold
    """Return ``value`` with every text in it as text from anywhere else; names stay as they are."""
    if isinstance(value, str):
        return normalize("NFC", as_lines(value))
    if isinstance(value, dict):
        return {key: _cleaned(part) for key, part in value.items()}
    return [_cleaned(part) for part in value] if isinstance(value, list) else value


def _composed(path: Path) -> tuple[yaml.Node | None, bytes]:
    try:
        raw = _bytes_of(path)
        text = text_of(raw)
        if (line := _too_deep(text)) is not None:
            raise _error(path, line, "yaml", _("is nested too deeply: take levels away"))
        return yaml.compose(text, Loader=_Loader), raw
    except OSError as error:
        message = _("cannot be read: {reason}").format(reason=error.strerror)
        raise _error(path, 1, "file", message) from error
    except NoText as problem:
        message = (
            _("is UTF-16 and no UTF-8: save the file as UTF-8")
            if problem.cause == "utf-16"
            else _("is no UTF-8: save the file as UTF-8")
        )
        raise _error(path, problem.line, "file", message) from problem
    except yaml.YAMLError as error:
        raise _unreadable(path, error) from error


def _bytes_of(path: Path) -> bytes:
    """Return what is in a file.

    Raises:
        OSError: it cannot be read.
        SourceError: it is no ordinary file, which may never end, or it is too large.

    """
    if not S_ISREG(path.stat().st_mode):
        raise _error(path, 1, "file", _("is no ordinary file: take it away"))
    with path.open("rb") as file:
        raw = file.read(LARGEST_FILE + 1)
    if len(raw) > LARGEST_FILE:
        raise _error(path, 1, "file", _("is larger than 5 MB: make it smaller"))
    return raw


def _too_deep(text: str) -> int | None:
    """Return the line where ``text`` nests deeper than anybody can follow; None where it does not.

    The parser in C knows no limit: it would take the whole program with it.
    """
    if not _may_be_deep(text):
        return None
    depth = 0
    with suppress(yaml.YAMLError):  # told where it is read
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > DEEPEST:
                    return event.start_mark.line + 1 if event.start_mark else 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    return None


def _may_be_deep(text: str) -> bool:
    """Tell whether it is worth the time to count; brackets in a text count here, too."""
    depths = accumulate(1 if bracket in "[{" else -1 for bracket in _BRACKET.findall(text))
    return max(depths, default=0) > DEEPEST or any(map(text.__contains__, _MAY_BE_DEEP))


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
        if problem := _value_problem(node):
            yield Finding(str(path), node.start_mark.line + 1, "yaml", "", problem)
        elif isinstance(node, yaml.MappingNode):
            yield from _key_mistakes(path, node)
            waiting.extend(value for _key, value in node.value)
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)


def _value_problem(node: yaml.Node) -> str | None:
    """Return what is wrong with one value, apart from what is in it."""
    if node.tag not in _TAGS[type(node)]:
        return _("a tag (!) is not allowed: take it away")
    if not isinstance(node, yaml.ScalarNode) or node.tag == _STRING:
        return None
    loader = _Loader("")
    try:
        value = loader.construct_document(node)
    except (yaml.YAMLError, ValueError, LookupError, AttributeError, TypeError, OverflowError):
        return _("this number, day or word cannot be read: put it between quotes, or mend it")
    finally:
        loader.dispose()
    if isinstance(value, int | float) and not abs(value) <= _LARGEST_NUMBER:
        return _("this number is too large: put it between quotes, or mend it")
    return None


def _key_mistakes(path: Path, node: yaml.MappingNode) -> Iterator[Finding]:
    known: set[object] = set()
    for key, _value in node.value:
        line = key.start_mark.line + 1
        if key.tag != _STRING:
            message = _("put this name between quotes: YAML does not read it as text")
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            yield Finding(str(path), line, "yaml", name, message)
        elif key.value in known:
            message = _("stands here for the second time: remove one of the two")
            yield Finding(str(path), line, "duplicate-id", key.value, message)
        known.add(key.value if isinstance(key, yaml.ScalarNode) else id(key))


def _error(path: Path, line: int, rule: str, message: str) -> SourceError:
    return SourceError([Finding(str(path), line, rule, "", message)])


def _unreadable(path: Path, error: Exception) -> SourceError:
    """Return the finding for what the parser refused, at the line where a writer should look."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "?")
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
