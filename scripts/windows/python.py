"""Python for Windows, with the packages that `.ci/packages.txt` names, on a computer with Linux.

The archive of Python comes by the hash in `.ci/windows.txt`; it is what python.org publishes for
embedding, packed by somebody else. So every executable in it is looked at once more: it has to be
signed by one of its makers, and to be what was signed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from zipfile import ZipFile

ROOT: Final = Path(__file__).resolve().parents[2]
_PACKAGES: Final = ROOT / ".ci" / "packages.txt"
_PYTHON: Final = ROOT / ".ci" / "windows.txt"
_VERSION: Final = "3.11"
_MAKERS: Final = {"Python Software Foundation", "Microsoft Corporation"}
_BY_HASH: Final = ("--quiet", "--require-hashes", "--no-deps")


def install(folder: Path) -> Path:
    """Put Python with its packages in ``folder``, and this program from its wheel; return it."""
    python = folder / "python.exe"
    libraries = folder / "Lib" / "site-packages"
    windows = ("--python-platform", "x86_64-pc-windows-msvc", "--python-version", _VERSION)
    to = ("--target", libraries, *windows)
    if not python.exists():
        _install_python(folder)
        _uv("pip", "install", *_BY_HASH, "--only-binary", ":all:", *to, "-r", _PACKAGES)
    with TemporaryDirectory() as wheels:
        _uv("build", "--quiet", "--wheel", "--out-dir", wheels)
        _uv("pip", "install", "--quiet", "--no-deps", *to, *Path(wheels).glob("*.whl"))
    return python


def _install_python(folder: Path) -> None:
    # No wheel: it is built, which is no more than unpacking.
    _uv("pip", "install", *_BY_HASH, "--target", folder, "-r", _PYTHON)
    for file in [file for file in folder.iterdir() if file.suffix in {".exe", ".dll", ".pyd"}]:
        if told := _not_as_signed(file):
            raise SystemExit(f"not as its maker signed it: {file.name}\n{told}")
    _would_be_seen(folder / "python.exe")
    # Its library as files: a test of the packages wants to read some.
    (zipped,) = folder.glob("python3*.zip")
    with ZipFile(zipped) as library:
        library.extractall(folder / "Lib")
    # It would forbid packages and the folder one stands in.
    for forbids in folder.glob("python3*._pth"):
        forbids.unlink()


def _would_be_seen(signed: Path) -> None:
    """Change one byte of a copy: a check that lets it pass has shown nothing."""
    with TemporaryDirectory() as folder:
        changed = Path(shutil.copy(signed, folder))
        data = bytearray(changed.read_bytes())
        data[len(data) // 2] ^= 1
        changed.write_bytes(data)
        if not _not_as_signed(changed):
            raise SystemExit("a changed executable counts as signed")


def _not_as_signed(file: Path) -> str:
    """Return what is told of an executable that is not, byte by byte, what its maker signed."""
    told = subprocess.run(  # noqa: S603 - a command of our own
        ["osslsigncode", "verify", "-in", str(file)],  # noqa: S607
        check=False,
        capture_output=True,
        text=True,
    ).stdout
    digests = re.findall(r"^(?:Current|Calculated) message digest *: *(\w+)", told, re.MULTILINE)
    signers = set(re.findall(r"^\s*Subject: .*/O=([^/\n]+)", told, re.MULTILINE))
    both, same = len(digests) > 1, len(set(digests)) == 1
    return "" if both and same and signers & _MAKERS else told or "no signature"


def _uv(*arguments: str | Path) -> None:
    subprocess.run(["uv", *arguments], cwd=ROOT, check=True)  # noqa: S603, S607 - of our own
