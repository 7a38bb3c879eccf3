"""What depends on the system stands in one place, and there it does what it says."""

from __future__ import annotations

import ast
import errno
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import giz_gesprek
from giz_gesprek import i18n, system
from giz_gesprek.cli.commands import doctor
from giz_gesprek.errors import AlreadyOpen, InputError, OutputError, StoreNoFile
from giz_gesprek.export.files import write_document
from giz_gesprek.files import new_file, private_folder
from giz_gesprek.paths import STORE_VARIABLE
from giz_gesprek.store import Store, family_file, refuse_no_file
from giz_gesprek.store.backup import look_into
from giz_gesprek.store.wiping import wipe
from tests.store.support import NOW, PASSPHRASE, family
from tests.support.private import is_private
from tests.support.program import PROGRAM, ROOT, run
from tests.support.stores import new_store

PACKAGE = Path(giz_gesprek.__path__[0])
ASKS = re.compile(
    r"sys\.platform|os\.name\b|platform\.system|\bgetattr\((?:os|signal|subprocess)\b"
    r"|import (?:ctypes|fcntl|msvcrt|resource|termios|tty|winreg|win32\w*|pywintypes)\b"
    r"|\bisatty\(|\bkillpg\(|\.chmod\("
)
ELSEWHERE = {
    "crash.py": "a report names the system",
    "speech/worker/espeak.py": "a library in C",
    "speech/worker/pulse.py": "a library in C",
    "speech/worker/sound_card.py": "how the sound of each system is called",
    "tui/host/guarded.py": "Textual's own driver",
    "tui/host/terminal.py": "Textual's own driver",
    "tui/images/ask.py": "what its terminals show is known by other names on Windows",
}
"""Files that ask the system something themselves, and why."""


def test_only_these_files_ask_which_system_this_is() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if path.parent.name != "system" and ASKS.search(path.read_text("utf-8"))
    }
    assert found == {*ELSEWHERE}


