"""Lines in and lines out: the only place where ``plain`` meets a terminal or a pipe.

Owns that nothing but clean text is written, and what the end of the input is. Knows no
conversation.
"""

from __future__ import annotations

import errno
import os
import re
import signal
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from getpass import GetPassWarning, getpass
from io import TextIOWrapper
from threading import current_thread, main_thread
from typing import Final, TextIO

from giz_gesprek import echo
from giz_gesprek.conversation.text import clean_text
from giz_gesprek.errors import InputError
from giz_gesprek.i18n import _
from giz_gesprek.system import is_terminal, reader_has_gone

_BYTE_ORDER_MARK: Final = "\ufeff"
_ENCODING_VARIABLE: Final = "PYTHONIOENCODING"
_NO_TEXT: Final = re.compile("[\0\udc80-\udcff]")
"""In UTF-16 there is a null character beside each letter; any other byte that is no text."""
_EMPTY: Final = "\x1b[H\x1b[2J\x1b[3J"
"""Takes everything off a terminal, and out of what can be scrolled back to (xterm: ED 2 and 3)."""


class EndOfInput(Exception):
    """There is no further line. It is no failure: everything has been typed."""


class Lines:
    """What is said and what is typed, one line after the other.

    Attributes:
        live: somebody sits at a terminal: can type while a text is read aloud, and can read
            what was said after the program has gone.
        meanwhile: entered while a secret is being typed.

    """

    def __init__(
        self,
        source: TextIO,
        out: TextIO,
        *,
        live: bool = False,
        secret: Callable[[str], str] | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Read from ``source`` and write to ``out``; ``secret`` asks without showing the answer."""
        self._source = source
        self._out = out
        self._secret = secret or _typed_unseen
        self._sleep = sleep
        self._parted = True
        self._number = 0
        self.live = live
        self.meanwhile: AbstractContextManager[None] = nullcontext()

    def say(self, *texts: str) -> None:
        """Write each text, a line a line; control characters and empty texts are left out."""
        cleaned = [text for text in map(clean_text, texts) if text]
        if cleaned:
            self._write("\n".join(cleaned) + "\n")
            self._parted = False

    def part(self) -> None:
        """Write one empty line, unless one stands there."""
        if not self._parted:
            self._write("\n")
            self._parted = True

    def read(self) -> str:
        """Return the next line as it was typed, without its end.

        Raises:
            EndOfInput: there is none.
            InputError: it is no text. A letter that was lost would be a word that nobody said.

        """
        while _NO_TEXT.search(line := self._line()):
            if not self.live:
                sentence = _(
                    "Line {line} of the input is no text in UTF-8. What came before it is kept:"
                    " save the input as UTF-8."
                )
                raise InputError(sentence.format(line=self._number))
            self.say(_("What was typed cannot be read. Type it again."))
        return line.rstrip("\r\n")

    def _line(self) -> str:
        try:
            with echo.shown():
                line = self._source.readline()
        except OSError as error:  # the terminal has gone
            raise EndOfInput from error
        if not self._number:
            line = line.removeprefix(_BYTE_ORDER_MARK)
        if not line:
            raise EndOfInput
        self._number += 1
        return line

    def read_secret(self, prompt: str) -> str:
        """Return what was typed without showing it, as far as there is a terminal that can.

        Raises:
            EndOfInput: nobody typed anything.
            InputError: there is no terminal, and the next line of the input is no text.

        """
        try:
            with _hidden_after_a_stop(), self.meanwhile:
                return self._secret(prompt)
        except EOFError as error:
            if self.live:  # what follows would stand behind the question
                self._write("\n")
            raise EndOfInput from error
        except GetPassWarning:
            self.say(
                _("What you type now cannot be hidden here. Let nobody else be able to read it."),
                prompt,
            )
            return self.read()

    def empty(self) -> bool:
        """Take what was said off the terminal; return whether that could be asked of it.

        A pipe has nothing to take back, and a terminal that knows no codes cannot.
        """
        if not self.live or os.environ.get("TERM", "") in {"", "dumb"}:
            return False
        self._write(_EMPTY)
        self._parted = True
        return True

    def pause(self, seconds: int) -> None:
        """Wait, and show nothing of what is typed meanwhile: it is the next passphrase."""
        with echo.hidden():
            self._sleep(seconds)

    def show_typing(self) -> None:
        """Show from now on what is typed, also before it is asked for."""
        echo.show()

    def _write(self, text: str) -> None:
        try:
            self._out.write(text)
            # Now: who listens waits for it, and a reader that has gone shows at once.
            self._out.flush()
        except OSError as error:
            # A terminal that has gone is as a pipe that has.
            if error.errno == errno.EIO or reader_has_gone(error):
                raise BrokenPipeError from error
            raise


def _typed_unseen(prompt: str) -> str:
    """Return what is typed on the terminal without showing it.

    Raises:
        EOFError: nobody typed anything.
        GetPassWarning: no terminal can hide it; nothing was asked yet.

    """
    # Python would tell so in English, and ask.
    warnings.simplefilter("error", GetPassWarning)
    return getpass(prompt)


@contextmanager
def _hidden_after_a_stop() -> Iterator[None]:
    """Hide what is typed again after Ctrl+Z and ``fg``: a shell gives the terminal back shown."""
    if not hasattr(signal, "SIGCONT") or current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGCONT, lambda _number, _frame: echo.hide())
    try:
        yield
    finally:
        signal.signal(signal.SIGCONT, before)


def standard_lines() -> Lines:
    """Return standard input and output, made to take any text and to refuse none."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            _make_lenient(stream)
    return Lines(sys.stdin, sys.stdout, live=is_terminal(sys.stdin) and is_terminal(sys.stdout))


def _make_lenient(stream: TextIOWrapper) -> None:
    """Let what an encoding cannot hold be no end of the program.

    A pipe speaks UTF-8 unless somebody chose otherwise. What cannot be shown is replaced; what
    cannot be read is refused where it is read.
    """
    errors = "surrogateescape" if stream.readable() else "replace"
    if is_terminal(stream) or os.environ.get(_ENCODING_VARIABLE):
        stream.reconfigure(errors=errors)
    else:
        stream.reconfigure(encoding="utf-8", errors=errors)
