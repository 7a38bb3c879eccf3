"""What is imported at run time, measured in a process of its own.

The contracts in pyproject.toml read the code; this looks at what really gets loaded.
"""

from __future__ import annotations

import json
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import giz_gesprek
from tests.support.stores import new_store

ON_TOP = {"__main__", "cli", "tui", "web"}
BELOW_THE_SCREENS = sorted(
    module.name
    for module in pkgutil.iter_modules(giz_gesprek.__path__)
    if module.name not in ON_TOP
)

IMPORT_ALL = """
import importlib, json, pkgutil, sys
module = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(getattr(module, "__path__", ()), module.__name__ + "."):
    importlib.import_module(found.name)
print(json.dumps(sorted(sys.modules)))
"""

HELP = """
import json, sys
from giz_gesprek.cli import main
assert main(sys.argv[1:]) == 0
print("\\n" + json.dumps(sorted(sys.modules)))
"""

EXPORT = """
import json, sys
from giz_gesprek.cli import main
from giz_gesprek.paths import content_dir
example = str(content_dir() / "example" / "nl.json")
assert main(["export", "--from", example, *sys.argv[1:]]) == 0
print("\\n" + json.dumps(sorted(sys.modules)))
"""

SPEAK = """
import json, sys
from giz_gesprek.spoken import spoken_sentences
spoken_sentences(sys.argv[1], language="nl", pronunciations={})
print(json.dumps(sorted(sys.modules)))
"""


IMPORT_ONE = """
import importlib, json, sys
importlib.import_module(sys.argv[1])
print(json.dumps(sorted(sys.modules)))
"""


LATE = {"sqlcipher3", "typst", "yaml", "giz_gesprek.session.session"}
"""Who looks at the first picture waits for none of these."""
LATE_BUT_AT_FIRST = {
    "babel",
    "pydantic",
    "zxcvbn",
    "giz_gesprek.content.pictograms",
    "giz_gesprek.session.step_parts",
    "giz_gesprek.spoken",
    "giz_gesprek.store.passphrase",
    "giz_gesprek.tui.images.support",
    "giz_gesprek.tui.widgets.choice_list",
}

PICTURE = """
import json, os, sys
from textual.app import App
place, button = sys.argv.pop(1), sys.argv.pop(1)

def tell(app):
    if app.screen_stack and app.screen.query(button):
        with open(place, "w", encoding="utf-8") as file:
            json.dump(sorted(sys.modules), file)
        os._exit(0)

App.post_display_hook = tell
from giz_gesprek.cli import main
sys.exit(main())
"""
"""Tells what is loaded when a screen with a certain button has been drawn, and ends."""


FIRST_LINE = """
import getpass, json, os, sys
place = sys.argv.pop(1)

def tell(*_arguments):
    with open(place, "w", encoding="utf-8") as file:
        json.dump(sorted(sys.modules), file)
    os._exit(0)

getpass.getpass = tell
from giz_gesprek.plain.lines import Lines
Lines.say = tell
from giz_gesprek.cli import main
sys.exit(main())
"""
"""Tells what is loaded when ``plain`` says or asks something for the first time, and ends."""


def modules_of(code: str, *arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, *arguments],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def loaded_in_a_terminal(home: Path, code: str, told: Path, *arguments: object) -> set[str]:
    """Return what the program ``code`` tells in the file ``told`` before it ends itself."""
    from tests.support.window import Window  # which Windows has not

    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8"}
    program = (sys.executable, "-c", code, str(told))
    with Window(environment, *arguments, program=program) as window:
        assert window.ends()[0] == 0
    return set(json.loads(told.read_text(encoding="utf-8")))


def loaded_by(code: str, *arguments: str) -> set[str]:
    return {name.partition(".")[0] for name in modules_of(code, *arguments)}


@pytest.mark.parametrize("package", BELOW_THE_SCREENS)
def test_nothing_below_the_screens_loads_textual(package: str) -> None:
    assert "textual" not in loaded_by(IMPORT_ALL, f"giz_gesprek.{package}")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["--language", "en", "--help"]])
def test_help_loads_little_more_than_click(arguments: list[str]) -> None:
    heavy = {"babel", "platformdirs", "pydantic", "rich", "sqlcipher3", "textual", "yaml"}
    assert not heavy & loaded_by(HELP, *arguments)
    more = loaded_by(HELP, *arguments) - loaded_by(IMPORT_ONE, "click")
    assert not {"bz2", "lzma", "shutil"} & more
    ours = {f"giz_gesprek.{each}" for each in ("cli.content", "export", "files", "store", "system")}
    assert not ours & more


