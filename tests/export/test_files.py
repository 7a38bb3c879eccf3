"""The file: whole or not at all, for its owner, never over another by accident."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from giz_gesprek.errors import OutputError
from giz_gesprek.export.files import check_place, write_document
from tests.support.private import is_private


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder."""
    empty = tmp_path / "papers"
    empty.mkdir()
    return empty


def test_what_would_be_refused_is_told_before_anything_is_made(tmp_path: Path) -> None:
    there = tmp_path / "paper.wav"
    check_place("-")
    check_place(str(there))
    there.write_bytes(b"")
    check_place(str(there), force=True)
    for place, says in (
        (there, "--force"),
        (tmp_path, "een map"),
        (tmp_path / "a" / "b", "bestaat"),
    ):
        with pytest.raises(OutputError, match=says):
            check_place(str(place))
    assert there.read_bytes() == b""


def test_a_document_is_written_as_utf8_and_only_for_its_owner(folder: Path) -> None:
    path = folder / "verslag.txt"
    write_document("Eén gezin\n", str(path))
    assert path.read_bytes() == "Eén gezin\n".encode()
    assert is_private(path)
    assert list(folder.iterdir()) == [path]


def test_a_file_that_is_there_stays_without_force(folder: Path) -> None:
    path = folder / "verslag.txt"
    path.write_text("eerder")
    with pytest.raises(OutputError) as refused:
        write_document("nieuw", str(path))
    assert "--force" in str(refused.value)
    assert isinstance(refused.value.__cause__, FileExistsError)
    assert path.read_text() == "eerder"
    write_document("nieuw", str(path), force=True)
    assert path.read_text() == "nieuw"
    assert list(folder.iterdir()) == [path]


def test_a_file_that_comes_into_being_meanwhile_stays_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "verslag.txt"
    real = os.fsync

    def somebody_is_faster(descriptor: int) -> None:
        path.write_text("van een ander")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", somebody_is_faster)
    with pytest.raises(OutputError):
        write_document("nieuw", str(path))
    assert path.read_text() == "van een ander"
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_disk_that_refuses_leaves_nothing_behind(
    code: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(code, "x")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OutputError) as refused:
        write_document("nieuw", str(folder / "verslag.txt"))
    assert str(refused.value).endswith((".", "--output."))
    assert list(folder.iterdir()) == []


def test_a_full_disk_leaves_the_earlier_file_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "verslag.txt"
    path.write_text("eerder")

    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "x")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OutputError):
        write_document("nieuw", str(path), force=True)
    assert path.read_text() == "eerder"


def test_a_memory_stick_without_links_works(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(_source: object, _target: object) -> None:
        raise OSError(errno.EPERM, "x")

    monkeypatch.setattr(os, "link", no_links)
    path = folder / "verslag.txt"
    write_document("nieuw", str(path))
    assert path.read_text() == "nieuw"


@pytest.mark.parametrize("name", [".", "nergens/verslag.txt", "x" * 400, "nul\0teken"])
@pytest.mark.parametrize("force", [True, False])
def test_a_place_that_cannot_be_is_one_sentence(name: str, force: bool, folder: Path) -> None:
    with pytest.raises(OutputError) as refused:
        write_document("nieuw", str(folder / name), force=force)
    assert "\n" not in str(refused.value)


@pytest.mark.needs_posix("pipes with a name")
def test_force_puts_no_file_in_the_place_of_a_pipe(folder: Path) -> None:
    path = folder / "pipe"
    os.mkfifo(path)
    with pytest.raises(OutputError):
        write_document("nieuw", str(path), force=True)
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_a_dash_is_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write_document("één\n", "-")
    assert capsysbinary.readouterr().out == "één\n".encode()
