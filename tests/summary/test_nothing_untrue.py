"""What a paper said that nobody had said: each was once on one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from giz_gesprek.conversation import choosing, flow, planning
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.plan import Sharing
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.html import document_html
from giz_gesprek.export.text import document_text
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, READERS, Readers
from tests.support.dossiers import library
from tests.support.sheets import document_of
from tests.support.talks import (
    agreed_talk,
    answered,
    declined_talk,
    full_talk,
    say_about,
    step_where,
    words,
)

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def lines(talk: Talk, readers: Readers = FAMILY) -> list[str]:
    return document_text(document_of(talk.dossier, readers)).splitlines()


def test_after_a_no_the_family_s_paper_says_only_that() -> None:
    paper = lines(declined_talk())
    assert "U zei nee tegen een gesprek." in paper
    assert not any("gepraat" in line or "Sanne, ouder" in line for line in paper)
    assert not any("Wie erbij was" in line for line in paper)
    record = lines(declined_talk(), PROFESSIONAL)
    assert "De ouder wilde die dag geen gesprek." in record
    assert not any("mening" in line for line in record), "there is no opinion on it"


@pytest.mark.parametrize("readers", READERS, ids=str)
def test_the_topics_of_each_child_have_the_titles_of_that_child_s_age(readers: Readers) -> None:
    talk = agreed_talk("moving_talking_learning")
    baby = Person(id="baby", name="Bo-tje", role="child", age_band="prenatal")
    people = tuple(
        one.model_copy(update={"age_band": "4-7"}) if one.id == "milan" else one
        for one in talk.family.people
    )
    talk = talk.with_family(talk.family.model_copy(update={"people": (*people, baby)}))
    talk = talk.changed(other_children=("baby",))
    for child in ("milan", "baby"):
        talk = _strength_of(talk, child)
    titles = [line.lstrip("# ") for line in lines(talk, readers) if line.startswith("##")]
    about = {title.rpartition(": ")[2]: title for title in titles if ": " in title}
    assert {"Milan", "de baby"} <= {*about}
    assert about["Milan"].partition(":")[0] != about["de baby"].partition(":")[0]


def _strength_of(talk: Talk, child: str) -> Talk:
    step = next(
        step
        for step in agenda(talk)
        if step.position.question == "strengths" and step.position.child_id == child
    )
    return answered(talk, step, f"Van {child}.")


def test_a_topic_that_was_only_asked_for_was_not_talked_about() -> None:
    talk = say_about(agreed_talk("eating_sleeping"), "eating_sleeping", "mother", strengths="Soep.")
    talk = choosing.add_topic(
        choosing.open_side(talk, "surroundings"),
        "surroundings",
        "housing",
        by_id="nurse",
        reason=words("De trap.", "nurse"),
    )
    paper = lines(talk)
    later = paper.index("## Hier praten wij later over")
    assert paper.index("### Wonen") > later
    assert "### Wonen" not in paper[:later]
    assert "Status: voorgesteld, niet besproken" in lines(talk, PROFESSIONAL)
    said = say_about(talk, "housing", "mother", strengths="Fijn.")
    assert "## Hier praten wij later over" not in lines(said)
    assert "Status: voorgesteld, niet besproken" not in lines(said, PROFESSIONAL)


def test_a_talk_that_goes_on_says_so_and_one_that_is_finished_does_not() -> None:
    assert "Wij praten nog verder." in lines(full_talk())
    assert "Wij praten nog verder." not in lines(flow.finish(full_talk(), now=NOON))
    at_the_papers = full_talk().changed(position=step_where(full_talk(), "export").position)
    assert "Wij praten nog verder." not in lines(at_the_papers)
    enough = at_the_papers.changed(left_at=full_talk().conversation.position)
    assert "Wij praten nog verder." in lines(enough)


def test_nobody_keeps_a_plan_that_there_is_not() -> None:
    talk = agreed_talk("housing")
    plan = talk.conversation.plan.model_copy(update={"coordinator_id": "nurse"})
    for readers in READERS:
        paper = lines(talk.changed(plan=plan), readers)
        assert not any("houdt" in line or "Coördinator" in line for line in paper)
    assert "Er zijn nog geen afspraken gemaakt." in paper


def test_each_consent_is_told_given_refused_and_withdrawn_by_whom_where_that_was_kept() -> None:
    sharing = (
        Sharing(recipient="School De Roos", granted=False, at=NOON, said_by=("mother", "father")),
        Sharing(recipient="Huisarts", granted=True, at=NOON, withdrawn_at=NOON),
    )
    paper = " ".join(lines(full_talk().changed(sharing=sharing), PROFESSIONAL))
    paper = " ".join(paper.split())
    day = "op dinsdag 3 november 2026"
    refused = f"geen toestemming, gevraagd {day}, gezegd door Sanne en Jan"
    assert f"School De Roos: {refused}" in paper
    assert f"Huisarts: toestemming {day}" in paper
    assert f"Huisarts: ingetrokken {day}" in paper


@pytest.mark.parametrize("form", ["text", "html"])
def test_whose_idea_a_step_was_is_in_the_record_where_it_is_known(form: str) -> None:
    talk = full_talk()
    step = talk.conversation.plan.goals[0].steps[0]
    proposed = planning.propose_plan_step(talk, step.id, ["nurse", "mother"])
    for known, expected in ((talk, 0), (proposed, 1)):
        document = document_of(known.dossier, PROFESSIONAL)
        html = document_html(document, library().pictograms).decode("utf-8")
        paper = html if form == "html" else document_text(document)
        assert paper.count("Voorgesteld door: Fatma en Sanne") == expected
