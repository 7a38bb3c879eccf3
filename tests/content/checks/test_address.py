"""Rule E10: each form of address in its own folder, and the same texts in both."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.support import ContentFolder

EASY = "easy_language/nl/all.yaml"
STANDARD = "standard/nl/all.yaml"
EASY_JE = "easy_language/nl-je/all.yaml"
STANDARD_JE = "standard/nl-je/all.yaml"
ALL_JE = """\
start:
  more: Wat wil je nog vertellen?
  chosen: "Je kiest: {choice}."
"""


@pytest.fixture
def spoken(content: ContentFolder) -> ContentFolder:
    """The small folder with every easy text in the je form as well."""
    content.write(EASY_JE, ALL_JE)
    return content


def found(content: ContentFolder, *overlays: Path) -> list[tuple[str, int, str, str]]:
    """Return file, line, rule and severity of every finding."""
    findings = content.findings(*overlays)
    places = content.places(*overlays)
    return [(*place, each.severity) for each, place in zip(findings, places, strict=True)]


def test_a_complete_form_is_clean_and_a_folder_without_one_too(content: ContentFolder) -> None:
    assert found(content) == []
    content.write(EASY_JE, ALL_JE)
    assert found(content) == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (EASY, "Wat wilt u nog vertellen?", "Wat wil je nog vertellen?"),
        (STANDARD, "Hoe beleeft u het samen spelen?", "Hoe beleef jij het samen spelen?"),
        (EASY_JE, "Wat wil je nog vertellen?", "Wat wilt u ons vertellen?"),
    ],
)
def test_the_other_form_is_an_error_in_each_folder(
    spoken: ContentFolder, name: str, old: str, new: str
) -> None:
    spoken.change(name, old, new)

    places = found(spoken)

    assert (f"content/{name}", spoken.line(name, new), "E10", "ERROR") in places


def test_a_text_that_says_u_needs_a_je_form_where_there_are_others(spoken: ContentFolder) -> None:
    spoken.change(EASY, "Hoe slaapt {child}?", "{text: Hoe slaapt het?, example: Dat ziet u.}")

    [finding] = [each for each in spoken.findings() if each.rule == "E10"]

    assert finding.line == spoken.line(EASY, "how: {text: Hoe slaapt het?")
    assert finding.severity == "ERROR"
    assert "easy_language/nl-je" in finding.message


def test_a_register_without_the_folder_needs_none(spoken: ContentFolder) -> None:
    assert "u verder" in (spoken.path / STANDARD).read_text(encoding="utf-8")
    assert found(spoken) == []


@pytest.mark.parametrize(
    "entry",
    [
        "{text: Wat wil je nog vertellen?, easier: En jij?}",
        "{text: Wat wil je nog vertellen?, say: En jij?}",
        '{text: Wat wil je nog vertellen?, phases: {"4-12": {text: Hoe is het met je?}}}',
        "Wat wil je {child} nog vertellen?",
        "Wat wilt u nog vertellen?",
        "{ref: start.chosen}",
    ],
)
def test_a_je_form_has_the_parts_and_placeholders_of_its_twin_and_other_words(
    spoken: ContentFolder, entry: str
) -> None:
    spoken.change(EASY_JE, "Wat wil je nog vertellen?", entry)

    assert ("E10", "ERROR") in {place[2:] for place in found(spoken)}
    assert all(place[0] == f"content/{EASY_JE}" for place in found(spoken))


def test_a_je_form_of_nothing_is_an_error(spoken: ContentFolder) -> None:
    spoken.write("easy_language/nl-je/more.yaml", "play:\n  prompt_2: Wat zie je?\n")

    rules = {place[2] for place in found(spoken)}

    assert rules == {"E10", "audience"}


def test_what_cannot_be_read_is_missed_by_nobody(spoken: ContentFolder) -> None:
    spoken.write("easy_language/nl-je/broken.yaml", "start: [")
    spoken.change(EASY, "Hoe slaapt {child}?", "Hoe slaapt u?")

    assert {place[2] for place in found(spoken)} == {"yaml"}


@pytest.mark.parametrize(
    ("terms", "count"),
    [
        ("tolk: Iemand spreekt jouw taal.", 0),
        ("tolk: Iemand spreekt uw taal.", 2),
        ("voogd: Iemand helpt jou.", 2),
    ],
)
def test_terms_have_a_je_form_too(spoken: ContentFolder, terms: str, count: int) -> None:
    spoken.write("easy_language/nl/glossary.yaml", "tolk: Iemand spreekt uw taal.\n")
    spoken.write("standard/nl/glossary.yaml", "tolk: Iemand die vertaalt.\n")
    spoken.write("easy_language/nl-je/glossary.yaml", f"{terms}\n")

    assert [place[2] for place in found(spoken)] == ["E10"] * count


def test_a_municipality_without_je_gets_one_warning(
    spoken: ContentFolder, municipality: ContentFolder
) -> None:
    spoken.write(
        STANDARD_JE,
        'start:\n  more: Wat wil je verder nog vertellen?\n  chosen: "Je kiest: {choice}."\n'
        "play:\n  how: Hoe beleef je het samen spelen?\n",
    )
    municipality.write(EASY, "start:\n  more: Wat wilt u ons vragen?\n")
    municipality.write(STANDARD, "start:\n  more: Wat zou u ons willen vragen?\n")

    assert found(spoken, municipality.path) == [(f"town/{STANDARD}", 1, "E10", "WARN")]

    municipality.write(EASY_JE, 'start:\n  chosen: "Jij kiest: {choice}."\n')

    places = [place for place in found(spoken, municipality.path) if place[3] == "ERROR"]
    assert places == [(f"town/{EASY}", 2, "E10", "ERROR")]


def test_rules_of_language_know_je_as_dutch(spoken: ContentFolder) -> None:
    spoken.change(EASY_JE, "Wat wil je nog vertellen?", "Wat wil je niet vertellen?")

    assert found(spoken) == [(f"content/{EASY_JE}", 2, "E05", "ERROR")]


def test_u_and_je_are_no_repetition_of_each_other(spoken: ContentFolder) -> None:
    spoken.change(EASY, "Hoe slaapt {child}?", "Was u blij, of boos?")
    spoken.change(EASY, "Hoe gaat het samen spelen?", "Was {child} bang, of blij?")
    spoken.write("easy_language/nl-je/sleep.yaml", "sleep:\n  how: Was je blij, of boos?\n")

    assert found(spoken) == []


def test_a_child_is_called_je_in_every_family(content: ContentFolder) -> None:
    content.change(EASY, "Wat wilt u nog vertellen?", "Wat wil jij nog vertellen?")
    content.change(STANDARD, "Wat wilt u verder nog vertellen?", "Wat wil jij verder vertellen?")
    assert "E10" in {rule for _path, _line, rule, _severity in found(content)}
    content.change("texts.yaml", "  more: question", "  more: {kind: question, audience: child}")
    assert found(content) == []
