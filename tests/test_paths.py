"""Where the program looks for its own files and for those of the user."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek import paths


def test_content_and_catalogues_are_found() -> None:
    assert (paths.content_dir() / "framework.yaml").is_file()
    assert (paths.locales_dir() / "nl" / "LC_MESSAGES" / "giz_gesprek.mo").is_file()


def test_a_wheel_is_found_before_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "giz_gesprek"
    (tmp_path / "content").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.content_dir() == tmp_path / "content"
    bundled = package / "_data" / "content"
    bundled.mkdir(parents=True)
    assert paths.content_dir() == bundled


def test_the_store_is_in_the_data_folder_of_the_user(own_home: Path) -> None:
    assert paths.default_store_path().is_relative_to(own_home)
    assert not paths.default_store_path().parent.exists()


def test_the_environment_can_name_another_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    monkeypatch.setenv(paths.STORE_VARIABLE, str(tmp_path / "other.db"))
    assert paths.default_store_path() == tmp_path / "other.db"
    monkeypatch.setenv(paths.STORE_VARIABLE, "~/other.db")
    assert paths.default_store_path() == own_home / "other.db"


def test_reports_are_in_a_folder_of_the_user(own_home: Path) -> None:
    assert paths.log_dir().is_relative_to(own_home)
