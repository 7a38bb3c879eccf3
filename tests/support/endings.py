"""The program ended in every way at random moments of a conversation, and what is left of it.

A parent's words grow by a letter, are confirmed and are looked at again, over and over. Whatever
ends the program: every letter that was confirmed is there, the file opens without a word about
it, no process is left, and it was no crash. Run it for long with
``uv run python -m tests.support.endings --killed 500 --closed 100 --terminated 100``.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from giz_gesprek.errors import ExitCode
from giz_gesprek.i18n import _, install
from giz_gesprek.store import Store
from tests.support.talking import FAMILY, PASSPHRASE, at_table, keep_in_store, question_step
from tests.support.window import Window

TOPIC: Final = "eating_sleeping"
STRENGTHS: Final = question_step(TOPIC, "strengths")
AT_QUESTION: Final = "Wanneer eet of slaapt"
AT_CHOICE: Final = "Hoe gaat het"
LONGEST_END: Final = 2.0
"""Seconds in which the program has to be gone."""
_LONGEST_TALK: Final = 1.5

Way: TypeAlias = Callable[[Window], None]


@dataclass(frozen=True)
class Ended:
    """What one program left.

    Attributes:
        way: how it was ended.
        confirmed: letters whose answer had been confirmed before that.
        kept: letters that the file holds.
        code: of the process.
        seconds: that the end took.
        told: what the file had to say when it was opened again.

    """

    way: str
    confirmed: int
    kept: int
    code: int
    seconds: float
    told: tuple[str, ...]

    def problems(self) -> list[str]:
        """Return what is not as it should be."""
        found = {
            "lost": self.kept < self.confirmed,
            "told": bool(self.told),
            "crash": self.code == ExitCode.CRASH,
        }
        return [name for name, holds in found.items() if holds]


def kill(window: Window) -> None:
    """End it as a power cut does."""
    window.send(signal.SIGKILL)


def terminate(window: Window) -> None:
    """End it as a shutdown does."""
    window.send(signal.SIGTERM)


def close(window: Window) -> None:
    """Close its window."""
    window.close()


def close_while_typing(window: Window) -> None:
    """Close its window under somebody's fingers."""
    for _key in range(40):
        window.type("ab\x7f\x7f\x1b[B\x1b[A\t")
    window.close()


WAYS: Final[Mapping[str, Way]] = {
    "killed": kill,
    "closed": close,
    "closed while typing": close_while_typing,
    "terminated": terminate,
}


def prepared(folder: Path) -> tuple[Path, Path]:
    """Return a file in which a conversation stands at a question for words, and its passphrase."""
    store, secret = folder / "data" / "families.db", folder / "passphrase.txt"
    keep_in_store(store, at_table(TOPIC, position=STRENGTHS))
    secret.write_text(PASSPHRASE, encoding="utf-8")
    return store, secret


def end_once(
    way: str, store: Path, secret: Path, environment: Mapping[str, str], seconds: float
) -> Ended:
    """Talk for so many seconds in the real program, end it in this way, and look at the file."""
    with Window(environment, "--store", store, "--passphrase-file", secret) as window:
        sit_down(window)
        confirmed = _talk(window, seconds)
        WAYS[way](window)
        code, took = window.ends()
    kept, told = kept_in(store)
    return Ended(way, confirmed, kept, code, took, told)


def kept_in(store: Path) -> tuple[int, tuple[str, ...]]:
    """Open a file; return how many letters it holds, and what it had to say."""
    with Store.open(store, PASSPHRASE) as opened:
        told = opened.take_notices()
        answers = opened.read("f1").conversation("talk-1").views
        words = [answer.words.text for view in answers for answer in view.answers if answer.words]
        return max((text.count("x") for text in words), default=0), told


def sit_down(window: Window) -> None:
    """Open the conversation, at its question for words."""
    window.waits_for(_("Show all names"))
    window.type("\x1b[B")  # Down
    window.waits_for(FAMILY)
    window.type("\r")
    window.waits_for(_("New conversation"))
    window.type("\r")
    window.waits_for(AT_QUESTION)


def _talk(window: Window, seconds: float) -> int:
    """Answer the same question with one letter more each time; return how many were confirmed."""
    until, confirmed = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        window.type("x")
        window.type("\r")
        if not comes(window, AT_CHOICE, until):
            break
        confirmed += 1
        window.type("\x1b")
        if not comes(window, AT_QUESTION, until):
            break
    return confirmed


def comes(window: Window, words: str, until: float) -> bool:
    """Tell whether the window shows these words in time."""
    while time.monotonic() < until:
        if words.encode() in window.shown():
            return True
        time.sleep(0.002)
    return False


def run(counts: Mapping[str, int], chance: random.Random) -> list[Ended]:
    """End so many programs in each way, each in a folder of its own."""
    ended = []
    for way in [way for way, count in counts.items() for _round in range(count)]:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            environment = {"PATH": os.environ["PATH"], "HOME": name, "LANG": "C.UTF-8"}
            store, secret = prepared(folder)
            seconds = chance.uniform(0, _LONGEST_TALK)
            ended.append(end_once(way, store, secret, environment, seconds))
            bad = ended[-1].problems()
            sys.stderr.write(f"{len(ended)} {ended[-1]} {' '.join(bad).upper()}\n")
    return ended


def main() -> int:
    """Run as the options say, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("killed", "closed", "terminated"):
        parser.add_argument(f"--{name}", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    install("nl")
    counts = {
        "killed": wanted.killed,
        "closed": wanted.closed - wanted.closed // 2,
        "closed while typing": wanted.closed // 2,
        "terminated": wanted.terminated,
    }
    ended = run(counts, random.Random(wanted.seed))
    lines = [
        "| ended | times | confirmed answers | lost | told | crash | slowest end |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for way in counts:
        ours = [each for each in ended if each.way == way]
        found = Counter(problem for each in ours for problem in each.problems())
        slowest = max((each.seconds for each in ours), default=0)
        confirmed = sum(each.confirmed for each in ours)
        lines.append(
            f"| {way} | {len(ours)} | {confirmed} | {found['lost']} | {found['told']} |"
            f" {found['crash']} | {slowest:.1f} s |"
        )
    sys.stdout.write("\n".join(lines) + "\n")
    slow = [each for each in ended if each.seconds > LONGEST_END]
    return int(bool(slow or any(each.problems() for each in ended)))


if __name__ == "__main__":
    sys.exit(main())
