"""Keys of a field that are done in the order in which they were pressed, and none is lost.

Textual puts a letter in its field at once, and hands a key such as backspace on to the app, which
carries it out later. Whoever types fast, or on a slow laptop, then loses the wrong letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, TypeAlias

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from giz_gesprek.conversation.text import as_one_line, typed_unseen

Fit: TypeAlias = Literal["joined", "cut", "first"]
"""Line ends became spaces; the end did not fit and was left out; only the first line was taken."""
FITTED: Final[Mapping[Fit, str]] = {"joined": "common.lines_joined", "cut": "common.too_long"}
"""The text of the content that says so, where a family sees it."""


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
    """One line to type in. Lines that are pasted stand one after the other."""

    @dataclass
    class Fitted(Message):
        """What was pasted is not there as it was; somebody has to be told."""

        how: Fit

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
        if self.password:
            # As it is: a passphrase with a space in the place of a line end would be another one.
            lines = [line for line in event.text.splitlines() if line.strip()]
            self.replace("".join(lines[:1]), *self.selection)
            how: Fit | None = "first" if len(lines) > 1 else None
        else:
            line = as_one_line(event.text)
            fits = self._put(line.text)
            how = ("joined" if line.was_several else None) if fits else "cut"
        if how is not None:
            self.post_message(self.Fitted(how))

    def _put(self, text: str) -> bool:
        """Put as much of ``text`` at the cursor as fits; tell whether that is all of it."""
        start, end = sorted(self.selection)
        room = self.max_length - len(self.value) + end - start if self.max_length else len(text)
        self.replace(text[: max(room, 0)], start, end)
        return len(text) <= room
