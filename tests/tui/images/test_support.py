"""What a terminal says of itself, and what of it is somebody's keys."""

from __future__ import annotations

import pytest

from giz_gesprek.tui.images.ask import Terminal, known_terminal
from giz_gesprek.tui.images.support import (
    Protocol,
    Support,
    is_last,
    taken_apart,
    understood,
)

CELL = "\x1b[6;20;9t"
KITTY = "\x1b_Gi=31;OK\x1b\\"
SIXEL_KNOWN = "\x1b[?62;4;22c"
PLAIN = "\x1b[?62;22c"


@pytest.mark.parametrize(
    ("answer", "support"),
    [
        (CELL + SIXEL_KNOWN, Support(Protocol.SIXEL, (9, 20))),
        (KITTY + CELL + SIXEL_KNOWN, Support(Protocol.SIXEL, (9, 20))),
        (KITTY + CELL + PLAIN, Support(Protocol.KITTY, (9, 20))),
        (KITTY + PLAIN, Support(Protocol.KITTY, (10, 20))),
        (SIXEL_KNOWN, None),
        ("\x1b[6;0;0t" + SIXEL_KNOWN, None),
        ("\x1b[6;9999;9999t" + SIXEL_KNOWN, None),
        ("\x1b_Gi=31;ENOTSUPPORTED\x1b\\" + PLAIN, None),
        (CELL + PLAIN, None),
        # The first number is the kind of terminal.
        (CELL + "\x1b[?4;22c", None),
        ("", None),
    ],
)
def test_a_terminal_is_understood(answer: str, support: Support | None) -> None:
    assert understood(answer) == support


def test_the_system_can_know_the_size_of_a_cell() -> None:
    assert understood(SIXEL_KNOWN, (8, 16)) == Support(Protocol.SIXEL, (8, 16))
    assert understood(CELL + SIXEL_KNOWN, (8, 16)) == Support(Protocol.SIXEL, (9, 20))


def test_the_last_answer_ends_the_wait() -> None:
    assert not is_last(KITTY + CELL)
    assert is_last(KITTY + CELL + PLAIN)


@pytest.mark.parametrize(
    ("data", "typed", "begun"),
    [
        ("a" + KITTY + "b" + CELL + "c" + SIXEL_KNOWN + "d", "abcd", ""),
        ("a\x1b_Gi=31;O", "a", "\x1b_Gi=31;O"),
        ("a\x1b[?62;2", "a", "\x1b[?62;2"),
        # Keys that look like it: Escape, Ctrl+PageDown, Alt and a letter, a report of a mode.
        ("\x1b", "\x1b", ""),
        ("\x1b[6;5~", "\x1b[6;5~", ""),
        ("\x1b_", "\x1b_", ""),
        ("\x1b[?2026;2$y", "\x1b[?2026;2$y", ""),
        ("\x1b[A\x1b[200~c\x1b[201~", "\x1b[A\x1b[200~c\x1b[201~", ""),
    ],
)
def test_answers_are_told_from_keys(data: str, typed: str, begun: str) -> None:
    keys, answered, rest = taken_apart(data)
    assert (keys, rest) == (typed, begun)
    assert sorted(keys + answered + rest) == sorted(data)


@pytest.mark.needs_posix("a terminal")
def test_a_pipe_is_not_asked() -> None:
    # The streams of a test are none of a terminal.
    assert known_terminal({"TERM": "xterm-kitty"}) == Terminal()


@pytest.mark.needs_posix("a terminal")
def test_a_bare_console_has_letters_without_dots() -> None:
    assert known_terminal({"TERM": "linux"}) == Terminal(dots=False)
