"""``giz-gesprek booklet``, as somebody at a shell makes it."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pikepdf
import pytest

from giz_gesprek.cli import main
from tests.support.booklets import LANGUAGES, PHASES
from tests.support.private import is_private

SHORT = ("--phase", "0-4", "--topic", "health")


def refused(code: int, *arguments: str, capfd: pytest.CaptureFixture[str]) -> str:
    """Run, expect one sentence and nothing else, and return it."""
    assert main(["booklet", *arguments]) == code
    out, err = capfd.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_writes_a_booklet_of_the_phase_in_the_language(
    tmp_path: Path, phase: str, language: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "een boekje, ouder–kind.pdf"
    asked = ("--phase", phase, "--language", language, "--topic", "health")
    assert main(["booklet", *asked, "--output", str(path)]) == 0
    assert capfd.readouterr() == ("", "")
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == language


def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "booklet.pdf"
    assert main(["booklet", *SHORT, "--output", str(path)]) == 0
    assert is_private(path)


def test_its_name_says_that_it_is_a_pdf(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert ".pdf" in refused(2, *SHORT, "--output", str(tmp_path / "booklet.txt"), capfd=capfd)
    assert list(tmp_path.glob("booklet*")) == []


def test_it_can_go_to_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["booklet", *SHORT, "--output", "-"]) == 0
    out, err = capfdbinary.readouterr()
    assert err == b""
    with pikepdf.open(io.BytesIO(out)) as pdf:
        assert len(pdf.pages) > 1


def test_fewer_topics_make_a_shorter_one(tmp_path: Path) -> None:
    pages: list[int] = []
    for name, topics in (("one", ["health"]), ("two", ["health", "housing"])):
        path = tmp_path / f"{name}.pdf"
        options = [part for topic in topics for part in ("--topic", topic)]
        assert main(["booklet", "--phase", "12+", *options, "--output", str(path)]) == 0
        with pikepdf.open(path) as pdf:
            pages.append(len(pdf.pages))
    assert pages[0] < pages[1]


def test_the_words_can_be_plainer_and_speak_with_je(tmp_path: Path) -> None:
    made: list[bytes] = []
    for options in ((), ("--register", "standard"), ("--address", "je")):
        path = tmp_path / f"{len(made)}.pdf"
        assert main(["booklet", *SHORT, *options, "--output", str(path)]) == 0
        made.append(path.read_bytes())
    assert len(set(made)) == len(made)


def test_what_is_there_already_stays_unless_it_may_be_replaced(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "booklet.pdf"
    path.write_text("keep me", encoding="utf-8")
    assert "--force" in refused(5, *SHORT, "--output", str(path), capfd=capfd)
    assert path.read_text(encoding="utf-8") == "keep me"
    assert main(["booklet", *SHORT, "--force", "--output", str(path)]) == 0
    assert path.read_bytes().startswith(b"%PDF")


def test_a_folder_that_is_not_there_is_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "nowhere" / "booklet.pdf"
    assert "map" in refused(5, *SHORT, "--output", str(path), capfd=capfd)
    assert not path.parent.exists()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--phase", "5-6"), "prenatal, 0-4, 4-12, 12+"),
        (("--phase", "0-4", "--topic", "eten"), "eating_sleeping"),
        (("--phase", "0-4", "--language", "xx"), "--language"),
        (("--phase", "0-4", "--register", "hard"), "--register"),
        (("--phase", "0-4", "--address", "jij"), "--address"),
        ((), "--phase"),
    ],
)
def test_what_is_not_there_is_one_sentence(
    tmp_path: Path, options: tuple[str, ...], says: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "booklet.pdf"
    assert says in refused(2, *options, "--output", str(path), capfd=capfd)
    assert not path.exists()


def test_a_drawing_of_others_that_is_none_is_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "content"
    shutil.copytree(Path(__file__).parent.parent / "voorbeeldstad", folder)
    (folder / "pictograms" / "topic-allotment.svg").write_text("no drawing", encoding="utf-8")
    path = tmp_path / "booklet.pdf"
    command = ["--content", str(folder), "booklet", "--phase", "0-4", "--output", str(path)]
    assert main(command) == 5
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "--content" in err
    assert not path.exists()


def test_topics_of_others_are_in_it(tmp_path: Path) -> None:
    folder = Path(__file__).parent.parent / "voorbeeldstad"
    pages: list[int] = []
    for options in ((), ("--content", str(folder))):
        path = tmp_path / f"{len(pages)}.pdf"
        assert main([*options, "booklet", "--phase", "0-4", "--output", str(path)]) == 0
        with pikepdf.open(path) as pdf:
            pages.append(len(pdf.pages))
    assert pages[1] == pages[0] + 2
