"""``giz-gesprek doctor``: what works on this computer, and what to do about what does not.

Owns the order and the wording. It opens no store and reads no family; where the store is, is
all it says of it.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import click

from giz_gesprek import __version__
from giz_gesprek.cli.natural_voices import how_to_get_one, piper_missing
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import command
from giz_gesprek.errors import ExitCode, SoundError
from giz_gesprek.files import is_there
from giz_gesprek.i18n import N_, _, language_name
from giz_gesprek.speech.added import added_voices
from giz_gesprek.speech.choosing import (
    ENGINE_VARIABLE,
    chosen_engine,
    piper_is_here,
    system_can_speak,
)
from giz_gesprek.speech.diagnosis import Diagnosis, diagnose
from giz_gesprek.speech.engines import (
    OWN_ENGINE,
    PLATFORM_ENGINES,
    SYSTEM_VOICE,
    WINDOWS_ENGINE,
)
from giz_gesprek.system import has_cpp_runtime, is_terminal

_LANGUAGES: Final = {"nl": N_("Dutch"), "en": N_("English")}
_NEEDED: Final = "nl"
_OURS: Final = "espeak-ng"
_COLUMNS: Final = 80
_ROWS: Final = 24


class Finding(NamedTuple):
    """One line: what was looked at, what was found, and what to do if that is not well.

    ``tips`` are for what is well, and can be better.
    """

    what: str
    found: str
    advice: str | None = None
    tips: tuple[str, ...] = ()


@command("doctor", help=N_("Look at what works on this computer, the voice first."))
@click.pass_obj
def doctor(settings: Settings) -> int:
    """Print what was found; return 3 where nothing can be read aloud."""
    sound = list(_sound())
    for finding in (*sound, *_added(), *_of_the_computer(), *_surroundings(settings)):
        mark = _("no") if finding.advice else _("ok")
        click.echo(f"{mark:>3}  {finding.what}: {finding.found}")
        for more in (finding.advice,) if finding.advice else finding.tips:
            click.echo(f"     {more}")
    return ExitCode.SOUND if any(finding.advice for finding in sound) else ExitCode.DONE


def _sound() -> Iterator[Finding]:
    engine = chosen_engine()
    try:
        diagnosis = diagnose(list(_LANGUAGES))
    except SoundError:
        yield Finding(_("voice"), engine, _engine_advice(engine))
        return
    yield from _voices(diagnosis, engine)
    yield Finding(
        _("sound device"),
        diagnosis.device or _("none"),
        None
        if diagnosis.device
        else _(
            "Connect a loudspeaker or headset, and switch it on. Without it nothing is read"
            " aloud; the rest works."
        ),
    )


def _voices(diagnosis: Diagnosis, engine: str) -> Iterator[Finding]:
    for language, name in _LANGUAGES.items():
        voice = diagnosis.voices.get(language)
        advice = None
        if voice is None and language == _NEEDED:
            advice = _no_voice_advice(engine)
        what = _("voice, {language}").format(language=_(name))
        yield Finding(what, _read_by(voice, diagnosis.engine), advice)


def _read_by(voice: str | None, engine: str) -> str:
    if voice is None:
        return _("none")
    # A Piper voice is its own engine; a language that it lacks is read by the program's own.
    is_ours_instead = voice.startswith(_OURS) and not engine.startswith(_OURS)
    return voice if is_ours_instead or voice == engine else f"{voice} ({engine})"


def _no_voice_advice(engine: str) -> str:
    if engine == OWN_ENGINE:
        return _("Install giz-gesprek again: its Dutch voice is missing.")
    return _(
        "Choose a Dutch voice, or remove the variable {variable} to use the program's own."
    ).format(variable=ENGINE_VARIABLE)


def _own_engine_advice() -> str:
    if not has_cpp_runtime():
        return _(
            "Windows lacks a part that the voice needs, MSVCP140.dll. Install giz-gesprek again,"
            " which brings it, or the Visual C++ Redistributable of Microsoft."
        )
    return _("Install giz-gesprek again, or install espeak-ng on this computer.")


def _engine_advice(engine: str) -> str:
    if engine == OWN_ENGINE:
        return _own_engine_advice()
    if engine in {WINDOWS_ENGINE, *PLATFORM_ENGINES}:
        return _(
            "This computer does not have it. Remove the variable {variable} to use the program's"
            " own voice."
        ).format(variable=ENGINE_VARIABLE)
    if not Path(engine).is_file():
        return _("There is no such file. Check the variable {variable}.").format(
            variable=ENGINE_VARIABLE
        )
    if not Path(f"{engine}.json").is_file():
        return _("The file {name} is missing beside it. Copy it there as well.").format(
            name=f"{Path(engine).name}.json"
        )
    if not piper_is_here():
        return piper_missing()
    return _("This file is no Piper voice. Choose another one.")


def _added() -> Iterator[Finding]:
    """Tell which voices were added. That there is none is no fault: the program has its own."""
    added = added_voices()
    for voice in added:
        found = f"{voice.name}, {language_name(voice.language)}"
        yield Finding(_("added voice"), found, None if piper_is_here() else piper_missing())
    if not any(voice.language == _NEEDED for voice in added):
        yield Finding(_("natural voice, Dutch"), _("not added"), None, how_to_get_one())


def _of_the_computer() -> Iterator[Finding]:
    """Tell whether Windows or macOS has a Dutch voice of its own, which can be chosen then."""
    if not system_can_speak():
        return
    try:
        voice = diagnose([_NEEDED], SYSTEM_VOICE).voices[_NEEDED]
    except SoundError:
        voice = None
    tip = _("You can add one in the settings of this computer, and then choose it in giz-gesprek.")
    tips = () if voice else (tip,)
    yield Finding(_("voice of this computer, Dutch"), voice or _("none"), None, tips)


def _surroundings(settings: Settings) -> Iterator[Finding]:
    size = shutil.get_terminal_size()
    yield Finding(
        _("window"),
        _("{columns} columns, {rows} rows").format(columns=size.columns, rows=size.lines),
        None
        if not is_terminal(sys.stdout) or (size.columns >= _COLUMNS and size.lines >= _ROWS)
        else _("Make the window larger or the letter smaller: {columns} by {rows} is best.").format(
            columns=_COLUMNS, rows=_ROWS
        ),
    )
    yield Finding(_("colours"), _colours())
    path = settings.store_path
    found = str(path) if is_there(path) else _("{path}, not there yet").format(path=path)
    yield Finding(_("families"), found)
    yield Finding(_("version"), __version__)


def _colours() -> str:
    if os.environ.get("NO_COLOR"):
        return _("none, because NO_COLOR is set")
    if os.environ.get("COLORTERM") in {"truecolor", "24bit"}:
        return _("all")
    return os.environ.get("TERM") or _("unknown")
