"""The file of the real program on a real disk that fills up, locks, goes or changes under it.

A small disk in memory is mounted, and a conversation talked on it, as in ``endings``. Then
something happens to it, and the talk goes on for some answers. Wherever the program kept them,
every letter that was confirmed is there. Needs Linux and the right to mount:
``sudo uv run python -m tests.support.disks``.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from giz_gesprek.errors import ExitCode
from giz_gesprek.i18n import install
from tests.support.endings import AT_CHOICE, AT_QUESTION, comes, kept_in, prepared, sit_down
from tests.support.processes import RUN_VARIABLE
from tests.support.talking import at_table, keep_in_store
from tests.support.window import Window

_DISK_MEGABYTES: Final = 12
_LONGEST_STEP: Final = 3.0
"""Seconds in which an answer that was taken has led to the next step."""
_BEFORE, _AFTER = 3, 4
_FILLER: Final = "filler"


@dataclass(frozen=True)
class Held:
    """What became of one conversation.

    Attributes:
        way: what happened to its disk.
        confirmed: letters whose answer had been confirmed.
        kept: letters in whichever file holds most of them.
        after: how many answers were confirmed after it had happened.
        code: of the process.

    """

    way: str
    confirmed: int
    kept: int
    after: int
    code: int

    def problems(self) -> list[str]:
        """Return what is not as it should be."""
        found = {"lost": self.kept < self.confirmed, "crash": self.code == ExitCode.CRASH}
        return [name for name, holds in found.items() if holds]


def _fill(disk: Path, _store: Path) -> None:
    with suppress(OSError), (disk / _FILLER).open("wb", buffering=0) as filler:
        while True:
            filler.write(b"\1" * 4096)


def _unmount(disk: Path, _store: Path) -> None:
    subprocess.run(["umount", "--lazy", disk], check=True)


def _remove(_disk: Path, store: Path) -> None:
    store.unlink()


def _move(_disk: Path, store: Path) -> None:
    store.parent.rename(store.parent.with_name("elsewhere"))


def _replace(disk: Path, store: Path) -> None:
    other = disk / "other" / "families.db"
    keep_in_store(other, at_table("safety"))
    other.replace(store)


WAYS: Final[Mapping[str, Callable[[Path, Path], None]]] = {
    "disk full": _fill,
    "disk unmounted": _unmount,
    "file removed": _remove,
    "file replaced": _replace,
    "folder moved": _move,
}


def _lock(disk: Path, _store: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)


AT_START: Final[Mapping[str, Callable[[Path, Path], None]]] = {
    "disk full from the start": _fill,
    # Linux makes no disk read only while a file on it is open for writing.
    "disk read only from the start": _lock,
}


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path]:
    disk = folder / "disk"
    disk.mkdir()
    size = f"size={_DISK_MEGABYTES}m"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", disk], check=True)
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", disk], check=False, stderr=subprocess.DEVNULL)


def hold(way: str, folder: Path, answers: int = _BEFORE) -> Held:
    """Talk, let it happen, talk on, end; and look for what was said."""
    with _small_disk(folder) as disk:
        store, secret = prepared(disk)
        environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}
        # What a disk holds that went away is seen through a folder that stays open.
        stays = os.open(disk, os.O_RDONLY)
        if way in AT_START:
            AT_START[way](disk, store)
        with Window(environment, "--store", store, "--passphrase-file", secret) as window:
            if AT_START.get(way) is _lock:
                window.waits_for("alleen worden gelezen")
                window.type("\r")
            sit_down(window)
            before = _answer(window, 0, answers)
            if way in WAYS:
                WAYS[way](disk, store)
            after = _answer(window, answers, _AFTER)
            window.send(signal.SIGTERM)
            code, _seconds = window.ends()
        still = Path(f"/proc/self/fd/{stays}")
        with suppress(OSError):
            (still / _FILLER).unlink()
        kept = max(_kept(file, folder) for place in (folder, still) for file in _files(place))
        os.close(stays)
    confirmed = max(before, after)
    return Held(way, confirmed, kept, max(0, after - answers), code)


def _answer(window: Window, typed: int, times: int) -> int:
    """Answer so many times with one letter more; return how many letters were confirmed."""
    confirmed = 0
    for number in range(1, times + 1):
        window.type("x")
        window.type("\r")
        if comes(window, AT_CHOICE, time.monotonic() + _LONGEST_STEP):
            confirmed = typed + number
            window.type("\x1b")
            comes(window, AT_QUESTION, time.monotonic() + _LONGEST_STEP)
    return confirmed


def _files(place: Path) -> Iterator[Path]:
    for root, _folders, names in os.walk(place):
        yield from (Path(root, name) for name in names if name.endswith(".db"))


def _kept(file: Path, folder: Path) -> int:
    # A copy: looking changes nothing on the disk, and works on one that can only be read.
    with tempfile.TemporaryDirectory(dir=folder) as name:
        for each in file.parent.glob(f"{file.name}*"):
            shutil.copy(each, name)
        with suppress(KeyError):  # the other file, which never held this conversation
            return kept_in(Path(name, file.name))[0]
    return 0


def main() -> int:
    """Let everything happen so many times, at another moment each, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    install("nl")
    os.environ.setdefault(RUN_VARIABLE, "disks")
    chance = random.Random(wanted.seed)
    lines = [
        "| what happened | times | confirmed | of these after it | lost | crash |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    bad = False
    for way in (*WAYS, *AT_START):
        held = []
        for _time in range(wanted.times):
            with tempfile.TemporaryDirectory() as name:
                held.append(hold(way, Path(name), chance.randint(0, 2 * _BEFORE)))
                sys.stderr.write(f"{held[-1]}\n")
        problems = [problem for each in held for problem in each.problems()]
        bad = bad or bool(problems)
        lines.append(
            f"| {way} | {len(held)} | {sum(each.confirmed for each in held)} |"
            f" {sum(each.after for each in held)} | {problems.count('lost')} |"
            f" {problems.count('crash')} |"
        )
    sys.stdout.write("\n".join(lines) + "\n")
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
