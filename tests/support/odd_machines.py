"""Every command on machines that are not as they should be: a documented exit code, one sentence.

::

    uv run python -m tests.support.odd_machines
    uv run python -m tests.support.odd_machines --only TZ

runs each command under each condition in a process of its own, and prints a line for every pair
that is wrong, and how many were tried. Posix only: Windows has no descriptors to close.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from giz_gesprek.errors import ExitCode
from tests.support.program import PROGRAM, ROOT

_PATIENCE: Final = 120
"""Seconds; a command that waits for somebody who is not there is wrong as well."""
_MOST_LINES: Final = 3
"""On standard error of a command that ends badly: a notice, and what is wrong in one sentence."""
_PASSPHRASE: Final = "zeven paarse olifanten"
_OPEN: Final = ("--store", "families.db", "--passphrase-file", "key.txt")

COMMANDS: Final[Mapping[str, tuple[str, ...]]] = {
    "app": (),
    "help": ("--help",),
    "version": ("--version",),
    "unknown": ("nothing-like-it",),
    "demo": ("demo",),
    "demo plain": ("demo", "--plain"),
    "plain": (*_OPEN, "plain"),
    "plain, default place": ("--passphrase-file", "key.txt", "plain"),
    "families": (*_OPEN, "families"),
    "families, default place": ("families",),
    "export text": ("export", "--from", "family.json", "--for", "family", "--output", "-"),
    "export professional": (
        *("export", "--from", "family.json", "--for", "professional", "--output", "-"),
    ),
    "export pdf": ("export", "--from", "family.json", "--for", "family", "--output", "paper.pdf"),
    "export html": ("export", "--from", "family.json", "--for", "family", "--output", "p.html"),
    "export json": (
        *(*_OPEN, "export", "--family", "f1", "--for", "professional"),
        *("--format", "json", "--output", "-"),
    ),
    "import": (*_OPEN, "import", "--yes", "family.json"),
    "export csv": (
        *_OPEN,
        "export",
        "--family",
        "f1",
        "--for",
        "professional",
        "--output",
        "a.csv",
    ),
    "log": (*_OPEN, "log", "f1"),
    "backup": (*_OPEN, "backup", "backup.db"),
    "restore": (*_OPEN, "restore", "--yes", "families.db"),
    "passphrase": (*_OPEN, "passphrase", "--new-passphrase-file", "new-key.txt"),
    "wipe": (*_OPEN, "wipe", "--yes"),
    "booklet": ("booklet", "--phase", "4-12", "--topic", "health", "--output", "b.pdf"),
    "say": ("say", "--output", "said.wav", "Hallo."),
    "doctor": ("doctor",),
    "check": ("check",),
    "check-text": ("check-text", "--register", "easy_language", "sentences.txt"),
    "check-text -": ("check-text", "--register", "standard", "-"),
    "example": ("example",),
    "schema": ("schema",),
    "content missing": ("content", "missing", "--language", "en"),
}
"""Arguments of each command; files are those of :func:`prepared`, seen from the working folder."""


@dataclass(frozen=True)
class Condition:
    """One machine that is not as it should be.

    Attributes:
        variables: of the environment; None takes one away. ``{here}`` is the folder of the run.
        before: what happens in the process before the program starts.
        closed: standard streams that are not there.
        full: standard output is a disk without room.
        unread: who read standard output has gone.

    """

    variables: Mapping[str, str | None] = field(default_factory=dict)
    before: Callable[[], None] | None = None
    closed: tuple[int, ...] = ()
    full: bool = False
    unread: bool = False


@dataclass(frozen=True)
class Outcome:
    """How a command ended; ``code`` is None where it did not end."""

    code: int | None
    told: str
    """On standard error."""


def _no_folder() -> None:
    Path("gone").mkdir(exist_ok=True)
    os.chdir("gone")
    Path("../gone").rmdir()


def _few_files() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))


def _little_room() -> None:
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _no_rights() -> None:
    os.umask(0o777)


def _variable(name: str, *values: str | None) -> Iterator[tuple[str, Condition]]:
    for value in values:
        yield f"{name}={'(none)' if value is None else value}", Condition({name: value})


CONDITIONS: Final[Mapping[str, Condition]] = {
    "as it should be": Condition(),
    **dict(
        _variable(
            "PYTHONIOENCODING",
            *("cp1252", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-32", "utf-7", "cp037"),
            *("cp1252:strict", "ascii:strict", "cp437", "shift_jis", "utf-8:surrogateescape"),
        )
    ),
    "LC_ALL=C, no UTF-8": Condition({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    **dict(_variable("LC_ALL", "C", "POSIX", "xx_YY.nonsense", "tr_TR.UTF-8")),
    **dict(_variable("LANG", "", "nonsense", None)),
    **dict(_variable("LANGUAGE", "xx:yy", "../../etc")),
    **dict(
        _variable(
            "TZ",
            *("UTC+25", ":/nonexistent", "", "Europe/../x", "ABC-99:99:99", "\N{EURO SIGN}"),
            *("<+99>-99", "EST5EDT,M3.2.0,M11.1.0", "../../../../etc/passwd", "A" * 300),
        )
    ),
    **dict(_variable("HOME", None, "", "relative/home", "{here}/key.txt", "/proc/nowhere/x")),
    **dict(_variable("HOME", "/proc", "~nouser", "/dev/null", "{here}/" + "x" * 300)),
    **dict(_variable("XDG_DATA_HOME", "relative", "/proc", "{here}/key.txt", "~/x", "")),
    **dict(_variable("XDG_STATE_HOME", "relative", "/proc", "{here}/key.txt")),
    **dict(_variable("TERM", None, "dumb", "nonsense", "")),
    **dict(_variable("COLUMNS", "0", "1", "abc", "-5", "99999999999999999999")),
    **dict(_variable("LINES", "0", "abc")),
    **dict(_variable("TMPDIR", "/nonexistent", "/proc", "relative", "{here}/key.txt")),
    **dict(_variable("NO_COLOR", "1")),
    **dict(_variable("PATH", "", None)),
    **dict(_variable("GIZ_GESPREK_LANGUAGE", "xx", "", "tr")),
    **dict(_variable("GIZ_GESPREK_STORE", "~nouser/x", "/dev/null", "/proc/x", "{here}", "")),
    **dict(_variable("GIZ_CONTENT", "~nouser/x", "{here}/key.txt", "/proc", "")),
    **{
        f"closed {' '.join(map(str, closed))}": Condition(closed=closed)
        for closed in ((0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2))
    },
    "standard output is full": Condition(full=True),
    "standard output is not read": Condition(unread=True),
    "no working folder": Condition(before=_no_folder),
    "16 open files": Condition(before=_few_files),
    "no file may grow": Condition(before=_little_room),
    "umask 0777": Condition(before=_no_rights),
}


def prepared(folder: Path) -> None:
    """Put in ``folder`` what the commands read: a store with one family, a dossier, sentences."""
    from giz_gesprek.cli.dossiers import example_data
    from giz_gesprek.store import Store
    from tests.store.support import CHANGE, NOW, family, talked

    with Store.create(folder / "families.db", _PASSPHRASE, NOW) as store:
        store.save(talked(family()), change=CHANGE, now=NOW)
    (folder / "key.txt").write_text(_PASSPHRASE)
    (folder / "new-key.txt").write_text("vier groene fietsen bij de sloot")
    (folder / "family.json").write_bytes(example_data())
    sentences = "Ik ben blij \U0001f600: ja.\nDe \u015e is er.\n"
    (folder / "sentences.txt").write_text(sentences, encoding="utf-8")


def tried(command: str, condition: Condition, folder: Path) -> Outcome:
    """Run a command in a copy of ``folder``, and return how it ended."""
    with TemporaryDirectory() as place:
        here = Path(shutil.copytree(folder, Path(place) / "here"))
        arguments = tuple(
            str(here / each) if (here / each).exists() else each for each in COMMANDS[command]
        )
        return _ended(("--language", "en", *arguments), condition, here)


def _ended(arguments: tuple[str, ...], condition: Condition, here: Path) -> Outcome:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(here / "home")}
    for name, value in condition.variables.items():
        environment.pop(name, None)
        if value is not None:
            environment[name] = value.replace("{here}", str(here))

    def before() -> None:
        if condition.before is not None:
            condition.before()
        for number in condition.closed:
            os.close(number)

    with _output(condition) as output:
        process = subprocess.Popen(
            [*PROGRAM, *arguments],
            cwd=here,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.PIPE,  # no file: under some conditions none may grow
            preexec_fn=before,  # noqa: PLW1509  # there is one thread
        )
    try:
        _unused, told = process.communicate(timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        return Outcome(None, process.communicate()[1].decode("utf-8", "replace"))
    return Outcome(process.returncode, told.decode("utf-8", "replace"))


@contextmanager
def _output(condition: Condition) -> Iterator[int]:
    """Yield what standard output goes to; of a pipe nobody holds the other end."""
    if condition.unread:
        read, write = os.pipe()
        os.close(read)
    else:
        write = os.open("/dev/full" if condition.full else os.devnull, os.O_WRONLY)
    try:
        yield write
    finally:
        os.close(write)


def problem(outcome: Outcome, condition: Condition) -> str | None:
    """Return what is wrong with how a command ended; None where all is well."""
    lines = [line for line in outcome.told.splitlines() if line.strip()]
    if outcome.code is None:
        return "does not end"
    if outcome.code == ExitCode.CRASH or outcome.code not in set(ExitCode):
        return f"exit {outcome.code}"
    if "Traceback" in outcome.told:
        return "a traceback"
    bad = outcome.code not in {ExitCode.DONE, ExitCode.FINDINGS, ExitCode.SOUND}
    nobody_listens = 2 in condition.closed or condition.unread
    if bad and not lines and not nobody_listens:
        return "says nothing"
    if bad and len(lines) > _MOST_LINES:
        return f"says {len(lines)} lines"
    return None


def say(line: str) -> None:
    """Print a line at once: a run takes long."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Try every command under every condition, and print what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="conditions that begin with this")
    wanted = parser.parse_args().only
    codes: Counter[int | None] = Counter()
    wrong = 0
    with TemporaryDirectory() as place:
        folder = Path(place)
        prepared(folder)
        for name, condition in CONDITIONS.items():
            if not name.startswith(wanted):
                continue
            for command in COMMANDS:
                outcome = tried(command, condition, folder)
                codes[outcome.code] += 1
                if (what := problem(outcome, condition)) is not None:
                    wrong += 1
                    last = (outcome.told.splitlines() or [""])[-1]
                    say(f"{name} | {command}: {what}: {last[:100]}")
    told = ", ".join(f"{code}: {count}" for code, count in sorted(codes.items(), key=str))
    say(f"{sum(codes.values())} tried, {wrong} wrong; exit codes {told}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
