"""A recipient's paper holds what was shared with that recipient, and nothing else."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import Phase, given, settings

from giz_gesprek.conversation import gathering, planning
from giz_gesprek.conversation.answers import Conclusion, Difference
from giz_gesprek.conversation.consent import parts_of
from giz_gesprek.conversation.consenting import (
    say,
    standing,
    with_custody,
    with_recipient,
    withdraw,
)
from giz_gesprek.conversation.delicate import sensitive_topics
from giz_gesprek.conversation.dossier import own_words_of
from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.sharing import Recipient, SharedPart, Sharing
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.html import document_html
from giz_gesprek.export.read_out import document_sentences
from giz_gesprek.export.text import document_text
from giz_gesprek.export.unwrapped import unwrapped_text
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL
from giz_gesprek.summary.build import build_document
from giz_gesprek.summary.document import Document
from giz_gesprek.summary.recipient import recipient_document
from giz_gesprek.summary.withheld import DELICATE_WITHHELD, NOTHING_WITHHELD, Withheld
from tests.store.support import NOW
from tests.summary.test_papers import CALENDAR
from tests.support.dossiers import library
from tests.support.never_said import never_said
from tests.support.sharing import HERS, TODAY, consented_talks, said_otherwise, shared_with
from tests.support.sheets import pdf_of
from tests.support.talks import agreed_talk, answered, say_about, step_where, words
from tests.support.typed import marks_in

# A talk is large: an example is told as it was found, for shrinking takes minutes.
PHASES = [Phase.explicit, Phase.reuse, Phase.generate]
SOME = settings(max_examples=40, phases=PHASES)
FEW = settings(max_examples=15, phases=PHASES)
SLEEP = SharedPart(kind="topic", topic="eating_sleeping", child_id="milan")
HOUSE = SharedPart(kind="topic", topic="housing")
PLAN = SharedPart(kind="plan")


def paper(talk: Talk, recipient_id: str = HERS, *, delicate: bool = True) -> Document | None:
    return recipient_document(
        library(), talk, recipient_id, today=TODAY, calendar=CALENDAR, delicate=delicate
    )


def in_all_forms(document: Document) -> str:
    heard = " ".join(each.text for each in document_sentences(document, lambda _language: {}))
    page = document_html(document, library().pictograms).decode()
    return "\n".join((document_text(document), unwrapped_text(document), page, heard))


def marks_of_others(talk: Talk) -> set[str]:
    """Return the marks of everything that was typed and is not shared, by whose it is."""
    shared = shared_with(talk)
    kept: set[str] = set()
    for view in talk.conversation.views:
        part = SharedPart(kind="topic", topic=view.topic, child_id=view.child_id)
        if view.person_id in shared.get(part, ()):
            kept |= {m for a in view.answers if a.words for m in marks_in(a.words.text)}
    about = {(part.topic, part.child_id) for part in shared}
    records: list[Difference | Conclusion] = [
        *talk.conversation.differences,
        *talk.conversation.conclusions,
    ]
    together = [each for each in records if (each.topic, each.child_id) in about]
    kept |= {mark for each in together for mark in marks_in(each.model_dump_json())}
    if PLAN in shared:
        kept |= {
            m for goal in talk.conversation.plan.goals for m in marks_in(goal.model_dump_json())
        }
    if SharedPart(kind="hard_days") in shared:
        hard = talk.conversation.plan.hard_again
        kept |= {m for answer in hard for m in marks_in(answer.model_dump_json())}
    if SharedPart(kind="people") in shared:
        kept |= set(marks_in(talk.conversation.around.model_dump_json()))
    everything = {m for own in own_words_of(talk.conversation) for m in marks_in(own.text)}
    return everything - kept


@SOME
@given(consented_talks())
def test_no_form_holds_anything_that_was_not_shared_with_this_recipient(talk: Talk) -> None:
    document = paper(talk)
    if document is None:
        assert not shared_with(talk) or talk.conversation.state == "declined"
        return
    assert not marks_of_others(talk).intersection(marks_in(in_all_forms(document)))


@SOME
@given(consented_talks())
def test_it_is_the_paper_of_a_talk_in_which_everything_else_was_said_otherwise(talk: Talk) -> None:
    assert paper(talk) == paper(said_otherwise(talk))


@FEW
@given(consented_talks())
def test_what_lies_at_home_tells_of_nothing_delicate_that_was_shared(talk: Talk) -> None:
    kept = [each for each in talk.conversation.sharing if not is_secret(talk, each)]
    sensitive = sensitive_topics(talk.framework)
    told = tuple(
        each.model_copy(
            update={"parts": tuple(part for part in each.parts if part.topic not in sensitive)}
        )
        for each in kept
    )
    other = never_said(talk).changed(sharing=told)
    assert family_paper(talk) == family_paper(other, NOTHING_WITHHELD)


def is_secret(talk: Talk, consent: Sharing) -> bool:
    """Tell whether one of the family alone said this, of somebody whom not all know of."""
    kind = talk.family.recipient(consent.recipient).kind
    roles = [talk.family.person(one).role for one in consent.present]
    voices = [role for role in roles if role in {"parent", "other_parent", "foster_parent"}]
    asked = [*voices, *(role for role in roles if role == "guardian")]
    return kind in {"neighbourhood_team", "youth_care", "other"} and len(asked) < 2


@FEW
@given(consented_talks())
def test_nobody_shares_what_somebody_else_told_alone(talk: Talk) -> None:
    document = paper(talk)
    if document is None:
        return
    marks = marks_in(in_all_forms(document))
    for view in talk.conversation.views:
        part = SharedPart(kind="topic", topic=view.topic, child_id=view.child_id)
        told = {m for a in view.answers if a.words for m in marks_in(a.words.text)}
        yes = [each.consent for each in standing(talk, HERS) if each.part == part]
        if view.topic in sensitive_topics(talk.framework) and told.intersection(marks):
            assert any(view.person_id in consent.said_by for consent in yes)


@FEW
@given(consented_talks())
def test_what_is_taken_back_is_on_no_later_paper(talk: Talk) -> None:
    stood = list(standing(talk, HERS))
    for one in stood[:2]:
        part, person_id = one.part, one.consent.said_by[0]
        theirs = [
            each for each in stood if each.part == part and each.consent.said_by[0] == person_id
        ]
        later = withdraw(talk, theirs, person_id, now=NOW + timedelta(days=1))
        assert person_id not in shared_with(later).get(part, ())
        document = paper(later)
        if document is not None:
            found = marks_in(in_all_forms(document))
            assert not marks_of_others(later).intersection(found)
    everything = talk
    for person in talk.family.people:
        theirs = [one for one in standing(everything, HERS) if person.id in one.consent.said_by]
        everything = withdraw(everything, theirs, person.id, now=NOW)
    assert paper(everything) is None


def shared() -> Talk:
    """Return a talk of two parents of which school may know the sleep of the child and the plan."""
    talk = agreed_talk("eating_sleeping", "housing", table=("mother", "father", "nurse"))
    for person, choice in (("mother", "difficult"), ("father", "so_so")):
        for topic in ("eating_sleeping", "housing"):
            talk = say_about(
                talk, topic, person, appraisal=choice, strengths=f"{topic} van {person}"
            )
    talk = say_about(talk, "eating_sleeping", "nurse", view="difficult", view_words="Van de nurse.")
    outcome = step_where(talk, question="difference", topic="eating_sleeping")
    talk = answered(talk, outcome, "still_differ")
    talk = planning.add_goal(talk, words("Om acht uur naar bed."))
    talk = planning.add_plan_step(talk, "goal-1", words("Een boekje lezen."))
    talk = with_recipient(talk, Recipient(id="school", name="school De Roos", kind="school"))
    talk = with_recipient(talk, Recipient(id="doctor", name="dokter Bos", kind="doctor"))
    for person in ("mother", "father"):
        talk = say(talk, "school", (SLEEP, PLAN), person, granted=True, now=NOW)
    talk = say(talk, "school", (HOUSE,), "mother", granted=False, now=NOW)
    return say(talk, "doctor", (HOUSE,), "father", granted=True, now=NOW)


def test_it_says_for_whom_about_whom_until_when_and_who_said_yes_on_which_day() -> None:
    document = paper(shared(), "school")
    assert document is not None
    told = document_text(document)
    for sentence in (
        "Voor school De Roos",
        "Dit gaat over Milan.",
        "Dit geldt tot en met 2027-05-03.",
        "Sanne zei ja op 2026-11-03.",
        "Jan zei ja op 2026-11-03.",
        "eating_sleeping van mother",
        "Om acht uur naar bed.",
        "Dit is alleen voor school De Roos.",
    ):
        assert sentence in told
    for other in ("housing", "Wonen", "dokter Bos", "nurse", "Fatma", "Bo", "Ganzenbloem"):
        assert other not in told, other


def test_a_parent_s_no_takes_what_is_about_the_child_off_and_their_words_off_the_rest() -> None:
    no = say(shared(), "school", (SLEEP,), "father", granted=False, now=NOW)
    document = paper(no, "school")
    assert document is not None
    told = document_text(document)
    assert "Om acht uur naar bed." in told
    assert "eating_sleeping" not in told
    house = say(shared(), "school", (HOUSE,), "mother", granted=True, now=NOW)
    told = document_text(paper(house, "school") or document)
    assert "housing van mother" in told
    assert "housing van father" not in told


def test_who_helps_is_a_part_of_its_own_without_the_numbers_of_family_and_friends() -> None:
    grandmother = Person(id="oma", name="Oma Bloem", role="network", phone="010-1234567")
    worker = Person(id="coach", name="Noor Coach", role="professional", phone="010-7654321")
    talk = gathering.name_person(shared(), grandmother, "close")
    talk = gathering.name_person(talk, worker, "far")
    talk = gathering.say_helps(talk, "oma", words("Zij haalt Milan op."))
    people = SharedPart(kind="people")
    assert people in parts_of(talk)
    assert "Oma" not in document_text(paper(talk, "school") or empty())
    for person in ("mother", "father"):
        talk = say(talk, "school", (people,), person, granted=True, now=NOW)
    told = document_text(paper(talk, "school") or empty())
    assert "Oma Bloem" in told
    assert "Zij haalt Milan op." in told
    assert "010-7654321" in told
    assert "010-1234567" not in told


def empty() -> Document:
    return Document("", "nl", ())


def test_a_pdf_of_it_is_made_and_is_that_of_what_was_shared() -> None:
    document, other = paper(shared(), "school"), paper(said_otherwise_but_school(), "school")
    assert document is not None
    assert document == other
    assert pdf_of(document).replaced == ()


def said_otherwise_but_school() -> Talk:
    """Return the talk in which nobody talked about the house."""
    talk = shared()
    views = tuple(view for view in talk.conversation.views if view.topic != "housing")
    return talk.changed(views=views, sharing=talk.conversation.sharing[:2])


def test_the_family_s_paper_tells_who_may_know_what_and_no_refusal() -> None:
    told = document_text(family_paper(shared()))
    assert "Dit mag school De Roos weten: eten en slapen, de afspraken." in told
    assert "Dit mag dokter Bos weten: wonen." in told
    assert "Stoppen met delen mag altijd." in told
    refused = say(shared(), "school", (SLEEP, PLAN), "father", granted=False, now=NOW)
    assert "school De Roos" not in document_text(family_paper(refused))


def test_what_was_shared_alone_stays_off_the_kitchen_table_and_off_a_table_with_others() -> None:
    talk = say_about(agreed_talk("safety", "housing"), "safety", "mother", strengths="Een slot.")
    talk = say_about(talk, "housing", "mother", strengths="Licht.")
    talk = with_recipient(talk, Recipient(id="refuge", name="De Haven", kind="other"))
    talk = with_recipient(talk, Recipient(id="school", name="De Roos", kind="school"))
    safety = SharedPart(kind="topic", topic="safety")
    talk = say(talk, "refuge", (HOUSE,), "mother", granted=True, now=NOW)
    talk = say(talk, "school", (HOUSE, safety), "mother", granted=True, now=NOW)
    alone = document_text(family_paper(talk, NOTHING_WITHHELD))
    assert "Dit mag De Haven weten: wonen." in alone
    assert "Dit mag De Roos weten: veilig" in alone
    at_home = document_text(family_paper(talk))
    assert "De Haven" not in at_home
    assert "Dit mag De Roos weten: wonen." in at_home
    screen = paper(talk, "school", delicate=False)
    assert screen is not None
    assert "Een slot." not in document_text(screen)
    assert "Een slot." in document_text(paper(talk, "school") or screen)


def test_the_record_tells_each_consent_with_its_parts() -> None:
    back = withdraw(shared(), standing(shared(), "doctor"), "father", now=NOW)
    document = build_document(library(), back, PROFESSIONAL, calendar=CALENDAR, app_version="0")
    told = " ".join(document_text(document).split())
    day = "op 2026-11-03"
    assert f"toestemming {day}, gezegd door Sanne: eten en slapen, de afspraken" in told
    assert f"geen toestemming, gevraagd {day}, gezegd door Sanne: wonen" in told
    assert "dokter Bos: ingetrokken" in told


def test_a_talk_that_nobody_shared_anything_of_has_no_paper_for_anybody() -> None:
    talk = shared()
    assert paper(talk.changed(sharing=()), "school") is None
    assert paper(talk.changed(state="declined"), "school") is None
    assert parts_of(talk) == (SLEEP, HOUSE, PLAN)
    alone = with_custody(talk, "father", "milan", decides=False)
    kept = [each for each in alone.conversation.sharing if each.said_by != ("father",)]
    one = paper(alone.changed(sharing=tuple(kept)), "school")
    assert one is not None
    told = document_text(one)
    assert "eating_sleeping van mother" in told
    assert "Jan" not in told


def family_paper(talk: Talk, withheld: Withheld = DELICATE_WITHHELD) -> Document:
    return build_document(
        library(), talk, FAMILY, calendar=CALENDAR, app_version="0", withheld=withheld
    )
