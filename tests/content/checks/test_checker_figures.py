"""How well the checker does on sentences that were kept aside, or written afterwards."""

from __future__ import annotations

import pytest

from giz_gesprek.content.checks.sayings import tools_of
from giz_gesprek.paths import content_dir
from scripts import checker_figures as script

TOOLS = tools_of([content_dir()])


@pytest.mark.parametrize("kind", script.KINDS)
def test_every_fourth_sentence_is_kept_aside(kind: str) -> None:
    used, aside = script.lines(kind)

    assert len(used) + len(aside) >= 60
    assert len(aside) * 4 >= len(used) + len(aside)
    assert len(script.lines(f"blind_{kind}")[0]) >= 25


@pytest.mark.parametrize(("kind", "least"), [("bureaucratic", 0.95), ("short_but_hard", 0.7)])
def test_hard_sentences_are_found(kind: str, least: float) -> None:
    assert script.share(script.lines(kind)[1], TOOLS).value >= least


@pytest.mark.parametrize(("kind", "most"), [("simple", 0.05), ("everyday", 0.2)])
def test_easy_sentences_are_left_alone(kind: str, most: float) -> None:
    assert script.share(script.lines(kind)[1], TOOLS).value <= most


def test_the_second_blind_sentences_keep_the_same_bounds() -> None:
    everyday, _none = script.lines("second_everyday")
    hard, _none = script.lines("second_short_but_hard")

    assert len(everyday) == len(hard) == 60
    assert script.share(everyday, TOOLS).value <= 0.2
    assert script.share(hard, TOOLS).value >= 0.7


def test_the_page_holds_the_figures_of_today() -> None:
    text = script.PAGE.read_text(encoding="utf-8")

    assert text == script.page(text, script.table(TOOLS))
