"""What a screen reader gets: PDF/UA-1, and what no validator looks at."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Literal

import pytest

from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, READERS, Readers
from tests.support.example import example
from tests.support.extremes import CONVERSATIONS
from tests.support.pdf import Element, opened, structure, ua_failures
from tests.support.sheets import document_of, pdf_of

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


def tags(data: bytes) -> list[Element]:
    return list(structure(data).walk())


@pytest.mark.parametrize("name", CONVERSATIONS)
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
        assert set(pdf.docinfo.keys()) <= {"/Title", "/Creator", "/CreationDate", "/ModDate"}
    found = tags(data)
    headings = [int(one.tag[2:]) for one in found if one.tag[:2] == "/H" and one.tag[2:].isdigit()]
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))
    for table in (one for one in found if one.tag == "/Table"):
        assert any(cell.tag == "/TH" for cell in table.walk())
    assert all(figure.alt for figure in found if figure.tag == "/Figure")


@pytest.mark.parametrize("name", CONVERSATIONS)
@pytest.mark.parametrize("audience", READERS, ids=str)
def test_every_picture_of_the_document_is_a_figure(audience: Readers, name: str) -> None:
    document = document_of(CONVERSATIONS[name](), audience)
    figures = [one.alt for one in tags(pdf_of(document).data) if one.tag == "/Figure"]
    assert sorted(filter(None, figures)) == sorted(pictures(document.blocks))


def pictures(value: Any) -> list[str]:
    """Return the alternative texts of all pictures in a document, found without its own code."""
    if isinstance(value, tuple):
        return [alt for one in value for alt in pictures(one)]
    if hasattr(value, "pictogram"):
        return [value.alt]
    if hasattr(value, "__dataclass_fields__"):
        return [
            alt for field in value.__dataclass_fields__ for alt in pictures(getattr(value, field))
        ]
    return []


def test_a_family_without_pictures_gets_none() -> None:
    dossier = example()
    settings = dossier.family.settings.model_copy(update={"pictures": False})
    family = dossier.family.model_copy(update={"settings": settings})
    document = document_of(dossier.model_copy(update={"family": family}), FAMILY)
    data = pdf_of(document).data
    assert not [one for one in tags(data) if one.tag == "/Figure"]
    assert ua_failures(data) == []


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
