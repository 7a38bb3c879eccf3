"""A family that wants it has all faces in short on its paper, before what was told."""

from __future__ import annotations

from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.papers import paper_of
from giz_gesprek.export.text import document_text
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL
from giz_gesprek.summary.document import Document
from giz_gesprek.summary.withheld import DELICATE_WITHHELD, NOTHING_WITHHELD, Withheld
from tests.support.dossiers import library
from tests.support.talks import agreed_talk, full_talk, say_about


def paper(talk: Talk, *, overview: bool = True, withheld: Withheld = NOTHING_WITHHELD) -> Document:
    return paper_of(library(), talk, FAMILY, language="nl", overview=overview, withheld=withheld)


def in_short(document: Document) -> list[str]:
    """Return the lines of the overview."""
    after = document_text(document).partition("## Alles bij elkaar\n")[2]
    return [line for line in after.partition("\n## ")[0].splitlines() if line]


def test_every_voice_stands_under_its_side_and_topic_behind_the_first_page() -> None:
    document = paper(full_talk())
    assert in_short(document) == [
        "### Milan",
        "Eten en slapen",
        "Sanne kiest: gaat wel.",
        "Fatma kiest: gaat moeilijk.",
    ]
    assert (
        document.blocks[: document.first_page]
        == paper(full_talk(), overview=False).blocks[: document.first_page]
    )


def test_it_is_there_only_where_it_is_wanted_and_somebody_chose() -> None:
    assert in_short(paper(full_talk(), overview=False)) == []
    talk = say_about(agreed_talk("housing"), "housing", "mother", strengths="Een fijn huis.")
    assert paper(talk) == paper(talk, overview=False)
    record = paper_of(library(), full_talk(), PROFESSIONAL, language="nl", overview=True)
    assert record == paper_of(library(), full_talk(), PROFESSIONAL, language="nl")


def test_what_is_left_out_of_the_paper_is_left_out_of_it_too() -> None:
    talk = agreed_talk("housing", "safety")
    talk = say_about(talk, "housing", "mother", appraisal="so_so")
    talk = say_about(talk, "safety", "mother", appraisal="difficult")
    assert "Veilig zijn" in in_short(paper(talk))
    assert "Veilig zijn" not in in_short(paper(talk, withheld=DELICATE_WITHHELD))
