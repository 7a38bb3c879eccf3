from __future__ import annotations

import sys
from pathlib import Path

import pytest

from giz_gesprek.cli import content as program
from giz_gesprek.cli import main
from tests.content.support import ContentFolder, write_small_content

EASY = "easy_language/nl/all.yaml"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ContentFolder:
    """A small content folder in the current directory, which the program takes for its own."""
    folder = write_small_content(tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(program, "content_dir", lambda: folder.path)
    return folder


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    code = main(["--language", "en", "check", *arguments])
    captured = capsys.readouterr()
    return code, captured.out.splitlines(), captured.err


def test_sound_content_gives_a_report_and_exit_code_0(
    content: ContentFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines, _ = run(capsys)

    assert code == 0
    assert lines[-3:] == [
        "0 of 31 texts tested with readers.",
        "Sentences in two topics: 0, nearly the same: 0.",
        "0 errors, 0 warnings",
    ]


def test_an_error_is_a_line_with_a_path_seen_from_here_and_exit_code_1(
    content: ContentFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    content.change(EASY, "Hoe slaapt {child}?", "Slaapt {child} goed?")

    code, lines, _ = run(capsys)

    place = Path("content") / EASY
    assert code == 1
    assert lines[0].startswith(f"{place}:{content.line(EASY, 'Slaapt')}: ERROR E14 sleep.how: ")
    assert lines[-1] == "1 error, 0 warnings"


def test_a_place_inside_a_message_is_seen_from_here_too(
    content: ContentFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content.change(EASY, "Elk spel is goed.", "Een kind heeft rust nodig.")

    _, lines, _ = run(capsys)

    assert f" stands also in {Path('content') / EASY}:" in lines[0]
    assert lines[-2] == "Sentences in two topics: 1, nearly the same: 0."


def test_from_elsewhere_the_whole_path_is_shown(
    content: ContentFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content.change(EASY, "Hoe slaapt {child}?", "Slaapt {child} goed?")
    (content.path.parent / "elsewhere").mkdir()
    monkeypatch.chdir(content.path.parent / "elsewhere")

    assert run(capsys)[1][0].startswith(f"{content.path / EASY}:")


def test_a_warning_does_not_fail(
    content: ContentFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    content.change(EASY, "Een kind heeft rust nodig.", "Slapen gaat niet vanzelf.")

    code, lines, _ = run(capsys)

    assert code == 0
    assert " WARN E05 sleep.opening: " in lines[0]


def test_a_whole_content_folder_is_checked_by_itself(
    content: ContentFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = write_small_content(tmp_path / "other")
    content.change(EASY, "title: Slapen", "title: yes")

    code, lines, _ = run(capsys, str(other.path))

    assert code == 0
    assert lines[2].startswith("other")


def test_a_municipality_is_told_of_its_own_texts_and_of_what_it_breaks(
    content: ContentFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content.change(EASY, "Een kind heeft rust nodig.", "Slapen gaat niet vanzelf.")
    town = ContentFolder(tmp_path / "town")
    town.write(EASY, "play:\n  opening: Spelen kan niet fout gaan.\n  extra: Wat?\n")

    code, lines, _ = run(capsys, "town")

    assert code == 1
    assert [line.split(" ", 3)[:3] for line in lines[:2]] == [
        [f"{Path('town') / EASY}:2:", "WARN", "E05"],
        [f"{Path('town') / EASY}:3:", "ERROR", "unknown-id"],
    ]
    assert lines[2] == ""


def test_content_without_a_framework_is_findings_without_figures(
    content: ContentFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    (content.path / "framework.yaml").unlink()

    code, lines, _ = run(capsys)

    assert code == 1
    assert lines[-1] == "1 error, 0 warnings"


def test_a_folder_without_content_is_refused_in_one_sentence(
    content: ContentFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()

    code, lines, error = run(capsys, "empty")

    assert (code, lines) == (2, [])
    assert error.startswith("empty holds no content")
    assert error.count("\n") == 1


def test_a_folder_that_is_not_there_is_refused(
    content: ContentFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "none")[0] == 2


def test_without_the_word_lists_one_sentence_says_how_to_get_them(
    content: ContentFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "wordfreq", None)

    code, lines, error = run(capsys)

    assert (code, lines) == (2, [])
    assert "giz-gesprek[check]" in error
