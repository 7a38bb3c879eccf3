"""Sentences that are heard while a command waits; how they are said is known elsewhere."""

from __future__ import annotations

import time
from collections.abc import Sequence
from queue import SimpleQueue

import click

from giz_gesprek.cli.file_voice import other_voice
from giz_gesprek.speech.client import SpeechClient
from giz_gesprek.speech.events import Event, Failed, Finished, OtherVoice, Stopped
from giz_gesprek.speech.problems import sound_error
from giz_gesprek.speech.protocol import Rate
from giz_gesprek.spoken import PAUSE


def read_aloud(
    sentences: Sequence[str], language: str, rate: Rate = "normal", voice: str | None = None
) -> None:
    """Read sentences aloud, and return when the last one was heard.

    ``voice`` is what :func:`giz_gesprek.speech.choosing.chosen_engine` takes.

    Raises:
        SoundError: one was not heard.

    """
    events: SimpleQueue[Event] = SimpleQueue()
    client = SpeechClient(events.put, engine=voice)
    try:
        for number, sentence in enumerate(sentences):
            if number:
                time.sleep(PAUSE)
            client.speak(sentence, language=language, rate=rate)
            _wait(events)
    finally:
        client.close()


def _wait(events: SimpleQueue[Event]) -> None:
    """Wait until a sentence was heard."""
    while True:
        match events.get():
            case Finished() | Stopped():
                return
            case OtherVoice():
                click.echo(other_voice(), err=True)
            case Failed(code=code):
                raise sound_error(code)
