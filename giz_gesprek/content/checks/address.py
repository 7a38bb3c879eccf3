"""Rule E10 over the content as a whole: each form of address in its own folder, and no gap.

What is written with ``je`` lies over what is written with ``u`` (see ``content.address``), so it
has to be the same text in everything but its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from giz_gesprek.content.address import PLAIN, Address, spoken_in
from giz_gesprek.content.checks import dutch
from giz_gesprek.content.checks.passages import PLACEHOLDER, READ, Passage, entry_parts
from giz_gesprek.content.checks.sentences import words_of
from giz_gesprek.content.checks.terms import GROUP
from giz_gesprek.content.findings import Finding, Severity
from giz_gesprek.content.folders import Placed
from giz_gesprek.content.library import FALLBACK_LANGUAGE
from giz_gesprek.content.loader import LoadedContent
from giz_gesprek.content.texts import TextEntry, TextRegister
from giz_gesprek.i18n import _, ngettext

RULE: Final = "E10"

_STRAY: Final[Mapping[Address, frozenset[str]]] = {"u": dutch.INFORMAL, "je": dutch.FORMAL}
"""The words of the other form, by form."""

_Part = tuple[str, ...]
_Key = tuple[TextRegister, str]
"""Register and folder."""


@dataclass(frozen=True)
class _Entry:
    """A text or a term: every piece of it that is read or heard, by the keys that lead to it."""

    id: str
    placed: Placed
    parts: Mapping[_Part, str]

    def finding(self, message: str, part: _Part = (), severity: Severity = "ERROR") -> Finding:
        line = self.placed.source.line((*self.placed.location, *part))
        return Finding(self.placed.path, line, RULE, self.id, message, severity)


_Folder = Mapping[str, _Entry]


def address_findings(content: LoadedContent, passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield words of the other form, and forms that are missing, needless, or another text.

    ``passages`` are those of the texts and of the glossary.
    """
    for passage in passages:
        if passage.language == FALLBACK_LANGUAGE:
            yield from _stray_words(passage)
    folders = _folders(content)
    unformed: list[_Entry] = []
    for (register, folder), inside in folders.items():
        language, address = spoken_in(folder)
        if address == PLAIN:
            continue
        below = folders.get((register, language), {})
        complete = (register, language) not in content.unread
        for entry in inside.values():
            yield from _overlaid(entry, below.get(entry.id), language, complete=complete)
        if language == FALLBACK_LANGUAGE and (register, folder) not in content.unread:
            directories = {Path(entry.placed.path).parent for entry in inside.values()}
            for gap in _gaps(inside, below):
                if Path(gap.placed.path).parent.with_name(folder) in directories:
                    message = _("has no {address} form: write it in {folder} too")
                    yield gap.finding(
                        message.format(address=address, folder=f"{register}/{folder}")
                    )
                else:  # whoever wrote that folder may do with u
                    unformed.append(gap)
    if unformed:
        yield _unformed(unformed)


def _stray_words(passage: Passage) -> Iterator[Finding]:
    if passage.audience == "child":
        return
    allowed = dutch.PLURAL if "together" in passage.part else frozenset()
    for word in words_of(passage.shown):
        if word.lower() in _STRAY[passage.address] - allowed:
            message = _('"{word}" in a text that says {address}: write {address}')
            message = message.format(word=word, address=passage.address)
            yield Finding(passage.path, passage.line, RULE, passage.text_id, message)
            return


def _folders(content: LoadedContent) -> dict[_Key, dict[str, _Entry]]:
    """Return every text and term that could be read, by register and folder."""
    found: dict[_Key, dict[str, _Entry]] = {}
    for (register, folder), table in content.library.tables.items():
        for text_id, entry in table.items():
            placed = content.places[register, folder, text_id]
            made = _Entry(text_id, placed, _parts(entry))
            found.setdefault((register, folder), {})[text_id] = made
    for (register, folder, term), placed in content.glossary_places.items():
        text = content.library.glossaries[register, folder].entries[term].text
        made = _Entry(f"{GROUP}.{term}", placed, {("text",): text})
        found.setdefault((register, folder), {})[made.id] = made
    return found


def _parts(entry: TextEntry) -> dict[_Part, str]:
    return {("ref",): entry.ref} if entry.ref else dict(entry_parts(entry, (*READ, "say")))


def _overlaid(
    entry: _Entry, twin: _Entry | None, language: str, *, complete: bool
) -> Iterator[Finding]:
    """Yield what is wrong with one entry of ``nl-je`` beside its twin in ``nl``."""
    if twin is None:
        if complete:
            message = _("there is no such text in {language}: check the id, or remove it here")
            yield entry.finding(message.format(language=language))
        return
    for part in twin.parts.keys() - entry.parts.keys():
        message = _("lacks {part}, which its twin in {language} has: write it here too")
        yield entry.finding(message.format(part=_named(part), language=language))
    for part in entry.parts.keys() - twin.parts.keys():
        message = _("has {part}, which its twin in {language} lacks: make them the same")
        yield entry.finding(message.format(part=_named(part), language=language), part)
    for part in entry.parts.keys() & twin.parts.keys():
        if _placeholders(entry.parts[part]) != _placeholders(twin.parts[part]):
            message = _("has other placeholders than its twin in {language}: make them the same")
            yield entry.finding(message.format(language=language), part)
    if entry.parts == twin.parts:
        message = _("says what it says in {language}: remove it here")
        yield entry.finding(message.format(language=language))


def _gaps(inside: _Folder, below: _Folder) -> Iterator[_Entry]:
    """Yield the entries of ``nl`` that say u and are not in ``nl-je``."""
    for entry in below.values():
        if entry.id not in inside and any(map(_says_u, entry.parts.values())):
            yield entry


def _unformed(entries: Sequence[_Entry]) -> Finding:
    """Return the one warning about content that is written with u only."""
    message = ngettext(
        "{count} text says u and has no je form here: a family that is spoken to with je reads u",
        "{count} texts say u and have no je form here: a family that is spoken to with je reads u",
        len(entries),
    ).format(count=len(entries))
    return Finding(entries[0].placed.path, 1, RULE, "", message, "WARN")


def _says_u(text: str) -> bool:
    return any(word.lower() in dutch.FORMAL for word in words_of(text))


def _placeholders(text: str) -> frozenset[str]:
    return frozenset(PLACEHOLDER.findall(text))


def _named(part: _Part) -> str:
    return ".".join(part)
