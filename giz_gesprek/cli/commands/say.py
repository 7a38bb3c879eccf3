"""``giz-gesprek say``: read a text aloud, or write it as a sound file.

Owns the order of sentences and the pause between them; how a text is said is known by
:mod:`giz_gesprek.spoken`, and how it becomes sound by :mod:`giz_gesprek.speech`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast, get_args

import click

from giz_gesprek.cli.aloud import read_aloud
from giz_gesprek.cli.content import content_folders
from giz_gesprek.cli.file_voice import voice_for_files
from giz_gesprek.cli.inputs import STANDARD_INPUT, read_text
from giz_gesprek.cli.outputs import force_option
from giz_gesprek.cli.settings import Settings
from giz_gesprek.cli.translated import argument, command, option
from giz_gesprek.errors import InputError
from giz_gesprek.i18n import N_, _
from giz_gesprek.speech.protocol import Rate, language_of
from giz_gesprek.spoken import PAUSE


@command(
    "say",
    help=N_(
        "Read TEXT aloud. With - it comes from standard input: what families say does not belong"
        " in an argument, where other programs can see it."
    ),
)
@argument("text", metavar="TEXT")
@option(
    "--rate",
    type=click.Choice(get_args(Rate)),
    default="normal",
    show_default=True,
    help=N_("How fast."),
)
@option(
    "--language",
    metavar="CODE",
    default="nl",
    show_default=True,
    help=N_("The language of the text, such as nl or en."),
)
@option(
    "--voice",
    metavar="NAME",
    help=N_("The voice, by its name in giz-gesprek voice list."),
)
@option(
    "--output",
    metavar="FILE",
    help=N_("Write a sound file instead: .wav or .mp3; - is standard output."),
)
@force_option
@click.pass_obj
def say(
    settings: Settings,
    text: str,
    rate: str,
    language: str,
    *,
    voice: str | None,
    output: str | None,
    force: bool,
) -> None:
    """Say every sentence of the text."""
    sentences = _sentences(settings, text, language)
    chosen = cast("Rate", rate)
    if output is None:
        read_aloud(sentences, language, chosen, voice)
    else:
        _write(sentences, language, chosen, output, voice=voice, force=force)


def _sentences(settings: Settings, text: str, language: str) -> Sequence[str]:
    """Return what is to be said.

    Raises:
        InputError: there is nothing in the text that can be said.

    """
    from giz_gesprek.content.pronunciations import Pronunciations
    from giz_gesprek.spoken import spoken_sentences

    shown = read_text(text) if text == STANDARD_INPUT else text
    pronunciations = Pronunciations(*content_folders(settings)).of(language_of(language))
    sentences = spoken_sentences(
        shown, language=language_of(language), pronunciations=pronunciations
    )
    if not sentences:
        raise InputError(_("There is nothing to say in this text. Give at least one word."))
    return [sentence.text for sentence in sentences]


def _write(
    sentences: Sequence[str],
    language: str,
    rate: Rate,
    output: str,
    *,
    voice: str | None,
    force: bool,
) -> None:
    from giz_gesprek.export.files import check_place, write_document
    from giz_gesprek.export.sound import Heard, sound_file, sound_form

    form = sound_form(output)
    check_place(output, force=force)
    with voice_for_files(voice) as renderer:
        heard = [
            Heard(renderer.synthesise(each, language=language, rate=rate), PAUSE)
            for each in sentences
        ]
    write_document(sound_file(heard, form), output, force=force)
