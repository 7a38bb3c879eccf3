"""One conversation from the first start to the paper, in a real terminal, with a power cut.

The test keeps a list of its own of who said what, and compares it with everything that comes out.
"""

from __future__ import annotations

import json
import re
import stat
import subprocess
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.content.phrases import Phrasebook, lower_first
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.importing import read_dossier
from giz_gesprek.i18n import _, format_weekday
from giz_gesprek.store import Store
from tests.support.documents import answers_in, draft_in, only_family
from tests.support.dossiers import framework, library
from tests.support.program import PROGRAM
from tests.support.stores import after_a_power_cut
from tests.support.talking import (
    BROTHER,
    CHILD,
    FAMILY,
    PARENT,
    PASSPHRASE,
    PROFESSIONAL,
    TOGETHER,
    Place,
    Said,
    Talk,
    make_file,
    open_again,
    prepare,
    unlock,
)
from tests.support.terminal import Terminal, flat
from tests.support.waiting import wait_until

pytestmark = pytest.mark.needs_posix("a terminal")

EATING: Final = "eating_sleeping"
MOVING: Final = "moving_talking_learning"
LOVE: Final = "love_attention"
LATER: Final = date(2031, 3, 4)

LITERAL: Final = "Op [/maandag] eet Zoë aan oma's tafel: [b]alles[/b], 'zelfs' {child}"
REMOVED: Final = "Het kapstokverhaal mag er later weer uit"
LONG_NOTE: Final = "\n".join(
    " ".join(f"{word}{line}" for word in ("Zoë", "één", "crèche", "zo'n", "geëist", "[kus]"))
    for line in range(50)
)
"""300 words, none of them twice, on 50 lines."""

LABELS: Final = {
    "strengths": "strengths_label",
    "appraisal": "appraisal_label",
    "helps": "helps_label",
    "example": "example_label",
    "wish": "wish_label",
    "view": "appraisal_label",
    "view_helps": "helps_label",
    "view_strengths": "strengths_label",
    "view_words": "view_words_label",
    "reason": "reason_label",
    "urgency": "urgency_label",
    "helper": "helper_label",
    "help_kind": "help_kind_label",
}
TOGETHER_AS: Final = {"helper": "who_helps", "help_kind": "what_helps"}
ROLES: Final = {PARENT: "parent", PROFESSIONAL: "professional"}
DIFFERENCES: Final = {"agree": "differ_agree", "later": "differ_later_on"}


def test_what_was_said_is_on_paper_and_nothing_else(
    environment: dict[str, str], store_path: Path, own_home: Path
) -> None:
    with Terminal(environment) as terminal:
        talk = begin(terminal)
        parent_tells_about_development(talk)
        type_until_a_draft_is_on_disk(talk, store_path)
        terminal.kill()
    in_store, draft = kept(store_path)
    assert answers_in(in_store) == talk.said
    assert draft == LONG_NOTE

    with Terminal(environment) as terminal:
        talk.terminal = terminal
        unlock(terminal)
        open_again(terminal)
        finish_the_note(talk)
        professional_joins(talk)
        conclude_development(talk)
        talk_about_parenting(talk)
        talk.sees(talk.text("whole.ask"))
        terminal.click(talk.text("button.enough"))
        change_and_remove(talk)
        folder = own_home / "papieren"
        folder.mkdir()
        # Enter is for the line that was taken away last; the report is seen to its end first.
        for _page in range(20):
            if talk.text("export.ask") in flat(terminal.still_screen()):
                break
            terminal.click(talk.text("button.next"), below=talk.text("button.back"))
        papers = {
            "family": write_paper(talk, 1, folder),
            "professional": write_paper(talk, 2, folder),
        }
        close(talk)
        assert terminal.wait_until_gone() == 0
        assert terminal.left_on_screen() == ""

    check_family_paper(papers["family"], talk.said)
    check_professional_paper(papers["professional"], talk.said)
    check_command_line(environment, own_home, papers, talk.said)
    check_log(store_path, talk.said)
    plain = [path for path in own_home.rglob("*") if path.is_file() and folder not in path.parents]
    assert not [path for path in plain if REMOVED.encode() in path.read_bytes()]


# --- the walk -------------------------------------------------------------------------------


def begin(terminal: Terminal) -> Talk:
    make_file(terminal)
    prepare(terminal)
    talk = Talk(terminal)
    talk.agrees()
    talk.opens("development", [EATING, MOVING])
    return talk


def parent_tells_about_development(talk: Talk) -> None:
    talk.begins(EATING)
    talk.tells(PARENT, EATING, "strengths", LITERAL)
    talk.chooses(PARENT, EATING, "appraisal", "difficult")
    talk.chooses(PARENT, EATING, "wish", "ourselves")
    talk.hears(EATING, LITERAL)
    talk.begins(MOVING)


