"""From a key to the last byte of what it changes on the screen, in a question with choices.

The real app, in a real terminal of 80x24, on a store of its own: 200 times another choice is
lit. Both the choice and the sentence under it have to be painted. Part of the time is waiting:
Textual paints at fixed moments only.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.rows import Row, median, p95
from benchmarks.stores import at_a_choice, passphrase_file, store_with

if TYPE_CHECKING:
    from benchmarks.terminal import Terminal

KEYS: Final = 200
MEDIAN_BUDGET: Final = 15
P95_BUDGET: Final = 50
MEMORY_BUDGET: Final = 90
# Each key, the choice that it lights and the sentence under the choices.
CHOICES: Final = (
    ("1", "▶ 1", "gaat goed"),
    ("2", "▶ 2", "gaat wel"),
)


def run() -> list[Row]:
    """Measure; takes half a minute."""
    from benchmarks.terminal import Terminal  # which Windows has not

    with tempfile.TemporaryDirectory() as folder:
        store = store_with(Path(folder) / "families.db", at_a_choice())
        secret = passphrase_file(Path(folder))
        options = ("--store", store, "--passphrase-file", secret)
        with Terminal((sys.executable, "-m", "giz_gesprek", *options)) as terminal:
            _go_to_the_question(terminal)
            times = [_light(terminal, number) for number in range(-10, KEYS)][10:]
            memory = _memory(terminal.pid)
    return [
        Row("key to repaint, median", median(times), None, MEDIAN_BUDGET),
        Row("key to repaint, p95", p95(times), None, P95_BUDGET),
        *([Row("memory of the app", memory, None, MEMORY_BUDGET, unit="MB")] if memory else []),
    ]


def _go_to_the_question(terminal: Terminal) -> None:
    terminal.shows("Voorbeeldgezin")
    terminal.press("\r")
    terminal.shows("Verder met dit gesprek")
    terminal.press("\r")
    terminal.shows("Weet ik niet")


def _light(terminal: Terminal, number: int) -> float:
    key, *painted = CHOICES[number % len(CHOICES)]
    terminal.press(key)
    return terminal.shows(*painted)


def _memory(pid: int) -> float | None:
    """Return the resident memory of a process in MB, where the system tells."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return None
    (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024
