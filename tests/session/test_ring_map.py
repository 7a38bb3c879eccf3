"""The map of the people around a child: every name in its ring, and none over another."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from giz_gesprek.session.ring_map import (
    FEWEST_COLUMNS,
    LONGEST,
    RingMap,
    RingNames,
    RingsDrawn,
    ring_map,
)
from tests.support.typed import names

LABELS = ("Heel dichtbij", "Dichtbij", "Verder weg")
TWELVE = ("opa", "oma", "tante Sara", "buurvrouw Els", "juf Anna", "Karim", *"abcdef")


def drawn(*rings: tuple[str, ...], columns: int = 76, child: str = "Milan") -> RingMap:
    named = tuple(RingNames(label, ring) for label, ring in zip(LABELS, rings, strict=True))
    return ring_map(RingsDrawn(child, named), columns, measure=cell_len)


def cells(line: str) -> list[str]:
    """Return what stands in each cell of a line; behind a wide letter nothing does."""
    found: list[str] = []
    for letter in line:
        wide = cell_len(letter)
        if wide == 0 and found:
            found[-1] += letter
        else:
            found += [letter, *[""] * (wide - 1)]
    return found


def ends(line: str) -> list[int]:
    """Return where the sides of the rings stand in a line, from the left."""
    return [place for place, letter in enumerate(cells(line)) if letter in "│╭╮╰╯"]


@given(
    st.lists(st.lists(names(), max_size=12).map(tuple), min_size=3, max_size=3),
    st.integers(20, 200),
)
def test_every_name_stands_in_its_ring_and_over_no_other(
    rings: list[tuple[str, ...]], columns: int
) -> None:
    found = drawn(*rings, columns=columns)
    width = {cell_len(line) for line in found.lines}
    assert len(width) == 1
    assert width.pop() <= max(columns, FEWEST_COLUMNS)
    assert [len([one for one in found.placed if one.ring == ring]) for ring in range(3)] == [
        len(ring) for ring in rings
    ]
    for one in found.placed:
        here = cells(found.lines[one.line])[one.column : one.column + cell_len(one.text)]
        assert "".join(here) == one.text
        assert cell_len(one.text) <= LONGEST
    for line in range(len(found.lines)):
        row = sorted(
            (one.column, one.column + cell_len(one.text))
            for one in found.placed
            if one.line == line
        )
        assert all(behind < before for (_one, behind), (before, _end) in pairwise(row))
        assert len({one.ring for one in found.placed if one.line == line}) <= 1


@given(st.lists(names(), min_size=1, max_size=4).map(tuple))
def test_a_short_name_stands_there_whole(people: tuple[str, ...]) -> None:
    found = drawn(people, (), ())
    for name, one in zip(people, found.placed, strict=True):
        letters = [letter for letter in name if letter.isalnum() or letter == " "]
        if letters != [*name]:
            continue  # what joins letters is left out
        assert one.text.endswith("…") if cell_len(name) > LONGEST else one.text == name


@pytest.mark.parametrize("columns", [56, 74, 120])
@pytest.mark.parametrize("ring", [0, 1, 2])
def test_twelve_people_fit_in_one_ring(columns: int, ring: int) -> None:
    rings = [TWELVE if place == ring else () for place in range(3)]
    found = drawn(*rings, columns=columns)
    assert len(found.placed) == 12
    assert len(found.lines) <= 13


def test_the_child_is_in_the_middle_of_three_rings() -> None:
    found = drawn(("opa", "oma"), ("juf Anna",), ("Karim",))
    [line] = [line for line in found.lines if "● Milan" in line]
    assert len(ends(line)) == 6
    assert abs(line.index("●") + len("● Milan") / 2 - len(line) / 2) <= 1
    above = found.lines[: found.lines.index(line)]
    assert [label for label in LABELS if label in "".join(above)] == list(LABELS)


def test_two_people_in_a_ring_stand_on_both_sides_of_the_middle() -> None:
    found = drawn(("opa", "oma"), (), ())
    middle = next(place for place, line in enumerate(found.lines) if "Milan" in line)
    assert [one.line - middle for one in found.placed] == [-1, 1]
