"""Every picture is drawn, keeps the style guide, and has art that is current."""

from __future__ import annotations

import json
import re
from itertools import combinations
from pathlib import Path

import pytest
from textual.theme import Theme

from giz_gesprek import paths
from giz_gesprek.content.loading import load_library
from giz_gesprek.content.pictograms import (
    ART_FILE,
    BLANK_BRAILLE,
    FOLDER,
    SIZES,
    ArtSize,
    Look,
    Pictograms,
    art_findings,
)
from giz_gesprek.tui.images.pixels import read
from giz_gesprek.tui.themes import DARK, LIGHT
from scripts import pictogram_art as made
from scripts import pictograms as script
from scripts.pictogram_raster import inked
from scripts.pictogram_style import style_problems

SHIPPED = Pictograms()
GOOD = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" \
stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
  <path d="M3 3h18"/>
  <circle class="accent" fill="currentColor" cx="12" cy="12" r="3"/>
</svg>
"""


def write_art(folder: Path, id_: str, character: str) -> None:
    folder.mkdir(exist_ok=True)
    sizes = {size: [character * size.columns] * size.rows for size in SIZES[Look.BLOCKS]}
    (folder / ART_FILE).write_text(json.dumps({"art": {id_: sizes}}), encoding="utf-8")


def near_to(part: float, edge: float) -> bool:
    return abs(part - edge) < 0.0015


def named_by_the_framework() -> set[str]:
    framework = load_library(paths.content_dir()).framework
    choices = {id_ for scale in framework.scales.values() for id_ in scale.values()}
    return choices | {topic.pictogram for topic in framework.topics.values()}


def test_drawings_keep_the_style_guide_and_their_art_is_current() -> None:
    assert list(script.findings()) == []


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_sheet_shows_every_picture_in_the_colours_of_a_theme(theme: Theme) -> None:
    [path] = [path for path, of in script.TERMINAL_SHEETS.items() if of is theme]
    sheet = path.read_text(encoding="utf-8")
    assert all(f">{id_}</text>" in sheet for id_ in script.required_ids())
    assert sheet.count('class="d"') == 2 * len(script.required_ids())
    assert f'fill="{theme.background}"' in sheet
    assert f".d{{stroke:{theme.foreground};" in sheet


def test_a_sheet_that_is_out_of_date_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    old = script.ROOT / "docs" / "pictograms-terminal-old.svg"
    monkeypatch.setattr(script, "TERMINAL_SHEETS", {old: LIGHT})
    assert list(script.findings()) == [
        "docs/pictograms-terminal-old.svg: out of date: run scripts/pictograms.py update"
    ]


def test_the_script_and_the_program_agree_on_places() -> None:
    assert paths.content_dir() / FOLDER == script.DRAWINGS
    assert script.ART.name == ART_FILE


def test_every_picture_of_the_framework_is_drawn() -> None:
    named = named_by_the_framework()
    assert named <= set(script.required_ids())
    assert not [id_ for id_ in named if SHIPPED.drawing(id_) is None]


def test_every_drawing_is_asked_for() -> None:
    assert set(made.ids(made.drawings(script.DRAWINGS))) == set(script.required_ids())


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("size", ArtSize)
def test_art_has_its_size_and_nothing_but_its_characters(size: ArtSize, look: Look) -> None:
    characters = {
        Look.BLOCKS: set(" ▀▄█"),
        Look.DOTS: {chr(BLANK_BRAILLE + dots) for dots in range(256)},
    }
    for id_ in script.required_ids():
        art = SHIPPED.art(id_, size, look)
        if size not in SIZES[look]:
            assert art is None
            continue
        assert art is not None, id_
        assert len(art) == size.rows
        assert {len(line) for line in art} == {size.columns}
        assert set("".join(art)) <= characters[look]


def test_dots_have_their_places_in_a_cell() -> None:
    dots = [[False] * 4 for _ in range(8)]
    dots[0][0] = dots[3][1] = dots[6][2] = True
    assert made.braille(tuple(map(tuple, dots))) == ["⢁⠀", "⠀⠄"]


def test_every_picture_has_an_image_of_the_same_drawing() -> None:
    for id_ in script.required_ids():
        png, lines = SHIPPED.image(id_), SHIPPED.art(id_, ArtSize.SMALL)
        assert png is not None, id_
        rows = read(png)
        assert (len(rows), len(rows[0])) == (240, 240)
        for y, line in enumerate(lines or ()):
            for x, cell in enumerate(line):
                # The four corners of a cell: a dot there is ink in the middle of its place.
                assert bool(ord(cell) & 1) == has_ink(rows, 20 * x, 40 * y), (id_, x, y)
                assert bool(ord(cell) & 128) == has_ink(rows, 20 * x + 10, 40 * y + 30), id_


def has_ink(rows: tuple[bytes, ...], left: int, top: int) -> bool:
    square = b"".join(row[left : left + 10] for row in rows[top : top + 10])
    return sum(pixel & 7 for pixel in square) / (7 * len(square)) > made.DOT


def test_art_that_a_machine_rounded_otherwise_is_current_and_other_art_is_not(
    tmp_path: Path,
) -> None:
    sources = {"topic-x": GOOD}
    made.make(tmp_path, sources)
    file = tmp_path / ART_FILE
    text = file.read_text(encoding="utf-8")
    assert made.is_current(tmp_path, sources)
    assert "⠀" in text
    for dots, current in (("⠇", True), ("⣿", False)):
        file.write_text(text.replace("⠀", dots, 1), encoding="utf-8")
        assert made.is_current(tmp_path, sources) is current
    file.write_text(text, encoding="utf-8")
    assert not made.is_current(tmp_path, {"topic-x": GOOD.replace("M3 3h18", "M3 5h18")})
    (tmp_path / "topic-x.png").unlink()
    assert not made.is_current(tmp_path, sources)


def test_the_three_faces_differ_most_in_their_mouths() -> None:
    faces = [
        made.bitmap(made.drawings(script.DRAWINGS)[f"face-{name}-small"], ArtSize.SMALL)
        for name in ("going-well", "so-so", "difficult")
    ]
    for one, other in combinations(faces, 2):
        assert one[:6] == other[:6], "the eyes are the same"
        assert script.distance(one, other) >= 10


@pytest.mark.parametrize("size", ArtSize)
def test_an_unknown_picture_has_no_art(size: ArtSize) -> None:
    assert SHIPPED.art("topic-allotment", size) is None
    assert SHIPPED.art(None, size) is None
    assert SHIPPED.drawing("topic-allotment") is None


def test_the_art_is_read_once_and_not_before_it_is_asked_for(tmp_path: Path) -> None:
    pictograms = Pictograms(tmp_path)
    write_art(tmp_path, "topic-x", "▀")
    assert pictograms.art("topic-x", ArtSize.SMALL, Look.BLOCKS) == ("▀" * 12,) * 6
    assert pictograms.art("topic-x", ArtSize.SMALL) == ("▀" * 12,) * 6, "nothing else is there"
    (tmp_path / ART_FILE).unlink()
    assert pictograms.art("topic-x", ArtSize.LARGE) == ("▀" * 24,) * 12


def test_a_later_folder_goes_before_an_earlier_one(tmp_path: Path) -> None:
    ours, theirs, empty = (tmp_path / name for name in ("ours", "theirs", "empty"))
    write_art(ours, "topic-x", "▀")
    write_art(theirs, "topic-x", "▄")
    pictograms = Pictograms(ours, theirs, empty)
    assert pictograms.art("topic-x", ArtSize.SMALL) == ("▄" * 12,) * 6
    assert pictograms.drawing("topic-x") == theirs / "topic-x.svg"


@pytest.mark.parametrize(
    ("art", "line"),
    [
        ("{}", 1),
        ('{"art":\n nonsense}', 2),
        ('{"art": []}', 1),
        ('{"art": {"topic-x": {"12x6": ["▀"]}}}', 1),
        (json.dumps({"art": {"topic-x": {"12x6": ["\x1b" * 12] * 6, "24x12": []}}}), 1),
    ],
)
def test_art_that_no_script_made_is_a_finding(tmp_path: Path, art: str, line: int) -> None:
    (tmp_path / ART_FILE).write_text(art, encoding="utf-8")
    [finding] = art_findings([tmp_path, tmp_path / "none"])
    assert (finding.path, finding.line) == (str(tmp_path / ART_FILE), line)


def test_the_script_makes_the_art_of_a_folder_of_others(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "topic-x.svg").write_text(GOOD, encoding="utf-8")
    assert [line.split(": ")[1] for line in script.findings_in_own(tmp_path)] == ["out of date"]
    script.update_own(tmp_path)
    assert list(script.findings_in_own(tmp_path)) == []
    assert Pictograms(tmp_path / FOLDER).art("topic-x", ArtSize.LARGE) is not None


def test_a_good_drawing_has_no_problem() -> None:
    assert list(style_problems("topic-x", GOOD)) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('viewBox="0 0 24 24"', 'viewBox="0 0 32 32"', "first line"),
        ('stroke-width="2"', 'stroke-width="1.5"', "first line"),
        ('stroke="currentColor"', 'stroke="red"', "first line"),
        ('stroke="currentColor"', 'stroke="currentColor" onload="x()"', "first line"),
        ('<path d="M3 3h18"/>', '<path d="M3 3h18" stroke="#900"/>', "carries stroke"),
        ('<path d="M3 3h18"/>', '<path d="M3 3h18" style="fill:red"/>', "carries style"),
        ('class="accent"', 'class="warm"', "carries class"),
        ('<path d="M3 3h18"/>', '<image href="x.png"/>', "<image>"),
        ('<path d="M3 3h18"/>', "<text>A</text>", "<text>"),
        ('<path d="M3 3h18"/>', "<script>x()</script>", "<script>"),
        ('<path d="M3 3h18"/>', '<use href="#x"/>', "<use>"),
        ('<path d="M3 3h18"/>', "<linearGradient/>", "<linearGradient>"),
        ('<path d="M3 3h18"/>', '<path d="M3 3h18"/>A', "text"),
        ('<path d="M3 3h18"/>', "<!-- a path -->", "comments"),
        ('<path d="M3 3h18"/>', '<path d="M0 3h18"/>', "outside"),
        ('<path d="M3 3h18"/>', '<path d="M3 3h18"/>' * 8, "9 shapes"),
    ],
)
def test_a_drawing_against_the_style_is_found(old: str, new: str, problem: str) -> None:
    assert GOOD.count(old) == 1
    found = list(style_problems("topic-x", GOOD.replace(old, new)))
    assert any(problem in line for line in found), found


def test_a_name_is_small_letters_and_hyphens() -> None:
    assert list(style_problems("Topic_x", GOOD))


def test_empty_and_similar_art_is_found() -> None:
    blank = made.bitmap(GOOD.replace("M3 3h18", "M3 3h1").replace('r="3"', 'r="1"'), ArtSize.SMALL)
    full = {size: ((True,) * size.columns,) * size.columns for size in SIZES[Look.BLOCKS]}
    one_less = {**full, ArtSize.SMALL: ((False,) + (True,) * 11, *full[ArtSize.SMALL][1:])}
    pictures = {"a-blank": {**full, ArtSize.SMALL: blank}, "b-full": full, "c-less": one_less}
    found = list(script.art_problems(pictures))
    assert "a-blank: hardly a dot at 12x6" in found
    assert "b-full and c-less: alike at 12x6 (1 dots differ)" in found
    assert "a-blank and b-full: alike at 24x12 (0 dots differ)" in found
    assert not [line for line in found if line.startswith("a-blank and b-full: alike at 12x6")]


@pytest.mark.parametrize(
    ("above", "below", "block"), [(0, 0, " "), (1, 0, "▀"), (0, 1, "▄"), (1, 1, "█")]
)
def test_two_dots_become_one_character(above: int, below: int, block: str) -> None:
    assert made.art(((bool(above),), (bool(below),))) == [block]


def test_no_dot_hangs_on_a_rounding_error() -> None:
    """A rasteriser that rounds otherwise on another machine must give the same art."""
    for name, size, source in made.rendered(made.drawings(script.DRAWINGS)):
        edge = made.INKED[size]
        near = [part for row in inked(source, size.columns) for part in row if near_to(part, edge)]
        assert not near, f"{name} at {size.value}: change a measure a little"


def test_the_generated_files_carry_no_address_but_that_of_svg() -> None:
    generated = script.generated(made.drawings(script.DRAWINGS))
    assert len(generated) == 3
    for path in (*generated, *script.DRAWINGS.glob("*.svg")):
        found = set(re.findall(r"https?://[^\"]+", path.read_text(encoding="utf-8")))
        assert found <= {"http://www.w3.org/2000/svg"}
