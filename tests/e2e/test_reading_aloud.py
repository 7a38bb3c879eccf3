"""Reading aloud in a real terminal: what is heard, and what the screen shows meanwhile."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.speech.rendering import Renderer
from giz_gesprek.spoken import spoken_sentences
from giz_gesprek.store import Store
from tests.support.dossiers import library
from tests.support.sound import AUDIBLE, FRAME, RATE, NullSink, envelope, likeness, samples_of
from tests.support.speaking import SILENT_PLACE
from tests.support.talking import (
    PARENT,
    PASSPHRASE,
    Talk,
    at_table,
    keep_in_store,
    open_again,
    question_step,
    unlock,
)
from tests.support.terminal import Terminal
from tests.support.waiting import wait_until

pytestmark = pytest.mark.needs_linux("a sound server")

TOPIC: Final = "eating_sleeping"
QUESTION: Final = question_step(TOPIC, "appraisal")
CHOICES: Final = tuple(f"how_is_it_going.{each}" for each in ("going_well", "so_so", "difficult"))
PAUSE: Final = 0.7


@contextmanager
def at_the_question(environment: dict[str, str], store_path: Path) -> Iterator[Talk]:
    """Open a conversation at a question with choices."""
    keep_in_store(store_path, at_table(TOPIC, position=QUESTION))
    with Terminal(environment) as terminal:
        unlock(terminal)
        open_again(terminal)
        talk = Talk(terminal)
        talk.is_asked(PARENT, TOPIC, "appraisal")
        terminal.still_screen()
        yield talk


def body_of(screen: str) -> str:
    """Return the screen without its row of keys."""
    return "\n".join(screen.splitlines()[:-1])


def wait_for_sound(sink: NullSink, since: int) -> None:
    wait_until(lambda: max(envelope(sink.between(since)), default=0.0) > AUDIBLE, "sound")


def wait_for_silence(sink: NullSink, seconds: float) -> None:
    """Wait until it has been silent for so long."""
    samples = round(seconds * RATE)
    wait_until(
        lambda: max(envelope(sink.between(sink.now - samples)), default=0.0) < AUDIBLE, "silence"
    )


def utterances(samples: Sequence[int]) -> list[Sequence[int]]:
    """Cut what was recorded where it was silent for most of a pause."""
    gap = round(0.7 * PAUSE * RATE / FRAME)
    found: list[tuple[int, int]] = []
    for frame, level in enumerate(envelope(samples)):
        if level <= AUDIBLE:
            continue
        if found and frame - found[-1][1] < gap:
            found[-1] = found[-1][0], frame
        else:
            found.append((frame, frame))
    return [samples[begin * FRAME : (end + 1) * FRAME] for begin, end in found]


def asking(talk: Talk) -> str:
    """Return the line that asks; what to think of stands above it."""
    return talk.text(f"{TOPIC}.appraisal").splitlines()[-1]


def as_it_should_sound(text: str) -> Sequence[int]:
    """Return the sound of a text, made without a sound device."""
    (sentence,) = spoken_sentences(
        text, language="nl", pronunciations=library().pronunciations.of("nl")
    )
    with Renderer() as renderer:
        return samples_of(renderer.synthesise(sentence.text, language="nl").samples)


def workers_of(terminal: Terminal) -> list[int]:
    """Return the processes that the program has started."""
    listed = Path(f"/proc/{terminal.pid}/task").glob("*/children")
    return [int(child) for path in listed for child in path.read_text().split()]


def test_the_question_and_the_choices_are_heard_and_the_screen_keeps_still(
    environment: dict[str, str], store_path: Path, sink: NullSink
) -> None:
    with at_the_question({**environment, **sink.environment}, store_path) as talk:
        before, start = talk.terminal.screen(), sink.now
        talk.terminal.press("F2")
        talk.sees(talk.text("voice.normal"), talk.text("voice.stop"))
        texts = [
            *talk.text(f"{TOPIC}.appraisal").splitlines(),
            *(talk.text(choice) for choice in CHOICES),
        ]
        wait_until(lambda: len(utterances(sink.between(start))) > len(texts), "all choices")
        assert body_of(talk.terminal.screen()) == body_of(before)
        # Any key is the end of it; this one does nothing else.
        talk.terminal.press("F2")
        wait_for_silence(sink, 3 * PAUSE)
        assert talk.terminal.still_screen() == before
        heard = utterances(sink.between(start))
        for text, sound in zip(texts, heard, strict=False):
            assert likeness(sound, as_it_should_sound(text)) > 0.9, text


def test_a_key_is_followed_by_silence_and_does_what_it_does(
    environment: dict[str, str], store_path: Path, sink: NullSink
) -> None:
    with at_the_question({**environment, **sink.environment}, store_path) as talk:
        start = sink.now
        talk.terminal.press("F2")
        wait_for_sound(sink, start)
        talk.terminal.press("3")
        wait_for_silence(sink, 3 * PAUSE)
        talk.sees("▶ 3")
        talk.terminal.press("Enter")
        talk.terminal.wait_for(lambda screen: asking(talk) not in screen)
        workers = workers_of(talk.terminal)
        assert workers
        talk.terminal.press("C-q")
        talk.sees(talk.text("quit.ask"))
        talk.terminal.click(talk.text("button.stop_here"))
        assert talk.terminal.wait_until_gone() == 0
        assert talk.terminal.left_on_screen() == ""
        wait_until(
            lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers),
            "the end of the workers",
        )


def test_a_voice_that_dies_is_told_and_reads_again(
    environment: dict[str, str], store_path: Path, sink: NullSink
) -> None:
    with at_the_question({**environment, **sink.environment}, store_path) as talk:
        before, start = talk.terminal.screen(), sink.now
        talk.terminal.press("F2")
        wait_for_sound(sink, start)
        for worker in workers_of(talk.terminal):
            os.kill(worker, signal.SIGKILL)
        talk.sees(talk.text("voice.failed"))
        wait_for_silence(sink, 3 * PAUSE)
        again = sink.now
        talk.terminal.press("F2")
        wait_for_sound(sink, again)
        talk.terminal.press("F2")
        assert asking(talk) in talk.terminal.still_screen()
        assert before.splitlines()[0] == talk.terminal.screen().splitlines()[0]


def test_without_a_sound_device_one_sentence_says_so_and_the_talk_goes_on(
    environment: dict[str, str], store_path: Path
) -> None:
    with at_the_question({**environment, **SILENT_PLACE}, store_path) as talk:
        before = talk.terminal.screen()
        talk.terminal.press("F2")
        talk.sees(talk.text("voice.no_sound"))
        screen = talk.terminal.still_screen()
        assert "ALSA" not in screen
        assert screen.splitlines()[:14] == before.splitlines()[:14]
        talk.terminal.press("3")
        talk.sees("▶ 3")
        talk.terminal.press("Enter")
        talk.terminal.wait_for(lambda screen: asking(talk) not in screen)
        talk.terminal.kill()
    with Store.open(store_path, PASSPHRASE) as store:
        views = store.read("f1").conversations[0].views
        assert [answer.choice for view in views for answer in view.answers] == ["difficult"]
