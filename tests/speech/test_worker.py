"""The worker by itself, line by line."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

from giz_gesprek.speech.process import worker_command
from tests.support.sound import NullSink

pytestmark = pytest.mark.needs_linux("a sound server")

SECRET = "Milan slaapt slecht"


WITHOUT = """
import sys
sys.modules[sys.argv[1]] = None
from giz_gesprek.speech.worker.__main__ import main
main("espeak")
"""


STUMBLES = """
from giz_gesprek.speech.worker.espeak import Espeak
def stumble(self, text, **more):
    raise RuntimeError(text)
Espeak.synthesise = stumble
from giz_gesprek.speech.worker.__main__ import main
main("espeak")
"""


class Worker:
    """A worker process and its pipes."""

    def __init__(
        self, engine: str = "espeak", *, errors: Path, command: Sequence[str] | None = None
    ) -> None:
        self.errors = errors
        with errors.open("wb") as file:
            self._process = subprocess.Popen(
                command or worker_command(engine),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=file,
            )
        self.answers: list[dict[str, Any]] = []

    @property
    def pid(self) -> int:
        return self._process.pid

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()
        self._process.wait()

    def send(self, *messages: Mapping[str, object] | bytes) -> None:
        assert self._process.stdin is not None
        for each in messages:
            raw = each if isinstance(each, bytes) else json.dumps(each).encode()
            self._process.stdin.write(raw + b"\n")
        self._process.stdin.flush()

    def until(self, event: str, number: int | None = None) -> dict[str, Any]:
        """Read answers until this one. Every line has to be a JSON object."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            answer = json.loads(line)
            assert isinstance(answer, dict)
            self.answers.append(answer)
            if answer["event"] == event and answer.get("id") == number:
                return answer
        raise AssertionError(f"no {event} came of {number}: {self.answers}")

    def end(self) -> int:
        assert self._process.stdin is not None
        self._process.stdin.close()
        return self.wait()

    def wait(self) -> int:
        """Read what is left until it ends, and return its exit code."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.answers.append(json.loads(line))
        return self._process.wait()


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[Worker]:
    with Worker(errors=tmp_path / "errors") as worker:
        yield worker


def speak(number: int, text: str = "Ja.", **more: object) -> dict[str, object]:
    return {"cmd": "speak", "id": number, "text": text, "voice": "nl", **more}


def test_it_says_when_it_is_ready_and_ends_with_its_input(sink: NullSink, worker: Worker) -> None:
    assert worker.until("ready") == {"event": "ready", "once": False}
    worker.send(speak(7))
    worker.until("finished", 7)
    assert worker.end() == 0
    events = [each["event"] for each in worker.answers]
    assert events == ["ready", "started", "word", "finished"]


def test_its_input_ends_in_the_middle_of_a_sentence(sink: NullSink, worker: Worker) -> None:
    worker.send(speak(1, "Dit is een lange zin, en hij duurt en duurt maar."))
    worker.until("started", 1)
    assert worker.end() == 0


def test_quit_ends_it(worker: Worker) -> None:
    worker.until("ready")
    worker.send({"cmd": "quit"})
    assert worker.end() == 0


@pytest.mark.usefixtures("no_device")
def test_only_messages_come_out_while_the_sound_library_complains(worker: Worker) -> None:
    worker.send(speak(1, SECRET))
    error = worker.until("error", 1)
    assert error == {"event": "error", "id": 1, "code": "no-audio-device"}
    assert worker.end() == 0
    assert [each["event"] for each in worker.answers] == ["ready", "error"]
    complaints = worker.errors.read_text(encoding="utf-8")
    assert "ALSA" in complaints, "nothing was kept from the answers"
    assert SECRET not in complaints


@pytest.mark.parametrize(
    "line",
    [
        b"no json",
        b"[1]",
        b"\xff\xfe",
        b'{"cmd": "dance"}',
        b'{"cmd": ["speak"]}',
        b'{"cmd": "speak"}',
        b'{"cmd": "speak", "id": "7", "text": "Ja.", "voice": "nl"}',
        b'{"cmd": "speak", "id": 7, "text": null, "voice": "nl"}',
        b'{"cmd": "speak", "id": 7, "text": "Ja.", "voice": 3}',
        b'{"cmd": "speak", "id": 7, "text": "Ja.", "voice": "nl", "rate": "fast"}',
        b'{"cmd": "prepare", "text": 7, "voice": "nl"}',
        b'{"cmd": "describe", "languages": 3}',
        b'{"cmd": "set-rate"}',
    ],
)
def test_what_is_no_message_is_refused_and_the_next_one_is_done(
    sink: NullSink, worker: Worker, line: bytes
) -> None:
    worker.send(line, speak(8))
    worker.until("finished", 8)
    errors = [each for each in worker.answers if each["event"] == "error"]
    assert [each["code"] for each in errors] == ["bad-message"]


def test_a_newer_text_replaces_what_waits_and_what_is_spoken(
    sink: NullSink, worker: Worker
) -> None:
    worker.send(speak(1, "Dit is een lange zin, en hij duurt en duurt maar."))
    worker.until("started", 1)
    worker.send(speak(2), speak(3), speak(4))
    worker.until("finished", 4)
    ends = {
        each["id"]: each["event"]
        for each in worker.answers
        if each["event"] in {"finished", "stopped", "error"}
    }
    assert ends == {1: "stopped", 2: "stopped", 3: "stopped", 4: "finished"}


def test_what_is_prepared_is_not_answered_and_stops_nothing(sink: NullSink, worker: Worker) -> None:
    prepare = {"cmd": "prepare", "text": "Straks.", "voice": "nl", "rate": 127, "volume": 1.0}
    worker.send(prepare, speak(1, "Dit is nu."), prepare)
    worker.until("started", 1)
    worker.send(prepare, prepare | {"voice": "xx"})
    worker.until("finished", 1)
    assert worker.end() == 0
    assert {each.get("id") for each in worker.answers if each["event"] != "ready"} == {1}


def test_a_rate_can_be_set_for_what_comes_without_one(worker: Worker) -> None:
    lengths = []
    for number, rate in enumerate((100, 150)):
        worker.send(
            {"cmd": "set-rate", "rate": rate},
            {"cmd": "render", "id": number, "text": "Goedemorgen.", "voice": "nl"},
        )
        worker.until("finished", number)
        sound = worker.answers[-2]
        assert sound["event"] == "sound"
        lengths.append(len(base64.b64decode(sound["data"])))
    assert lengths[0] > lengths[1]


def test_a_stop_leaves_what_is_rendered_alone(worker: Worker) -> None:
    worker.send(
        {"cmd": "render", "id": 1, "text": "Ja.", "voice": "nl"},
        {"cmd": "stop"},
        {"cmd": "render", "id": 2, "text": "Ja.", "voice": "xx"},
    )
    worker.until("finished", 1)
    assert worker.until("error", 2)["code"] == "no-voice"


@pytest.mark.parametrize("engine", ["/no/such/voice.onnx", "sapi5", "nsss"])
def test_an_engine_that_is_not_here_is_told_and_the_worker_ends(
    tmp_path: Path, engine: str
) -> None:
    with Worker(engine, errors=tmp_path / "errors") as worker:
        assert worker.until("error") == {"event": "error", "code": "no-engine"}
        assert worker.end() == 3


@pytest.mark.parametrize("library", ["pyttsx3", "miniaudio"])
def test_a_library_that_cannot_be_loaded_is_no_engine(tmp_path: Path, library: str) -> None:
    command = [sys.executable, "-c", WITHOUT, library]
    with Worker(errors=tmp_path / "errors", command=command) as worker:
        assert worker.until("error") == {"event": "error", "code": "no-engine"}
        assert worker.end() == 3
        report = worker.errors.read_text(encoding="utf-8")
    assert "ModuleNotFoundError" in report
    assert str(Path.cwd()) not in report


def test_a_mistake_nobody_foresaw_ends_it_in_order_and_quotes_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", STUMBLES]
    with Worker(errors=tmp_path / "errors", command=command) as worker:
        worker.send({"cmd": "render", "id": 1, "text": SECRET, "voice": "nl"})
        worker.until("ready")
        # Its input stays open: it ends because of the mistake.
        assert worker.wait() == 1
        report = worker.errors.read_text(encoding="utf-8")
    assert "RuntimeError" in report
    assert "Fatal" not in report
    assert SECRET not in report


def test_a_crash_of_an_engine_leaves_no_picture_of_the_memory(worker: Worker) -> None:
    worker.until("ready")
    limits = Path(f"/proc/{worker.pid}/limits").read_text(encoding="utf-8").splitlines()
    (core,) = (line for line in limits if line.startswith("Max core file size"))
    assert core.split()[-3:-1] == ["0", "0"], "what is read aloud would be in it"
