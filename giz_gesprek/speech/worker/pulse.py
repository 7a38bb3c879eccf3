"""Sound through PulseAudio, or PipeWire in its place.

Owns libpulse, through ctypes. A server at its usual settings prepares up to two seconds of sound at
once, and a text that comes then waits for its turn. So the connection is kept, with a stream that
plays nothing and asks for short turns; a stream that does not play lets the device sleep. Each text
gets a stream of its own, and the server holds seconds of it: a computer that is busy makes no gaps.
How much was heard is not guessed: the server knows.
"""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

from giz_gesprek.speech.worker.faults import NoAudioDevice
from giz_gesprek.speech.worker.sources import Speech

_HELD_SECONDS: Final = 4
_TURN_MILLISECONDS: Final = 40
"""Less makes gaps with some devices, more is heard as a delay."""
_ANSWER_SECONDS: Final = 4.0
_LOOK_AGAIN: Final = 0.002
_BYTES: Final = 2

# From libpulse's def.h and sample.h.
_NO_AUTOSPAWN: Final = 1
_CONTEXT_READY: Final = 4
_STREAM_READY: Final = 2
_START_CORKED: Final = 0x1
_TELL_TIME: Final = 0x2 | 0x8
"""The server tells by itself how far it is, and the library reckons in between."""
_SHORT_TURNS: Final = 0x4000
"""The server prepares a turn at a time, whatever it holds for us."""
_SIGNED_16: Final = 3
_RELATIVE: Final = 0
_SERVER_CHOOSES: Final = 0xFFFF_FFFF
_NO_SIZE: Final = ctypes.c_size_t(-1).value
_NOTHING: Final = Speech(b"", 8_000)


class _SampleSpec(ctypes.Structure):
    _fields_ = (
        ("format", ctypes.c_int),
        ("rate", ctypes.c_uint32),
        ("channels", ctypes.c_uint8),
    )


class _Buffer(ctypes.Structure):
    _fields_ = (
        ("longest", ctypes.c_uint32),
        ("held", ctypes.c_uint32),
        ("before_start", ctypes.c_uint32),
        ("turn", ctypes.c_uint32),
        ("recorded", ctypes.c_uint32),
    )


_POINTER: Final = ctypes.c_void_p
_INT: Final = ctypes.c_int
_TEXT: Final = ctypes.c_char_p
_FUNCTIONS: Final[dict[str, tuple[Any, tuple[Any, ...]]]] = {
    "pa_mainloop_new": (_POINTER, ()),
    "pa_mainloop_get_api": (_POINTER, (_POINTER,)),
    "pa_mainloop_iterate": (_INT, (_POINTER, _INT, _POINTER)),
    "pa_mainloop_free": (None, (_POINTER,)),
    "pa_context_new": (_POINTER, (_POINTER, _TEXT)),
    "pa_context_connect": (_INT, (_POINTER, _TEXT, _INT, _POINTER)),
    "pa_context_get_state": (_INT, (_POINTER,)),
    "pa_context_disconnect": (None, (_POINTER,)),
    "pa_context_unref": (None, (_POINTER,)),
    "pa_stream_new": (_POINTER, (_POINTER, _TEXT, _POINTER, _POINTER)),
    "pa_stream_connect_playback": (_INT, (_POINTER, _TEXT, _POINTER, _INT, _POINTER, _POINTER)),
    "pa_stream_get_state": (_INT, (_POINTER,)),
    "pa_stream_writable_size": (ctypes.c_size_t, (_POINTER,)),
    "pa_stream_write": (
        _INT,
        (_POINTER, _TEXT, ctypes.c_size_t, _POINTER, ctypes.c_int64, _INT),
    ),
    "pa_stream_cork": (_POINTER, (_POINTER, _INT, _POINTER, _POINTER)),
    "pa_stream_get_time": (_INT, (_POINTER, _POINTER)),
    "pa_stream_disconnect": (_INT, (_POINTER,)),
    "pa_stream_unref": (None, (_POINTER,)),
    "pa_operation_unref": (None, (_POINTER,)),
}


def _may_be_there() -> bool:
    """Tell whether a server can be found; only asking for one makes the library leave a folder."""
    named = os.environ.get("PULSE_SERVER") or os.environ.get("XDG_RUNTIME_DIR")
    return bool(named) or (Path.home() / ".config" / "pulse").is_dir()


