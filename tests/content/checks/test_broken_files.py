"""Every way to break a file gives one line, with that file and the line to mend."""

from __future__ import annotations

import pytest

from tests.content.support import ContentFolder

EASY = "easy_language/nl/all.yaml"
STANDARD = "standard/nl/all.yaml"
FRAMEWORK = "framework.yaml"
TEXTS = "texts.yaml"


def test_a_sound_folder_has_no_findings(content: ContentFolder) -> None:
    assert content.findings() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "at", "rule"),
    [
        (EASY, "good: Gaat goed", "good: yes", "good: yes", "structure"),
        (EASY, "good: Gaat goed", "good: off", "good: off", "structure"),
        (EASY, "  good: Gaat goed", "  no: Gaat goed", "no: Gaat", "yaml"),
        (EASY, "title: Slapen", "title: 8", "title: 8", "structure"),
        (EASY, "title: Slapen", "title:", "title:\n", "structure"),
        (EASY, "title: Slapen", 'title: ""', 'title: ""', "structure"),
        (EASY, "title: Slapen", "title: {tekst: Slapen}", "tekst", "structure"),
        (EASY, "title: Slapen", "title: {text: Slapen, ref: play.title}", "ref", "structure"),
        (EASY, "title: Slapen", "title: [Slapen]", "title: [", "structure"),
        (EASY, "  title: Slapen", "   title: Slapen", "opening: Een", "yaml"),
        (EASY, "  title: Slapen", "\ttitle: Slapen", "title: Slapen", "yaml"),
        (EASY, "title: Slapen", "title: Dit is: slapen", "title: Dit", "yaml"),
        (EASY, "title: Slapen", "title: 'Slapen", "title: 'Slapen", "yaml"),
        (EASY, "title: Slapen", "title: {text: Slapen", "title: {text", "yaml"),
        (EASY, "title: Slapen", "title: &a Slapen\n  naam: *a", "title: &a", "yaml"),
        (EASY, "title: Slapen", "title: Slapen\n  title: Nacht", "title: Nacht", "duplicate-id"),
        (EASY, "play:\n", "sleep:\n", "sleep:\n  title: Spelen", "duplicate-id"),
        (EASY, "start:\n", "hello: Dag.\nstart:\n", "hello: Dag", "structure"),
        (EASY, "title: Slapen", "title: Slapen\n  titel: Slapen", "titel", "unknown-id"),
        (EASY, "title: Slapen", "title: Slapen\n  prompt_2: Hoe dan?", "prompt_2", "audience"),
        (STANDARD, "  prompt_1: Waar speelt {child} graag?\n", "", "play:", "missing"),
        (EASY, "title: Slapen", "title: {text: Slapen, lint: {E01: x}}", "title:", "lint"),
        (EASY, "title: Slapen", "title: {ref: sleep.naam}", "title:", "ref"),
        (EASY, "title: Slapen", "title: {ref: sleep.title}", "title:", "ref"),
        (EASY, "Hoe slaapt {child}?", "Hoe slaapt {kind}?", "{kind}", "placeholder"),
        (EASY, "Hoe slaapt {child}?", "Hoe slaapt {Child}?", "{Child}", "placeholder"),
        (EASY, "Hoe slaapt {child}?", "Hoe slaapt {child?", "{child?", "placeholder"),
        (EASY, "Hoe slaapt {child}?", "Hoe slaapt {choice}?", "{choice}?", "placeholder"),
        (STANDARD, "title: Slapen", "title: {text: Slapen, easier: Nacht}", "title:", "register"),
        (FRAMEWORK, "complete: true", "complete: maybe", '"0-4"', "structure"),
        (FRAMEWORK, "topics: [sleep, play]", "topics: [sleep, game, play]", "[sleep", "structure"),
        (FRAMEWORK, "topics: [sleep, play]", "topics: [sleep, play, play]", "[sleep", "structure"),
        (FRAMEWORK, "topics: [sleep, play]", "topics: [sleep]", "  play: {", "structure"),
        (FRAMEWORK, "sleep: {set: all", "sleep: {set: none", "sleep: {", "structure"),
        (FRAMEWORK, "all: [how, more]", "all: [how, less]", "all: [", "structure"),
        (FRAMEWORK, "scale: faces", "scale: smiles", "scale: smiles", "structure"),
        (FRAMEWORK, "scale: faces", "scale: faces, leaves_out: [odd]", "faces, l", "structure"),
        (FRAMEWORK, "slot: how", "slot: who", "slot: who", "structure"),
        (FRAMEWORK, "slot: how,", "slot: how, same_as: who,", "how: {answer", "structure"),
        (FRAMEWORK, "first: [start.hello]", "first: [start.hi]", "first: [", "structure"),
        (FRAMEWORK, "pages:", "page_pictures: {start.hi: face-good}\npages:", "hi: f", "structure"),
        (FRAMEWORK, "text: start.more", "text: start.hello", "text: start.hello", "structure"),
        (FRAMEWORK, "bad: face-bad", "bad: face-bad, odd: face-odd", "faces: {", "structure"),
        (FRAMEWORK, "roles: {}", "roles: {aunt: {turn: family}}", "roles:", "structure"),
        (FRAMEWORK, "scales:\n", "roles: {}\nscales:\n", "roles: {}\nscales", "duplicate-id"),
        (TEXTS, "home: title", "home: heading", "home: heading", "structure"),
        (TEXTS, "side:\n", "lonely: title\nside:\n", "lonely", "structure"),
    ],
)
def test_a_mistake_gives_one_line_at_the_place_to_mend(
    content: ContentFolder, file: str, old: str, new: str, at: str, rule: str
) -> None:
    content.change(file, old, new)

    [finding] = content.findings()

    assert (finding.path, finding.line) == (str(content.path / file), content.line(file, at))
    assert finding.rule == rule
    assert finding.severity == ("WARN" if rule == "lint" else "ERROR")


