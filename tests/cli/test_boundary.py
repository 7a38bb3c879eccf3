"""Where the command line ends: one sentence, one exit code, no traceback."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from giz_gesprek import i18n, paths
from giz_gesprek.cli import main
from giz_gesprek.cli.group import COMMANDS, Entry
from giz_gesprek.cli.streams import is_refused
from giz_gesprek.errors import ExitCode
from tests.store.support import PASSPHRASE
from tests.support.commands import SECRET
from tests.support.stores import new_store

ROOT = Path(__file__).resolve().parent.parent.parent
NAMES = (
    "asks",
    "broken_content",
    "crash",
    "has_findings",
    "interrupted",
    "locked",
    "much",
    "shows",
)
RUN = """
import sys
from giz_gesprek.cli import main
from giz_gesprek.cli.group import COMMANDS, Entry
COMMANDS["much"] = Entry("tests.support.commands", "much", "")
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(autouse=True)
def commands(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.setitem(COMMANDS, name, Entry("tests.support.commands", name, ""))


def test_a_foreseen_failure_is_its_sentence_and_its_code(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert main(["--language", "en", "locked"]) == 4
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("This passphrase does not open this file")
    assert err.count("\n") == 1


def test_broken_content_names_the_place(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["broken_content"]) == 2
    assert "a.yaml:3" in capfd.readouterr().err


def test_a_crash_is_one_calm_sentence_and_a_report_without_data(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert main(["crash"]) == 70
    out, err = capfd.readouterr()
    (report,) = paths.log_dir().iterdir()
    text = report.read_text(encoding="utf-8")
    assert out == ""
    assert err.count("\n") == 1
    assert str(report) in err
    assert "Traceback" not in err
    assert "builtins.ValueError" in text
    assert "giz_gesprek/cli/__init__.py:" in text
    assert SECRET not in err + text


def test_a_crash_without_a_place_for_a_report_is_still_calm(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("giz_gesprek.crash.write_report", lambda _error: None)
    assert main(["crash"]) == 70
    assert capfd.readouterr().err == (
        "Er ging iets mis in het programma. Wat eerder bewaard is, is veilig.\n"
    )


def test_ctrl_c_is_quiet(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["interrupted"]) == 130
    assert capfd.readouterr() == ("", "")


def test_a_question_without_anybody_there_is_an_input_error(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["asks"]) == 2
    assert "De invoer hield op" in capfd.readouterr().err


def test_what_a_command_returns_is_the_exit_code() -> None:
    assert main(["has_findings"]) == 1


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["nonsense"], "De opdracht 'nonsense' bestaat niet. Zie giz-gesprek --help."),
        (["--stroe", "x"], "'--store'? Zie giz-gesprek --help."),
        (["--language", "fr"], "'fr' is niet een van 'nl', 'en'. Zie giz-gesprek --help."),
        (["--language"], "De optie '--language' heeft een waarde nodig."),
        (["--passphrase-fd", "x"], "geen geldig getal"),
        (["--passphrase-fd", "3", "--passphrase-file", "x"], "Kies één van"),
        (["locked", "extra"], "(extra). Zie giz-gesprek locked --help."),
        (["locked", "--secret", "x"], "De optie '--secret' bestaat niet. Zie giz-gesprek locked"),
    ],
)
def test_a_usage_error_is_one_sentence_in_our_language(
    arguments: list[str], part: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert part in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "variable", "language"),
    [
        ([], None, "nl"),
        ([], "en", "en"),
        ([], "fr", "nl"),
        (["--language", "en"], None, "en"),
        (["--language=en"], "nl", "en"),
        (["--language", "fr"], None, "nl"),
    ],
)
def test_the_language_is_known_before_anything_is_said(
    arguments: list[str],
    variable: str | None,
    language: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if variable is not None:
        monkeypatch.setenv(i18n.LANGUAGE_VARIABLE, variable)
    main([*arguments, "nonsense"])
    assert i18n.current_language() == language


def test_commands_get_what_was_chosen_before_them(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    store = tmp_path / "store.db"
    assert main(["--store", str(store), "--passphrase-fd", "7", "--language", "en", "shows"]) == 0
    assert capfd.readouterr().out == (
        f"Settings(store={store!r}, passphrase_file=None, passphrase_fd=7, language='en',"
        " content=None)\n"
    )


@pytest.mark.needs_posix("pipes that are closed")
def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-c", RUN, "much"],
            cwd=ROOT,
            stdout=pipe,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert (done.returncode, done.stderr) == (5, "")


@pytest.mark.needs_linux("/dev/full")
@pytest.mark.parametrize("command", ["much", "--help"])
def test_a_full_disk_is_one_sentence(command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", RUN, command],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert (done.returncode, done.stderr) == (
        5,
        "De schijf is vol. Maak ruimte en probeer het opnieuw.\n",
    )


@pytest.mark.needs_posix("a shell")
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("families <&-", ExitCode.INPUT),
        ("demo <&-", ExitCode.DONE),
        ("plain <&-", ExitCode.INPUT),
        ("say - <&-", ExitCode.INPUT),
        ("check-text --register standard <&-", ExitCode.INPUT),
        ("export --from - --for family --output - <&-", ExitCode.INPUT),
        ("--help >&-", ExitCode.OUTPUT),
        ("demo >&-", ExitCode.OUTPUT),
        ("example >&-", ExitCode.OUTPUT),
        ("schema >&-", ExitCode.OUTPUT),
        ("doctor >&-", ExitCode.OUTPUT),
        (">&-", ExitCode.INPUT),
    ],
)
def test_a_closed_stream_is_one_sentence(command: str, code: ExitCode) -> None:
    done = closed(command)
    told = done.stderr.decode()
    assert done.returncode == code, told
    assert told.count("\n") <= 1
    assert not (code and "." not in told), told


