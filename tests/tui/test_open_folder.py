"""Opening a folder: the right program, apart from the app, and a plain no where there is none."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from giz_gesprek.system import open_folder, posix

pytestmark = pytest.mark.needs_posix("the program xdg-open or open")


def program(folder: Path, script: str) -> None:
    """Put a file manager on this computer that does what ``script`` says."""
    folder.mkdir(exist_ok=True)
    for name in ("xdg-open", "open"):
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the first folder of programs, on a computer with a screen that may be busy."""
    monkeypatch.setattr(posix, "_SHOWING_SECONDS", 60.0)
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return tmp_path / "bin"


def test_the_folder_goes_to_the_program_as_it_is(tmp_path: Path, bin_folder: Path) -> None:
    told = tmp_path / "told"
    program(bin_folder, f'printf "%s|%s" "$#" "$1" > "{told}"')
    folder = tmp_path / "één map; $(touch x) 'y'"
    folder.mkdir()
    assert open_folder(folder)
    assert told.read_text(encoding="utf-8") == f"1|{folder}"


def test_what_the_program_says_is_not_on_the_screen(
    tmp_path: Path, bin_folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    program(bin_folder, "echo hello; echo trouble >&2; exit 4")
    assert not open_folder(tmp_path)
    assert capfd.readouterr() == ("", "")


def test_a_program_that_stays_open_is_not_waited_for(
    tmp_path: Path, bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posix, "_SHOWING_SECONDS", 0.01)
    gone = tmp_path / "gone"
    os.mkfifo(gone)
    program(bin_folder, f'read line < "{gone}"')
    assert open_folder(tmp_path)
    gone.write_text("you may go\n", encoding="utf-8")


def test_without_a_program_or_a_screen_or_the_folder_the_answer_is_no(
    tmp_path: Path, bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(bin_folder))
    assert not open_folder(tmp_path)
    program(bin_folder, "exit 0")
    assert not open_folder(tmp_path / "gone")
    if sys.platform != "darwin":
        monkeypatch.delenv("DISPLAY")
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        assert not open_folder(tmp_path)


def test_a_program_that_cannot_be_started_is_a_no(tmp_path: Path, bin_folder: Path) -> None:
    program(bin_folder, "")
    for name in ("xdg-open", "open"):
        (bin_folder / name).write_bytes(b"\x7fELF no program")
    assert not open_folder(tmp_path)
