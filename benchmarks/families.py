"""A store with 2,000 families: how soon the list shows, and how soon a search does.

Most of opening is the derivation of two keys at once, which is slow on purpose. It is measured
apart, in the same round, and taken off. The reference is a store with one family.
"""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import profiles
from benchmarks.rows import Limit, Row, milliseconds
from benchmarks.stores import PASSPHRASE, large_store
from giz_gesprek.session.passphrase_check import PassphraseCheck
from giz_gesprek.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.options import Options
    from benchmarks.terminal import Terminal

FAMILIES: Final = 2_000
TIMES: Final = 9
SEARCHES: Final = 50
OPENED: Final = (Limit(60),)
SEARCHED: Final = (Limit(30, at="p95"),)


def rows(_options: Options) -> Iterator[Sequence[Row]]:
    """Measure; takes a minute."""
    with tempfile.TemporaryDirectory() as folder:
        store = large_store(Path(folder) / "families.db", FAMILIES)
        alone = large_store(Path(folder) / "one.db", 1)
        rounds = [
            (_after_the_key(store, f"{FAMILIES} gezinnen"), _after_the_key(alone, "1 gezin"))
            for _ in range(TIMES)
        ]
        many, one = zip(*rounds, strict=True)
        yield [
            Row(f"{FAMILIES} families after the key", many, OPENED, "one family", one),
            Row("one family after the key", one, OPENED),
        ]
        yield [Row("search among them", _searches(store), SEARCHED)]


def profile(path: Path) -> None:
    """Write what the program does until the list of families stands there."""
    with tempfile.TemporaryDirectory() as folder:
        store = large_store(Path(folder) / "families.db", FAMILIES)
        sign = f"{FAMILIES} gezinnen"
        profiles.of_program(path, ("--store", store), lambda terminal: _unlock(terminal, sign))


def _after_the_key(store: Path, sign: str) -> float:
    from benchmarks.terminal import Terminal  # which Windows has not

    key = milliseconds(partial(_derive, store))
    with Terminal((sys.executable, "-m", "giz_gesprek", "--store", store)) as terminal:
        return _unlock(terminal, sign) - key


def _searches(store: Path) -> list[float]:
    from benchmarks.terminal import Terminal  # which Windows has not

    with Terminal((sys.executable, "-m", "giz_gesprek", "--store", store)) as terminal:
        _unlock(terminal, f"{FAMILIES} gezinnen")
        return [_search(terminal, number) for number in range(SEARCHES)]


def _derive(path: Path) -> None:
    """Derive both keys at once, as the program does."""
    with ThreadPoolExecutor(1) as beside:
        beside.submit(PassphraseCheck.of, PASSPHRASE)
        Store.open(path, PASSPHRASE).close()


def _unlock(terminal: Terminal, sign: str) -> float:
    terminal.shows("Uw wachtzin")
    terminal.press(PASSPHRASE)
    terminal.press("\r")
    return terminal.shows(sign)


def _search(terminal: Terminal, number: int) -> float:
    """Type three digits, untimed, and time the last one; then empty the field."""
    wanted = f"{(number * 37) % FAMILIES:04}"
    terminal.press(wanted[:3])
    terminal.press(wanted[3])
    took = terminal.shows(f"▶ Gezin {wanted}")
    terminal.press("\x7f" * 4)
    return took
