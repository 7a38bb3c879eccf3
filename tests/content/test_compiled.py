"""Compiled content is that of the YAML, or is not used."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from giz_gesprek.content.compiled import compiled, place_of, read_compiled
from giz_gesprek.content.loader import load_content
from giz_gesprek.content.loading import load_library
from giz_gesprek.paths import content_dir


def test_the_compiled_content_of_this_install_is_current() -> None:
    library = read_compiled(content_dir())
    assert library is not None, "run it by `uv run`, which compiles what was changed"
    assert library == load_content(content_dir()).library


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of content with what it is compiled to beside it."""
    folder = tmp_path_factory.mktemp("made") / "content"
    shutil.copytree(content_dir(), folder, ignore=shutil.ignore_patterns("pictograms"))
    place_of(folder).write_bytes(compiled(load_content(folder).library, folder))
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made.parent, tmp_path, dirs_exist_ok=True)
    return tmp_path / "content"


def test_it_stands_for_the_folder_wherever_that_is(folder: Path) -> None:
    library = read_compiled(folder)
    assert library == load_content(folder).library
    assert library == load_library(folder)


def _add_a_line(folder: Path) -> None:
    with (folder / "standard" / "nl" / "side.yaml").open("a", encoding="utf-8") as file:
        file.write("\n")


def _add_a_file(folder: Path) -> None:
    (folder / "easy_language" / "nl" / "more.yaml").touch()


def _remove_a_file(folder: Path) -> None:
    next(iter((folder / "easy_language" / "nl").glob("*.yaml"))).unlink()


def _rename_a_file(folder: Path) -> None:
    file = next(iter((folder / "easy_language" / "nl").glob("*.yaml")))
    file.rename(file.with_name("renamed.yaml"))


def _cut(folder: Path) -> None:
    place = place_of(folder)
    place.write_bytes(place.read_bytes()[:-9])


def _another_version(folder: Path) -> None:
    place = place_of(folder)
    place.write_bytes(place.read_bytes().replace(b'"made_of":"', b'"made_of":"0', 1))


def _something_unknown(folder: Path) -> None:
    place = place_of(folder)
    place.write_bytes(place.read_bytes().replace(b'"made_of"', b'"more":1,"made_of"', 1))


def _no_text(folder: Path) -> None:
    place_of(folder).write_bytes(b"\xff\x00" * 99)


def _nothing_there(folder: Path) -> None:
    place_of(folder).unlink()


@pytest.mark.parametrize(
    "change",
    [
        _add_a_line,
        _add_a_file,
        _remove_a_file,
        _rename_a_file,
        _cut,
        _another_version,
        _something_unknown,
        _no_text,
        _nothing_there,
    ],
)
def test_what_is_not_of_this_content_is_not_used(
    change: Callable[[Path], None], folder: Path
) -> None:
    assert read_compiled(folder) is not None
    change(folder)
    assert read_compiled(folder) is None
