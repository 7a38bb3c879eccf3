"""What the worker does with its jobs: one after the other, and the newest text wins.

The thread that runs :meth:`Speaker.run` is the only one that touches the engine; pyttsx3 breaks
on a second one. Another thread adds jobs and stops.
"""

from __future__ import annotations

import base64
import threading
from collections import deque
from typing import TYPE_CHECKING, Final

from giz_gesprek.speech.protocol import WORDS_PER_MINUTE
from giz_gesprek.speech.worker.channel import Channel
from giz_gesprek.speech.worker.faults import SpeechFault
from giz_gesprek.speech.worker.jobs import Describe, Job, Prepare, Render, SetRate, Speak
from giz_gesprek.speech.worker.sources import Reading

if TYPE_CHECKING:
    from giz_gesprek.speech.worker.voices import Voice

# Sixteen seconds of speech a line, at most; a multiple of 3, so that the pieces join.
_PIECE: Final = 720_000


class Speaker:
    """Does jobs until it is closed."""

    def __init__(self, channel: Channel, voice: Voice) -> None:
        """Report on *channel*; speak with *voice*."""
        self._channel = channel
        self._voice = voice
        self._jobs: deque[Job] = deque()
        self._changed = threading.Condition()
        self._speaking = False
        self._rate = WORDS_PER_MINUTE["normal"]

    @property
    def once(self) -> bool:
        """Whether the first text is the last."""
        return self._voice.once

    # --- from the thread that reads

    def add(self, job: Job) -> None:
        """Do this when what was asked before is done; a text cuts off the one before it.

        What is prepared is made beside it.
        """
        if isinstance(job, Prepare):
            self._voice.make_ahead(Reading(job.text, job.voice, job.rate or self._rate, job.volume))
            return
        with self._changed:
            if isinstance(job, Speak):
                self._drop_texts()
            self._jobs.append(job)
            self._changed.notify()

    def stop(self) -> None:
        """Read nothing any more of what was asked so far."""
        with self._changed:
            self._drop_texts()

    def _drop_texts(self) -> None:
        for job in [job for job in self._jobs if isinstance(job, Speak)]:
            self._jobs.remove(job)
            self._channel.send("stopped", id=job.id)
        if self._speaking:
            self._voice.stop()

    # --- from the thread that speaks

    def run(self) -> None:
        """Do jobs until the voice is used up; for ours, that is never."""
        if not self._jobs:
            self._voice.prepare()
        while True:
            job = self._next()
            try:
                self._do(job)
            except SpeechFault as fault:
                if isinstance(job, Speak | Render):
                    self._channel.send("error", id=job.id, code=fault.code)
            finally:
                self._speaking = False
            if self.once and isinstance(job, Speak):
                return

    def _next(self) -> Job:
        with self._changed:
            while not self._jobs:
                self._changed.wait()
            job = self._jobs.popleft()
            if isinstance(job, Speak):
                # Under the lock: a stop comes before this and finds the job, or after it.
                self._voice.allow()
                self._speaking = True
            return job

    def _do(self, job: Job) -> None:
        match job:
            case Speak():
                self._speak(job)
            case Render():
                self._render(job)
            case Describe(languages):
                self._describe(languages)
            case SetRate(rate):
                self._rate = rate

    def _speak(self, job: Speak) -> None:
        completed = not job.text.strip() or self._voice.speak(
            Reading(job.text, job.voice, job.rate or self._rate, job.volume),
            started=lambda: self._channel.send("started", id=job.id),
            word=lambda start, length: self._channel.send(
                "word", id=job.id, start=start, len=length
            ),
        )
        self._channel.send("finished" if completed else "stopped", id=job.id)

    def _render(self, job: Render) -> None:
        speech = self._voice.render(Reading(job.text, job.voice, job.rate or self._rate))
        for begin in range(0, len(speech.samples), _PIECE):
            piece = base64.b64encode(speech.samples[begin : begin + _PIECE]).decode("ascii")
            self._channel.send("sound", id=job.id, rate=speech.samples_per_second, data=piece)
        self._channel.send("finished", id=job.id)

    def _describe(self, languages: tuple[str, ...]) -> None:
        device = self._voice.device()
        self._channel.send(
            "described",
            engine=self._voice.name,
            voices={language: self._voice.voice_for(language) for language in languages},
            device=device and device._asdict(),
        )
