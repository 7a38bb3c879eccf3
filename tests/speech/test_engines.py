"""Engines give what was asked for, or say what is missing; no sound device is needed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import espeakng_loader
import pytest

from giz_gesprek.errors import SoundError
from giz_gesprek.speech.choosing import ENGINE_VARIABLE, chosen_engine, engine_for_files
from giz_gesprek.speech.diagnosis import diagnose
from giz_gesprek.speech.process import LOG_NAME
from giz_gesprek.speech.protocol import WORDS_PER_MINUTE
from giz_gesprek.speech.rendering import Pcm, Renderer
from tests.support.private import is_private
from tests.support.sound import RATE, envelope, samples_of, voiced

ELSEWHERE = """
import sys
from pathlib import Path
import espeakng_loader
folder = Path(sys.argv[1])
espeakng_loader.get_data_path = lambda: str(folder)
from giz_gesprek.speech.worker import espeak
from giz_gesprek.speech.worker.faults import SpeechFault
from giz_gesprek.speech.worker.sources import Reading
try:
    espeak._SYSTEM_NAMES = ()
    engine = espeak.Espeak()
    (speech,) = engine.synthesise(Reading("Dag.", sys.argv[2], 120), unwanted=lambda: False)
    print(len(speech.samples) > 10_000)
except SpeechFault as fault:
    print(fault.code)
"""


def spoken_with(data: Path, language: str) -> str:
    command = [sys.executable, "-c", ELSEWHERE, str(data), language]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return done.stdout.strip()


def test_the_voice_works_from_any_folder(tmp_path: Path) -> None:
    folder = tmp_path / "Renée's map — 日本 é" / ("lang" * 40) / "espeak-ng-data"
    shutil.copytree(espeakng_loader.get_data_path(), folder)
    assert spoken_with(folder, "nl") == "True"


def test_a_language_whose_words_are_missing_has_no_voice(tmp_path: Path) -> None:
    folder = tmp_path / "espeak-ng-data"
    shutil.copytree(espeakng_loader.get_data_path(), folder)
    (folder / "nl_dict").unlink()
    assert spoken_with(folder, "nl") == "no-voice"
    assert spoken_with(folder, "en") == "True"


def test_without_any_library_there_is_no_engine(tmp_path: Path) -> None:
    (tmp_path / "espeak-ng-data").mkdir()
    assert spoken_with(tmp_path / "espeak-ng-data", "nl") == "no-engine"


def test_speech_is_rendered_without_a_device(no_device: None) -> None:
    with Renderer() as renderer:
        short = renderer.synthesise("Dag.", language="nl")
        slow, brisk = (
            renderer.synthesise("Goedemorgen allemaal.", language="nl", rate=rate)
            for rate in ("slow", "brisk")
        )
        long = renderer.synthesise("Hoe gaat het met u? " * 40, language="nl")
    assert short.samples_per_second == RATE
    assert max(envelope(samples_of(short.samples))) > 1000
    assert len(slow.samples) > len(brisk.samples)
    assert len(long.samples) > 40 * 2 * RATE


def test_nothing_that_is_rendered_is_left_on_the_disk(own_home: Path) -> None:
    with Renderer() as renderer:
        renderer.synthesise("Milan slaapt slecht.", language="nl")
    left = [path for path in own_home.rglob("*") if path.is_file()]
    assert [path.name for path in left] == [LOG_NAME]
    assert left[0].read_bytes() == b""
    assert is_private(left[0])


def test_without_a_place_for_its_log_the_voice_works_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    no_folder = tmp_path / "file"
    no_folder.touch()
    monkeypatch.setattr("giz_gesprek.speech.process.log_dir", lambda: no_folder / "log")
    with Renderer() as renderer:
        assert renderer.synthesise("Dag.", language="nl").samples


@pytest.mark.parametrize("language", ["xx", "", "../../en", "dutch"])
def test_a_language_without_a_voice_is_refused_and_the_next_text_is_made(language: str) -> None:
    with Renderer() as renderer:
        with pytest.raises(SoundError, match="geen stem voor deze taal"):
            renderer.synthesise("Dag.", language=language)
        assert renderer.synthesise("Dag.", language="nl-je").samples


def test_a_rate_that_does_not_exist_is_a_mistake() -> None:
    with Renderer() as renderer, pytest.raises(ValueError, match="fast"):
        renderer.synthesise("Dag.", language="nl", rate="fast")


def test_languages_sound_different() -> None:
    with Renderer() as renderer:
        sounds = [renderer.synthesise("Die gaat", language=each).samples for each in ("nl", "en")]
    assert len({voiced(samples_of(sound)) for sound in sounds}) == 2


def test_the_diagnosis_names_voices_and_says_that_there_is_no_device(no_device: None) -> None:
    found = diagnose(["nl", "en", "xx"])
    assert found.engine.startswith("espeak-ng 1.")
    assert found.device is None
    assert {language for language, voice in found.voices.items() if voice} == {"nl", "en"}


@pytest.mark.parametrize("engine", ["sapi5", "nsss", "/no/such/voice.onnx"])
@pytest.mark.needs_linux("no voices of another system")
def test_an_engine_that_is_not_here_is_one_sentence(engine: str) -> None:
    with pytest.raises(SoundError, match="kan op deze computer niet worden geladen"):
        diagnose(["nl"], engine)


def test_a_file_that_is_no_voice_is_one_sentence(tmp_path: Path) -> None:
    voice = tmp_path / "nl.onnx"
    voice.write_bytes(b"no voice")
    Path(f"{voice}.json").write_text("{}", encoding="utf-8")
    with pytest.raises(SoundError, match="kan op deze computer niet worden geladen"):
        diagnose(["nl"], str(voice))


def test_the_engine_is_that_of_the_caller_then_that_of_the_user_then_ours(
    monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    assert chosen_engine() == "espeak"
    monkeypatch.setenv(ENGINE_VARIABLE, "~/nl.onnx")
    assert chosen_engine() == str(own_home / "nl.onnx")
    assert chosen_engine("nsss") == "nsss"
    monkeypatch.setenv(ENGINE_VARIABLE, "sapi5")
    assert chosen_engine() == "sapi5"
    # Those voices only speak.
    assert engine_for_files() == "espeak"
    assert engine_for_files("~/nl.onnx") == str(own_home / "nl.onnx")


def heard_seconds(sound: Pcm) -> float:
    first, last = voiced(samples_of(sound.samples))
    return (last - first) / sound.samples_per_second


@pytest.mark.parametrize("before", [None, "0"])
def test_what_computes_a_piper_voice_keeps_and_sends_nothing(
    tmp_path: Path, before: str | None
) -> None:
    # The extra is not here. What is tested is what it finds when it is imported: too late is on.
    (tmp_path / "piper.py").write_text(
        "import os\nprint(os.environ.get('ORT_DISABLE_TELEMETRY'))\nraise ImportError\n",
        encoding="utf-8",
    )
    script = """