def test_the_program_loads_no_engine_and_no_sound_library() -> None:
    sound = {"espeakng_loader", "miniaudio", "numpy", "piper", "pyttsx3"}
    for module in (
        "giz_gesprek.cli",
        "giz_gesprek.plain",
        "giz_gesprek.speech.client",
        "giz_gesprek.tui.app",
    ):
        assert not sound & loaded_by(IMPORT_ALL, module), module
    worker = loaded_by(IMPORT_ALL, "giz_gesprek.speech.worker.voices")
    assert {"miniaudio", "pyttsx3"} <= worker, "the measurement itself works"
    assert not {"http", "ssl", "textual", "pydantic", "yaml"} & worker


def test_heavy_packages_are_loaded_where_they_are_used_only() -> None:
    assert "textual" in loaded_by(IMPORT_ALL, "textual.app"), "the measurement itself works"


@pytest.mark.needs_posix("a terminal")
@pytest.mark.parametrize("first", [True, False])
def test_the_first_picture_waits_for_no_record_and_no_question(
    first: bool, tmp_path: Path, own_home: Path
) -> None:
    store, told = tmp_path / "families.db", tmp_path / "modules.json"
    if not first:
        new_store(store).close()
    loaded = loaded_in_a_terminal(own_home, PICTURE, told, "#done", "--store", store)
    assert "giz_gesprek.tui.screens.unlock" in loaded, "the measurement itself works"
    assert not LATE & loaded
    # Who is there for the first time fills in a record, and chooses a passphrase.
    assert first or not LATE_BUT_AT_FIRST & loaded


@pytest.mark.needs_posix("a terminal")
@pytest.mark.parametrize("first", [True, False])
def test_the_first_line_of_plain_waits_for_nothing_that_comes_after_it(
    first: bool, tmp_path: Path, own_home: Path
) -> None:
    store, told = tmp_path / "families.db", tmp_path / "modules.json"
    if not first:
        new_store(store).close()
    loaded = loaded_in_a_terminal(own_home, FIRST_LINE, told, "--store", store, "plain")
    assert "giz_gesprek.plain.running" in loaded, "the measurement itself works"
    assert not {*LATE, *LATE_BUT_AT_FIRST, "textual"} & loaded
    # Records and steps, words, voices and papers are further than that.
    packages = {".".join(name.split(".")[:2]) for name in loaded}
    assert (
        not {f"giz_gesprek.{name}" for name in ("content", "speech", "summary", "tui")} & packages
    )


@pytest.mark.needs_posix("a terminal")
def test_the_first_answer_waits_for_no_paper_and_no_sound(tmp_path: Path, own_home: Path) -> None:
    loaded = loaded_in_a_terminal(own_home, PICTURE, tmp_path / "modules.json", "#next", "demo")
    assert "giz_gesprek.tui.screens.conversation" in loaded, "the measurement itself works"
    sound_and_papers = {"jinja2", "miniaudio", "num2words", "piper", "typst", "wcwidth"}
    assert not {*sound_and_papers, "yaml", "zxcvbn"} & loaded
    late = {
        *("export.pdf", "export.html", "export.sound", "export.text"),
        *("content.loader", "plain", "session.asking_first", "session.showing.told"),
        *("summary.build", "summary.items", "tui.dialogs.answers", "tui.steps.seldom"),
        *("tui.screens.give_along", "tui.screens.settings", "tui.screens.setup"),
    }
    assert not {f"giz_gesprek.{name}" for name in late} & loaded


def test_a_paper_brings_along_what_it_takes_and_no_more(tmp_path: Path) -> None:
    loaded = modules_of(EXPORT, "--for", "professional", "--output", str(tmp_path / "paper.pdf"))
    assert {"typst", "giz_gesprek.summary.professional"} <= loaded, "the measurement itself works"
    assert not {"miniaudio", "textual", "wcwidth", "yaml"} & loaded
    late = {
        *("content.loader", "export.answers", "export.csv", "export.pdf.booklet", "export.text"),
        *("session.performing", "speech.client", "summary.booklet_blocks", "summary.family"),
        *("summary.recipient", "store.backup"),
    }
    assert not {f"giz_gesprek.{name}" for name in late} & loaded


def test_what_paints_images_is_loaded_for_a_terminal_that_has_them() -> None:
    loaded = modules_of(IMPORT_ONE, "giz_gesprek.tui.screens.conversation")
    late = ("host.painting", "host.answers", "images.kitty", "images.pixels", "images.sixel")
    assert not {f"giz_gesprek.tui.{name}" for name in late} & loaded
    assert "giz_gesprek.tui.widgets.picture" in loaded, "the measurement itself works"
    assert not {"PIL", "textual_image"} & {name.partition(".")[0] for name in loaded}
