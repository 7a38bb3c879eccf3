"""Find out which characters each font of the PDF papers has.

``uv run python scripts/pdf_characters.py`` writes ``giz_gesprek/export/pdf/characters.json``: the
first and the last code point of every range, by font. Run it after another version of Typst or of
the fonts was pinned. Typst says nowhere what its own fonts have, so they are looked up in its
library, where they lie as they are.
"""

from __future__ import annotations

import io
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

import typst
from fontTools.ttLib import TTFont, TTLibError

from giz_gesprek.export.pdf.typeset import FONTS as LETTERS

ROOT: Final = Path(__file__).resolve().parent.parent
TARGET: Final = ROOT / "giz_gesprek" / "export" / "pdf" / "characters.json"

# The order of `font` in templates/style.typ, and the faces whose characters count: upright ones.
FONTS: Final = {
    "Source Sans Pro": ("Source Sans Pro", "Source Sans Pro Semibold", "Source Sans Pro Bold"),
    "DejaVu Sans": ("DejaVu Sans", "DejaVu Sans Bold"),
    "Libertinus Serif": (
        "Libertinus Serif Regular",
        "Libertinus Serif Semibold",
        "Libertinus Serif Bold",
    ),
    "New Computer Modern": ("NewComputerModern10-Regular", "NewComputerModern10-Bold"),
    "DejaVu Sans Mono": ("DejaVu Sans Mono", "DejaVu Sans Mono Bold"),
}
_BEGINS: Final = re.compile(rb"OTTO\x00|\x00\x01\x00\x00\x00[\x05-\x30]")
_LARGEST: Final = 3_000_000
_FULL_NAME: Final = 4
_UNSEEN: Final = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


def main() -> int:
    """Look up the characters and write them."""
    faces = dict(_faces())
    known = {
        font: _ranges(set.intersection(*(faces[name] for name in names)))
        for font, names in FONTS.items()
    }
    TARGET.write_text(json.dumps(known, separators=(",", ":")) + "\n", encoding="ascii")
    for font, ranges in known.items():
        print(f"{font}: {sum(last - first + 1 for first, last in ranges)} characters")
    return 0


def _faces() -> Iterator[tuple[str, set[int]]]:
    """Yield the full name and the code points of every face there is."""
    for path in sorted(LETTERS.glob("*.ttf")):
        yield _face(path.read_bytes())
    library = next(Path(typst.__file__).parent.glob("_typst.*")).read_bytes()
    for begin in _BEGINS.finditer(library):
        try:
            yield _face(library[begin.start() : begin.start() + _LARGEST])
        except (TTLibError, KeyError, ValueError):
            continue  # bytes that look like the begin of a font


def _face(data: bytes) -> tuple[str, set[int]]:
    face = TTFont(io.BytesIO(data), lazy=True)
    return face["name"].getDebugName(_FULL_NAME), set(face.getBestCmap())


def _ranges(codes: set[int]) -> list[tuple[int, int]]:
    seen = sorted(code for code in codes if unicodedata.category(chr(code)) not in _UNSEEN)
    breaks = [(before, code) for before, code in pairwise(seen) if code != before + 1]
    starts = [seen[0], *(code for _before, code in breaks)]
    ends = [*(before for before, _code in breaks), seen[-1]]
    return list(zip(starts, ends, strict=True))


if __name__ == "__main__":
    sys.exit(main())
