"""A paper is read out as it is written: every word, in order, and as a file that plays."""

from __future__ import annotations

import re
import unicodedata
import wave
from io import BytesIO
from pathlib import Path

import miniaudio
import pytest

from giz_gesprek.errors import InputError
from giz_gesprek.export.read_out import document_sentences, document_sound
from giz_gesprek.export.sound import Pcm, SoundForm, Synthesiser, sound_form
from giz_gesprek.export.text import document_text
from giz_gesprek.speech.rendering import Renderer
from giz_gesprek.spoken import PAUSE, spoken_sentences
from giz_gesprek.summary.audience import FAMILY
from giz_gesprek.summary.document import Agreement, Document, Heading, Paragraph, Quote
from giz_gesprek.summary.languages import UNKNOWN
from giz_gesprek.summary.listed import PeopleList, PersonLine, Row, Rows
from tests.support.example import example
from tests.support.golden import document_of_today
from tests.support.sheets import document_of

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


def as_written(_language: str) -> dict[str, str]:
    return {}


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def test_every_piece_of_a_paper_is_read_in_order() -> None:
    assert [each.text for each in document_sentences(SHORT, as_written)] == [
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
    pauses = {each.text: each.pause for each in document_sentences(SHORT, as_written)}

    assert pauses["U kiest wie het mag lezen."] > 2 * PAUSE
    assert pauses["Dit papier is van u."] == PAUSE


def test_the_paper_of_the_example_is_read_out_word_for_word_but_for_the_year() -> None:
    document = document_of_today(FAMILY)

    read = " ".join(each.text for each in document_sentences(document, as_written))

    first, year, rest = document_text(document).replace("\n  ", " ").partition(" 2026")
    written = " ".join(
        sentence.text
        for sentence in spoken_sentences(
            first + year + rest.replace(year, ""), language="nl", pronunciations={}
        )
    )
    assert words(read) == words(written)


def test_the_year_of_the_talk_is_said_once_and_another_year_where_it_is_meant() -> None:
    own = "Op 3 maart 2026 viel hij."
    document = Document(
        "",
        "nl",
        (
            Paragraph("Op dinsdag 17 november 2026 hebben wij gepraat."),
            Agreement("Roos doet dit.", "dit", by="Wanneer: vrijdag 20 november 2026."),
            Quote("Roos", "Roos zegt", own),
            Paragraph("Op dinsdag 12 januari 2027 praten wij weer."),
            Paragraph("Op 1 december 2026 ook."),
        ),
    )
    said = [each.text for each in document_sentences(document, as_written)]
    assert [each for each in said if "tweeduizend" in each] == [
        "Op dinsdag zeventien november tweeduizend zessentwintig hebben wij gepraat.",
        "Op drie maart tweeduizend zessentwintig viel hij.",
        "Op dinsdag twaalf januari tweeduizend zevenentwintig praten wij weer.",
    ]
    assert "Wanneer: vrijdag twintig november." in said


def test_own_words_end_in_a_pause_that_can_be_heard() -> None:
    document = Document(
        "", "nl", (Quote("Roos", "Roos zegt", "Ik slaap slecht. Hij ook."), Paragraph("Samen."))
    )
    pauses = {each.text: each.pause for each in document_sentences(document, as_written)}
    assert pauses["Ik slaap slecht."] == PAUSE
    assert PAUSE < pauses["Hij ook."] < 2 * PAUSE


IN_OTHER_LANGUAGES = Document(
    "",
    "en",
    (
        Quote("Roos", "Roos says", "Ik slaap slecht. Hij ook.", language="nl"),
        Quote("Ali", "Ali says", "هو ينام جيدا.", language=UNKNOWN),
        Quote("Ewa", "Ewa says", "On dobrze. Tak jest.", language="xx"),
        Agreement("Roos: zingen.", "zingen", by="When: Friday.", language="nl"),
    ),
)


def test_own_words_are_read_in_their_own_language_or_named() -> None:
    def said_in(language: str) -> dict[str, str]:
        return {"slecht": "sleght"} if language == "nl" else {}

    said = [(each.text, each.language) for each in document_sentences(IN_OTHER_LANGUAGES, said_in)]
    assert said == [
        ("Roos says", "en"),
        ("Ik slaap sleght.", "nl"),
        ("Hij ook.", "nl"),
        ("Ali says", "en"),
        ("words in another language", "en"),
        ("Ewa says", "en"),
        ("On dobrze.", "xx"),
        ("Tak jest.", "xx"),
        ("Roos:", "en"),
        ("zingen", "nl"),
        ("When: Friday.", "en"),
    ]


class Listener:
    """What a voice is given to read; the voice is the real one."""

    is_another = False

    def __init__(self, voice: Synthesiser) -> None:
        self.voice = voice
        self.heard: list[tuple[str, str]] = []

    def synthesise(self, text: str, *, language: str, rate: str) -> Pcm:
        """Read, and keep what was read without a fault."""
        sound = self.voice.synthesise(text, language=language, rate=rate)
        self.heard.append((text, language))
        return sound


def test_without_a_voice_for_own_words_they_are_named_once_and_left_out() -> None:
    with Renderer() as renderer:
        listener = Listener(renderer)
        document_sound(IN_OTHER_LANGUAGES, listener, pronunciations=as_written)
    ewa = listener.heard.index(("Ewa says", "en"))
    assert listener.heard[ewa + 1 :][:2] == [("words in another language", "en"), ("Roos:", "en")]
    assert ("Ik slaap slecht.", "nl") in listener.heard


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_letter_of_a_name_in_other_letters_is_spelled(language: str) -> None:
    people = tuple(
        one.model_copy(update={"name": "محمد علي"}) if one.id == "roos" else one
        for one in example().family.people
    )
    family = example().family.model_copy(update={"people": people})
    dossier = example().model_copy(update={"family": family})
    read = document_sentences(document_of(dossier, FAMILY, language), as_written)
    letters = {letter for each in read for letter in each.text if letter.isalpha()}
    assert all(unicodedata.name(letter).startswith("LATIN") for letter in letters)


def test_a_name_is_said_as_its_family_says_it() -> None:
    document = Document("", "nl", (Paragraph("Fleur belt u."),))

    assert [
        each.text for each in document_sentences(document, lambda _language: {"Fleur": "Flur"})
    ] == ["Flur belt u."]


@pytest.fixture(scope="module")
def files() -> dict[SoundForm, bytes]:
    forms: tuple[SoundForm, ...] = ("wav", "mp3")
    with Renderer() as renderer:
        return {
            form: document_sound(SHORT, renderer, pronunciations=as_written, form=form)
            for form in forms
        }


def test_a_wave_file_holds_the_sentences_and_their_pauses(files: dict[SoundForm, bytes]) -> None:
    with wave.open(BytesIO(files["wav"])) as sound:
        seconds = sound.getnframes() / sound.getframerate()
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)

    pauses = sum(each.pause for each in document_sentences(SHORT, as_written))
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
