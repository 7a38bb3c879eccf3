from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from giz_gesprek.cli import main

_UTF_16 = "{file} is UTF-16 and no UTF-8."


def run(
    capsys: pytest.CaptureFixture[str], *arguments: str, register: str = "easy_language"
) -> tuple[int, list[str], str]:
    code = main(["--language", "en", "check-text", "--register", register, *arguments])
    captured = capsys.readouterr()
    return code, captured.out.splitlines(), captured.err


def write(tmp_path: Path, text: str | bytes) -> str:
    path = tmp_path / "letter.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def test_easy_sentences_are_silence_and_exit_code_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path, "Hoe slaapt uw kind?\n\nDe kraamzorg komt morgen.\n")

    assert run(capsys, file) == (0, [], "")


def test_a_hard_sentence_is_told_by_line_with_plain_words_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path, "Hoe slaapt uw kind?\nU dient toestemming te verlenen.\n")

    code, lines, _ = run(capsys, file)

    assert code == 1
    assert '2: ERROR E09: "dienen" is formal: write "moeten"' in lines
    assert all(line.startswith("2: ") for line in lines)


def test_a_line_that_ends_in_a_question_mark_is_a_question(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path, "Slaapt uw kind goed?\nUw kind slaapt goed.\n")

    code, lines, _ = run(capsys, file)

    assert code == 1
    assert [line.split(":")[:2] for line in lines] == [["1", " ERROR E14"]]


def test_a_warning_does_not_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, _ = run(capsys, write(tmp_path, "Dat is niet erg.\n"))

    assert code == 0
    assert [line.split(":")[:2] for line in lines] == [["1", " WARN E05"]]


def test_plain_dutch_is_judged_more_mildly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path, "Slaapt uw kind goed omdat u voorleest?\nU wordt gebeld.\n")

    code, lines, _ = run(capsys, file, register="standard")

    assert code == 0
    assert [line.split(":")[:2] for line in lines] == [["2", " WARN S01"]]


def test_sentences_come_from_standard_input_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbfU wordt gebeld.\r\n"), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", given)

    code, lines, _ = run(capsys)

    assert code == 1
    assert lines[0].startswith("1: ERROR E04: ")


def test_u_and_je_in_one_sentence_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines, _ = run(capsys, write(tmp_path, "U ziet je kind.\nJe ziet hem.\nU ziet hem.\n"))

    assert code == 1
    assert [line.split(":")[:2] for line in lines] == [["1", " ERROR E10"]]


@pytest.mark.parametrize("given", ["", " \n\n", b"\xff\xfe"])
def test_input_without_sentences_is_refused_in_one_line(
    given: str | bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines, error = run(capsys, write(tmp_path, given))

    assert (code, lines) == (2, [])
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        *((name, _UTF_16) for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32")),
        ("latin-1", "Line 2 of {file} is no text in UTF-8."),
    ],
)
def test_a_file_that_is_not_utf_8_says_how_to_save_it(
    encoding: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path, "Gaat het goed met u?\r\nIk zie één blij kind.\r\n".encode(encoding))

    sentence = f"{told.format(file=file)} Save the file as UTF-8.\n"
    assert run(capsys, file) == (2, [], sentence)


def test_a_character_that_the_output_does_not_have_ends_nothing(tmp_path: Path) -> None:
    file = write(tmp_path, "Ik ben blij 😀: ja.\nDe Ş is een letter: ja.\n")
    command = ["--language", "en", "check-text", "--register", "easy_language", file]
    done = subprocess.run(
        [sys.executable, "-m", "giz_gesprek", *command],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert rb"\U0001f600" in done.stdout
    assert rb"\u015e" in done.stdout


def test_a_file_that_is_not_there_and_a_register_that_is_none_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, str(tmp_path / "none.txt"))[0] == 2
    assert run(capsys, write(tmp_path, "Dag."), register="hard")[0] == 2


def test_without_the_word_lists_one_sentence_says_how_to_get_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "simplemma", None)

    code, lines, error = run(capsys, write(tmp_path, "Dag."))

    assert (code, lines) == (2, [])
    assert "giz-gesprek[check]" in error
