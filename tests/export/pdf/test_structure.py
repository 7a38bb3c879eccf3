"""What a screen reader gets: PDF/UA-1, and what no validator looks at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Literal

import pikepdf
import pytest

from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, READERS, Readers
from giz_gesprek.summary.rings import Rings
from tests.support.example import example
from tests.support.extremes import CONVERSATIONS
from tests.support.pdf import Element, opened, structure, ua_failures
from tests.support.sheets import document_of, pdf_of
from tests.support.slow import first_of

KINDS: list[tuple[Readers, str, Literal["u", "je"]]] = [
    (FAMILY, "nl", "u"),
    (FAMILY, "nl", "je"),
    (FAMILY, "en", "u"),
    (PROFESSIONAL, "nl", "u"),
    (PROFESSIONAL, "en", "u"),
]


def addressed(dossier: Dossier, address: Literal["u", "je"]) -> Dossier:
    settings = dossier.family.settings.model_copy(update={"address": address})
    family = dossier.family.model_copy(update={"settings": settings})
    return dossier.model_copy(update={"family": family})


def bookmarks(item: pikepdf.OutlineItem) -> Iterator[str]:
    """Yield the titles of the list of headings that a reader of PDF shows."""
    yield item.title
    for child in item.children:
        yield from bookmarks(child)


def tags(data: bytes) -> list[Element]:
    return list(structure(data).walk())


@pytest.mark.parametrize("name", first_of(CONVERSATIONS))
@pytest.mark.parametrize(("audience", "language", "address"), KINDS)
def test_every_paper_is_accessible(
    audience: Readers, language: str, address: Literal["u", "je"], name: str
) -> None:
    document = document_of(addressed(CONVERSATIONS[name](), address), audience, language)
    data = pdf_of(document).data
    assert ua_failures(data) == []
    with opened(data) as pdf:
        assert str(pdf.Root["/Lang"]) == language
        assert str(pdf.docinfo["/Title"]) == document.title
        with pdf.open_outline() as outline:
            (title,) = outline.root
            marked = list(bookmarks(title))
        assert set(pdf.docinfo.keys()) <= {"/Title", "/Creator", "/CreationDate", "/ModDate"}
    found = tags(data)
    headings = [int(one.tag[2:]) for one in found if one.tag[:2] == "/H" and one.tag[2:].isdigit()]
    assert len(marked) == len(headings)
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))
    for table in (one for one in found if one.tag == "/Table"):
        assert any(cell.tag == "/TH" for cell in table.walk())
    # The words beside a picture say the same; the rings are told in a text of their own.
    rings = [each for each in document.blocks if isinstance(each, Rings) and each.drawn]
    figures = [one for one in found if one.tag == "/Figure"]
    assert [one.alt for one in figures] == [block.alt for block in rings]


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_own_words_in_another_language_say_so(audience: Readers) -> None:
    assert languages_of_parts(pdf_of(document_of(example(), audience)).data) == set()
    assert languages_of_parts(pdf_of(document_of(example(), audience, "en")).data) == {"nl"}


def languages_of_parts(data: bytes) -> set[str]:
    """Return the languages that parts of the text say they are in."""
    with opened(data) as pdf:
        drawn = b"".join(page.Contents.read_bytes() for page in pdf.pages)
        elements = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        told = {str(one["/Lang"]) for one in elements if "/S" in one and "/Lang" in one}
    return told | {found.decode() for found in re.findall(rb"/Lang\((\w+)\)", drawn)}


def without_pictures(dossier: Dossier) -> Dossier:
    settings = dossier.family.settings.model_copy(update={"pictures": False})
    family = dossier.family.model_copy(update={"settings": settings})
    return dossier.model_copy(update={"family": family})


@pytest.mark.parametrize("name", first_of(CONVERSATIONS))
def test_every_picture_is_drawn_and_none_is_told(name: str) -> None:
    dossier = CONVERSATIONS[name]()
    document = document_of(dossier, FAMILY)
    without = document_of(without_pictures(dossier), FAMILY)
    assert pictures(without.blocks) == 0
    drawn = decoration(pdf_of(document).data) - decoration(pdf_of(without).data)
    assert drawn == pictures(document.blocks)


def pictures(value: Any) -> int:
    """Return how many pictures are in a document, found without its own code."""
    if isinstance(value, tuple):
        return sum(map(pictures, value))
    fields = getattr(value, "__dataclass_fields__", ())
    inside = sum(pictures(getattr(value, field)) for field in fields)
    return inside + ("pictogram" in fields)


def decoration(data: bytes) -> int:
    """Return how many things are drawn that a screen reader passes over, but lines and boxes."""
    with opened(data) as pdf:
        return sum(page.Contents.read_bytes().count(b"/Artifact BMC") for page in pdf.pages)


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_the_same_conversation_gives_the_same_bytes(audience: Readers) -> None:
    made = [pdf_of(document_of(example(), audience)).data for _ in range(2)]
    assert made[0] == made[1]


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_nobody_is_named_in_the_metadata(audience: Readers) -> None:
    with opened(pdf_of(document_of(example(), audience)).data) as pdf:
        metadata = bytes(pdf.Root["/Metadata"].read_bytes()) + str(dict(pdf.docinfo)).encode()
    for name in ("Roos", "Pim", "Sanne", "Bloem"):
        assert name.encode() not in metadata
