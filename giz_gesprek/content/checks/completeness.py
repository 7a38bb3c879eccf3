"""Whether every text that the framework and ``texts.yaml`` ask for is there, in both registers."""

from __future__ import annotations

from collections.abc import Iterator

from giz_gesprek.content.findings import Finding
from giz_gesprek.content.folders import Placed
from giz_gesprek.content.library import FALLBACK_LANGUAGE
from giz_gesprek.content.loader import LoadedContent
from giz_gesprek.content.texts import REGISTERS, TextRegister, TextSpec
from giz_gesprek.i18n import _, ngettext

_NAMED_AT_MOST = 5


def completeness_findings(content: LoadedContent) -> Iterator[Finding]:
    """Yield a finding for each text that is missing, half there, or asked for by nothing."""
    yield from _texts_without_spec(content)
    for text_id, spec in content.library.specs.items():
        yield from _missing(content, text_id, spec)
    for language in content.library.languages:
        if language != FALLBACK_LANGUAGE:
            yield from _falling_back(content, language)


def lacking(content: LoadedContent, language: str, register: TextRegister) -> tuple[str, ...]:
    """Return the ids of the texts that stand in Dutch and not in ``language``."""
    return tuple(
        text_id
        for text_id, spec in content.library.specs.items()
        if register in _registers_of(spec)
        and (register, FALLBACK_LANGUAGE, text_id) in content.places
        and (register, language, text_id) not in content.places
    )


def _texts_without_spec(content: LoadedContent) -> Iterator[Finding]:
    for (register, _language, text_id), placed in content.places.items():
        spec = content.library.specs.get(text_id)
        if spec is None:
            message = _("nothing asks for this text: check its id, or add it to texts.yaml")
            yield Finding(placed.path, placed.line, "unknown-id", text_id, message)
        elif spec.audience == "professional" and register != "standard":
            message = _("is for the professional, who reads standard only: remove it here")
            yield Finding(placed.path, placed.line, "audience", text_id, message)


def _missing(content: LoadedContent, text_id: str, spec: TextSpec) -> Iterator[Finding]:
    wanted = _registers_of(spec)
    there = [each for each in wanted if (each, FALLBACK_LANGUAGE, text_id) in content.places]
    # Of a file that cannot be read, nobody knows what is missing in it.
    absent = [
        each
        for each in wanted
        if each not in there and (each, FALLBACK_LANGUAGE) not in content.unread
    ]
    if there:
        for register in absent:
            message = _("has no twin: write {id} in {folder} too")
            message = message.format(id=text_id, folder=f"{register}/{FALLBACK_LANGUAGE}")
            placed = content.places[there[0], FALLBACK_LANGUAGE, text_id]
            yield Finding(placed.path, placed.line, "E17", text_id, message)
    elif absent and not spec.optional:
        message = _("has no words: write {id} in {folders}")
        folders = ", ".join(f"{register}/{FALLBACK_LANGUAGE}" for register in absent)
        placed = _place_to_write(content, absent[0], text_id)
        message = message.format(id=text_id, folders=folders)
        yield Finding(placed.path, placed.line, "missing", text_id, message)


def _falling_back(content: LoadedContent, language: str) -> Iterator[Finding]:
    """Yield one warning a register for what a further language still lacks."""
    for register in REGISTERS:
        absent = lacking(content, language, register)
        files = [
            placed.path
            for (found, spoken, _id), placed in content.places.items()
            if (found, spoken) == (register, language)
        ]
        if not absent or (register, language) in content.unread:
            continue
        named = ", ".join(absent[:_NAMED_AT_MOST])
        if len(absent) > _NAMED_AT_MOST:
            named += ", ..."
        message = ngettext(
            "{count} text is not in {folder} and falls back to Dutch: {names}",
            "{count} texts are not in {folder} and fall back to Dutch: {names}",
            len(absent),
        ).format(count=len(absent), folder=f"{register}/{language}", names=named)
        path = files[0] if files else str(content.frame.sources[0].path)
        yield Finding(path, 1, "language", "", message, "WARN")


def _registers_of(spec: TextSpec) -> tuple[TextRegister, ...]:
    return ("standard",) if spec.audience == "professional" else REGISTERS


def _place_to_write(content: LoadedContent, register: TextRegister, text_id: str) -> Placed:
    """Return the group in the register's file, or where the text is asked for."""
    group = text_id.partition(".")[0]
    for (found, language, other), placed in content.places.items():
        same_file = (found, language) == (register, FALLBACK_LANGUAGE)
        if same_file and other.partition(".")[0] == group:
            return Placed(placed.source, placed.location[:1])
    return content.spec_places[text_id]
