from __future__ import annotations

from pathlib import Path

from giz_gesprek.content.pronunciations import Pronunciations
from tests.content.support import ContentFolder

WORDS = """\
pronunciations:
  nl:
    texts:
      slapen: slaapen
    typed:
      ipad: aipet
"""


def test_words_come_with_how_they_are_said(content: ContentFolder) -> None:
    content.write("words.yaml", WORDS)

    pronunciations = content.load().library.pronunciations

    assert dict(pronunciations.of("nl")) == {"slapen": "slaapen", "ipad": "aipet"}
    assert dict(pronunciations.of("en")) == {}


def test_a_municipality_adds_words_and_writes_over_ours(
    content: ContentFolder, municipality: ContentFolder
) -> None:
    content.write("words.yaml", WORDS)
    municipality.write(
        "words.yaml", "pronunciations: {nl: {typed: {ipad: ajped, domplein: dom-plein}}}\n"
    )

    pronunciations = content.load(municipality.path).library.pronunciations

    assert dict(pronunciations.of("nl")) == {
        "slapen": "slaapen",
        "ipad": "ajped",
        "domplein": "dom-plein",
    }


def test_a_folder_without_words_has_none(tmp_path: Path) -> None:
    assert dict(Pronunciations(tmp_path).of("nl")) == {}
    assert dict(Pronunciations().of("nl")) == {}


def test_words_with_a_mistake_are_left_out(content: ContentFolder) -> None:
    content.write("words.yaml", "pronunciations: {nl: {typed: {Ipad: aipet}}}\n")

    assert dict(content.load().library.pronunciations.of("nl")) == {}
