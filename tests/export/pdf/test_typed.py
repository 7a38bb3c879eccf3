"""What people type comes out as they typed it, whatever it looks like."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.export.pdf.characters import SUBSTITUTE, Printable
from giz_gesprek.summary.audience import PROFESSIONAL, READERS
from giz_gesprek.summary.comparison import ComparedRow, Comparison, Said
from giz_gesprek.summary.document import (
    Agreement,
    Block,
    Document,
    Heading,
    PageLine,
    Paragraph,
    Quote,
    StepLabels,
    Steps,
)
from giz_gesprek.summary.listed import Row, Rows
from giz_gesprek.summary.visible import visible_items
from tests.support.dossiers import dossiers, last_talk
from tests.support.example import example
from tests.support.items import all_own_words_in
from tests.support.pdf import opened, pages, pdf_text, squeezed, ua_failures
from tests.support.sheets import document_of, pdf_of
from tests.support.typed import marks_in
from tests.support.walks import walked_dossiers

pytestmark = pytest.mark.about_pages

LITERAL = [
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.3.0": *',
    "#sys.inputs #panic() $x^2$ _schuin_ *vet* `code` = Kop",
    "// weg /* weg */ \\ \\u{41} <label> @label ~ -- --- ...",
    "[b]vet[/b] [/ [link=x]",
    "<script>alert(1)</script> &amp; <b>",
    "=1+1 @SUM(A1) +31 -cmd|' /C calc'!A0",
    "{child} {0} {x.__class__} {{ }} {% raw %}",
    "\"aanhaling\" 'enkel' “krul”",
    "Ağabeyim İstanbul'da ışığı açtı, çünkü şey güzel",
    "Łódź, zażółć gęślą jaźń",
    "Καλημέρα Ελλάδα",
    "Привет, Наталья",
    "e\u0301e\u0301n kind",
]
WITHOUT_LETTERS = ["👨‍👩‍👧‍👦", "😀", "日", "🏳️‍🌈"]


def paper(text: str, kind: str = "family") -> Document:
    """Return a paper that has ``text`` in every place where people's words can stand."""
    quote = Quote(text, f"{text} zegt", text, see=text)
    step = Agreement(text, text, text, text, text, text)
    blocks: tuple[Block, ...] = (
        Heading(text, 1),
        Paragraph("Ergens"),
        quote,
        Steps(StepLabels("Wat", "Wie", "Klaar op"), (step,)),
    )
    if kind == "professional":
        said = (Said(text, literal=True),)
        blocks = (
            Heading(text, 1),
            Comparison(2, "Vraag", (text,) * 3, (ComparedRow(text, (said,) * 3),)),
            Rows((Row(text, text, literal=True),)),
            *blocks[2:],
        )
    return Document("Titel", "nl", blocks, kind, PageLine("blz. ", " van ", ""), text)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["family", "professional"])
@pytest.mark.parametrize("text", LITERAL)
def test_text_is_only_text(text: str, kind: str) -> None:
    pdf = pdf_of(paper(text, kind))
    assert pdf.replaced == ()
    read = squeezed(pdf_text(pdf.data))
    assert read.count(squeezed(Printable().text(text))) >= 5
    assert "root:" not in read
    assert ua_failures(pdf.data) == []


@pytest.mark.parametrize("text", ["محمد علي", "فاطمة", "שלום"])
def test_names_from_right_to_left_are_shown(text: str) -> None:
    pdf = pdf_of(paper(text))
    assert pdf.replaced == ()
    # pdftotext gives letters in the order in which they stand, not always that of reading.
    assert set(text) - {" "} <= set(pdf_text(pdf.data))
    with opened(pdf.data) as inside:
        names = {str(one.get("/FontName", "")) for one in inside.objects if is_font(one)}
    assert not [name for name in names if "Mono" in name], "letters of one width are not joined"


def is_font(value: pikepdf.Object) -> bool:
    return isinstance(value, pikepdf.Dictionary) and "/FontName" in value


