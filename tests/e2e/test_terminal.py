"""What a real terminal, other people on the computer and the disk get to see of the program."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.errors import AlreadyOpen, ExitCode
from giz_gesprek.i18n import _
from giz_gesprek.store import Store
from tests.support.at_question import MARKER, SECRETS, STRENGTHS, TOPIC, stop, typing
from tests.support.example import example
from tests.support.leaks import secrets_in
from tests.support.program import PROGRAM
from tests.support.talking import (
    PARENT,
    PASSPHRASE,
    PROFESSIONAL,
    TOGETHER,
    Talk,
    at_table,
    keep_in_store,
    open_again,
    unlock,
)
from tests.support.terminal import SMALL, USUAL, Terminal, flat
from tests.support.waiting import wait_until

_BY_CHANCE: Final = 4
"""Letters that can follow each other in an encrypted file."""

pytestmark = pytest.mark.needs_posix("a terminal")


HURRIED: Final = """
from giz_gesprek.cli import main
from giz_gesprek.tui.host import ending
ending.ORDERLY_SECONDS = 0
raise SystemExit(main())
"""
"""A program that waits for nothing when it is ended."""


# --- beginning and ending -------------------------------------------------------------------


@pytest.mark.parametrize("size", [USUAL, SMALL])
def test_the_first_screen_asks_for_a_passphrase(
    size: tuple[int, int], environment: dict[str, str]
) -> None:
    with Terminal(environment, size=size) as terminal:
        terminal.wait_for(_("Passphrase"), _("Make my file"))
        terminal.press("Escape")
        talk = Talk(terminal)
        talk.sees(talk.text("quit.nothing_yet"))
        terminal.click(talk.text("quit.title"), below=talk.text("button.back"))
        assert terminal.wait_until_gone() == 0
        assert terminal.left_on_screen() == ""


@pytest.mark.parametrize("key", ["C-c", "C-q"])
def test_leaving_asks_first_and_costs_no_letter(
    key: str, environment: dict[str, str], at_question: Path
) -> None:
    with typing(Terminal(environment)) as talk:
        talk.terminal.press(key)
        talk.sees(talk.text("quit.ask"))
        talk.terminal.press("Escape")
        talk.sees(MARKER)
        talk.terminal.type(" aan zee")
        talk.sees(f"{MARKER} aan zee")
        stop(talk, key)
        assert talk.terminal.wait_until_gone() == 0
        assert talk.terminal.left_on_screen() == ""
    with Store.open(at_question, PASSPHRASE) as store:
        assert store.draft("f1", "talk-1", STRENGTHS.key) == f"{MARKER} aan zee"


# --- the demonstration ----------------------------------------------------------------------


@contextmanager
def demonstration(
    environment: dict[str, str], program: Sequence[str] = PROGRAM
) -> Iterator[Terminal]:
    """Run the demonstration until it shows its conversation."""
    with Terminal(environment, "demo", program=program) as terminal:
        talk = Talk(terminal)
        terminal.wait_for(talk.text("welcome.again", name="Sanne Voorbeeld"))
        assert list(Path(environment["TMPDIR"]).iterdir())
        yield terminal


@pytest.mark.parametrize("key", ["C-c", "C-q"])
def test_the_demonstration_leaves_nothing_behind(key: str, environment: dict[str, str]) -> None:
    with demonstration(environment) as terminal:
        talk = Talk(terminal)
        terminal.press(key)
        talk.sees(talk.text("quit.demo"))
        terminal.click(talk.text("quit.title"), below=talk.text("button.go_on"))
        assert terminal.wait_until_gone() == 0
        assert terminal.left_on_screen() == ""
    assert not list(Path(environment["TMPDIR"]).iterdir())


@pytest.mark.parametrize(
    ("name", "code"),
    [("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", ExitCode.DONE)],
)
def test_the_demonstration_leaves_nothing_behind_when_it_is_stopped(
    name: str, code: int, environment: dict[str, str]
) -> None:
    with demonstration(environment) as terminal:
        terminal.send_signal(signal.Signals[name])
        assert terminal.wait_until_gone() == code
        assert "Traceback" not in terminal.screen()
    assert not list(Path(environment["TMPDIR"]).iterdir())


def test_a_demonstration_that_ends_too_slowly_leaves_nothing_behind_either(
    environment: dict[str, str],
) -> None:
    with demonstration(environment, (PROGRAM[0], "-c", HURRIED)) as terminal:
        terminal.send_signal(signal.SIGTERM)
        assert terminal.wait_until_gone() == 128 + signal.SIGTERM
    assert not list(Path(environment["TMPDIR"]).iterdir())


def test_the_demonstration_leaves_nothing_behind_when_its_window_is_closed(
    environment: dict[str, str],
) -> None:
    with demonstration(environment) as terminal:
        terminal.hang_up()
        wait_until(lambda: not list(Path(environment["TMPDIR"]).iterdir()), "an empty folder")


def test_nobody_can_read_what_a_power_cut_leaves_of_the_demonstration(
    environment: dict[str, str],
) -> None:
    # That a folder stays cannot be helped; its passphrase was never written down.
    with demonstration(environment) as terminal:
        terminal.kill()
    left = [path for path in Path(environment["TMPDIR"]).rglob("*") if path.is_file()]
    assert left
    names = [each.name.encode() for each in example().family.people if len(each.name) > _BY_CHANCE]
    assert len(names) > 1
    for name in names:
        assert not [path for path in left if name in path.read_bytes()]


# --- two at once ----------------------------------------------------------------------------


def test_a_second_window_is_refused_and_the_first_goes_on(
    environment: dict[str, str], at_question: Path
) -> None:
    refusal = str(AlreadyOpen())
    with typing(Terminal(environment)) as talk:
        with Terminal(environment) as second:
            unlock(second)
            second.wait_for(refusal)
            assert not secrets_in(second.screen().encode(), SECRETS)
        command = subprocess.run(
            [*PROGRAM, "--passphrase-fd", "0", "families"],
            check=False,
            input=PASSPHRASE,
            capture_output=True,
            encoding="utf-8",
            env=environment,
        )
        assert command.returncode == ExitCode.STORE
        assert (command.stdout, command.stderr) == ("", f"{refusal}\n")
        talk.sees(MARKER)
        talk.terminal.press("Enter")
        talk.chooses(PARENT, TOPIC, "appraisal", "so_so")
        talk.is_asked(PARENT, TOPIC, "example")


def test_f9_empties_the_screen_at_once_and_any_key_brings_it_back(
    environment: dict[str, str], at_question: Path
) -> None:
    with typing(Terminal(environment)) as talk:
        talk.terminal.press("F9")
        # The terminal can show half of a frame.
        talk.terminal.wait_for(lambda screen: flat(screen) == flat(talk.text("blank.text")))
        talk.terminal.press("x")
        talk.is_asked(PARENT, TOPIC, "strengths")
        screen = talk.terminal.wait_for(MARKER)
        assert f"{MARKER}x" not in screen


# --- a small window -------------------------------------------------------------------------


class SmallTalk(Talk):
    """On every step, looks for its first line and for the button that goes on."""

    def sees(self, *texts: str) -> None:
        """Wait for the first line of each of these, and the way on."""
        first_lines = (text.splitlines()[0] for text in texts)
        self.terminal.wait_for(*first_lines, self.text("button.next"))

    def has_heading(self, heading: str) -> None:
        """Wait for as much of the heading as fits."""
        self.terminal.wait_for(heading[: SMALL[0] - 4])

    def passes(self, text_id: str) -> None:
        """See a question, and go on without answering it."""
        self.sees(self.text(text_id))
        self.terminal.click(self.text("button.next"))


@pytest.mark.slow
def test_every_step_shows_its_question_and_the_way_on_in_a_small_window(
    environment: dict[str, str], store_path: Path
) -> None:
    keep_in_store(store_path, at_table())
    with Terminal(environment, size=SMALL) as terminal:
        unlock(terminal)
        open_again(terminal)
        talk = SmallTalk(terminal)
        talk.agrees()
        talk.opens("development", [TOPIC])
        talk.begins(TOPIC)
        talk.tells(PARENT, TOPIC, "strengths", "Zij eet alles")
        talk.chooses(PARENT, TOPIC, "appraisal", "difficult")
        talk.says_nothing(PARENT, TOPIC, "example")
        talk.will_not_say(PARENT, TOPIC, "wish", "rather_not_say")
        talk.hears(TOPIC)
        talk.takes_turn()
        talk.chooses(PROFESSIONAL, TOPIC, "view", "so_so")
        talk.skips(PROFESSIONAL, TOPIC, "view_strengths")
        talk.will_not_say(PROFESSIONAL, TOPIC, "view_words", "dont_know")
        talk.compares(TOPIC, None)
        talk.tells(PARENT, TOPIC, "reason", "Thuis is het anders")
        talk.skips(PROFESSIONAL, TOPIC, "reason")
        talk.chooses(TOGETHER, TOPIC, "difference", "later")
        talk.passes("difference.later_when")
        talk.chooses(TOGETHER, TOPIC, "outcome", "support")
        talk.chooses(TOGETHER, TOPIC, "helper", "outside")
        talk.chooses(TOGETHER, TOPIC, "help_kind", "extra_help")
        talk.chooses(TOGETHER, TOPIC, "urgency", "extra_support")
        talk.sees(talk.text("triangle.choose_next"))
        terminal.press("4", "Enter")
        talk.sees(talk.text("whole.ask"))
        terminal.press("1", "Enter")
        talk.passes("goals.intro")
        for question in ("notice", "helps", "call"):
            talk.passes(f"hard_again.{question}")
        talk.passes("look_back.ask")
        talk.sees(talk.text("difference.at_end"))
        terminal.press("2", "Enter")
        talk.sees(talk.text("summary.intro"))
        terminal.press(*["PageDown"] * 40, "Enter")
        talk.sees(talk.text("export.ask"))
        terminal.press("3", "Enter")
        terminal.wait_for(talk.text("card.title"), talk.text("button.close"))
        terminal.press("Enter")
        talk.sees(talk.text("export.ask"))
        terminal.press("1", "Enter")
        terminal.wait_for(talk.text("document.family_title"), talk.text("export.make"))
