"""What can be read on a screen, in the order in which it stands there.

A widget takes part by having ``readable`` and ``light_spoken``. A field of one line needs neither:
what stands in it is read, and its border shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol, TypeAlias, runtime_checkable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from giz_gesprek.content.voiced import VoicedText

Range: TypeAlias = tuple[int, int]
"""From and until where in a text, in letters."""

READING: Final = "-reading"
"""The class of a field whose text is being read."""


HEARD: Final = "-heard"
"""The class of what was heard before: it is not read by itself, and F2 reads it."""


class Light(Protocol):
    """Something that shows which of its words are spoken now."""

    def light_spoken(self, sentence: Range | None, word: Range | None) -> None:
        """Light a sentence and a word in it; None for nothing. Ranges are in the part's text."""


@dataclass(frozen=True)
class Part:
    """One text on the screen: its words, where they stand, and what is lit while they are said.

    ``shown`` carries its language and what is said instead, where it is a ``VoicedText``. What
    people wrote is in the language of the family, unless it stands in a ``Foreign`` widget.
    """

    shown: str
    widget: Widget
    light: Light

    @property
    def language(self) -> str | None:
        """The language of the words; None for that of the family."""
        if isinstance(self.shown, VoicedText):
            return self.shown.language
        around = (each for each in self.widget.ancestors_with_self if isinstance(each, Foreign))
        return next((each.spoken_language for each in around), None)

    @property
    def say(self) -> str | None:
        """What the voice says instead of what is shown, or None."""
        return self.shown.say if isinstance(self.shown, VoicedText) else None


@runtime_checkable
class Foreign(Protocol):
    """A widget in which all words are in one language, such as a paper for somebody else."""

    @property
    def spoken_language(self) -> str:
        """The code of the language, ``en``."""


@runtime_checkable
class Readable(Protocol):
    """A widget with a text of its own that can be read."""

    def readable(self) -> Iterator[Part]:
        """Yield what the widget says, from top to bottom."""


class Outline:
    """Lights a field as a whole: by its border, and not by colour alone."""

    def __init__(self, field: Widget) -> None:
        self._field = field

    def light_spoken(self, sentence: Range | None, word: Range | None) -> None:
        """Show at the border whether something in the field is read."""
        del word
        self._field.set_class(sentence is not None, READING)


def parts_in(*roots: Widget) -> Iterator[Part]:
    """Yield what can be read in these widgets, each from top to bottom; nothing that is hidden."""
    for root in roots:
        if not _is_shown(root):
            continue
        for widget in root.walk_children(Widget, with_self=True):
            if _is_shown(widget):
                yield from (part for part in _parts_of(widget) if part.shown.strip())


def without_repeats(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield each text once, such as the button that stands below every line."""
    said: set[str] = set()
    for part in parts:
        if part.shown not in said:
            said.add(part.shown)
            yield part


def _parts_of(widget: Widget) -> Iterator[Part]:
    if isinstance(widget, Readable):
        yield from widget.readable()
    elif isinstance(widget, Input) and not widget.password:
        if widget.border_title:
            yield Part(Content.from_markup(widget.border_title).plain, widget, Outline(widget))
        yield Part(widget.value or widget.placeholder, widget, Outline(widget))


def _is_shown(widget: Widget) -> bool:
    return all(each.display for each in widget.ancestors_with_self if isinstance(each, Widget))


def is_new(part: Part) -> bool:
    """Tell whether a part was not heard before."""
    return not any(
        isinstance(each, Widget) and each.has_class(HEARD)
        for each in part.widget.ancestors_with_self
    )
