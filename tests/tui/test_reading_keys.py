"""What ends reading aloud, how fast it goes, when it begins by itself, and why it is silent."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from textual.events import MouseDown

from giz_gesprek.speech import Code
from giz_gesprek.tui.dialogs.help import HelpScreen
from giz_gesprek.tui.screens.blank import BlankScreen
from giz_gesprek.tui.screens.quit import QuitScreen
from giz_gesprek.tui.widgets.key_bar import KeyHint
from giz_gesprek.tui.widgets.said import Said
from tests.support.talks import VIEWS, make_family, places
from tests.tui.hearing import begin, hear, lit, read_to, to_next
from tests.tui.support import Table, full_disk, table, voice_of

EVERY_KEY: Final = (
    *("1", "2", "9", "enter", "escape", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9"),
    *("tab", "up", "down", "left", "right", "pagedown", "pageup", "x", "space", "ctrl+q"),
)


# --- silence --------------------------------------------------------------------------------


async def test_any_key_silences_the_voice(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for key in EVERY_KEY:
            await t.sit_at("choice")
            await begin(t)
            await t.press(key)
            assert not voice_of(t).is_speaking, key
            assert not t.app.reader.is_reading, key
            assert lit(t) == "", key


async def test_a_key_is_silent_before_it_does_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with table(tmp_path, "choice") as t:
        await begin(t)
        voice, seen = voice_of(t), []
        answer = t.session.answer_choice

        def record(choice: str) -> None:
            seen.append(voice.is_speaking)
            answer(choice)

        monkeypatch.setattr(t.session, "answer_choice", record)
        await t.press("enter")
        assert seen == [False]


async def test_a_key_between_two_sentences_ends_the_reading_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("giz_gesprek.spoken.PAUSE", 60.0)
    async with table(tmp_path, "choice") as t:
        await begin(t)
        voice = voice_of(t)
        voice.finish()
        await t.calm()
        waiting = t.app.reader.is_reading
        await t.press("x")
        assert (waiting, t.app.reader.is_reading) == (True, False)
        assert len(voice.spoken) == 1


async def test_f2_ends_a_reading_and_begins_it_again_as_often_as_wanted(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        voice = voice_of(t)
        for number in range(1, 4):
            await begin(t)
            await to_next(t)
            await t.press("f2")
            assert not voice.is_speaking
            first, *_more = t.say("eating_sleeping.appraisal").splitlines()
            assert voice.texts.count(first) == number


async def test_pointing_somewhere_silences_the_voice_and_at_stop_only_that(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        hints = {hint.key: hint for hint in t.screen.query(KeyHint)}
        await t.click(hints["f2"])
        assert voice_of(t).is_speaking
        await t.click(hints["f2"])
        assert not voice_of(t).is_speaking
        await t.click(hints["f2"])
        t.app.post_message(press_at(t, 30, 3))
        await t.calm()
        assert not voice_of(t).is_speaking


def press_at(t: Table, x: int, y: int) -> MouseDown:
    return MouseDown(t.screen, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False)


async def test_locking_ending_and_leaving_are_silent(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        for end in (t.app.lock, t.screen.action_blank, t.screen.action_help):
            await begin(t)
            end()
            await t.calm()
            assert not voice_of(t).is_speaking, end
            while not t.on_top:
                await t.press("escape")
        await begin(t)
        voice = voice_of(t)
    assert voice.closed
    assert not voice.is_speaking


async def test_the_terminal_does_not_ring_while_somebody_is_read_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[str] = []
    monkeypatch.setattr("textual.app.App.bell", lambda _app: rung.append("bell"))
    async with table(tmp_path, "choice") as t:
        await begin(t)
        t.app.bell()
        assert rung == []
        await t.press("f2")
        t.app.bell()
        assert rung == ["bell"]


async def test_what_the_voice_tells_late_lights_nothing(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        await t.press("f2")
        voice_of(t).begin()
        t.app.reader.interrupt()
        await t.calm()
        assert lit(t) == ""
        assert not t.app.reader.is_reading


# --- the speed ------------------------------------------------------------------------------


async def test_v_changes_the_speed_and_reads_the_sentence_again(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        await begin(t)
        for _line in t.say("eating_sleeping.appraisal").splitlines():
            await to_next(t)
        voice = voice_of(t)
        for key, rate, text_id in (("v", "brisk", "voice.brisk"), ("V", "slow", "voice.slow")):
            await t.press(key)
            assert voice.saying == t.say("how_is_it_going.going_well")
            assert voice.spoken[-1].rate == rate
            assert t.says(text_id)
            assert t.store.read("f1").family.settings.speech_rate == rate
        await to_next(t)
        assert voice.saying == t.say("how_is_it_going.so_so")
        assert voice.spoken[-1].rate == "slow"
        await t.press("f2")
        hint = next(hint for hint in t.screen.query(KeyHint) if hint.key == "v")
        assert not hint.display
        await t.press("v")
        assert not voice.is_speaking
        assert t.says("voice.normal")


async def test_the_speed_can_be_pointed_at_also_in_a_dialog(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        await begin(t)
        await t.click(next(hint for hint in t.screen.query(KeyHint) if hint.key == "v"))
        assert voice_of(t).spoken[-1].rate == "brisk"
        assert voice_of(t).is_speaking
        await t.press("f8", "f2")
        await point_at(t, f"V {t.say('voice.slower')}")
        assert voice_of(t).spoken[-1].rate == "slow"
        assert voice_of(t).is_speaking
        await point_at(t, f"F2 {t.say('voice.stop')}")
        assert not voice_of(t).is_speaking
        await point_at(t, f"F2 {t.say('key.f2')}")
        assert voice_of(t).is_speaking


async def point_at(t: Table, words: str) -> None:
    """Point at words that stand at the edge of a box."""
    for row, line in enumerate(t.lines.splitlines()):
        if words in line:
            await t.pilot.click(offset=(line.index(words), row))
            await t.calm()
            return
    raise AssertionError(words)


async def test_a_letter_in_a_field_is_a_letter(tmp_path: Path) -> None:
    async with table(tmp_path, "hard_again") as t:
        await begin(t)
        assert not next(hint for hint in t.screen.query(KeyHint) if hint.key == "v").display
        await t.press("v")
        assert t.body.typed() == "v"
        assert not voice_of(t).is_speaking
        before = t.store.read("f1").family.settings
        assert before.speech_rate == "normal"
        await t.press("tab", "v")
        assert t.store.read("f1").family.settings.speech_rate == "brisk"


async def test_a_letter_that_is_typed_on_into_a_box_is_no_speed(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        await t.press("f8", "v")
        assert not t.says("voice.brisk")
        assert t.store.read("f1").family.settings.speech_rate == "normal"


async def test_a_speed_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        with full_disk(t):
            await t.press("v")
        assert t.says("common.not_saved")


# --- by itself ------------------------------------------------------------------------------


async def test_nothing_is_read_by_itself_unless_the_family_wants_it(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        await t.press("enter")
        assert voice_of(t).spoken == []
        assert voice_of(t).warm == 1


async def test_every_view_is_read_by_itself_where_the_family_wants_it(tmp_path: Path) -> None:
    async with table(tmp_path, "choice", family=read_to()) as t:
        said = await hear(t)
        asked = t.say("eating_sleeping.appraisal").splitlines()
        assert said[: len(asked)] == asked
        assert t.say("button.next") not in said, "the ways on are read with F2"
        await t.press("f2")
        assert t.say("button.next") in await hear(t)
        await t.press("f3")
        assert voice_of(t).saying != "", "easier words are read again"
        for place in VIEWS:
            await t.press("x")
            await t.go(places()[place][1])
            # Of the plan everything was told back just now.
            assert voice_of(t).is_speaking == (place != "goals"), place


async def test_a_notice_and_a_dialog_are_read_by_themselves(tmp_path: Path) -> None:
    async with table(tmp_path, "wish", family=read_to()) as t:
        await t.press("x", "enter")
        assert await hear(t) == t.say("common.choose_first").split("\n")
        await t.press("f8")
        assert (await hear(t))[0] == t.say("help_now.title")
        await t.press("escape")
        assert not voice_of(t).is_speaking
        await t.press("ctrl+q")
        assert isinstance(t.top, QuitScreen)
        assert voice_of(t).saying == t.say("quit.title")


async def test_a_choice_is_heard_where_the_family_wants_it(tmp_path: Path) -> None:
    async with table(tmp_path, "choice", family=read_to()) as t:
        await t.press("3")
        assert voice_of(t).saying == str(t.body.query_one("#echo", Said).content)
        await t.sit_with(t.session.talk)
        await t.press("2")
        assert not voice_of(t).is_speaking


async def test_what_a_side_is_about_is_heard_behind_its_name(tmp_path: Path) -> None:
    async with table(tmp_path, "triangle", family=read_to()) as t:
        await t.press("1")
        said = " ".join(await hear(t))
        for name in ("#echo", "#about"):
            assert str(t.body.query_one(name, Said).content).split("\n")[0] in said


# --- why it is silent -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "text_id"),
    [
        ("no-engine", "voice.none"),
        ("no-voice", "voice.none"),
        ("no-audio-device", "voice.no_sound"),
        ("synth-failed", "voice.failed"),
        ("worker-lost", "voice.failed"),
        ("bad-message", "voice.failed"),
        ("switched-off", "voice.off"),
    ],
)
async def test_a_failure_is_told_once_in_plain_words_and_the_talk_goes_on(
    tmp_path: Path, code: Code, text_id: str
) -> None:
    async with table(tmp_path, "choice", family=read_to()) as t:
        voice_of(t).fail(code)
        await t.calm()
        assert t.says(text_id)
        assert not t.app.reader.is_reading
        spoken = len(voice_of(t).spoken)
        await t.press("1", "enter", "f8")
        assert len(voice_of(t).spoken) == spoken, "it is quiet until somebody asks for it"
        assert not t.says(text_id)
        await begin(t)
        await t.press("escape")
        await t.press("f5")
        assert voice_of(t).is_speaking, "a voice that works again reads by itself again"


async def test_a_failure_is_told_in_a_dialog(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        for key, screen in (("f1", HelpScreen), ("ctrl+q", QuitScreen)):
            await t.press(key, "f2")
            assert isinstance(t.top, screen)
            voice_of(t).fail("no-audio-device")
            assert await t.comes_to_say("voice.no_sound")
            await t.press("escape")


async def test_what_was_told_about_the_voice_goes_when_it_is_tried_again(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        for keys in (("f2",), ("f1", "f2")):
            await t.press(*keys)
            voice_of(t).fail("no-audio-device")
            assert await t.comes_to_say("voice.no_sound")
            await t.press("f2")
            assert not t.says("voice.no_sound")
            assert voice_of(t).is_speaking


async def test_another_voice_than_the_chosen_one_is_told_once(tmp_path: Path) -> None:
    family = make_family()
    chosen = family.settings.model_copy(update={"voice": "elsewhere"})
    family = family.model_copy(update={"settings": chosen})
    async with table(tmp_path, "choice", family=family) as t:
        voice = voice_of(t)
        assert voice.used == ["elsewhere"]
        voice.is_another()
        await begin(t)
        assert await t.comes_to_say("voice.other")
        await t.press("f2")
        await begin(t)
        assert not t.says("voice.other")


async def test_f2_switches_on_again_what_failed_too_often(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        voice = voice_of(t)
        await t.press("f2")
        voice.state = "off"
        voice.fail("worker-lost")
        await t.calm()
        assert t.says("voice.off")
        assert voice.tries == 0
        await t.press("f2")
        assert voice.tries == 1
        assert voice.is_speaking


async def test_a_missing_device_stays_the_reason_however_often_it_is_tried(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        voice = voice_of(t)
        await t.press("f2")
        voice.state = "off"
        voice.fail("no-audio-device")
        await t.calm()
        assert t.says("voice.no_sound")
        assert not t.says("voice.off")


async def test_a_screen_without_words_says_nothing(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        await t.press("f9")
        assert isinstance(t.top, BlankScreen)
        t.app.reader.read((), t.app.wishes, t.app.pronunciations, t.screen.aloud)
        assert voice_of(t).spoken == []
        assert not t.app.reader.is_reading
