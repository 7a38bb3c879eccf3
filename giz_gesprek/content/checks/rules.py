"""The registry of rules of language: easy language (E) and plain Dutch (S).

The thresholds and the reasons are in ``docs/checker.md``. A rule is one line here and one
function beside it; a later rule needs no other place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from giz_gesprek.content.checks import (
    clauses,
    familiar,
    leading,
    lengths,
    questions,
    single,
    standard,
    wording,
)
from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.rule import KINDS, Remark, Rule, Tools
from giz_gesprek.content.findings import Finding
from giz_gesprek.content.texts import TextKind
from giz_gesprek.i18n import N_

MOST_WORDS_IN_CHOICE: Final = 5

# "Weet ik niet" is what a button must be able to say, and an echo repeats a choice.
_ASKED: Final = frozenset[TextKind](("question",))
# What a word means may be told.
_SAID: Final = KINDS - {"term"}
_FREE_TO_DENY: Final = frozenset[TextKind](("fixed_answer", "echo"))


def _short_choices(passage: Passage, _tools: Tools) -> Iterator[Remark]:
    return questions.few_words_in_a_choice(MOST_WORDS_IN_CHOICE, passage)


RULES: Final = (
    Rule(
        "E01",
        N_("short sentences"),
        lengths.short_sentences,
        lengths.short_sentences_on_average,
        language="nl",
    ),
    Rule("E02", N_("common words"), familiar.no_rare_words, language="nl"),
    Rule("E03", N_("short words"), lengths.short_words, language="nl"),
    Rule("E04", N_("who does it"), clauses.no_passive, language="nl"),
    Rule(
        "E05",
        N_("no negation"),
        wording.no_negation,
        language="nl",
        kinds=KINDS - _FREE_TO_DENY,
    ),
    Rule("E06", N_("one thought a sentence"), clauses.no_subordination, language="nl"),
    Rule("E07", N_("no abbreviations and difficult signs"), wording.plain_signs),
    Rule("E08", N_("numbers in digits"), wording.numbers_as_digits, language="nl"),
    Rule("E09", N_("plain words"), familiar.plain_words, language="nl"),
    Rule(
        "E10",
        N_("one form of address"),
        wording.no_diminutives,
        language="nl",
    ),
    Rule("E11", N_("one word for one thing"), familiar.one_term, language="nl"),
    Rule("E12", N_("a calm screen"), lengths.calm_screen),
    Rule("E13", N_("few and short choices"), _short_choices, kinds=frozenset({"choice"})),
    Rule(
        "E14",
        N_("open questions"),
        questions.open_questions,
        language="nl",
        kinds=frozenset({"question"}),
    ),
    Rule("E15", N_("questions that do not steer"), leading.no_steering, language="nl"),
    Rule("E16", N_("clear times"), leading.no_vague_time, language="nl"),
    Rule("E19", N_("words that are explained"), familiar.explained_terms, language="nl"),
    Rule("E21", N_("one thing asked"), single.one_thing, language="nl", kinds=_ASKED),
    Rule("E22", N_("no hint of want or blame"), familiar.no_hints, language="nl", kinds=_SAID),
    Rule("S01", N_("plain Dutch"), standard.plain_dutch, register="standard"),
    Rule(
        "S02",
        N_("one thing asked"),
        single.one_thing,
        register="standard",
        language="nl",
        kinds=_ASKED,
    ),
    Rule(
        "S03",
        N_("no hint of want or blame"),
        familiar.no_hints,
        register="standard",
        language="nl",
        kinds=_SAID,
    ),
)


def language_findings(passages: Sequence[Passage], tools: Tools) -> Iterator[Finding]:
    """Yield what every rule finds."""
    for rule in RULES:
        yield from rule.findings(passages, tools)
