"""What a rule of language is: an id, a title, and a function over passages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from giz_gesprek.content.checks.expressions import Expressions
from giz_gesprek.content.checks.lexicon import Lexicon
from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.vocabulary import Vocabulary
from giz_gesprek.content.findings import Finding, Severity
from giz_gesprek.content.glossary import NO_GLOSSARY, Glossary
from giz_gesprek.content.texts import TextKind, TextRegister
from giz_gesprek.content.words import WordLists

KINDS: frozenset[TextKind] = frozenset(get_args(TextKind))


@dataclass(frozen=True)
class Tools:
    """What rules look words up in."""

    words: WordLists
    lexicon: Lexicon
    glossary: Glossary = NO_GLOSSARY

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What is known of single words."""
        return Vocabulary(self.words, self.lexicon, self.glossary)

    @cached_property
    def expressions(self) -> Mapping[str, Expressions]:
        """The lists of expressions, by name."""
        return {
            "formal": Expressions(self.words.formal),
            "jargon": Expressions(self.words.jargon),
            "figurative": Expressions(self.words.figurative),
            "forbidden": Expressions(self.words.forbidden),
            "hints": Expressions(self.words.hints),
        }


@dataclass(frozen=True)
class Remark:
    """What a rule says about a passage: what is wrong and what to do."""

    severity: Severity
    message: str

    def at(self, passage: Passage, rule: str) -> Finding:
        """Return the finding for ``passage``."""
        return Finding(
            passage.path, passage.line, rule, passage.text_id, self.message, self.severity
        )


def error(message: str) -> Remark:
    """Return a remark that must be mended."""
    return Remark("ERROR", message)


def warning(message: str) -> Remark:
    """Return a remark that needs a reason beside the text, or mending."""
    return Remark("WARN", message)


PassageCheck = Callable[[Passage, Tools], Iterator[Remark]]
FileCheck = Callable[[Sequence[Passage]], Iterator[tuple[Passage | None, Remark]]]


@dataclass(frozen=True)
class Rule:
    """One rule of the list in ``docs/checker.md``.

    ``language`` limits a rule that knows Dutch words; ``kinds`` are those it applies to. A rule
    looks at each passage by itself, at a whole file, or at both. What a file check says of no
    passage in particular stands at the first line of the file.
    """

    id: str
    title: str
    check: PassageCheck | None = None
    file_check: FileCheck | None = None
    register: TextRegister = "easy_language"
    language: str | None = None
    kinds: frozenset[TextKind] = KINDS

    def applies_to(self, passage: Passage) -> bool:
        """Tell whether the rule is meant for these words."""
        return (
            passage.register == self.register
            and self.language in {None, passage.language}
            and passage.kind in self.kinds
        )

    def findings(self, passages: Sequence[Passage], tools: Tools) -> Iterator[Finding]:
        """Yield what the rule finds in ``passages``, of any file, register and kind."""
        concerned = [passage for passage in passages if self.applies_to(passage)]
        if self.check is not None:
            for passage in concerned:
                for remark in self.check(passage, tools):
                    yield remark.at(passage, self.id)
        if self.file_check is not None:
            files: dict[str, list[Passage]] = {}
            for passage in concerned:
                files.setdefault(passage.path, []).append(passage)
            for path, inside in files.items():
                for place, remark in self.file_check(inside):
                    if place is None:
                        yield Finding(path, 1, self.id, "", remark.message, remark.severity)
                    else:
                        yield remark.at(place, self.id)
