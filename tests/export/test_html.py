"""A paper as one HTML file: everything is in it, nothing is asked for, and a table is a table."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.text import clean_text
from giz_gesprek.export.html import document_html
from giz_gesprek.export.html.page import TEMPLATES
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from giz_gesprek.summary.document import Agreement, Document, Heading, Paragraph, Quote, StepLabels
from giz_gesprek.summary.listed import Row, Rows
from giz_gesprek.summary.picture import Picture
from giz_gesprek.summary.rings import PersonInRing, Ring, RingLabels
from tests.support.dossiers import library
from tests.support.example import example
from tests.support.sheets import document_of
from tests.support.typed import HOSTILE, notes
from tests.support.walks import walked_dossiers

WITHOUT_END: Final = {"meta", "img", "br"}


class Page(HTMLParser):
    """What a browser takes from a page: every element is closed, in order."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self._open: list[str] = []
        self.feed(html.decode())
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in WITHOUT_END:
            self._open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            return
        self.texts.append(data)
        if self._open and re.fullmatch("h[1-6]", self._open[-1]):
            level, before = self.headings.pop()
            self.headings.append((level, before + data))

    @property
    def words(self) -> list[str]:
        return "".join(f" {text} " for text in self.texts).split()

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def page_of(*blocks: Agreement | Heading | Paragraph | Quote | Rows) -> Page:
    return Page(document_html(Document("Titel", "nl", blocks), library().pictograms))


def paper(readers: Readers, language: str = "nl") -> Page:
    document = document_of(example(), readers, language)
    return Page(document_html(document, library().pictograms))


def texts_in(value: object) -> Iterator[str]:
    """Yield the texts that have to stand on a page; the alternatives of drawings do not."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)
    elif isinstance(value, Ring) and not value.people:
        return  # a list names the rings in which somebody is
    elif is_dataclass(value) and not isinstance(value, Picture | StepLabels | RingLabels):
        # Beside the rings a list says who somebody is by the ring, not by the kind of person.
        left_out = {"role"} if isinstance(value, PersonInRing) else set[str]()
        for field in fields(value):
            if field.name not in left_out | {"kind", "level", "speaker", "choice", "name", "alt"}:
                yield from texts_in(getattr(value, field.name))


@pytest.mark.slow
@given(walked_dossiers(), st.sampled_from([FAMILY, PROFESSIONAL]))
def test_every_text_of_a_paper_stands_on_the_page(dossier: Dossier, readers: Readers) -> None:
    document = document_of(dossier, readers)
    words = "".join(Page(document_html(document, library().pictograms)).words)
    for text in texts_in(document.blocks):
        for line in filter(None, map(str.strip, text.splitlines())):
            assert "".join(line.split()) in words


def test_every_colour_is_dark_enough_on_the_white_and_on_the_tint() -> None:
    css = (TEMPLATES / "paper.css").read_text(encoding="utf-8")
    letters = set(re.findall(r"(?<!-)\bcolor: (#\w{6})", css))
    assert len(letters) >= 3
    for behind in ("#ffffff", *set(re.findall(r"background: (#\w{6})", css))):
        for colour in letters:
            assert contrast(colour, behind) >= 4.5, (colour, behind)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 counts it."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("readers", [FAMILY, PROFESSIONAL], ids=str)
def test_headings_go_down_one_level_at_a_time_and_there_is_one_title(readers: Readers) -> None:
    headings = paper(readers).headings
    levels = [level for level, _text in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(text.strip() for _level, text in headings)


@pytest.mark.parametrize("readers", [FAMILY, PROFESSIONAL], ids=str)
def test_a_page_asks_for_nothing_and_may_not(readers: Readers) -> None:
    page = paper(readers)
    tags = {tag for tag, _attributes in page.elements}
    assert tags.isdisjoint({"script", "link", "iframe", "a", "form", "object"})
    assert all((each["src"] or "").startswith("data:image/svg+xml;") for each in page.named("img"))
    (policy,) = [
        each["content"]
        for each in page.named("meta")
        if each.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy is not None
    assert policy.startswith("default-src 'none';")


def test_a_drawing_is_in_the_page_and_does_not_say_again_what_stands_beside_it() -> None:
    drawing = Picture("topic-safety")
    page = page_of(Heading("Veilig zijn", 1, drawing), Heading("Wonen", 2, Picture("none")))
    (image,) = page.named("img")
    assert image["alt"] == ""
    kept = library().pictograms.drawing("topic-safety")
    assert kept is not None
    drawn = base64.b64decode((image["src"] or "").partition(",")[2]).decode()
    assert re.sub("#16212b", "currentColor", drawn) == kept.read_text(encoding="utf-8")


def test_own_words_in_another_language_say_so() -> None:
    quote = Quote("Roos", "Roos said", "Pim slaapt goed", language="nl")
    step = Agreement("Roos: Liedje zingen", "Liedje zingen", "Roos", language="nl")
    page = page_of(Heading("Our talk", 1), quote, step)
    assert [tag for tag, each in page.elements if each.get("lang") == "nl"] == [
        "html",
        "blockquote",
        "span",
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_says_its_language_and_lets_own_words_run_their_own_way(language: str) -> None:
    page = paper(FAMILY, language)
    assert page.named("html") == [{"lang": language}]
    assert page.named("blockquote")
    assert all(each["dir"] == "auto" for each in page.named("blockquote"))


def test_the_columns_and_rows_of_a_table_are_named() -> None:
    page = paper(PROFESSIONAL)
    tables = len(page.named("table"))
    assert tables > 1
    scopes = [each["scope"] for each in page.named("th")]
    assert {*scopes} == {"col", "row"}
    assert len(page.named("thead")) == tables


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_people_typed_is_only_ever_text(typed: str) -> None:
    text = clean_text(typed)
    page = page_of(Quote("Roos", "Roos zegt", text), Rows((Row("Doel", text, literal=True),)))
    assert {tag for tag, _attributes in page.elements} <= {
        *("html", "head", "meta", "title", "style", "body", "main", "div", "p", "blockquote"),
        *("dl", "dt", "dd", "span", "br"),
    }
    assert "".join(page.words).count("".join(text.split())) == 2


@given(notes())
def test_any_note_is_told_whole(note: str) -> None:
    assert "".join(note.split()) in "".join(page_of(Quote("R", "R zegt", note)).words)
