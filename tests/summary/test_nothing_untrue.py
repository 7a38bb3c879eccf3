"""What a paper said that nobody had said: each was once on one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

import pytest

from giz_gesprek.content.texts import TextRegister
from giz_gesprek.conversation import choosing, flow, planning, table
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import Answer, AnswerState
from giz_gesprek.conversation.consenting import with_recipient
from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.records import with_answer
from giz_gesprek.conversation.sharing import Recipient, SharedPart, Sharing
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.html import document_html
from giz_gesprek.export.text import document_text
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, READERS, Readers
from giz_gesprek.summary.card import build_card
from giz_gesprek.summary.let_stand import can_be_let_stand, let_stand
from giz_gesprek.summary.withheld import Withheld
from tests.summary.test_papers import CALENDAR
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


def silent_at(talk: Talk, step: QuestionStep, state: AnswerState) -> Talk:
    """Return the talk in which somebody gave no answer at a step, and how."""
    answer = Answer(
        question=step.question,
        state=state,
        at=NOON,
        text_register="easy_language",
        language="nl",
    )
    return with_answer(talk, step, answer)


def lines(talk: Talk, readers: Readers = FAMILY) -> list[str]:
    return document_text(document_of(talk.dossier, readers)).splitlines()


def test_after_a_no_the_family_s_paper_says_only_that() -> None:
    paper = lines(declined_talk())
    assert "U zei nee tegen een gesprek." in paper
    assert paper[0] == "# Ons bezoek"
    assert document_of(declined_talk().dossier, FAMILY).title.startswith("Ons bezoek, ")
    assert not any("verslag" in line or line == "# Ons gesprek" for line in paper)
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
    if readers == FAMILY:
        assert "Het ging over Milan, de baby en u." in lines(talk)
        nobody = talk.changed(views=talk.conversation.views[:1])
        assert "Het ging over Milan en u." in lines(nobody), "nothing was told of the baby"
    ages = [line for line in lines(talk, PROFESSIONAL) if line.startswith("Leeftijd")]
    assert [age.rpartition("vragen voor ")[2] for age in ages] == ["4-12 jaar)", "de zwangerschap)"]


def _strength_of(talk: Talk, child: str) -> Talk:
    step = next(
        step
        for step in agenda(talk)
        if step.position.question == "strengths" and step.position.child_id == child
    )
    return answered(talk, step, f"Van {child}.")


@pytest.mark.parametrize("unborn", ["milan", "baby", None])
def test_a_pregnant_mother_is_told_of_the_midwife_and_the_doctor_stays(unborn: str | None) -> None:
    """Whether the baby or a child who is born comes first: a child of four falls ill as well."""
    talk = agreed_talk("housing")
    people = [
        one.model_copy(update={"age_band": "prenatal"}) if one.id == unborn else one
        for one in (
            *talk.family.people,
            Person(id="baby", name="Bo-tje", role="child", age_band="4-7"),
        )
    ]
    talk = talk.with_family(talk.family.model_copy(update={"people": tuple(people)}))
    paper = lines(talk.changed(other_children=("baby",)))
    assert "Bel bij ziekte overdag de huisarts." in paper
    assert "Bel in de avond of nacht de huisartsenpost." in paper
    midwife = (
        "Is er bloed, bel dan meteen de verloskundige.",
        "Beweegt de baby minder dan anders, bel meteen.",
    )
    assert [line for line in midwife if line in paper] == [*midwife] * (unborn is not None)


@pytest.mark.parametrize("register", ["standard", "easy_language"])
@pytest.mark.parametrize(("language", "usual"), [("nl", "minder"), ("en", "less than usual")])
def test_a_baby_that_moves_less_is_measured_by_what_it_always_does(
    register: TextRegister, language: str, usual: str
) -> None:
    told = library().tables[register, language]["help_now.midwife"].text or ""
    assert usual in told
    assert language == "en" or "dan anders" in told
    assert told.split()[:2] in (["Is", "er"], ["If", "you"]), "blood is not told as a fact"


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
    assert "Fatma wil hier nog over praten." in paper
    assert "Fatma koos dit onderwerp." in lines(said)
    assert not any("wil hier nog" in line or "wil ook praten" in line for line in lines(said))
    assert "Status: voorgesteld, niet besproken" not in lines(said, PROFESSIONAL)


def test_a_topic_that_was_chosen_and_not_begun_is_still_to_come_and_the_talk_goes_on() -> None:
    talk = agreed_talk("eating_sleeping", "moving_talking_learning", "housing", "safety")
    talk = say_about(talk, "eating_sleeping", "mother", strengths="Soep.")
    talk = talk.changed(position=step_where(talk, "export").position)
    # The title of a delicate topic alone tells whoever reads along that it is to come.
    to_come = ["## Hier praten wij later over", "", "Bewegen, praten en leren", "Wonen", ""]
    paper = lines(talk)
    assert paper[paper.index(to_come[0]) :][:5] == to_come
    assert "Wij praten nog verder." in paper
    skipped = talk
    for step in agenda(talk):
        if not isinstance(step, QuestionStep) or step.topic == "eating_sleeping":
            continue
        if step.person_id == "mother":
            skipped = silent_at(skipped, step, "skipped")
    assert to_come[0] not in lines(skipped)
    assert "Wij praten nog verder." not in lines(skipped)


def test_a_professional_s_choice_never_stands_alone_on_the_family_s_paper() -> None:
    talk = agreed_talk("housing", table=("mother", "nurse"))
    talk = say_about(talk, "housing", "nurse", view="difficult", view_words="De trap is steil.")
    talk = answered(talk, step_where(talk, question="outcome"), "support")
    own = step_where(talk, question="appraisal", person="mother")
    assert isinstance(own, QuestionStep)
    asked = silent_at(talk, own, "dont_know")
    for one in (talk, asked):
        paper = "\n".join(lines(one))
        assert "gaat moeilijk" not in paper
        assert "De trap is steil." in paper
        assert "hulp zoeken." in paper
        assert "gaat moeilijk" in "\n".join(lines(one, PROFESSIONAL))
    stands = let_stand(asked, can_be_let_stand(asked))
    said = say_about(talk, "housing", "mother", strengths="Licht.")
    for one in (stands, said):
        assert "Fatma kiest: gaat moeilijk." in lines(one)


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
    assert "Er zijn nog geen doelen of acties." in paper


def test_each_consent_is_told_given_refused_and_withdrawn_by_whom_where_that_was_kept() -> None:
    parts = (
        SharedPart(kind="topic", topic="eating_sleeping", child_id="milan"),
        SharedPart(kind="plan"),
    )
    sharing = (
        Sharing(
            recipient="roos",
            parts=parts,
            granted=False,
            at=NOON,
            said_by=("mother", "father"),
        ),
        Sharing(recipient="doctor", granted=True, at=NOON, withdrawn_at=NOON),
    )
    talk = full_talk().changed(sharing=sharing)
    for one, name in (("roos", "School De Roos"), ("doctor", "Huisarts")):
        talk = with_recipient(talk, Recipient(id=one, name=name))
    paper = " ".join(lines(talk, PROFESSIONAL))
    paper = " ".join(paper.split())
    day = "op dinsdag 3 november 2026"
    refused = f"geen toestemming, gevraagd {day}, gezegd door Sanne en Jan"
    assert f"School De Roos: {refused}: eten en slapen, de afspraken" in paper
    before = f"Huisarts: ingetrokken {day} (toestemming gegeven {day})"
    assert f"{before} (niet bekend waarvoor; hierop wordt niets gedeeld)" in paper
    assert paper.count("Huisarts") == 1


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


def test_who_goes_on_with_a_difference_is_never_said_to_differ() -> None:
    talk = agreed_talk("housing", table=("mother", "father", "nurse"))
    for person_id, choice in (("mother", "so_so"), ("father", "going_well"), ("nurse", "so_so")):
        question = "view" if person_id == "nurse" else "appraisal"
        talk = say_about(talk, "housing", person_id, **{question: choice})
    talk = table.leave(talk, "father")
    talk = answered(talk, step_where(talk, question="difference"), "still_differ")
    paper = lines(talk, PROFESSIONAL)
    told = "Afloop: er is nog verschil, gezegd door Sanne en Fatma."
    assert paper[paper.index(told) + 1].strip() == "Jan was daar toen niet bij."
    assert not any("(Sanne en Fatma)" in line for line in paper)


def _differing(*table_of: str) -> Talk:
    """Return a talk in which the parents chose differently, and talk on about it on a day."""
    talk = agreed_talk("housing", table=table_of)
    for person_id, choice in (("mother", "so_so"), ("father", "going_well"), ("nurse", "so_so")):
        question = "view" if person_id == "nurse" else "appraisal"
        talk = say_about(talk, "housing", person_id, **{question: choice})
    talk = answered(talk, step_where(talk, question="reason", person="father"), "Het is er licht.")
    talk = answered(talk, step_where(talk, question="difference"), "later")
    return planning.look_back_on(
        planning.talk_later_on(talk, "housing", None, date(2026, 12, 1)), date(2027, 1, 12)
    )


_DAYS: Final = [
    "## De volgende keer",
    "",
    "Op dinsdag 1 december 2026 praten wij verder over wonen.",
    "",
    "Op dinsdag 12 januari 2027 praten wij weer.",
]


def test_every_day_on_which_people_talk_again_stands_on_page_one_the_earliest_first() -> None:
    talk = _differing("mother", "father", "nurse")
    paper = lines(talk)
    assert paper[paper.index(_DAYS[0]) :][: len(_DAYS)] == _DAYS
    assert paper.index(_DAYS[0]) < paper.index("## Bellen voor hulp")
    card = document_text(build_card(library(), talk, calendar=CALENDAR))
    assert [line for line in card.splitlines() if line.startswith("Op ")] == [
        "Op 2026-12-01 praten wij verder over wonen.",
        "Op 2027-01-12 praten wij weer.",
    ]


def test_the_paper_of_one_has_the_day_that_was_agreed_and_that_this_one_sees_it_differently() -> (
    None
):
    talk = _differing("mother", "father", "nurse")
    own = "Jan ziet dit anders."
    for person_id, apart in (("father", True), ("mother", False)):
        of_one = Withheld(but_of=person_id)
        paper = document_text(document_of(talk.dossier, FAMILY, withheld=of_one)).splitlines()
        assert paper[paper.index(_DAYS[0]) :][: len(_DAYS)] == _DAYS
        assert (own in paper) == apart
        assert ("Waar Jan aan dacht" in paper) == apart
        assert "Waar wij aan dachten" not in paper
        assert not any("denken" in line for line in paper)
    agreed = answered(talk, step_where(talk, question="difference"), "agree")
    of_one = Withheld(but_of="father")
    assert own not in document_text(document_of(agreed.dossier, FAMILY, withheld=of_one))


def test_why_people_see_it_so_is_of_them_all_where_more_of_them_said_so() -> None:
    talk = _differing("mother", "father", "nurse")
    assert "Waar Jan aan dacht" in lines(talk)
    talk = answered(talk, step_where(talk, question="reason", person="mother"), "Het is er koud.")
    assert "Waar wij aan dachten" in lines(talk)
    assert not any("aan dacht" in line and "Jan" in line for line in lines(talk))


def test_who_would_rather_not_say_anything_reads_like_who_was_not_asked() -> None:
    asked = say_about(agreed_talk("housing"), "housing", "nurse", view="so_so")
    declined = asked
    for step in agenda(asked):
        if isinstance(step, QuestionStep) and step.person_id == "mother":
            declined = silent_at(declined, step, "rather_not_say")
    assert declined != asked
    assert lines(declined, PROFESSIONAL) == lines(asked, PROFESSIONAL)


@pytest.mark.parametrize("register", ["standard", "easy_language"])
def test_a_choice_says_the_same_in_both_languages(register: TextRegister) -> None:
    same = {
        "wish.want_help": ("Ik wil hulp", "I want help"),
        "outcome.support": ("Hulp zoeken", "Look for help"),
        "outcome.find_out": ("Eerst meer uitzoeken", "Find out more first"),
    }
    for text_id, texts in same.items():
        for language, text in zip(("nl", "en"), texts, strict=True):
            entry = library().tables[register, language][text_id]
            assert (entry.text, entry.alone) == (text, None)


def test_advice_that_is_asked_is_told_in_order_also_where_nothing_was_said_of_it() -> None:
    asked = choosing.seek_advice(agreed_talk("housing"), "housing", None, "nurse")
    nothing = [line for line in lines(asked, PROFESSIONAL) if "advies" in line.lower()]
    assert nothing == [
        "Fatma vraagt advies: Wonen; reden en vervolg: niet besproken; reactie van",
        "### Fatma vraagt advies",
        "Reden van adviesvraag (Fatma): niet besproken",
        "Vervolg op adviesvraag (Fatma): niet besproken",
        "Reactie op adviesvraag (Sanne): niet besproken",
    ]
    told = answered(asked, step_where(asked, question="advice_parent"), "Liever niet.")
    told = answered(told, step_where(told, question="advice_why"), "Ik zag schimmel.")
    order = [line for line in lines(told, PROFESSIONAL) if "adviesvraag" in line]
    assert [line.split(":")[1].strip() for line in order] == [
        "“Ik zag schimmel.”",
        "niet besproken",
        "“Liever niet.”",
    ]
