"""From the file of a voice to what a family hears: a real Piper voice, of English."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek.conversation.people import FamilySettings
from giz_gesprek.session.voices import for_a_family, kept, voice_of
from giz_gesprek.speech import Finished, OtherVoice
from giz_gesprek.speech.rendering import Renderer
from tests.support.piper_voices import without_chance
from tests.support.program import run
from tests.support.sound import NullSink, likeness, samples_of
from tests.support.speaking import Listener
from tests.support.stores import new_store
from tests.support.talks import places
from tests.support.views import sit_with

pytestmark = pytest.mark.needs_linux("a sound server of our own")

SAID = "Together we look at what goes well at home."


def test_a_voice_that_was_added_is_what_the_family_hears_that_chose_it(
    tmp_path: Path, sink: NullSink, listener: Listener
) -> None:
    file = without_chance(tmp_path)
    before = sink.now
    done = run("voice", "add", file)
    assert "The voice en_US-test was added." in done.stdout, done.stderr
    assert "You heard it just now. It reads English." in done.stdout
    assert max(sink.between(before)) > 2_000, "the sample"

    (name,) = (each for each in for_a_family(None) if each.startswith("en_US"))
    talk, _step = places()["export"]
    settings = FamilySettings(language="en", voice=kept(name))
    family = talk.family.model_copy(update={"settings": settings})
    with new_store(tmp_path / "f.db") as store:
        chosen = voice_of(sit_with(store, talk.with_family(family)))
    listener.client.use(chosen)
    before = sink.now
    assert isinstance(listener.say(SAID, language="en"), Finished)
    assert OtherVoice() not in listener.events
    heard = sink.between(before)
    with Renderer(chosen) as added, Renderer() as own:
        wanted, other = (
            samples_of(each.synthesise(SAID, language="en").samples) for each in (added, own)
        )
    assert likeness(heard, wanted) > 0.9
    assert likeness(heard, other) < 0.6
