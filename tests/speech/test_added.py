"""A voice that the user adds: looked at first, and then there as a whole or not at all."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from giz_gesprek.errors import InputError
from giz_gesprek.paths import voices_dir
from giz_gesprek.speech.added import AddedVoice, added_voices, keep, path_of, remove, voice_at
from giz_gesprek.speech.choosing import chosen_engine, engine_for_files
from tests.support.voice_files import a_voice, settings_beside


def left() -> list[str]:
    return sorted(each.name for each in voices_dir().glob("*")) if voices_dir().exists() else []


def test_a_voice_is_kept_with_its_settings_and_found_by_its_name(tmp_path: Path) -> None:
    given = a_voice(tmp_path / "nl_NL-alex-medium.onnx", language="nl")
    voice = keep(voice_at(given))
    assert voice == AddedVoice("nl_NL-alex-medium", "nl", path_of("nl_NL-alex-medium"), voice.size)
    assert voice.path.read_bytes() == given.read_bytes()
    assert settings_beside(voice.path).read_bytes() == settings_beside(given).read_bytes()
    assert added_voices() == (voice,)
    assert chosen_engine("nl_NL-alex-medium") == str(voice.path)
    assert engine_for_files("nl_NL-alex-medium") == str(voice.path)
    assert given.exists()


def test_who_gives_the_file_with_settings_means_the_voice(tmp_path: Path) -> None:
    given = a_voice(tmp_path / "v.onnx")
    assert voice_at(settings_beside(given)).path == given


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("Mijn stem (één).onnx", "Mijn-stem-n"),
        ("espeak.onnx", "voice-espeak"),
        ("日本.onnx", "voice-"),
        (f"{'n' * 90}.onnx", "n" * 64),
    ],
)
def test_any_name_of_a_file_gives_one_to_choose_by(tmp_path: Path, file: str, name: str) -> None:
    assert voice_at(a_voice(tmp_path / file)).name == name


@pytest.mark.parametrize(
    ("begin", "words"),
    [
        (b"<!DOCTYPE html>", "webpagina"),
        (b"version https://git-lfs.github.com/spec/v1", "geen stem voor Piper"),
        (b"PK\x03\x04", "geen stem voor Piper"),
        (b"", "geen stem voor Piper"),
    ],
)
def test_what_was_fetched_instead_of_a_voice_is_told(
    tmp_path: Path, begin: bytes, words: str
) -> None:
    given = a_voice(tmp_path / "v.onnx")
    given.write_bytes(begin)
    with pytest.raises(InputError, match=words):
        voice_at(given)


@pytest.mark.parametrize("size", [999_999, 1_000_000_001])
def test_a_voice_has_the_size_of_one(tmp_path: Path, size: int) -> None:
    given = a_voice(tmp_path / "v.onnx")
    os.truncate(given, size)
    with pytest.raises(InputError, match="geen stem voor Piper"):
        voice_at(given)


@pytest.mark.parametrize(
    "settings",
    ["", "[]", "{}", "[" * 100_000, '{"espeak": {"voice": "nl"}}', '{"espeak": {"voice": 4}}'],
)
def test_settings_that_say_too_little_are_refused(tmp_path: Path, settings: str) -> None:
    given = a_voice(tmp_path / "v.onnx")
    settings_beside(given).write_text(settings, encoding="utf-8")
    with pytest.raises(InputError, match=r"v\.onnx\.json"):
        voice_at(given)


def test_one_of_the_two_files_alone_is_no_voice(tmp_path: Path) -> None:
    given = a_voice(tmp_path / "v.onnx")
    settings_beside(given).unlink()
    with pytest.raises(InputError, match=r"v\.onnx\.json ontbreekt"):
        voice_at(given)
    given.unlink()
    with pytest.raises(InputError, match=r"geen bestand .*v\.onnx"):
        voice_at(given)


def test_a_second_voice_of_the_same_name_leaves_the_first(tmp_path: Path) -> None:
    first = keep(voice_at(a_voice(tmp_path / "v.onnx", language="nl")))
    with pytest.raises(FileExistsError):
        keep(voice_at(a_voice(tmp_path / "v.onnx", language="en")))
    assert json.loads(settings_beside(first.path).read_bytes())["espeak"]["voice"] == "nl"


@pytest.mark.parametrize("refused", ["v.onnx", "v.onnx.json"])
def test_a_full_disk_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    voice = voice_at(a_voice(tmp_path / "v.onnx"))

    def copy(source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        if source.name == refused:
            raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("giz_gesprek.speech.added.shutil.copyfile", copy)
    with pytest.raises(OSError, match="full"):
        keep(voice)
    assert left() == []
    assert added_voices() == ()


def test_what_a_killed_process_left_is_no_voice_and_makes_room(tmp_path: Path) -> None:
    voice = voice_at(a_voice(tmp_path / "v.onnx"))
    voices_dir().mkdir(parents=True)
    settings_beside(path_of("v")).write_text("{}", encoding="utf-8")
    (voices_dir() / ".v.onnx.0123456789abcdef.unfinished").write_bytes(b"half")
    assert added_voices() == ()
    keep(voice)
    assert left() == ["v.onnx", "v.onnx.json"]


def test_a_removed_voice_leaves_nothing(tmp_path: Path) -> None:
    keep(voice_at(a_voice(tmp_path / "v.onnx")))
    assert remove("v")
    assert left() == []
    assert not remove("v")


def test_a_name_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    outside = voices_dir().parent / "other.onnx"
    a_voice(outside)
    assert not remove("../other")
    assert outside.exists()