@pytest.mark.parametrize("kind", ["family", "professional"])
@pytest.mark.parametrize("name", ["محمد", "שלום"])
def test_own_words_run_in_their_own_direction(name: str, kind: str) -> None:
    document = paper("x", kind)
    quote = Quote("Roos", "Roos zegt", f"{name} slaapt")
    data = pdf_of(replace(document, blocks=(*document.blocks, quote))).data
    ((_width, _height, words),) = pages(data)
    first = next(word for word in words if set(word.text) & set(name))
    second = next(word for word in words if "slaapt" in word.text)
    assert first.bottom == pytest.approx(second.bottom, abs=6)
    assert second.right < first.left, "what is read first stands on the right"


@pytest.mark.parametrize("text", WITHOUT_LETTERS)
def test_a_character_that_no_font_has_is_a_box_and_is_told(text: str) -> None:
    pdf = pdf_of(paper(f"Kijk {text} hier"))
    assert pdf.replaced
    assert f"Kijk{SUBSTITUTE}" in squeezed(pdf_text(pdf.data))
    assert ua_failures(pdf.data) == []


@pytest.mark.parametrize("kind", ["family", "professional"])
def test_what_nobody_sees_is_left_out(kind: str) -> None:
    pdf = pdf_of(paper("een\x07twee\x1b[31mdrie\u202evier\u2066\u00ad\ufeff", kind))
    assert pdf.replaced == ()
    assert "eentwee[31mdrievier" in squeezed(pdf_text(pdf.data))


@pytest.mark.parametrize("kind", ["family", "professional"])
@pytest.mark.parametrize(
    "word", ["x" * 500, "W" * 500, "W" * 22, "https://voorbeeldstad.nl/" + "gezin/" * 40, "ш" * 90]
)
def test_a_word_without_end_stays_on_the_paper(word: str, kind: str) -> None:
    data = pdf_of(paper(word, kind)).data
    margin = 38
    for width, _height, words in pages(data):
        for found in words:
            assert margin <= found.left <= found.right <= width - margin, found


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_any_text_gives_an_accessible_pdf(text: str) -> None:
    pdf = pdf_of(paper(text or "leeg"))
    assert pdf.data.startswith(b"%PDF-")
    for cluster in pdf.replaced:
        assert cluster


@settings(max_examples=15)
@given(st.one_of(walked_dossiers(), dossiers()))
def test_everything_said_is_in_the_pdf_exactly_once(dossier: Dossier) -> None:
    for audience in READERS:
        items = visible_items(last_talk(dossier), audience)
        said = [
            mark for item in items for own in all_own_words_in(item) for mark in marks_in(own.text)
        ]
        # Why there are so many professionals is at the head of the record, and is no item; after a
        # no the record holds nothing of a conversation.
        conversation = last_talk(dossier).conversation
        reason = conversation.around.many_professionals
        was_held = conversation.state != "declined"
        if reason is not None and was_held and audience == PROFESSIONAL:
            said += marks_in(reason.text)
        read = squeezed(pdf_text(pdf_of(document_of(dossier, audience)).data))
        assert sorted(marks_in(read)) == sorted(said)


def test_a_paper_needs_no_network(no_network: None) -> None:
    for audience in READERS:
        assert pdf_of(document_of(example(), audience)).data.startswith(b"%PDF-")


def test_every_character_that_the_table_promises_is_really_there() -> None:
    printable = Printable()
    promised = "".join(map(chr, range(0x20, 0x2FFFF)))
    shown = printable.text(" ".join(promised))
    assert len(printable.replaced) > 100_000
    text = shown.replace(SUBSTITUTE, "")
    pdf = pdf_of(Document("Titel", "nl", (Heading("Kop", 1), Paragraph(text)), "professional"))
    assert len(pdf.data) > 100_000


def test_templates_reach_for_nothing_outside() -> None:
    import giz_gesprek.export.pdf as package

    folder = Path(package.__file__).parent / "templates"
    sources = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.typ")}
    papers, shared = {"family", "professional", "booklet"}, {"style", "booklet-blocks"}
    assert set(sources) == {f"{name}.typ" for name in papers | shared}
    for source in sources.values():
        assert "@preview" not in source
        assert "eval(" not in source
        assert "read(" not in source
