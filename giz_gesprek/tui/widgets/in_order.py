"""Keys of a field that are done in the order in which they were pressed, and none is lost.

Textual puts a letter in its field at once, and hands a key such as backspace on to the app, which
carries it out later. Whoever types fast, or on a slow laptop, then loses the wrong letter.
"""

from __future__ import annotations

from functools import cache

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from giz_gesprek.conversation.text import typed_unseen


async def do_own_key(field: Widget, event: events.Key) -> None:
    """Do a key for which ``field`` has an action of its own, now; leave any other alone."""
    if (action := _own_keys(type(field)).get(event.key)) is not None:
        event.stop()
        event.prevent_default()
        await field.run_action(action)


@cache
def _own_keys(kind: type[Widget]) -> dict[str, str]:
    return {each.key: each.action for each in Binding.make_bindings(kind.BINDINGS)}


class Line(Input):
    """One line to type in. Of several lines that are pasted the first one with words is taken."""

    class FirstTaken(Message):
        """There were more lines than one."""

    async def _on_key(self, event: events.Key) -> None:
        # Textual calls the method of its own field after this one, unless it is prevented.
        if not event.is_printable and (typed := typed_unseen(event.character)):
            event.stop()
            event.prevent_default()
            self.replace(typed, *self.selection)
        else:
            await do_own_key(self, event)

    def action_copy(self) -> None:
        """Copy what is selected; what is shown as dots is copied nowhere."""
        if not self.password:
            super().action_copy()

    def action_cut(self) -> None:
        """Cut what is selected; what is shown as dots is copied nowhere."""
        if not self.password:
            super().action_cut()

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        lines = [line for line in event.text.splitlines() if line.strip()]
        if lines:
            self.replace(lines[0], *self.selection)
        if len(lines) > 1:
            self.post_message(self.FirstTaken())