def type_until_a_draft_is_on_disk(talk: Talk, store_path: Path) -> None:
    talk.is_asked(PARENT, MOVING, "strengths")
    talk.terminal.paste(LONG_NOTE)
    talk.sees(LONG_NOTE.splitlines()[-1])

    def is_kept() -> bool:
        with after_a_power_cut(store_path, PASSPHRASE) as store:
            return draft_in(store) == LONG_NOTE

    wait_until(is_kept, "a draft on the disk")


def kept(store_path: Path) -> tuple[Dossier, str | None]:
    """Return the dossier, and the draft at the question where the conversation stands."""
    with Store.open(store_path, PASSPHRASE) as store:
        dossier = only_family(store)
        at = dossier.conversations[0].position
        assert (at.topic, at.question) == (MOVING, "strengths")
        return dossier, draft_in(store)


def finish_the_note(talk: Talk) -> None:
    talk.is_asked(PARENT, MOVING, "strengths")
    talk.sees(LONG_NOTE.splitlines()[-1])
    talk.terminal.press("Enter")
    talk.said[PARENT, MOVING, "strengths"] = Said(words=LONG_NOTE)
    talk.chooses(PARENT, MOVING, "appraisal", "difficult")
    talk.will_not_say(PARENT, MOVING, "wish", "dont_know")
    talk.hears(MOVING)


def professional_joins(talk: Talk) -> None:
    talk.takes_turn()
    talk.chooses(PROFESSIONAL, EATING, "view", "so_so")
    talk.tells(PROFESSIONAL, EATING, "view_words", "Zij eet thuis minder dan op het bureau")
    talk.chooses(PROFESSIONAL, MOVING, "view", "so_so")
    talk.skips(PROFESSIONAL, MOVING, "view_words")


def conclude_development(talk: Talk) -> None:
    talk.compares(EATING, "differ")
    talk.tells(PARENT, EATING, "reason", "Thuis is het gezellig aan tafel")
    talk.chooses(TOGETHER, EATING, "difference", "agree")
    talk.chooses(TOGETHER, EATING, "outcome", "goes_well")
    # Below all that was said.
    talk.compares(MOVING, None)
    talk.tells(PARENT, MOVING, "reason", "Haar neef praat al veel meer")
    talk.tells(PROFESSIONAL, MOVING, "reason", "Zij wijst en begrijpt heel veel")
    talk.chooses(TOGETHER, MOVING, "difference", "later")
    talk.sees(talk.text("difference.later_when"))
    talk.terminal.type(f"{LATER.day}-{LATER.month}-{LATER.year}")
    talk.terminal.press("Enter")
    talk.chooses(TOGETHER, MOVING, "outcome", "support")
    talk.chooses(TOGETHER, MOVING, "helper", "outside")
    talk.chooses(TOGETHER, MOVING, "help_kind", "extra_help")
    talk.chooses(TOGETHER, MOVING, "urgency", "extra_support")


def talk_about_parenting(talk: Talk) -> None:
    talk.opens("parenting", [LOVE])
    talk.begins(LOVE)
    talk.tells(PARENT, LOVE, "strengths", "Wij lezen samen op de bank")
    talk.tells(PARENT, LOVE, "helps", REMOVED)
    talk.chooses(PARENT, LOVE, "wish", "thinking")
    talk.hears(LOVE)
    talk.takes_turn()
    talk.tells(PROFESSIONAL, LOVE, "view_helps", "Vaste momenten op een dag")
    talk.compares(LOVE, None)
    talk.chooses(TOGETHER, LOVE, "outcome", "find_out")


def change_and_remove(talk: Talk) -> None:
    terminal = talk.terminal
    place = (PARENT, LOVE, "strengths")
    before = talk.said[place].words or ""
    talk.sees(talk.text("summary.title"), talk.text("pause.enough"))
    terminal.scroll_to(talk.text("button.change"), below=before)
    terminal.click(talk.text("button.change"), below=before)
    talk.sees(talk.text("read_back.ask"), before)
    terminal.type(" en wij zingen")
    talk.sees(f"{before} en wij zingen")
    terminal.press("Enter")
    talk.said[place] = Said(words=f"{before} en wij zingen")
    talk.sees(talk.text("summary.intro"))
    terminal.scroll_to(talk.text("button.remove"), below=REMOVED)
    terminal.click(talk.text("button.remove"), below=REMOVED)
    talk.sees(talk.text("summary.remove_ask"))
    terminal.click(talk.text("button.remove"))
    talk.sees(talk.text("summary.removed"))
    del talk.said[PARENT, LOVE, "helps"]


