from __future__ import annotations

import pytest

from tests.content.support import ContentFolder

FILE = "easy_language/nl/all.yaml"
HELLO = "  hello: Welkom bij ons gesprek.\n"


def say_findings(content: ContentFolder, words: str) -> list[tuple[int, str, str]]:
    """Return line, severity and message of each finding about ``words`` of one text."""
    content.change(FILE, HELLO, f"  hello:\n{words}")
    return [
        (each.line - content.line(FILE, "  hello:"), each.severity, each.message)
        for each in content.findings()
        if each.rule == "say"
    ]


def test_as_many_sentences_are_right(content: ContentFolder) -> None:
    words = "    text: Welkom. Dit is een gesprek.\n    say: Dag. Dit is een gesprek.\n"

    assert say_findings(content, words) == []


@pytest.mark.parametrize(
    ("words", "line", "begin"),
    [
        ("    text: Welkom bij ons.\n    say: Welkom. Dag.\n", 2, "heeft 2 zinnen"),
        ("    text: Welkom bij ons.\n    say: Welkom bij ons.\n", 2, "is de tekst zelf"),
        (
            (
                "    text: Welkom bij ons.\n"
                "    phases:\n"
                '      "0-4":\n'
                "        text: Welkom hier.\n"
                "        say: Welkom. Hier.\n"
            ),
            5,
            "heeft 2 zinnen",
        ),
    ],
)
def test_words_for_the_voice_that_do_not_fit_are_told(
    content: ContentFolder, words: str, line: int, begin: str
) -> None:
    [(at, severity, message)] = say_findings(content, words)

    assert (at, severity) == (line, "ERROR")
    assert message.startswith(begin)
