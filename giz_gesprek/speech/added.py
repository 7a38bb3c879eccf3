"""The voices that the user added: Piper voices in a folder of the program.

Owns that folder, and what may come into it. A voice is there as a whole or not at all. Knows no
engine: whether a voice can be heard only a worker knows.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

from giz_gesprek.errors import InputError
from giz_gesprek.files import clear_unfinished, new_file, private_folder
from giz_gesprek.i18n import N_, _
from giz_gesprek.paths import NoHome, voices_dir
from giz_gesprek.speech.engines import RESERVED
from giz_gesprek.speech.protocol import language_of

ENDING: Final = ".onnx"
_BESIDE: Final = ".json"
"""What the file with the settings of a voice has behind the name of the voice itself."""
_SMALLEST: Final = 1_000_000
_LARGEST: Final = 1_000_000_000
"""Bytes. Voices are 20 to 120 MB: what is outside this is another thing."""
_LARGEST_BESIDE: Final = 1_000_000
_BEGIN: Final = b"\x08"
"""The first field of every model: the version of its format."""
_NOT_IN_A_NAME: Final = re.compile(r"[^A-Za-z0-9_+.-]+")
_LONGEST_NAME: Final = 64

_PAGE: Final = N_(
    "This file is a web page, not a voice. Where voices are kept, choose the link that says"
    " download."
)


class AddedVoice(NamedTuple):
    """A voice as a file.

    Attributes:
        name: what it is chosen by.
        language: the one that it reads, such as ``nl``.
        path: the file itself; its settings stand beside it.
        size: of both, in bytes.

    """

    name: str
    language: str
    path: Path
    size: int


def path_of(name: str) -> Path:
    """Return where an added voice is, or would be."""
    try:
        return voices_dir() / f"{name}{ENDING}"
    except NoHome:
        return Path(f"{name}{ENDING}")


def added_voices() -> tuple[AddedVoice, ...]:
    """Return what was added, by name; what is no whole voice is not among it."""
    try:
        found = sorted(voices_dir().glob(f"[!.]*{ENDING}"))
    except OSError:  # no home, or a folder that may not be looked into
        return ()
    voices = []
    for path in found:
        with suppress(InputError):
            voices.append(voice_at(path))
    return tuple(voices)


def voice_at(path: Path) -> AddedVoice:
    """Look at the file of a voice and its settings, and return what they say.

    Raises:
        InputError: it is no voice, or not a whole one.

    """
    if path.name.endswith(ENDING + _BESIDE):
        path = path.with_name(path.name.removesuffix(_BESIDE))
    try:
        size = _size_of_voice(path) + _size_of_settings(_beside(path))
        settings = json.loads(_beside(path).read_text(encoding="utf-8"))
        language = language_of(settings["espeak"]["voice"])
    except (OSError, RecursionError, ValueError, KeyError, TypeError, AttributeError):
        raise InputError(
            _(
                "The file {name} beside the voice cannot be read. Fetch it once more, at the place"
                " where you found the voice."
            ).format(name=_beside(path).name)
        ) from None
    if not _is_of_a_voice(settings) or not language.isalpha():
        raise InputError(
            _(
                "The file {name} does not say how this voice reads. Fetch it once more, at the"
                " place where you found the voice."
            ).format(name=_beside(path).name)
        )
    return AddedVoice(_name_of(path), language, path, size)


def keep(voice: AddedVoice) -> AddedVoice:
    """Copy a voice into the folder of the program; return it as it is there.

    Raises:
        FileExistsError: there is one of this name already; it stays as it is.
        OSError: the system refuses it, and nothing of it is there.

    """
    path = path_of(voice.name)
    private_folder(path.parent)
    _clear_half(path)
    try:
        # Both are on the disk before either has its name, and that of the voice comes last.
        with new_file(path) as draft:
            shutil.copyfile(voice.path, draft)
            with new_file(_beside(path)) as settings:
                shutil.copyfile(_beside(voice.path), settings)
    finally:
        _clear_half(path)
    return voice._replace(path=path)


def remove(name: str) -> bool:
    """Delete an added voice; return whether there was one.

    Raises:
        OSError: the system refuses it, as Windows does while it is being read.

    """
    path = path_of(_NOT_IN_A_NAME.sub("-", name).strip("."))
    clear_unfinished(path)
    was_there = path.exists() or _beside(path).exists()
    # The large one first: it is the one that can be in use, and then all stays.
    path.unlink(missing_ok=True)
    _beside(path).unlink(missing_ok=True)
    return was_there


def _name_of(path: Path) -> str:
    name = _NOT_IN_A_NAME.sub("-", path.name.removesuffix(ENDING))[:_LONGEST_NAME].strip(".-")
    return f"voice-{name}" if not name or name.lower() in RESERVED else name


def _clear_half(path: Path) -> None:
    """Delete settings without a voice: somebody ended this between the two."""
    if not path.exists():
        _beside(path).unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(path.name + _BESIDE)


def _size_of_voice(path: Path) -> int:
    if not path.is_file():
        raise InputError(
            _(
                "There is no file {path}. Fetch the two files of a voice on a computer with"
                " internet, and give the one that ends in {ending}."
            ).format(path=path, ending=ENDING)
        )
    with path.open("rb") as file:
        begin = file.read(64).lstrip()
    if begin.startswith(b"<"):
        raise InputError(_(_PAGE))
    size = path.stat().st_size
    if path.suffix != ENDING or not begin.startswith(_BEGIN) or not _SMALLEST <= size <= _LARGEST:
        raise InputError(
            _(
                "This file is no voice for Piper. Give the file of a voice, which ends in {ending}."
            ).format(ending=ENDING)
        )
    return size


def _size_of_settings(path: Path) -> int:
    if not path.is_file():
        raise InputError(
            _(
                "The file {name} is missing. A voice is two files: put this one in the same"
                " folder, and try again."
            ).format(name=path.name)
        )
    size = path.stat().st_size
    if size > _LARGEST_BESIDE:
        raise ValueError
    return size


def _is_of_a_voice(settings: Mapping[str, Any]) -> bool:
    sounds, audio = settings.get("phoneme_id_map"), settings.get("audio")
    return (
        isinstance(sounds, dict)
        and bool(sounds)
        and isinstance(audio, dict)
        and isinstance(audio.get("sample_rate"), int)
    )
