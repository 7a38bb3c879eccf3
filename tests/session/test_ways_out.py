"""Everything that can leave the program about a family is known, and leaves a trace in the log."""

from __future__ import annotations

import ast
import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

import giz_gesprek
from giz_gesprek.cli import main
from giz_gesprek.conversation.change_log import Change
from giz_gesprek.session import acts
from giz_gesprek.session.acts import Act
from giz_gesprek.session.families import Families
from giz_gesprek.session.family_files import FamilyFiles
from giz_gesprek.session.papers import Place
from giz_gesprek.session.performing import perform
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL
from tests.support.asking import Scripted
from tests.support.dossiers import library
from tests.support.printer import Printer
from tests.support.talks import places
from tests.support.views import sit_with

PACKAGE: Final = Path(giz_gesprek.__file__).parent
NOW: Final = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
PASSPHRASE: Final = "zeven gele fietsen bij de brug"

SINKS: Final = frozenset(
    {"write_document", "write_file", "new_file", "print_pdf", "copy", "card", "sealed"}
)
"""What puts something where others can get at it: a file, the printer, the clipboard, by hand."""
OF_NO_FAMILY: Final = frozenset(
    {
        # An empty booklet, an invented family, a text that was given.
        *("cli/commands/booklet.py", "cli/commands/demo.py", "cli/commands/say.py"),
        # An invented family, the schema, labels in a list: no family is opened for it.
        "cli/outputs.py",
        # A voice.
        "speech/added.py",
        # Where files are, and what went wrong: nothing of a family.
        *("session/places.py", "crash.py"),
        # A receipt of a deletion holds nothing personal.
        "session/deleting.py",
        # The file with families itself, and the ways of writing a file.
        *("store/_files.py", "store/_whole.py", "export/files.py", "files.py"),
        # Every family in it remembers a backup, and what was put back: tests/store/test_backup.py.
        "store/backup.py",
    }
)
TRACED: Final = {
    "session/papers.py": ("paper",),
    "session/paper_elsewhere.py": ("printed", "copied"),
    "session/paper_flow.py": ("card",),
    "session/family_files.py": ("along",),
    "session/taking_over.py": ("along", "giz"),
    "cli/family_file.py": ("giz",),
    "cli/commands/export.py": ("text", "html", "pdf", "json", "csv", "of one"),
    "cli/commands/log.py": ("log",),
}
"""Each place that lets something of a family out, and the ways below that pass it."""


def test_every_way_out_is_known() -> None:
    found = {where for where, sink in _sinks() if sink in SINKS}
    assert found == OF_NO_FAMILY | set(TRACED)
    ways = {*APP, *SHELL, "along"}
    assert {way for each in TRACED.values() for way in each} == ways


