"""A backup, putting it back, another passphrase, and everything gone, at a shell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.cli import main
from giz_gesprek.store import Store
from tests.store.support import NOW, PASSPHRASE, family, talked
from tests.support.stores import new_store

NEW: Final = "acht groene kikkers op de brug"

Shell = Callable[..., tuple[int, str, str]]


@pytest.fixture
def shell(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Shell:
    """Return how to run the program; ``key`` and ``new-key`` hold the passphrases."""
    for name, text in (("key", PASSPHRASE), ("new-key", NEW), ("other-key", "iets anders")):
        (tmp_path / name).write_text(f"{text}\n", encoding="utf-8")
    (tmp_path / "stick").mkdir()
    with new_store(tmp_path / "families.db") as store:
        store.save(talked(family()), now=NOW)

    def run(*arguments: str, store: str = "families.db", key: str = "key") -> tuple[int, str, str]:
        options = ["--language", "en", "--store", str(tmp_path / store)]
        code = main([*options, "--passphrase-file", str(tmp_path / key), *arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return run


def test_a_lost_laptop_comes_back_from_a_stick(shell: Shell, tmp_path: Path) -> None:
    code, out, err = shell("backup", str(tmp_path / "stick"))
    assert (code, err) == (0, "")
    [backup] = (tmp_path / "stick").iterdir()
    assert str(backup) in out

    code, out, _err = shell("restore", str(backup), "--yes", store="home/of/another/families.db")
    assert code == 0
    assert "1 family, 1 conversation" in out
    code, out, _err = shell("families", store="home/of/another/families.db")
    assert code == 0
    assert "Ganzenbloem" in out


def test_the_passphrase_changes_and_the_old_backup_keeps_the_old_one(
    shell: Shell, tmp_path: Path
) -> None:
    backup = str(tmp_path / "stick" / "backup.db")
    assert shell("backup", backup)[0] == 0
    code, out, err = shell("passphrase", "--new-passphrase-file", str(tmp_path / "new-key"))
    assert (code, err) == (0, "")
    assert "keep the old one" in out
    assert shell("families")[0] == 4
    assert shell("families", key="new-key")[0] == 0
    assert shell("restore", backup, "--yes", key="new-key")[0] == 4
    old = ("--file-passphrase-file", str(tmp_path / "key"))
    assert shell("restore", backup, "--yes", *old, key="new-key")[0] == 0
    assert shell("families")[0] == 0
    aside = [each.name for each in tmp_path.iterdir() if "before-restore" in each.name]
    assert len(aside) == 1
    assert shell("families", store=aside[0], key="new-key")[0] == 0


def test_what_is_wrong_is_one_sentence_and_a_documented_code(shell: Shell, tmp_path: Path) -> None:
    backup = tmp_path / "stick" / "backup.db"
    assert shell("backup", str(backup))[0] == 0
    strange = tmp_path / "strange.db"
    strange.write_bytes(bytes(range(256)) * 40)
    for code, arguments, key in (
        (5, ("backup", str(backup)), "key"),
        (5, ("backup", str(tmp_path / "no" / "folder.db")), "key"),
        (2, ("backup", str(tmp_path / "families.db"), "--force"), "key"),
        (4, ("backup", str(tmp_path / "stick")), "other-key"),
        (4, ("restore", str(strange), "--yes"), "key"),
        (4, ("restore", str(backup), "--yes"), "other-key"),
        (2, ("restore", str(tmp_path / "nothing.db"), "--yes"), "key"),
        (2, ("restore", str(backup)), "key"),
        (2, ("passphrase",), "key"),
        (2, ("passphrase", "--new-passphrase-file", str(tmp_path / "nothing")), "key"),
        (4, ("passphrase", "--new-passphrase-file", str(tmp_path / "new-key")), "other-key"),
        (2, ("wipe",), "key"),
    ):
        told, _out, err = shell(*arguments, key=key)
        assert told == code, arguments
        assert err.strip(), arguments
        assert "Traceback" not in err
    with Store.open(tmp_path / "families.db", PASSPHRASE) as store:
        assert len(store.families()) == 1
    assert len(list((tmp_path / "stick").iterdir())) == 1


def test_while_the_families_are_open_elsewhere_it_says_where_to_make_the_backup(
    shell: Shell, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "families.db", PASSPHRASE):
        code, _out, err = shell("backup", str(tmp_path / "stick"))
        assert code == 4
        assert "Settings" in err
        assert shell("wipe", "--yes")[0] == 4
    assert list((tmp_path / "stick").iterdir()) == []


def test_everything_goes_after_a_yes_and_the_receipt_names_nobody(
    shell: Shell, tmp_path: Path
) -> None:
    assert shell("wipe")[0] == 2, "nobody can be asked here"
    assert (tmp_path / "families.db").exists()
    code, out, err = shell("wipe", "--yes")
    assert (code, err) == (0, "")
    assert "Deleted for good" in out
    assert "Ganzenbloem" not in out
    assert [each.name for each in tmp_path.iterdir() if "families" in each.name] == []
    assert shell("wipe", "--yes")[0] == 4
