"""Make the terminal art and the contact sheets from the drawings in content/pictograms/.

Run from anywhere::

    uv run python scripts/pictograms.py update   # after drawing or changing a picture
    uv run python scripts/pictograms.py check    # says what is wrong, exits 1

Both take the content folder of a municipality, for the drawings in its own ``pictograms/``.

A drawing is a square of 24 units. It is rendered large; each piece of a grid becomes a dot when
enough of it is inked, and the dots of a cell become one character. ``NAME-small.svg`` is used
instead of ``NAME.svg`` for half blocks in 12x6 cells. The style rules that ``check`` holds a
drawing to are told in docs/pictograms.md.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Final

import yaml

from giz_gesprek.content.pictograms import ART_FILE, FOLDER, SIZES, ArtSize, Look
from giz_gesprek.tui.themes import DARK, LIGHT
from scripts.pictogram_art import Bitmap, bitmaps, dot_bitmaps, drawings, is_current, make
from scripts.pictogram_sheets import contact_sheet, terminal_sheet
from scripts.pictogram_style import drawing_problems

ROOT = Path(__file__).resolve().parent.parent
DRAWINGS = ROOT / "content" / "pictograms"
ART = DRAWINGS / "art.json"
SHEET = ROOT / "docs" / "pictograms.svg"
TERMINAL_SHEETS = {
    ROOT / "docs" / "pictograms-terminal-light.svg": LIGHT,
    ROOT / "docs" / "pictograms-terminal-dark.svg": DARK,
}
FRAMEWORK = ROOT / "content" / "framework.yaml"

OTHERS: Final = (
    *("side-development", "side-parenting", "side-surroundings"),
    *("action-next", "action-back", "action-skip", "action-read-aloud", "action-easier"),
    *("action-example", "action-help", "action-help-now", "action-pause", "action-blank"),
    *("action-change", "action-remove", "action-print", "action-goal", "action-calendar"),
    *("action-phone", "dont-know", "rather-not-say"),
    *("reached-wholly", "reached-a-little", "reached-not-yet"),
)
"""What the screens use beside the pictures that the framework names."""

LEAST_DOTS: Final = 12
LEAST_DIFFERENCE: Final[Mapping[ArtSize, int]] = {ArtSize.SMALL: 10, ArtSize.LARGE: 24}
"""In how many dots any two pictures differ."""


def required_ids() -> tuple[str, ...]:
    """Return every picture that the content and the screens ask for, in their order."""
    framework = yaml.safe_load(FRAMEWORK.read_text(encoding="utf-8"))
    topics = [framework["topics"][topic]["pictogram"] for topic in _topics(framework)]
    choices = [id_ for scale in framework["scales"].values() for id_ in scale.values()]
    pages = framework["page_pictures"].values()
    return tuple(dict.fromkeys([*topics, *choices, *pages, *OTHERS]))


def _topics(framework: Mapping[str, Mapping[str, Mapping[str, list[str]]]]) -> Iterator[str]:
    for side in framework["sides"].values():
        yield from side["topics"]


def update_own(content: Path) -> None:
    """Write what the program shows of the drawings in a content folder of others."""
    make(content / FOLDER, drawings(content / FOLDER))


def findings_in_own(content: Path) -> Iterator[str]:
    """Yield what is against the style or out of date in a content folder of others."""
    folder = content / FOLDER
    sources = drawings(folder)
    yield from drawing_problems(sources)
    yield from art_problems(bitmaps(sources))
    if not is_current(folder, sources):
        yield f"{folder / ART_FILE}: out of date: run scripts/pictograms.py update {content}"


def update() -> None:
    """Write the art, the images and the contact sheets."""
    sources = drawings(DRAWINGS)
    make(DRAWINGS, sources)
    for path, text in generated(sources).items():
        path.write_text(text, encoding="utf-8", newline="\n")


def generated(sources: Mapping[str, str]) -> dict[Path, str]:
    """Return every sheet that is made from the drawings, with what should stand in it."""
    pictures = dot_bitmaps(sources)
    sheets = {path: terminal_sheet(pictures, theme) for path, theme in TERMINAL_SHEETS.items()}
    return {SHEET: contact_sheet(sources, pictures), **sheets}


def findings() -> Iterator[str]:
    """Yield a line for everything that is missing, against the style or out of date."""
    sources = drawings(DRAWINGS)
    for id_ in required_ids():
        if id_ not in sources:
            yield f"{_shown(DRAWINGS)}: missing: {id_}.svg"
    yield from drawing_problems(sources)
    yield from art_problems(bitmaps(sources))
    if not is_current(DRAWINGS, sources):
        yield f"{_shown(ART)}: out of date: run scripts/pictograms.py update"
    for path, text in generated(sources).items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            yield f"{_shown(path)}: out of date: run scripts/pictograms.py update"


def art_problems(pictures: Mapping[str, Mapping[ArtSize, Bitmap]]) -> Iterator[str]:
    """Yield which art is empty, and which two are alike."""
    for size in SIZES[Look.BLOCKS]:
        for id_, sizes in pictures.items():
            if _dots(sizes[size]) < LEAST_DOTS:
                yield f"{id_}: hardly a dot at {size.value}"
        for one, other in combinations(pictures, 2):
            differing = distance(pictures[one][size], pictures[other][size])
            if differing < LEAST_DIFFERENCE[size]:
                yield f"{one} and {other}: alike at {size.value} ({differing} dots differ)"


def distance(one: Bitmap, other: Bitmap) -> int:
    """Return in how many dots two pictures differ."""
    return sum(
        a != b
        for row, other_row in zip(one, other, strict=True)
        for a, b in zip(row, other_row, strict=True)
    )


def _dots(dots: Bitmap) -> int:
    return sum(map(sum, dots))


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def main() -> int:
    """Run the chosen action and return the exit code."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("action", choices=["update", "check"])
    parser.add_argument("folder", nargs="?", type=Path, help="a content folder of your own")
    given = parser.parse_args()
    own: Path | None = given.folder
    if own is not None and not drawings(own / FOLDER):
        parser.error(f"there is no drawing in {own / FOLDER}")
    if given.action == "update":
        update() if own is None else update_own(own)
        return 0
    problems = list(findings() if own is None else findings_in_own(own))
    print("\n".join(problems) or "The pictograms are complete, and their art is current.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
