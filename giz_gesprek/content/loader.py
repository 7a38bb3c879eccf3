"""Reads the content folder, merges a municipality's folder over it, and validates the whole.

A mistake never half-loads: every problem becomes one line with file and line number, and all
of them are raised together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from giz_gesprek.content.address import OVERLAID, folder_of
from giz_gesprek.content.findings import Finding
from giz_gesprek.content.folders import Folders, Merged, Placed, frozen, merge
from giz_gesprek.content.framework import Framework
from giz_gesprek.content.glossary import FILE as GLOSSARY_FILE
from giz_gesprek.content.glossary import GlossaryKey, GlossaryReader
from giz_gesprek.content.library import FALLBACK_LANGUAGE, Library
from giz_gesprek.content.mistakes import validation_findings
from giz_gesprek.content.pictograms import FOLDER, Pictograms, art_findings
from giz_gesprek.content.programmes import FILE as PROGRAMMES_FILE
from giz_gesprek.content.programmes import read_programmes
from giz_gesprek.content.pronunciations import Pronunciations
from giz_gesprek.content.source import Source
from giz_gesprek.content.structure import structure_findings
from giz_gesprek.content.texts import REGISTERS, TextEntry, TextRegister, TextSpec
from giz_gesprek.errors import ContentError
from giz_gesprek.i18n import _

TextKey = tuple[TextRegister, str, str]
"""Register, folder of the language, and id of a text."""


@dataclass(frozen=True)
class LoadedContent:
    """A library, and where everything stands.

    Attributes:
        places: of each text, those that were refused included.
        spec_places: of what says that a text should exist, and what it is.
        frame: the files of the framework.
        unread: registers and folders of which a file could not be read, so that nobody can say
            what is missing there.
        glossary_places: of each term of a glossary.

    """

    library: Library
    places: Mapping[TextKey, Placed]
    spec_places: Mapping[str, Placed]
    frame: Merged
    unread: frozenset[tuple[TextRegister, str]] = frozenset()
    glossary_places: Mapping[GlossaryKey, Placed] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """What was read, and what was wrong with it.

    ``content`` is None where the framework or the list of texts cannot be used: without them
    nothing sensible can be said about the texts.
    """

    content: LoadedContent | None
    findings: tuple[Finding, ...]


def load_content(folder: Path, *, overlays: Sequence[Path] = ()) -> LoadedContent:
    """Load ``folder`` with each overlay merged over it; see ``read_content``.

    Raises:
        ContentError: with one finding for each mistake.

    """
    reading = read_content(Folders((folder, *overlays)))
    if reading.content is None or reading.findings:
        raise ContentError(map(str, reading.findings))
    return reading.content


def read_content(folders: Folders) -> Reading:
    """Read the content of ``folders``, each merged over the ones before it; raises nothing.

    ``framework.yaml``, ``programmes.yaml`` and ``texts.yaml`` are merged key by key (a list or a
    value replaces the earlier one); an entry in a text file replaces the whole entry of that id,
    in every form of address.
    """
    frame = _read_frame(folders)
    texts = _TextReader(folders)
    texts.read()
    drawn = [folder / FOLDER for folder in folders]
    # Our own art is held current by a test, and is read when a picture is asked for.
    folders.findings.extend(art_findings(drawn[1:]))
    findings = tuple(sorted(folders.findings))
    if frame is None:
        return Reading(None, findings)
    version = f"{frame.framework.release}+{_digest(folders.sources)}"
    library = Library(
        frame.framework,
        frame.specs,
        texts.tables,
        version,
        texts.glossary.glossaries(),
        Pictograms(*drawn),
        Pronunciations(*folders),
    )
    return Reading(
        LoadedContent(
            library,
            texts.places,
            frame.places,
            frame.merged,
            frozenset(texts.unread),
            texts.glossary.places,
        ),
        findings,
    )


@dataclass(frozen=True)
class _Frame:
    """The framework, and what every text is and where that is said."""

    framework: Framework
    specs: dict[str, TextSpec]
    places: dict[str, Placed]
    merged: Merged


def _read_frame(folders: Folders) -> _Frame | None:
    """Return the frame, or None where there is any mistake in it."""
    specs: dict[str, TextSpec] = {}
    places: dict[str, Placed] = {}
    for text_id, spec, placed in _general_specs(folders):
        specs[text_id], places[text_id] = spec, placed
    framework, merged = _read_framework(folders)
    if framework is None:
        return None
    if not folders.findings:
        folders.findings.extend(structure_findings(framework, specs, merged.sources))
    if folders.findings:
        return None
    for text_id, spec in framework.own_specs().items():
        owner = text_id.partition(".")[0]
        kind = "topics" if owner in framework.topics else "programmes"
        specs[text_id], places[text_id] = spec, merged.place(kind, owner)
    return _Frame(framework, specs, places, merged)


def _read_framework(folders: Folders) -> tuple[Framework | None, Merged]:
    """Return the framework with the programmes, and the files of both as one."""
    own = folders.merged("framework.yaml", required=True)
    programmes, others = read_programmes(folders)
    merged = Merged((*own.sources, *others.sources), merge(own.data, others.data))
    if "programmes" in own.data:
        message = _("belongs in {file}: move it there").format(file=PROGRAMMES_FILE)
        folders.report(own.place("programmes"), "structure", "programmes", message)
    try:
        framework = Framework.model_validate(frozen({**own.data, "programmes": {}}))
    except ValidationError as error:
        if own.sources:  # else the missing file has been reported
            folders.findings.extend(validation_findings(error, own.sources))
        return None, merged
    return framework.model_copy(update={"programmes": programmes}), merged


def _general_specs(folders: Folders) -> Iterator[tuple[str, TextSpec, Placed]]:
    """Yield what ``texts.yaml`` says of each text that is not a topic's own."""
    merged = folders.merged("texts.yaml", required=True)
    for group, names in merged.data.items():
        if group == "format":
            continue
        if not isinstance(names, dict):
            folders.report(merged.place(group), "structure", group, _stray())
            continue
        for name, value in names.items():
            form = frozen(value) if isinstance(value, dict) else {"kind": value}
            try:
                spec = TextSpec.model_validate(form)
            except ValidationError as error:
                folders.findings.extend(validation_findings(error, merged.sources, (group, name)))
            else:
                yield f"{group}.{name}", spec, merged.place(group, name)


