"""The pictures of a step: as the family wants them, where the terminal has room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll

from giz_gesprek.tui.widgets.choice_list import Choices
from giz_gesprek.tui.widgets.picture import Picture
from giz_gesprek.tui.widgets.triangle import Triangle

if TYPE_CHECKING:
    from giz_gesprek.tui.steps.base import StepData


class Pictured(VerticalScroll, can_focus=False):
    """A part of the screen that scrolls, and whose pictures come and go with the room.

    It looks after the pictures right under ``.with-picture``, the choices and the triangle.
    """

    def __init__(self, data: StepData) -> None:
        super().__init__()
        self.data = data

    def on_mount(self) -> None:
        """Show the pictures that fit, before the first look at them."""
        self._fit_pictures()

    def on_resize(self) -> None:
        """Show the pictures that fit now."""
        self._fit_pictures()

    def _fit_pictures(self) -> None:
        columns, rows = self.app.size
        for picture in self.query(".with-picture > Picture").results(Picture):
            picture.fit(columns, rows)
        for triangle in self.query(Triangle):
            triangle.fit(columns, rows)
        choices = list(self.query(Choices))
        for each in choices:
            each.fit(columns, rows)
        self.set_class(any(each.are_beside for each in choices), "-beside")

    def picture(self, pictogram: str | None, *, modest: bool = False) -> Picture:
        """Return the picture of a pictogram; it is hidden until it is known to fit."""
        wanted = self.data.family.settings.pictures
        return Picture(self.data.pictograms, pictogram, None, wanted=wanted, modest=modest)

    def page_picture(self, text_id: str, *, modest: bool = False) -> Picture:
        """Return the picture that stands beside a text of a page."""
        return self.picture(self.data.framework.page_pictures.get(text_id), modest=modest)
