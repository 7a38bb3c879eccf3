"""The client does what it promises, with a real worker and a real sound system."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from giz_gesprek.speech import Failed, Finished, Started, Stopped, Word
from tests.support.processes import is_there
from tests.support.slow import first_of
from tests.support.sound import NullSink
from tests.support.speaking import Listener
from tests.support.waiting import wait_until

pytestmark = pytest.mark.needs_linux("a sound server")

LONG = "Wij praten over de dag en over de nacht, over eten en slapen en over spelen op straat."

APP = """
import sys, time
from giz_gesprek.speech import SpeechClient, watchdog
watchdog._START = 20.0
client = SpeechClient(lambda event: print(event, client.worker_pid, flush=True))
client.speak(sys.argv[1], language="nl")
time.sleep(60)
"""


def pid_of(listener: Listener) -> int:
    wait_until(lambda: listener.client.worker_pid is not None, "a worker")
    assert listener.client.worker_pid is not None
    return listener.client.worker_pid


def test_an_utterance_starts_tells_its_words_and_ends(sink: NullSink, listener: Listener) -> None:
    text = "Eén café, twee koekjes 😀 en drie."
    number = listener.speak(text)
    listener.wait_for_start_of(number)
    assert listener.state == "speaking"
    assert listener.end_of(number) == Finished(number)
    assert listener.state == "idle"
    start, *words, end = listener.of(number)
    assert (start, end) == (Started(number), Finished(number))
    places = [(each.start, each.start + each.length) for each in words if isinstance(each, Word)]
    assert len(places) == len(words)
    assert places == sorted(places)
    said = [text[begin:finish] for begin, finish in places]
    assert [word for word in said if word.strip("😀 ")] == [
        *("Eén", "café", "twee", "koekjes", "en", "drie")
    ]


def test_every_id_gets_one_terminal_event(sink: NullSink, listener: Listener) -> None:
    numbers = []
    for each in range(12):
        numbers.append(listener.speak(f"{each}. {LONG}"))
        if each % 3 == 0:
            listener.client.stop()
    last = listener.say("Klaar.")
    assert isinstance(last, Finished)
    assert numbers == sorted(set(numbers))
    for number in numbers:
        assert listener.ends_of(number) == [Stopped(number)]


def test_a_stop_before_the_worker_is_there_needs_no_worker(
    sink: NullSink, listener: Listener
) -> None:
    number = listener.speak(LONG)
    listener.client.stop()
    assert listener.end_of(number) == Stopped(number)
    assert Started(number) not in listener.of(number)


def test_a_stop_without_anything_to_stop_does_nothing(sink: NullSink, listener: Listener) -> None:
    listener.client.stop()
    assert listener.client.worker_pid is None
    assert isinstance(listener.say("Ja."), Finished)
    listener.client.stop()
    assert isinstance(listener.say("Nee."), Finished)


def test_dutch_is_never_read_with_another_voice(sink: NullSink, listener: Listener) -> None:
    for language in ("xx", "", "../nl", "nederlands"):
        number = listener.speak("Dag.", language=language)
        assert listener.end_of(number) == Failed(number, "no-voice")
    assert listener.state == "idle", "a language without a voice is no failure"
    assert isinstance(listener.say("Dag.", language="nl-je"), Finished)


@pytest.mark.parametrize(
    "text", first_of(["a\0b", "", "  ", "...", "\ud800", "<break/> & [[x]]", "😀"])
)
def test_odd_texts_end_as_well(sink: NullSink, listener: Listener, text: str) -> None:
    assert isinstance(listener.say(text), Finished)
    assert isinstance(listener.say("Ja."), Finished)


def test_a_worker_that_is_killed_is_replaced(sink: NullSink, listener: Listener) -> None:
    first = listener.speak(LONG)
    listener.wait_for_start_of(first)
    killed = pid_of(listener)
    os.kill(killed, signal.SIGKILL)
    assert listener.end_of(first) == Failed(first, "worker-lost")
    assert isinstance(listener.say("Ja."), Finished)
    assert pid_of(listener) != killed
    assert not is_there(killed)
    assert listener.state == "idle"


def test_a_worker_that_hangs_is_made_silent_by_force(sink: NullSink, listener: Listener) -> None:
    number = listener.speak(LONG)
    listener.wait_for_start_of(number)
    hanging = pid_of(listener)
    os.kill(hanging, signal.SIGSTOP)
    listener.client.stop()
    assert listener.end_of(number) == Stopped(number)
    assert not is_there(hanging)
    assert isinstance(listener.say("Ja."), Finished)


def test_the_worker_ends_with_the_client(sink: NullSink) -> None:
    with Listener() as listener:
        number = listener.speak(LONG)
        listener.wait_for_start_of(number)
        pid = pid_of(listener)
    assert not is_there(pid)
    assert not listener.ends_of(number), "closing is silent"
    late = listener.speak("Ja.")
    assert listener.ends_of(late) == [Stopped(late)]
    listener.client.stop()
    listener.client.warm_up()
    assert listener.client.worker_pid is None or not is_there(listener.client.worker_pid)


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM"])
def test_no_worker_stays_behind_when_the_program_is_killed(sink: NullSink, name: str) -> None:
    program = [sys.executable, "-c", APP, LONG]
    with subprocess.Popen(program, stdout=subprocess.PIPE, encoding="utf-8") as app:
        assert app.stdout is not None
        line = app.stdout.readline()
        assert line.startswith("Started")
        worker = int(line.split()[-1])
        assert is_there(worker)
        app.send_signal(signal.Signals[name])
    wait_until(lambda: not is_there(worker), "the end of the worker")


@pytest.mark.slow
def test_the_worker_stays_small(sink: NullSink, listener: Listener) -> None:
    for _ in range(3):
        assert isinstance(listener.say("Hoe gaat het met de slaap van Milan?"), Finished)
    status = Path(f"/proc/{pid_of(listener)}/status").read_text(encoding="utf-8")
    kilobytes = next(line.split()[1] for line in status.splitlines() if "VmRSS" in line)
    assert int(kilobytes) <= 40 * 1024


def test_many_utterances_leave_no_open_files(sink: NullSink, listener: Listener) -> None:
    assert isinstance(listener.say("Ja."), Finished)
    folder = Path(f"/proc/{pid_of(listener)}/fd")
    before = len(list(folder.iterdir()))
    for _ in range(5):
        assert isinstance(listener.say("Ja."), Finished)
    assert len(list(folder.iterdir())) <= before


@pytest.mark.usefixtures("no_device")
def test_without_a_device_it_says_so_once_and_everything_goes_on(listener: Listener) -> None:
    number = listener.speak("Dag.")
    assert listener.end_of(number) == Failed(number, "no-audio-device")
    listener.say("Dag.", language="xx")
    assert listener.of(number) == [Failed(number, "no-audio-device")]
    assert listener.state == "idle"


@pytest.mark.usefixtures("no_device")
def test_three_failures_switch_off_until_somebody_tries_again(listener: Listener) -> None:
    for _ in range(3):
        number = listener.speak("Dag.")
        assert listener.end_of(number) == Failed(number, "no-audio-device")
    assert listener.state == "off"
    number = listener.speak("Dag.")
    assert listener.end_of(number) == Failed(number, "switched-off")
    listener.client.try_again()
    number = listener.speak("Dag.")
    assert listener.end_of(number) == Failed(number, "no-audio-device")
    assert listener.state == "idle"


@pytest.mark.usefixtures("no_device")  # but for the one that goes away
def test_a_sound_system_that_goes_away_in_mid_sentence_is_told(
    monkeypatch: pytest.MonkeyPatch, listener: Listener
) -> None:
    with NullSink() as own:
        for name, value in own.environment.items():
            monkeypatch.setenv(name, value)
        number = listener.speak(LONG * 3)
        listener.wait_for_start_of(number)
    assert listener.end_of(number) == Failed(number, "no-audio-device")
    number = listener.speak("Ja.")
    assert listener.end_of(number) == Failed(number, "no-audio-device")
