"""What a single text may hold: phases, references, placeholders, and the form of its register."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from giz_gesprek.content.address import spoken_in
from giz_gesprek.content.checks.passages import PLACEHOLDER, READ, entry_parts, wordings
from giz_gesprek.content.findings import Finding
from giz_gesprek.content.folders import Placed
from giz_gesprek.content.loader import LoadedContent
from giz_gesprek.content.texts import TextEntry
from giz_gesprek.i18n import _
from giz_gesprek.spoken import shown_sentences

# The names of a conversation are known everywhere, so any wording may use them or not.
_ALWAYS_KNOWN: Final = frozenset(("child", "name", "organisation"))
_BRACES: Final = re.compile(r"\{[^{}]*\}|[{}]")

_Problem = tuple[tuple[str, ...], str, str]
"""Where inside the entry, which rule, and what to do."""


def form_findings(content: LoadedContent) -> Iterator[Finding]:
    """Yield what is wrong with the form of each text."""
    for (register, folder), table in content.library.tables.items():
        for text_id, entry in table.items():
            placed = content.places[register, folder, text_id]
            problems = [
                *_phase_problems(entry, content),
                *_reference_problems(text_id, table),
                *_placeholder_problems(entry, content),
                *_say_problems(entry, spoken_in(folder)[0]),
            ]
            if register == "standard":
                problems += _easier_problems(entry)
            else:
                problems += _twin_problems(content, folder, text_id)
            for part, rule, message in problems:
                yield _finding(placed, part, rule, text_id, message)


def _phase_problems(entry: TextEntry, content: LoadedContent) -> Iterator[_Problem]:
    known = content.library.framework.phases
    for phase in entry.phases:
        if phase not in known:
            message = _("there is no phase {phase}: choose one of {known}")
            message = message.format(phase=phase, known=", ".join(known))
            yield ("phases", phase), "phase", message


def _easier_problems(entry: TextEntry) -> Iterator[_Problem]:
    for part, _written in entry_parts(entry, ("easier",)):
        yield part, "register", _("easier belongs to easy_language: remove it here")


def _reference_problems(text_id: str, table: Mapping[str, TextEntry]) -> Iterator[_Problem]:
    target = table[text_id].ref
    if target is not None and target not in table:
        message = _("there is no text {id} in this register and language: check the id")
        yield ("ref",), "ref", message.format(id=target)
        return
    followed = [text_id]
    while target is not None and target in table:
        if target in followed:
            if target == text_id:  # each member of the loop reports it, who leads to it does not
                message = _("references go round in a circle: {ids}; write the words in one")
                yield ("ref",), "ref", message.format(ids=" > ".join([*followed, target]))
            return
        followed.append(target)
        target = table[target].ref


def _placeholder_problems(entry: TextEntry, content: LoadedContent) -> Iterator[_Problem]:
    allowed = content.library.framework.placeholders
    expected = _special_placeholders(entry.text or "")
    for part, written in entry_parts(entry, (*READ, "say")):
        unknown = [
            found
            for found in _BRACES.findall(written)
            if not (PLACEHOLDER.fullmatch(found) and found[1:-1] in allowed)
        ]
        if unknown:
            message = _("{found} is no placeholder: choose one of {known}, or remove the braces")
            known = ", ".join(allowed)
            yield part, "placeholder", message.format(found=unknown[0], known=known)
            continue
        used = _special_placeholders(written)
        if used - expected or (part[-1] != "example" and used != expected):
            message = _("has {found} where the text itself has {expected}: make them the same")
            message = message.format(found=_listed(used), expected=_listed(expected))
            yield part, "placeholder", message


def _say_problems(entry: TextEntry, language: str) -> Iterator[_Problem]:
    """Yield words for the voice that do not go with what is lit while they are said."""
    for part, wording in wordings(entry):
        if wording.say is None or wording.text is None:
            continue
        count, expected = (
            len(shown_sentences(each, language=language)) for each in (wording.say, wording.text)
        )
        if wording.say == wording.text:
            yield (*part, "say"), "say", _("is the text itself: remove it")
        elif count != expected:
            message = _(
                "has {count} sentences where the text has {expected}: make them as many, so that"
                " the sentence that is read is lit"
            )
            yield (*part, "say"), "say", message.format(count=count, expected=expected)


def _twin_problems(content: LoadedContent, folder: str, text_id: str) -> Iterator[_Problem]:
    language, address = spoken_in(folder)
    easy = content.library.entry(text_id, "easy_language", language, address)
    standard = content.library.entry(text_id, "standard", language, address)
    if easy is None or standard is None:
        return
    allowed = frozenset(content.library.framework.placeholders)
    here = _special_placeholders(easy.text or "") & allowed
    there = _special_placeholders(standard.text or "") & allowed
    if here != there:
        message = _("has {found} where its twin in standard has {expected}: make them the same")
        message = message.format(found=_listed(here), expected=_listed(there))
        yield ("text",), "placeholder", message


def _special_placeholders(text: str) -> frozenset[str]:
    return frozenset(PLACEHOLDER.findall(text)) - _ALWAYS_KNOWN


def _listed(names: frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or _("none")


def _finding(
    placed: Placed, part: tuple[str, ...], rule: str, text_id: str, message: str
) -> Finding:
    line = placed.source.line((*placed.location, *part))
    return Finding(placed.path, line, rule, text_id, message)
