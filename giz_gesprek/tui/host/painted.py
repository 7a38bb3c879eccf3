"""What can be painted over: all that ``painting`` wants to know of a picture."""

from __future__ import annotations

from textual.widget import Widget


class Painted(Widget):
    """A widget of characters over which an image can be painted."""

    def image(self) -> bytes | None:
        """Return the PNG to paint, as ``images.pixels`` reads it; None for none."""
        raise NotImplementedError