from pathlib import Path
from giz_gesprek.speech.worker.faults import NoEngine
from giz_gesprek.speech.worker.piper import Piper
try:
    Piper(Path("voice.onnx"))
except NoEngine:
    pass
"""
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    environment.pop("ORT_DISABLE_TELEMETRY", None)
    if before is not None:
        environment["ORT_DISABLE_TELEMETRY"] = before
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout == "1\n"


SAID = {
    "nl": (
        "Hoe gaat het slapen bij Pim?",
        "Vannacht was hij drie keer wakker, en toen sliep hij weer.",
        "Een kind lacht of zegt een woord.",
        "Thuis praat u misschien over een naam.",
        "Samen kijken wij wat er goed gaat.",
        "U kiest zelf waar wij over praten.",
        "Wie helpt u daarbij?",
        "Wat wilt u dat er verandert?",
    ),
    "en": (
        "How is Pim sleeping now?",
        "Last night he woke three times, and then he slept again.",
        "My daughter had made soup at home.",
        "There are films and stories about birth.",
        "Together we look at what goes well.",
        "You choose what we talk about.",
        "Who helps you with that?",
        "What would you like to change?",
    ),
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_speeds_are_those_that_are_heard(language: str) -> None:
    words = sum(len(sentence.split()) for sentence in SAID[language])
    with Renderer() as renderer:
        for rate, meant in WORDS_PER_MINUTE.items():
            made = [
                renderer.synthesise(one, language=language, rate=rate) for one in SAID[language]
            ]
            minutes = sum(heard_seconds(one) for one in made) / 60
            assert words / minutes == pytest.approx(meant, rel=0.05), rate
