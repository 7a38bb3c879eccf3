"""Keep the pictures in docs/screenshots/ equal to the program.

Run from anywhere::

    uv run python scripts/screenshots.py           # after changing a screen or its words
    uv run python scripts/screenshots.py --check   # says which are out of date, exits 1

Each is the real app at 80x24, driven by keys, on a real store in a temporary folder with the
invented family that comes with the program. The clock stands still and the home folder is an
invented one, so that the same program gives the same files, without a trace of this computer.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, TextArea
from textual.worker import WorkerCancelled

from giz_gesprek import i18n
from giz_gesprek.content.loading import load_library
from giz_gesprek.conversation.dossier import Conversation, Dossier
from giz_gesprek.conversation.importing import read_dossier
from giz_gesprek.conversation.steps import (
    AroundStep,
    ExportStep,
    GoalsStep,
    QuestionStep,
    ReachedStep,
    SideBySideStep,
    Step,
    SummaryStep,
    TopicsStep,
    TriangleStep,
)
from giz_gesprek.paths import content_dir
from giz_gesprek.session.session import Session
from giz_gesprek.store import Profile, Store
from giz_gesprek.tui.app import GizApp
from giz_gesprek.tui.screens.conversation import ConversationScreen
from giz_gesprek.tui.screens.families import FamiliesScreen
from giz_gesprek.tui.screens.setup import SetupScreen

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
SIZE: Final = (80, 24)
TITLE: Final = "giz_gesprek"
HOME: Final = "/home/sanne"
NOW: Final = datetime(2026, 11, 17, 14, 0, tzinfo=UTC)
PASSPHRASE: Final = "zeven paarse olifanten"  # noqa: S105  # of nothing
# Invented, as a professional might call families without using their names.
OTHER_FAMILIES: Final = ("Fluitje van een cent", "Gezin Ganzenbloem", "Huis met de blauwe deur")

# Textual's pictures ask a server on the internet for a typeface; ours ask nobody.
_FONT_FACE: Final = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_TYPEFACES: Final = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def main() -> int:
    """Write the pictures, or compare them."""
    parser = ArgumentParser(description="Keep docs/screenshots/ equal to the program.")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 on a difference"
    )
    checking = parser.parse_args().check
    pictures = asyncio.run(take_all())
    if not checking:
        write(pictures)
        return 0
    stale = out_of_date(pictures)
    for name in stale:
        print(f"{name} is out of date: run scripts/screenshots.py")
    return int(bool(stale))


def write(pictures: dict[str, str]) -> None:
    """Write the pictures, and remove those that are no longer made."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in FOLDER.glob("*.svg"):
        if path.name not in pictures:
            path.unlink()
    for name, picture in pictures.items():
        (FOLDER / name).write_text(picture, encoding="utf-8", newline="\n")


def out_of_date(pictures: dict[str, str]) -> list[str]:
    """Return the names of the pictures that are missing, superfluous or different."""
    stored = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.svg")}
    names = sorted(stored.keys() | pictures.keys())
    return [name for name in names if stored.get(name) != pictures.get(name)]


async def take_all() -> dict[str, str]:
    """Return every picture by file name."""
    _stand_still()
    with tempfile.TemporaryDirectory() as folder:
        path = _store(Path(folder) / "families.db")
        app = GizApp(library=lambda: load_library(content_dir()), store_path=path)
        camera = _Camera(app)
        async with app.run_test(size=SIZE) as pilot:
            await camera.start(pilot)
            await camera.walk()
    return camera.pictures


def _stand_still() -> None:
    """Take the same place, clock and language wherever this runs."""
    for variable in ("HOME", "USERPROFILE"):
        os.environ[variable] = HOME
    os.environ["TZ"] = "Europe/Amsterdam"
    if hasattr(time, "tzset"):  # else the system's own zone, as on Windows
        time.tzset()
    i18n.install("nl")


def _store(path: Path) -> Path:
    example = read_dossier((content_dir() / "example" / "nl.json").read_bytes())
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save_profile(
            Profile(name="Sanne", organisation="Wijkploeg Voorbeeldstad", backed_up_at=NOW)
        )
        for number, label in enumerate(reversed(OTHER_FAMILIES)):
            store.save(_other(example, number, label), now=NOW)
        store.save(example, now=NOW)
    return path


def _other(example: Dossier, number: int, label: str) -> Dossier:
    """Return a family that differs in what the list shows."""
    started = NOW - timedelta(days=40 - 9 * number)
    talk = example.conversations[0].model_copy(
        update={
            "started_at": started,
            "state": "prepared" if number == 1 else "finished",
        }
    )
    family = example.family.model_copy(update={"id": f"other-{number}", "label": label})
    return example.model_copy(update={"family": family, "conversations": (talk,)})


