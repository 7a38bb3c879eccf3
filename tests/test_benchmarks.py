"""What a measurement says of its budget; nothing is measured here."""

from __future__ import annotations

import pytest

from benchmarks.__main__ import MISSED, NOT_JUDGED, exit_code
from benchmarks.machine import Busy
from benchmarks.rows import Limit, Row, Verdict
from benchmarks.table import lines

RATIO = Limit(1.2, relative=True)


def test_a_budget_is_of_the_median_or_of_what_it_names() -> None:
    values = [1.0] * 15 + [9.0] * 5
    assert Row("row", values, (Limit(2),)).verdict() is Verdict.KEPT
    assert Row("row", values, (Limit(2), Limit(2, at="p95"))).verdict() is Verdict.MISSED
    assert Row("row", values, (Limit(0.5),)).verdict() is Verdict.MISSED


def test_a_ratio_is_that_of_the_pairs_and_not_of_the_figures() -> None:
    # Each value is its reference; the machine got slower halfway.
    pairs = [1.0, 1.0, 1.0, 5.0, 5.0]
    row = Row("row", pairs, (RATIO,), "reference", pairs)
    assert row.ratios == (1.0,) * 5
    assert row.verdict() is Verdict.KEPT
    assert Row("row", [2.0] * 5, (RATIO,), "reference", [1.0] * 5).verdict() is Verdict.MISSED


def test_of_two_limits_that_are_named_together_one_has_to_be_kept() -> None:
    limit = Limit(5, at="p95", other=Limit(1.3, at="p95", relative=True))
    assert Row("row", [8.0], (limit,), "reference", [7.0]).verdict() is Verdict.KEPT
    assert Row("row", [8.0], (limit,), "reference", [2.0]).verdict() is Verdict.MISSED


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (Row("slow", [9.0], (Limit(5),)), Verdict.NOT_JUDGED),
        (Row("fast all the same", [1.0], (Limit(5),)), Verdict.KEPT),
        (Row("a slow reference", [1.0], (RATIO,), "reference", [9.0]), Verdict.NOT_JUDGED),
        (Row("memory", [90.0], (Limit(80),), unit="MB"), Verdict.MISSED),
        (Row("to compare", [9.0]), Verdict.NO_BUDGET),
    ],
    ids=lambda given: given.name if isinstance(given, Row) else "",
)
def test_a_busy_machine_neither_misses_a_time_nor_flatters_a_ratio(
    row: Row, verdict: Verdict
) -> None:
    assert row.verdict(busy=True) is verdict


def test_others_at_work_or_a_slower_loop_make_a_machine_busy() -> None:
    assert not Busy(others=0.1, loop=1.1)
    assert Busy(others=0.5, loop=1.1)
    assert Busy(others=None, loop=1.5)


def test_a_missed_budget_goes_before_one_that_could_not_be_judged() -> None:
    kept, missed, unknown = Verdict.KEPT, Verdict.MISSED, Verdict.NOT_JUDGED
    assert exit_code([kept, Verdict.NO_BUDGET]) == 0
    assert exit_code([kept, unknown]) == NOT_JUDGED
    assert exit_code([unknown, missed, kept]) == MISSED


def test_a_row_says_its_figures_its_budget_and_why_it_is_not_judged() -> None:
    row = Row("row", [3.0, 4.0, 8.0], (Limit(2), RATIO), "reference", [1.0, 2.0, 2.0])
    said = "\n".join(lines(row, Busy(others=1.0, loop=1.0)))
    for part in ("3.0", "4.0", "8.0", "reference", "3.00", "not judged: median 2 ms; median 1.2 x"):
        assert part in said
    assert "others used 1.00 processors" in said
