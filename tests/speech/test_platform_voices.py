"""The voices of Windows and macOS: what can be held without a Windows or a Mac.

Their drivers run on their own systems only, so a driver takes their place here that has their
faults: it reads one text, it cannot be stopped, and its first text is lost while it thinks that
it is free.
"""

from __future__ import annotations

import json
import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from giz_gesprek.speech import Failed, Finished, Started, Stopped
from giz_gesprek.speech.worker.platform_voices import voice_of
from tests.support.processes import is_there
from tests.support.speaking import Listener
from tests.support.waiting import wait_until

FAULTY_DRIVER = """
import sys, time
from types import ModuleType
from pyttsx3.voice import Voice

class Driver:
    def __init__(self, proxy):
        self.proxy = proxy
        self.said = 0
        self.properties = {}
    def startLoop(self):
        self.looping = True
        self.proxy.setBusy(False)
        while self.looping:
            time.sleep(0.01)
    def endLoop(self):
        self.looping = False
    def say(self, text):
        self.proxy.setBusy(True)
        self.said += 1
        assert self.said == 1, "a second text is lost"
        assert self.properties["voice"] == "voice-nl"
        self.proxy.notify("started-utterance")
        self.proxy.notify("started-word", location=99, length=99)
        time.sleep(len(text) / 100)
        self.proxy.notify("finished-utterance", completed=True)
        self.proxy.setBusy(False)
    def stop(self):
        pass
    def getProperty(self, name):
        return [Voice("voice-en", "E", ["en-GB"]), Voice("voice-nl", "N", ["nl-NL"])]
    def setProperty(self, name, value):
        self.properties[name] = value

module = ModuleType("pyttsx3.drivers.sapi5")
module.buildDriver = Driver
sys.modules[module.__name__] = module
from giz_gesprek.speech.worker.__main__ import main
main("sapi5")
"""
COMMAND = [sys.executable, "-c", FAULTY_DRIVER]


def test_every_text_is_read_by_a_worker_of_its_own() -> None:
    with Listener(command=COMMAND) as listener:
        for text in ("een", "twee", "drie"):
            number = listener.speak(text)
            assert listener.end_of(number) == Finished(number)
            assert listener.of(number) == [Started(number), Finished(number)], "and no words"
        assert len(set(listener.workers.values())) == 3
        assert listener.state == "idle"


@pytest.mark.needs_linux("/proc")
def test_a_worker_that_was_heard_and_hangs_at_its_end_does_not_stay() -> None:
    hangs = "import os, time\nos._exit = lambda _code: time.sleep(600)\n" + FAULTY_DRIVER
    with Listener(command=[sys.executable, "-c", hangs]) as listener:
        assert isinstance(listener.say("een"), Finished)
        (worker,) = listener.workers.values()
        assert worker is not None
        wait_until(lambda: not is_there(worker), "the end of the worker")


def test_what_cannot_be_stopped_is_ended_and_that_is_no_failure() -> None:
    with Listener(command=COMMAND) as listener:
        for _ in range(4):
            number = listener.speak("x" * 6000)
            listener.wait_for_start_of(number)
            listener.client.stop()
            assert listener.end_of(number) == Stopped(number)
        assert isinstance(listener.say("en door"), Finished)


def test_the_newest_text_is_read_by_the_spare_worker() -> None:
    with Listener(command=COMMAND) as listener:
        first = listener.speak("x" * 6000)
        listener.wait_for_start_of(first)
        second = listener.speak("kort")
        assert listener.end_of(second) == Finished(second)
        assert listener.ends_of(first) == [Stopped(first)]


def test_a_language_that_the_system_has_no_voice_for_is_not_read() -> None:
    with Listener(command=COMMAND) as listener:
        number = listener.speak("bir", language="tr")
        assert listener.end_of(number) == Failed(number, "no-voice")
        wait_until(lambda: listener.state == "idle", "rest")


def test_a_worker_that_is_done_ends_by_itself_and_in_order() -> None:
    process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        text = {"cmd": "speak", "id": 1, "text": "een", "voice": "nl"}
        process.stdin.write(json.dumps(text).encode() + b"\n")
        process.stdin.flush()
        # Its input stays open: nobody told it to end.
        assert [json.loads(line)["event"] for line in process.stdout][-1] == "finished"
        assert process.wait() == 0


def voice(name: str, *languages: Any) -> SimpleNamespace:
    return SimpleNamespace(id=name, languages=list(languages))


@pytest.mark.parametrize(
    ("voices", "found"),
    [
        ([], None),
        ([voice("e", "en-US"), voice("n", "nl-NL")], "n"),
        ([voice("n", "nl_BE")], "n"),
        ([voice("n", b"\x05nl")], "n"),
        ([voice("o"), voice("n", "nl")], "n"),
        ([voice("d", "de-NL"), voice("s", "nds-NL")], None),
    ],
)
def test_a_voice_is_chosen_by_its_language(
    voices: list[SimpleNamespace], found: str | None
) -> None:
    assert voice_of(voices, "nl") == found


def test_a_voice_without_languages_is_passed_over() -> None:
    assert voice_of([SimpleNamespace(id="x", languages=None)], "nl") is None