def test_another_descriptor_that_is_closed_is_no_matter_of_the_output() -> None:
    assert not is_refused(OSError(errno.EBADF, os.strerror(errno.EBADF)))


@pytest.mark.needs_posix("a shell")
@pytest.mark.parametrize("command", ["families", "example <&- >&-", "demo"])
def test_closed_messages_leave_the_exit_code(command: str) -> None:
    told = closed(command)
    silent = closed(f"{command} 2>&-")
    assert (silent.returncode, silent.stderr) == (told.returncode, b"")


@pytest.mark.needs_posix("a shell")
def test_nothing_is_written_into_the_file_that_is_opened_first(
    tmp_path: Path, real_keys: None
) -> None:
    place = tmp_path / "families.db"
    new_store(place).close()
    secret = tmp_path / "secret.txt"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    before = place.read_bytes()
    given = f'--store "{place}" --passphrase-file "{secret}" families --json'
    for streams in (">&-", "<&- >&- 2>&-"):
        assert closed(f"{given} {streams}").returncode == ExitCode.OUTPUT
        assert place.read_bytes() == before


@pytest.mark.needs_posix("a shell")
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("demo", ExitCode.DONE),
        ("check", ExitCode.DONE),
        ("say hallo --output a.wav", ExitCode.OUTPUT),
        ("--store families.db --passphrase-fd 0 families", ExitCode.INPUT),
        ("export --from nothing.json --for family --output a.txt", ExitCode.INPUT),
    ],
)
def test_a_folder_that_somebody_removed_is_one_sentence(
    command: str, code: ExitCode, tmp_path: Path
) -> None:
    script = f'rmdir "$PWD"; exec "{sys.executable}" -m giz_gesprek {command}'
    gone = tmp_path / "gone"
    gone.mkdir()
    ended = subprocess.run(
        ["sh", "-c", script],
        cwd=gone,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    assert ended.returncode == code
    assert ended.stderr.count(b"\n") == (0 if command == "check" else 1)


def closed(command: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program from a shell that closes streams of it."""
    script = f'exec "{sys.executable}" -m giz_gesprek {command}'
    return subprocess.run(
        ["sh", "-c", script],
        cwd=ROOT,
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )


@pytest.mark.needs_posix("names that hold anything")
@pytest.mark.parametrize(
    "name", ["no\x1b[2Jfile", "no\nfile", "no\x9b31mfile", "no\u202efile", "no\udcfffile"]
)
def test_a_name_does_nothing_to_the_terminal_that_tells_it(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--from", str(tmp_path / name), "--for", "family", "--output", "x"]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.rstrip("\n").isprintable()
    assert err.count("\n") == 1


@pytest.mark.needs_posix("names that hold anything")
def test_nor_does_the_name_of_a_file_among_the_content(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "standard" / "nl"
    folder.mkdir(parents=True)
    (folder / "no\x1b[2Jfile.yaml").write_text("- x", encoding="utf-8")
    booklet = ["booklet", "--phase", "0-4", "--output", str(tmp_path / "b.pdf")]
    assert main(["--content", str(tmp_path), *booklet]) == 2
    told = capfd.readouterr().err
    assert r"no\x1b[2Jfile.yaml:1: ERROR" in told
    assert told.replace("\n", "").isprintable()
