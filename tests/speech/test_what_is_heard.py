"""What comes out of the loudspeaker, recorded from a sink that goes nowhere."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Final, get_args

import pytest

from giz_gesprek.content.loader import load_content
from giz_gesprek.paths import content_dir
from giz_gesprek.speech import Finished, Rate, Stopped
from giz_gesprek.speech.rendering import Renderer
from giz_gesprek.spoken import spoken_sentences
from tests.support.slow import first_of
from tests.support.sound import (
    AUDIBLE,
    RATE,
    SETTINGS,
    NullSink,
    at_best,
    envelope,
    likeness,
    voiced,
)
from tests.support.sound import samples_of as numbers
from tests.support.speaking import Listener
from tests.support.waiting import wait_until

pytestmark = pytest.mark.needs_linux("a sound server")

QUESTION: Final = "eating_sleeping.strengths"
CHOICES: Final = tuple(f"how_is_it_going.{each}" for each in ("going_well", "so_so", "difficult"))
OTHER: Final = "Bij gevaar belt u meteen naar het alarmnummer, en dan wacht u daar op hulp."
LONG: Final = (
    "Wij praten over de dag en over de nacht, over eten en slapen en over spelen op straat."
)


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer() as renderer:
        yield renderer


def reference(renderer: Renderer, text: str, rate: Rate = "normal") -> Sequence[int]:
    return numbers(renderer.synthesise(text, language="nl", rate=rate).samples)


def voiced_length(samples: Sequence[int]) -> int:
    first, last = voiced(samples)
    return last - first


def on_the_screen(*ids: str) -> list[str]:
    library = load_content(content_dir()).library
    found = [library.find(each, language="nl", rung="easy") for each in ids]
    return [each.text.replace("{child}", "Milan") for each in found if each is not None]


def test_a_question_and_its_choices_are_heard_as_they_are_written(
    sink: NullSink, listener: Listener, renderer: Renderer
) -> None:
    shown = on_the_screen(QUESTION, *CHOICES)
    assert len(shown) == 4
    said = [
        sentence.text
        for text in shown
        for sentence in spoken_sentences(text, language="nl", pronunciations={})
    ]
    other = reference(renderer, OTHER)
    for text in said:
        begin = sink.now
        assert isinstance(listener.say(text), Finished)
        sink.let_pass(0.2)
        heard = sink.between(begin)
        wanted = reference(renderer, text)
        assert likeness(heard, wanted) > 0.9, text
        assert likeness(heard, other) < 0.5, text
        assert voiced_length(heard) == pytest.approx(voiced_length(wanted), rel=0.05)


@pytest.mark.parametrize("sink_server", first_of(SETTINGS), indirect=True, ids=str)
def test_whole_sentences_are_heard_whatever_the_sound_server_does(
    sink: NullSink, listener: Listener, renderer: Renderer
) -> None:
    for text in ("Sam slaapt deze week goed.", "Hij eet ook weer mee."):
        begin = sink.now
        assert isinstance(listener.say(text), Finished)
        sink.let_pass(0.2)
        heard, wanted = sink.between(begin), reference(renderer, text)
        assert likeness(heard, wanted) > 0.9, text
        assert voiced_length(heard) == pytest.approx(voiced_length(wanted), rel=0.05)


@pytest.mark.parametrize("sink_server", first_of(SETTINGS), indirect=True, ids=str)
def test_a_stop_is_silence_whatever_the_sound_server_does(
    sink: NullSink, listener: Listener
) -> None:
    begin = sink.now
    number = listener.speak(LONG)
    wait_until(lambda: max(envelope(sink.between(begin)), default=0) > AUDIBLE, "sound")
    listener.client.stop()
    assert listener.end_of(number) == Stopped(number)
    # The recorder may be late by as much as the computer is busy; what is left takes six seconds.
    assert heard_after(sink, sink.now) < 2


def test_three_utterances_in_a_row_are_all_audible(sink: NullSink, listener: Listener) -> None:
    for text in ("Dit is één.", "Dit is twee.", "Dit is drie."):
        begin = sink.now
        assert isinstance(listener.say(text), Finished)
        sink.let_pass(0.1)
        assert max(envelope(sink.between(begin))) > AUDIBLE


@pytest.mark.slow
def test_forty_changes_of_rate_are_all_heard(
    sink: NullSink, listener: Listener, renderer: Renderer
) -> None:
    rates: tuple[Rate, ...] = get_args(Rate)
    chance = random.Random(40)
    wanted = {rate: voiced_length(reference(renderer, "Ja.", rate)) for rate in rates}
    assert wanted["slow"] > wanted["normal"] > wanted["brisk"]
    for rate in chance.choices(rates, k=40):
        begin = sink.now
        assert isinstance(listener.say("Ja.", rate=rate), Finished)
        sink.let_pass(0.1)
        heard = voiced_length(sink.between(begin))
        assert min(wanted, key=lambda each: abs(wanted[each] - heard)) == rate


def heard_after(sink: NullSink, moment: int) -> float:
    """Return for how many seconds after a moment there is still something to be heard."""
    sink.let_pass(1.0)
    _first, last = voiced(sink.between(moment))
    return last / RATE


def test_after_a_stop_it_is_silent(sink: NullSink, listener: Listener) -> None:
    def stop() -> float:
        number = listener.speak(LONG)
        listener.wait_for_start_of(number)
        sink.let_pass(0.6)
        stopped_at = sink.now
        listener.client.stop()
        assert listener.end_of(number) == Stopped(number)
        assert max(envelope(sink.between(stopped_at - RATE // 2, stopped_at))) > AUDIBLE
        return heard_after(sink, stopped_at)

    assert at_best(stop, below=0.2) < 0.2


def test_the_newest_text_is_heard_and_the_one_before_is_not(
    sink: NullSink, listener: Listener, renderer: Renderer
) -> None:
    first = listener.speak(LONG)
    listener.wait_for_start_of(first)
    begin = sink.now
    second = listener.speak(OTHER)
    assert listener.end_of(second) == Finished(second)
    assert listener.ends_of(first) == [Stopped(first)]
    sink.let_pass(0.2)
    heard = sink.between(begin)
    assert likeness(heard, reference(renderer, OTHER)) > 0.9
    assert likeness(heard, reference(renderer, LONG)) < 0.5


def test_volume_is_obeyed(sink: NullSink, listener: Listener) -> None:
    loudness = []
    for volume in (1.0, 0.3):
        begin = sink.now
        number = listener.client.speak("Hallo.", language="nl", volume=volume)
        assert listener.end_of(number) == Finished(number)
        sink.let_pass(0.1)
        loudness.append(max(envelope(sink.between(begin))))
    assert loudness[1] < loudness[0] / 2
    assert loudness[1] > AUDIBLE


def test_the_end_is_told_when_the_last_sound_was_heard(sink: NullSink, listener: Listener) -> None:
    def finish() -> float:
        assert isinstance(listener.say("Dit is de laatste zin."), Finished)
        return heard_after(sink, sink.now)

    assert at_best(finish, below=0.04) < 0.04
