"""A pictogram as pixels: read, coloured, in another size, and as codes for a terminal."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from giz_gesprek.tui.images.pixels import ACCENT, MOST_INK, palette, read, scaled, write
from giz_gesprek.tui.images.sixel import sixel
from tests.support.images import sixels

COLOURS = palette((255, 255, 255), (0, 0, 0), (0, 51, 255))
FULL, BLUE = MOST_INK, MOST_INK | ACCENT
ROWS = (bytes([0, 0, FULL, FULL]), bytes([0, 0, FULL, FULL]), bytes([BLUE, BLUE, 0, FULL]))


def test_what_is_written_is_read_back() -> None:
    png = write(ROWS, COLOURS)
    assert read(png) == ROWS
    with Image.open(BytesIO(png)) as image:
        pixels = image.convert("RGB")
        assert pixels.size == (4, 3)
        assert [pixels.getpixel(at) for at in ((0, 0), (2, 0), (0, 2))] == [
            (255, 255, 255),
            (0, 0, 0),
            (0, 51, 255),
        ]


def another_png() -> bytes:
    file = BytesIO()
    Image.new("RGB", (4, 4)).save(file, "png")
    return file.getvalue()


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", write(ROWS, COLOURS)[:60], another_png()], ids=range(4)
)
def test_another_file_is_no_pictogram(data: bytes) -> None:
    with pytest.raises(ValueError, match="no picture"):
        read(data)


def test_a_smaller_picture_is_what_lies_under_each_pixel_on_average() -> None:
    half = (MOST_INK + 1) // 2
    assert scaled((bytes([0, FULL, BLUE, 0]), bytes([FULL, 0, 0, BLUE])), 2, 1) == (
        bytes([half, half | ACCENT]),
    )
    assert scaled(ROWS, 4, 3) == ROWS


def test_a_larger_picture_repeats_its_pixels() -> None:
    assert scaled((bytes([0, FULL]),), 4, 2) == (bytes([0, 0, FULL, FULL]),) * 2


def test_every_pixel_is_painted_in_its_colour() -> None:
    # Eight rows: a whole band of six and the beginning of another.
    rows = (*ROWS, *ROWS, *ROWS[:2])
    [shown] = sixels(b"\x1b[1;1H" + sixel(rows, COLOURS).encode())
    assert shown.image.size == (4, 8)
    for y, row in enumerate(rows):
        for x, pixel in enumerate(row):
            assert shown.image.getpixel((x, y)) == (*COLOURS[pixel], 255)
