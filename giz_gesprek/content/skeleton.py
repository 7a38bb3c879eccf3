"""A further language to be filled in: every text as a comment, with the words there are above it.

Owns the form of those files. They can be read from the first moment: what is behind a ``#`` or
has no words yet falls back to Dutch. Writes nothing itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from giz_gesprek.content.company import COMPANIES
from giz_gesprek.content.glossary import FILE as GLOSSARY_FILE
from giz_gesprek.content.library import FALLBACK_LANGUAGE
from giz_gesprek.content.loader import LoadedContent
from giz_gesprek.content.texts import Form, TextEntry, TextRegister, Wording
from giz_gesprek.i18n import _

BESIDE: Final = "en"
"""The language that stands beside the Dutch words where it has the text."""

_PARTS: Final = ("text", "easier", "example")
_PLACEHOLDER: Final = re.compile(r"\{[a-z_]+\}")
_PLAIN_NAME: Final = re.compile(r"(?!(?:yes|no|on|off|true|false|null|y|n)$)[a-z_][a-z_0-9]*")

_File = tuple[TextRegister, str]
"""Register and name of a file of the Dutch words."""

_Said = Sequence[tuple[str, str]]
"""The same words in each language that has them."""


@dataclass(frozen=True)
class NewLanguage:
    """A language to begin: its BCP 47 code, what it is called, and where its files will be."""

    code: str
    name: str
    folder: str


def skeletons(content: LoadedContent, language: NewLanguage) -> dict[PurePosixPath, str]:
    """Return the files of a new language by path, in the order of the Dutch ones."""
    files: dict[_File, list[str]] = {}
    for file, groups in _texts_by_file(content).items():
        lines = files.setdefault(file, [])
        for group, names in groups.items():
            lines += ["", f"{_key(group)}:"]
            for name in names:
                lines += _text(content, file[0], group, name)
    for file, terms in _terms_by_file(content).items():
        files[file] = [line for term in terms for line in _term(content, file[0], term)]
    known = content.library.framework.placeholders
    return {
        PurePosixPath(register, language.code, name): "\n".join(
            [*_header(language, register, name, known), *lines, ""]
        )
        for (register, name), lines in files.items()
    }


def _texts_by_file(content: LoadedContent) -> Mapping[_File, Mapping[str, Sequence[str]]]:
    files: dict[_File, dict[str, list[str]]] = {}
    for (register, language, text_id), placed in content.places.items():
        if language == FALLBACK_LANGUAGE and text_id in content.library.specs:
            group, _dot, name = text_id.partition(".")
            names = files.setdefault((register, placed.source.path.name), {})
            names.setdefault(group, []).append(name)
    return files


def _terms_by_file(content: LoadedContent) -> Mapping[_File, Sequence[str]]:
    files: dict[_File, list[str]] = {}
    for register, language, term in content.glossary_places:
        if language == FALLBACK_LANGUAGE:
            files.setdefault((register, GLOSSARY_FILE), []).append(term)
    return files


def _header(
    language: NewLanguage, register: str, file: str, placeholders: Iterable[str]
) -> Iterator[str]:
    """Yield what a translator has to know, in the language of the messages."""
    named = f"{language.name} ({language.code})"
    lines = [
        f"{named}: {register}/{FALLBACK_LANGUAGE}/{file}",
        _('Take away "# " before a name, and before the name that it belongs to.'),
        _("Write the words behind the colon, or below a | and two spaces further in."),
    ]
    if file == GLOSSARY_FILE:
        lines.append(_("Put your own word in the place of the Dutch one, or leave it out."))
    else:
        known = " ".join(f"{{{name}}}" for name in placeholders)
        lines += [
            _("The program fills in what is between braces; take it over: {known}").format(
                known=known
            ),
            _('After "=" stands where the same words are; {ref: ID} takes them over from there.'),
        ]
    lines += [
        _("What stays behind # is shown in Dutch. Lines with ## may stay."),
        _("Check with: giz-gesprek check {folder}").format(folder=language.folder),
    ]
    return (f"## {line}" for line in lines)


def _text(content: LoadedContent, register: TextRegister, group: str, name: str) -> Iterator[str]:
    text_id = f"{group}.{name}"
    reference = content.library.tables[register, FALLBACK_LANGUAGE][text_id].ref
    entries = {
        language: entry
        for language in (FALLBACK_LANGUAGE, BESIDE)
        if (entry := content.library.entry(text_id, register, language)) is not None
    }
    dutch = entries.get(FALLBACK_LANGUAGE)
    if dutch is None:
        return  # a reference that leads nowhere, which the check tells
    if reference is not None:
        yield f"  ## = {reference}"
    used = dict.fromkeys(_PLACEHOLDER.findall(dutch.text or ""))
    if used:
        yield f"  ## {' '.join(used)}"
    if reference is not None or _is_bare(dutch):
        yield from _words(name, _said(entries, "text"), 1)
    else:
        yield f"  # {_key(name)}:"
        for part in _PARTS:
            yield from _words(part, _said(entries, part), 2)
        yield from _forms(entries, dutch, 2)
        yield from _phases(entries, dutch)
    yield ""


def _phases(entries: Mapping[str, TextEntry], dutch: TextEntry) -> Iterator[str]:
    if not dutch.phases:
        return
    yield "  #   phases:"
    for phase in dutch.phases:
        yield f"  #     {_key(phase)}:"
        spoken = {
            language: entry.phases[phase]
            for language, entry in entries.items()
            if phase in entry.phases
        }
        for part in _PARTS:
            yield from _words(part, _said(spoken, part), 4)
        yield from _forms(spoken, dutch.phases[phase], 4)


def _forms(
    wordings: Mapping[str, TextEntry | Wording], dutch: TextEntry | Wording, depth: int
) -> Iterator[str]:
    """Yield the forms of the Dutch words for who is alone, and for two who are both meant."""
    for company in COMPANIES:
        if getattr(dutch, company) is None:
            continue
        forms: dict[str, Form] = {
            language: form
            for language, wording in wordings.items()
            if (form := getattr(wording, company)) is not None
        }
        yield f"  # {'  ' * (depth - 1)}{company}:"
        for part in ("text", "easier"):
            yield from _words(part, _said(forms, part), depth + 1)


def _term(content: LoadedContent, register: TextRegister, term: str) -> Iterator[str]:
    entry = content.library.glossaries[register, FALLBACK_LANGUAGE].entries[term]
    yield ""
    yield from (line.removeprefix("  ") for line in _shown([(FALLBACK_LANGUAGE, entry.text)], 1))
    many = " |" if "\n" in entry.text else ""
    yield f"# {_key(term)}:{many}"


def _is_bare(entry: TextEntry) -> bool:
    forms = any(getattr(entry, company) for company in COMPANIES)
    return not (entry.easier or entry.example or entry.phases or forms)


def _said(entries: Mapping[str, TextEntry | Wording | Form], part: str) -> _Said:
    return [
        (language, words)
        for language, entry in entries.items()
        if (words := getattr(entry, part)) is not None
    ]


def _words(name: str, said: _Said, depth: int) -> Iterator[str]:
    """Yield the words there are and the name to fill in; nothing where Dutch has no such part."""
    if not said or said[0][0] != FALLBACK_LANGUAGE:
        return
    yield from _shown(said, depth)
    many = " |" if "\n" in said[0][1] else ""
    yield f"  # {'  ' * (depth - 1)}{_key(name)}:{many}"


def _shown(said: _Said, depth: int) -> Iterator[str]:
    for language, words in said:
        first, *others = words.splitlines()
        yield f"{'  ' * depth}## {language}: {first}"
        yield from (f"{'  ' * depth}##     {line}" for line in others)


def _key(name: str) -> str:
    return name if _PLAIN_NAME.fullmatch(name) else f'"{name}"'
