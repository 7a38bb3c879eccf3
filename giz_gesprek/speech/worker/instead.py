"""A voice that reads some languages, and another one for the others.

Somebody with a natural voice for Dutch hears English from our own, and the other way round: no
voice reads a language that is not its own, and none has to be silent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from giz_gesprek.speech.worker.faults import NoEngine, NoVoice
from giz_gesprek.speech.worker.sources import Reading, Source, Speech


class Instead:
    """A :class:`giz_gesprek.speech.worker.sources.Source` over two others."""

    def __init__(self, first: Source, second: Callable[[], Source]) -> None:
        """Read with *first* what it can; *second* is made when it is first needed."""
        self.name = first.name
        self._first = first
        self._make_second: Callable[[], Source] | None = second
        self._second: Source | None = None

    def voice_for(self, language: str) -> str | None:
        """See :class:`giz_gesprek.speech.worker.sources.Source`."""
        source = self._source_for(language)
        return None if source is None else source.voice_for(language)

    def make_ahead(self, reading: Reading) -> None:
        """See :class:`giz_gesprek.speech.worker.sources.Source`; the second makes nothing ahead."""
        self._first.make_ahead(reading)

    def synthesise(self, reading: Reading, *, unwanted: Callable[[], bool]) -> Iterable[Speech]:
        """See :class:`giz_gesprek.speech.worker.sources.Source`."""
        source = self._source_for(reading.language)
        if source is None:
            raise NoVoice
        return source.synthesise(reading, unwanted=unwanted)

    def _source_for(self, language: str) -> Source | None:
        if self._first.voice_for(language) is not None:
            return self._first
        if self._make_second is not None:
            make, self._make_second = self._make_second, None
            try:
                self._second = make()
            except NoEngine:
                return None
        if self._second is not None and self._second.voice_for(language) is not None:
            return self._second
        return None
