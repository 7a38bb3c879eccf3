from __future__ import annotations

import pytest

from tests.content.support import ContentFolder


def spoken_findings(content: ContentFolder, entries: str) -> list[str]:
    """Return line and words of each finding about ``entries``, written under ``nl``."""
    content.write("words.yaml", f"pronunciations:\n  nl:\n{entries}")
    return [
        f"{each.line} {each.severity} {each.rule} {each.text_id}: {each.message}"
        for each in content.findings()
        if each.path.endswith("words.yaml")
    ]


def test_words_that_are_said_have_no_findings(content: ContentFolder) -> None:
    entries = "    texts:\n      slapen: slaapen\n    typed:\n      ipad: aipet\n"

    assert spoken_findings(content, entries) == []


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (
            "    texts:\n      slappen: slaapen\n",
            "4 WARN spoken slappen: staat in geen enkele tekst",
        ),
        (
            '    typed:\n      "ipad.": aipet\n',
            "4 ERROR spoken ipad.: wordt nooit gevonden",
        ),
        (
            "    typed:\n      ipad: ipad\n",
            "4 ERROR spoken ipad: wordt gezegd zoals het er staat",
        ),
        (
            "    texts:\n      slapen: slaapen\n    typed:\n      slapen: slaapen\n",
            "6 ERROR spoken slapen: staat ook onder texts",
        ),
        (
            "    typed:\n      ipad: aipet\n      ipad: ajpet\n",
            "5 ERROR duplicate-id ipad: staat hier voor de tweede keer",
        ),
        (
            '    typed:\n      ipad: ""\n',
            "4 ERROR structure pronunciations.nl.typed.ipad: is leeg",
        ),
        (
            "    typed:\n      Ipad: aipet\n",
            "4 ERROR structure pronunciations.nl.typed.Ipad: schrijf woorden",
        ),
    ],
)
def test_an_entry_that_is_never_heard_is_one_line(
    content: ContentFolder, entries: str, expected: str
) -> None:
    [line] = spoken_findings(content, entries)

    assert line.startswith(expected)


def test_a_language_without_texts_is_told(content: ContentFolder) -> None:
    content.write("words.yaml", "pronunciations:\n  ln:\n    typed:\n      ipad: aipet\n")

    [finding] = content.findings()

    assert (finding.line, finding.rule, finding.text_id) == (2, "spoken", "ln")
