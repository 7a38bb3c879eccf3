"""From a key to the last byte of what it changes on the screen, in a question with choices.

Each program in a real terminal of 80x24, in turns: each time another choice is lit, and a sentence
says so. Part of the time is waiting: Textual paints at fixed moments only.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from benchmarks import profiles
from benchmarks.programs import (
    MINIMAL_CHOICE,
    PICTURED_CHOICE,
    SIGN,
    installed_prompts,
    require_prompts,
)
from benchmarks.rows import Limit, Row
from benchmarks.stores import at_a_choice, passphrase_file, store_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.options import Options
    from benchmarks.terminal import Terminal

KEYS: Final = 100
UNCOUNTED: Final = 10
LOOKING: Final = 1.0
"""Seconds that somebody looks at a screen before the next key: then the program clears away."""
LIMITS: Final = (Limit(10), Limit(2.5, relative=True), Limit(22, at="p95"))
MEMORY: Final = (Limit(80),)
# Each key, the choice that it lights and the sentence under the choices.
CHOICES: Final = (
    ("1", "▶ 1", "gaat goed"),
    ("2", "▶ 2", "gaat wel"),
)
MINIMAL_CHOICES: Final = (
    ("1", "gekozen 1"),
    ("2", "gekozen 2"),
)
PICTURED_CHOICES: Final = (
    ("1", "▶ 1", "gekozen 1"),
    ("2", "▶ 2", "gekozen 2"),
)


class Player(NamedTuple):
    """A program that shows a choice, and two keys with what each of them paints."""

    terminal: Terminal
    choices: Sequence[Sequence[str]]

    def light(self, number: int) -> float:
        """Press the next key; return the milliseconds to the last of what it paints."""
        key, *painted = self.choices[number % len(self.choices)]
        self.terminal.press(key)
        return self.terminal.shows(*painted)


def rows(_options: Options) -> Iterator[Sequence[Row]]:
    """Measure; takes a minute and a half."""
    from benchmarks.terminal import Terminal  # which Windows has not

    prompts = installed_prompts()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        command = (sys.executable, "-m", "giz_gesprek", *at_the_choice(Path(folder)))
        ours = stack.enter_context(Terminal(command))
        go_to_the_question(ours, pause=LOOKING)
        players = [Player(ours, CHOICES)]
        for code, sign, choices in [
            (MINIMAL_CHOICE, "twee", MINIMAL_CHOICES),
            (PICTURED_CHOICE, "twee", PICTURED_CHOICES),
            *((each.code, SIGN, each.keys) for each in prompts),
        ]:
            terminal = stack.enter_context(Terminal((sys.executable, "-c", code)))
            terminal.shows(sign)
            players.append(Player(terminal, choices))
        rounds = [[each.light(number) for each in players] for number in range(UNCOUNTED + KEYS)]
        memory = _memory(ours.pid)
    own, minimal, pictured, *others = zip(*rounds[UNCOUNTED:], strict=True)
    name = "key to repaint"
    yield [
        Row(name, own, LIMITS, "minimal Textual, a line", minimal),
        Row(name, own, (), "minimal Textual, cards", pictured),
        *(
            Row(name, own, (), prompt.name, times)
            for prompt, times in zip(prompts, others, strict=True)
        ),
        *([Row("memory of the app", [memory], MEMORY, unit="MB")] if memory else []),
    ]
    require_prompts(prompts)


def profile(path: Path) -> None:
    """Write what the program does with keys."""
    with tempfile.TemporaryDirectory() as folder:
        profiles.of_program(path, at_the_choice(Path(folder)), _light_all)


def _light_all(terminal: Terminal) -> None:
    go_to_the_question(terminal)
    for number in range(KEYS):
        Player(terminal, CHOICES).light(number)


def at_the_choice(folder: Path) -> tuple[str | Path, ...]:
    """Make a store with a conversation at a choice; return the options that open it."""
    store = store_with(folder / "families.db", at_a_choice())
    return ("--store", store, "--passphrase-file", passphrase_file(folder))


def go_to_the_question(terminal: Terminal, *, pause: float = 0) -> None:
    """Go from the list to the choice, with so many seconds before each key."""
    shown_then_pressed = (
        ("1 gezin", "\x1b[B"),  # names are shown to who asks for them
        ("Voorbeeldgezin", "\r"),
        ("Verder met dit gesprek", "\r"),
    )
    for shown, key in shown_then_pressed:
        terminal.shows(shown)
        time.sleep(pause)
        terminal.press(key)
    terminal.shows("Weet ik niet")
    time.sleep(pause)


def _memory(pid: int) -> float | None:
    """Return the resident memory of a process in MB, where the system tells."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return None
    (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024
