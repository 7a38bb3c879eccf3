"""A store with 2,000 families: how soon the list shows, and how soon a search does.

Most of opening is the derivation of the key, which is slow on purpose. It is measured apart,
in the same run, and taken off.
"""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.rows import Row, median, milliseconds, p95
from benchmarks.stores import PASSPHRASE, large_store
from giz_gesprek.session.passphrase_check import PassphraseCheck
from giz_gesprek.store import Store

if TYPE_CHECKING:
    from benchmarks.terminal import Terminal

FAMILIES: Final = 2_000
TIMES: Final = 7
SEARCHES: Final = 50
OPEN_BUDGET: Final = 100
SEARCH_BUDGET: Final = 30


def run() -> list[Row]:
    """Measure; takes a minute."""
    from benchmarks.terminal import Terminal  # which Windows has not

    with tempfile.TemporaryDirectory() as folder:
        store = large_store(Path(folder) / "families.db", FAMILIES)
        keys: list[float] = []
        opened: list[float] = []
        searches: list[float] = []
        for _ in range(TIMES):
            keys.append(milliseconds(partial(_derive, store)))
            with Terminal((sys.executable, "-m", "giz_gesprek", "--store", store)) as terminal:
                terminal.shows("Uw wachtzin")
                opened.append(_unlock(terminal))
                if not searches:
                    searches = [_search(terminal, number) for number in range(SEARCHES)]
    return [
        Row(f"{FAMILIES} families after the key", median(opened) - median(keys), None, OPEN_BUDGET),
        Row("search among them, median", median(searches), None, SEARCH_BUDGET),
        Row("search among them, p95", p95(searches), None, SEARCH_BUDGET),
    ]


def _derive(path: Path) -> None:
    with Store.open(path, PASSPHRASE):
        PassphraseCheck.of(PASSPHRASE)


def _unlock(terminal: Terminal) -> float:
    terminal.press(PASSPHRASE)
    terminal.press("\r")
    return terminal.shows(f"{FAMILIES} gezinnen")


def _search(terminal: Terminal, number: int) -> float:
    """Type three digits, untimed, and time the last one; then empty the field."""
    wanted = f"{(number * 37) % FAMILIES:04}"
    terminal.press(wanted[:3])
    terminal.press(wanted[3])
    took = terminal.shows(f"▶ Gezin {wanted}")
    terminal.press("\x7f" * 4)
    return took
