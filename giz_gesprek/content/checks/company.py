"""Rule E24 over the content as a whole: a text fits one parent, and two.

What a family answers is said by whoever sits there: a parent who comes alone never says "wij".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from giz_gesprek.content.address import spoken_in
from giz_gesprek.content.checks import dutch
from giz_gesprek.content.checks.passages import wordings
from giz_gesprek.content.checks.sentences import words_of
from giz_gesprek.content.company import COMPANIES
from giz_gesprek.content.findings import Finding, Severity
from giz_gesprek.content.loader import LoadedContent
from giz_gesprek.content.texts import Form, TextEntry, TextRegister, TextSpec, Wording
from giz_gesprek.i18n import _

RULE: Final = "E24"

_WE: Final[Mapping[str, frozenset[str]]] = {
    "nl": frozenset(("wij", "we", "ons", "onze", "onszelf")),
    "en": frozenset(("we", "us", "our", "ours", "ourselves")),
}
"""What more than one person says of themselves, by language."""

_ONE: Final[Mapping[str, frozenset[str]]] = {"nl": dutch.FORMAL | dutch.INFORMAL - dutch.PLURAL}
"""How one person is spoken to, in a language that has another word for two."""

_TWIN: Final[Mapping[TextRegister, TextRegister]] = {
    "standard": "easy_language",
    "easy_language": "standard",
}

_Part = tuple[str, ...]
_Words = TextEntry | Wording | Form
_Remark = tuple[_Part, str, Severity]


def company_findings(content: LoadedContent) -> Iterator[Finding]:
    """Yield forms that are missing, and forms that do not fit those whom they are for.

    "Wij" in a choice without a form for who is alone is a warning: a reason beside it tells that
    the professional is meant as well.
    """
    tables = content.library.tables
    for (register, folder), table in tables.items():
        beside = tables.get((_TWIN[register], folder), {})
        for text_id, entry in table.items():
            placed = content.places[register, folder, text_id]
            spec = content.library.specs.get(text_id)
            remarks = (
                *_words_that_do_not_fit(entry, spec, spoken_in(folder)[0]),
                *_uneven(entry, beside.get(text_id), spoken_in(folder)[0]),
            )
            for part, message, severity in remarks:
                line = placed.source.line((*placed.location, *part))
                yield Finding(placed.path, line, RULE, text_id, message, severity)


def _words_that_do_not_fit(
    entry: TextEntry, spec: TextSpec | None, language: str
) -> Iterator[_Remark]:
    we, one = _WE.get(language, frozenset()), _ONE.get(language, frozenset())
    found = dict(wordings(entry))
    for part, words in found.items():
        if part[-1:] == ("alone",):
            for word in _said(words, we | dutch.PLURAL):
                message = _('"{word}" to somebody who is alone: speak to one, or of one')
                yield part, message.format(word=word), "ERROR"
        elif part[-1:] == ("together",):
            for word in _said(words, one):
                message = _('"{word}" to two people: write jullie')
                yield part, message.format(word=word), "ERROR"
        elif spec is not None and spec.kind == "choice" and (*part, "alone") not in found:
            for word in _said(words, we):
                message = _('"{word}" in a choice: write what somebody says who is alone (alone)')
                yield part, message.format(word=word), "WARN"


def _said(words: _Words, among: frozenset[str]) -> Iterator[str]:
    """Yield the first of the words ``among`` that is said, if any is."""
    said = (word for text in (words.text, words.easier) for word in words_of(text or ""))
    yield from [word for word in said if word.lower() in among][:1]


def _uneven(entry: TextEntry, twin: TextEntry | None, language: str) -> Iterator[_Remark]:
    """Yield forms that are easier where the words are not, and forms the other register lacks."""
    found = dict(wordings(entry))
    forms = {part: form for part, form in found.items() if part and part[-1] in COMPANIES}
    for part, form in forms.items():
        if (form.easier is None) != (found[part[:-1]].easier is None):
            message = _("write easier in the form as well as in the text, or in neither")
            yield part, message, "ERROR"
    # A text that speaks to nobody in particular is the same to one and to two.
    to_one = _ONE.get(language, frozenset()) | _WE.get(language, frozenset())
    if twin is None or twin.ref is not None or not list(_said(twin, to_one)):
        return
    there = {part[-1] for part, _words in wordings(twin) if part}
    for part in forms:
        if part[-1] not in there:
            message = _("the other register has no form {form}: write it in both, or in neither")
            yield part, message.format(form=part[-1]), "ERROR"
