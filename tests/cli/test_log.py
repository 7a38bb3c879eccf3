"""``giz-gesprek log``: who looked at a family and wrote, at a shell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.cli import main
from giz_gesprek.conversation.change_log import Change
from giz_gesprek.store import Profile, Store
from tests.support.talks import agreed_talk, say_about

PASSPHRASE: Final = "zeven gele fietsen bij de brug"
NOW: Final = datetime(2026, 11, 3, 13, 5, tzinfo=UTC)

Shell = Callable[..., tuple[int, str, str]]


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Shell:
    """Return how to run the program with a store in which something was said."""
    monkeypatch.chdir(tmp_path)
    Path("key").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    talk = say_about(agreed_talk("housing", "safety"), "housing", "mother", strengths="Licht.")
    with Store.create(tmp_path / "here.db", PASSPHRASE, NOW) as store:
        store.save_profile(Profile(name="Anna de Wit"))
        for topic in ("housing", "safety"):
            change = Change(
                item=f"topic:{topic}",
                action="chosen",
                actor_id="mother",
                conversation_id=talk.conversation_id,
            )
            store.save(talk.dossier, now=NOW, change=change)

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(["--store", "here.db", "--passphrase-file", "key", "log", *arguments])
        return (code, *capfd.readouterr())

    return run


def items(tmp_path: Path) -> list[tuple[str, str]]:
    with Store.open(tmp_path / "here.db", PASSPHRASE) as store:
        return [(line.change.action, line.change.item) for line in store.changes("f1")[2:]]


def test_the_list_is_shown_precisely_for_the_professional_and_remembers_that(
    shell: Shell, tmp_path: Path
) -> None:
    code, out, err = shell("f1")
    assert (code, err) == (0, "")
    assert "Sanne · koos dit · Veilig zijn" in out
    assert "Anna de Wit · keek · deze lijst" in out
    assert items(tmp_path) == [("looked", "log:professional")]


def test_it_is_a_paper_for_the_family_or_for_one_person_without_what_is_delicate(
    shell: Shell, tmp_path: Path
) -> None:
    assert shell("f1", "--for", "family", "--output", "lijst.html") == (0, "", "")
    assert shell("f1", "--for", "person:mother", "--output", "lijst.txt") == (0, "", "")
    for name, said in (
        ("lijst.html", "Sanne schreef iets op bij Wonen"),
        ("lijst.txt", "U schreef"),
    ):
        text = Path(name).read_text(encoding="utf-8")
        assert said in text
        assert "Veilig" not in text
    assert items(tmp_path) == [
        ("exported", "log:family:html"),
        ("exported", "log:person:mother:text"),
    ]
    _code, out, _err = shell("f1", "--for", "person:mother", "--with-sensitive")
    assert "Veilig zijn" in out


@pytest.mark.parametrize(
    "wrong",
    [
        ("f2",),
        ("f1", "--for", "recipient:school"),
        ("f1", "--for", "nobody"),
        ("f1", "--output", "lijst.docx"),
        ("f1", "--format", "sound"),
        ("f1", "--format", "html", "--output", "lijst.txt"),
        ("f1", "--with-sensitive"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence_and_leaves_no_trace(
    shell: Shell, tmp_path: Path, wrong: tuple[str, ...]
) -> None:
    code, out, err = shell(*wrong)
    assert code in {2, 4, 5}
    assert (out, err.strip().count("\n")) == ("", 0)
    assert items(tmp_path) == []
