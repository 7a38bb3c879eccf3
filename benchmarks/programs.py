"""Programs to compare with, each the least of its kind, and how they are told apart.

The smallest program that could be ours imports Textual, and the two libraries that no conversation
can do without. Of pydantic it imports a name: ``import pydantic`` by itself loads next to nothing.
"""

from __future__ import annotations

import importlib.util
from typing import Final, NamedTuple

from benchmarks.options import NotRun

MINIMAL: Final = """
from babel import dates
from pydantic import BaseModel
from textual.app import App
from textual.widgets import Static

class Minimal(App):
    def compose(self):
        yield Static("Uw wachtzin")

Minimal().run()
"""

MINIMAL_CHOICE: Final = """
from babel import dates
from pydantic import BaseModel
from textual.app import App
from textual.widgets import OptionList, Static

class Minimal(App):
    def compose(self):
        yield Static("Hoe gaat het?")
        yield OptionList("een", "twee", "drie")
        yield Static("", id="said")

    def on_key(self, event):
        if event.character in {"1", "2", "3"}:
            options = self.query_one(OptionList)
            options.highlighted = int(event.character) - 1
            self.query_one("#said", Static).update(f"gekozen {event.character}")

Minimal().run()
"""

PICTURED_CHOICE: Final = """
from babel import dates
from pydantic import BaseModel
from textual.app import App
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

PICTURE = "\\n".join(["⣠⡶⠞⠛⠛⠳⢶⣄"] * 6)

class Minimal(App):
    CSS = '''
    Horizontal { height: auto; }
    Vertical { height: auto; border: round gray; }
    Vertical.lit { border: heavy blue; text-style: bold; }
    Static { text-align: center; }
    '''
    lit = None

    def compose(self):
        yield Static("Hoe gaat het?")
        with Horizontal():
            for digit in "123":
                with Vertical(id=f"choice-{digit}"):
                    yield Static(PICTURE)
                    yield Static(f"  {digit}  twee", id=f"words-{digit}")
        yield Static("", id="said")

    def on_key(self, event):
        if event.character in {"1", "2", "3"}:
            if self.lit:
                self.light(self.lit, " ")
            self.light(event.character, "▶")
            self.lit = event.character
            self.query_one("#said", Static).update(f"gekozen {event.character}")

    def light(self, digit, mark):
        self.query_one(f"#choice-{digit}").toggle_class("lit")
        self.query_one(f"#words-{digit}", Static).update(f"{mark} {digit}  twee")

Minimal().run()
"""


class Prompt(NamedTuple):
    """A question with choices, asked by a library for prompts.

    Attributes:
        name: of the library.
        module: what has to be installed.
        code: the program.
        keys: two keys to press in turns, each with the texts that have to be painted then.

    """

    name: str
    module: str
    code: str
    keys: tuple[tuple[str, ...], ...]


SIGN: Final = "drie"
"""The last thing that a prompt paints at first."""

_DOWN: Final = "\x1b[B"
_UP: Final = "\x1b[A"

PROMPTS: Final = (
    Prompt(
        "questionary",
        "questionary",
        "import questionary\n"
        "questionary.select('Hoe gaat het?', choices=['een', 'twee', 'drie']).ask()\n",
        ((_DOWN, "» twee"), (_UP, "» een", "twee")),
    ),
    Prompt(
        "InquirerPy",
        "InquirerPy",
        "from InquirerPy import inquirer\n"
        "choices = ['een', 'twee', 'drie']\n"
        "inquirer.select(message='Hoe gaat het?', choices=choices).execute()\n",
        ((_DOWN, "een", "twee"), (_UP, "een", "twee")),
    ),
)


def installed_prompts() -> tuple[Prompt, ...]:
    """Return the prompts whose library is installed."""
    return tuple(each for each in PROMPTS if importlib.util.find_spec(each.module) is not None)


def require_prompts(found: tuple[Prompt, ...]) -> None:
    """Raise ``NotRun`` when there is a prompt that was not found."""
    if missing := [each.name for each in PROMPTS if each not in found]:
        raise NotRun(f"{' and '.join(missing)}: uv sync --group benchmarks installs it")
