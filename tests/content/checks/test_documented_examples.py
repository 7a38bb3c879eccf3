"""The good and bad examples of ``docs/checker.md`` are what it says they are."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.rules import RULES, language_findings
from giz_gesprek.content.checks.sayings import tools_of
from giz_gesprek.content.glossary import NO_GLOSSARY
from giz_gesprek.content.texts import TextKind
from giz_gesprek.paths import content_dir

TOOLS = tools_of([content_dir()])
PAGE = (Path(__file__).parents[3] / "docs" / "checker.md").read_text(encoding="utf-8")
EXAMPLES = {
    found["rule"]: (found["good"], found["bad"])
    for found in re.finditer(
        r"^\*\*(?P<rule>[ES]\d\d) .*?^- good: (?P<good>.*?)\n- bad: (?P<bad>.*?)$",
        PAGE,
        re.MULTILINE | re.DOTALL,
    )
}


def broken(rule: str, example: str) -> bool:
    kind: TextKind = "question" if "?" in example else "statement"
    if rule == "E13":
        kind = "choice"
    register = next(each.register for each in RULES if each.id == rule)
    written = example.replace(" ⏎ ", "\n")
    passage = Passage("a.yaml", 1, "a.b", register, "nl", kind, ("text",), written)
    unexplained = "(without an entry)" in example
    tools = replace(TOOLS, glossary=NO_GLOSSARY) if unexplained else TOOLS
    findings = language_findings([passage], tools)
    return rule in {each.rule for each in findings}


def test_every_rule_is_explained() -> None:
    assert list(EXAMPLES) == [rule.id for rule in RULES]


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_good_example_keeps_its_rule_and_a_bad_one_breaks_it(rule: str) -> None:
    good, bad = EXAMPLES[rule]

    assert (broken(rule, good), broken(rule, bad)) == (False, True)
