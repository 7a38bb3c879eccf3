"""The worker's side of the pipes, kept clean of what libraries print."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from typing import IO

from giz_gesprek.speech.protocol import BadMessageError, Message, decode, encode


class Channel:
    """Lines in and lines out. ``send`` may be called from any thread."""

    def __init__(self, commands: IO[bytes], answers: IO[bytes]) -> None:
        """Read *commands*, write *answers*."""
        self._commands = commands
        self._answers = answers
        self._sending = threading.Lock()

    @classmethod
    def taken_from_standard_streams(cls) -> Channel:
        """Keep stdin and stdout to ourselves; who prints from now on prints on stderr."""
        answers = os.dup(1)
        os.dup2(2, 1)
        sys.stdout = sys.stderr
        return cls(sys.stdin.buffer, os.fdopen(answers, "wb"))

    def send(self, event: str, **details: object) -> None:
        """Write one line.

        Raises:
            OSError: nobody reads it any more.

        """
        with self._sending:
            self._answers.write(encode({"event": event, **details}))
            self._answers.flush()

    def messages(self) -> Iterator[Message]:
        """Give what comes in, until the other side is gone; refuse what is no message."""
        for line in self._commands:
            try:
                yield decode(line)
            except BadMessageError:
                self.send("error", code="bad-message")
