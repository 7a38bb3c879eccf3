"""What somebody chose on a topic, on one row behind a small face."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.tui.reading.parts import Part
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from giz_gesprek.session.step_parts import FaceShown

_MOUTHS: Final = {"face-going-well": "(◡)", "face-so-so": "(─)", "face-difficult": "(◠)"}
"""A face on one row, for where there is no room for its drawing; the words beside it say it."""


class FaceLine(Said):
    """What somebody chose, behind a small face."""

    def __init__(self, face: FaceShown, *, drawn: bool) -> None:
        mouth = _MOUTHS.get(face.pictogram or "", "") if drawn else ""
        super().__init__(f"{mouth} {face.text}".strip(), classes="face")
        self._words = face.text

    def readable(self) -> Iterator[Part]:
        """Yield the words; the small face says nothing that they do not say."""
        yield Part(self._words, self, self)

    @property
    def before_words(self) -> int:
        """The small face."""
        return len(str(self.content)) - len(self._words)
