"""Measure the checker on the lists of sentences and write the figures into docs/checker.md.

Run from anywhere::

    uv run python scripts/checker_figures.py
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from giz_gesprek.content.checks.rule import Tools
from giz_gesprek.content.checks.sayings import sentence_findings, tools_of
from giz_gesprek.paths import content_dir
from scripts.asked_figures import asked_table

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "checker.md"
SENTENCES = ROOT / "tests" / "content" / "checks" / "sentences"
KINDS: Final = ("simple", "everyday", "short_but_hard", "bureaucratic")
MEASURED_TWICE: Final = ("everyday", "short_but_hard")
KEPT_ASIDE: Final = "* "
_COMMENT: Final = "#"
_BEGIN: Final = "<!-- figures: scripts/checker_figures.py -->\n"
_END: Final = "<!-- end -->"
_NAMES: Final = {
    "simple": "simple: false alarms",
    "everyday": "everyday, with words of health and school: false alarms",
    "short_but_hard": "short but hard: found",
    "bureaucratic": "bureaucratic: found",
}


@dataclass(frozen=True)
class Share:
    """How many of some sentences give an ERROR."""

    found: int
    of: int

    @property
    def value(self) -> float:
        """From 0 to 1."""
        return self.found / self.of

    def __str__(self) -> str:
        """Return the share as it stands in the page."""
        return f"{self.found} of {self.of} ({self.value:.0%})"


def lines(name: str) -> tuple[list[str], list[str]]:
    """Return the sentences of a file: those the rules were made with, and those kept aside."""
    written = (SENTENCES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    sentences = [line for line in written if line and not line.startswith(_COMMENT)]
    aside = [line.removeprefix(KEPT_ASIDE) for line in sentences if line.startswith(KEPT_ASIDE)]
    return [line for line in sentences if not line.startswith(KEPT_ASIDE)], aside


def share(sentences: Sequence[str], tools: Tools) -> Share:
    """Return how many of the sentences give an ERROR."""
    findings = sentence_findings(sentences, "easy_language", tools)
    found = {each.line for each in findings if each.severity == "ERROR"}
    return Share(len(found), len(sentences))


def table(tools: Tools) -> str:
    """Return the figures as tables."""
    rows = [
        "| sentences | used | kept aside | blind | second blind |",
        "| --- | --- | --- | --- | --- |",
    ]
    for kind in KINDS:
        lists = [*lines(kind), lines(f"blind_{kind}")[0]]
        if kind in MEASURED_TWICE:
            lists.append(lines(f"second_{kind}")[0])
        figures = " | ".join([str(share(each, tools)) for each in lists])
        if kind not in MEASURED_TWICE:
            figures += " | -"
        rows.append(f"| {_NAMES[kind]} | {figures} |")
    return "\n".join(rows) + "\n\n" + asked_table(tools)


def page(text: str, figures: str) -> str:
    """Return the page with the figures in their place."""
    before, _begin, rest = text.partition(_BEGIN)
    _old, _end, after = rest.partition(_END)
    return f"{before}{_BEGIN}\n{figures}\n{_END}{after}"


if __name__ == "__main__":
    figures = table(tools_of([content_dir()]))
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), figures), encoding="utf-8")
    print(figures)
