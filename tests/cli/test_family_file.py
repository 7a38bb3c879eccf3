"""A family as a file to a colleague, and back from the record, at a shell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.cli import main
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.store import Store
from tests.support.example import example

PASSPHRASE: Final = "zeven gele fietsen bij de brug"
OF_FILE: Final = "een lange zin voor een collega"
NOW: Final = datetime(2026, 11, 22, tzinfo=UTC)

Shell = Callable[..., tuple[int, str, str]]


@pytest.fixture
def shell(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Shell:
    """Return how to run the program with one of two stores."""
    for name, text in (("key", PASSPHRASE), ("key-of-file", OF_FILE), ("other-key", "iets anders")):
        (tmp_path / name).write_text(f"{text}\n", encoding="utf-8")
    for name in ("here", "there"):
        Store.create(tmp_path / f"{name}.db", PASSPHRASE, NOW).close()

    def run(store: str, *arguments: str) -> tuple[int, str, str]:
        options = ["--store", str(tmp_path / f"{store}.db")]
        code = main([*options, "--passphrase-file", str(tmp_path / "key"), *arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return run


@pytest.fixture
def give(shell: Shell, tmp_path: Path) -> Callable[[str], Path]:
    """Return how to write the family of the example as a file."""

    def write(store: str) -> Path:
        path = tmp_path / f"from-{store}.giz"
        told = shell(store, *_export(path), "--file-passphrase-file", str(tmp_path / "key-of-file"))
        assert told == (0, "", "")
        return path

    return write


def test_a_colleague_goes_on_and_the_family_comes_back(
    shell: Shell, give: Callable[[str], Path], tmp_path: Path
) -> None:
    save(tmp_path, "here", example())
    file = give("here")

    code, out, _err = shell("there", *_import(file, tmp_path), "--yes")
    assert code == 0
    assert example().family.label in out, "what it holds is shown"
    assert kept(tmp_path, "there").conversations == example().conversations

    went_on = with_words(kept(tmp_path, "there"))
    save(tmp_path, "there", went_on)
    back = give("there")
    assert shell("here", *_import(back, tmp_path), "--yes")[0] == 0
    assert kept(tmp_path, "here").conversations == went_on.conversations
    with Store.open(tmp_path / "here.db", PASSPHRASE) as store:
        logged = [each.change.action for each in store.changes(example().family.id)]
    assert logged == ["exported", "imported"]


def test_a_record_that_was_deleted_comes_back(
    shell: Shell, give: Callable[[str], Path], tmp_path: Path
) -> None:
    save(tmp_path, "here", example())
    file = give("here")
    with Store.open(tmp_path / "here.db", PASSPHRASE) as store:
        store.delete_family(example().family.id, NOW)
    assert shell("here", *_import(file, tmp_path), "--yes")[0] == 0
    assert kept(tmp_path, "here").conversations == example().conversations


def test_nothing_that_was_written_since_is_overwritten(
    shell: Shell, give: Callable[[str], Path], tmp_path: Path
) -> None:
    save(tmp_path, "here", example())
    file = give("here")
    newer = with_words(kept(tmp_path, "here"))
    save(tmp_path, "here", newer)
    code, out, err = shell("here", *_import(file, tmp_path), "--yes")
    assert code == 2
    assert "gaat verder dan" in out
    assert err.strip().count("\n") == 0
    assert kept(tmp_path, "here") == newer


def test_the_same_family_once_more_is_nothing_to_do(
    shell: Shell, give: Callable[[str], Path], tmp_path: Path
) -> None:
    save(tmp_path, "here", example())
    file = give("here")
    before = kept(tmp_path, "here")
    assert shell("here", *_import(file, tmp_path), "--yes")[0] == 0
    assert kept(tmp_path, "here") == before


def test_without_a_yes_nothing_is_taken_over(
    shell: Shell, give: Callable[[str], Path], tmp_path: Path
) -> None:
    save(tmp_path, "here", example())
    file = give("here")
    code, out, err = shell("there", *_import(file, tmp_path))
    assert code == 2
    assert example().family.label in out
    assert "--yes" in err
    assert families(tmp_path, "there") == 0


def test_a_dossier_as_json_is_taken_over_too(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "dossier.json"
    path.write_text(example().model_dump_json(), encoding="utf-8")
    assert shell("there", "import", str(path), "--yes")[0] == 0
    assert kept(tmp_path, "there") == example()


def test_a_wrong_passphrase_and_a_strange_file_are_one_sentence(
    shell: Shell, give: Callable[[str], Path], tmp_path: Path
) -> None:
    save(tmp_path, "here", example())
    file = give("here")
    wrong = ("--file-passphrase-file", str(tmp_path / "other-key"), "--yes")
    strange = tmp_path / "strange.giz"
    strange.write_bytes(bytes(range(256)) * 40)
    for path in (file, strange):
        code, out, err = shell("there", "import", str(path), *wrong)
        assert (code, out) == (4, "")
        assert err.strip().count("\n") == 0
    code, _out, err = shell("there", "import", str(tmp_path / "nothing.giz"), *wrong)
    assert code == 2
    assert "nothing.giz" in err
    assert families(tmp_path, "there") == 0


def test_a_file_without_a_family_of_the_store_is_refused(shell: Shell, tmp_path: Path) -> None:
    save(tmp_path, "here", example())
    path = tmp_path / "family.giz"
    key = ("--file-passphrase-file", str(tmp_path / "key-of-file"))
    conversation = ("--conversation", example().conversations[0].id)
    for wrong in (
        ("export", "--from", "-", "--for", "professional", "--output", str(path), *key),
        (*_export(path), *key, *conversation),
        _export(path, whom="family"),
        _export(path),
    ):
        code, _out, err = shell("here", *wrong)
        assert code == 2
        assert err.strip().count("\n") == 0
    assert not path.exists()


def _export(path: Path, *, whom: str = "professional") -> tuple[str, ...]:
    of = ("--family", example().family.id, "--for", whom)
    return ("export", *of, "--output", str(path))


def _import(path: Path, folder: Path) -> tuple[str, ...]:
    return ("import", str(path), "--file-passphrase-file", str(folder / "key-of-file"))


def with_words(dossier: Dossier) -> Dossier:
    """Return a dossier in which something was written since."""
    changed = dossier.conversations[-1].model_copy(update={"parked": ("safety",)})
    return dossier.with_conversation(changed)


def save(folder: Path, store: str, dossier: Dossier) -> None:
    """Keep a dossier in one of the stores."""
    with Store.open(folder / f"{store}.db", PASSPHRASE) as there:
        there.save(dossier, now=NOW)


def kept(folder: Path, store: str) -> Dossier:
    """Return what one of the stores keeps of the family."""
    with Store.open(folder / f"{store}.db", PASSPHRASE) as there:
        return there.read(example().family.id)


def families(folder: Path, store: str) -> int:
    """Return how many families one of the stores keeps."""
    with Store.open(folder / f"{store}.db", PASSPHRASE) as there:
        return len(there.families())
