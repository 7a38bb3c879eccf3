"""``giz-gesprek say``: a text aloud or as a file, and a sentence where that cannot be."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import wave
from io import BytesIO
from pathlib import Path

import pytest

from tests.support.program import ROOT, Ended, run, run_apart
from tests.support.sound import (
    AUDIBLE,
    QUICK,
    RATE,
    UNASKED,
    NullSink,
    envelope,
    likeness,
    samples_of,
)
from tests.support.waiting import wait_until

pytestmark = pytest.mark.usefixtures("no_device")

LONG = "Dag en tot morgen, of tot later. " * 9
# Who runs the tests in the background of a shell ignores Ctrl-C, and so does what they start.
CAN_BE_INTERRUPTED = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from giz_gesprek.cli import main
sys.exit(main())
"""


def frames(data: bytes) -> list[int]:
    with wave.open(BytesIO(data)) as sound:
        assert sound.getframerate() == RATE
        return list(samples_of(sound.readframes(sound.getnframes())))


def say_from_input(text: bytes, *arguments: str) -> Ended:
    return run("say", "-", *arguments, given=text)


def test_without_a_device_it_is_one_sentence_and_exit_code_3() -> None:
    done = run("say", "Dag.")
    assert done.returncode == 3
    assert done.stderr == (
        "There is no device for sound. Connect a loudspeaker or headset, switch it on,"
        " and try again.\n"
    )
    assert done.stdout == ""


def test_a_file_needs_no_device(tmp_path: Path) -> None:
    file = tmp_path / "é à.wav"
    done = run("say", "Dag. Tot morgen.", "--output", file)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert max(envelope(frames(file.read_bytes()))) > AUDIBLE
    refused = run("say", "Dag.", "--output", file)
    assert refused.returncode == 5
    assert run("say", "Dag.", "--output", file, "--force").returncode == 0
    assert len(list(tmp_path.glob("*.wav"))) == 1


def test_what_is_written_is_said_as_people_say_it() -> None:
    written, spoken = (
        frames(say_from_input(text.encode(), "--output", "-").written)
        for text in ("Voor 0-4 jaar.", "Voor nul tot vier jaar.")
    )
    assert likeness(written, spoken) > 0.95
    assert len(written) == pytest.approx(len(spoken), rel=0.02)


def test_the_rate_and_the_language_are_obeyed() -> None:
    lengths = [
        len(frames(say_from_input(b"Dag allemaal.", "--output", "-", *more).written))
        for more in (["--rate", "slow"], [], ["--rate", "brisk"])
    ]
    assert lengths == sorted(lengths, reverse=True)
    done = say_from_input(b"Dag.", "--output", "-", "--language", "xx")
    assert done.returncode == 3
    assert done.stderr.startswith("There is no voice for this language.")


@pytest.mark.parametrize("text", [b"", b" \n", b"...", "😀".encode()])
def test_nothing_to_say_is_told(text: bytes) -> None:
    done = say_from_input(text, "--output", "-")
    assert done.returncode == 2
    assert done.stderr.startswith("There is nothing to say in this text.")


def test_bytes_that_are_no_text_are_told() -> None:
    done = say_from_input(b"\xff\xfe\xfa", "--output", "-")
    assert done.returncode == 2
    assert done.stderr == "Standard input is UTF-16 and no UTF-8. Save the file as UTF-8.\n"


@pytest.mark.needs_linux("a sound server")
@pytest.mark.parametrize("sink_server", [QUICK, UNASKED], indirect=True, ids=str)
def test_it_is_heard(sink: NullSink) -> None:
    text = "Dag allemaal en tot morgen"
    begin = sink.now
    done = run_apart("say", text)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    heard = list(sink.between(begin))
    wanted = frames(say_from_input(text.encode(), "--output", "-").written)
    assert likeness(heard, wanted) > 0.9


def test_a_word_is_said_as_the_content_spells_it_for_the_voice(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text(
        "pronunciations:\n  nl:\n    texts:\n      dag: goedemorgen\n", encoding="utf-8"
    )
    written, spoken = (
        run("--content", tmp_path, "say", text, "--output", tmp_path / f"{number}.wav")
        for number, text in enumerate(("Dag.", "Goedemorgen."))
    )
    assert (written.returncode, spoken.returncode) == (0, 0), written.stderr
    assert (tmp_path / "0.wav").read_bytes() == (tmp_path / "1.wav").read_bytes()


@pytest.mark.needs_linux("a sound server")
def test_ctrl_c_ends_it_at_once_and_silently(sink: NullSink) -> None:
    command = [sys.executable, "-c", CAN_BE_INTERRUPTED, "say", LONG]
    begin = sink.now
    with subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT)}) as program:
        wait_until(lambda: max(envelope(sink.between(begin)), default=0) > AUDIBLE, "sound")
        program.send_signal(signal.SIGINT)
    assert program.returncode == 130
    ended = sink.now
    sink.let_pass(1.0)
    # The recorder is late by as much as the computer is busy; what is read takes half a minute.
    assert max(envelope(sink.between(ended + RATE // 2))) < AUDIBLE
