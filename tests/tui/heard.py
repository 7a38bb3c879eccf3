"""What stands on a screen and would not be read aloud.

Looks at Textual's own widgets: one that nobody taught to be read is found, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input, Static, TextArea

from giz_gesprek.tui.reading.screen import ReadableScreen
from giz_gesprek.tui.screens.blank import BlankScreen
from giz_gesprek.tui.widgets.choice_list import ChoiceItem
from giz_gesprek.tui.widgets.for_professional import ForProfessional
from giz_gesprek.tui.widgets.key_bar import KeyHint, State
from giz_gesprek.tui.widgets.picture import Picture
from tests.support.wording import can_be_said, has_words

# The keys are read in the help, and the state is what the voice does: it is heard as such. What
# the professional has still to do is nothing to hear for a family.
_NOT_READ = (Picture, KeyHint, State, ForProfessional)
# Before the words of a choice; what it is called is read.
_MARKS = "▶✔ "


def unread(screen: Screen[object]) -> list[str]:
    """Return every text that can be seen, or scrolled to, and that F2 does not read."""
    if isinstance(screen, BlankScreen):  # any key, F2 as well, brings back what was there
        return []
    assert isinstance(screen, ReadableScreen), screen
    parts = screen.aloud.parts()
    mute = [part.shown for part in parts if has_words(part.shown) and not can_be_said(part.shown)]
    read = {part.shown.lstrip(_MARKS) for part in parts}
    seen = [text for text in visible(screen) if has_words(text)]
    return mute + [text for text in seen if text.lstrip(_MARKS) not in read]


def visible(screen: Screen[object]) -> Iterator[str]:
    """Yield what can be seen, or scrolled to, but for keys, drawings and the state of the voice."""
    for widget in screen.query("*"):
        if not is_shown(widget) or isinstance(widget, _NOT_READ):
            continue
        if isinstance(widget, ChoiceItem):
            yield str(widget.content).lstrip(f"{_MARKS}123456789")
        elif isinstance(widget, Static):
            yield str(widget.content)
        elif isinstance(widget, Button):
            yield str(widget.label)
        elif isinstance(widget, TextArea):
            yield widget.text
        elif isinstance(widget, Input):
            yield widget._border_title.plain if widget._border_title is not None else ""
            yield widget.value or widget.placeholder
        if widget.border_subtitle:
            yield widget.border_subtitle


def is_shown(widget: Widget) -> bool:
    """Tell whether a widget and all around it are displayed."""
    return all(each.display for each in widget.ancestors_with_self if isinstance(each, Widget))
