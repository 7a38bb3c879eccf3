"""What espeak-ng makes of a text: its phonemes, without sound.

The library and its voices come with the wheel of ``espeakng-loader``, as in the program. To try a
spelling for the voice, in the checkout::

    uv run python -m tests.support.phonemes nl ruzie ruzi
"""

from __future__ import annotations

import ctypes
import sys
from functools import lru_cache

import espeakng_loader

from giz_gesprek.content.pronunciations import Pronunciations
from giz_gesprek.paths import content_dir
from giz_gesprek.spoken import spoken_sentences
from giz_gesprek.system import has_cpp_runtime

_WITHOUT_SOUND = 2
_UTF8 = 1
_IPA = 2


@lru_cache(maxsize=1)
def _espeak() -> ctypes.CDLL:
    has_cpp_runtime()  # loads it
    library = ctypes.CDLL(str(espeakng_loader.get_library_path()))
    data = str(espeakng_loader.get_data_path()).encode()
    assert library.espeak_Initialize(_WITHOUT_SOUND, 0, data, 0) > 0
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    library.espeak_TextToPhonemes.argtypes = [
        ctypes.POINTER(ctypes.c_char_p),
        ctypes.c_int,
        ctypes.c_int,
    ]
    return library


def phonemes(text: str, language: str) -> str:
    """Return the sounds of ``text`` in IPA with stress marks; a clause is followed by `` | ``."""
    library = _espeak()
    assert library.espeak_SetVoiceByName(language.encode()) == 0
    left = ctypes.c_char_p(text.encode())
    clauses: list[str] = []
    while left.value is not None:
        clauses.append(library.espeak_TextToPhonemes(ctypes.byref(left), _UTF8, _IPA).decode())
    return " | ".join(clause.strip() for clause in clauses if clause.strip())


def sounds(text: str, language: str) -> str:
    """Return the phonemes of ``text`` without stress, pauses and the gaps between words."""
    return "".join(
        letter for letter in phonemes(text, language) if letter not in "\u02c8\u02cc |_:"
    )


def main(language: str, *words: str) -> None:
    """Print of each word its sounds as written, and as spelled with our pronunciations."""
    pronunciations = Pronunciations(content_dir()).of(language)
    for word in words:
        spoken = spoken_sentences(word, language=language, pronunciations=pronunciations)
        said = " ".join(sentence.text for sentence in spoken)
        print(f"{word}: {phonemes(word, language)} > {said}: {phonemes(said, language)}")  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
