"""The files of hashes that CI installs by, without addresses.

    uv run python scripts/pins.py update    # after a pin in pyproject.toml changed
    uv run python scripts/pins.py check     # says whether the files belong to pyproject.toml
    uv run python scripts/pins.py wheels    # says what would have to be built at an install

`update` and `wheels` look at the package index; `check` opens four files. `.ci/packages.txt`
serves every system and version: a marker behind a package says where it is wanted, and each package
has the hash of every archive that its maintainers published by then. `.ci/voices.txt` is what Piper
voices need, and stays out where Wine plays Windows: that cannot load it. `.ci/windows.txt` brings a
Python for Windows to a computer with Linux.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parents[1]
PINS: Final = _ROOT / ".ci" / "packages.txt"
VOICES: Final = _ROOT / ".ci" / "voices.txt"
WINDOWS: Final = _ROOT / ".ci" / "windows.txt"
_EXPORTED: Final = {
    PINS: ("--group", "build"),
    VOICES: ("--only-group", "voices"),
    WINDOWS: ("--only-group", "windows"),
}
_MADE_FROM: Final = "# pyproject.toml: sha256:"
_VERSIONS: Final = ("3.11", "3.12", "3.13", "3.14")
# The systems that the program is for; on Linux for ARM miniaudio has to be compiled.
_SYSTEMS: Final = (
    "x86_64-unknown-linux-gnu",
    "x86_64-pc-windows-msvc",
    "aarch64-apple-darwin",
    "x86_64-apple-darwin",
)
# Those that it is developed on: pikepdf has no wheel for a Mac with an Intel processor.
_DEVELOPMENT: Final = _SYSTEMS[:3]
# The oldest macOS that still gets repairs; what only developers need has no wheel for older ones.
_OLDEST_MACOS: Final = "15.0"


def digest_of(pyproject: str) -> str:
    """Return a digest of everything in *pyproject* that decides what is installed."""
    data = tomllib.loads(pyproject)
    project = data["project"]
    decides = {
        "requires-python": project["requires-python"],
        "dependencies": project["dependencies"],
        "optional-dependencies": project["optional-dependencies"],
        "dependency-groups": data["dependency-groups"],
        "constraint-dependencies": data["tool"]["uv"]["constraint-dependencies"],
        "build-system": data["build-system"],
    }
    return hashlib.sha256(json.dumps(decides, sort_keys=True).encode()).hexdigest()


def is_current() -> bool:
    """Tell whether the files were made from the pins in ``pyproject.toml``."""
    firsts = {file.read_text("utf-8").partition("\n")[0] for file in _EXPORTED}
    return firsts == {_MADE_FROM + digest_of(_pyproject())}


def exported(*options: str) -> str:
    """Return what is installed with *options* of ``uv export``, as requirements with hashes."""
    quiet = ("--quiet", "--no-emit-project", "--no-annotate", "--no-header")
    return _uv("export", *quiet, *options).stdout


def without_wheels(requirements: str, systems: Iterable[str] = _SYSTEMS) -> list[str]:
    """Return on which *systems* something of *requirements* has to be built, a line for each."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder, "requirements.txt")
        listed.write_text(requirements, encoding="utf-8")
        for system in systems:
            for version in _VERSIONS:
                told = _tried(listed, system, version)
                if told:
                    found.append(f"{system}, Python {version}: {told}")
    return found


def _tried(listed: Path, system: str, version: str) -> str:
    options = ("--python-platform", system, "--python-version", version)
    command = (
        "uv",
        "pip",
        "install",
        "--quiet",
        "--dry-run",
        "--target",
        str(listed.parent / "to"),
    )
    by = ("--only-binary", ":all:", "--require-hashes", "--requirements", str(listed))
    done = subprocess.run(  # noqa: S603 - a command of our own
        [*command, *options, *by],
        cwd=listed.parent,
        env={**os.environ, "MACOSX_DEPLOYMENT_TARGET": _OLDEST_MACOS},
        check=False,
        capture_output=True,
        text=True,
    )
    return done.stderr.strip() if done.returncode else ""


def _uv(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - a command of our own
        ["uv", *arguments],  # noqa: S607
        cwd=_ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )


def _pyproject() -> str:
    return Path(_ROOT, "pyproject.toml").read_text("utf-8")


def update() -> None:
    """Resolve anew, and write the files."""
    _uv("lock", "--quiet", "--upgrade")
    for file, options in _EXPORTED.items():
        text = f"{_MADE_FROM}{digest_of(_pyproject())}\n{exported(*options)}"
        file.write_text(text, encoding="utf-8")


def main() -> int:
    """Do what the command line says; 1 when something is wrong."""
    match sys.argv[1:]:
        case ["update"]:
            update()
        case ["check"] if not is_current():
            print("pyproject.toml changed: uv run python scripts/pins.py update")
            return 1
        case ["check"]:
            pass
        case ["wheels"]:
            found = without_wheels(exported("--no-dev"))
            for file in (PINS, VOICES):
                found += without_wheels(file.read_text("utf-8"), _DEVELOPMENT)
            print(*found, sep="\n")
            return 1 if found else 0
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
