"""Where the words come from: the content for the parent, and nothing that a terminal obeys."""

from __future__ import annotations

import re
import unicodedata
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.position import StepKind
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.errors import InputError
from giz_gesprek.plain.lines import EndOfInput, Lines
from giz_gesprek.store import Store
from tests.plain.support import Table, at, every_place, full_talk
from tests.support.typed import HOSTILE
from tests.support.wording import Sources

RUNGS: Final[tuple[Rung, ...]] = ("standard", "easy", "easier")
WAYS_THERE: Final = ("/help", "/n", "/w", "/zz", "/d", "", "/p", "/t", "Goed.", "/q", "")
_SIGN: Final = re.compile(r"^(?:/?\d+\. |(?:Enter|1 2 3|/[a-z]+|\.|//): |- )")
_BETWEEN: Final = re.compile(r" · |: “|“|”|: ?$")


def unexplained(said: str, sources: Sources) -> list[str]:
    """Return every piece of a line that nobody wrote in the content or said."""
    lines = (_SIGN.sub("", line).strip() for line in said.split("\n"))
    return [
        piece
        for line in lines
        if sources.explain(line) is None
        for piece in _BETWEEN.split(line)
        if sources.explain(piece) is None
    ]


@pytest.mark.parametrize("rung", RUNGS)
def test_every_line_for_the_parent_is_written_in_the_content(rung: Rung, store: Store) -> None:
    easy = full_talk()
    likes = easy.family.settings.model_copy(update={"rung": rung})
    sources = Sources(easy.with_family(easy.family.model_copy(update={"settings": likes})))
    found: dict[str, list[str]] = {}
    for place, talk in every_place().items():
        settings = talk.family.settings.model_copy(update={"rung": rung})
        table = Table(
            store, talk.with_family(talk.family.model_copy(update={"settings": settings}))
        )
        if strange := unexplained(table.types(*WAYS_THERE), sources):
            found[place] = strange
    assert found == {}


def hostile(text: str) -> Talk:
    """Return the family in which everybody and everything is called ``text``."""
    talk = full_talk()
    people = tuple(
        person.model_copy(update={"name": f"{text}{number}", "organisation": text})
        if person.role == "professional"
        else person.model_copy(update={"name": f"{text}{number}"})
        for number, person in enumerate(talk.family.people)
    )
    return talk.with_family(talk.family.model_copy(update={"people": people, "label": text}))


@pytest.mark.parametrize("kind", ["read_back", "side_by_side", "summary", "export"])
@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()])
def test_nothing_that_a_terminal_obeys_is_written(
    text: str, kind: StepKind, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, talk = Table(store, full_talk()), hostile(text)
    step = next(step for step in agenda(talk) if step.kind == kind)
    # What comes from disk is clean; here nothing was cleaned before it is said.
    monkeypatch.setattr(store, "read", lambda _family_id: at(talk, step).dossier)
    assert_harmless(table.types("/help", "/w", "/n"))


@given(st.lists(st.one_of(st.text(), st.sampled_from(HOSTILE))))
def test_lines_are_harmless_whatever_is_said(texts: list[str]) -> None:
    out = StringIO()
    Lines(StringIO(), out).say(*texts)
    assert_harmless(out.getvalue())


def assert_harmless(said: str) -> None:
    """Assert that a text has no control characters and does not turn what is read around."""
    for char in said:
        assert char == "\n" or unicodedata.category(char) not in {"Cc", "Cs"}, repr(char)
        assert char not in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))))
def test_every_line_is_read_as_it_was_typed(typed: list[str]) -> None:
    whole = [line.replace("\n", " ").replace("\r", " ") for line in typed]
    first = [line.lstrip("\ufeff") if place == 0 else line for place, line in enumerate(whole)]
    lines = Lines(StringIO("".join(f"{line}\r\n" for line in first)), StringIO())
    assert [lines.read() for _line in first] == first
    with pytest.raises(EndOfInput):
        lines.read()


def test_a_mark_of_the_byte_order_is_no_text() -> None:
    assert Lines(StringIO("\ufeffGoed\n"), StringIO()).read() == "Goed"


def test_two_empty_lines_never_follow_each_other(store: Store) -> None:
    said = Table(store, every_place()["page welcome.hello"]).types(*[""] * 6, "1", "", "1", "")
    assert "\n\n\n" not in said
    assert said.startswith("Enter: ")


def test_no_file_of_plain_speaks_to_a_terminal_itself() -> None:
    folder = Path(__file__).resolve().parents[2] / "giz_gesprek" / "plain"
    others = (path for path in folder.glob("*.py") if path.name != "lines.py")
    spoken = chain.from_iterable(path.read_text(encoding="utf-8").split() for path in others)
    assert not {word for word in spoken if word.startswith(("print(", "input(", "sys."))}


@pytest.mark.parametrize("odd", ["caf\udce9", "\udcff\udcfe1\0", "1\0"])
def test_a_line_that_is_no_text_is_refused_by_its_number(odd: str) -> None:
    lines = Lines(StringIO(f"Goed\n{odd}\nBeter\n"), StringIO())
    assert lines.read() == "Goed"
    with pytest.raises(InputError, match="egel 2"):
        lines.read()


def test_who_sits_there_is_asked_again() -> None:
    out = StringIO()
    lines = Lines(StringIO("caf\udce9\nBeter\n"), out, live=True)
    assert lines.read() == "Beter"
    assert out.getvalue().count("\n") == 1
