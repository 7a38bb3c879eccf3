"""The triangle: three sides, the child inside, and what was walked told by shape."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from rich.cells import cell_len
from textual.geometry import Size

from giz_gesprek.session.step_parts import TriangleSide
from giz_gesprek.tui.widgets.choice_list import ChoiceList
from giz_gesprek.tui.widgets.triangle import Triangle, draw
from tests.support.dossiers import framework
from tests.support.talks import LONGEST_NAME, RUNGS, make_family, places
from tests.tui.support import Table, table

SIZES: Final = [Size(40, 12), Size(27, 12), Size(51, 20), Size(40, 13)]
INK: Final = "▀▄█"


def sides(*done: bool, name: str = "Thuis") -> list[TriangleSide]:
    """Return three sides, of which these were walked."""
    numbered = enumerate(done, 1)
    return [TriangleSide(f"side-{n}", name, done=each, digits=(n,)) for n, each in numbered]


def drawn(size: Size, *done: bool, name: str = "Thuis", lit: str | None = None) -> list[str]:
    """Return the triangle around Milan."""
    return draw(size, "Milan", sides(*done, name=name), lit)


def dots(lines: list[str]) -> list[list[bool]]:
    """Return which half cells are inked, by row."""
    rows = []
    for line in lines:
        rows.append([char in "▀█" for char in line])
        rows.append([char in "▄█" for char in line])
    return rows


@pytest.mark.parametrize("size", SIZES)
def test_it_is_a_triangle(size: Size) -> None:
    lines = drawn(size, False, False, False)
    assert [cell_len(line) for line in lines] == [size.width] * size.height
    rows = dots(lines[:-1])
    widths = []
    for row in rows:
        inked = [x for x, dot in enumerate(row) if dot]
        assert inked == sorted(size.width - 1 - x for x in inked), "both halves are the same"
        widths.append(inked[-1] - inked[0] + 1)
    assert widths == sorted(widths), "it grows downward"
    assert widths[0] <= 3
    assert all(rows[-1]), "the base is closed"


@pytest.mark.parametrize("size", SIZES)
def test_a_slope_has_no_gaps(size: Size) -> None:
    rows = dots(drawn(size, False, False, False)[:-1])[:-1]
    half = (size.width + 1) // 2
    for row, below in pairwise(rows):
        start = min(x for x, dot in enumerate(row) if dot)
        end = max(x for x, dot in enumerate(below[:half]) if dot)
        assert end >= start - 1


def test_a_side_that_was_walked_is_thicker_and_ticked() -> None:
    size = Size(40, 12)
    plain = drawn(size, False, False, False)
    left, right, base = (drawn(size, *(n == side for n in range(3))) for side in range(3))
    assert "✔" not in "".join(plain)
    assert "1 ✔" in "".join(left)
    assert "2 ✔" in "".join(right)
    assert "3 ✔ Thuis" in base[-1]
    middle = 6
    ink = {"left": left, "right": right, "base": base, "plain": plain}
    count = {
        name: (
            sum(char in INK for char in one[middle][:20]),
            sum(char in INK for char in one[middle][20:]),
        )
        for name, one in ink.items()
    }
    assert count["left"][0] > count["plain"][0] == count["right"][0]
    assert count["right"][1] > count["plain"][1] == count["left"][1]
    assert set(base[-2].strip("▄")) == {"█"}
    assert "▄▄▄" in plain[-2]


def test_the_lit_side_has_a_mark_before_its_number() -> None:
    assert "▶ 2" in "".join(drawn(Size(40, 12), False, False, False, lit="side-2"))
    assert "▶" not in "".join(drawn(Size(40, 12), False, False, False))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["Thuis en om u heen", LONGEST_NAME, "漢字" * 20, "e\u0301" * 30])
def test_a_long_name_is_cut_and_moves_nothing(size: Size, name: str) -> None:
    done = [True, True, True]
    lines = draw(size, name, sides(*done, name=name), "side-1")
    assert [cell_len(line) for line in lines] == [size.width] * size.height
    short = drawn(size, *done, name="X", lit="side-1")
    assert dots(lines[:-1])[-1] == dots(short[:-1])[-1]
    for line, other in zip(lines, short, strict=True):
        assert line.count("█") == other.count("█"), "no name runs over the drawing"
    if cell_len(name) > size.width:
        assert "…" in lines[-1]


def triangle(t: Table) -> Triangle:
    return t.screen.query_one(Triangle)


async def test_the_triangle_stands_beside_its_sides(tmp_path: Path) -> None:
    async with table(tmp_path, "triangle") as t:
        for size in ((80, 24), (100, 36), (60, 24)):
            await t.pilot.resize_terminal(*size)
            await t.calm()
            picture, choices = triangle(t), t.screen.query_one(ChoiceList)
            assert picture.display
            assert picture.region.x >= choices.region.right
            assert t.body.region.contains_region(picture.region)
            shown = str(picture.render())
            for number, side in enumerate(framework().sides, start=1):
                assert str(number) in shown
                assert t.say(f"side.{side}")[:5] in shown
            assert t.body.max_scroll_y == 0 or size[0] < 80
        await t.press("2")
        assert "▶ 2" in str(triangle(t).render())
        assert t.lit() == ["parenting"]


async def test_the_triangle_goes_where_there_is_no_room_and_comes_back(tmp_path: Path) -> None:
    async with table(tmp_path, "triangle", size=(59, 24)) as t:
        assert not triangle(t).display
        for size, there in (((80, 24), True), ((80, 23), False), ((60, 24), True)):
            await t.pilot.resize_terminal(*size)
            await t.calm()
            assert triangle(t).display is there, size


async def test_without_pictures_the_sides_have_the_screen(tmp_path: Path) -> None:
    talk, step = places()["triangle"]
    family = make_family()
    settings = family.settings.model_copy(update={"pictures": False})
    here = talk.changed(position=step.position)
    without = family.model_copy(update={"settings": settings})
    async with table(tmp_path, talk=here, family=without) as t:
        assert not triangle(t).display
        assert t.screen.query_one(ChoiceList).size.width > 70


async def test_the_longest_name_fits_at_the_triangle(tmp_path: Path) -> None:
    talk, step = places()["triangle"]
    async with table(tmp_path) as t:
        for rung in RUNGS:
            family = make_family(rung, name=lambda _: LONGEST_NAME)
            await t.sit_with(talk.changed(position=step.position), family=family)
            await t.press("1")
            assert t.body.max_scroll_y == 0, rung
            assert f" {LONGEST_NAME} " in str(triangle(t).render()), "in full in the middle"
