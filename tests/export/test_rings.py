"""The people around a family on paper: a drawing that can be heard, a table, and a short list."""

from __future__ import annotations

from giz_gesprek.export.html import document_html
from giz_gesprek.export.read_out import document_sentences
from giz_gesprek.export.text import document_text
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL
from tests.support.dossiers import library
from tests.support.pdf import structure, ua_failures
from tests.support.sheets import document_of, pdf_of
from tests.support.talks import talk_with_people

ALT = (
    "Tekening met Milan in het midden en drie kringen eromheen. Heel dichtbij: opa Jan. Dichtbij:"
    " buurvrouw Els. Verder weg: Karim."
)
DOSSIER = talk_with_people().dossier


def test_the_record_has_a_figure_that_tells_what_it_shows_and_a_table() -> None:
    data = pdf_of(document_of(DOSSIER, PROFESSIONAL)).data
    assert ua_failures(data) == []
    found = list(structure(data).walk())
    assert [one.alt for one in found if one.tag == "/Figure"] == [ALT]
    [table] = [one for one in found if one.tag == "/Table"]
    assert sum(cell.tag == "/TH" for cell in table.walk()) == 4
    assert sum(row.tag == "/TR" for row in table.walk()) == 4


def test_a_family_s_paper_has_a_short_list_behind_its_first_page() -> None:
    document = document_of(DOSSIER, FAMILY)
    data = pdf_of(document).data
    assert ua_failures(data) == []
    assert not [one for one in structure(data).walk() if one.tag == "/Figure"]
    first = "\n".join(str(block) for block in document.blocks[: document.first_page])
    assert "opa Jan" not in first
    told = document_text(document)
    assert "## Mensen om u heen" in told
    assert "Heel dichtbij: opa Jan (familie of vriend)\nDoet nu al: “Past op.”" in told
    assert "Verder weg: Karim, Wijkteam, 010 765 43 21 (hulpverlener)" in told


def test_a_page_draws_rings_that_are_told_at_once_and_never_by_colour() -> None:
    page = document_html(document_of(DOSSIER, PROFESSIONAL), library().pictograms).decode()
    assert f'role="img" aria-label="{ALT}"' in page
    assert page.count('<div class="ring">') == 3
    assert page.index("Verder weg</p>") < page.index("Dichtbij</p>") < page.index("<strong>Milan")
    assert '<th scope="row">opa Jan (familie of vriend)</th>' in page
    listed = document_html(document_of(DOSSIER, FAMILY), library().pictograms).decode()
    assert '<div class="ring">' not in listed
    assert "<b>opa Jan</b>" in listed


def test_whoever_hears_the_paper_hears_everybody_and_what_they_do() -> None:
    said = [each.text for each in document_sentences(document_of(DOSSIER, FAMILY), lambda _: {})]
    for told in ("Heel dichtbij", "opa Jan", "Doet nu al", "Past op.", "buurvrouw Els"):
        assert any(told in sentence for sentence in said), told


def test_the_english_paper_says_it_in_english() -> None:
    told = document_text(document_of(DOSSIER, PROFESSIONAL, "en"))
    assert "## People around the family" in told
    assert "Very close: opa Jan (family or friend)" in told
