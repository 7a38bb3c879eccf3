"""A whole conversation through a pipe, in a process of its own, however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.store import Store
from tests.support.answers import (
    Choose,
    Day,
    Given,
    GoOn,
    PassOver,
    Tell,
    Topics,
    Way,
    as_lines,
)
from tests.support.lines import Program, read_until, type_in, typed
from tests.support.program import ROOT

PASSPHRASE: Final = "zeven paarse olifanten dansen"
BEFORE: Final = (
    # who one is, and a new family: its name, the child and its age, who is at the table
    *("Renée", "Wijkteam 't Hart", "", "/f", "Gezin Ünal"),
    *("Zoë", "2", "", "", "", "", "Ayşe", "", "", ""),
    # not parked, a short conversation, the words as they are proposed, begin
    *("", "1", "", "", "", "", "", "", "1"),
)
SEVERAL: Final = "Zij eet goed.\n/ook groente\nen “fruit”"
EMOJI: Final = "Ik zie het 👍 ook"
REASON: Final = "/// is geen opdracht"
BEFORE_WORDS: Final[tuple[Given, ...]] = (
    # welcome and agreement, yes, practice, one topic of the first side
    *[GoOn()] * 4,
    *(Choose(1), PassOver(), Choose(1), Topics((1,))),
)
TALK: Final[tuple[Given, ...]] = (
    *BEFORE_WORDS,
    *(Tell(SEVERAL), Choose(2), Choose(2), GoOn()),
    # the professional; both views beside each other
    *(Choose(1), Tell(EMOJI), GoOn()),
    # why the parent sees it differently, and when they talk about it again
    *(Tell(REASON), Choose(3), Day("4-3-2031")),
    *(Choose(2), Choose(2), Choose(2), Choose(1)),
    # on to the plan: what comes first, a goal, its first step, who and when
    *(Choose(4), Choose(1), Way(1, "goals.first"), Tell("Samen koken")),
    *(Tell("Een pan kopen"), Topics((1,)), Day("5-3-2031"), GoOn()),
    # hard days, looking back, the report, and the end
    *(Tell("Dan huil ik."), GoOn(), Tell("Oma"), Day("6-3-2031"), GoOn(), Choose(4)),
)

IN_THIS_TERMINAL: Final = (
    "import os, sys; os.login_tty(0); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
)
"""Begins a session in which the terminal is the one that is asked, and the program in it."""


@pytest.fixture
def program(environment: dict[str, str], tmp_path: Path) -> Program:
    return Program(environment, tmp_path, PASSPHRASE)


def kept(store_path: Path) -> Conversation:
    """Return the only conversation in a file."""
    with Store.open(store_path, PASSPHRASE) as store:
        (family,) = store.families()
        (conversation,) = store.read(family.id).conversations
    return conversation


def words_in(talk: Conversation) -> list[str]:
    """Return everything that was said about topics, in order."""
    return [
        answer.words.text
        for view in talk.views
        for answer in view.answers
        if answer.words is not None
    ]


def test_a_whole_conversation_goes_through_a_pipe(program: Program, store_path: Path) -> None:
    done = program.reads((typed(BEFORE) + as_lines(TALK)).encode())
    assert (done.returncode, done.stderr) == (0, b"")
    said = done.stdout.decode()
    assert "\x1b" not in said
    assert "Dank u wel voor uw verhaal." in said
    talk = kept(store_path)
    assert talk.state == "finished"
    assert words_in(talk) == [SEVERAL, EMOJI]
    reasons = [reason.answer for each in talk.differences for reason in each.reasons]
    assert [answer.words and answer.words.text for answer in reasons] == [REASON]
    assert talk.differences[0].later_on == date(2031, 3, 4)
    goal = talk.plan.goals[0]
    assert (goal.words.text, goal.steps[0].what.text) == ("Samen koken", "Een pan kopen")
    assert talk.plan.look_back_on == date(2031, 3, 6)


def test_where_the_input_ended_the_next_input_goes_on(program: Program, store_path: Path) -> None:
    lines = (typed(BEFORE) + as_lines(TALK)).splitlines()
    place = lines.index("//ook groente") + 1
    done = program.reads(typed(lines[:place]).encode())
    assert done.returncode == 0
    assert done.stderr.count(b"\n") == 1
    done = program.reads(typed(["/a", "1", "1", ".", *lines[place:]]).encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert words_in(kept(store_path)) == [SEVERAL, EMOJI]


def test_another_encoding_loses_signs_and_nothing_else(program: Program, store_path: Path) -> None:
    script = (typed(BEFORE) + as_lines(TALK)).replace("Ayşe", "Aylin").replace("👍 ", "")
    done = program.reads(script.encode("cp1252"), PYTHONIOENCODING="cp1252")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Zoë" in done.stdout.decode("cp1252")
    assert words_in(kept(store_path)) == [SEVERAL, EMOJI.replace("👍 ", "")]


def test_what_an_encoding_cannot_hold_is_replaced(program: Program) -> None:
    program.reads((typed(BEFORE) + as_lines(TALK)).encode())
    done = program.reads(b"/a\n1\n1\n", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"Ay?e zegt" in done.stdout


def test_input_that_is_no_text_ends_it_and_what_came_before_is_kept(
    program: Program, store_path: Path
) -> None:
    lines = (typed(BEFORE) + as_lines((*BEFORE_WORDS, Tell(EMOJI)))).encode()
    done = program.reads(b"\xef\xbb\xbf" + lines + b"a\xff\xfeb\x00c\r\n")
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    number = lines.count(b"\n") + 1
    assert f"Regel {number} van de invoer is geen tekst in UTF-8." in done.stderr.decode()
    assert words_in(kept(store_path)) == [EMOJI]


def test_without_a_passphrase_nobody_can_be_asked(program: Program) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "giz_gesprek", "plain"],
        env=program.environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_a_file_that_is_open_elsewhere_is_refused(program: Program, store_path: Path) -> None:
    program.reads(typed([*BEFORE[:3], "/q"]).encode())
    with Store.open(store_path, PASSPHRASE):
        done = program.reads(b"")
    assert done.returncode == 4
    assert done.stderr.count(b"\n") == 1


@pytest.mark.needs_posix("signals")
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_whatever_ends_it_keeps_every_line_that_was_typed(
    name: str, code: int, program: Program, store_path: Path
) -> None:
    with program.starts() as running:
        half = typed([*BEFORE, *as_lines(BEFORE_WORDS).splitlines(), ".", "Zij eet."])
        type_in(running, half)
        read_until(running.stdout, b"Typ nu alle regels.")
        # The dot was answered; the line after it is kept once a command after it was answered.
        type_in(running, "/zz\n")
        read_until(running.stdout, b"/help: Uitleg")
        os.kill(running.pid, signal.Signals[name])
        running.communicate()
    assert running.returncode == code
    done = program.reads(b"/a\n1\n1\n.\n.\n")
    assert "“Zij eet.”" in done.stdout.decode()
    assert words_in(kept(store_path)) == ["Zij eet."]


def test_a_reader_that_has_gone_is_no_reason_to_lose_anything(
    program: Program, store_path: Path
) -> None:
    with program.starts() as running:
        type_in(running, typed(BEFORE))
        read_until(running.stdout, b"Dank u wel voor uw tijd.")
        assert running.stdout is not None
        running.stdout.close()
        type_in(running, as_lines(TALK[:3]))
        assert running.stdin is not None
        running.stdin.close()
        assert running.wait() == 5
        assert running.stderr is not None
        assert running.stderr.read() == b""
    assert kept(store_path).position.kind == "page"


def test_the_demo_in_lines_leaves_nothing_behind(program: Program, own_home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "giz_gesprek", "demo", "--plain"],
        input=b"\n\n/q\n2\n\n",
        env=program.environment,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Dit is een voorbeeld." in done.stdout.decode()
    assert list((own_home / "tmp").iterdir()) == []


@pytest.mark.needs_posix("a terminal")
def test_in_a_terminal_the_passphrase_is_asked_twice_and_never_shown(
    environment: dict[str, str], store_path: Path
) -> None:
    import pty  # which Windows has not

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", IN_THIS_TERMINAL, "-m", "giz_gesprek", "plain"],
        env={**environment, "PYTHONPATH": str(ROOT)},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as running:
        os.close(theirs)
        answers = {"Wachtzin": PASSPHRASE, "Nog een keer dezelfde wachtzin": PASSPHRASE}
        answers |= {"Uw naam": "Renée", "Uw organisatie": "Wijkteam", "Uw telefoonnummer": ""}
        said = "".join(
            _answers_in_a_terminal(ours, label, typed) for label, typed in answers.items()
        )
        said += _answers_in_a_terminal(ours, "/q: Stoppen", "\x03")
        assert running.wait() == 130
    os.close(ours)
    assert "olifanten" not in said
    with Store.open(store_path, PASSPHRASE) as store:
        assert store.profile().name == "Renée"


def _answers_in_a_terminal(terminal: int, label: str, typed: str) -> str:
    """Wait for a label, type an answer, and return what was said until then."""
    said = ""
    while label not in said:
        said += os.read(terminal, 4096).decode(errors="replace")
    os.write(terminal, f"{typed}\n".encode())
    return said
