"""A pictogram on the screen: a mosaic of characters in the colours of the theme.

Where the terminal has real images, the app paints the drawing itself over it. It stands beside
words and says nothing that they do not say, so it can be left out: when pictures are off, when the
id is unknown, and where the terminal is too small. It takes no room then.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from giz_gesprek.content.pictograms import ArtSize, Look, Pictograms
from giz_gesprek.tui.host.painted import Painted

LEAST_COLUMNS: Final = 60
"""A narrower terminal shows the tiniest pictures, and none at the choices."""

MODEST_FROM: Final = 72
"""Columns from which a picture leaves room for a row of buttons beside it."""

LARGE_FROM: Final = (100, 36)
"""Columns and rows from which a large picture leaves room for the question and its choices."""


LEAST_ROWS: Final = 24
"""With fewer rows a picture at every choice would push the choices off the screen."""


def has_room_at_choices(columns: int, rows: int) -> bool:
    """Tell whether choices can stand next to each other, each with its picture."""
    return columns >= LEAST_COLUMNS and rows >= LEAST_ROWS


def fitting_size(columns: int, rows: int) -> ArtSize:
    """Return the size of a picture beside words in a terminal of these measures."""
    if columns < LEAST_COLUMNS:
        return ArtSize.TINY
    large_columns, large_rows = LARGE_FROM
    fits = columns >= large_columns and rows >= large_rows
    return ArtSize.LARGE if fits else ArtSize.SMALL


class Picture(Static, Painted):
    """The art of one pictogram; ink is the foreground, so it shows in every theme and without.

    ``pictogram``, ``art_size`` and ``wanted`` can be changed at any moment. An ``art_size`` of
    None means that there is no room; ``fit`` takes the size for a terminal. A ``modest`` picture
    stands beside what needs width itself: it stays small, and goes where columns are few.
    """

    DEFAULT_CSS = """
    Picture {
        width: auto;
        height: auto;
        color: $foreground;
        background: $background;
        text-wrap: nowrap;
        text-style: none;
    }
    """
    # Copying a screen should give its words, not its dots.
    ALLOW_SELECT: ClassVar[bool] = False

    pictogram: reactive[str | None] = reactive(None, init=False)
    art_size: reactive[ArtSize | None] = reactive[ArtSize | None](ArtSize.SMALL, init=False)
    wanted: reactive[bool] = reactive(default=True, init=False)

    def __init__(
        self,
        pictograms: Pictograms,
        pictogram: str | None = None,
        art_size: ArtSize | None = ArtSize.SMALL,
        *,
        look: Look = Look.DOTS,
        wanted: bool = True,
        modest: bool = False,
    ) -> None:
        super().__init__(markup=False)
        self._pictograms = pictograms
        self._look = look
        self._modest = modest
        self.set_reactive(Picture.pictogram, pictogram)
        self.set_reactive(Picture.art_size, art_size)
        self.set_reactive(Picture.wanted, wanted)
        self._draw()

    @property
    def has_art(self) -> bool:
        """Whether there is something to show, were there room."""
        return self.wanted and self._art(ArtSize.SMALL) is not None

    def image(self) -> bytes | None:
        """Return the drawing, for a terminal with real images."""
        return self._pictograms.image(self.pictogram) if self.pictogram and self.display else None

    def fit(self, columns: int, rows: int) -> None:
        """Take the size that leaves room for the words in a terminal of these measures."""
        if self._modest:
            self.art_size = ArtSize.SMALL if columns >= MODEST_FROM else None
        else:
            self.art_size = fitting_size(columns, rows)

    def watch_pictogram(self) -> None:
        """Show the other picture."""
        self._draw()

    def watch_art_size(self) -> None:
        """Show it in the other size."""
        self._draw()

    def watch_wanted(self) -> None:
        """Show or hide it."""
        self._draw()

    def _draw(self) -> None:
        size = self.art_size
        art = self._art(size) if self.wanted and size else None
        self.display = art is not None
        if art is None or size is None:
            return
        self.styles.width = size.columns
        self.styles.height = size.rows
        self.update(Content("\n".join(art)))

    def _art(self, size: ArtSize) -> tuple[str, ...] | None:
        return self._pictograms.art(self.pictogram, size, self._look)


@dataclass(frozen=True)
class Pictures:
    """Makes the pictures of one family: the drawings, whether it wants them, and their look."""

    pictograms: Pictograms
    wanted: bool
    look: Look = Look.DOTS

    def picture(self, pictogram: str | None, *, modest: bool = False) -> Picture:
        """Return the picture of a pictogram; it is hidden until it is known to fit."""
        return Picture(
            self.pictograms, pictogram, None, look=self.look, wanted=self.wanted, modest=modest
        )
