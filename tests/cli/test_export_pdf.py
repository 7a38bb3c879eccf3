"""``export --format pdf``, as somebody at a shell does it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from giz_gesprek.cli import main
from tests.support.example import CONVERSATION, example
from tests.support.pdf import opened, pdf_text, squeezed
from tests.support.private import is_private


@pytest.fixture
def source(tmp_path: Path) -> str:
    """Return a file with the example."""
    path = tmp_path / "dossier.json"
    path.write_text(example().model_dump_json(), encoding="utf-8")
    return str(path)


def command(source: str, output: str | Path, *options: str, audience: str = "family") -> list[str]:
    shared = ["export", "--from", source, "--format", "pdf", "--output", str(output)]
    return [*shared, "--for", audience, *options]


@pytest.mark.parametrize("audience", ["family", "professional"])
@pytest.mark.parametrize("name", ["verslag.pdf", "ons gesprek — één kind (2).pdf"])
def test_a_pdf_is_written_for_its_owner_only(
    audience: str, name: str, source: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mijn papieren é"
    folder.mkdir()
    path = folder / name
    assert main(command(source, path, audience=audience)) == 0
    assert capfd.readouterr() == ("", "")
    assert "Pannenkoeken" in pdf_text(path.read_bytes())
    assert is_private(path)
    assert list(folder.iterdir()) == [path]


def test_a_pdf_can_go_to_standard_output(
    source: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(command(source, "-")) == 0
    out, err = capfdbinary.readouterr()
    assert err == b""
    assert out.startswith(b"%PDF-")
    assert out.rstrip().endswith(b"%%EOF")


def test_language_and_words_are_chosen(source: str, tmp_path: Path) -> None:
    read = {}
    for name, options in {
        "easy": (),
        "standard": ("--register", "standard"),
        "english": ("--language", "en", "--register", "easier"),
    }.items():
        path = tmp_path / f"{name}.pdf"
        assert main(command(source, path, *options)) == 0
        read[name] = squeezed(pdf_text(path.read_bytes()))
        with opened(path.read_bytes()) as pdf:
            assert str(pdf.Root["/Lang"]) == ("en" if name == "english" else "nl")
    assert "Hierpraattenwijover" in read["easy"]
    assert "Waarwijoverpraatten" in read["standard"]
    assert "Wetalkedaboutthis" in read["english"]
    assert all("Pimeetalleswatikmaak." in text for text in read.values())


def test_a_character_without_a_letter_is_told_in_one_sentence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    goal = CONVERSATION.plan.goals[0]
    words = goal.words.model_copy(update={"text": "Slapen 😴"})
    plan = CONVERSATION.plan.model_copy(
        update={"goals": (goal.model_copy(update={"words": words}),)}
    )
    dossier = example().with_conversation(CONVERSATION.model_copy(update={"plan": plan}))
    source = tmp_path / "dossier.json"
    source.write_text(dossier.model_dump_json(), encoding="utf-8")
    path = tmp_path / "verslag.pdf"
    assert main(command(str(source), path)) == 0
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "□" in err
    assert "Slapen□" in squeezed(pdf_text(path.read_bytes()))


@pytest.mark.parametrize("force", [True, False])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_what_cannot_be_written_is_one_sentence_and_the_old_file_stays(
    code: int,
    force: bool,
    source: str,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "papieren"
    folder.mkdir()
    path = folder / "verslag.pdf"
    if force:
        path.write_bytes(b"eerder")

    def refuse(*_arguments: object, **_options: object) -> None:
        raise OSError(code, "x")

    # A full disk shows when the data must go to it, a folder when a file must come in it.
    if code == errno.ENOSPC:
        monkeypatch.setattr(os, "fsync", refuse)
    else:
        monkeypatch.setattr("giz_gesprek.system.new_private_file", refuse)
    assert main(command(source, path, *(["--force"] if force else []))) == 5
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert [one.read_bytes() for one in folder.iterdir()] == ([b"eerder"] if force else [])


def test_a_pdf_that_is_there_stays_without_force(
    source: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "verslag.pdf"
    path.write_bytes(b"eerder")
    assert main(command(source, path)) == 5
    assert "--force" in capfd.readouterr().err
    assert path.read_bytes() == b"eerder"


def test_a_pdf_that_cannot_be_made_is_one_sentence_without_what_was_said(
    source: str,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from giz_gesprek.export.pdf import typeset

    templates = tmp_path / "templates"
    templates.mkdir()
    # Typst's own message would then hold everything that was said.
    (templates / "family.typ").write_text("#panic(sys.inputs.document)", encoding="utf-8")
    monkeypatch.setattr(typeset, "TEMPLATES", templates)
    path = tmp_path / "verslag.pdf"
    assert main(command(source, path)) == 5
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "Roos" not in err
    assert not path.exists()
