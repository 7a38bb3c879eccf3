"""One of a short list, folded away until it is opened; its name stands in the border."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from textual.content import Content
from textual.widgets import Select
from textual.widgets._select import SelectCurrent

T = TypeVar("T")


class Dropdown(Select[T], Generic[T]):
    """A Select of plain words, bordered like a ``Field``."""

    DEFAULT_CSS = """
    Dropdown { height: 3; }
    Dropdown > SelectCurrent { border: round $border-blurred; background: $surface; padding: 0 1; }
    Dropdown > SelectCurrent { border-title-color: $foreground; }
    Dropdown:focus > SelectCurrent { border: heavy $border; background-tint: 0%; }
    Dropdown > SelectCurrent Static#label { color: $foreground; }
    Dropdown > SelectCurrent .arrow { color: $foreground; }
    Dropdown > SelectOverlay { border: round $border; background: $surface; }
    Dropdown > SelectOverlay:focus { background-tint: 0%; }
    """

    def __init__(
        self,
        label: str,
        options: Iterable[tuple[str, T]],
        value: T | None = None,
        *,
        prompt: str = "",
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(
            [(Content(words), key) for words, key in options],
            prompt=prompt,
            allow_blank=value is None,
            value=Select.NULL if value is None else value,
            id=id,
        )
        self._label = Content(label)

    def on_mount(self) -> None:
        """Put the name in the border."""
        current = self.query_one(SelectCurrent)
        current.border_title = self._label
