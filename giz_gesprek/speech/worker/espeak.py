"""Speech from libespeak-ng, through ctypes: text in, samples out, no sound device.

The library and its voices come from the wheel ``espeakng-loader``; where that has none for this
machine, from the system. It has one state for the whole process: make one :class:`Espeak`.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from giz_gesprek.speech.worker.faults import NoEngine, NoVoice, SpeechFault
from giz_gesprek.speech.worker.sources import Reading, Speech, WordMark
from giz_gesprek.system import has_cpp_runtime

# From speak_lib.h.
_SYNCHRONOUS: Final = 2
_DONT_EXIT: Final = 0x8000
_UTF8: Final = 1
_RATE: Final = 1
_VOLUME: Final = 2
_FULL_VOLUME: Final = 100
_WORD_GAP: Final = 7
_ROOM: Final = 4
"""Between words, in tens of milliseconds at a usual speed. Without it words run together: a small
recogniser of English missed 20% of the words of our sentences, and 12% with it."""
_BY_EAR: Final = {"nl": (0.92, 6.8), "en": (0.871, 7.8)}
"""What a word a minute that is heard costs of the library's rate, and what comes on top: measured
from the first to the last sound of 240 sentences of our easy texts, with that room. English words
are shorter."""
_OTHER: Final = _BY_EAR["nl"]
_SLOWEST: Final = 80
_FASTEST: Final = 450
_LIST_END: Final = 0
_WORD: Final = 1
_OK: Final = 0

_CHUNK_MILLISECONDS: Final = 500
_SYSTEM_NAMES: Final = (
    "libespeak-ng.so.1",
    "libespeak-ng.1.dylib",
    "libespeak-ng.dylib",
    "libespeak-ng.dll",
    "espeak-ng.dll",
)


class _Id(ctypes.Union):
    _fields_ = (
        ("number", ctypes.c_int),
        ("name", ctypes.c_char_p),
        ("string", ctypes.c_char * 8),
    )


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Id),
    )


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


class Espeak:
    """A :class:`giz_gesprek.speech.worker.sources.Source`."""

    def __init__(self) -> None:
        """Load the library.

        Raises:
            NoEngine: neither the wheel nor the system has one that works here.

        """
        self._library, self._samples_per_second = _load()
        self._library.espeak_Info.restype = ctypes.c_char_p
        place = ctypes.c_char_p()
        version = self._library.espeak_Info(ctypes.byref(place)) or b""
        self.name = f"espeak-ng {version.decode(errors='replace').partition(' ')[0]}"
        self._data = Path(os.fsdecode(place.value or b""))
        self._unwanted: Callable[[], bool] = bool
        self._chunks: list[bytes] = []
        self._words: list[WordMark] = []
        # Kept: ctypes does not, and the library calls it until the end.
        self._callback = _Callback(self._take)
        self._library.espeak_SetSynthCallback(self._callback)

    def voice_for(self, language: str) -> str | None:
        """Select the voice of a language, and return its name; None where there is none."""
        # The dictionary as well: without it the library reads by the rules of no language.
        known = language.isalpha() and (self._data / f"{language}_dict").is_file()
        if not known or self._library.espeak_SetVoiceByName(language.encode()) != _OK:
            return None
        return f"espeak-ng {language}"

    def make_ahead(self, reading: Reading) -> None:
        """Nothing: a text is made in a moment."""

    def synthesise(self, reading: Reading, *, unwanted: Callable[[], bool]) -> tuple[Speech]:
        """See :class:`giz_gesprek.speech.worker.sources.Source`."""
        if self.voice_for(reading.language) is None:
            raise NoVoice
        each, more = _BY_EAR.get(reading.language, _OTHER)
        rate = min(max(round(reading.words_per_minute * each + more), _SLOWEST), _FASTEST)
        volume = round(_FULL_VOLUME * min(max(reading.volume, 0), 1))
        self._library.espeak_SetParameter(_RATE, rate, 0)
        self._library.espeak_SetParameter(_VOLUME, volume, 0)
        self._library.espeak_SetParameter(_WORD_GAP, _ROOM, 0)
        self._unwanted = unwanted
        self._chunks, self._words = [], []
        # A null character would end the text for C; a lone surrogate cannot be encoded.
        raw = reading.text.replace("\0", " ").encode("utf-8", "replace")
        code = self._library.espeak_Synth(
            raw, ctypes.c_size_t(len(raw) + 1), 0, _UTF8, 0, _UTF8, None, None
        )
        if code != _OK:
            raise SpeechFault
        made = Speech(b"".join(self._chunks), self._samples_per_second, tuple(self._words))
        return (made,)

    def _take(self, samples: Any, count: int, events: Any) -> int:  # noqa: ANN401  # ctypes pointers
        if self._unwanted():
            return 1
        if samples and count:
            self._chunks.append(ctypes.string_at(samples, count * 2))
        index = 0
        while (event := events[index]).type != _LIST_END:
            if event.type == _WORD:
                self._words.append(WordMark(event.text_position - 1, event.length, event.sample))
            index += 1
        return 0


def _load() -> tuple[ctypes.CDLL, int]:
    """Return the library, and how many samples it makes a second."""
    return _from_wheel() or _from_system() or _give_up()


def _from_wheel() -> tuple[ctypes.CDLL, int] | None:
    try:
        import espeakng_loader

        has_cpp_runtime()  # loads it; where there is none, the library says so
        library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = Path(espeakng_loader.get_data_path())
    except (ImportError, OSError, RuntimeError):
        return None
    # The library keeps its place in a short buffer and reads it in the code page of the system.
    # Seen from this folder the place is short and plain, wherever the program is installed.
    os.chdir(data.parent)
    return _initialised(library, b".")


def _from_system() -> tuple[ctypes.CDLL, int] | None:
    for name in _SYSTEM_NAMES:
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        return _initialised(library, None)
    return None


def _initialised(library: ctypes.CDLL, data: bytes | None) -> tuple[ctypes.CDLL, int] | None:
    rate = library.espeak_Initialize(_SYNCHRONOUS, _CHUNK_MILLISECONDS, data, _DONT_EXIT)
    return (library, rate) if rate > 0 else None


def _give_up() -> tuple[ctypes.CDLL, int]:
    raise NoEngine