class PulseServer:
    """A connection, kept between texts. All of it on one thread."""

    def __init__(self) -> None:
        """Connect.

        Raises:
            NoAudioDevice: there is no such server, or it does not answer.

        """
        if not _may_be_there():
            raise NoAudioDevice
        self.library = _library()
        self._loop = self.library.pa_mainloop_new()
        self.context = self.library.pa_context_new(
            self.library.pa_mainloop_get_api(self._loop), b"giz-gesprek"
        )
        try:
            self.library.pa_context_connect(self.context, None, _NO_AUTOSPAWN, None)
            self.wait_for(_CONTEXT_READY, lambda: self.library.pa_context_get_state(self.context))
            self._keeper = PulseStream(self, _NOTHING)
        except NoAudioDevice:
            self.close()
            raise

    @property
    def answers(self) -> bool:
        """Whether the connection and its stream are still there."""
        return self.pass_on() and self._keeper.is_there

    def pass_on(self) -> bool:
        """Send and read what there is; return whether the connection is still there."""
        while self.library.pa_mainloop_iterate(self._loop, 0, None) > 0:
            pass
        state: int = self.library.pa_context_get_state(self.context)
        return state == _CONTEXT_READY

    def wait_for(self, wanted: int, state: Callable[[], int]) -> None:
        """Wait until something that is being made is there; its states are numbered in order.

        Raises:
            NoAudioDevice: it is refused, or there is no answer.

        """
        until = time.monotonic() + _ANSWER_SECONDS
        while (now := state()) < wanted and time.monotonic() < until:
            self.pass_on()
            time.sleep(_LOOK_AGAIN)
        if now != wanted:
            raise NoAudioDevice

    def close(self) -> None:
        """Disconnect; what is being played ends."""
        self.library.pa_context_disconnect(self.context)
        self.library.pa_context_unref(self.context)
        self.library.pa_mainloop_free(self._loop)


class PulseStream:
    """A way for one sound; silent until ``start``."""

    def __init__(self, server: PulseServer, speech: Speech) -> None:
        """Ask for it.

        Raises:
            NoAudioDevice: the server has no place for sound.

        """
        self._server = server
        self._library = server.library
        self._speech = speech
        self._given = 0
        spec = _SampleSpec(_SIGNED_16, speech.samples_per_second, 1)
        second = speech.samples_per_second * _BYTES
        turn = speech.samples_per_second * _TURN_MILLISECONDS // 1000 * _BYTES
        buffer = _Buffer(_SERVER_CHOOSES, second * _HELD_SECONDS, _BYTES, turn, _SERVER_CHOOSES)
        self._stream = self._library.pa_stream_new(
            server.context, b"voice", ctypes.byref(spec), None
        )
        if self._stream is None:
            raise NoAudioDevice
        flags = _START_CORKED | _TELL_TIME | _SHORT_TURNS
        self._library.pa_stream_connect_playback(
            self._stream, None, ctypes.byref(buffer), flags, None, None
        )
        try:
            server.wait_for(_STREAM_READY, self._state)
        except NoAudioDevice:
            self.close()
            raise

    @property
    def is_there(self) -> bool:
        """Whether the server has it still."""
        return self._state() == _STREAM_READY

    def start(self) -> None:
        """Give what the server can hold of the sound, and let it begin.

        Raises:
            NoAudioDevice: the server is gone, or the place for sound.

        """
        self._feed()
        operation = self._library.pa_stream_cork(self._stream, 0, None, None)
        if operation is None:
            raise NoAudioDevice
        self._library.pa_operation_unref(operation)

    def heard(self) -> int:
        """Give more of the sound, then silence; return how many samples were heard.

        Raises:
            NoAudioDevice: the server is gone, or the place for sound.

        """
        if not self._server.pass_on() or not self.is_there:
            raise NoAudioDevice
        self._feed()
        microseconds = ctypes.c_uint64()
        if self._library.pa_stream_get_time(self._stream, ctypes.byref(microseconds)) < 0:
            return 0  # the server has not told yet
        return microseconds.value * self._speech.samples_per_second // 1_000_000

    def close(self) -> None:
        """Be silent."""
        self._library.pa_stream_disconnect(self._stream)
        self._server.pass_on()
        self._library.pa_stream_unref(self._stream)

    def _state(self) -> int:
        state: int = self._library.pa_stream_get_state(self._stream)
        return state

    def _feed(self) -> None:
        size = self._library.pa_stream_writable_size(self._stream)
        if size in {0, _NO_SIZE}:
            return
        piece = self._speech.samples[self._given : self._given + size].ljust(size, b"\0")
        self._given += size
        self._library.pa_stream_write(self._stream, piece, size, None, 0, _RELATIVE)


@cache
def _library() -> ctypes.CDLL:
    try:
        library = ctypes.CDLL("libpulse.so.0")
        for name, (result, arguments) in _FUNCTIONS.items():
            function = getattr(library, name)
            function.restype, function.argtypes = result, arguments
    except (OSError, AttributeError):
        raise NoAudioDevice from None
    return library
