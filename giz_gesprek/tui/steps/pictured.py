"""A part of the screen that scrolls, and whose pictures come and go with the room."""

from __future__ import annotations

from textual.containers import VerticalScroll

from giz_gesprek.tui.widgets.choice_list import Choices
from giz_gesprek.tui.widgets.picture import Picture
from giz_gesprek.tui.widgets.triangle import Triangle


class Pictured(VerticalScroll, can_focus=False):
    """Looks after the pictures right under ``.with-picture``, the choices and the triangle."""

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
