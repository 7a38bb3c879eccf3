"""The one picture to look at: the triangle, and each topic with the face of every voice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.events import Resize

from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.face_line import FaceLine
from giz_gesprek.tui.widgets.said import Said
from giz_gesprek.tui.widgets.triangle import SIDES, Triangle

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session.step_view import WholeView


class OverviewScreen(Dialog[None]):
    """All of it at once; nothing can be chosen here."""

    def __init__(self, phrases: Phrasebook, picture: WholeView, *, drawn: bool) -> None:
        super().__init__(phrases)
        self._picture = picture
        self._drawn = drawn

    def heading(self) -> str:
        """Return the heading of the picture."""
        return self._picture.title

    def body(self) -> ComposeResult:
        """Lay out the topics, and the triangle beside them where there is room."""
        picture = self._picture
        wanted = self._drawn and len(picture.sides) == SIDES
        # A digit at a side would choose something.
        sides = [replace(side, digits=()) for side in picture.sides]
        with Horizontal(classes="with-triangle"):
            with Vertical(classes="topics"):
                for part in picture.parts:
                    yield Said(part.heading, classes="speaker")
                    for topic in part.topics:
                        yield Said(picture.option(topic.id).label, classes="topic")
                        for face in topic.faces:
                            yield FaceLine(face, drawn=self._drawn)
            yield Triangle(picture.child, sides, None, wanted=wanted)

    @on(Resize)
    def fit(self) -> None:
        """Show the triangle where there is room for it."""
        self.query_one(Triangle).fit(*self.app.size)
