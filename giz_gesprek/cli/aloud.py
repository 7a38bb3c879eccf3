"""Sentences that are heard while a command waits; how they are said is known elsewhere."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from queue import SimpleQueue

import click

from giz_gesprek.i18n import _
from giz_gesprek.speech.client import SpeechClient
from giz_gesprek.speech.events import Event, Failed, Finished, OtherVoice, Stopped
from giz_gesprek.speech.problems import sound_error
from giz_gesprek.speech.protocol import Rate
from giz_gesprek.speech.rendering import Renderer
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


@contextmanager
def voice_for_files(chosen: str | None) -> Iterator[Renderer]:
    """Give what makes sentences into sound; say on standard error where another voice did.

    ``chosen`` is what :func:`giz_gesprek.speech.choosing.chosen_engine` takes.
    """
    with Renderer(chosen) as renderer:
        yield renderer
        if renderer.is_another:
            click.echo(other_voice(), err=True)


def other_voice() -> str:
    """Return the sentence that says that the chosen voice does not read."""
    return _("The chosen voice does not work on this computer. The voice of the program reads.")


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
