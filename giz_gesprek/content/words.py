"""The word lists: ``words.yaml``. Of these the app reads the pronunciations, the checks all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, ValidationError

from giz_gesprek.content.folders import Folders, Merged, frozen
from giz_gesprek.content.mistakes import validation_findings
from giz_gesprek.content.texts import ContentModel, Text
from giz_gesprek.i18n import _

FILE: Final = "words.yaml"


def _small(value: str) -> str:
    if value != value.lower():
        raise ValueError(_("write words of a list in small letters"))
    return value


SmallWord = Annotated[Text, AfterValidator(_small)]
Groups = dict[str, tuple[SmallWord, ...]]
"""Lists under a theme of their own: a municipality adds a theme and leaves ours alone."""

Advice = dict[SmallWord, Text]
"""Expressions and what to write instead; how they are written: ``docs/checker.md``."""


class Spellings(ContentModel):
    """How the voice says words in one language: each with a spelling that it reads well.

    Attributes:
        texts: words that stand in the texts.
        typed: words that people type, or that stand in content of others.

    """

    texts: Mapping[SmallWord, Text] = Field(default_factory=dict)
    typed: Mapping[SmallWord, Text] = Field(default_factory=dict)


class AnsweredBy(ContentModel):
    """What a question looks like that the choices of one scale answer.

    Attributes:
        begins: how it begins.
        holds: or it names one of these words, and another side with ``, of``.

    """

    begins: tuple[SmallWord, ...] = ()
    holds: tuple[SmallWord, ...] = ()


class WordLists(ContentModel):
    """Words that the rules know, which are Dutch, and how the voice says words of any language.

    Attributes:
        everyday: words that are rare in lists, and that every tired parent knows.
        domain: words of health, school and help that parents hear; the glossary explains each.
        building_blocks: common words that make a compound clear: ``zwem`` in ``zwemles``.
        formal, jargon, figurative: expressions with plain words for them.
        forbidden: synonyms, with the one term to use.
        plain_dutch: expressions of these lists that plain Dutch may use.
        hints: expressions that hint at want or blame, with what to write instead.
        answers: by scale, what a question with its choices looks like.
        ages: words that fit some phases of life only, with these phases.
        office_parts: parts that make a compound a word of institutions: ``beleid``.
        pronunciations: by language, how the voice says a word.

    """

    format: Literal[1] = 1
    everyday: Groups = Field(default_factory=dict)
    domain: Groups = Field(default_factory=dict)
    building_blocks: tuple[SmallWord, ...] = ()
    formal: Advice = Field(default_factory=dict)
    jargon: Advice = Field(default_factory=dict)
    figurative: Advice = Field(default_factory=dict)
    forbidden: Advice = Field(default_factory=dict)
    hints: Advice = Field(default_factory=dict)
    answers: Mapping[str, AnsweredBy] = Field(default_factory=dict)
    ages: Mapping[SmallWord, tuple[str, ...]] = Field(default_factory=dict)
    plain_dutch: tuple[SmallWord, ...] = ()
    office_parts: tuple[SmallWord, ...] = ()
    pronunciations: Mapping[str, Spellings] = Field(default_factory=dict)

    def domain_words(self) -> Iterator[tuple[str, str]]:
        """Yield each theme with each of its words."""
        for theme, words in self.domain.items():
            for word in words:
                yield theme, word


def read_words(folders: Folders) -> tuple[WordLists, Merged]:
    """Read ``words.yaml``; without the file, or with a mistake in it, the lists are empty."""
    merged = folders.merged(FILE, required=False)
    try:
        return WordLists.model_validate(frozen(merged.data)), merged
    except ValidationError as error:
        folders.findings.extend(validation_findings(error, merged.sources))
        return WordLists(), merged
