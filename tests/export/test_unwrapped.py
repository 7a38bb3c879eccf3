"""Text to paste into a record: a paragraph a line, and nothing that looks like a mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import width

from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.export.columns import FEWEST_COLUMNS
from giz_gesprek.export.text import document_text
from giz_gesprek.export.unwrapped import unwrapped_text
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, READERS, Readers
from giz_gesprek.summary.document import Document, Heading, Note, Paragraph, Quote
from giz_gesprek.summary.listed import Row, Rows
from tests.support.example import example
from tests.support.sheets import document_of
from tests.support.walks import walked_dossiers


def test_a_paragraph_is_a_line_and_a_heading_has_one_of_its_own() -> None:
    document = Document(
        "titel",
        "nl",
        (
            Heading("Gespreksverslag", 1),
            Paragraph("Eerste zin.\nTweede zin."),
            Heading("Slapen", 2),
            Quote("Roos", "Roos zegt", "Hij slaapt.\n\n# Niet waar"),
            Rows((Row("Doel", "Samen\neten", literal=True),)),
            Note("Einde."),
        ),
    )
    assert unwrapped_text(document) == (
        "Gespreksverslag\nEerste zin. Tweede zin.\n\nSlapen\n"
        "Roos zegt: “Hij slaapt. # Niet waar”\nDoel: “Samen eten”\nEinde.\n"
    )


def without_marks(text: str) -> str:
    return "".join(text.split()).replace("#", "").replace("-", "")


@pytest.mark.slow
@given(walked_dossiers(), st.sampled_from(READERS))
def test_it_has_the_words_of_the_text_in_columns(dossier: Dossier, readers: Readers) -> None:
    document = document_of(dossier, readers)
    assert without_marks(unwrapped_text(document)) == without_marks(document_text(document))


@pytest.mark.parametrize("columns", [FEWEST_COLUMNS, 40, 120])
@pytest.mark.parametrize("readers", [FAMILY, PROFESSIONAL], ids=str)
def test_text_is_as_wide_as_asked(columns: int, readers: Readers) -> None:
    document = document_of(example(), readers)
    lines = document_text(document, columns).splitlines()
    assert max(map(width, lines)) <= columns
    assert "".join("".join(lines).split()) == "".join(document_text(document).split())
