"""A real Piper voice: how fast it is heard, and what it does not read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from giz_gesprek.errors import SoundError
from giz_gesprek.export.sound import Heard, sound_file
from giz_gesprek.speech import Finished, Started, Stopped
from giz_gesprek.speech.diagnosis import diagnose
from giz_gesprek.speech.protocol import WORDS_PER_MINUTE
from giz_gesprek.speech.rendering import Pcm, Renderer
from giz_gesprek.speech.worker.ahead import pieces_of
from tests.support.piper_voices import without_chance
from tests.support.slow import first_of
from tests.support.sound import RATE, NullSink, likeness, samples_of, voiced
from tests.support.speaking import Listener

pytestmark = pytest.mark.needs_linux("a sound server of our own")

LONG = "Together we look at what goes well at home, at school and outside, and at what is hard."
SAID = (
    "You can stop at any time.",
    "There are films and stories about birth.",
    "Someone from the baby clinic comes to you.",
    "Which do you like more, coffee or tea?",
)


@pytest.fixture(scope="module")
def voice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return without_chance(tmp_path_factory.mktemp("voice"))


@pytest.fixture(scope="module")
def renderer(voice: Path) -> Iterator[Renderer]:
    with Renderer(str(voice)) as renderer:
        yield renderer


@pytest.fixture
def natural(voice: Path, listener: Listener) -> Listener:
    """Listen to the Piper voice, with the patience of ``listener``, who listens to nothing."""
    return Listener(engine=str(voice))


def minutes(sound: Pcm) -> float:
    first, last = voiced(samples_of(sound.samples))
    return (last - first) / sound.samples_per_second / 60


@pytest.mark.parametrize("own", first_of([1.0, 1.5]))
def test_its_speeds_are_those_that_are_heard_whatever_its_own_length(
    tmp_path: Path, own: float
) -> None:
    words = sum(len(sentence.split()) for sentence in SAID)
    with Renderer(str(without_chance(tmp_path, length_scale=own))) as renderer:
        for rate, meant in WORDS_PER_MINUTE.items():
            made = [renderer.synthesise(one, language="en", rate=rate) for one in SAID]
            assert words / sum(map(minutes, made)) == pytest.approx(meant, rel=0.08), rate


def test_another_language_is_read_by_our_own_voice(voice: Path, renderer: Renderer) -> None:
    with Renderer("espeak") as ours:
        wanted = ours.synthesise("Goedemorgen allemaal.", language="nl")
    assert renderer.synthesise("Good morning.", language="en").samples
    assert renderer.synthesise("Goedemorgen allemaal.", language="nl") == wanted
    with pytest.raises(SoundError, match="geen stem voor deze taal"):
        renderer.synthesise("Dag.", language="xx")
    found = diagnose(["nl", "en", "xx"], str(voice))
    assert found.voices == {"nl": "espeak-ng nl", "en": "piper en_US-test", "xx": None}


def test_a_paper_in_two_languages_is_one_sound_file_whatever_the_voice_makes(
    tmp_path: Path,
) -> None:
    with Renderer(str(without_chance(tmp_path, samples_per_second=16_000))) as low:
        sounds = [low.synthesise("Yes.", language=each) for each in ("en", "nl")]
    assert {each.samples_per_second for each in sounds} == {RATE}
    assert all(minutes(each) > 0 for each in sounds)
    assert sound_file([Heard(each, 0.7) for each in sounds], "wav")


@pytest.mark.parametrize("text", ["...", "😀", "a\0b", "\ud800", "[[x]] & <break/>", " " * 100])
def test_odd_texts_make_a_sound_or_none_and_no_failure(renderer: Renderer, text: str) -> None:
    renderer.synthesise(text, language="en")
    assert renderer.synthesise("Yes.", language="en").samples


def test_a_voice_that_would_fetch_what_it_needs_is_not_loaded(tmp_path: Path) -> None:
    voice = without_chance(tmp_path)
    about = json.loads(Path(f"{voice}.json").read_text("utf-8"))
    Path(f"{voice}.json").write_text(json.dumps(about | {"phoneme_type": "pinyin"}), "utf-8")
    with pytest.raises(SoundError, match="kan op deze computer niet worden geladen"):
        diagnose(["en"], str(voice))


def test_it_is_heard_as_it_was_made_also_when_it_was_made_ahead(
    sink: NullSink, renderer: Renderer, natural: Listener
) -> None:
    other = samples_of(renderer.synthesise(LONG, language="en").samples)
    with natural:
        for now, then in pairwise(SAID):
            made = samples_of(renderer.synthesise(now, language="en").samples)
            begin = sink.now
            number = natural.speak(now, language="en")
            natural.client.prepare(then, language="en")
            assert natural.end_of(number) == Finished(number)
            sink.let_pass(0.2)
            heard = sink.between(begin)
            assert likeness(heard, made) > 0.9, now
            assert likeness(heard, other) < 0.5, now


def test_all_pieces_of_a_long_sentence_are_one_utterance(
    sink: NullSink, renderer: Renderer, natural: Listener
) -> None:
    made = voiced(samples_of(renderer.synthesise(LONG, language="en").samples))
    with natural:
        begin = sink.now
        number = natural.speak(LONG, language="en")
        assert natural.end_of(number) == Finished(number)
        assert natural.of(number) == [Started(number), Finished(number)]
        sink.let_pass(0.2)
        heard = voiced(sink.between(begin))
    # A breath after each piece but the last comes on top.
    assert 0 < (heard[1] - heard[0]) - (made[1] - made[0]) < len(pieces_of(LONG)) * RATE / 2


def test_stopped_is_told_while_nothing_is_heard_yet(sink: NullSink, natural: Listener) -> None:
    with natural:
        natural.say("Yes.", language="en")
        begin = sink.now
        number = natural.speak(LONG, language="en")
        natural.client.stop()
        assert natural.end_of(number) == Stopped(number)
        assert natural.of(number) == [Stopped(number)]
        assert isinstance(natural.say("Yes.", language="en"), Finished)
        # Of what was stopped nothing is heard after that either.
        assert len(sink.between(begin)) / RATE < 5


def test_every_id_gets_one_terminal_event(sink: NullSink, natural: Listener) -> None:
    with natural:
        numbers = []
        for each in range(9):
            numbers.append(natural.speak(f"{each}. {LONG}", language="en"))
            natural.client.prepare(f"{each + 1}. {LONG}", language="en")
            if each % 3 == 0:
                natural.client.stop()
        assert isinstance(natural.say("Yes.", language="en"), Finished)
        for number in numbers:
            assert natural.ends_of(number) == [Stopped(number)]
