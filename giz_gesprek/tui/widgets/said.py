"""Text on the screen that is only text: brackets and quotes in it are shown as they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import RenderResult
from textual.content import Content
from textual.widgets import Button, Static

from giz_gesprek.tui.reading.lighting import lit
from giz_gesprek.tui.reading.parts import Part, Range

if TYPE_CHECKING:
    # The first screen explains nothing, and need not load what does.
    from giz_gesprek.tui.reading.terms import Terms


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
        self._spoken: tuple[Range | None, Range | None] = (None, None)

    def say(self, text: str) -> None:
        """Show another text; everything is laid out again only where it takes more or fewer lines.

        For a text that is as wide as its place.
        """
        if text == self.content:
            return
        before = self.size.height
        self.update(text, layout=False)
        self.clear_cached_dimensions()
        if self.get_content_height(self.size, self.size, self.size.width) != before:
            self.refresh(layout=True)

    @property
    def searched(self) -> str:
        """What is searched for words to explain."""
        return str(self.content)

    def readable(self) -> Iterator[Part]:
        """Yield the text, as it is read aloud."""
        if isinstance(self.content, str):
            yield Part(self.content, self, self)

    def light_spoken(self, sentence: Range | None, word: Range | None) -> None:
        """Light what is spoken now."""
        self._spoken = (sentence, word)
        self.refresh()

    @property
    def before_words(self) -> int:
        """How many letters stand before the text that is read aloud."""
        return 0

    def render(self) -> RenderResult:
        """Return the text as the screen shows it."""
        text = super().render()
        if not isinstance(text, Content):
            return text
        # The screens of the professional explain nothing.
        terms: Terms | None = getattr(self.screen, "terms", None)
        if terms is not None and self.searched:
            text = terms.marked(text)
        return lit(text, *self._spoken, self.before_words)


class Quoted(Said):
    """A piece of text from people: nothing in it is explained, it says what they meant."""

    @property
    def searched(self) -> str:
        """Nothing."""
        return ""


class PlainButton(Button, inherit_css=False):
    """A button whose label is text, one row high unless ``big``.

    Textual's own sheet for buttons has 57 rules, for kinds of which there are none here. Each would
    be parsed before the first picture and looked at for every button that changes: of these few
    is everything that shows.
    """

    DEFAULT_CSS = """
    PlainButton { line-pad: 1; text-align: center; content-align: center middle; pointer: pointer; }
    PlainButton.-textual-compact { border: none !important; }
    PlainButton:disabled { text-opacity: 0.6; pointer: not-allowed; }
    PlainButton.-active { tint: $background 30%; }
    """

    def __init__(
        self,
        label: str,
        *,
        big: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        # With the two of Textual: it would give them one by one, and look at all rules each time.
        looks = ("-style-default", "-big" if big else "-textual-compact")
        self.set_reactive(Button.compact, not big)
        super().__init__(
            Content(label),
            id=id,
            classes=" ".join((*looks, classes or "")),
            disabled=disabled,
            compact=not big,
        )
        self._words = label

    def say(self, label: str) -> None:
        """Show another label."""
        self._words = label
        self.label = Content(label)
        self.refresh(layout=True)  # a longer label asks for more room

    def readable(self) -> Iterator[Part]:
        """Yield the label, as it is read aloud."""
        yield Part(self._words, self, self)

    def light_spoken(self, sentence: Range | None, word: Range | None) -> None:
        """Light what is spoken now."""
        self.label = lit(Content(self._words), sentence, word)
