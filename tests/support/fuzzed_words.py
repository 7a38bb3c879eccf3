"""The readers of words: what is typed and pasted, arguments, and lines of the voice."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from datetime import date
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click
from textual import events
from textual.app import App, ComposeResult

from giz_gesprek.cli.dossiers import example_data
from giz_gesprek.cli.group import COMMANDS, giz_gesprek
from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.conversation.folding import folded
from giz_gesprek.conversation.text import (
    LONGEST_LINE,
    LONGEST_NOTE,
    clean_line,
    clean_text,
    typed_unseen,
)
from giz_gesprek.paths import from_home
from giz_gesprek.plain.entered import read_entered, read_number, read_path
from giz_gesprek.plain.lines import EndOfInput, Lines
from giz_gesprek.plain.own_words import OwnWords
from giz_gesprek.session.dates import DayTyping
from giz_gesprek.session.families import ListedFamily
from giz_gesprek.session.searching import found_families
from giz_gesprek.speech.attended import Attended, Open, Utterance
from giz_gesprek.speech.events import Word
from giz_gesprek.speech.protocol import BadMessageError, decode
from giz_gesprek.speech.worker.jobs import job_of
from giz_gesprek.spoken import spoken_sentences
from giz_gesprek.store.passphrase import weaknesses
from giz_gesprek.tui.widgets.in_order import Line
from giz_gesprek.tui.widgets.notes_field import NotesField
from tests.support.dossiers import library
from tests.support.mutations import odd_bytes, odd_text, odd_value
from tests.support.program import run

if TYPE_CHECKING:
    from giz_gesprek.speech.process import WorkerProcess

Made = tuple[Any, Callable[[Any], object]]
Make = Callable[[random.Random], Made]
_TODAY = date(2026, 11, 29)


def typed() -> Make:
    """Return what makes a text, and everything that reads what somebody typed."""
    days = DayTyping.of(Phrasebook(library(), "nl", "easy"), recurs=True)

    def read(text: str) -> None:
        cleaned = clean_text(text)
        if clean_text(cleaned) != cleaned or len(clean_line(text).splitlines()) > 1:
            raise AssertionError("not clean")
        list(map(typed_unseen, text[:50]))
        found_families([ListedFamily("a", clean_line(text), None)], folded(text), all_shown=False)
        days.read(text, _TODAY)
        from_home(text)
        _in_lines(text)

    def judge(text: str) -> None:
        weaknesses(text[:100])

    def read_aloud(text: str) -> None:
        spoken_sentences(text[:300], language="nl", pronunciations={})

    def make(chance: random.Random) -> Made:
        # Two that take long.
        kind = chance.random()
        other = read_aloud if kind < 0.02 else judge if kind < 0.04 else read
        return odd_text(chance), other

    return make


def _in_lines(text: str) -> None:
    source = StringIO(text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogateescape"))
    lines, words = Lines(source, StringIO()), OwnWords("", lambda _text: None)
    try:
        while True:
            line = lines.read()
            read_path(line)
            entered = read_entered(line)
            if isinstance(entered, str):
                read_number(entered)
                words.take(entered)
            lines.say(line)
    except EndOfInput:
        pass
    # As it is kept: some letters are two before that.
    if len(clean_text(words.text)) > LONGEST_NOTE:
        raise AssertionError("longer than a note")


class _Fields(App[None]):
    """A field of one line, and one of several."""

    def compose(self) -> ComposeResult:
        yield Line(max_length=120, id="line")
        yield Line(password=True, id="secret")
        yield NotesField()


@contextmanager
def pasted() -> Iterator[Make]:
    """Yield what makes a paste, and the fields of the screen that take it.

    The screen is drawn after every hundredth only: that takes far longer than the paste.
    """
    with asyncio.Runner() as runner:
        app = _Fields()
        screen = app.run_test()
        runner.run(screen.__aenter__())
        lines, notes = tuple(app.query(Line)), app.query_one(NotesField)

        async def take(text: str) -> None:
            paste = events.Paste(text)
            for line in lines:
                line._on_paste(paste)
            await notes._on_paste(paste)
            notes.on_text_area_changed()
            if len(lines[0].value) > LONGEST_LINE or "\x1b" in notes.text:
                raise AssertionError("not as it should be")
            if len(notes.text) > LONGEST_LINE:
                notes.load_text("")
            for line in lines:
                if len(line.value) > LONGEST_LINE // 2:
                    line.clear()

        async def draw() -> None:
            app._end_batch()
            await asyncio.sleep(0)
            app._begin_batch()

        def make(chance: random.Random) -> Made:
            if chance.random() < 0.01:
                runner.run(draw())
            return odd_text(chance), lambda text: runner.run(take(text))

        app._begin_batch()
        try:
            yield make
        finally:
            runner.run(screen.__aexit__(None, None, None))


def command_line(folder: Path) -> Make:
    """Return what makes arguments; they are read, and now and then a command is run with them."""
    (folder / "family.json").write_bytes(example_data())
    names = [*COMMANDS, "content", "missing", "new-language"]
    options = _options()
    values = (
        "-",
        "nl",
        "en",
        "family",
        "professional",
        "easy",
        "text",
        "pdf",
        "a.pdf",
        "x.docx",
        "76",
    )

    def make(chance: random.Random) -> Made:
        arguments = []
        for _argument in range(chance.randint(0, 7)):
            kind = chance.random()
            if kind < 0.35:
                arguments.append(chance.choice(options))
            elif kind < 0.6:
                arguments.append(chance.choice(values))
            elif kind < 0.7:
                arguments.append(f"{chance.choice(options)}={odd_text(chance)}")
            else:
                arguments.append(odd_text(chance)[:300])
        arguments.insert(chance.choice((0, 0, len(arguments))), chance.choice(names))
        if chance.random() < 0.005:
            paper = ["export", "--from", str(folder / "family.json"), "--for", "family"]
            return [*paper, "--output", "-", *arguments[1:3]], partial(_run, at=folder)
        return arguments, _parse

    return make


def _options() -> list[str]:
    found = [name for each in giz_gesprek.params for name in each.opts]
    context = click.Context(giz_gesprek)
    for name in COMMANDS:
        command = giz_gesprek.get_command(context, name)
        found += [option for each in command.params for option in each.opts] if command else []
    return [name for name in dict.fromkeys(found) if name.startswith("-")]


def _parse(arguments: list[str]) -> None:
    """Read arguments as the program does, and do nothing with them."""
    try:
        with (
            redirect_stdout(StringIO()),
            giz_gesprek.make_context("giz-gesprek", list(arguments)) as context,
        ):
            rest = [*context._protected_args, *context.args]
            if rest:
                name, command, given = giz_gesprek.resolve_command(context, rest)
                if command is not None:
                    command.make_context(name, given, parent=context).close()
    except (click.ClickException, click.exceptions.Exit) as error:
        if isinstance(error, click.ClickException):
            error.format_message()


def _run(arguments: list[str], *, at: Path) -> None:
    ended = run(*arguments, at=at)
    if ended.returncode not in {0, 2, 5} or b"Traceback" in ended.told:
        raise AssertionError(f"exit {ended.returncode}: {ended.stderr[:200]}")


def protocol() -> Make:
    """Return what makes a line of the voice or for it, and what reads it on both sides."""
    seeds = (
        {"event": "ready", "once": False},
        {"event": "started", "id": 1},
        {"event": "word", "id": 1, "start": 0, "len": 3},
        {"event": "finished", "id": 1},
        {"event": "stopped", "id": 1},
        {"event": "error", "id": 1, "code": "no-voice"},
        {"cmd": "speak", "id": 1, "text": "Sam", "voice": "nl", "rate": 127, "volume": 1.0},
        {"cmd": "render", "id": 2, "text": "Sam", "voice": "nl"},
        {"cmd": "describe", "languages": ["nl", "en"]},
        {"cmd": "set-rate", "rate": 120},
    )

    def read(line: bytes) -> None:
        worker = Attended(cast("WorkerProcess", None), 0.0, ready=True)
        worker.open[1] = Open(Utterance(1, "Sam slaapt", "nl", 127, 1.0), 0.0)
        for take in (worker.hear, job_of):
            try:
                heard = take(decode(line))
                if isinstance(heard, Word):
                    "Sam slaapt"[heard.start : heard.start + heard.length]
            except BadMessageError:
                pass

    def make(chance: random.Random) -> Made:
        line = json.dumps(odd_value(chance, chance.choice(seeds))).encode("ascii", "replace")
        return (odd_bytes(chance, line) if chance.random() < 0.4 else line), read

    return make
