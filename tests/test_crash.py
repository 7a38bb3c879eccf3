"""A crash report says where, and nothing about whom."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from giz_gesprek import crash, i18n, paths
from tests.support.private import is_private

NOW = datetime(2026, 11, 3, 14, 5, tzinfo=UTC)
SECRET = "Milan slaapt slecht"


def failure() -> Exception:
    try:
        try:
            i18n.install(SECRET)
        except ValueError as error:
            raise KeyError(SECRET) from error
    except KeyError as error:
        return error
    raise AssertionError


def test_a_report_has_types_and_our_own_lines_only() -> None:
    report = crash.describe(failure(), NOW)
    assert "builtins.KeyError\nbuiltins.ValueError\n  giz_gesprek/i18n.py:" in report
    assert SECRET not in report
    assert "test_crash" not in report
    assert str(Path(crash.__file__).parent) not in report


def test_grouped_and_circular_errors_are_described_once() -> None:
    first, second = ValueError(SECRET), TypeError(SECRET)
    first.__context__, second.__context__ = second, first
    report = crash.describe(ExceptionGroup(SECRET, [first, second]), NOW)
    assert report.splitlines()[-3:] == [
        "builtins.ExceptionGroup",
        "builtins.ValueError",
        "builtins.TypeError",
    ]


def test_a_report_is_readable_by_its_owner_only() -> None:
    path = crash.write_report(failure())
    assert path is not None
    assert is_private(path)
    assert is_private(path.parent)
    assert path.parent == paths.log_dir()


def test_every_report_is_a_file_of_its_own() -> None:
    assert crash.write_report(failure()) != crash.write_report(failure())


def test_a_folder_that_cannot_be_written_is_no_second_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    monkeypatch.setattr(crash, "log_dir", lambda: in_the_way / "log")
    assert crash.write_report(failure()) is None