def write_paper(talk: Talk, digit: int, folder: Path) -> str:
    """Look at a paper, write it as text in ``folder``, see where it is; return what is on it."""
    terminal, before = talk.terminal, set(folder.glob("*.txt"))
    talk.sees(talk.text("export.ask"))
    talk.lights(digit)
    talk.sees(talk.text("export.preview"), talk.text("export.make"))
    terminal.press("Enter")
    talk.sees(talk.text("export.kind"))
    if not before:  # the second time the app still knows
        choose_folder(talk, folder)
    terminal.press("Enter")
    terminal.wait_for(lambda _screen: set(folder.glob("*.txt")) != before)
    (path,) = set(folder.glob("*.txt")) - before
    terminal.wait_for(lambda screen: path.name in "".join(screen.replace("│", "").split()))
    terminal.press("Enter")
    # A key that comes faster than a person presses it would reach the dialog.
    terminal.wait_for(lambda screen: talk.text("export.where") not in flat(screen))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    return path.read_text(encoding="utf-8")


def choose_folder(talk: Talk, folder: Path) -> None:
    """Take text instead of paper to print, and let it go to ``folder``."""
    terminal, label = talk.terminal, talk.text("export.folder")
    terminal.press("2")
    terminal.wait_for(lambda screen: "▶ 2" in screen)
    terminal.click(label)
    terminal.wait_for_focus(label)
    terminal.press("End", "C-u")
    terminal.type(str(folder))
    talk.sees(folder.name)


def close(talk: Talk) -> None:
    """Finish, and leave from the locked screen that the parent sees then."""
    terminal = talk.terminal
    talk.lights(4)
    talk.sees(talk.text("finish.thanks"))
    terminal.press("Enter")
    talk.sees(_("Locked"))
    terminal.press("C-q")
    talk.sees(talk.text("quit.ask"))
    terminal.click(talk.text("button.stop_here"))


# --- what comes out -------------------------------------------------------------------------


def sections(paper: str) -> dict[tuple[str, ...], str]:
    """Return the words of a paper on one line, by the headings that they stand under."""
    path: tuple[str, ...] = ()
    found: dict[tuple[str, ...], str] = {}
    for line in paper.splitlines():
        marks, _space, heading = line.partition(" ")
        if marks and set(marks) == {"#"}:
            path = (*path[: len(marks) - 1], heading)
        else:
            found[path] = f"{found.get(path, '')} {line.strip()}"
    return {path: flat(words) for path, words in found.items()}


def in_paper(rung: Rung, text_id: str, **values: str) -> str:
    """Return the words of a text as a paper has them."""
    names = {"child": CHILD, "name": PROFESSIONAL}
    book = Phrasebook(library(), rung=rung, phase="0-4", names=names, company="alone")
    return flat(book.text(text_id, **values))


def chosen(rung: Rung, question: str, choice: str) -> str:
    """Return the words of a choice as they stand in a sentence."""
    scale = framework().questions[question].scale
    return lower_first(in_paper(rung, f"{scale}.{choice}"))


def difference_sentence(rung: Rung, choice: str) -> str:
    """Return the sentence about how a difference went on."""
    values = {"name": PARENT, "other": PROFESSIONAL, "date": format_weekday(LATER)}
    return in_paper(rung, f"document.{DIFFERENCES[choice]}", **values)


def check_professional_paper(paper: str, said: dict[Place, Said]) -> None:
    found = sections(paper)
    for (who, topic, question), answer in said.items():
        path, sentence = on_professional_paper(who, topic, question, answer)
        assert found[path].count(sentence) == 1, (path, sentence)
    check_words_stand_once(paper, said)
    assert FAMILY in paper
    assert BROTHER not in paper


def on_professional_paper(
    who: str, topic: str, question: str, answer: Said
) -> tuple[tuple[str, ...], str]:
    """Return the headings above an answer and how it is written, or its status."""

    def words(text_id: str, **values: str) -> str:
        return in_paper("standard", text_id, **values)

    label = words(f"document.{LABELS[question]}") if question in LABELS else ""
    choice = chosen("standard", question, answer.choice) if answer.choice else ""
    value = f"“{flat(answer.words)}”" if answer.words is not None else choice
    if answer.state != "answered":
        state = "unknown" if answer.state == "dont_know" else "none"
        value = words(f"document.status_{state}")
    title, name = words("document.professional_title"), words(f"{topic}.title")
    if question in framework().question_sets["conclusion"]:
        known = value if question == "outcome" else f"{lower_first(label)}: {value}"
        first = f"{name}: {known}" if question == "outcome" else known
        return (title, words("document.next_steps")), first
    if question in framework().question_sets["difference"]:
        part = words("document.difference_label")
        sentence = f"{label} ({who}): {value}"
        if answer.choice is not None:
            sentence = f"{words('document.outcome_label')}: {value}"
    else:
        part = f"{who} ({words(f'role.{ROLES[who]}')})"
        sentence = f"{label}: {value}"
    return (title, name, part), sentence