def test_a_text_without_a_twin_is_told_at_the_register_that_has_it(
    content: ContentFolder,
) -> None:
    content.change(EASY, "  title: Slapen\n", "")

    assert content.places() == [
        ("content/" + STANDARD, content.line(STANDARD, "title: Slapen"), "E17")
    ]


def test_a_side_without_a_title_is_told_where_the_side_is(content: ContentFolder) -> None:
    content.change(TEXTS, "  home: title\n", "  house: title\n")

    assert content.places() == [
        ("content/" + FRAMEWORK, content.line(FRAMEWORK, "home: {"), "structure")
    ]


def test_a_loop_of_references_is_told_at_each_of_its_texts(content: ContentFolder) -> None:
    content.change(EASY, "title: Slapen", "title: {ref: play.title}")
    content.change(EASY, "title: Spelen", "title: {ref: sleep.title}")

    assert content.places() == [
        ("content/" + EASY, content.line(EASY, "title: {ref: play"), "ref"),
        ("content/" + EASY, content.line(EASY, "title: {ref: sleep"), "ref"),
    ]


def test_an_id_in_two_files_of_a_folder_is_told_at_the_second(content: ContentFolder) -> None:
    content.write("easy_language/nl/more.yaml", "# Again.\nsleep:\n  title: Nacht\n")

    assert content.places() == [("content/easy_language/nl/more.yaml", 3, "duplicate-id")]


def test_a_file_that_cannot_be_read_is_not_also_told_as_missing_texts(
    content: ContentFolder,
) -> None:
    content.write(STANDARD, "sleep:\n  title: 'Slapen\n")

    assert content.places() == [("content/" + STANDARD, 2, "yaml")]


def test_a_file_that_is_no_utf_8_is_told_at_its_line(content: ContentFolder) -> None:
    (content.path / EASY).write_bytes(b"sleep:\n  title: caf\xe9\n")

    assert content.places() == [("content/" + EASY, 2, "file")]


@pytest.mark.parametrize("name", [FRAMEWORK, TEXTS])
def test_a_folder_without_its_frame_is_told_in_one_line(content: ContentFolder, name: str) -> None:
    (content.path / name).unlink()

    assert content.places() == [("content/" + name, 1, "file")]


def test_a_variant_names_questions_that_exist_and_has_a_title(content: ContentFolder) -> None:
    content.change(
        FRAMEWORK,
        "variants: {}",
        "variants:\n  short:\n    professionals: first\n    questions: [how, whence]",
    )

    line = content.line(FRAMEWORK, "variants:")
    assert content.places() == [
        ("content/" + FRAMEWORK, line + 1, "structure"),
        ("content/" + FRAMEWORK, line + 3, "structure"),
    ]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_a_scale_has_two_or_three_choices(content: ContentFolder, count: int) -> None:
    names = ["good", "bad", "so_so", "odd"][:count]
    scale = ", ".join(f"{name}: face-{name}" for name in names)
    content.change(FRAMEWORK, "{good: face-good, bad: face-bad}", f"{{{scale}}}")
    content.change(TEXTS, "  bad: choice\n", "  bad: choice\n  so_so: choice\n  odd: choice\n")
    for file in (EASY, STANDARD):
        content.change(file, "  bad:", "  so_so: Gaat wel\n  odd: Iets anders\n  bad:")

    broken = [("content/" + FRAMEWORK, content.line(FRAMEWORK, "faces:"), "E13")]
    assert content.places() == ([] if count in {2, 3} else broken)


def test_a_text_that_neither_register_has_is_told_once(content: ContentFolder) -> None:
    content.change(EASY, "  opening: Elk spel is goed.\n", "")
    content.change(STANDARD, "  opening: Spelen kan met alles wat er in huis is.\n", "")

    assert content.places() == [("content/" + STANDARD, content.line(STANDARD, "play:"), "missing")]


def test_an_optional_prompt_may_be_absent_or_present(content: ContentFolder) -> None:
    content.change(
        STANDARD,
        "  prompt_1: Waar speelt",
        "  prompt_2: Met wie speelt u?\n  prompt_1: Waar speelt",
    )

    assert content.findings() == []


def test_a_further_language_tells_in_one_warning_what_falls_back(content: ContentFolder) -> None:
    content.write("easy_language/en/all.yaml", "sleep:\n  title: Sleep\n")

    findings = content.findings()

    assert [(each.rule, each.severity) for each in findings] == [("language", "WARN")] * 2


def test_every_finding_reads_as_path_line_severity_rule_id_and_message(
    content: ContentFolder,
) -> None:
    content.change(EASY, "title: Slapen", "title: yes")

    [finding] = content.findings()

    assert str(finding).startswith(f"{content.path / EASY}:11: ERROR structure sleep.title: ")
