"""A paper is read out as it is written: every word, in order, and as a file that plays."""

from __future__ import annotations

import re
import wave
from io import BytesIO
from pathlib import Path

import miniaudio
import pytest

from giz_gesprek.errors import InputError
from giz_gesprek.export.read_out import document_sentences, document_sound
from giz_gesprek.export.sound import SoundForm, sound_form
from giz_gesprek.export.text import document_text
from giz_gesprek.speech.rendering import Renderer
from giz_gesprek.spoken import PAUSE, spoken_sentences
from giz_gesprek.summary.audience import FAMILY
from giz_gesprek.summary.document import (
    Agreement,
    Document,
    Heading,
    Paragraph,
    PeopleList,
    PersonLine,
    Quote,
    Row,
    Rows,
)
from tests.support.golden import document_of_today

SHORT = Document(
    "Ons gesprek",
    "nl",
    (
        Heading("Ons gesprek", 1),
        Paragraph("Dit papier is van u.\nU kiest wie het mag lezen."),
        Heading("Onze afspraken", 2),
        Quote("Roos", "Roos zegt", "Ik wil slapen.", see="Alles staat achteraan."),
        Agreement("Roos doet dit: zingen.", "zingen", by="Klaar op dinsdag."),
        Rows((Row("Wie", "Oma Bloem"),)),
        PeopleList((PersonLine("Sanne", "hulpverlener", "Wijkploeg"),)),
    ),
)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def test_every_piece_of_a_paper_is_read_in_order() -> None:
    assert [each.text for each in document_sentences(SHORT, {})] == [
        "Ons gesprek",
        "Dit papier is van u.",
        "U kiest wie het mag lezen.",
        "Onze afspraken",
        "Roos zegt",
        "Ik wil slapen.",
        "Alles staat achteraan.",
        "Roos doet dit: zingen.",
        "Klaar op dinsdag.",
        "Wie",
        "Oma Bloem",
        "Sanne, hulpverlener, Wijkploeg",
    ]


def test_a_heading_is_heard_after_a_longer_pause() -> None:
    pauses = {each.text: each.pause for each in document_sentences(SHORT, {})}

    assert pauses["U kiest wie het mag lezen."] > 2 * PAUSE
    assert pauses["Dit papier is van u."] == PAUSE


def test_the_paper_of_the_example_is_read_out_word_for_word() -> None:
    document = document_of_today(FAMILY)

    read = " ".join(each.text for each in document_sentences(document, {}))

    written = " ".join(
        sentence.text
        for sentence in spoken_sentences(
            document_text(document).replace("\n  ", " "), language="nl", pronunciations={}
        )
    )
    assert words(read) == words(written)


def test_a_name_is_said_as_its_family_says_it() -> None:
    document = Document("", "nl", (Paragraph("Fleur belt u."),))

    assert [each.text for each in document_sentences(document, {"Fleur": "Flur"})] == [
        "Flur belt u."
    ]


@pytest.fixture(scope="module")
def files() -> dict[SoundForm, bytes]:
    forms: tuple[SoundForm, ...] = ("wav", "mp3")
    with Renderer() as renderer:
        return {
            form: document_sound(SHORT, renderer, pronunciations={}, form=form) for form in forms
        }


def test_a_wave_file_holds_the_sentences_and_their_pauses(files: dict[SoundForm, bytes]) -> None:
    with wave.open(BytesIO(files["wav"])) as sound:
        seconds = sound.getnframes() / sound.getframerate()
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)

    pauses = sum(each.pause for each in document_sentences(SHORT, {}))
    assert pauses + 8 < seconds < pauses + 25


def test_an_mp3_file_sounds_the_same_and_is_a_fraction_of_the_size(
    files: dict[SoundForm, bytes],
) -> None:
    small = miniaudio.mp3_read_s16(files["mp3"])
    with wave.open(BytesIO(files["wav"])) as sound:
        frames, rate = sound.getnframes(), sound.getframerate()

    assert (small.nchannels, small.sample_rate) == (1, rate)
    assert small.num_frames / rate == pytest.approx(frames / rate, abs=0.2)
    assert max(small.samples) > 3000
    assert len(files["mp3"]) * 5 < len(files["wav"])


@pytest.mark.parametrize(
    ("output", "form"), [("-", "wav"), ("a.wav", "wav"), ("é map/B.MP3", "mp3")]
)
def test_the_end_of_the_name_says_which_file_it_is(output: str, form: str) -> None:
    assert sound_form(output) == form


@pytest.mark.parametrize("output", ["a", "a.ogg", str(Path("wav") / "a.txt")])
def test_another_end_is_refused_with_what_to_do(output: str) -> None:
    with pytest.raises(InputError, match=r"\.wav"):
        sound_form(output)
