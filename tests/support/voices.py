"""A voice that makes no sound: it writes down what it is asked, and speaks when it is told to.

It keeps the promises of ``speech.SpeechClient``: one terminal event for each number, the newest
text wins, and a stop is answered.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from giz_gesprek.conversation.people import SpeechRate
from giz_gesprek.speech import Code, Event, Failed, Finished, OtherVoice, Started, Stopped, Word
from giz_gesprek.tui.reading.voice import Tell


@dataclass(frozen=True)
class Spoken:
    """What was asked of a voice."""

    text: str
    language: str
    rate: SpeechRate


@dataclass
class QuietVoice:
    """Records; ``begin``, ``come_to``, ``finish`` and ``fail`` are what a real one does."""

    tell: Tell
    spoken: list[Spoken] = field(default_factory=list)
    prepared: list[Spoken] = field(default_factory=list)
    state: str = "idle"
    warm: int = 0
    stops: int = 0
    tries: int = 0
    closed: bool = False
    used: list[str | None] = field(default_factory=list)
    """Each choice of a voice."""
    _now: int | None = None

    def use(self, voice: str | None) -> None:
        self._end(Stopped)
        self.used.append(voice)

    def warm_up(self) -> None:
        self.warm += 1

    def speak(self, text: str, *, language: str, rate: SpeechRate = "normal") -> int:
        self._end(Stopped)
        self.spoken.append(Spoken(text, language, rate))
        self._now = len(self.spoken)
        return self._now

    def prepare(self, text: str, *, language: str, rate: SpeechRate = "normal") -> None:
        self.prepared.append(Spoken(text, language, rate))

    def stop(self) -> None:
        self.stops += 1
        self._end(Stopped)

    def try_again(self) -> None:
        self.tries += 1
        self.state = "idle"

    def close(self) -> None:
        self.closed = True
        self._end(Stopped)

    # --- what happens by itself with a real one ---------------------------------------------

    @property
    def is_speaking(self) -> bool:
        return self._now is not None

    @property
    def saying(self) -> str:
        """What is being said; nothing between two sentences."""
        return self.spoken[-1].text if self.is_speaking else ""

    @property
    def texts(self) -> list[str]:
        """Everything that was said, in order."""
        return [each.text for each in self.spoken]

    def begin(self) -> None:
        assert self._now is not None
        self.tell(Started(self._now))

    def come_to(self, start: int, length: int) -> None:
        assert self._now is not None
        self.tell(Word(self._now, start, length))

    def finish(self) -> None:
        self._end(Finished)

    def is_another(self) -> None:
        """The chosen one does not work: this one takes its place."""
        self.tell(OtherVoice())

    def fail(self, code: Code) -> None:
        number, self._now = self._now, None
        self.tell(Failed(number, code))

    def _end(self, how: type[Finished | Stopped]) -> None:
        number, self._now = self._now, None
        if number is not None:
            event: Event = how(number)
            self.tell(event)
