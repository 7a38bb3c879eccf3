"""``giz-gesprek voice list``: which voices can be chosen on this computer."""

from __future__ import annotations

from collections.abc import Iterator

import click

from giz_gesprek.cli.natural_voices import how_to_get_one, piper_missing
from giz_gesprek.cli.translated import command
from giz_gesprek.i18n import N_, language_name


@command("list", help=N_("List the voices that can be chosen on this computer."))
def list_voices() -> None:
    """Print a line a voice, and what is missing."""
    click.echo("\n".join(_lines()))


def _lines() -> Iterator[str]:
    from giz_gesprek.session.voices import that_are_there
    from giz_gesprek.speech.added import added_voices
    from giz_gesprek.speech.choosing import piper_is_here

    yield from (f"{name}: {words}" for name, words in that_are_there().items())
    added = added_voices()
    for voice in added:
        size = f"{round(voice.size / 1_000_000)} MB"
        yield f"{voice.name}: {language_name(voice.language)}, {size}"
    if added and not piper_is_here():
        yield piper_missing()
    if not any(voice.language == "nl" for voice in added):
        yield from how_to_get_one()
