"""``python -m benchmarks.voices``: how fast voices are heard, and how a Piper voice keeps pace.

Two tables, from recordings of a sound card without sound. The first: words a minute from the first
to the last sound of ten sentences, for every voice and speed. The second, of a Piper voice, for
three ways of recording: from asking to sound, from stopping to silence, the pause between ten
sentences read as ``plain`` reads them, and how much each is like what the voice makes. The
recorder's own delay counts as ours: at its default it is up to two seconds.

The Piper voice is that of the group ``voices``, always speaking alike. Takes ten minutes.
"""

from __future__ import annotations

import sys
import tempfile
from array import array
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Final, get_args

from benchmarks.sentences import sentences
from benchmarks.speech import first_and_silence, megabytes_of, sounding_in
from giz_gesprek.plain.voice import Reader
from giz_gesprek.speech import Finished, Rate, SpeechClient
from giz_gesprek.speech.protocol import WORDS_PER_MINUTE
from giz_gesprek.speech.rendering import Renderer
from tests.support.piper_voices import without_chance
from tests.support.sound import AUDIBLE, RATE, NullSink, Setting, likeness, samples_of, voiced
from tests.support.speaking import Listener

SENTENCES: Final = 10
STOPS: Final = 5
SETTINGS: Final = tuple(Setting(latency) for latency in (None, 10, 200))
LONG: Final = (
    "Together we look at what goes well at home, at school and outside, and at what is hard."
)
_PAUSE_AT_LEAST: Final = 0.7
"""Seconds, as the application waits. A voice breathes less than this at a comma."""
_AFTER: Final = 0.3


def main() -> int:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as folder:
        piper = str(without_chance(Path(folder)))
        print("| voice | slow | normal | brisk | memory, MB |")
        print("| --- | --- | --- | --- | --- |")
        for engine, language in (("espeak", "nl"), ("espeak", "en"), (piper, "en")):
            print(f"| {_name(engine)}, {language} | {_speeds(engine, language)} |", flush=True)
        print("\n| recorder | first sound, ms | silence, ms | pauses, s | alike |")
        print("| --- | --- | --- | --- | --- |")
        for setting in SETTINGS:
            print(f"| {setting} | {_pace(setting, piper)} |", flush=True)
    return 0


def _speeds(engine: str, language: str) -> str:
    texts = sentences(language, SENTENCES)
    words = sum(len(text.split()) for text in texts)
    cells = []
    with NullSink() as sink, sounding_in(sink), Listener(engine=engine) as listener:
        for rate in get_args(Rate):
            seconds = sum(_heard_seconds(sink, listener, each, language, rate) for each in texts)
            cells.append(f"{words * 60 / seconds:.0f} ({WORDS_PER_MINUTE[rate]})")
        cells.append(f"{megabytes_of(listener.client.worker_pid):.0f}")
    return " | ".join(cells)


def _heard_seconds(
    sink: NullSink, listener: Listener, text: str, language: str, rate: Rate
) -> float:
    begin = sink.now
    ended = listener.say(text, language=language, rate=rate)
    if ended != Finished(ended.id or 0):
        raise RuntimeError(f"not read to its end: {text}")
    sink.let_pass(_AFTER)
    first, last = voiced(sink.between(begin))
    return (last - first) / RATE


def _pace(setting: Setting, engine: str) -> str:
    texts = sentences("en", SENTENCES)
    with Renderer(engine) as renderer:
        made = [samples_of(renderer.synthesise(text, language="en").samples) for text in texts]
    with NullSink(setting) as sink, sounding_in(sink):
        with Listener(engine=engine) as listener:
            listener.say("Yes.", language="en")
            times = [first_and_silence(sink, listener, LONG, "en") for _ in range(STOPS)]
        begin = sink.now
        reader = Reader(lambda _language: {}, lambda tell: SpeechClient(tell, engine=engine))
        reader.read(texts, "en", "normal", print)
        reader.wait()
        sink.let_pass(_AFTER)
        reader.close()
        heard, pauses = _parted(sink.between(begin))
    first, silence = zip(*times, strict=True)
    alike = min((likeness(*pair) for pair in zip(heard, made, strict=False)), default=0.0)
    cells = (f"{median(first):.0f} ({max(first):.0f})", f"{median(silence):.0f}")
    paused = f"{median(pauses):.2f} ({min(pauses):.2f} to {max(pauses):.2f})"
    return f"{' | '.join(cells)} | {paused} | {len(heard)} of {len(made)}, {alike:.2f} at least"


def _parted(samples: array[int]) -> tuple[list[array[int]], list[float]]:
    """Return the sentences of a recording, and the seconds of silence between them."""
    places = list(_sounding(samples))
    ends = [*(place for place, _next in _gaps(places)), places[-1]]
    begins = [places[0], *(place for _last, place in _gaps(places))]
    found = [samples[first : last + 1] for first, last in zip(begins, ends, strict=True)]
    return found, [(after - before) / RATE for before, after in _gaps(places)]


def _sounding(samples: array[int]) -> Iterator[int]:
    return (place for place, value in enumerate(samples) if abs(value) > AUDIBLE)


def _gaps(places: list[int]) -> Iterator[tuple[int, int]]:
    return ((one, two) for one, two in pairwise(places) if two - one > _PAUSE_AT_LEAST * RATE)


def _name(engine: str) -> str:
    return "espeak-ng" if engine == "espeak" else "Piper, en_US-joe-medium"


if __name__ == "__main__":
    sys.exit(main())
