"""Everything that can be said about content before a parent reads it.

:func:`check_folders` reads and judges; the modules beside it hold one kind of question each, as
pure functions over :class:`~giz_gesprek.content.loader.LoadedContent`. Must not know how
findings are shown. The app never imports this package.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from giz_gesprek.content.checks.address import address_findings
from giz_gesprek.content.checks.ages import age_findings
from giz_gesprek.content.checks.answers import answer_findings
from giz_gesprek.content.checks.balance import balance_findings
from giz_gesprek.content.checks.choices import choice_findings
from giz_gesprek.content.checks.company import company_findings
from giz_gesprek.content.checks.completeness import completeness_findings
from giz_gesprek.content.checks.figures import FileFigures, figures
from giz_gesprek.content.checks.form import form_findings
from giz_gesprek.content.checks.lexicon import Lexicon, WordFrequencies
from giz_gesprek.content.checks.passages import Passage, passages
from giz_gesprek.content.checks.pictures import picture_findings
from giz_gesprek.content.checks.pronunciations import pronunciation_findings
from giz_gesprek.content.checks.reasons import silenced
from giz_gesprek.content.checks.repeats import repeat_findings
from giz_gesprek.content.checks.rule import Tools
from giz_gesprek.content.checks.rules import language_findings
from giz_gesprek.content.checks.terms import glossary_passages, term_findings
from giz_gesprek.content.findings import Finding
from giz_gesprek.content.folders import Folders
from giz_gesprek.content.library import FALLBACK_LANGUAGE
from giz_gesprek.content.loader import LoadedContent, read_content
from giz_gesprek.content.words import read_words

__all__ = ["Checked", "check_content", "check_folders"]


@dataclass(frozen=True)
class Checked:
    """What was found, sorted by place; no figures where the framework cannot be used."""

    findings: tuple[Finding, ...]
    figures: tuple[FileFigures, ...] | None


def check_folders(folders: Sequence[Path], lexicon: Lexicon | None = None) -> Checked:
    """Check the first folder with the others merged over it.

    Raises:
        InputError: the extra ``check`` is not installed, and no lexicon was given.

    """
    lexicon = lexicon or WordFrequencies()
    read = Folders(folders)
    reading = read_content(read)
    words, lists = read_words(read)
    findings = set(read.findings)
    if reading.content is None:
        return Checked(tuple(sorted(findings)), None)
    glossary = reading.content.library.glossary(FALLBACK_LANGUAGE, "easy")
    tools = Tools(words, lexicon, glossary)
    pieces = tuple(passages(reading.content))
    findings.update(check_content(reading.content, pieces, tools))
    findings.update(picture_findings(reading.content, read))
    findings.update(term_findings(reading.content, words, lists))
    findings.update(pronunciation_findings(reading.content, words, lists))
    return Checked(tuple(sorted(findings)), figures(reading.content, pieces, tools))


def check_content(
    content: LoadedContent, pieces: Sequence[Passage], tools: Tools
) -> Iterator[Finding]:
    """Yield every finding about content that could be read; ``pieces`` are its passages."""
    yield from completeness_findings(content)
    yield from form_findings(content)
    yield from repeat_findings(content, pieces)
    yield from balance_findings(pieces)
    spoken = [*pieces, *glossary_passages(content)]
    yield from address_findings(content, spoken)
    framework = content.library.framework
    yield from silenced(
        content,
        [
            *choice_findings(content, pieces),
            *answer_findings(framework, pieces, tools.words.answers),
            *company_findings(content),
            *age_findings(framework, pieces, tools),
            *language_findings(spoken, tools),
        ],
    )
