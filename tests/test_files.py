"""A file is there as a whole or not at all; what the system means is told by one table."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from giz_gesprek.files import Refusal, new_file, private_folder, refusal, write_file
from tests.support.private import is_private

CODES: dict[int, Refusal] = {
    errno.ENOSPC: "no_room",
    errno.EDQUOT: "no_room",
    errno.EROFS: "not_allowed",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EEXIST: "exists",
    errno.EISDIR: "a_folder",
    errno.ENAMETOOLONG: "name_too_long",
    errno.EIO: "other",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A place in a folder of its own."""
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder / "paper.txt"


@pytest.fixture
def open_to_all() -> Iterator[None]:
    """Let new files be readable and writable by everybody, unless they say otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.parametrize(("code", "meaning"), CODES.items())
def test_every_code_of_the_system_has_one_meaning(code: int, meaning: Refusal) -> None:
    assert refusal(OSError(code, os.strerror(code))) == meaning


@pytest.mark.parametrize("code", [errno.ENOENT, errno.EINVAL])
@pytest.mark.parametrize("place", ["{}.pdf", "{}/paper.pdf"])
def test_a_name_that_is_too_long_is_told_as_such_where_the_system_says_something_else(
    code: int, place: str
) -> None:
    name = place.format("x" * 300)
    assert refusal(OSError(code, os.strerror(code), "draft", None, name)) == "name_too_long"
    assert refusal(OSError(code, os.strerror(code), "paper.pdf")) != "name_too_long"


@pytest.mark.parametrize("error", [None, ValueError("null character"), OSError("no number")])
def test_what_is_no_error_of_the_system_has_no_meaning_of_its_own(
    error: Exception | None,
) -> None:
    assert refusal(error) == "other"


@pytest.mark.usefixtures("open_to_all")
def test_a_draft_is_private_before_anything_is_in_it(path: Path) -> None:
    with new_file(path) as draft:
        assert draft.parent == path.parent
        assert is_private(draft)
        assert not path.exists()
    assert is_private(path)
    assert list(path.parent.iterdir()) == [path]


def test_what_goes_wrong_inside_leaves_nothing(path: Path) -> None:
    def half(draft: Path) -> None:
        draft.write_bytes(b"half")
        raise KeyError

    with pytest.raises(KeyError), new_file(path) as draft:
        half(draft)
    assert list(path.parent.iterdir()) == []


def test_what_a_killed_process_left_beside_a_file_goes_when_it_is_made_again(path: Path) -> None:
    for left in (".paper.txt.0.unfinished", ".paper.txt.0.unfinished-wal"):
        path.with_name(left).write_bytes(b"half")
    other = path.with_name(".other.txt.0.unfinished")
    other.write_bytes(b"somebody else is writing this")
    write_file(path, b"whole")
    assert sorted(path.parent.iterdir()) == [other, path]


ANY_SIGN = pytest.mark.needs_posix("names with any sign but a slash")


@pytest.mark.parametrize(
    "name", ["é" * 120, pytest.param("[a]*?" * 20, marks=ANY_SIGN), "[a]" * 40, "x" * 250]
)
def test_a_draft_fits_beside_a_long_or_an_odd_name(name: str, path: Path) -> None:
    long = path.with_name(name)
    write_file(long, b"whole")
    assert long.read_bytes() == b"whole"
    assert list(path.parent.iterdir()) == [long]


@pytest.mark.needs_posix("links to files")
def test_a_link_that_leads_nowhere_is_not_followed(path: Path) -> None:
    target = path.with_name("target")
    path.symlink_to(target)
    with pytest.raises(FileExistsError):
        write_file(path, b"whole")
    write_file(path, b"whole", replace=True)
    assert not target.exists()
    assert not path.is_symlink()


@pytest.mark.usefixtures("open_to_all")
def test_every_folder_that_was_missing_is_private(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    private_folder(folder)
    private_folder(folder)
    assert is_private(folder)
    assert is_private(folder.parent)


def test_a_file_in_the_place_of_a_folder_is_told_as_that(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(NotADirectoryError):
            private_folder(folder)
