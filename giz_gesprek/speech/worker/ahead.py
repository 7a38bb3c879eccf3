"""An engine that takes its time, made to wait for no more than it must.

A text is made in pieces, on a thread of its own: the first one is heard while the second is made,
and while a text is heard, the one that may come after it. Who waits for a piece waits no longer
than the text is wanted. Knows no engine and no device.
"""

from __future__ import annotations

import re
import textwrap
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, Protocol

from giz_gesprek.speech.worker.faults import NoVoice
from giz_gesprek.speech.worker.sources import Reading, Speech

_LOOK_AGAIN: Final = 0.01
_WHOLE: Final = 60
"""Characters of a text that is made in one piece: some ten words, heard in five seconds."""
_SHORTEST: Final = 20
"""Less than this sounds like a sentence by itself."""
_LONGEST: Final = 180
"""Without a comma for so long, what somebody wrote is parted between two words."""
_COMMA: Final = re.compile(r"(?<=[,;:])\s+")


class Maker(Protocol):
    """An engine that makes the sound of one piece at a time."""

    name: str
    """Product and version."""

    def voice_for(self, language: str) -> str | None:
        """Return the name of the voice that reads this language, or None. On any thread."""

    def warm_up(self) -> None:
        """Do what has to be done once. On the thread that makes."""

    def make(self, reading: Reading) -> Speech:
        """Return the sound of a piece of text. On the thread that makes."""


@dataclass(eq=False)
class _Text:
    """A text and what was made of it so far."""

    reading: Reading
    made: list[Speech] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pieces = pieces_of(self.reading.text)

    @property
    def to_make(self) -> Reading | None:
        """The piece that comes next; None when all are made."""
        if len(self.made) == len(self.pieces):
            return None
        return self.reading._replace(text=self.pieces[len(self.made)])


class Ahead:
    """A :class:`giz_gesprek.speech.worker.sources.Source` over a :class:`Maker`."""

    def __init__(self, maker: Maker) -> None:
        """Begin to warm up."""
        self.name = maker.name
        self._maker = maker
        self._changed = threading.Condition()
        self._now: _Text | None = None
        # The older one may be what is read next, and its turn is not there yet.
        self._coming: deque[_Text] = deque(maxlen=2)
        threading.Thread(target=self._work, name="making", daemon=True).start()

    def voice_for(self, language: str) -> str | None:
        """See :class:`giz_gesprek.speech.worker.sources.Source`."""
        return self._maker.voice_for(language)

    def make_ahead(self, reading: Reading) -> None:
        """See :class:`giz_gesprek.speech.worker.sources.Source`; the newest two are kept."""
        if self.voice_for(reading.language) is None:
            return
        with self._changed:
            if all(text.reading != reading for text in self._coming):
                self._coming.append(_Text(reading))
                self._changed.notify_all()

    def synthesise(self, reading: Reading, *, unwanted: Callable[[], bool]) -> Iterator[Speech]:
        """See :class:`giz_gesprek.speech.worker.sources.Source`."""
        if self.voice_for(reading.language) is None:
            raise NoVoice
        with self._changed:
            ahead = [text for text in self._coming if text.reading == reading]
            for text in ahead:
                self._coming.remove(text)
            self._now = text = ahead[0] if ahead else _Text(reading)
            self._changed.notify_all()
        try:
            for number in range(len(text.pieces)):
                speech = self._wait_for(text, number, unwanted)
                if speech is None:
                    return
                yield speech
        finally:
            # Also when it was cut off: what is left of it need not be made.
            self._forget(text)

    def _wait_for(self, text: _Text, number: int, unwanted: Callable[[], bool]) -> Speech | None:
        with self._changed:
            while len(text.made) <= number:
                if unwanted():
                    return None
                self._changed.wait(_LOOK_AGAIN)
            return text.made[number]

    def _forget(self, text: _Text) -> None:
        with self._changed:
            if self._now is text:
                self._now = None

    def _work(self) -> None:
        self._maker.warm_up()
        while True:
            text, piece = self._next_piece()
            speech = self._maker.make(piece)
            with self._changed:
                text.made.append(speech)
                self._changed.notify_all()

    def _next_piece(self) -> tuple[_Text, Reading]:
        """Wait for something to make; what is asked for now comes before what may be next."""
        with self._changed:
            while True:
                for text in filter(None, (self._now, *self._coming)):
                    if (piece := text.to_make) is not None:
                        return text, piece
                self._changed.wait()


def pieces_of(text: str) -> list[str]:
    """Part a long text where a reader breathes: after a comma."""
    if len(text) <= _WHOLE:
        return [text]
    parts: list[str] = []
    for part in _COMMA.split(text):
        if parts and len(parts[-1]) < _SHORTEST:
            parts[-1] += f" {part}"
        else:
            parts.append(part)
    if len(parts) > 1 and len(parts[-1]) < _SHORTEST:
        last = parts.pop()
        parts[-1] += f" {last}"
    return [piece for part in parts for piece in textwrap.wrap(part, _LONGEST)] or [text]
