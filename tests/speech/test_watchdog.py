"""A worker that misbehaves costs an utterance, and never the program."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from giz_gesprek.speech import Event, Failed, Finished, Started, Stopped, watchdog
from giz_gesprek.speech.attended import Utterance
from giz_gesprek.speech.supervisor import Choice, Order, Supervisor
from tests.support.speaking import Listener
from tests.support.waiting import wait_until

BEGIN = """
import json, os, sys, time
def tell(**event): print(json.dumps(event), flush=True)
def asked():
    for line in sys.stdin:
        yield json.loads(line)
"""
READY = "tell(event='ready')\n"
OBEYS = READY + "for one in asked(): tell(event='finished', id=one['id'])"
HANGS = READY + "for one in asked(): pass"
STARTS_AND_HANGS = READY + "for one in asked(): tell(event='started', id=one.get('id'))"
STARTS_AND_STICKS = (
    READY + "for one in asked():\n tell(event='started', id=one['id'])\n time.sleep(600)"
)
IS_NEVER_READY = "for one in asked(): pass"
DIES = READY + "for one in asked(): sys.exit(1)"
DIES_AT_ONCE = "sys.exit(1)"
BABBLES = READY + "for one in asked(): print('ALSA lib: oh no', flush=True)"
MUMBLES = READY + "for one in asked(): tell(event='word', id=one['id'])"
IS_CONFUSED = READY + "for one in asked(): tell(event='finished', id=[one['id']])"
CANNOT = "tell(event='error', code='no-engine'); sys.exit(3)"
REPEATS = (
    READY
    + """
for one in asked():
    for event in ('started', 'finished', 'finished', 'stopped', 'error'):
        tell(event=event, id=one['id'], code='synth-failed')
"""
)
DIES_WHEN_TOLD = (
    READY
    + """
for one in asked():
    if one['text'] == 'die': sys.exit(1)
    tell(event='finished', id=one['id'])
"""
)


def worker(code: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", BEGIN + code, *arguments]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "READY", 1.5)
    monkeypatch.setattr(watchdog, "STOP", 0.2)
    monkeypatch.setattr(watchdog, "_START", 0.2)
    monkeypatch.setattr(watchdog, "_EXTRA", 0.2)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    "code",
    [HANGS, STARTS_AND_HANGS, IS_NEVER_READY, DIES, BABBLES, MUMBLES, IS_CONFUSED],
)
def test_each_utterance_of_a_bad_worker_fails_and_the_third_switches_off(code: str) -> None:
    with Listener(command=worker(code)) as listener:
        for _ in range(3):
            number = listener.speak("a")
            assert listener.end_of(number) == Failed(number, "worker-lost")
        assert listener.state == "off"
        number = listener.speak("a")
        assert listener.end_of(number) == Failed(number, "switched-off")
        assert listener.client.worker_pid is None


def test_a_worker_that_always_dies_is_started_three_times_and_no_more() -> None:
    with Listener(command=worker(DIES_AT_ONCE)) as listener:
        number = listener.speak("a")
        assert listener.end_of(number) == Failed(number, "worker-lost")
        wait_until(lambda: listener.state == "off", "the switch")
        number = listener.speak("a")
        assert listener.end_of(number) == Failed(number, "switched-off")
        assert listener.client.worker_pid is None


def test_a_worker_that_cannot_speak_is_not_started_over_and_over() -> None:
    with Listener(command=worker(CANNOT)) as listener:
        for _ in range(3):
            number = listener.speak("a")
            assert listener.end_of(number) == Failed(number, "no-engine")
        number = listener.speak("a")
        assert listener.end_of(number) == Failed(number, "switched-off")
        listener.client.try_again()
        number = listener.speak("a")
        assert listener.end_of(number) == Failed(number, "no-engine")


def test_a_worker_that_cannot_be_started_is_no_engine(tmp_path: Path) -> None:
    with Listener(command=[str(tmp_path / "nothing")]) as listener:
        number = listener.speak("a")
        assert listener.end_of(number) == Failed(number, "no-engine")


def test_failures_are_forgotten_when_a_text_is_read() -> None:
    with Listener(command=worker(DIES_WHEN_TOLD)) as listener:
        for _ in range(4):
            number = listener.speak("die")
            assert listener.end_of(number) == Failed(number, "worker-lost")
            assert isinstance(listener.say("a"), Finished)
        assert listener.state == "idle"


def test_a_stop_that_is_not_obeyed_is_made_by_force() -> None:
    with Listener(command=worker(STARTS_AND_HANGS)) as listener:
        number = listener.speak("a" * 600)
        listener.wait_for_start_of(number)
        listener.client.stop()
        assert listener.end_of(number) == Stopped(number)


def test_what_was_asked_since_a_stop_that_is_not_obeyed_is_read_by_another() -> None:
    with Listener(command=worker(STARTS_AND_STICKS)) as listener:
        before = listener.speak("a" * 600)
        listener.wait_for_start_of(before)
        for _ in range(4):
            number = listener.speak("a" * 600)
            assert listener.end_of(before) == Stopped(before)
            listener.wait_for_start_of(number)
            before = number
        assert listener.state == "speaking", "silence by force is no failure"
        assert len(set(listener.workers.values())) == 5


def test_what_a_worker_says_twice_is_told_once() -> None:
    with Listener(command=worker(REPEATS)) as listener:
        first, second = listener.say("a"), listener.say("b")
        assert listener.events == [Started(1), first, Started(2), second]
        assert [first, second] == [Finished(1), Finished(2)]


def test_a_worker_that_obeys_is_left_alone() -> None:
    with Listener(command=worker(OBEYS)) as listener:
        assert isinstance(listener.say("a"), Finished)
        pid = listener.client.worker_pid
        assert isinstance(listener.say("b"), Finished)
        assert listener.client.worker_pid == pid


class Sleeper(SimpleQueue[Order]):
    """An inbox in front of which the computer falls asleep for an hour, once."""

    def __init__(self, slept: list[float]) -> None:
        self._slept = slept

    def get(self, block: bool = True, timeout: float | None = None) -> Order:
        if timeout is not None and not self._slept:
            self._slept.append(timeout + 3600)
            raise Empty
        return super().get(block, timeout)


def test_a_computer_that_slept_has_its_worker_still(monkeypatch: pytest.MonkeyPatch) -> None:
    slept, clock = list[float](), time.monotonic
    monkeypatch.setattr(time, "monotonic", lambda: clock() + sum(slept))
    inbox, events = Sleeper(slept), list[Event]()

    def listen(event: Event) -> None:
        events.append(event)
        inbox.put("close")

    inbox.put(Utterance(1, "a", "nl", 120, 1.0))
    Supervisor(inbox, listen, Choice(tuple(worker(OBEYS)))).run()
    assert slept
    assert events == [Finished(1)]


def test_a_long_text_may_take_longer() -> None:
    assert watchdog.end_limit("a" * 600, 120) > watchdog.end_limit("a" * 60, 120)
    assert watchdog.end_limit("aaa aaa", 100) > watchdog.end_limit("aaa aaa", 150)
    assert watchdog.end_limit("112 0800", 120) > watchdog.end_limit("aaa aaaa", 120)
    assert watchdog.start_limit("a" * 10_000) > watchdog.start_limit("a")