def check_family_paper(paper: str, said: dict[Place, Said]) -> None:
    found = sections(paper)
    for (who, topic, question), answer in said.items():
        if answer.state == "answered":
            path, sentence = on_family_paper(who, topic, question, answer)
            assert found[path].count(sentence) == 1, (path, sentence)
    check_words_stand_once(paper, said)
    check_silence(paper)
    assert FAMILY not in paper
    assert BROTHER not in paper


def on_family_paper(
    who: str, topic: str, question: str, answer: Said
) -> tuple[tuple[str, ...], str]:
    """Return the headings above an answer and how it is written."""
    part = "goes_well" if question == "strengths" else "our_topics"
    if answer.words is not None:
        sentence = f"“{flat(answer.words)}”"
        part = "appendix" if len(answer.words) > 300 else part
    else:
        choice = chosen("easy", question, answer.choice or "")
        text_id = TOGETHER_AS.get(question, "together") if who == TOGETHER else "chose"
        sentence = in_paper("easy", f"document.{text_id}", choice=choice, name=who)
        told = framework().questions[question].told.get(answer.choice or "")
        if told is not None:
            sentence = in_paper("easy", told, name=who)
        if question == "urgency":  # that it was together is said once
            sentence = f"{choice[:1].upper()}{choice[1:]}."
        if question == "difference":
            sentence = difference_sentence("easy", answer.choice or "")
    title, heading = in_paper("easy", "document.family_title"), in_paper("easy", f"document.{part}")
    return (title, heading, in_paper("easy", f"{topic}.title")), sentence


def check_words_stand_once(paper: str, said: dict[Place, Said]) -> None:
    for answer in said.values():
        if answer.words is not None:
            assert flat(paper).count(flat(answer.words)) == 1, answer.words
    assert REMOVED not in flat(paper)


def check_silence(paper: str) -> None:
    """Make sure that a paper tells of no question that was passed."""
    rungs: tuple[Rung, ...] = ("standard", "easy")
    for rung in rungs:
        for name in ("dont_know", "rather_not_say", "skip"):
            words = in_paper(rung, f"button.{name}")
            assert words.casefold() not in flat(paper).casefold(), words


def without_time(paper: str) -> str:
    """Return a paper without the line that says until when was talked: it was not over yet."""
    return re.sub(
        rf"^{in_paper('standard', 'document.time_label')}: .*$", "", paper, flags=re.MULTILINE
    )


def check_command_line(
    environment: dict[str, str], own_home: Path, papers: dict[str, str], said: dict[Place, Said]
) -> None:
    """Get the same from the store by way of the command line."""
    secret = own_home / "wachtzin"
    secret.write_text(PASSPHRASE, encoding="utf-8")

    def run(*arguments: str) -> str:
        return subprocess.run(
            [*PROGRAM, "--passphrase-file", str(secret), *arguments],
            check=True,
            capture_output=True,
            encoding="utf-8",
            env=environment,
        ).stdout

    (row,) = json.loads(run("families", "--json"))
    assert (row["label"], row["conversations"]) == (FAMILY, 1)
    export = ("export", "--family", row["id"], "--output", "-", "--for")
    # The papers were written before the conversation was closed.
    going_on = in_paper("standard", "state.in_progress")
    finished = in_paper("standard", "state.finished")
    goes_on = Phrasebook(library(), rung="easy").text("document.goes_on").strip() + "\n"
    for audience, paper in papers.items():
        expected = paper.replace(going_on, finished).replace(goes_on, "")
        assert without_time(run(*export, audience)) == without_time(expected)
    whole = run(*export, "professional", "--format", "json")
    assert REMOVED not in whole
    dossier = read_dossier(whole)
    assert answers_in(dossier) == said
    assert dossier.conversations[0].state == "finished"
    assert [child.name for child in dossier.family.children] == [CHILD, BROTHER]


def check_log(store_path: Path, said: dict[Place, Said]) -> None:
    """Find every answer in the change log by its place, and the removed line nowhere."""
    with Store.open(store_path, PASSPHRASE) as store:
        (row,) = store.families()
        names = {person.id: person.name for person in store.read(row.id).family.people}
        changes = [logged.change for logged in store.changes(row.id)]
        drafts = [store.draft(row.id, str(one.conversation_id), one.item) for one in changes]
    steps = [change.item.split(":") for change in changes if change.item.startswith("question:")]
    places = {(names.get(who, TOGETHER), topic, question) for *_, topic, _, who, question in steps}
    assert places == set(said)
    assert "exported" in {change.action for change in changes}
    assert not any(drafts)
