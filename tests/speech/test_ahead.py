"""An engine that takes its time: what it makes, in which order, and who waits for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from itertools import pairwise

import pytest

from giz_gesprek.speech.worker.ahead import Ahead, pieces_of
from giz_gesprek.speech.worker.faults import NoEngine, NoVoice
from giz_gesprek.speech.worker.instead import Instead
from giz_gesprek.speech.worker.sources import Reading, Source, Speech
from tests.support.waiting import wait_until

LONG = (
    "Wij praten over de dag en over de nacht, over eten en slapen thuis, en over spelen op straat."
)


class Slow:
    """Makes a piece when it is told to."""

    name = "slow"

    def __init__(self, language: str = "nl") -> None:
        self.made: list[str] = []
        self._language = language
        self._allowed = threading.Semaphore(0)

    def voice_for(self, language: str) -> str | None:
        return self.name if language == self._language else None

    def warm_up(self) -> None:
        pass

    def make(self, reading: Reading) -> Speech:
        self._allowed.acquire()
        self.made.append(reading.text)
        return Speech(reading.text.encode("utf-16-le"), 1000)

    def may_make(self, pieces: int) -> None:
        self._allowed.release(pieces)


@pytest.fixture
def slow() -> Iterator[Slow]:
    slow = Slow()
    yield slow
    slow.may_make(1000)


def reading(text: str, language: str = "nl") -> Reading:
    return Reading(text, language, 127)


def said(source: Source, text: str) -> list[str]:
    found = source.synthesise(reading(text), unwanted=lambda: False)
    return [each.samples.decode("utf-16-le") for each in found]


def test_a_long_text_is_parted_after_its_commas() -> None:
    assert pieces_of(LONG) == [
        "Wij praten over de dag en over de nacht,",
        "over eten en slapen thuis,",
        "en over spelen op straat.",
    ]


def test_a_short_text_stays_whole() -> None:
    assert pieces_of("Ja, dat is goed, zegt u.") == ["Ja, dat is goed, zegt u."]
    assert pieces_of("") == [""]
    assert pieces_of(" " * 100) == [" " * 100]


def test_no_piece_is_too_short_to_be_heard_as_part_of_a_sentence() -> None:
    text = "Ja, nee, soms, ik weet het niet, " * 5 + "dat is alles."
    pieces = pieces_of(text)
    assert len(pieces) > 2
    assert " ".join(pieces) == text
    assert min(map(len, pieces)) >= 20


def test_what_goes_on_without_a_comma_is_parted_between_words() -> None:
    text = " ".join(["woord"] * 100)
    pieces = pieces_of(text)
    assert max(map(len, pieces)) <= 180
    assert " ".join(pieces) == text
    assert max(map(len, pieces_of("a" * 1000))) <= 180


def test_a_number_with_a_comma_stays_whole() -> None:
    text = "Het kost 12,50 euro in de week en daar komt dan nog iets van 3,75 bij voor de bus."
    assert pieces_of(text) == [text]


def test_the_first_piece_is_given_before_the_second_is_made(slow: Slow) -> None:
    pieces = iter(Ahead(slow).synthesise(reading(LONG), unwanted=lambda: False))
    slow.may_make(1)
    assert next(pieces).samples.decode("utf-16-le") == pieces_of(LONG)[0]
    assert slow.made == pieces_of(LONG)[:1]
    slow.may_make(2)
    assert len(list(pieces)) == 2


def test_the_next_piece_is_made_while_one_is_heard(slow: Slow) -> None:
    pieces = iter(Ahead(slow).synthesise(reading(LONG), unwanted=lambda: False))
    slow.may_make(3)
    next(pieces)
    # Nobody has asked for another one yet.
    wait_until(lambda: slow.made == pieces_of(LONG), "all pieces")


def test_who_no_longer_wants_a_text_waits_for_no_piece_of_it(slow: Slow) -> None:
    ahead = Ahead(slow)
    # Nothing may be made, so this would wait for ever.
    assert list(ahead.synthesise(reading(LONG), unwanted=lambda: True)) == []
    slow.may_make(1000)
    assert said(ahead, "Daarna.") == ["Daarna."]
    assert pieces_of(LONG)[1] not in slow.made


def test_what_was_made_ahead_is_there_when_it_is_asked_for(slow: Slow) -> None:
    ahead = Ahead(slow)
    ahead.make_ahead(reading("Straks."))
    slow.may_make(1)
    wait_until(lambda: slow.made == ["Straks."], "the text")
    # No more may be made.
    assert said(ahead, "Straks.") == ["Straks."]


def test_what_is_asked_for_now_comes_before_what_may_come_next(slow: Slow) -> None:
    ahead = Ahead(slow)
    pieces = iter(ahead.synthesise(reading(LONG), unwanted=lambda: False))
    slow.may_make(1)
    next(pieces)
    ahead.make_ahead(reading("Straks."))
    slow.may_make(3)
    assert len(list(pieces)) == 2
    wait_until(lambda: len(slow.made) == 4, "the text that may come")
    assert slow.made == [*pieces_of(LONG), "Straks."]


def test_what_may_come_next_can_be_told_before_what_comes_now_is_begun(slow: Slow) -> None:
    ahead = Ahead(slow)
    ahead.make_ahead(reading("Straks."))
    slow.may_make(1000)
    assert said(ahead, "Nu.") == ["Nu."]
    wait_until(lambda: "Straks." in slow.made, "the text that may come")
    assert said(ahead, "Straks.") == ["Straks."]
    assert slow.made.count("Straks.") == 1


def test_what_may_come_after_the_next_can_be_told_before_the_next_is_begun(slow: Slow) -> None:
    ahead = Ahead(slow)
    for text in ("Een.", "Twee."):
        ahead.make_ahead(reading(text))
    slow.may_make(2)
    wait_until(lambda: slow.made == ["Een.", "Twee."], "both, in their order")
    # No more may be made.
    assert said(ahead, "Een.") == ["Een."]
    assert said(ahead, "Twee.") == ["Twee."]


def test_of_what_may_come_next_the_newest_two_count(slow: Slow) -> None:
    ahead = Ahead(slow)
    for text in ("Een.", "Twee.", "Drie.", "Vier."):
        ahead.make_ahead(reading(text))
    slow.may_make(1000)
    assert said(ahead, "Vier.") == ["Vier."]
    # The first may have been begun already.
    assert "Twee." not in slow.made
    assert slow.made.count("Vier.") == 1


def test_another_speed_is_another_sound(slow: Slow) -> None:
    ahead = Ahead(slow)
    ahead.make_ahead(reading("Ja."))
    slow.may_make(1000)
    wait_until(lambda: slow.made == ["Ja."], "the text")
    brisk = reading("Ja.")._replace(words_per_minute=155)
    list(ahead.synthesise(brisk, unwanted=lambda: False))
    assert slow.made == ["Ja.", "Ja."]


def test_the_same_sentence_twice_is_made_twice_and_heard_twice(slow: Slow) -> None:
    ahead = Ahead(slow)
    slow.may_make(1000)
    for _now, _then in pairwise(["Ja."] * 3):
        pieces = iter(ahead.synthesise(reading("Ja."), unwanted=lambda: False))
        ahead.make_ahead(reading("Ja."))
        assert len(list(pieces)) == 1
    assert said(ahead, "Ja.") == ["Ja."]


def test_a_language_that_the_voice_lacks_is_never_made(slow: Slow) -> None:
    ahead = Ahead(slow)
    ahead.make_ahead(reading("Yes.", "en"))
    with pytest.raises(NoVoice):
        list(ahead.synthesise(reading("Yes.", "en"), unwanted=lambda: False))
    slow.may_make(1)
    assert said(ahead, "Ja.") == ["Ja."]
    assert slow.made == ["Ja."]


class Other:
    """Reads English, at once."""

    name = "other"

    def voice_for(self, language: str) -> str | None:
        return "other en" if language == "en" else None

    def make_ahead(self, reading: Reading) -> None:
        raise AssertionError("it is on one thread")

    def synthesise(self, reading: Reading, *, unwanted: object) -> list[Speech]:
        return [Speech(b"en", 1000)]


def test_a_language_that_the_first_voice_lacks_is_read_by_the_second(slow: Slow) -> None:
    slow.may_make(1000)
    both = Instead(Ahead(slow), Other)
    assert both.name == "slow"
    assert [both.voice_for(each) for each in ("nl", "en", "xx")] == ["slow", "other en", None]
    both.make_ahead(reading("Yes.", "en"))
    (speech,) = both.synthesise(reading("Yes.", "en"), unwanted=lambda: False)
    assert speech.samples == b"en"
    assert said(both, "Ja.") == ["Ja."]
    with pytest.raises(NoVoice):
        list(both.synthesise(reading("?", "xx"), unwanted=lambda: False))


def test_the_second_voice_is_made_once_and_only_when_it_is_needed(slow: Slow) -> None:
    made = []

    def make() -> Other:
        made.append(1)
        return Other()

    both = Instead(Ahead(slow), make)
    both.voice_for("nl")
    assert made == []
    both.voice_for("en")
    both.voice_for("xx")
    assert made == [1]


def test_without_a_second_voice_there_is_none_for_other_languages(slow: Slow) -> None:
    def make() -> Source:
        raise NoEngine

    both = Instead(Ahead(slow), make)
    assert both.voice_for("en") is None
    assert both.voice_for("en") is None
    assert both.voice_for("nl") == "slow"
