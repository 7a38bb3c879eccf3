"""What computes a Piper voice sends nothing, looks nobody up and keeps nothing.

onnxruntime does all three by itself, some seconds after it was loaded. So two workers with a real
voice run beside each other, in network namespaces with nothing in them, under strace: one as it is,
and one whose telemetry is left on. When the second was caught at everything, the first had as long.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from giz_gesprek.speech.process import worker_command
from tests.support.piper_voices import require_piper
from tests.support.required import require_program
from tests.support.waiting import wait_until

pytestmark = pytest.mark.needs_linux("network namespaces and strace")

LET_GO = """
import sys
from giz_gesprek.speech.worker import piper
piper._NO_TELEMETRY = {}
from giz_gesprek.speech.worker.__main__ import main
main(sys.argv[1])
"""
HIDES = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "ORT_DISABLE_TELEMETRY", "XDG_CACHE_HOME")
"""With the first ones it believes that a server is building something, and is quiet."""
KEEPS = re.compile(r"deviceid|onnxruntime\.db|DeveloperTools")
LOOKS_UP = re.compile(r"resolv\.conf|nscd/socket|htons\(53\)")
CALLS = re.compile(r"socket\(AF_INET")


class Watched:
    """A worker with a voice where no network is, and every file and socket it asks for."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        folder.mkdir()
        self.home = folder / "home"
        self.home.mkdir()
        self._trace = folder / "trace"
        self._process = subprocess.Popen(
            [
                *(require_program("unshare"), "--map-root-user", "--net"),
                *(require_program("strace"), "-f", "-qq", "--seccomp-bpf", "-s", "300"),
                *("-e", "trace=%network,open,openat,mkdir,mkdirat", "-o", str(self._trace)),
                *command,
            ],
            env={
                **{name: value for name, value in os.environ.items() if name not in HIDES},
                "HOME": str(self.home),
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        # Its input ends, and so it does, and strace after it.
        with self._process.stdin, self._process.stdout:
            pass
        self._process.wait()

    def makes_a_sentence(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        request = {
            "cmd": "render",
            "id": 1,
            "text": "You choose what we talk about.",
            "voice": "en",
        }
        self._process.stdin.write(json.dumps(request).encode() + b"\n")
        self._process.stdin.flush()
        events = [json.loads(self._process.stdout.readline())["event"] for _ in range(3)]
        assert events == ["ready", "sound", "finished"]

    @property
    def trace(self) -> str:
        return self._trace.read_text("utf-8", "replace")

    def kept(self) -> list[str]:
        return [str(path.relative_to(self.home)) for path in self.home.rglob("*")]


@pytest.fixture
def without_network() -> None:
    """Skip where a network namespace cannot be made, as in some containers."""
    made = subprocess.run(
        [require_program("unshare"), "--map-root-user", "--net", "true"],
        check=False,
        capture_output=True,
    )
    if made.returncode:
        pytest.skip("no network namespace can be made here")


@pytest.fixture
def watched(without_network: None, tmp_path: Path) -> Iterator[tuple[Watched, Watched]]:
    """Give a worker as it is, and one that is let go."""
    voice = str(require_piper())
    with ExitStack() as stack:
        as_it_is = stack.enter_context(Watched(worker_command(voice), tmp_path / "is"))
        let_go = stack.enter_context(
            Watched([sys.executable, "-c", LET_GO, voice], tmp_path / "let-go")
        )
        yield as_it_is, let_go


@pytest.mark.slow
def test_a_natural_voice_looks_nobody_up_and_keeps_nothing(
    watched: tuple[Watched, Watched],
) -> None:
    as_it_is, let_go = watched
    as_it_is.makes_a_sentence()
    let_go.makes_a_sentence()

    def is_caught() -> bool:
        trace = let_go.trace
        return all(each.search(trace) for each in (KEEPS, LOOKS_UP, CALLS))

    wait_until(is_caught, lambda: f"a host that is looked up; kept: {let_go.kept()}")
    assert any(KEEPS.search(each) for each in let_go.kept())

    trace = as_it_is.trace
    assert "onnxruntime" in trace, "it was not loaded at all"
    for each in (KEEPS, CALLS, LOOKS_UP):
        assert [line for line in trace.splitlines() if each.search(line)] == []
    assert as_it_is.kept() == []
