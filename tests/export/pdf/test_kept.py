"""What stands on one page together does so as if all of it had been measured."""

from __future__ import annotations

import pytest
from hypothesis import Phase, given, settings

from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.export.pdf import data
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from giz_gesprek.summary.document import Document
from tests.support.extremes import CONVERSATIONS
from tests.support.sheets import document_of, pdf_of
from tests.support.walks import walked_dossiers

pytestmark = pytest.mark.about_pages


def measured(document: Document) -> bytes:
    """Return the paper with every block measured, however low it is sure to be."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(data, "_high", lambda _value, _known: 9_999)
        return pdf_of(document).data


@pytest.mark.parametrize("readers", [FAMILY, PROFESSIONAL], ids=str)
@pytest.mark.parametrize("name", ["ordinary", pytest.param("fullest", marks=pytest.mark.slow)])
def test_what_is_sure_to_be_low_is_kept_together_without_measuring(
    name: str, readers: Readers
) -> None:
    document = document_of(CONVERSATIONS[name](), readers)
    assert pdf_of(document).data == measured(document)


@settings(max_examples=4, phases=[Phase.generate])  # each is four PDFs
@given(walked_dossiers())
def test_any_paper_is_the_same_measured_or_not(dossier: Dossier) -> None:
    document = document_of(dossier, FAMILY)
    assert pdf_of(document).data == measured(document)
