"""A paper from the app: look at it, choose its words, how and where, and see where it is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from textual.widgets import Input

from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation import planning
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.files import write_document
from giz_gesprek.export.forms import forms_for
from giz_gesprek.export.papers import paper_of
from giz_gesprek.export.text import document_text
from giz_gesprek.i18n import own_language_name
from giz_gesprek.session import papers
from giz_gesprek.session.papers import Written
from giz_gesprek.session.passphrase_check import PassphraseCheck
from giz_gesprek.summary.audience import FAMILY
from giz_gesprek.summary.card import MOST_WHEN_URGENT
from giz_gesprek.tui.dialogs import written as written_module
from giz_gesprek.tui.dialogs.card import CardScreen
from giz_gesprek.tui.dialogs.preview import PreviewScreen
from giz_gesprek.tui.dialogs.saving import SaveScreen
from giz_gesprek.tui.dialogs.sending import SendingScreen
from giz_gesprek.tui.dialogs.written import WrittenScreen
from giz_gesprek.tui.screens.blank import BlankScreen
from giz_gesprek.tui.screens.lock import LockScreen
from giz_gesprek.tui.widgets.paper_view import PaperView
from giz_gesprek.tui.widgets.said import Said
from tests.support.screens import SMALL_FIRST
from tests.support.talks import (
    LONGEST_NAME,
    RUNGS,
    answered,
    full_talk,
    make_family,
    places,
    step_where,
    words,
)
from tests.support.wording import FORMAL, Sources
from tests.tui.heard import unread
from tests.tui.hearing import read_to
from tests.tui.seen import seen
from tests.tui.support import Table, flat, full_disk, table, voice_of

KIND_DIGITS: Final = {kind: digit for digit, kind in enumerate(forms_for(FAMILY), start=1)}
"""The professional's paper has the first of these."""
TEXT: Final = KIND_DIGITS["text"]
"""The digit of plain text."""
PROBLEMS: Final = (
    "busy",
    "disk_full",
    "exists",
    "failed",
    "folder_missing",
    "not_laid_out",
    "not_read_out",
    "read_only",
)


