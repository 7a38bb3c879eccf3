"""A chosen voice reads; where it cannot, the program's own does, and that is told once."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from queue import SimpleQueue

import pytest

from giz_gesprek.speech import Event, Failed, Finished, OtherVoice, Started
from giz_gesprek.speech.attended import Utterance
from giz_gesprek.speech.rendering import Renderer
from giz_gesprek.speech.supervisor import Choice, Order, Supervisor
from tests.support.sound import NullSink
from tests.support.speaking import Listener
from tests.support.waiting import wait_until

CANNOT = 'print(\'{"event": "error", "code": "no-engine"}\')'
DIES = 'print(\'{"event": "ready"}\', flush=True); input(); raise SystemExit(1)'
FAILS = """
import json, sys
print('{"event": "ready"}', flush=True)
for line in sys.stdin:
    number = json.loads(line)["id"]
    print(json.dumps({"event": "error", "id": number, "code": sys.argv[1]}), flush=True)
"""
READS = """
import json, sys
print('{"event": "ready"}', flush=True)
for line in sys.stdin:
    print(json.dumps({"event": "finished", "id": json.loads(line)["id"]}), flush=True)
"""


class Watched:
    """A supervisor on a thread, asked one text after the other."""

    def __init__(self, choice: Choice) -> None:
        self.inbox: SimpleQueue[Order] = SimpleQueue()
        self.events: list[Event] = []
        self.supervisor = Supervisor(self.inbox, self.events.append, choice)
        self._thread = threading.Thread(target=self.supervisor.run, daemon=True)
        self._thread.start()

    def say(self, number: int) -> Event:
        self.inbox.put(Utterance(number, "a", "nl", 120, 1.0))
        wait_until(lambda: bool(self._ends(number)), f"the end of {number}")
        return self._ends(number)[0]

    def _ends(self, number: int) -> list[Event]:
        return [one for one in self.events if one in (Finished(number), *failures(number))]

    def close(self) -> None:
        self.inbox.put("close")
        self._thread.join()


def failures(number: int) -> tuple[Failed, ...]:
    return tuple(
        Failed(number, code)
        for code in ("no-engine", "worker-lost", "synth-failed", "no-audio-device", "switched-off")
    )


def choice_of(code: str, *arguments: str) -> Choice:
    return Choice((sys.executable, "-c", code, *arguments), instead=(sys.executable, "-c", READS))


def test_a_voice_that_cannot_be_loaded_is_replaced_and_the_text_is_still_read() -> None:
    watched = Watched(choice_of(CANNOT))
    assert watched.say(1) == Finished(1)
    assert watched.say(2) == Finished(2)
    watched.close()
    assert watched.events == [OtherVoice(), Finished(1), Finished(2)]


@pytest.mark.parametrize(
    ("code", "arguments"), [(DIES, ()), (FAILS, ("synth-failed",))], ids=["dies", "fails"]
)
def test_a_voice_that_fails_three_times_is_replaced(code: str, arguments: tuple[str, ...]) -> None:
    watched = Watched(choice_of(code, *arguments))
    assert all(isinstance(watched.say(number), Failed) for number in (1, 2, 3))
    assert watched.say(4) == Finished(4)
    watched.close()
    assert watched.events.count(OtherVoice()) == 1


def test_a_missing_device_is_no_fault_of_the_voice() -> None:
    watched = Watched(choice_of(FAILS, "no-audio-device"))
    assert all(isinstance(watched.say(number), Failed) for number in (1, 2, 3))
    assert watched.say(4) == Failed(4, "switched-off")
    watched.close()
    assert OtherVoice() not in watched.events


def test_a_choice_that_did_not_work_is_tried_again_when_it_is_made_again() -> None:
    first = choice_of(CANNOT)
    watched = Watched(first)
    assert watched.say(1) == Finished(1)
    watched.inbox.put(first)
    assert watched.say(2) == Finished(2)
    watched.close()
    assert watched.events == [OtherVoice(), Finished(1), OtherVoice(), Finished(2)]


def test_the_same_choice_again_keeps_the_worker() -> None:
    choice = Choice((sys.executable, "-c", READS))
    watched = Watched(choice)
    watched.say(1)
    before = watched.supervisor.worker_pid
    watched.inbox.put(choice)
    watched.say(2)
    assert watched.supervisor.worker_pid == before is not None
    watched.close()


@pytest.mark.needs_linux("a sound server")
@pytest.mark.parametrize("chosen", ["nl_NL-gone-medium", "system"])
def test_where_the_chosen_voice_is_gone_the_own_one_is_heard(sink: NullSink, chosen: str) -> None:
    with Listener() as listener:
        listener.client.use(chosen)
        end = listener.say("Dag.")
        assert isinstance(end, Finished)
        assert listener.events == [OtherVoice(), Started(1), *listener.of(1)[1:]]


def test_a_file_is_made_with_the_own_voice_where_the_chosen_one_is_gone(tmp_path: Path) -> None:
    with Renderer("nl_NL-gone-medium") as gone, Renderer() as own:
        assert gone.synthesise("Dag.", language="nl") == own.synthesise("Dag.", language="nl")
        assert (gone.is_another, own.is_another) == (True, False)