class _TextReader:
    """Gathers the words of every register, language and form of address."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self.tables: dict[tuple[TextRegister, str], dict[str, TextEntry]] = {}
        self.places: dict[TextKey, Placed] = {}
        self.unread: set[tuple[TextRegister, str]] = set()
        self.glossary = GlossaryReader(folders)

    def read(self) -> None:
        for folder in self._folders:
            # Within one folder an id stands once; a later folder writes over an earlier one.
            seen: dict[TextKey, Placed] = {}
            for register in REGISTERS:
                for path in sorted((folder / register).glob("[!.]*/[!.]*.yaml")):
                    # A Mac puts a hidden file beside each on a memory stick.
                    self._read_file(path, register, seen)

    def _read_file(self, path: Path, register: TextRegister, seen: dict[TextKey, Placed]) -> None:
        language = path.parent.name
        # A further language may be there in part: what lacks falls back to Dutch.
        source = self._folders.read(path, draft=language != FALLBACK_LANGUAGE)
        if path.name == GLOSSARY_FILE:
            if source is not None:
                self.glossary.add(source, register, language)
            return
        if source is None:
            self.unread.add((register, language))
            return
        groups = dict(self._groups(source))
        if groups.keys() != source.data.keys():
            self.unread.add((register, language))
        for group, names in groups.items():
            for name, value in names.items():
                key, placed = (register, language, f"{group}.{name}"), Placed(source, (group, name))
                first = seen.setdefault(key, placed)
                if first is placed:
                    self._add(key, placed, value)
                else:
                    message = _("stands also in {path}:{line}: remove one of the two")
                    message = message.format(path=first.path, line=first.line)
                    self._folders.report(placed, "duplicate-id", key[2], message)

    def _groups(self, source: Source) -> Iterator[tuple[str, dict[str, object]]]:
        """Yield the groups of texts; lines outside a group are told once for all that follow."""
        stray_before = False
        for group, names in source.data.items():
            stray = not isinstance(names, dict)
            if not stray:
                yield group, names
            elif not stray_before:
                self._folders.report(Placed(source, (group,)), "structure", group, _stray())
            stray_before = stray

    def _add(self, key: TextKey, placed: Placed, value: object) -> None:
        register, language, text_id = key
        self.places[key] = placed
        # Who replaces a text replaces its other forms of address too, or they would say something
        # else. Those of the same content folder come later: nl is read before nl-je.
        for form in OVERLAID:
            other = folder_of(language, form)
            self.tables.get((register, other), {}).pop(text_id, None)
            self.places.pop((register, other, text_id), None)
        try:
            entry = TextEntry.model_validate(frozen(value))
        except ValidationError as error:
            location = tuple(str(part) for part in placed.location)
            self._folders.findings.extend(validation_findings(error, (placed.source,), location))
        else:
            self.tables.setdefault((register, language), {})[text_id] = entry


def _stray() -> str:
    return _("must hold texts by name: move a line that belongs to a group two spaces in")


def _digest(sources: Iterable[Source]) -> str:
    """Return 12 hexadecimal digits over everything that was read."""
    total = hashlib.sha256()
    for source in sources:
        total.update(hashlib.sha256(source.raw).digest())
    return total.hexdigest()[:12]
