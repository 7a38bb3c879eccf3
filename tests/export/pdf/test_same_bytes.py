"""The same paper is the same bytes on any computer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.export.pdf.typeset import FONTS

ROOT: Final = Path(__file__).resolve().parents[3]
MADE: Final = """
import sys
from hashlib import sha256
from pathlib import Path
from giz_gesprek.export.pdf import typeset
from giz_gesprek.summary.audience import READERS
from tests.support.example import example
from tests.support.sheets import document_of, pdf_of

typeset.FONTS = Path(sys.argv[1])
for audience in READERS:
    print(sha256(pdf_of(document_of(example(), audience)).data).hexdigest())
"""


def made_on(home: Path, fonts: Path, **environment: str) -> list[str]:
    """Return what the papers of the example are on another computer."""
    data = {"XDG_DATA_HOME": str(home / ".local" / "share"), "XDG_CONFIG_HOME": str(home)}
    result = subprocess.run(
        [sys.executable, "-c", MADE, str(fonts)],
        cwd=ROOT,
        env={**os.environ, "HOME": str(home), "USERPROFILE": str(home), **data, **environment},
        capture_output=True,
        check=True,
    )
    return result.stdout.decode().split()


def in_another_order(folder: Path) -> Path:
    """Return a folder with our fonts, put there from the last to the first."""
    folder.mkdir(parents=True)
    for path in sorted(FONTS.iterdir(), reverse=True):
        shutil.copyfile(path, folder / path.name)
    return folder


def with_fonts_of_its_own(home: Path) -> Path:
    """Return a home with fonts that are called as ours, and look different."""
    of_the_user = home / ".local" / "share" / "fonts"
    of_the_user.mkdir(parents=True)
    for path in FONTS.glob("*-Bold.ttf"):
        light = path.read_bytes().replace(b"\0B\0o\0l\0d", b"\0T\0h\0i\0n")
        (of_the_user / "AAA.ttf").write_bytes(light)
    return home


@pytest.mark.needs_linux("fonts that are found by HOME")
def test_another_computer_makes_the_same_bytes(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    here = made_on(empty, FONTS, TZ="Europe/Amsterdam", LC_ALL="nl_NL.UTF-8", PYTHONHASHSEED="1")
    there = made_on(
        with_fonts_of_its_own(tmp_path / "other"),
        in_another_order(tmp_path / "fonts"),
        TZ="Pacific/Kiritimati",
        LC_ALL="tr_TR.UTF-8",
        PYTHONHASHSEED="2",
    )
    assert len(here) == 2
    assert here == there


def test_every_letter_is_in_one_file_only() -> None:
    """Where two files have the same weight, the order of the folder would choose."""
    import typst

    found = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
    assert sorted((font.family, font.weight) for font in found.fonts()) == [
        ("DejaVu Sans", 400),
        ("DejaVu Sans", 700),
        ("Source Sans Pro", 400),
        ("Source Sans Pro", 600),
        ("Source Sans Pro", 700),
    ]