def files(folder: Path) -> list[Path]:
    """Return what was written; the worker that reads out has a log for what libraries say."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if path.name != "speech.log")


async def written(t: Table) -> None:
    """Wait until the thread that writes, or opens a folder, is done."""
    # Not those of the screens beneath, which wait for somebody.
    threads = (SaveScreen, SendingScreen, WrittenScreen)
    working = [worker for worker in t.app.workers if isinstance(worker.node, threads)]
    if working:
        await t.app.workers.wait_for_complete(working)
    await t.calm()


async def to_saving(t: Table, *, audience: int = 1, kind: int = TEXT) -> None:
    """Go by the preview to how and where."""
    await t.press(str(audience), "enter")
    assert isinstance(t.top, PreviewScreen)
    await t.press("enter")
    assert isinstance(t.top, SaveScreen)
    await t.press(str(kind))


async def fill(t: Table, field: str, text: str) -> None:
    t.top.set_focus(t.top.query_one(field))
    await t.retype(text)


async def make(t: Table) -> None:
    """Confirm, and wait for what comes of it."""
    await t.press("enter")
    await written(t)


async def lock(t: Table) -> None:
    """Lock, as the app does by itself when nobody is there."""
    t.app.guard(PassphraseCheck(b"", b""))
    t.app.lock()
    await t.calm()


class Gate:
    """Holds a function in its thread until it is opened."""

    def __init__(self) -> None:
        self._opened = threading.Event()

    def open(self) -> None:
        self._opened.set()

    def before(self, work: Callable[..., None]) -> Callable[..., None]:
        """Return ``work``, held."""

        def wait_and_work(*arguments: object, **options: object) -> None:
            assert self._opened.wait(30)
            work(*arguments, **options)

        return wait_and_work


def paper(t: Table, rung: Rung, language: str = "nl") -> str:
    session = t.session
    document = paper_of(session.library, session.talk, FAMILY, language=language, rung=rung)
    return document_text(document)


def shows(t: Table, text: str) -> bool:
    """Tell whether all lines of a paper are on the screen, in order."""
    view = t.top.query_one(PaperView)
    drawn = flat(" ".join(str(widget.content) for widget in view.query(Said)))
    return all(flat(line.lstrip("#- ")) in drawn for line in text.splitlines())


async def test_the_preview_shows_the_paper_before_there_is_one(
    tmp_path: Path, own_home: Path
) -> None:
    async with table(tmp_path, "export") as t:
        before = files(own_home)
        await t.press("1", "enter")
        assert isinstance(t.top, PreviewScreen)
        assert t.says("export.preview")
        assert shows(t, paper(t, "easy"))
        await t.press("escape")
        assert t.on_top
        assert files(own_home) == before
        assert t.log == []


async def test_the_preview_of_the_professional_has_no_easier_words(tmp_path: Path) -> None:
    async with table(tmp_path, "export") as t:
        await t.press("2", "enter")
        labels = [str(button.label) for button in t.buttons()]
        assert t.say("button.easier") not in labels
        assert t.say("button.less_easy") not in labels
        await t.press("f3")
        assert isinstance(t.top, PreviewScreen)
        assert t.top.paper.style.rung is None


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_a_paper_is_printed_or_copied_from_where_it_is_read(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    async with table(tmp_path, "export", size=size) as t:
        await t.press("1", "enter")
        assert t.say("export.copy") not in [str(button.label) for button in t.buttons()]
        await t.press("escape", "2", "enter")
        await t.click(t.button("export.copy"))
        assert t.says("export.copy_ask")
        await t.press("escape")
        assert isinstance(t.top, PreviewScreen)
        await t.click(t.button("export.print"))
        await written(t)
        assert t.says("export.no_printer")
        await t.press("enter")
        assert isinstance(t.top, PreviewScreen)
        assert t.log == []


async def test_the_words_of_the_paper_change_and_those_of_the_screen_stay(
    tmp_path: Path, own_home: Path
) -> None:
    async with table(tmp_path, "export") as t:
        await t.press("1", "enter", "f3")
        assert shows(t, paper(t, "easier"))
        await t.press("f3", "f7", "f7")
        assert shows(t, paper(t, "standard"))
        assert t.says("export.language", what=own_language_name("nl"))
        await t.click("#language")
        assert shows(t, paper(t, "standard", "en"))
        assert t.says("export.language", what="English")
        assert t.session.family.settings.rung == "easy"
        t.top.set_focus(t.top.query_one("#confirm"))
        await t.press("enter", str(TEXT))
        await make(t)
        (path,) = files(own_home)
        assert path.read_text(encoding="utf-8") == paper(t, "standard", "en")


async def test_a_family_whose_language_has_no_words_here_sees_and_hears_dutch(
    tmp_path: Path,
) -> None:
    family = read_to()
    settings = family.settings.model_copy(update={"language": "pap"})
    family = family.model_copy(update={"settings": settings})
    talk, step = places()["export"]
    async with table(tmp_path) as t:
        await t.sit_with(talk.changed(position=step.position), family=family)
        await t.press("1", "enter")
        assert t.says("export.language", what=own_language_name("nl"))
        assert t.top.query_one(PaperView).spoken_language == "nl"
        await t.click("#language")
        assert t.says("export.language", what="English")
        await t.press("escape", "3", "enter")
        assert isinstance(t.top, CardScreen)
        assert t.top.query_one(PaperView).spoken_language == "nl"


async def test_a_paper_is_written_and_one_is_told_where_it_is(
    tmp_path: Path, own_home: Path
) -> None:
    async with table(tmp_path, "export") as t:
        await to_saving(t, audience=2, kind=KIND_DIGITS["pdf"])
        await make(t)
        assert isinstance(t.top, WrittenScreen)
        (path,) = files(own_home)
        assert path.suffix == ".pdf"
        assert t.sees(str(path))
        assert t.says("export.careful")
        assert t.log == [("paper:professional:pdf", "exported")]
        await t.press("enter")
        assert t.on_top
        assert t.kept.state == "in_progress"


async def test_a_second_paper_goes_beside_the_first_in_the_same_way(
    tmp_path: Path, own_home: Path
) -> None:
    sticks = tmp_path / "een stick é [b]"
    sticks.mkdir()
    async with table(tmp_path, "export") as t:
        await to_saving(t)
        await fill(t, "#folder", str(sticks))
        await make(t)
        await t.press("enter", "1", "enter", "enter")
        assert t.top.query_one("#folder", Input).value == str(sticks)
        assert isinstance(t.top, SaveScreen)
        assert t.top.choices.chosen == "text"
        await make(t)
        first, second = files(sticks)
        assert first.read_bytes() == second.read_bytes()
        assert files(own_home) == []


async def test_going_back_from_saving_shows_the_preview_where_it_was(tmp_path: Path) -> None:
    async with table(tmp_path, "export") as t:
        await t.press("1", "enter", "f3", "end")
        body = t.top.query_one("#box-body")
        place = body.scroll_y
        assert place > 0
        await t.press("enter", "escape")
        assert isinstance(t.top, PreviewScreen)
        assert (t.top.query_one("#box-body").scroll_y, t.top.paper.style.rung) == (place, "easier")


async def test_a_name_of_ones_own_is_taken_and_never_replaces_a_file(
    tmp_path: Path, own_home: Path
) -> None:
    taken = own_home / "voor oma.txt"
    taken.write_text("van oma", encoding="utf-8")
    async with table(tmp_path, "export") as t:
        await to_saving(t)
        await fill(t, "#name", "voor oma")
        await make(t)
        assert t.says("export.exists")
        assert taken.read_text(encoding="utf-8") == "van oma"
        await fill(t, "#name", "../voor: é.txt")
        await make(t)
        assert isinstance(t.top, WrittenScreen)
        assert files(own_home) == [taken, own_home / "voor- é.txt"]


async def test_what_goes_wrong_is_explained_and_can_be_tried_again(
    tmp_path: Path, own_home: Path
) -> None:
    async with table(tmp_path, "export") as t:
        await to_saving(t)
        await fill(t, "#folder", "/er/is/hier/niets")
        await make(t)
        assert isinstance(t.top, SaveScreen)
        assert t.says("export.folder_missing")
        assert (files(own_home), t.log) == ([], [])
        await fill(t, "#folder", str(own_home))
        await make(t)
        assert isinstance(t.top, WrittenScreen)


async def test_an_empty_folder_is_the_usual_one(tmp_path: Path, own_home: Path) -> None:
    async with table(tmp_path, "export") as t:
        await to_saving(t)
        await fill(t, "#folder", " ")
        await make(t)
        (path,) = files(own_home)
        assert path.parent == papers.paper_folder()


async def test_what_cannot_be_logged_is_said_and_the_paper_stays(
    tmp_path: Path, own_home: Path
) -> None:
    async with table(tmp_path, "export") as t:
        await to_saving(t)
        with full_disk(t):
            await make(t)
        assert isinstance(t.top, WrittenScreen)
        await t.press("enter")
        assert t.says("common.not_saved")
        assert len(files(own_home)) == 1


async def test_the_screen_goes_on_while_a_paper_is_written_and_writes_it_once(
    tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with table(tmp_path, "export") as t:
        await to_saving(t)
        going = Gate()
        monkeypatch.setattr(papers, "write_document", going.before(write_document))
        await t.press("enter")
        assert t.says("export.busy")
        await t.press("enter", "escape")
        assert isinstance(t.top, SaveScreen)
        going.open()
        await written(t)
        assert isinstance(t.top, WrittenScreen)
        assert len(files(own_home)) == 1


@pytest.mark.parametrize("cover", ["lock", "blank"])
async def test_what_covers_the_screen_stays_when_the_paper_is_done(
    tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch, cover: str
) -> None:
    async with table(tmp_path, "export", family=read_to()) as t:
        await to_saving(t)
        going = Gate()
        monkeypatch.setattr(papers, "write_document", going.before(write_document))
        await t.press("enter")
        if cover == "lock":
            await lock(t)
        else:
            await t.press("f9")
        covering, said = t.top, len(voice_of(t).spoken)
        assert isinstance(covering, LockScreen if cover == "lock" else BlankScreen)
        going.open()
        await written(t)
        assert t.top is covering
        assert len(voice_of(t).spoken) == said, "nothing is said of what is covered"
        covering.dismiss(None)
        await t.calm()
        assert isinstance(t.top, WrittenScreen)
        assert len(files(own_home)) == len(t.log) == 1


async def test_a_problem_with_a_paper_is_not_said_while_the_screen_is_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with table(tmp_path, "export", family=read_to()) as t:
        await to_saving(t)
        await fill(t, "#folder", "/er/is/hier/niets")
        going = Gate()
        monkeypatch.setattr(papers, "write_document", going.before(write_document))
        await t.press("enter")
        await lock(t)
        said = len(voice_of(t).spoken)
        going.open()
        await written(t)
        assert isinstance(t.top, LockScreen)
        assert not voice_of(t).is_speaking
        assert len(voice_of(t).spoken) == said


async def test_signs_that_could_not_be_printed_are_named(tmp_path: Path) -> None:
    talk, step = places()["export"]
    talk = answered(talk, step_where(talk, question="whom_to_call"), "Oma 🫨 [b]bellen[/b]")
    async with table(tmp_path) as t:
        await t.sit_with(talk.changed(position=step.position))
        await to_saving(t, kind=KIND_DIGITS["pdf"])
        await make(t)
        assert isinstance(t.top, WrittenScreen)
        assert t.says("export.replaced", what="🫨")


async def test_keys_that_come_too_fast_make_one_paper_at_most(
    tmp_path: Path, own_home: Path
) -> None:
    async with table(tmp_path, "export") as t:
        await t.press_at_once("1", "enter", "enter", "enter", "enter", "enter")
        await written(t)
        while not t.on_top:
            await t.press("escape")
        assert len(files(own_home)) == len(t.log) <= 1
        assert t.app.failure is None


@pytest.mark.parametrize("opens", [True, False])
async def test_the_folder_is_opened_or_one_is_told_to_do_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, opens: bool
) -> None:
    asked: list[Path] = []

    def open_it(folder: Path) -> bool:
        asked.append(folder)
        return opens

    monkeypatch.setattr(written_module, "open_folder", open_it)
    async with table(tmp_path, "export") as t:
        t.app.push_screen(WrittenScreen(t.book, Written(tmp_path / "x.txt", "text")))
        await t.calm()
        await t.click("#open")
        await written(t)
        assert asked == [tmp_path]
        assert t.says("export.opened" if opens else "export.not_opened")


# --- the small card -------------------------------------------------------------------------


async def test_the_card_stands_on_one_screen(tmp_path: Path) -> None:
    async with table(tmp_path, "export") as t:
        await t.press("3", "enter")
        assert isinstance(t.top, CardScreen)
        for text_id in ("card.title", "help_now.danger", "card.how"):
            assert t.says(text_id)
        assert t.sees("De tafel dekken.")
        assert t.top.query_one("#box-body").max_scroll_y == 0
        await t.press("enter")
        assert t.on_top
        assert t.log == [("card", "shown")]


async def test_the_fullest_card_with_long_names_stands_on_one_screen_too(tmp_path: Path) -> None:
    talk = full_talk()
    for day in ("maandag", "dinsdag", "vrijdag", "zondag"):
        text = f"De tafel dekken en samen aan tafel zitten, elke {day}. En dan nog iets."
        talk = planning.add_plan_step(talk, "goal-1", words(text))
    steps = [
        step.model_copy(update={"who": ("mother",), "by": date(2026, 11, 24)})
        for step in talk.conversation.plan.goals[0].steps
    ]
    goal = talk.conversation.plan.goals[0].model_copy(update={"steps": tuple(steps)})
    plan = talk.conversation.plan.model_copy(
        update={"goals": (goal,), "look_back_on": date(2027, 1, 12), "coordinator_id": "nurse"}
    )
    talk = talk.changed(plan=plan)
    talk = answered(talk, step_where(talk, question="whom_to_call"), "Mijn moeder. " * 20)
    talk = _with_help_today(talk)
    (difference,) = talk.conversation.differences
    later = difference.model_copy(update={"later_on": date(2026, 12, 1)})
    talk = talk.changed(differences=(later,))
    talk = talk.changed(position=places()["export"][1].position)
    async with table(tmp_path) as t:
        for rung in RUNGS:
            await t.sit_with(talk, family=make_family(rung, name=lambda _name: LONGEST_NAME))
            await t.press("3", "enter")
            assert t.says("card.how")
            assert t.says("card.more", number=str(len(steps) - MOST_WHEN_URGENT))
            assert t.top.query_one("#box-body").max_scroll_y == 0, rung


def _with_help_today(talk: Talk) -> Talk:
    for question, choice in (
        ("outcome", "support"),
        ("helper", "outside"),
        ("help_kind", "help_now"),
    ):
        talk = answered(talk, step_where(talk, question=question), choice)
    return talk


# --- words and room -------------------------------------------------------------------------


async def test_these_dialogs_say_nothing_that_is_not_in_the_content(
    tmp_path: Path, own_home: Path
) -> None:
    sources = Sources(full_talk())
    async with table(tmp_path, "export") as t:
        await t.press("3", "enter")
        assert unexplained(t, sources) == []
        await t.press("escape")
        await to_saving(t)
        assert unexplained(t, sources) == []
        for problem in PROBLEMS:
            t.top.tell_problem(f"export.{problem}")  # type: ignore[attr-defined]
            assert unexplained(t, sources) == [], problem
        await make(t)
        assert unexplained(t, sources, str(files(own_home)[0])) == []
        for answer in ("opened", "not_opened"):
            t.top.tell_problem(f"export.{answer}")  # type: ignore[attr-defined]
            assert unexplained(t, sources, str(files(own_home)[0])) == []
        assert sources.mute() == []


async def test_who_is_spoken_to_with_je_reads_no_u_here(tmp_path: Path) -> None:
    talk, step = places()["export"]
    async with table(tmp_path) as t:
        await t.sit_with(talk.changed(position=step.position), family=make_family(address="je"))
        for keys in (("3", "enter"), ("escape", "1", "enter"), ("enter",)):
            await t.press(*keys)
            assert formal(t) == []
        await make(t)
        assert formal(t) == []


def formal(t: Table) -> list[str]:
    """Return what speaks to somebody with u."""
    return [text for text in seen(t.top) if FORMAL.search(text)]


def unexplained(t: Table, sources: Sources, *data: str) -> list[str]:
    """Return what stands on top that is neither content nor data of this computer."""
    assert unread(t.top) == []
    return [text for text in sources.unexplained(seen(t.top)) if text not in data]


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_every_dialog_keeps_its_buttons_on_the_screen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    family = make_family("standard", name=lambda _name: LONGEST_NAME)
    async with table(tmp_path, size=size) as t:
        talk, step = places()["export"]
        await t.sit_with(talk.changed(position=step.position), family=family)
        await t.press("3", "enter")
        in_sight(t)
        await t.press("escape", "1", "enter")
        in_sight(t)
        await t.press("enter")
        in_sight(t)
        await make(t)
        in_sight(t)


def in_sight(t: Table) -> None:
    """Hold that the buttons are whole, and that nothing is wider than its place."""
    for button in t.buttons():
        assert t.top.region.contains_region(button.region), button
        assert len(str(button.label)) <= button.content_size.width, button
    assert t.top.query_one("#box-body").max_scroll_x == 0