def _sinks() -> Iterator[tuple[str, str]]:
    """Yield each call in the package, as its module and the name that is called."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            where = path.relative_to(PACKAGE).as_posix()
            if isinstance(node.func, ast.Name):
                yield where, node.func.id
            elif isinstance(node.func, ast.Attribute) and _is_ask(node.func.value):
                yield where, node.func.attr


def _is_ask(value: ast.expr) -> bool:
    return isinstance(value, ast.Name) and value.id == "ask"


APP: Final[dict[str, tuple[Act, Callable[[Path], tuple[object, ...]], Change]]] = {
    "paper": (
        acts.MakePaper(FAMILY),
        lambda folder: (True, Place("html", str(folder))),
        Change(item="paper:family:html", action="exported", conversation_id="talk-1"),
    ),
    "printed": (
        acts.MakePaper(FAMILY),
        lambda _folder: ("print",),
        Change(item="paper:family:pdf", action="printed", conversation_id="talk-1"),
    ),
    "copied": (
        acts.MakePaper(PROFESSIONAL),
        lambda _folder: ("copy", True, "copied"),
        Change(item="paper:professional:text", action="copied", conversation_id="talk-1"),
    ),
    "card": (
        acts.ShowCard(),
        lambda _folder: (),
        Change(item="card", action="shown", conversation_id="talk-1"),
    ),
}


@pytest.mark.needs_posix("the program lp")
@pytest.mark.parametrize("way", APP)
def test_what_leaves_the_app_leaves_a_trace(
    store: Store, tmp_path: Path, printer: Printer, way: str
) -> None:
    act, answers, change = APP[way]
    talk, step = places()["export"]
    session = sit_with(store, talk.changed(position=step.position))
    asyncio.run(perform(session, Scripted(*answers(tmp_path)), act))
    assert store.changes("f1")[-1].change == change
    assert printer is not None


def test_what_is_looked_at_in_the_app_leaves_a_trace(store: Store) -> None:
    talk, _step = places()["export"]
    sit_with(store, talk)
    families = Families(store, library, clock=lambda: NOW)
    families.open("f1", talk.conversation_id)
    families.look_back(store.read("f1"))
    families.open_alone("f1", talk.conversation_id)
    logged = [(one.change.item, one.change.action) for one in store.changes("f1")]
    assert logged == [("conversation", "looked"), ("history", "looked"), ("table", "alone")]


def test_a_family_given_along_leaves_a_trace(store: Store, tmp_path: Path) -> None:
    sit_with(store, places()["export"][0])
    files = FamilyFiles(store, lambda: NOW)
    files.write("f1", str(tmp_path / "mee.giz"), "een lange zin voor een collega")
    assert store.changes("f1")[-1].change == Change(item="family", action="exported")


SHELL: Final[dict[str, tuple[str, tuple[str, ...], str]]] = {
    "text": ("-", ("--for", "family"), "paper:family:text"),
    "html": ("a.html", ("--for", "professional"), "paper:professional:html"),
    "pdf": ("a.pdf", ("--for", "family"), "paper:family:pdf"),
    "json": ("a.json", ("--for", "professional"), "paper:professional:json"),
    "csv": ("a.csv", ("--for", "professional"), "paper:professional:csv"),
    "of one": ("a.txt", ("--for", "person:mother"), "paper:person:mother:text"),
    "giz": ("a.giz", ("--for", "professional"), "family"),
    "log": ("a.pdf", ("--for", "family"), "log:family:pdf"),
}


@pytest.mark.parametrize("way", SHELL)
def test_what_leaves_the_command_line_leaves_a_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.chdir(tmp_path)
    output, options, item = SHELL[way]
    talk, _step = places()["export"]
    for name in ("key", "key-of-file"):
        Path(name).write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    with Store.create(tmp_path / "here.db", PASSPHRASE, NOW) as store:
        store.save(talk.dossier, now=NOW)
    key = ("--file-passphrase-file", "key-of-file") if way == "giz" else ()
    here = ("--store", "here.db", "--passphrase-file", "key")
    asked = ("log", "f1") if way == "log" else ("export", "--family", "f1")
    assert main([*here, *asked, "--output", output, *options, *key]) == 0
    with Store.open(tmp_path / "here.db", PASSPHRASE) as store:
        [line] = store.changes("f1")
    assert (line.change.action, line.change.item, line.change.actor_id) == ("exported", item, None)
    whole = way in {"json", "csv", "giz", "log"}
    assert line.change.conversation_id == (None if whole else talk.conversation_id)


def test_what_is_made_of_a_file_that_can_only_be_read_is_made_all_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    talk, step = places()["export"]
    session = sit_with(store, talk.changed(position=step.position))
    monkeypatch.setattr(Store, "read_only", property(lambda _store: True))
    answers = (True, Place("text", str(tmp_path)))
    asyncio.run(perform(session, Scripted(*answers), acts.MakePaper(FAMILY)))
    assert [path.suffix for path in tmp_path.glob("*.txt")] == [".txt"]
    assert store.changes("f1") == ()
