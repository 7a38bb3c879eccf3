"""What is heard of a screen, and what is lit on it meanwhile."""

from __future__ import annotations

import time

from giz_gesprek.conversation.people import Family
from tests.support.talks import make_family
from tests.support.waiting import LONGEST_WAIT
from tests.tui.support import Table, voice_of


def read_to() -> Family:
    """Return the family, which wants to be read to."""
    family = make_family()
    settings = family.settings.model_copy(update={"read_aloud": True})
    return family.model_copy(update={"settings": settings})


async def to_next(t: Table) -> None:
    """Let the voice finish its sentence and begin the next one, if there is one."""
    voice = voice_of(t)
    voice.finish()
    await t.calm()
    until = time.monotonic() + LONGEST_WAIT
    while t.app.reader.is_reading and not voice.is_speaking:
        assert time.monotonic() < until, "the reader waits, and the voice is not asked for more"
        await t.pilot.pause(0)
    if voice.is_speaking:
        voice.begin()
    await t.calm()


async def hear(t: Table) -> list[str]:
    """Let the voice say what it has to say, and return all of it."""
    voice = voice_of(t)
    first = len(voice.spoken) - voice.is_speaking
    while voice.is_speaking:
        await to_next(t)
    return voice.texts[first:]


async def listen(t: Table) -> list[str]:
    """Press F2 and return all that is said."""
    await t.press("f2")
    return await hear(t)


async def begin(t: Table) -> None:
    """Press F2 and let the first sentence begin."""
    await t.press("f2")
    voice_of(t).begin()
    await t.calm()


def lit(t: Table) -> str:
    """Return what is lit on the screen: what stands on the colour for it, a word included."""
    color = t.app.get_css_variables()["spoken"].lower()
    found = []
    for line in t.top._compositor.render_strips():
        for text, style, _control in line:
            colors = (style.color, style.bgcolor) if style is not None else ()
            if any(each is not None and each.name.lower() == color for each in colors):
                found.append(text)
    return "".join(found)


def reversed_words(t: Table) -> list[str]:
    """Return what is drawn in reverse."""
    return [
        text
        for line in t.top._compositor.render_strips()
        for text, style, _control in line
        if style is not None and style.reverse
    ]
