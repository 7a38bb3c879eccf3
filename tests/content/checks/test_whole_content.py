"""Rules about the content as a whole: drawings (E17), places (E18) and the glossary (E19)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from giz_gesprek.content.pictograms import ArtSize
from tests.content.support import ContentFolder

EASY = "easy_language/nl/all.yaml"
TERMS = "easy_language/nl/glossary.yaml"
TWINS = "standard/nl/glossary.yaml"
EITHER_OR = (
    "Was {child} blij, of boos?",
    "Is {child} gezond, of ziek?",
    "Was de nacht goed, of slecht?",
    "Slaapt {child} rustig, of onrustig?",
)


def test_without_drawings_nothing_is_said_of_them(content: ContentFolder) -> None:
    assert content.findings() == []


def test_a_pictogram_that_nobody_drew_is_told_where_it_is_named(content: ContentFolder) -> None:
    for name in ("face-good", "topic-sleep", "topic-play"):
        content.write(f"pictograms/{name}.svg", "<svg/>")

    [finding] = [each for each in content.findings() if each.severity == "ERROR"]

    assert (finding.rule, finding.line) == ("E17", content.line("framework.yaml", "face-bad"))
    assert "face-bad.svg" in finding.message


def test_a_drawing_without_art_is_a_warning_where_it_is_named(content: ContentFolder) -> None:
    names = ("face-good", "face-bad", "topic-sleep", "topic-play")
    sizes = {size: [" " * size.columns] * size.rows for size in ArtSize}
    for name in names:
        content.write(f"pictograms/{name}.svg", "<svg/>")
    content.write("pictograms/art.json", json.dumps({"art": dict.fromkeys(names[:3], sizes)}))

    [finding] = content.findings()

    line = content.line("framework.yaml", "topic-play")
    assert (finding.rule, finding.line, finding.severity) == ("E17", line, "WARN")
    assert "topic-play.svg" in finding.message


def test_a_page_without_its_drawing_is_told_where_it_is_named(content: ContentFolder) -> None:
    for name in ("face-good", "face-bad", "topic-sleep", "topic-play"):
        content.write(f"pictograms/{name}.svg", "<svg/>")
    content.change("framework.yaml", "pages:", "page_pictures: {start.hello: page-none}\npages:")

    [finding] = [each for each in content.findings() if each.severity == "ERROR"]

    assert (finding.rule, finding.line) == ("E17", content.line("framework.yaml", "page-none"))


def questions(content: ContentFolder, *written: str) -> None:
    names = ("play.how", "sleep.how", "start.more")
    old = ("Hoe gaat het samen spelen?", "Hoe slaapt {child}?", "Wat wilt u nog vertellen?")
    for _name, before, after in zip(names, old, written, strict=False):
        content.change(EASY, before, f'"{after}"')


@pytest.mark.parametrize(
    ("written", "count"),
    [
        (EITHER_OR[:1], 0),
        (EITHER_OR[:3], 1),
        ((EITHER_OR[0], "Is {child} ziek, of gezond?", EITHER_OR[2]), 0),
    ],
)
def test_the_good_side_stands_first_about_half_of_the_time(
    content: ContentFolder, written: tuple[str, ...], count: int
) -> None:
    questions(content, *written)

    assert [each.rule for each in content.findings()].count("E18") == count


@pytest.mark.parametrize(
    ("easy", "standard", "rules"),
    [
        ("tolk: Iemand spreekt uw taal.", "tolk: Iemand die vertaalt.", []),
        ("tolk: Iemand spreekt uw taal.", "", ["E19"]),
        ("tolk: De tolk spreekt uw taal.", "tolk: Iemand die vertaalt.", ["E19"]),
        ("tolk: |\n  Een.\n  Nog een.\n  En nog een.", "tolk: Iemand die vertaalt.", ["E19"]),
        ("tolk: Iemand wordt gebeld.", "tolk: Iemand die vertaalt.", ["E04"]),
        ("tolk: Dat is niet u.", "tolk: Iemand die vertaalt.", ["E05"]),
    ],
)
def test_an_entry_is_clean_and_has_a_twin(
    content: ContentFolder, easy: str, standard: str, rules: list[str]
) -> None:
    content.write(TERMS, easy + "\n")
    if standard:
        content.write(TWINS, standard + "\n")

    assert [each.rule for each in content.findings()] == rules


def test_a_domain_word_without_an_entry_is_told_at_the_list_and_where_it_is_used(
    content: ContentFolder,
) -> None:
    content.write("words.yaml", "format: 1\ndomain:\n  help: [tolk, voogd]\n")
    content.write(TERMS, "tolk: Iemand spreekt uw taal.\n")
    content.write(TWINS, "tolk: Iemand die vertaalt.\n")
    content.change(EASY, "Elk spel is goed.", "De voogden en de tolken komen.")

    places = {(Path(each.path).name, each.line, each.rule) for each in content.findings()}

    assert places == {
        ("words.yaml", 3, "E19"),
        ("all.yaml", content.line(EASY, "De voogden"), "E19"),
    }
