"""Every string that a parent can see on a screen comes from the content, or from the people there.

What reads the screen aloud can only say what it finds in the content, so a sentence in a ``.py``
file is a sentence that somebody cannot hear. Which words a step and a flow have, at every rung, in
every phase and for every form of address, is tested without a screen; here are the words that
only dialogs and notices have.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from textual.widgets import Static, TextArea

from giz_gesprek.tui.dialogs.sure import SureScreen
from giz_gesprek.tui.reading.states import PACES, PROBLEMS
from giz_gesprek.tui.widgets.said import Said
from tests.support.talks import full_talk, make_family
from tests.support.wording import Sources
from tests.tui.heard import unread
from tests.tui.seen import seen
from tests.tui.support import Table, table

NOTICES: Final = ("common.choose_first", "common.too_long", *PACES.values(), *PROBLEMS)
"""What the screen tells by itself; the rest follows from what is done on a step."""


def sources() -> Sources:
    """Return what may be shown to the family at the table."""
    return Sources(full_talk().with_family(make_family()))


def assert_explained(t: Table, known: Sources, what: object) -> None:
    """Hold that all on the screen is content or said by people, and that F2 reads it."""
    assert known.unexplained(seen(t.top)) == [], what
    assert unread(t.top) == [], what


async def test_a_notice_says_nothing_that_is_not_in_the_content(tmp_path: Path) -> None:
    known = sources()
    async with table(tmp_path, "choice") as t:
        for text_id in NOTICES:
            t.screen.show_notice(text_id)
            assert t.say(text_id) in seen(t.top)
            assert_explained(t, known, text_id)
    known.assert_fit_to_read()


async def test_a_dialog_says_nothing_that_is_not_in_the_content(tmp_path: Path) -> None:
    known = sources()
    async with table(tmp_path) as t:
        await t.sit_at("hard_again")
        for key in ("f1", "f4", "f6", "f8", "f9"):
            await t.press(key)
            assert_explained(t, known, key)
            if not t.on_top:
                await t.press("escape")
        await t.press("f8", "f1")
        assert_explained(t, known, "words")
        await t.press("escape", "escape")
        await through_the_examples(t, known)
        await t.sit_at("goals")
        for text_id, number in (
            ("button.change", 1),
            ("button.remove", 0),
            ("button.tell_back", 0),
            ("button.add_goal", 0),
            ("goals.choose_help", 0),
        ):
            await t.click(t.button(text_id, number))
            assert_explained(t, known, text_id)
            await through_the_plan(t, known)
        await t.sit_at("topics")
        await t.click("#add-topic")
        assert_explained(t, known, "a topic")
        await t.press("1", "enter")
        assert_explained(t, known, "a reason")
    known.assert_fit_to_read()


async def through_the_examples(t: Table, known: Sources) -> None:
    """Write an own example and take it away again."""
    for keys in (("f4",), ("tab", "enter"), ("enter",), ("tab", "tab", "enter")):
        await t.press(*keys)
        assert_explained(t, known, keys)
        if isinstance(t.app.focused, TextArea):
            await t.type("Samen eten.")
    await t.press("tab", "enter", "escape")
    assert t.on_top


async def through_the_plan(t: Table, known: Sources) -> None:
    """Answer every dialog that comes, at first wrongly, until the conversation is back."""
    for keys in (["enter"], ["x", "enter"], ["1", "enter"], ["x", "enter"]):
        if not t.on_top:
            await t.press(*keys)
            assert known.unexplained([text for text in seen(t.top) if text != "x"]) == [], keys
            assert unread(t.top) == [], keys
    while not t.on_top:
        await t.press("escape")
        is_asked = isinstance(t.top, SureScreen)
        if is_asked:
            assert known.unexplained([text for text in seen(t.top) if text != "x"]) == []
            await t.click("#confirm")


async def test_a_text_that_is_not_read_is_found(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        await t.body.mount(Static("Dit hoort niemand.", markup=False))
        await t.calm()
        assert unread(t.top) == ["Dit hoort niemand."]


async def test_a_sentence_in_the_code_is_found(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        await t.body.mount(Said("Goed gedaan!"))
        await t.calm()
        assert sources().unexplained(seen(t.top)) == ["Goed gedaan!"]
