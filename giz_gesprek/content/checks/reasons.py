"""Reasons beside a text (``lint``): they silence a warning, and there are few of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from giz_gesprek.content.findings import Finding
from giz_gesprek.content.folders import Placed
from giz_gesprek.content.loader import LoadedContent
from giz_gesprek.i18n import _

MOST_REASONED: Final = 0.05
"""The share of the texts that may carry a reason."""

_Key = tuple[str, str, str]
"""File, id and rule: what a reason speaks about."""


def silenced(content: LoadedContent, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield ``findings`` without the warnings that have a reason, and what is wrong with reasons.

    An error cannot be silenced, so a reason for one is never used.
    """
    reasons = dict(_reasons(content))
    used: set[_Key] = set()
    for finding in findings:
        key = (finding.path, finding.text_id, finding.rule)
        if finding.severity == "WARN" and key in reasons:
            used.add(key)
        else:
            yield finding
    for key, placed in reasons.items():
        if key not in used:
            path, text_id, rule = key
            message = _("there is no warning {rule} here: remove the reason").format(rule=rule)
            yield Finding(path, placed.line, "lint", text_id, message, "WARN")
    yield from _too_many(content, reasons)


def _reasons(content: LoadedContent) -> Iterator[tuple[_Key, Placed]]:
    for (register, language), table in content.library.tables.items():
        for text_id, entry in table.items():
            placed = content.places[register, language, text_id]
            for rule in entry.lint:
                location = (*placed.location, "lint", rule)
                yield (placed.path, text_id, rule), Placed(placed.source, location)


def _too_many(content: LoadedContent, reasons: Mapping[_Key, Placed]) -> Iterator[Finding]:
    """Yield one error, at the first text beyond the limit."""
    texts = sum(map(len, content.library.tables.values()))
    most = int(texts * MOST_REASONED)
    reasoned = {(path, text_id): placed for (path, text_id, _rule), placed in reasons.items()}
    if len(reasoned) > most:
        (path, text_id), placed = sorted(reasoned.items(), key=lambda item: item[0])[most]
        message = _(
            "{count} of {texts} texts have a reason, at most {most} may: rewrite some instead"
        ).format(count=len(reasoned), texts=texts, most=most)
        yield Finding(path, placed.line, "lint", text_id, message)
