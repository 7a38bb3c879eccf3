"""One worker process: started, written to, read from, and ended together with its group.

Owns pipes and signals. What the lines mean is for :mod:`giz_gesprek.speech.protocol`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from typing import IO, Final

from giz_gesprek.files import private_folder
from giz_gesprek.paths import log_dir
from giz_gesprek.speech.protocol import encode
from giz_gesprek.system import OWN_GROUP, end_group, new_private_file

LOG_NAME: Final = "speech.log"
_LONGEST_LOG: Final = 64 * 1024
_PATIENCE: Final = 0.5


class WorkerProcess:
    """A process that reads and writes lines.

    ``on_line`` gets every line, on a thread of this process, and None once at its end.
    """

    def __init__(
        self, command: Sequence[str], on_line: Callable[[WorkerProcess, bytes | None], None]
    ) -> None:
        """Start *command*.

        Raises:
            OSError: it cannot be started.

        """
        with _log() as log:
            self._process = subprocess.Popen(  # noqa: S603  # our own interpreter, no shell
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env={**os.environ, "PYTHONUTF8": "1"},
                **OWN_GROUP,
            )
        self._on_line = on_line
        self._outbox: SimpleQueue[bytes | None] = SimpleQueue()
        self._ending = threading.Lock()
        for work in (self._read, self._write):
            threading.Thread(target=work, name="speech pipe", daemon=True).start()

    @property
    def pid(self) -> int:
        """The id of the process, which is that of its group too."""
        pid: int = self._process.pid
        return pid

    def send(self, message: Mapping[str, object]) -> None:
        """Write a message. Returns at once, also when the worker does not read."""
        self._outbox.put(encode(message))

    def close(self) -> None:
        """Let it end by itself; kill it where it does not."""
        self._outbox.put(None)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_PATIENCE)
        self.kill()

    def kill(self) -> None:
        """End it and everything it started, now."""
        with self._ending:
            # Once waited for, the number may belong to a stranger.
            if self._process.returncode is None:
                with suppress(ProcessLookupError, PermissionError):
                    end_group(self._process)
                self._process.wait()
        self._outbox.put(None)

    def _read(self) -> None:
        assert self._process.stdout is not None  # noqa: S101  # it is a pipe
        with self._process.stdout as lines, suppress(OSError):
            for line in lines:
                self._on_line(self, line)
        self.kill()
        self._on_line(self, None)

    def _write(self) -> None:
        assert self._process.stdin is not None  # noqa: S101  # as above
        with suppress(OSError), self._process.stdin as pipe:
            while (line := self._outbox.get()) is not None:
                pipe.write(line)
                pipe.flush()


def worker_command(engine: str) -> list[str]:
    """Return the command of a worker that speaks with *engine*."""
    # -P: a file in the folder somebody happens to stand in must not be imported.
    return [sys.executable, "-P", "-m", "giz_gesprek.speech.worker", engine]


@contextmanager
def _log() -> Iterator[IO[bytes] | int]:
    """Give what the worker's stderr goes to: sound libraries write there, we where it breaks."""
    try:
        folder = log_dir()
        private_folder(folder)
        with suppress(FileExistsError):
            new_private_file(folder / LOG_NAME)
        descriptor = os.open(folder / LOG_NAME, os.O_WRONLY | os.O_APPEND)
    except OSError:
        yield subprocess.DEVNULL
        return
    with os.fdopen(descriptor, "ab") as file:
        if os.fstat(descriptor).st_size > _LONGEST_LOG:
            file.truncate(0)
        yield file
