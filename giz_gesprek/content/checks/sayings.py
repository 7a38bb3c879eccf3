"""Sentences judged one by one, without the rest of the content: ``giz-gesprek check-text``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from giz_gesprek.content.checks.lexicon import Lexicon, WordFrequencies
from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.rule import Tools
from giz_gesprek.content.checks.rules import RULES
from giz_gesprek.content.checks.sentences import is_question
from giz_gesprek.content.checks.wording import mixed_address
from giz_gesprek.content.findings import Finding
from giz_gesprek.content.folders import Folders
from giz_gesprek.content.glossary import NO_GLOSSARY, read_glossaries
from giz_gesprek.content.texts import TextKind, TextRegister
from giz_gesprek.content.words import read_words
from giz_gesprek.errors import ContentError

_LANGUAGE = "nl"


def tools_of(folders: Sequence[Path], lexicon: Lexicon | None = None) -> Tools:
    """Read only the lists and the glossary of the content in ``folders``.

    Raises:
        ContentError: a mistake in one of them.
        InputError: the extra ``check`` is not installed, and no lexicon was given.

    """
    lexicon = lexicon or WordFrequencies()
    read = Folders(folders)
    words, _lists = read_words(read)
    glossaries = read_glossaries(read, ("easy_language",), _LANGUAGE)
    if read.findings:
        raise ContentError(map(str, read.findings))
    glossary = glossaries.get(("easy_language", _LANGUAGE), NO_GLOSSARY)
    return Tools(words, lexicon, glossary)


def sentence_findings(
    lines: Sequence[str], register: TextRegister, tools: Tools
) -> Iterator[Finding]:
    """Yield what the rules for single texts find in each line, a text of its own, from line 1.

    A line that ends in ``?`` is a question, any other a statement. Rules about whole files are
    left out, but for mixed forms of address inside one line.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        kind: TextKind = "question" if is_question(line) else "statement"
        passage = Passage("", number, "", register, _LANGUAGE, kind, ("text",), line.strip())
        for rule in RULES:
            if rule.check is not None and rule.applies_to(passage):
                for remark in rule.check(passage, tools):
                    yield remark.at(passage, rule.id)
        if register == "easy_language":
            for remark in mixed_address(passage):
                yield remark.at(passage, "E10")
