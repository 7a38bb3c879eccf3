"""What holds for a process of the program, whatever it does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

PLUGIN = """
import pathlib

class _Plugin:
    def new_schema_validator(self, *args, **kwargs):
        pathlib.Path(__file__).with_name("asked").touch()
        return None, None, None

plugin = _Plugin()
"""
COUNTED = """
import gc, json, sys
from giz_gesprek import __main__
looks = []
gc.callbacks.append(lambda phase, info: looks.append(phase))
try:
    __main__.run()
finally:
    print("\\n" + json.dumps(len(looks)))
"""


def with_plugin(folder: Path) -> Path:
    """Install a plugin for pydantic, as another package would; return the folder to search."""
    folder.mkdir()
    (folder / "nosy.py").write_text(PLUGIN, encoding="utf-8")
    known = folder / "nosy-1.0.dist-info"
    known.mkdir()
    (known / "METADATA").write_text("Metadata-Version: 2.1\nName: nosy\nVersion: 1.0\n")
    (known / "entry_points.txt").write_text("[pydantic]\nnosy = nosy:plugin\n")
    return folder


def run(code: str, *arguments: str, path: Path | None = None) -> str:
    environment = dict(os.environ)
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(
        [sys.executable, "-X", "utf8", *code.split(" ", 1), *arguments],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env=environment,
    )
    return done.stdout


def test_a_plugin_of_another_package_sees_nothing_that_families_tell(tmp_path: Path) -> None:
    folder = with_plugin(tmp_path / "packages")
    define = "from pydantic import BaseModel\nclass Any(BaseModel):\n    name: str\n"
    run(f"-c {define}", path=folder)
    asked = folder / "asked"
    assert asked.exists(), "the measurement itself works"
    asked.unlink()
    assert "Voorbeeld" in run("-m giz_gesprek", "example", path=folder)
    assert not asked.exists()


def test_a_command_that_ends_looks_for_no_garbage(tmp_path: Path) -> None:
    paper = str(tmp_path / "paper.pdf")
    example = tmp_path / "example.json"
    example.write_text(run("-m giz_gesprek", "example"), encoding="utf-8")
    told = run(
        f"-c {COUNTED}", "export", "--from", str(example), "--for", "family", "--output", paper
    )
    assert json.loads(told.splitlines()[-1]) == 0
    assert Path(paper).stat().st_size > 0
