"""``giz-gesprek doctor``: what works here, and what to do about what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek.speech.added import keep, voice_at
from giz_gesprek.speech.choosing import ENGINE_VARIABLE
from tests.support.piper_voices import without_chance
from tests.support.program import ROOT, run
from tests.support.sound import DESCRIPTION, NullSink
from tests.support.voice_files import a_voice

pytestmark = pytest.mark.usefixtures("no_device")


def test_without_a_device_it_says_what_to_do_and_ends_with_3(tmp_path: Path) -> None:
    done = run("--store", tmp_path / "f.db", "doctor")
    assert done.returncode == 3
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0].startswith(" ok  voice, Dutch: espeak-ng nl (espeak-ng 1.")
    assert " no  sound device: none" in lines
    assert lines[lines.index(" no  sound device: none") + 1].startswith("     Connect a loud")
    assert f" ok  families: {tmp_path / 'f.db'}, not there yet" in lines
    assert not (tmp_path / "f.db").exists()


def test_which_natural_voices_are_there_is_no_fault_and_how_one_is_got_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("giz_gesprek.cli.commands.doctor.piper_is_here", lambda: False)
    lines = run("doctor").stdout.splitlines()
    place = lines.index(" ok  natural voice, Dutch: not added")
    assert "nl_NL-alex-medium and nl_BE-rdh-medium" in lines[place + 2]
    keep(voice_at(a_voice(tmp_path / "nl_NL-alex-medium.onnx")))
    lines = run("doctor").stdout.splitlines()
    place = lines.index(" no  added voice: nl_NL-alex-medium, Dutch")
    assert lines[place + 1].startswith("     Piper is not installed.")
    assert "natural voice" not in "".join(lines)


def test_a_computer_that_could_have_a_dutch_voice_and_has_none_is_told_how(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("giz_gesprek.cli.commands.doctor.system_can_speak", lambda: True)
    lines = run("doctor").stdout.splitlines()
    place = lines.index(" ok  voice of this computer, Dutch: none")
    assert lines[place + 1].startswith("     You can add one in the settings of this computer")


@pytest.mark.needs_linux("a sound server")
def test_with_a_device_all_is_well(sink: NullSink) -> None:
    done = run("doctor")
    assert done.returncode == 0, done.stdout
    (device,) = [line for line in done.stdout.splitlines() if "sound device" in line]
    assert device == f" ok  sound device: PulseAudio, {DESCRIPTION}"
    assert " no  " not in done.stdout


def test_a_voice_of_ones_own_that_cannot_be_used_is_explained(tmp_path: Path) -> None:
    def advice(voice: Path) -> str:
        done = run("doctor", at=ROOT, variables={ENGINE_VARIABLE: str(voice)})
        assert done.returncode == 3
        lines = done.stdout.splitlines()
        assert lines[0] == f" no  voice: {voice}"
        return lines[1].strip()

    voice = tmp_path / "nl.onnx"
    assert advice(voice) == f"There is no such file. Check the variable {ENGINE_VARIABLE}."
    voice.touch()
    assert advice(voice) == "The file nl.onnx.json is missing beside it. Copy it there as well."
    Path(f"{voice}.json").touch()
    assert advice(voice) in {
        'Piper is not installed. Install it with: pip install "giz-gesprek[piper]"',
        "This file is no Piper voice. Choose another one.",
    }


@pytest.mark.needs_linux("no voices of another system")
def test_a_voice_of_another_system_is_explained() -> None:
    done = run("doctor", at=ROOT, variables={ENGINE_VARIABLE: "sapi5"})
    assert done.stdout.splitlines()[1].strip() == (
        f"This computer does not have it. Remove the variable {ENGINE_VARIABLE} to use the"
        " program's own voice."
    )


@pytest.mark.needs_linux("a link to a file")
def test_a_language_that_the_chosen_voice_lacks_is_named_with_the_voice_that_reads_it(
    tmp_path: Path,
) -> None:
    voice = without_chance(tmp_path)
    lines = run("doctor", variables={ENGINE_VARIABLE: str(voice)}).stdout.splitlines()
    assert " ok  voice, Dutch: espeak-ng nl" in lines
    assert " ok  voice, English: piper en_US-test" in lines
