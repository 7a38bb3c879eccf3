"""--content: a folder of others over ours, everywhere; a mistake in it before anything else."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest

from giz_gesprek.cli.commands import check
from giz_gesprek.content.checks import check_folders
from giz_gesprek.conversation.dossier import Dossier, SideVisit
from tests.content.support import ContentFolder
from tests.support.example import example
from tests.support.program import EXAMPLE_TOWN, run

WORDS = "easy_language/nl/voorbeeldstad.yaml"
EXPORT = ("export", "--for", "family", "--format", "text", "--output", "-", "--from")


@pytest.fixture
def town(tmp_path: Path) -> ContentFolder:
    """A copy of the example municipality in the test's own folder."""
    shutil.copytree(EXAMPLE_TOWN, tmp_path / "town")
    return ContentFolder(tmp_path / "town")


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The example dossier, in which the topic of the municipality was talked about too."""
    talk = example().conversations[-1]
    view = next(view for view in talk.views if view.topic == talk.visits[-1].topics[0])
    side, *topics = talk.visits[-1].side, *talk.visits[-1].topics
    visit = SideVisit(side=side, topics=(*topics, "allotment"))
    changed = talk.model_copy(
        update={
            "visits": (*talk.visits[:-1], visit),
            "views": (*talk.views, view.model_copy(update={"topic": "allotment"})),
        }
    )
    made = Dossier(family=example().family, conversations=(changed,))
    path = tmp_path / "dossier.json"
    path.write_text(made.model_dump_json(), encoding="utf-8")
    return path


def test_the_example_municipality_has_no_finding(tmp_path: Path) -> None:
    done = run("check", EXAMPLE_TOWN, at=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    report = done.stdout.splitlines()
    assert report[-1] == "0 errors, 0 warnings"
    assert [Path(line.split()[0]).name for line in report[2:6]] == ["voorbeeldstad.yaml"] * 4
    assert report[6] == "0 of 21 texts tested with readers."


def test_check_takes_the_folder_of_the_option_and_of_the_variable(
    town: ContentFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The same folders are checked once; others would be, and would have other figures.
    once = cache(check_folders)
    monkeypatch.setattr(check, "check_folders", lambda folders: once(tuple(folders)))
    named = run("check", town.path, at=tmp_path)

    assert run("--content", "town", "check", at=tmp_path).stdout == named.stdout
    assert run("check", at=tmp_path, variables={"GIZ_CONTENT": "town"}).stdout == named.stdout
    assert run("--content", "town", "check", "town", at=tmp_path).stdout == named.stdout
    assert once.cache_info().misses == 1


def test_the_variable_may_name_the_folder_of_the_user(own_home: Path) -> None:
    shutil.copytree(EXAMPLE_TOWN, own_home / "town")

    assert run("check", variables={"GIZ_CONTENT": "~/town"}).returncode == 0


def test_a_folder_is_checked_over_the_one_of_the_option(
    town: ContentFolder, tmp_path: Path
) -> None:
    other = ContentFolder(tmp_path / "other")
    other.write(WORDS, "allotment:\n  title: De tuin\n")

    assert "ERROR unknown-id allotment.title" in run("check", "other", at=tmp_path).stdout
    over = run("--content", "town", "check", "other", at=tmp_path)
    assert over.stdout.splitlines()[-1] == "0 errors, 0 warnings"


def test_a_paper_has_the_words_of_the_municipality(town: ContentFolder, dossier: Path) -> None:
    without = run(*EXPORT, dossier).stdout
    paper = run("--content", town.path, *EXPORT, dossier)

    assert (paper.returncode, paper.stderr) == (0, "")
    assert "Tuin en buren" not in without
    assert "Tuin en buren" in paper.stdout
    assert run(*EXPORT, dossier, variables={"GIZ_CONTENT": str(town.path)}).stdout == paper.stdout


def test_demo_without_a_terminal_takes_the_words_of_the_municipality(town: ContentFolder) -> None:
    for register in ("easy_language", "standard"):
        title = "document:\n  family_title: Ons gesprek in Voorbeeldstad\n"
        town.write(f"{register}/nl/paper.yaml", title)

    assert run("demo", variables={"GIZ_CONTENT": str(town.path)}).stdout.startswith(
        "# Ons gesprek in Voorbeeldstad\n"
    )


def test_check_text_knows_the_words_of_the_municipality(
    town: ContentFolder, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("Bel de post van Voorbeeldstad.\n", encoding="utf-8")
    command = ("check-text", "--register", "easy_language", "letter.txt")

    assert " E03: " in run(*command, at=tmp_path).stdout
    assert run("--content", "town", *command, at=tmp_path).stdout == ""


@pytest.mark.parametrize(
    "command", [("demo",), (*EXPORT, "dossier.json"), ("check",), ("schema",), ()]
)
@pytest.mark.parametrize("folder", ["nowhere", "~nobody-here/x", "x" * 300])
def test_a_folder_that_is_not_there_is_one_sentence(
    command: tuple[str, ...], folder: str, tmp_path: Path
) -> None:
    done = run("--content", folder, *command, at=tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"There is no folder {Path(folder)}. Check --content")
    assert done.stderr.count("\n") == 1


def test_a_folder_with_something_else_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    done = run("demo", at=tmp_path, variables={"GIZ_CONTENT": "photos"})

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("photos holds no content: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("file", "old", "new", "at", "rule"),
    [
        (WORDS, "title: Tuin en buren", "title: 'Tuin en buren", "title:", "yaml"),
        (WORDS, "title: Tuin en buren", "titel: Tuin en buren", "titel:", "unknown-id"),
        (WORDS, "Wat deed {child} deze week", "Wat deed {child} op {dag}", "{dag}", "placeholder"),
        ("framework.yaml", "allotment,", "allotment, garden,", "[family", "structure"),
        (
            "words.yaml",
            "everyday:",
            "pronunciations: {nl: {typed: {Domplein: x}}}\neveryday:",
            "pronunciations:",
            "structure",
        ),
        ("pictograms/art.json", '"art": {', '"art": [', '"topic-allotment', "art"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_nothing_is_made(
    town: ContentFolder, dossier: Path, file: str, old: str, new: str, at: str, rule: str
) -> None:
    town.change(file, old, new)
    paper = dossier.with_name("paper.txt")

    done = run(
        "--content",
        "town",
        "export",
        "--for",
        "family",
        "--from",
        dossier,
        "--output",
        paper,
        at=dossier.parent,
    )

    *lines, sentence = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (2, "")
    assert lines[0].startswith(f"{Path('town') / file}:{town.line(file, at)}: ERROR {rule}")
    assert sentence.startswith("The folder town cannot be used: mend ")
    assert not paper.exists()


def test_a_text_that_is_missing_is_told_before_anybody_misses_it(town: ContentFolder) -> None:
    town.change(WORDS, "  wish: Hulp in de tuin, of zelf doen?\n", "")

    done = run("--content", town.path, "demo")

    assert done.returncode == 2
    assert "E17 allotment.wish: has no twin" in done.stderr
