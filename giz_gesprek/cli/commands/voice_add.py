"""``giz-gesprek voice add``: a voice into the folder of the program, after trying it.

Owns the order and the wording. What a voice is is known by :mod:`giz_gesprek.speech.added`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import click

from giz_gesprek.cli.natural_voices import may_be_used, piper_missing
from giz_gesprek.cli.translated import argument, command
from giz_gesprek.errors import InputError, OutputError, SoundError
from giz_gesprek.files import refusal
from giz_gesprek.i18n import N_, _
from giz_gesprek.paths import NoHome, from_home

if TYPE_CHECKING:
    from giz_gesprek.speech.added import AddedVoice

_SAMPLES: Final[Mapping[str, str]] = {
    "nl": "Dag! Zo klink ik. Vertel maar: wat gaat er goed?",
    "en": "Hello! This is how I sound. Tell me: what goes well?",
}
"""In the language of the voice, which need not be that of who adds it."""


@command(
    "add",
    help=N_(
        "Add the Piper voice FILE, which ends in .onnx; its second file, .onnx.json, stands beside"
        " it. Both are copied into the folder of the program, and a sample is read."
    ),
)
@argument("file", metavar="FILE")
def add(file: str) -> None:
    """Look at the voice, try it, keep it, and let it be heard."""
    from giz_gesprek.speech.added import keep, voice_at
    from giz_gesprek.speech.choosing import piper_is_here

    voice = voice_at(from_home(file))
    heard = _SAMPLES.get(voice.language)
    if piper_is_here():
        _try(voice, heard)
    try:
        voice = keep(voice)
    except OSError as error:
        raise _refused(error, voice.name) from error
    click.echo(
        _("The voice {name} was added. Choose it in the settings, or for one family.").format(
            name=voice.name
        )
    )
    click.echo(may_be_used(voice.name))
    click.echo(_let_hear(voice, heard) if piper_is_here() else piper_missing())


def _try(voice: AddedVoice, sentence: str | None) -> None:
    """Make the sound of a sentence without playing it.

    Raises:
        InputError: this file gives none.

    """
    from giz_gesprek.speech.rendering import Renderer

    try:
        with Renderer(str(voice.path.absolute())) as renderer:
            renderer.synthesise(sentence or "1, 2, 3.", language=voice.language)
            works = not renderer.is_another
    except SoundError:
        works = False
    if not works:
        raise InputError(
            _(
                "Piper makes no sound with this voice, so it was not added. Fetch its two files"
                " once more, or choose another voice."
            )
        )


def _let_hear(voice: AddedVoice, sentence: str | None) -> str:
    """Read a sample, and return what there is to say about that."""
    from giz_gesprek.cli.aloud import read_aloud
    from giz_gesprek.i18n import language_name

    if sentence is None:
        return _("No sample was read: there is none in this language.")
    try:
        read_aloud([sentence], voice.language, voice=voice.name)
    except SoundError as error:
        return _("No sample was heard. {why}").format(why=error)
    return _("You heard it just now. It reads {language}.").format(
        language=language_name(voice.language)
    )


def _refused(error: OSError, name: str) -> Exception:
    if isinstance(error, NoHome):
        return InputError(_("This computer knows no folder of yours, so a voice has no place."))
    if isinstance(error, FileExistsError):
        return InputError(
            _(
                "There is a voice of this name already. Remove it first: giz-gesprek voice remove"
                " {name}"
            ).format(name=name)
        )
    if refusal(error) == "no_room":
        return OutputError(
            _("The disk is full, so the voice was not added. Make room and try again.")
        )
    return OutputError(
        _(
            "The voice cannot be copied into the folder of the program, so it was not added. Check"
            " the rights of that folder, and the two files."
        )
    )
