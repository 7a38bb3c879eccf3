"""Text on the screen that is only text: brackets and quotes in it are shown as they are."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.widgets import Button, Static

from giz_gesprek.tui.terms import Terms


class Said(Static):
    """A piece of text from the content; words that its screen explains are underlined."""

    DEFAULT_CSS = "Said { height: auto; }"

    def __init__(
        self,
        text: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(text, markup=False, id=id, classes=classes)

    @property
    def searched(self) -> str:
        """What is searched for words to explain."""
        return str(self.content)

    def render(self) -> RenderResult:
        """Return the text as the screen shows it."""
        text = super().render()
        # The screens of the professional explain nothing.
        terms = getattr(self.screen, "terms", None)
        if isinstance(terms, Terms) and isinstance(text, Content) and self.searched:
            return terms.marked(text)
        return text


class Quoted(Said):
    """A piece of text from people: nothing in it is explained, it says what they meant."""

    @property
    def searched(self) -> str:
        """Nothing."""
        return ""


class PlainButton(Button):
    """A button whose label is text, one row high unless ``big``."""

    def __init__(
        self,
        label: str,
        *,
        big: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        super().__init__(Content(label), id=id, classes=classes, disabled=disabled, compact=not big)
        self.set_class(big, "-big")

    def say(self, label: str) -> None:
        """Show another label."""
        self.label = Content(label)
        self.refresh(layout=True)  # a longer label asks for more room