class _Camera:
    """Walks through the app and keeps a picture of each screen."""

    def __init__(self, app: GizApp) -> None:
        self.app = app
        self.pictures: dict[str, str] = {}

    async def start(self, pilot: Pilot[None]) -> None:
        self._pilot = pilot
        await self._settle()

    async def walk(self) -> None:
        """Take all pictures, in the order of a visit."""
        await self._take("unlock")
        for letter in PASSPHRASE.split()[0]:
            await self._pilot.press(letter)
        self.app.screen.query_one(Input).value = PASSPHRASE
        await self._pilot.press("enter")
        await self._until(FamiliesScreen)
        await self._pilot.press("down")
        await self._take("families")
        dossier = self.app.families.read("voorbeeldgezin")
        await self.app.push_screen(SetupScreen(dossier, self.app.families.first_draft(dossier)))
        await self._settle()
        await self._take("setup")
        await self._pilot.press("escape")
        for visit, steps in enumerate((_steps(), _next_steps())):
            for name, step, keys in steps:
                await self._conversation(dossier, visit, step, keys)
                await self._take(name)

    async def _conversation(
        self, dossier: Dossier, visit: int, step: Step, keys: Iterable[str]
    ) -> None:
        """Show a step of a visit of the example and press some keys."""
        if isinstance(self.app.screen, ConversationScreen):
            await self.app.pop_screen()
        begun = _before_choosing(dossier) if step.kind in {"triangle", "topics"} else dossier
        begun = _going_on(begun, visit)
        store = self.app.families._store  # noqa: SLF001 - the store has another conversation
        talk = begun.conversations[visit]
        session = Session(store, self.app.library, begun, talk.id, clock=lambda: NOW)
        session.jump(step)
        self.app.open_conversation(session)
        await self._settle()
        for key in keys:
            await self._pilot.press(key)

    async def _until(self, kind: type[FamiliesScreen]) -> None:
        while not isinstance(self.app.screen, kind):
            await self._settle()
        await self._settle()

    async def _settle(self) -> None:
        await self._pilot.pause()
        # Under a dialog one waits for its answer.
        here = [worker for worker in self.app.workers if worker.node in {self.app, self.app.screen}]
        if here:
            with suppress(WorkerCancelled):  # one that a newer one took the place of
                await self.app.workers.wait_for_complete(here)
        await self._pilot.pause()

    async def _take(self, name: str) -> None:
        for field in (*self.app.screen.query(Input), *self.app.screen.query(TextArea)):
            field.cursor_blink = False
        await self._settle()
        self.pictures[f"{name}.svg"] = _picture(self.app)


def _steps() -> Iterator[tuple[str, Step, Iterable[str]]]:
    """Yield name, step and keys of each picture of the conversation."""
    topic, child, parent = "eating_sleeping", "pim", "roos"
    yield "triangle", TriangleStep(visit=0), "1"
    yield "topics", TopicsStep(side="development", page=0), "2"
    yield "question", QuestionStep("appraisal", topic, child, parent), "2"
    yield "own-words", QuestionStep("strengths", topic, child, parent), ""
    yield "side-by-side", SideBySideStep(topic, child), ""
    yield "around", AroundStep(), ""
    yield "goals", GoalsStep(), ""
    yield "summary", SummaryStep(), ""
    yield "export", ExportStep(), "1"
    yield "paper", ExportStep(), ("1", "enter")


def _next_steps() -> Iterator[tuple[str, Step, Iterable[str]]]:
    """Yield the same of the next visit."""
    yield "looking-back", ReachedStep(goal="goal-2"), ""
    yield "better-or-harder", QuestionStep("change", "eating_sleeping", "pim", "roos"), ""


def _before_choosing(dossier: Dossier) -> Dossier:
    """Return the example before the parent chose a side; the store has the rest."""
    talk = dossier.conversations[0]
    first = talk.visits[0].model_copy(update={"topics": ()})
    fresh: Conversation = talk.model_copy(update={"visits": (first,)})
    return dossier.with_conversation(fresh)


def _going_on(dossier: Dossier, visit: int) -> Dossier:
    """Return the example as it was during a visit: a finished one opens at its report."""
    during = {"state": "in_progress", "finished_at": None}
    return dossier.with_conversation(dossier.conversations[visit].model_copy(update=during))


def _picture(app: App[None]) -> str:
    picture = _FONT_FACE.sub("", app.export_screenshot(title=TITLE))
    return picture.replace("Fira Code, monospace", _TYPEFACES).replace("Fira Code", _TYPEFACES)


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        sys.exit(main())
