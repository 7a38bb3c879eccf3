"""What people install: a wheel, in an empty environment, far from the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import wave
import zipfile
from pathlib import Path

import pytest

from giz_gesprek import __version__, i18n
from giz_gesprek.content.loading import load_library
from giz_gesprek.paths import content_dir
from tests.support.required import require_program
from tests.support.sound import AUDIBLE, envelope, samples_of

ROOT = Path(__file__).resolve().parent.parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        check=False,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build from a copy: a build must leave nothing behind in the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    listed = run(
        require_program("git"), "ls-files", "-z", "-co", "--exclude-standard", cwd=ROOT
    ).split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, source / name)
    run(require_program("uv"), "build", "--wheel", "--out-dir", folder, cwd=source)
    assert not list(source.rglob("*.mo")), "a wheel compiles outside the sources"
    assert not (source / "content.json").exists()
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the command of an environment that holds the wheel and what it needs.

    It is in a folder as people have them: the voice has to find its data there.
    """
    environment = tmp_path_factory.mktemp("Renée's laptop met spaties")
    uv = require_program("uv")
    run(uv, "venv", "--python", sys.executable, environment / "venv", cwd=environment)
    scripts = environment / "venv" / ("Scripts" if os.name == "nt" else "bin")
    run(uv, "pip", "install", "--python", scripts / "python", wheel, cwd=environment)
    return scripts / "giz-gesprek"


def test_the_wheel_holds_content_and_compiled_catalogues(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in (ROOT / "content").rglob("*.yaml"):
        assert f"giz_gesprek/_data/content/{path.relative_to(ROOT / 'content').as_posix()}" in names
    assert "giz_gesprek/_data/content.json" in names
    for language in i18n.LANGUAGES:
        assert f"giz_gesprek/_data/locales/{language}/LC_MESSAGES/giz_gesprek.mo" in names
    assert not [name for name in names if name.endswith((".po", ".pot", ".cfg"))]
    assert not [name for name in names if name.startswith(("tests/", "scripts/", "content/"))]
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert "giz_gesprek/py.typed" in names


def test_the_installed_command_knows_its_version_and_speaks_dutch(
    installed: Path, tmp_path: Path
) -> None:
    assert run(installed, "--version", cwd=tmp_path) == f"giz-gesprek {__version__}\n"
    assert "Opties:" in run(installed, "--help", cwd=tmp_path)


def test_the_installed_content_is_read_as_it_was_compiled(installed: Path, tmp_path: Path) -> None:
    ask = (
        "from giz_gesprek.content.compiled import read_compiled;"
        "from giz_gesprek.paths import content_dir; print(read_compiled(content_dir()).version)"
    )
    python = installed.with_name("python.exe" if os.name == "nt" else "python")
    assert run(python, "-c", ask, cwd=tmp_path).strip() == load_library(content_dir()).version


def test_the_installed_demo_prints_what_the_checkout_prints(
    installed: Path, tmp_path: Path
) -> None:
    printed = run(installed, "demo", cwd=tmp_path)
    assert len(printed.splitlines()) > 10
    assert printed == run(sys.executable, "-m", "giz_gesprek", "demo", cwd=tmp_path)


def test_the_installed_voice_speaks_into_a_file_without_anything_of_the_system(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_device: None
) -> None:
    monkeypatch.setenv("PATH", "")
    file = tmp_path / "hallo.wav"
    assert run(installed, "say", "Hallo.", "--output", file, cwd=tmp_path) == ""
    with wave.open(str(file)) as sound:
        samples = samples_of(sound.readframes(sound.getnframes()))
    assert max(envelope(samples)) > AUDIBLE
