"""content new-language and content missing: a language from nothing to complete."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from giz_gesprek import paths
from giz_gesprek.cli import main
from giz_gesprek.content.folders import Folders
from giz_gesprek.content.loader import LoadedContent, load_content, read_content
from giz_gesprek.paths import content_dir
from tests.support.program import EXAMPLE_TOWN, ROOT, run

SMALLEST = "easy_language/tr/summary.yaml"
_ENTRY = re.compile(r"  # \S")
_LINE = re.compile(r"( *)# (.*)")
_DUTCH = re.compile(r" *## nl: (.*)")
_MORE = re.compile(r" *##     (.*)")


def skeleton(folder: Path) -> dict[str, str]:
    """Return the files of Turkish by path, made by the program in this process."""
    assert main(["content", "new-language", "tr", "--directory", str(folder)]) == 0
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.yaml"))
    }


def translated(text: str, count: int) -> Iterator[str]:
    """Yield the lines with ``count`` texts filled in, as a translator does, with Dutch words."""
    said: list[str] = []
    dutch = False
    for line in text.splitlines():
        if begun := _DUTCH.fullmatch(line):
            said, dutch = [begun[1]], True
        elif dutch and (more := _MORE.fullmatch(line)):
            said.append(more[1])
        elif found := _LINE.fullmatch(line):
            count -= bool(_ENTRY.match(line))
            if count >= 0:
                yield from _filled(f"{found[1]}{found[2]}", said)
                said, dutch = [], False
                continue
        else:
            dutch = False
        yield line


def _filled(name: str, said: list[str]) -> Iterator[str]:
    if not said:
        yield name
    elif name.endswith("|"):
        yield name
        indent = " " * (len(name) - len(name.lstrip()) + 2)
        yield from (f"{indent}{line}" for line in said)
    else:
        yield f"{name} {json.dumps(said[0], ensure_ascii=False)}"


def over_ours(folder: Path) -> LoadedContent:
    """Load our content with ``folder`` over it, or raise."""
    return load_content(content_dir(), overlays=(folder,))


def test_a_new_language_has_a_file_for_each_of_dutch(tmp_path: Path) -> None:
    done = run("content", "new-language", "TR", at=tmp_path)

    made = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.yaml"))
    dutch = [
        path.relative_to(content_dir()).as_posix()
        for path in content_dir().glob("*/nl/*.yaml")
        if path.parts[-3] in {"standard", "easy_language"}
    ]
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(done.stdout.replace("\\", "/").split()) == made
    assert made == sorted(f"tr/{name.replace('/nl/', '/tr/')}" for name in dutch)


def test_an_untouched_skeleton_changes_nothing(tmp_path: Path) -> None:
    assert run("content", "new-language", "tr", at=tmp_path).returncode == 0

    done = run("check", "tr", at=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "0 errors, 0 warnings"
    assert "tr" not in over_ours(tmp_path / "tr").library.languages


def test_a_skeleton_without_its_signs_still_falls_back(tmp_path: Path) -> None:
    for name, text in skeleton(tmp_path).items():
        bare = re.sub(r"(?m)^( *)# ", r"\1", text)
        assert bare != text
        (tmp_path / name).write_text(bare, encoding="utf-8")

    loaded = over_ours(tmp_path)

    assert "tr" not in loaded.library.languages
    assert "tr" not in {language for _register, language, _term in loaded.glossary_places}


@pytest.mark.parametrize("count", [1, 2, 30])
def test_a_language_that_is_there_in_part_has_no_errors(tmp_path: Path, count: int) -> None:
    for name, text in skeleton(tmp_path).items():
        (tmp_path / name).write_text("\n".join(translated(text, count)), encoding="utf-8")

    done = run("check", tmp_path)

    assert done.returncode == 0, done.stdout
    assert re.search(r"^0 errors, \d+ warnings?$", done.stdout.splitlines()[-1])
    assert " fall back to Dutch: " in done.stdout
    assert "tr" in over_ours(tmp_path).library.languages


def test_a_language_that_is_filled_in_says_what_dutch_says_and_lacks_nothing(
    tmp_path: Path,
) -> None:
    for name, text in skeleton(tmp_path).items():
        (tmp_path / name).write_text("\n".join(translated(text, 9999)), encoding="utf-8")

    done = run("content", "missing", "tr", "--content", tmp_path)

    assert (done.returncode, done.stdout) == (0, "")
    library = over_ours(tmp_path).library
    for register in ("standard", "easy_language"):
        for text_id in library.tables[register, "nl"]:
            dutch, turkish = (library.entry(text_id, register, each) for each in ("nl", "tr"))
            assert dutch is not None
            unsaid = dutch.model_copy(update={"say": None, "lint": {}, "reader_test": None})
            assert turkish == unsaid, text_id


def test_words_for_the_professional_are_in_the_standard_register_only(tmp_path: Path) -> None:
    made = skeleton(tmp_path)

    assert "# prompt_1:" in made["standard/tr/surroundings.yaml"]
    assert "prompt_1" not in made["easy_language/tr/surroundings.yaml"]


def test_above_a_name_stand_its_words_and_what_the_program_fills_in(tmp_path: Path) -> None:
    easy = skeleton(tmp_path)["easy_language/tr/general.yaml"]

    assert "{organisation}" in easy.splitlines()[3]
    assert "  ## {organisation} {number}\n  ## nl: Bellen met {organisation} kan ook." in easy
    assert "  ## = button.help\n  ## nl: Uitleg\n  ## en: " in easy


def test_a_form_for_who_is_alone_can_be_filled_in_too(tmp_path: Path) -> None:
    easy = skeleton(tmp_path)["easy_language/tr/general.yaml"]

    assert "  #   alone:\n      ## nl: Dit doe ik zelf\n" in easy


def test_texts_of_a_municipality_are_part_of_a_new_language(tmp_path: Path) -> None:
    done = run("--content", EXAMPLE_TOWN, "content", "new-language", "ar", at=tmp_path)

    assert done.returncode == 0
    text = (tmp_path / "ar/easy_language/ar/voorbeeldstad.yaml").read_text(encoding="utf-8")
    assert "allotment:\n  ## nl: Tuin en buren\n  # title:\n" in text


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("xx", "No language has the code xx."),
        ("../tr", "No language has the code ../tr."),
        ("tr_TR", "No language has the code tr_TR."),
        ("tr@x", "No language has the code tr@x."),
        ("nl", "There are texts in nl already."),
        ("EN", "There are texts in en already."),
    ],
)
def test_a_code_that_cannot_be_is_one_sentence(code: str, says: str, tmp_path: Path) -> None:
    done = run("content", "new-language", code, at=tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(says)
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.glob("*/standard")) == []


def test_files_that_are_there_are_replaced_with_force_only(tmp_path: Path) -> None:
    made = skeleton(tmp_path)
    (tmp_path / SMALLEST).write_text("document: {family_title: Konusmamiz}\n", encoding="utf-8")
    again = ("content", "new-language", "tr", "--directory", tmp_path)

    refused = run(*again)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "is there already" in refused.stderr
    assert "Konusmamiz" in (tmp_path / SMALLEST).read_text(encoding="utf-8")

    assert run(*again, "--force").returncode == 0
    assert (tmp_path / SMALLEST).read_text(encoding="utf-8").count("\n") == made[SMALLEST].count(
        "\n"
    )


def test_nothing_is_made_inside_the_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "giz_gesprek")
    monkeypatch.setattr("giz_gesprek.cli.content.content_dir", lambda: ROOT / "content")
    inside = tmp_path / "giz_gesprek" / "_data" / "content"

    assert (
        main(["--language", "en", "content", "new-language", "tr", "--directory", str(inside)]) == 2
    )

    assert "belongs to the program" in capsys.readouterr().err
    assert not inside.exists()


@pytest.mark.needs_posix("a file where a folder was to be")
def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    done = run("content", "new-language", "tr", "--directory", tmp_path / "file")

    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr.count("\n") == 1


def test_missing_names_each_text_with_where_it_is_asked_for(tmp_path: Path) -> None:
    name = "easy_language/tr/all.yaml"
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text("housing:\n  title: Ev\n  wish:\n", encoding="utf-8")

    done = run("content", "missing", "tr", "--content", tmp_path)

    lines = done.stdout.splitlines()
    framework = (content_dir() / "framework.yaml").read_text(encoding="utf-8").splitlines()
    line = 1 + next(i for i, each in enumerate(framework) if each.startswith("  housing: {"))
    place = Path("content") / "framework.yaml"
    assert done.returncode == 1
    assert f"{place}:{line}: easy_language/tr housing.wish" in lines
    assert f"{place}:{line}: standard/tr housing.title" in lines
    assert not [each for each in lines if each.endswith("easy_language/tr housing.title")]
    assert not [each for each in lines if "easy_language/tr housing.prompt" in each]
    assert done.stderr == f"{len(lines)} texts are not there in tr; they are shown in Dutch.\n"


def test_english_and_dutch_lack_nothing() -> None:
    for code in ("en", "nl"):
        done = run("content", "missing", code)
        assert (done.returncode, done.stdout) == (0, "")
        assert done.stderr == f"Every text is there in {code}.\n"


def test_a_mistake_in_a_translation_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "easy_language/tr").mkdir(parents=True)
    (tmp_path / "easy_language/tr/a.yaml").write_text(
        "housing:\n  title: Ev\n  how: {text: Ev {child}}\n", encoding="utf-8"
    )

    done = run("content", "missing", "tr", "--content", tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[0].startswith(
        f"{tmp_path / 'easy_language/tr/a.yaml'}:3: ERROR"
    )


def test_without_a_command_the_group_says_where_help_is() -> None:
    done = run("content")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Missing command. See giz-gesprek content --help.\n"


def test_an_empty_text_is_a_mistake_in_dutch_and_a_gap_elsewhere(tmp_path: Path) -> None:
    for language in ("nl", "tr"):
        path = tmp_path / language / "easy_language" / language / "a.yaml"
        path.parent.mkdir(parents=True)
        path.write_text("housing:\n  title:\n", encoding="utf-8")

    def findings(language: str) -> list[int]:
        folders = Folders((content_dir(), tmp_path / language))
        return [each.line for each in read_content(folders).findings]

    assert (findings("nl"), findings("tr")) == ([2], [])
