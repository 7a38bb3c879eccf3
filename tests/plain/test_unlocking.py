"""A passphrase in lines: typed again after a wrong one, proposed, and never in sight."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from giz_gesprek.errors import WrongPassphrase
from giz_gesprek.plain.first_run import ask_passphrase_twice
from giz_gesprek.plain.form import Form
from giz_gesprek.plain.lines import EndOfInput, Lines
from giz_gesprek.plain.unlocking import unlocked
from tests.store.support import PASSPHRASE
from tests.support.stores import new_store

STRONG = "lepel fiets wolk kaas ladder"


class Typed:
    """A terminal at which secrets and lines are typed, and that notes how long it waited."""

    def __init__(self, *secrets: str, live: bool = True, typed: str = "") -> None:
        self.out, self.waited = StringIO(), list[float]()
        answers = iter(secrets)
        self.lines = Lines(
            StringIO(typed),
            self.out,
            live=live,
            secret=lambda _prompt: next(answers),
            sleep=self.waited.append,
        )

    @property
    def said(self) -> str:
        return self.out.getvalue()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    new_store(tmp_path / "families.db").close()
    return tmp_path / "families.db"


def test_a_wrong_passphrase_can_be_typed_again_and_slows_down(path: Path) -> None:
    at = Typed("een", "twee", "drie", "vier", PASSPHRASE)
    unlocked(at.lines, path, None, demo=False).store.close()
    assert at.waited == [2, 4]
    assert at.said.count("Deze wachtzin opent dit bestand niet") == 4
    assert "U kunt het over 2 seconden opnieuw proberen." in at.said
    assert "drie" not in at.said


def test_where_nobody_can_type_another_a_wrong_passphrase_ends_it(path: Path) -> None:
    at = Typed("een andere", live=False)
    with pytest.raises(WrongPassphrase):
        unlocked(at.lines, path, None, demo=False)
    with pytest.raises(WrongPassphrase):
        unlocked(Typed().lines, path, "een andere", demo=False)


def test_an_easy_passphrase_is_refused_until_another_is_typed() -> None:
    at = Typed("Amsterdam2024!", "feyenoord1908", STRONG, STRONG)
    assert ask_passphrase_twice(Form(at.lines)) == STRONG
    assert at.said.count("Deze wachtzin is makkelijk te raden.") == 2
    assert at.said.count("Er is geen fout in gevonden die veel mensen maken.") == 1
    assert "feyenoord" not in at.said


def test_words_are_proposed_and_taken_off_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    at = Typed("", STRONG, STRONG, typed="\n")
    assert ask_passphrase_twice(Form(at.lines)) == STRONG
    before, emptied, after = at.said.partition("\x1b[H\x1b[2J\x1b[3J")
    assert emptied
    words = next(line for line in before.splitlines() if len(line.split()) == 5 and "." not in line)
    assert words not in after


def test_a_terminal_that_cannot_be_emptied_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    at = Typed("", STRONG, STRONG, typed="\n")
    ask_passphrase_twice(Form(at.lines))
    assert "De woorden blijven in dit venster staan" in at.said


def test_a_family_s_own_names_are_no_passphrase_of_its_file() -> None:
    at = Typed("Xanthippe Quirijnse", STRONG, STRONG)
    assert ask_passphrase_twice(Form(at.lines), ["Xanthippe", "Quirijnse"]) == STRONG
    assert "dat bij u of bij een gezin hoort" in at.said


def test_who_makes_a_typing_mistake_waits_for_nothing(path: Path) -> None:
    at = Typed("een", "twee", PASSPHRASE)
    unlocked(at.lines, path, None, demo=False).store.close()
    assert at.waited == []


def test_what_is_said_after_ctrl_d_stands_on_a_line_of_its_own(path: Path) -> None:
    def ends(_prompt: str) -> str:
        raise EOFError

    out = StringIO()
    with pytest.raises(EndOfInput):
        unlocked(Lines(StringIO(), out, live=True, secret=ends), path, None, demo=False)
    assert out.getvalue() == "\n"
