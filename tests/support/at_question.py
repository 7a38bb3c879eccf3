"""A conversation in a real terminal that stands at a question for own words, half answered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.support.talking import (
    CHILD,
    FAMILY,
    PARENT,
    PASSPHRASE,
    PROFESSIONAL,
    Talk,
    at_table,
    keep_in_store,
    open_again,
    question_step,
    unlock,
)
from tests.support.terminal import Terminal

TOPIC: Final = "eating_sleeping"
STRENGTHS: Final = question_step(TOPIC, "strengths")
MARKER: Final = "een blauwe zeppelin"
SECRETS: Final = (MARKER, PASSPHRASE, CHILD, PARENT, PROFESSIONAL, FAMILY)
"""What nobody may find who has not the passphrase."""


def keep_at_question(store_path: Path) -> Path:
    """Make a store in which the conversation stands at that question; return where it is."""
    keep_in_store(store_path, at_table(TOPIC, position=STRENGTHS))
    return store_path


@contextmanager
def typing(terminal: Terminal) -> Iterator[Talk]:
    """Open that conversation, and type something that is not confirmed."""
    with terminal:
        talk = Talk(terminal)
        unlock(terminal)
        open_again(terminal)
        talk.is_asked(PARENT, TOPIC, "strengths")
        terminal.type(MARKER)
        talk.sees(MARKER)
        yield talk


def stop(talk: Talk, key: str = "C-q") -> None:
    """Ask to leave, and say yes."""
    talk.terminal.press(key)
    talk.sees(talk.text("quit.ask"))
    talk.terminal.click(talk.text("button.stop_here"))
