from __future__ import annotations

from pathlib import Path

from tests.content.support import ContentFolder

EASY = "easy_language/nl/all.yaml"
OPENING = "opening: Een kind heeft rust nodig."


def give(content: ContentFolder, text: str, reasons: str) -> None:
    content.change(EASY, OPENING, f"opening: {{text: {text}, lint: {{{reasons}}}}}")


def test_a_reason_silences_a_warning(content: ContentFolder) -> None:
    give(content, "Slapen is niet vanzelf.", "E05: nothing else says it")

    assert content.findings() == []


def test_a_reason_never_silences_an_error(content: ContentFolder) -> None:
    give(content, "De indicatiestelling is klaar.", "E03: everybody says it")

    found = {(each.rule, each.severity) for each in content.findings()}

    assert found >= {("E03", "ERROR"), ("lint", "WARN")}


def test_a_reason_without_a_warning_is_told_at_its_own_line(content: ContentFolder) -> None:
    content.change(
        EASY, OPENING, "opening:\n    text: Rust helpt.\n    lint:\n      E05: no reason at all"
    )

    [finding] = content.findings()

    assert (finding.line, finding.rule, finding.severity) == (
        content.line(EASY, "E05: no"),
        "lint",
        "WARN",
    )


def test_a_reason_holds_for_its_own_text_and_register(content: ContentFolder) -> None:
    give(content, "Slapen is niet vanzelf.", "E05: nothing else says it")
    content.change(EASY, "opening: Elk spel is goed.", "opening: Spelen kan niet altijd.")

    assert [each.text_id for each in content.findings()] == ["play.opening"]


def test_more_than_one_text_in_twenty_with_a_reason_is_an_error(content: ContentFolder) -> None:
    give(content, "Slapen is niet vanzelf.", "E05: one of 26 texts")
    content.change(
        EASY, "opening: Elk spel is goed.", "opening: {text: Niemand wint., lint: {E05: again}}"
    )

    [finding] = content.findings()

    assert (finding.rule, finding.severity) == ("lint", "ERROR")
    assert Path(finding.path) == content.path / EASY