def names_in(module: str) -> set[str]:
    (guarded,) = (
        node
        for node in ast.parse((PACKAGE / "system" / module).read_text("utf-8")).body
        if isinstance(node, ast.If) and "win32" in ast.unparse(node.test)
    )
    defined = {node.name for node in guarded.body if isinstance(node, ast.FunctionDef)}
    assigned = {
        node.target.id
        for node in guarded.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
    return {name for name in defined | assigned if not name.startswith("_")}


def test_both_systems_do_the_same_things() -> None:
    given = {name for name in vars(system) if not name.startswith("_")}
    given -= {"annotations", "posix", "sys", "windows", "words"}
    assert names_in("posix.py") == names_in("windows.py") == given


def test_what_is_made_is_for_its_owner_only_from_its_first_moment_on(tmp_path: Path) -> None:
    path = tmp_path / "Sam, Ömer 日本.txt"
    with new_file(path) as draft:
        assert is_private(draft)
    assert is_private(path)
    private_folder(tmp_path / "a" / "b")
    assert is_private(tmp_path / "a")
    assert is_private(tmp_path / "a" / "b")


def test_a_copy_that_anybody_can_read_is_seen_and_made_private(tmp_path: Path) -> None:
    path = tmp_path / "copy"
    path.write_bytes(b"copied")
    path.chmod(0o644)
    assert not is_private(path)
    system.keep_private(path)
    assert is_private(path)
    assert path.read_bytes() == b"copied"


def test_the_log_of_a_store_is_for_its_owner_only(tmp_path: Path) -> None:
    with new_store(tmp_path / "families.db") as store:
        store.save(family(), now=NOW)
        assert all(map(is_private, tmp_path.glob("families.db*")))
        assert len([*tmp_path.glob("families.db*")]) == 2


@pytest.mark.needs_windows("a file that is open cannot be replaced")
def test_a_paper_that_another_program_has_open_is_told_as_that(tmp_path: Path) -> None:
    path = tmp_path / "verslag.pdf"
    path.write_bytes(b"of before")
    with path.open("rb"), pytest.raises(OutputError) as refused:
        write_document(b"new", str(path), force=True)
    assert "nog open in een ander programma" in str(refused.value)
    assert path.read_bytes() == b"of before"
    assert list(tmp_path.glob("*verslag*")) == [path]


@pytest.mark.needs_windows("a file that is open cannot be replaced")
def test_a_file_that_is_scanned_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "verslag.pdf"
    path.write_bytes(b"of before")
    scanned = path.open("rb")
    monkeypatch.setattr(time, "sleep", lambda _seconds: scanned.close())
    write_document(b"new", str(path), force=True)
    assert path.read_bytes() == b"new"


@pytest.mark.needs_windows("a refusal that does not say why")
def test_what_may_not_be_written_is_not_told_as_a_file_that_is_open(tmp_path: Path) -> None:
    path = tmp_path / "verslag.pdf"
    path.touch()
    assert not system.is_in_use(PermissionError(13, "Access denied", str(path), 5))
    assert system.is_in_use(OSError(0, "Sharing violation", "C:\\nowhere", 32))


@pytest.mark.needs_posix("numbers of errors that Windows has not")
@pytest.mark.parametrize("code", [errno.EBUSY, errno.ETXTBSY])
def test_what_is_busy_is_in_use(code: int) -> None:
    assert system.is_in_use(OSError(code, os.strerror(code)))
    assert not system.is_in_use(OSError(errno.EACCES, os.strerror(errno.EACCES)))


def test_a_name_that_an_interrupted_start_left_does_not_outlive_deletion(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    new_store(path).close()
    path.with_name(".families.db.0.unfinished").hardlink_to(path)
    with Store.open(path, PASSPHRASE):
        # From here on Windows takes no name from it.
        assert sorted(each.name for each in tmp_path.glob("*families*")) == [
            "families.db",
            "families.db-wal",
        ]
    wipe(path)
    assert list(tmp_path.glob("*families*")) == []


def test_of_what_another_process_is_making_nothing_goes_before_the_file_is_ours(
    tmp_path: Path,
) -> None:
    path = tmp_path / "families.db"
    new_store(path).close()
    other = path.with_name(".families.db.0.unfinished")
    with Store.open(path, PASSPHRASE):
        other.write_bytes(b"a backup that is being put back")
        with pytest.raises(AlreadyOpen):
            Store.open(path, PASSPHRASE)
    assert other.exists()


@pytest.fixture
def share(tmp_path: Path) -> Iterator[Path]:
    """Give a folder as another computer has it: on Wine by its own way, else a share of Windows."""
    prefix = os.environ.get("WINEPREFIX")
    if prefix is None:
        yield Path(f"//localhost/{tmp_path.drive[0]}$", *tmp_path.parts[1:])
        return
    place = Path("Z:" + prefix, "dosdevices", "unc", "giz-test", tmp_path.name)
    place.mkdir(parents=True)
    yield Path(f"//giz-test/{tmp_path.name}")
    for file in place.iterdir():
        file.unlink()
    place.rmdir()


@pytest.mark.needs_windows("drives and shares")
def test_a_store_is_made_and_opened_by_every_way_of_writing_its_place(
    tmp_path: Path, share: Path
) -> None:
    for place in (
        tmp_path / "a.db",
        Path(f"\\\\?\\{tmp_path}\\b #100%.db"),
        Path(f"\\\\?\\{tmp_path}\\made\\c.db"),
        share / "d.db",
    ):
        with Store.create(place, PASSPHRASE, NOW) as made:
            assert made.families() == ()
        with Store.open(place, PASSPHRASE) as opened:
            assert not opened.read_only
            assert place.is_file()


def test_a_folder_given_as_the_file_is_told_as_that(tmp_path: Path) -> None:
    for given in ({STORE_VARIABLE: str(tmp_path)}, {STORE_VARIABLE: f"{tmp_path}{os.sep}"}):
        done = run("families", language="nl", variables=given)
        assert done.returncode == 4
        assert done.stderr.startswith("Dit is een map, en de gezinnen staan in een bestand.")


def test_what_is_no_file_is_neither_damaged_nor_waited_for(tmp_path: Path) -> None:
    for use in (lambda path: Store.open(path, PASSPHRASE), refuse_no_file):
        with pytest.raises(StoreNoFile, match="geen gewoon bestand"):
            use(Path(os.devnull))


def test_a_folder_given_to_read_is_told_as_that(tmp_path: Path) -> None:
    for command in (("check-text", "--register", "standard"), ("export", "--for", "family")):
        given = ("--from", tmp_path, "--output", "-") if "export" in command else (tmp_path,)
        done = run(*command, *given)
        assert done.returncode == 2
        assert done.stderr.startswith(f"{tmp_path} is a folder.")
    for read in (look_into, family_file.opened):
        with pytest.raises(InputError, match="is een map"):
            read(tmp_path, PASSPHRASE)


def test_nothing_is_no_terminal() -> None:
    with open(os.devnull) as nothing, Path(__file__).open() as file:  # noqa: PTH123
        assert not system.is_terminal(nothing)
        assert not system.is_terminal(file)
    assert not system.is_terminal(file)
    assert not system.is_terminal(None)


@pytest.mark.parametrize("command", [(), ("families",)])
def test_without_a_keyboard_nobody_is_waited_for(command: tuple[str, ...]) -> None:
    done = subprocess.run(
        [*PROGRAM, *command],
        cwd=ROOT,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        timeout=60,
    )
    assert done.returncode in {2, 4}
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("command", [("example",), ("--help",), ("demo", "--plain")])
def test_a_reader_that_has_gone_is_no_failure_of_ours(command: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [*PROGRAM, *command], cwd=ROOT, check=False, stdout=pipe, stderr=subprocess.PIPE
        )
    assert (done.returncode, done.stderr) == (5, b"")


def test_another_mistake_is_not_taken_for_a_reader_that_has_gone() -> None:
    reading, writing = os.pipe()
    for error in (OSError(errno.EINVAL, "a year that is none"), ValueError()):
        assert not system.reader_has_gone(error, writing)
    os.close(reading)
    with pytest.raises(OSError) as gone:
        os.write(writing, b"x")
    assert system.reader_has_gone(gone.value, writing)
    os.close(writing)


@pytest.mark.parametrize("year", [1960, 2026, 3005, 9990])
def test_every_year_has_a_local_time(year: int) -> None:
    moment = datetime(year, 7, 1, 12, tzinfo=UTC)
    assert i18n.local_time(moment) == moment
    assert str(year) in i18n.format_datetime(moment)


def test_a_pipe_of_windows_carries_every_sign(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "check-text", "--register", "standard", "-"],
        cwd=ROOT,
        check=False,
        input="Ömer 日本 → 🙂?\n".encode(),
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "0"} | ({"LC_ALL": "C"} if os.name == "posix" else {}),
    )
    assert done.returncode in {0, 1}
    assert done.stderr == b""


