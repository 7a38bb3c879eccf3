"""Reads the content folder, merges a municipality's folder over it, and validates the whole.

A mistake never half-loads: every problem becomes one line with file and line number, and all
of them are raised together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from giz_gesprek.content.findings import Finding
from giz_gesprek.content.framework import Framework
from giz_gesprek.content.library import Library
from giz_gesprek.content.source import Source, SourceError, read_source
from giz_gesprek.content.structure import structure_findings
from giz_gesprek.content.texts import TextEntry, TextRegister, TextSpec
from giz_gesprek.errors import ContentError

REGISTERS: Final[tuple[TextRegister, ...]] = ("standard", "easy_language")
_SPEC: Final = TypeAdapter(TextSpec)
_ENTRY: Final = TypeAdapter(TextEntry)


@dataclass(frozen=True)
class Placed:
    """Where something was written."""

    source: Source
    location: tuple[str, ...]

    @property
    def line(self) -> int:
        """The line, from 1."""
        return self.source.line(self.location)


@dataclass(frozen=True)
class LoadedContent:
    """A library, and where each text stands: keyed by register, language and id."""

    library: Library
    places: Mapping[tuple[TextRegister, str, str], Placed]
    sources: tuple[Source, ...]


def load_library(folder: Path, *, overlays: Sequence[Path] = (), languages: Iterable[str] | None = None) -> Library:
    """Load what the app needs; see ``load_content``."""
    return load_content(folder, overlays=overlays, languages=languages).library


def load_content(
    folder: Path, *, overlays: Sequence[Path] = (), languages: Iterable[str] | None = None
) -> LoadedContent:
    """Load ``folder`` with each overlay merged over it, in order.

    In an overlay, ``framework.yaml`` and ``texts.yaml`` are merged key by key (a list or a value
    replaces the earlier one); an entry in a text file replaces the whole entry of that id.
    ``languages`` limits what is read; None reads every language found.

    Raises:
        ContentError: with one finding for each mistake.

    """
    reading = _Reading((folder, *overlays))
    framework = reading.framework()
    specs = reading.specs(framework)
    entries: dict[tuple[TextRegister, str, str], TextEntry] = {}
    places: dict[tuple[TextRegister, str, str], Placed] = {}
    wanted = None if languages is None else set(languages)
    for register, language, text_id, entry, placed in reading.texts(wanted):
        entries[register, language, text_id] = entry
        places[register, language, text_id] = placed
    reading.stop_on_findings()
    if framework is None:  # stop_on_findings has raised; this is for the type checker
        raise AssertionError
    tables: dict[tuple[TextRegister, str], dict[str, TextEntry]] = {}
    for (register, language, text_id), entry in entries.items():
        tables.setdefault((register, language), {})[text_id] = entry
    library = Library(framework, specs, tables, f"{framework.release}+{reading.digest()}")
    return LoadedContent(library, places, tuple(reading.sources))


class _Reading:
    """One pass over the folders; gathers findings instead of stopping at the first."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self.sources: list[Source] = []
        self._findings: list[Finding] = []

    def framework(self) -> Framework | None:
        sources, merged = self._merged("framework.yaml")
        if not sources:
            return None
        try:
            framework = Framework.model_validate(_frozen(merged))
        except ValidationError as error:
            self._findings.extend(_from_validation(error, sources))
            return None
        self._findings.extend(structure_findings(framework, sources))
        return framework

    def specs(self, framework: Framework | None) -> dict[str, TextSpec]:
        sources, merged = self._merged("texts.yaml")
        specs: dict[str, TextSpec] = {}
        merged.pop("format", None)
        for group, names in merged.items():
            for name, value in (names if isinstance(names, dict) else {"": names}).items():
                try:
                    specs[f"{group}.{name}"] = _SPEC.validate_python(
                        {"kind": value} if isinstance(value, str) else _frozen(value)
                    )
                except ValidationError as error:
                    self._findings.extend(_from_validation(error, sources, (group, name)))
        if framework is not None:
            for topic in framework.topics:
                for slot, spec in framework.slots_of(topic).items() if self._set_known(framework, topic) else ():
                    specs[f"{topic}.{slot}"] = spec
        return specs

    def texts(
        self, languages: set[str] | None
    ) -> Iterator[tuple[TextRegister, str, str, TextEntry, Placed]]:
        for folder in self._folders:
            for register in REGISTERS:
                for path in sorted((folder / register).glob("*/*.yaml")):
                    if languages is None or path.parent.name in languages:
                        for text_id, entry, placed in self._entries(path):
                            yield register, path.parent.name, text_id, entry, placed

    def digest(self) -> str:
        """Return 12 hexadecimal digits over everything that was read."""
        total = hashlib.sha256()
        for source in self.sources:
            total.update(hashlib.sha256(source.raw).digest())
        return total.hexdigest()[:12]

    def stop_on_findings(self) -> None:
        if self._findings:
            raise ContentError(tuple(sorted(self._findings)))

    def _set_known(self, framework: Framework, topic: str) -> bool:
        return framework.topics[topic].set in framework.question_sets

    def _entries(self, path: Path) -> Iterator[tuple[str, TextEntry, Placed]]:
        source = self._read(path)
        if source is None:
            return
        for group, names in source.data.items():
            if not isinstance(names, dict):
                self._findings.append(
                    Finding(str(path), source.line((group,)), "structure", str(group), "must hold texts by name")
                )
                continue
            for name, value in names.items():
                try:
                    entry = _ENTRY.validate_python(_frozen(value))
                except ValidationError as error:
                    self._findings.extend(_from_validation(error, (source,), (group, name)))
                else:
                    yield f"{group}.{name}", entry, Placed(source, (group, name))

    def _merged(self, name: str) -> tuple[list[Source], dict[str, Any]]:
        sources: list[Source] = []
        merged: dict[str, Any] = {}
        for position, folder in enumerate(self._folders):
            path = folder / name
            if position > 0 and not path.exists():
                continue
            source = self._read(path)
            if source is not None:
                sources.append(source)
                merged = _merge(merged, source.data)
        return sources, merged

    def _read(self, path: Path) -> Source | None:
        try:
            source = read_source(path)
        except SourceError as error:
            self._findings.append(error.finding)
            return None
        self.sources.append(source)
        return source


def _merge(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        earlier = merged.get(key)
        if isinstance(earlier, dict) and isinstance(value, dict):
            merged[key] = _merge(earlier, value)
        else:
            merged[key] = value
    return merged


def _frozen(value: object) -> object:
    """Return ``value`` with lists as tuples, as the strict models want them."""
    if isinstance(value, dict):
        return {key: _frozen(part) for key, part in value.items()}
    if isinstance(value, list):
        return tuple(_frozen(part) for part in value)
    return value


def _from_validation(
    error: ValidationError, sources: Sequence[Source], prefix: tuple[str, ...] = ()
) -> Iterator[Finding]:
    """Yield one finding an error, at the line in the last source that has the place."""
    for problem in error.errors(include_url=False, include_context=False, include_input=False):
        location = (*prefix, *problem["loc"])
        source, line = max(
            ((source, source.line(location)) for source in sources), key=lambda found: _depth(found[0], location)
        )
        name = ".".join(str(part) for part in location)
        message = problem["msg"].removeprefix("Value error, ")
        yield Finding(str(source.path), line, "structure", name, message)


def _depth(source: Source, location: Sequence[object]) -> int:
    """Return how much of ``location`` exists in ``source``."""
    data: Any = source.data
    depth = 0
    for part in location:
        if isinstance(data, dict) and part in data:
            data = data[part]
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            break
        depth += 1
    return depth
