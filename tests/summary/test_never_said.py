"""A paper without what is delicate is that of the talk in which it was never said."""

from __future__ import annotations

import json
from typing import Any, cast

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from giz_gesprek.content.texts import LADDER, Rung
from giz_gesprek.conversation import planning, table
from giz_gesprek.conversation.dossier import Conversation, own_words_of
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.html import document_html
from giz_gesprek.export.read_out import document_sentences
from giz_gesprek.export.text import document_text
from giz_gesprek.export.unwrapped import unwrapped_text
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from giz_gesprek.summary.build import build_document
from giz_gesprek.summary.card import build_card
from giz_gesprek.summary.document import Document
from giz_gesprek.summary.visible import visible_items
from giz_gesprek.summary.withheld import (
    DELICATE_WITHHELD,
    NOTHING_WITHHELD,
    Withheld,
    delicate_items,
    told,
)
from tests.summary.test_papers import CALENDAR
from tests.summary.test_withheld import everything_told
from tests.support.dossiers import library
from tests.support.never_said import delicate_talks, never_said
from tests.support.pdf import opened
from tests.support.sheets import pdf_of
from tests.support.talks import agreed_talk, answered, say_about, step_where, words
from tests.support.typed import marks_in

# A talk is large: an example is told as it was found, for shrinking takes minutes.
FEW = settings(max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate])


def paper(
    talk: Talk,
    withheld: Withheld,
    rung: Rung = "easy",
    language: str = "nl",
    readers: Readers = FAMILY,
) -> Document:
    return build_document(
        library(),
        talk,
        readers,
        calendar=CALENDAR,
        app_version="0",
        rung=rung,
        language=language,
        withheld=withheld,
        overview=True,
    )


def card(talk: Talk, withheld: Withheld) -> Document:
    return build_card(library(), talk, calendar=CALENDAR, withheld=withheld)


@FEW
@given(delicate_talks(), st.sampled_from(LADDER), st.sampled_from(["nl", "en"]))
def test_the_paper_is_that_of_the_talk_in_which_it_was_never_said(
    talk: Talk, rung: str, language: str
) -> None:
    style = (cast("Rung", rung), language)
    left = paper(talk, DELICATE_WITHHELD, *style)
    other = paper(never_said(talk), NOTHING_WITHHELD, *style)
    assert document_text(left) == document_text(other)
    # What no text shows as well: pictures, levels of headings, the title of the file.
    assert left == other


@FEW
@given(delicate_talks())
def test_so_is_what_a_screen_shows_beside_others_of_the_professional_s_paper(talk: Talk) -> None:
    told = paper(talk, DELICATE_WITHHELD, readers=PROFESSIONAL)
    other = paper(never_said(talk), NOTHING_WITHHELD, readers=PROFESSIONAL)
    assert document_text(told) == document_text(other)
    assert told == other


@FEW
@given(delicate_talks())
def test_so_is_the_card(talk: Talk) -> None:
    assert card(talk, DELICATE_WITHHELD) == card(never_said(talk), NOTHING_WITHHELD)


@FEW
@given(delicate_talks())
def test_a_line_that_may_go_home_does_with_all_others_left_out(talk: Talk) -> None:
    for item in delicate_items(talk, visible_items(talk, FAMILY)):
        if item.line is None:
            continue
        withheld = Withheld(delicate=True, allowed=frozenset({item.line}))
        _talk, kept = told(talk, FAMILY, withheld)
        assert item.line in {one.line for one in kept}
        assert [one.line for one in delicate_items(talk, kept)] == [item.line]


def test_who_only_spoke_about_it_and_left_is_nowhere_and_nobody_is_spoken_to_as_two() -> None:
    talk = say_about(agreed_talk("safety", "housing"), "housing", "mother", strengths="Licht.")
    came = table.come(talk, talk.family.person("father")).changed(parked=())
    spoke = say_about(came, "safety", "father", strengths="Een slot.")
    spoke = answered(spoke, step_where(spoke, topic="safety", question="outcome"), "goes_well")
    left = table.leave(spoke, "father").changed(parked=())
    told = document_text(paper(left, DELICATE_WITHHELD))
    assert told == document_text(paper(never_said(left), NOTHING_WITHHELD))
    assert "Jan" not in told
    assert "Dit papier is van u." in told
    assert "Jan, ouder" in document_text(paper(left, NOTHING_WITHHELD))


def test_what_belonged_to_a_goal_that_is_left_out_goes_with_it() -> None:
    talk = planning.add_goal(agreed_talk("safety", "housing"), words("Een slot."))
    talk = planning.tie_goal(talk, "goal-1", ("safety", "housing"))
    talk = say_about(talk, "housing", "mother", strengths="Licht.")
    talk = planning.point_at(talk, "housing", None)
    plan = talk.conversation.plan.model_copy(update={"coordinator_id": "nurse"})
    talk = talk.changed(plan=plan)
    told, whole = (
        document_text(paper(talk, withheld)) for withheld in (DELICATE_WITHHELD, NOTHING_WITHHELD)
    )
    assert "Fatma houdt dit plan bij." in whole
    assert "Fatma houdt dit plan bij." not in told
    assert "Een doel hierover mag ook later." in told
    assert "Een doel hierover mag ook later." not in whole


def test_no_form_holds_a_word_of_it_and_all_of_them_do_when_it_may_go_home() -> None:
    talk = everything_told()
    whole, left = paper(talk, NOTHING_WITHHELD), paper(talk, DELICATE_WITHHELD)
    heard = ("safety mother", "safety father", "safety nurse", "notice mother")
    secret = (*heard, "advice_why nurse", "goal 1", "step 1", "goal 2", "step 2")
    for form in (_as_text, _as_narrow_text, unwrapped_text, _as_html, _as_heard):
        found = heard if form is _as_heard else secret
        assert [word for word in found if word not in form(whole)] == []
        assert [word for word in secret if word in form(left)] == []
        assert "housing mother" in form(left)
    pdf = pdf_of(left).data
    assert pdf == pdf_of(paper(never_said(talk), NOTHING_WITHHELD)).data
    with opened(pdf) as file:
        assert str(file.docinfo["/Title"]) == left.title


def _as_text(document: Document) -> str:
    return document_text(document)


def _as_narrow_text(document: Document) -> str:
    return document_text(document, 40)


def _as_html(document: Document) -> str:
    return document_html(document, library().pictograms).decode()


def _as_heard(document: Document) -> str:
    return " ".join(each.text for each in document_sentences(document, lambda _language: {}))


@FEW
@given(delicate_talks())
def test_the_paper_of_one_person_does_not_change_with_what_others_say(talk: Talk) -> None:
    of_one = Withheld(but_of="parent-1")
    told = document_text(paper(talk, of_one))
    others = [own for own in own_words_of(talk.conversation) if "parent-1" not in own.authors]
    assert not {mark for one in others for mark in marks_in(one.text)}.intersection(marks_in(told))
    said = _said_otherwise(talk.conversation.model_dump(mode="json"))
    changed = Conversation.model_validate_json(json.dumps(said))
    other_talk = Talk(talk.framework, talk.dossier.with_conversation(changed), changed.id)
    assert document_text(paper(other_talk, of_one)) == told


def _said_otherwise(value: Any) -> Any:
    """Return a document in which everybody but the first parent said something else."""
    if isinstance(value, list):
        return [_said_otherwise(each) for each in value]
    if not isinstance(value, dict):
        return value
    if "author_id" in value and "parent-1" not in (value["author_id"], *value["with_ids"]):
        return {**value, "text": "Iets heel anders."}
    return {key: _said_otherwise(each) for key, each in value.items()}