@pytest.mark.needs_windows("libraries that are found by their name")
def test_the_voice_brings_the_library_that_it_needs() -> None:
    """A new Windows has none; Wine has one of its own, so look which one is loaded."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert "site-packages" in done.stdout.lower()
    assert "system32" not in done.stdout.lower()


LOADED = """
import ctypes
from ctypes import wintypes
from giz_gesprek.speech.worker.espeak import Espeak
Espeak()
kernel = ctypes.WinDLL("kernel32")
kernel.GetModuleHandleW.restype = wintypes.HMODULE
place = ctypes.create_unicode_buffer(1000)
library = wintypes.HMODULE(kernel.GetModuleHandleW("msvcp140.dll"))
kernel.GetModuleFileNameW(library, place, 1000)
print(place.value)
"""


def test_doctor_names_the_library_that_a_voice_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "has_cpp_runtime", lambda: False)
    assert "MSVCP140.dll" in doctor._engine_advice("espeak")
    monkeypatch.setattr(doctor, "has_cpp_runtime", lambda: True)
    assert "MSVCP140.dll" not in doctor._engine_advice("espeak")


@pytest.mark.needs_windows("its reporter of crashes")
def test_a_crash_starts_no_reporter() -> None:
    """What a real Windows does then was never seen; that it is asked for is."""
    done = subprocess.run(
        [sys.executable, "-c", MODE],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.strip() == "3"


MODE = """
import ctypes
from giz_gesprek import system
system.keep_memory_off_the_disk()
print(ctypes.WinDLL("kernel32").GetErrorMode() & 3)
"""


@pytest.mark.parametrize("command", ["example", "schema"])
def test_what_is_meant_for_a_file_can_be_written_in_one(command: str, tmp_path: Path) -> None:
    """What a shell of Windows puts in a file with > is no longer UTF-8."""
    shown = run(command)
    path = tmp_path / "family.json"
    written = run(command, "--output", path)
    assert (written.returncode, written.stdout) == (0, "")
    assert path.read_bytes() == shown.written
    assert is_private(path)
    refused = run(command, "--output", path)
    assert (refused.returncode, path.read_bytes()) == (5, shown.written)
    assert run(command, "--output", path, "--force").returncode == 0


def test_a_list_of_families_is_written_in_a_file_and_never_over_the_families(
    tmp_path: Path,
) -> None:
    store, key = tmp_path / "families.db", tmp_path / "key"
    new_store(store).close()
    key.write_text(PASSPHRASE, "utf-8")
    asked = ("--store", store, "--passphrase-file", key, "families", "--json", "--output")
    assert run(*asked, tmp_path / "list.json").returncode == 0
    assert (tmp_path / "list.json").read_text("utf-8") == "[]\n"
    before = store.read_bytes()
    assert run(*asked, store, "--force").returncode == 2
    assert store.read_bytes() == before
