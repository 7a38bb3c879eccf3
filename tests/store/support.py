"""An invented family, a clock and a few tools that the tests of the store share."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from giz_gesprek.conversation.answers import Answer, OwnWords, View
from giz_gesprek.conversation.dossier import Conversation, Dossier
from giz_gesprek.conversation.people import Family, Person
from giz_gesprek.store import Change, _cipher

PASSPHRASE: Final = "zeven paarse olifanten"
NOW: Final = datetime(2026, 11, 3, 13, 5, tzinfo=UTC)
MINUTE: Final = timedelta(minutes=1)
SECRET: Final = "Zij droomt van een blauwe zeppelin"
CHANGE: Final = Change(
    item="question:health", action="answered", actor_id="mother", conversation_id="talk-1"
)


def family(family_id: str = "f1", label: str = "Ganzenbloem") -> Dossier:
    """Return a new family: a mother and a child, no conversation yet."""
    people = (
        Person(id="mother", name="Sanne", role="parent"),
        Person(id="child", name="Milan", role="child", age_band="4-7"),
    )
    return Dossier(family=Family(id=family_id, label=label, people=people))


def conversation(
    conversation_id: str = "talk-1", text: str = SECRET, at: datetime = NOW
) -> Conversation:
    """Return a conversation in which the mother said *text*."""
    words = OwnWords(text=text, author_id="mother", typed_by_id="mother", at=at)
    answer = Answer(
        question="what_goes_well",
        state="answered",
        words=words,
        at=at,
        text_register="easy_language",
        language="nl",
    )
    view = View(topic="health", person_id="mother", answers=(answer,))
    return Conversation(id=conversation_id, started_at=at, focus_child="child", views=(view,))


def talked(
    dossier: Dossier, conversation_id: str = "talk-1", text: str = SECRET, at: datetime = NOW
) -> Dossier:
    """Return *dossier* with a conversation in which the mother said *text*."""
    return dossier.with_conversation(conversation(conversation_id, text, at))


def said(dossier: Dossier) -> str:
    """Return what the mother said in the first conversation."""
    words = dossier.conversations[0].views[0].answers[0].words
    assert words is not None
    return words.text


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file in *folder* as bytes.

    Not for a store that is open in this process: closing a file gives up every lock that
    the process has on it.
    """
    return {file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def child(script: str, *arguments: object) -> subprocess.Popen[str]:
    """Start *script* in a process of its own, which derives keys as this one does.

    It finds ``Store``, ``_cipher``, ``support`` and ``argv``, and its standard output is a pipe.
    """
    prelude = (
        "import sys; from pathlib import Path; from tests.store import support;"
        "from giz_gesprek.store import DraftKey, Store, _cipher;"
        f"_cipher.KDF_ITERATIONS = {_cipher.KDF_ITERATIONS}; argv = sys.argv[1:]\n"
    )
    return subprocess.Popen(
        [sys.executable, "-c", prelude + script, *map(str, arguments)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def crashed(path: Path, script: str = "") -> None:
    """Run *script* on the open ``store`` at *path*, in a process that ends as by a power cut."""
    opened = "import os; store = Store.open(Path(argv[0]), support.PASSPHRASE)\n"
    with child(f"{opened}{script}\nprint('done', flush=True)\nos._exit(1)", path) as process:
        told, _ = process.communicate()
    assert told == "done\n"


def killed_after(script: str, seconds: float, *arguments: object) -> list[tuple[str, int]]:
    """Run *script* until *seconds* after its first line; return the lines that it printed."""
    with child(script, *arguments) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(seconds)  # the moment of the blow, not something to wait for
        process.kill()
        lines = [first, *process.stdout.read().splitlines()]
    return [(word, int(number)) for word, number in (line.split() for line in lines)]
