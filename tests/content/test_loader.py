from __future__ import annotations

import pytest

from giz_gesprek.content.loader import load_content
from giz_gesprek.errors import ContentError
from tests.content.support import ContentFolder

EASY = "easy_language/nl/all.yaml"
NEW_TOPIC = """\
sides:
  home: {topics: [sleep, play, garden]}
topics:
  garden: {set: all, pictogram: topic-play}
"""
EASY_GARDEN = """\
garden:
  title: De tuin
  opening: Buiten is veel te zien.
  how: Wat ziet {child} buiten?
"""
STANDARD_GARDEN = """\
garden:
  title: De tuin
  opening: Buiten valt er van alles te ontdekken.
  how: Wat doet {child} het liefst buiten?
  prompt_1: Waar kan {child} bij u in de buurt naar buiten?
"""


def words(content: ContentFolder, text_id: str, *overlays: ContentFolder) -> str:
    library = content.load(*(each.path for each in overlays)).library
    found = library.find(text_id, language="nl", rung="easy")
    assert found is not None
    return found.text


def test_every_text_is_found_with_its_place(content: ContentFolder) -> None:
    loaded = content.load()

    placed = loaded.places["easy_language", "nl", "sleep.how"]
    assert (placed.path, placed.line) == (str(content.path / EASY), content.line(EASY, "how:"))


def test_a_municipality_adds_a_topic(content: ContentFolder, municipality: ContentFolder) -> None:
    municipality.write("framework.yaml", NEW_TOPIC)
    municipality.write("easy_language/nl/garden.yaml", EASY_GARDEN)
    municipality.write("standard/nl/garden.yaml", STANDARD_GARDEN)

    assert municipality.findings() != []
    assert content.findings(municipality.path) == []
    assert words(content, "garden.title", municipality) == "De tuin"
    assert words(content, "sleep.title", municipality) == "Slapen"


def test_a_municipality_changes_a_text_as_a_whole(
    content: ContentFolder, municipality: ContentFolder
) -> None:
    content.change(EASY, "title: Slapen", "title: {text: Slapen, easier: Nacht, say: Slaap lekker}")
    municipality.write(EASY, "sleep:\n  title: Dromen\n")

    library = content.load(municipality.path).library

    found = library.find("sleep.title", language="nl", rung="easier")
    assert found is not None
    assert (found.text, found.say) == ("Dromen", None)


def test_a_municipality_replaces_a_list(
    content: ContentFolder, municipality: ContentFolder
) -> None:
    municipality.write("framework.yaml", "sides: {home: {topics: [play, sleep]}}\n")

    framework = content.load(municipality.path).library.framework

    assert framework.sides["home"].topics == ("play", "sleep")
    assert framework.sides["home"].per == "family"


def test_a_municipality_adds_a_text_of_its_own(
    content: ContentFolder, municipality: ContentFolder
) -> None:
    municipality.write("texts.yaml", "start:\n  bye: statement\n")
    municipality.write(EASY, "start:\n  bye: Tot de volgende keer.\n")
    municipality.write("standard/nl/all.yaml", "start:\n  bye: Graag tot een volgende keer.\n")

    assert content.findings(municipality.path) == []


def test_a_mistake_of_a_municipality_is_told_in_its_own_file(
    content: ContentFolder, municipality: ContentFolder
) -> None:
    municipality.write("framework.yaml", "# Ours.\ntopics:\n  sleep: {set: nothing}\n")

    assert content.places(municipality.path) == [("town/framework.yaml", 3, "structure")]


def test_a_text_that_only_a_municipality_lacks_is_told_there(
    content: ContentFolder, municipality: ContentFolder
) -> None:
    municipality.write("framework.yaml", NEW_TOPIC)

    places = content.places(municipality.path)

    assert places == [("town/framework.yaml", 4, "missing")] * 4


def test_all_mistakes_are_raised_together(content: ContentFolder) -> None:
    content.change(EASY, "title: Slapen", "title: yes")
    content.change(EASY, "title: Spelen", "title: no")

    with pytest.raises(ContentError) as raised:
        load_content(content.path)

    assert len(raised.value.findings) == 2
    assert all(isinstance(line, str) for line in raised.value.findings)


def test_the_version_tells_every_change(
    content: ContentFolder, municipality: ContentFolder
) -> None:
    municipality.write(EASY, "sleep:\n  title: Dromen\n")
    before = content.load().library.version
    merged = content.load(municipality.path).library.version
    content.change(EASY, "title: Slapen", "title: Nacht")

    versions = {before, merged, content.load().library.version}

    assert len(versions) == 3
    assert all(each.startswith("1+") for each in versions)


def test_word_lists_are_no_part_of_the_version(content: ContentFolder) -> None:
    before = content.load().library.version
    content.write("words.yaml", "format: 1\neveryday: {care: [kinderopvang]}\n")

    assert content.load().library.version == before
