"""``giz-gesprek voice``: what is added, listed and removed, in sentences."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from giz_gesprek.paths import voices_dir
from tests.support.program import run
from tests.support.voice_files import a_voice

pytestmark = pytest.mark.usefixtures("no_device", "no_voice_of_the_system")


@pytest.fixture(autouse=True)
def without_piper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("giz_gesprek.speech.choosing.piper_is_here", lambda: False)


def test_a_voice_is_added_listed_and_removed(tmp_path: Path) -> None:
    file = a_voice(tmp_path / "nl_NL-alex-medium.onnx")
    done = run("voice", "add", file)
    assert (done.returncode, done.stderr) == (0, "")
    added, licence, piper = done.stdout.splitlines()
    assert added.startswith("The voice nl_NL-alex-medium was added.")
    assert licence == "This voice is free for everybody to use (CC0), at work as well."
    assert piper == 'Piper is not installed. Install it with: pip install "giz-gesprek[piper]"'

    listed = run("voice", "list").stdout.splitlines()
    assert listed == [
        "espeak: The voice of the program",
        "nl_NL-alex-medium: Dutch, 2 MB",
        piper,
    ]

    again = run("voice", "add", file)
    assert again.returncode == 2
    assert "giz-gesprek voice remove nl_NL-alex-medium" in again.stderr

    assert run("voice", "remove", "nl_NL-alex-medium").returncode == 0
    assert list(voices_dir().iterdir()) == []
    gone = run("voice", "remove", "nl_NL-alex-medium")
    assert (gone.returncode, gone.stdout) == (2, "")
    assert "giz-gesprek voice list" in gone.stderr


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nl_BE-rdh-medium", "free for everybody"),
        ("nl_NL-pim-medium", "for research only"),
        ("nl_NL-ronnie-medium", "for research only"),
        ("nl_BE-nathalie-medium", "for research only"),
        ("nl_NL-mls-medium", "hard to follow"),
        ("mijn-stem", "Look at the place"),
    ],
)
def test_what_is_known_of_its_licence_is_told(tmp_path: Path, name: str, words: str) -> None:
    assert words in run("voice", "add", a_voice(tmp_path / f"{name}.onnx")).stdout


def test_without_a_dutch_voice_the_list_says_how_one_is_got(tmp_path: Path) -> None:
    run("voice", "add", a_voice(tmp_path / "joe.onnx", language="en-us"))
    assert "nl_NL-alex-medium and nl_BE-rdh-medium" in run("voice", "list").stdout


def test_a_file_that_is_no_voice_is_one_sentence(tmp_path: Path) -> None:
    done = run("voice", "add", tmp_path / "nowhere.onnx")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "on a computer with internet" in done.stderr


def test_a_full_disk_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_source: Path, _target: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("giz_gesprek.speech.added.shutil.copyfile", full)
    done = run("voice", "add", a_voice(tmp_path / "v.onnx"))
    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr == "The disk is full, so the voice was not added. Make room and try again.\n"


def test_what_piper_cannot_read_is_not_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # It has the begin of a voice, and nothing more: no engine makes a sound of it.
    monkeypatch.setattr("giz_gesprek.speech.choosing.piper_is_here", lambda: True)
    done = run("voice", "add", a_voice(tmp_path / "v.onnx"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "so it was not added" in done.stderr
    assert not voices_dir().exists()
