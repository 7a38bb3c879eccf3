"""Measure the rules about what is asked on the sentences of ``asked.txt`` and ``blind_asked.txt``.

Run from anywhere::

    uv run python scripts/asked_figures.py

It prints what was found, and each sentence that was judged wrongly. The table in
``docs/checker.md`` is written by ``scripts/checker_figures.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from giz_gesprek.content.checks.ages import misplaced
from giz_gesprek.content.checks.answers import misfits
from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.rule import Tools
from giz_gesprek.content.checks.rules import RULES
from giz_gesprek.content.checks.sayings import tools_of
from giz_gesprek.content.checks.sentences import is_question
from giz_gesprek.content.texts import TextKind
from giz_gesprek.paths import content_dir

ROOT = Path(__file__).resolve().parent.parent
SENTENCES = ROOT / "tests" / "content" / "checks" / "sentences"
NAMES: Final = {
    "E20": "E20: the choices answer the question",
    "E21": "E21, S02: one thing is asked",
    "E22": "E22, S03: no hint of want or blame",
    "E09": "E09: speech that can be taken literally",
    "E23": "E23: the age fits",
}
_LINE: Final = re.compile(
    r"(?P<aside>\* )?(?P<rule>E\d\d) (?P<judged>bad|good)(?: (?P<detail>[^:]+))?: (?P<text>.+)"
)


@dataclass(frozen=True)
class Asked:
    """One sentence of the file.

    Attributes:
        detail: the scale of its choices, or the phase that reads it.

    """

    rule: str
    bad: bool
    aside: bool
    detail: str
    text: str

    def is_found(self, tools: Tools) -> bool:
        """Tell whether its rule says something of it."""
        kind: TextKind = "question" if is_question(self.text) else "statement"
        passage = Passage("", 1, "", "easy_language", "nl", kind, ("text",), self.text)
        if self.rule == "E20":
            return any(misfits(passage, tools.words.answers[self.detail]))
        if self.rule == "E23":
            return any(misplaced(passage, {self.detail}, tools))
        [check] = [rule.check for rule in RULES if rule.id == self.rule]
        return check is not None and any(check(passage, tools))


def asked(name: str = "asked") -> Iterator[Asked]:
    """Yield the sentences of a file."""
    for line in (SENTENCES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if (found := _LINE.fullmatch(line)) is not None:
            yield Asked(
                found["rule"],
                found["judged"] == "bad",
                found["aside"] is not None,
                found["detail"] or "",
                found["text"],
            )


def lists(rule: str, *, bad: bool) -> tuple[list[Asked], list[Asked], list[Asked]]:
    """Return what a rule was made with, what was kept aside, and what was written afterwards."""
    made = [one for one in asked() if one.rule == rule and one.bad == bad]
    blind = [one for one in asked("blind_asked") if one.rule == rule and one.bad == bad]
    return [one for one in made if not one.aside], [one for one in made if one.aside], blind


def found(sentences: Sequence[Asked], tools: Tools) -> int:
    """Return how many of the sentences their rule finds."""
    return sum(each.is_found(tools) for each in sentences)


def asked_table(tools: Tools) -> str:
    """Return the figures as a table."""
    rows = [
        "| rule | found: used | kept aside | blind | false alarms: used | kept aside | blind |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for rule, name in NAMES.items():
        kinds = (*lists(rule, bad=True), *lists(rule, bad=False))
        cells = " | ".join(f"{found(each, tools)} of {len(each)}" for each in kinds)
        rows.append(f"| {name} | {cells} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    read_with = tools_of([content_dir()])
    print(asked_table(read_with))
    for each in asked():
        if each.is_found(read_with) != each.bad and not each.aside:
            print("missed" if each.bad else "false alarm", each.rule, each.detail, each.text)
