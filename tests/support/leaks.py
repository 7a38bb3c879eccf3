"""Where something that was said could be found outside the file: processes, and files of any kind.

Searches bytes, in each way that text is written down, and never asks the program.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

_ENCODINGS: Final = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")
_SHORTEST: Final = 6
"""Bytes that do not come by chance in some megabytes of an encrypted file."""


def secrets_in(data: bytes, secrets: Sequence[str]) -> list[str]:
    """Return those of the secrets that can be read in ``data``, in whichever encoding."""
    return [secret for secret in secrets if any(form in data for form in _forms(secret))]


def secrets_on_disk(folder: Path, secrets: Sequence[str]) -> list[tuple[Path, str]]:
    """Return where in a folder a secret is: in a file, or in a name.

    Raises:
        AssertionError: there is nothing to look at.

    """
    paths = list(folder.rglob("*"))
    assert paths
    found = [(path, secret) for path in paths for secret in secrets if secret in path.name]
    files = [path for path in paths if path.is_file()]
    return found + [
        (path, secret) for path in files for secret in secrets_in(path.read_bytes(), secrets)
    ]


def secrets_of_processes(pid: int, secrets: Sequence[str]) -> list[tuple[str, str]]:
    """Return what the system tells of a process and those it started, where a secret is in it.

    That is their arguments, environment and name, and the names of their open files.
    """
    return [
        (what, secret)
        for each in _with_children(pid)
        for what, data in _told_by_the_system(each)
        for secret in secrets_in(data, secrets)
    ]


def _forms(secret: str) -> list[bytes]:
    whole = [secret.encode(encoding) for encoding in _ENCODINGS if _fits(secret, encoding)]
    whole += [json.dumps(secret)[1:-1].encode(), secret.encode().hex().encode()]
    for before in range(3):
        # Base64 of a text within another one: the letters that depend on nothing around it.
        coded = base64.b64encode(b"\0" * before + secret.encode()).rstrip(b"=")
        whole.append(coded[4 if before else 0 : -1])
    return [form for form in whole if len(form) >= _SHORTEST]


def _fits(text: str, encoding: str) -> bool:
    return text.encode(encoding, "ignore").decode(encoding) == text


def _with_children(pid: int) -> list[int]:
    found = [pid]
    for each in found:
        for task in Path(f"/proc/{each}/task").glob("*/children"):
            found.extend(int(child) for child in task.read_text(encoding="ascii").split())
    return found


def _told_by_the_system(pid: int) -> Iterator[tuple[str, bytes]]:
    folder = Path(f"/proc/{pid}")
    for name in ("cmdline", "environ", "comm", "maps"):
        yield name, (folder / name).read_bytes()
    for link in (folder / "cwd", *(folder / "fd").iterdir()):
        try:
            yield link.name, str(link.readlink()).encode()
        except FileNotFoundError:  # closed in between
            continue
