"""Each way to break a file is one line of ``giz-gesprek check DIR``: file, line, what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from giz_gesprek.content.pictograms import ArtSize
from tests.content.support import ContentFolder, write_small_content
from tests.support.program import run

EASY = "easy_language/nl/all.yaml"
STANDARD = "standard/nl/all.yaml"
FRAMEWORK = "framework.yaml"
ASKED_LATE = "how: {answer: choice, scale: faces, slot: how, asked_of: family"


def lines_of_check(content: ContentFolder) -> list[str]:
    """Return the findings that somebody sees who checks the folder, without the report."""
    done = run("check", content.path.name, at=content.path.parent)
    assert (done.returncode, done.stderr) == (1, ""), done
    findings, _, report = done.stdout.rpartition("\n\n")
    if not findings:  # the framework could not be read, so there are no figures
        findings, report = done.stdout.rsplit("\n", 3)[0], "1 error, 0 warnings"
    assert report.strip().splitlines()[-1] == "1 error, 0 warnings"
    return findings.splitlines()


@pytest.mark.parametrize(
    ("file", "old", "new", "at", "says"),
    [
        pytest.param(
            EASY,
            "  title: Slapen",
            "  title: {tekst: Slapen}",
            "tekst",
            "check its spelling and indentation",
            id="unknown key",
        ),
        pytest.param(
            FRAMEWORK,
            "pictogram: topic-play}",
            "pictogram: topic-play, colour: red}",
            "colour",
            "check its spelling and indentation",
            id="unknown key in the framework",
        ),
        pytest.param(
            STANDARD,
            "  title: Slapen\n",
            "",
            "",
            "write sleep.title in standard/nl too",
            id="missing twin",
        ),
        pytest.param(
            FRAMEWORK,
            "topic-play}",
            "topic-ball}",
            "topic-ball",
            "draw it, or name another",
            id="missing pictogram",
        ),
        pytest.param(
            EASY,
            "title: Slapen",
            "title: no",
            "title: no",
            "put the words between quotes",
            id="unquoted no",
        ),
        pytest.param(
            EASY,
            "  good: Gaat goed",
            "  no: Gaat goed",
            "no: Gaat",
            "put this name between quotes",
            id="unquoted no as a name",
        ),
        pytest.param(
            EASY,
            "  title: Slapen",
            "  title: Slapen\n  title: Nacht",
            "title: Nacht",
            "remove one of the two",
            id="duplicate id",
        ),
        pytest.param(
            EASY,
            "  title: Slapen",
            "   title: Slapen",
            "  opening: Een",
            "indent with two spaces a level",
            id="wrong indentation",
        ),
        pytest.param(
            EASY,
            "sleep:\n  title: Slapen",
            "sleep:\ntitle: Slapen",
            "  opening: Een",
            "look here and at the line above",
            id="no indentation",
        ),
        pytest.param(
            EASY,
            "sleep:\n  title: Slapen\n  opening: Een kind heeft rust nodig.\n  how: Hoe",
            "sleep:\ntitle: Slapen\nopening: Een kind heeft rust nodig.\nhow: Hoe",
            "sleep:\n",
            "move a line that belongs to a group two spaces in",
            id="no indentation in a whole group",
        ),
        pytest.param(
            EASY,
            "title: Slapen",
            'title: ""',
            "title: ",
            "write the words, or remove the name",
            id="empty text",
        ),
        pytest.param(
            EASY,
            "title: Slapen",
            "title:",
            "title:\n",
            "write the words",
            id="no text",
        ),
        pytest.param(
            FRAMEWORK,
            ASKED_LATE,
            ASKED_LATE + ", show_when: {question: more, exists: true}",
            "show_when",
            "which is not asked before it in all: reorder them",
            id="loop in show_when",
        ),
        pytest.param(
            FRAMEWORK,
            ASKED_LATE,
            ASKED_LATE + ', show_when: {question: how, "=": good}',
            "show_when",
            "which is not asked before it in all: reorder them",
            id="a question that waits for itself",
        ),
        pytest.param(
            EASY,
            "  title: Slapen",
            "\ttitle: Slapen",
            "title: Slapen",
            "indent with two spaces a level",
            id="tab",
        ),
        pytest.param(
            FRAMEWORK,
            "topics: [sleep, play]",
            "topics: [sleep, play, dream]",
            "topics: [",
            "there is no topic dream: add it under topics",
            id="unknown topic in a side",
        ),
    ],
)
def test_a_broken_file_is_one_line_that_says_where_and_what_to_do(
    tmp_path: Path, file: str, old: str, new: str, at: str, says: str
) -> None:
    content = write_small_content(tmp_path / "content")
    if "topic-ball" in new:
        names = ("face-good", "face-bad", "topic-sleep", "topic-play")
        sizes = {size: [" " * size.columns] * size.rows for size in ArtSize}
        content.write("pictograms/art.json", json.dumps({"art": dict.fromkeys(names, sizes)}))
        for name in names:
            content.write(f"pictograms/{name}.svg", "<svg/>")
    content.change(file, old, new)
    if not at:
        file, at = EASY, "title: Slapen"

    [line] = lines_of_check(content)

    assert line.startswith(f"{Path('content') / file}:{content.line(file, at)}: ERROR ")
    assert says in line


def test_a_file_that_is_no_utf_8_is_one_line(tmp_path: Path) -> None:
    content = write_small_content(tmp_path / "content")
    (content.path / EASY).write_bytes("sleep:\n  title: Café\n".encode("latin-1"))

    [line] = lines_of_check(content)

    assert line.startswith(f"{Path('content') / EASY}:2: ERROR file: ")
    assert "save the file as UTF-8" in line
