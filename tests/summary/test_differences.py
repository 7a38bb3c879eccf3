"""What is said of a difference: who really differ, and nothing that makes light of a worry."""

from __future__ import annotations

import pytest

from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.summary.audience import FAMILY
from giz_gesprek.summary.differences import difference_line
from giz_gesprek.summary.document import Document
from giz_gesprek.summary.items import DifferenceSeen
from giz_gesprek.summary.linear import linear
from giz_gesprek.summary.words import PaperNames
from tests.summary.test_papers import CALENDAR, paper, says
from tests.support.dossiers import library
from tests.support.example import CONVERSATION, TALK, example

PROFESSIONAL_ID = next(one.id for one in example().family.people if one.role == "professional")
VOICES = ("roos", "oma-bloem", PROFESSIONAL_ID)
OUTCOMES = [None, "agree", "later", "still_differ"]


def words(rung: Rung, language: str) -> PaperNames:
    settings = TALK.family.settings.model_copy(update={"rung": rung, "language": language})
    talk = TALK.with_family(TALK.family.model_copy(update={"settings": settings}))
    return PaperNames.of(library(), talk, CALENDAR)


def outcome(choice: str | None) -> Answer | None:
    ended = CONVERSATION.differences[0].outcome
    assert ended is not None
    return None if choice is None else ended.model_copy(update={"choice": choice})


@pytest.mark.parametrize("choice", OUTCOMES)
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("rung", ["easy", "standard"])
def test_two_who_chose_the_same_are_named_together_and_the_other_apart(
    rung: Rung, language: str, choice: str | None
) -> None:
    seen = DifferenceSeen(
        "eating_sleeping", "pim", VOICES, outcome(choice), alike=("roos", PROFESSIONAL_ID)
    )
    line = difference_line(words(rung, language), seen, None).text
    both = words(rung, language).text("document.and", name="Roos", other="Sanne Voorbeeld")
    assert both in line
    assert "Oma Bloem" in line.replace(both, "")
    assert "niet hetzelfde" not in line


def three_voices() -> Dossier:
    """Return the example in which a third person says of one topic what the professional says."""
    view = next(one for one in CONVERSATION.views if one.person_id == PROFESSIONAL_ID)
    more = view.model_copy(update={"person_id": "oma-bloem"})
    views = (*CONVERSATION.views, more)
    return example().with_conversation(CONVERSATION.model_copy(update={"views": views}))


def lines_of(document: Document) -> str:
    return "\n".join(str(block) for block in linear(document.blocks))


def test_a_paper_tells_who_of_three_chose_the_same() -> None:
    written = lines_of(paper(three_voices(), FAMILY))
    assert "Bij Roos was dat anders." in written
    assert "Roos, Oma Bloem" not in written


@pytest.mark.parametrize(
    ("topic", "advice_asked", "may"),
    [
        ("eating_sleeping", False, True),
        ("eating_sleeping", True, False),
        ("safety", False, False),
    ],
)
def test_nobody_says_that_a_difference_is_fine_beside_a_worry(
    topic: str,
    advice_asked: bool,
    may: bool,
) -> None:
    seen = DifferenceSeen(topic, "pim", ("roos", PROFESSIONAL_ID), outcome("still_differ"))
    line = difference_line(words("easy", "nl"), seen, None, advice_asked=advice_asked)
    assert (says("document.differ_may") in line.text) == may
