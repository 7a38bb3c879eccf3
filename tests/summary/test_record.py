"""The professional's paper as a record: every answer once, whose it is, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from giz_gesprek.conversation import choosing, flow
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.dossier import Coming, Dossier
from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.records import answer_at, view_of
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.summary.audience import PROFESSIONAL
from giz_gesprek.summary.build import build_document
from giz_gesprek.summary.calendar import Calendar
from giz_gesprek.summary.document import Document, Heading, Note
from giz_gesprek.summary.linear import linear
from giz_gesprek.summary.listed import Row, Rows
from giz_gesprek.summary.topics import talked_about
from giz_gesprek.summary.words import PaperNames
from tests.support.dossiers import last_talk, library
from tests.support.example import TALK, example
from tests.support.sheets import document_of
from tests.support.talks import (
    agreed_talk,
    answered,
    declined_talk,
    full_talk,
    say_about,
    step_where,
)
from tests.support.walks import walked_dossiers, with_left_topics

CALENDAR = Calendar(
    lambda day: day.isoformat(),
    lambda moment: moment.astimezone(UTC).date(),
    lambda moment: f"{moment:%H:%M}",
)
NOT_TOLD = {"dont_know": "weet het niet", "rather_not_say": "niet besproken"}
OF_A_TOPIC = {"Status", "Voorgesteld door", "Reden van toevoegen", "Afloop"}

Told = tuple[str, str, str, str]
"""Under which heading, in whose voice, the label and the value."""


def names(talk: Talk) -> PaperNames:
    return PaperNames.of(library(), talk, CALENDAR).for_the_professional()


def document(talk: Talk) -> Document:
    return build_document(library(), talk, PROFESSIONAL, calendar=CALENDAR, app_version="1.2.3")


def rows(talk: Talk) -> Iterator[tuple[str, str, Row]]:
    """Yield each row with the headings above it."""
    above, voice = "", ""
    for block in linear(document(talk).blocks):
        if isinstance(block, Heading):
            above, voice = (block.text, "") if block.level < 3 else (above, block.text)
        elif isinstance(block, Rows):
            yield from ((above, voice, row) for row in block.rows)


def said(words: PaperNames, answer: Answer) -> str:
    if answer.words is not None:
        return answer.words.text
    return words.given(answer) if answer.choice else NOT_TOLD.get(answer.state, "niet besproken")


def asked_of_one(talk: Talk) -> Iterator[QuestionStep]:
    """Yield each question that is asked, and what was asked alone, whoever came since."""
    steps = agenda(with_left_topics(flow.reopen(talk)))
    asked = [step for step in steps if isinstance(step, QuestionStep)]
    yield from asked
    for view in talk.conversation.views:
        for answer in view.answers:
            step = QuestionStep(
                topic=view.topic,
                child_id=view.child_id,
                person_id=view.person_id,
                question=answer.question,
            )
            spec = talk.framework.questions[answer.question]
            there = any((view.topic, view.child_id) == (s.topic, s.child_id) for s in asked)
            if spec.alone and there and step not in asked:
                yield step


def answers(talk: Talk) -> Iterator[Told]:
    """Yield each answer of one person that is still asked, as it has to stand on the paper."""
    words, places = names(talk), talk.framework.places
    sets = talk.framework.question_sets
    for step in asked_of_one(talk):
        answer = answer_at(talk, step)
        if answer is None or step.topic is None:
            continue
        if step.topic in talk.conversation.parked:
            continue
        label, title = (
            words.label(step.topic, step.question),
            words.topic(step.topic, step.child_id),
        )
        voice = talk.family.person(step.person_id) if step.person_id else None
        if voice is None:
            continue
        person = words.person(voice.id)
        if step.question in sets[places.views_differ]:
            yield title, "Verschil in inschatting", f"{label} ({person})", said(words, answer)
        elif step.question not in sets[places.advice_sought]:
            view = view_of(talk, step.topic, step.child_id, voice.id)
            if view is None or {"answered", "dont_know"}.isdisjoint(
                each.state for each in view.answers
            ):
                # Who would rather not say any of it reads like who was not asked.
                continue
            role = words.role(voice.role)
            yield title, f"{voice.name} ({role})", label, said(words, answer)
        else:
            # Of the family and not answered: not asked and declined read the same there.
            yield title, "", f"{label} ({person})", said(words, answer)


def is_silence(told: Told) -> bool:
    return told[3] in {"niet besproken", "was er niet bij", "weet het niet"}


@settings(max_examples=50)
@given(walked_dossiers())
def test_every_answer_stands_once_under_its_topic_and_its_voice(dossier: Dossier) -> None:
    talk = last_talk(dossier)
    if talk.conversation.state == "declined":
        return
    words = names(talk)
    titles = {words.topic(each.topic, each.child_id) for each in talked_about(talk)}
    found = Counter(
        (above, "" if voice.endswith(" vraagt advies") else voice, row.label, row.value)
        for above, voice, row in rows(talk)
        if above in titles and row.label not in OF_A_TOPIC
    )
    expected = Counter(answers(talk))
    spoken = Counter({told: count for told, count in expected.items() if not is_silence(told)})
    assert Counter({each: n for each, n in found.items() if not is_silence(each)}) == spoken
    in_views = {told: n for told, n in expected.items() if is_silence(told) and told[1]}
    assert in_views == {told: found[told] for told in in_views}, "a silence has one status"


@settings(max_examples=20)
@given(walked_dossiers())
def test_what_was_asked_of_everybody_stands_once_above_the_topics(dossier: Dossier) -> None:
    talk = last_talk(dossier)
    if talk.conversation.state == "declined":
        return
    words, sets, places = names(talk), talk.framework.question_sets, talk.framework.places
    beginning, hard = "Conclusie en vervolgstappen", "Plan voor moeilijke dagen"
    chosen = [(row.label, row.value) for above, _voice, row in rows(talk) if above == beginning]
    days = Counter(row.value for above, _voice, row in rows(talk) if above == hard)
    expected: Counter[str] = Counter()
    for step in agenda(with_left_topics(flow.reopen(talk))):
        answer = answer_at(talk, step)
        if answer is None or not isinstance(step, QuestionStep):
            continue
        if step.question in sets[places.plan]:
            expected[said(words, answer)] += 1
        elif (
            step.question in sets[places.topic_ends] and step.topic not in talk.conversation.parked
        ):
            title = words.topic(step.topic or "", step.child_id)
            is_outcome = step.question == sets[places.topic_ends][0]
            none = is_outcome and answer.choice is None and answer.state != "dont_know"
            told = "nog geen gezamenlijke conclusie" if none else said(words, answer)
            assert sum(label.startswith(title) and told in value for label, value in chosen) >= 1
    assert days == expected


@settings(max_examples=20)
@given(walked_dossiers())
def test_every_topic_has_one_status(dossier: Dossier) -> None:
    talk = last_talk(dossier)
    if talk.conversation.state == "declined":
        return
    words = names(talk)
    found = Counter(
        above for above, voice, row in rows(talk) if row.label == "Status" and not voice and above
    )
    del found["Gespreksverslag kind en gezin"]
    assert found == Counter(words.topic(one.topic, one.child_id) for one in talked_about(talk))


def test_it_begins_with_what_came_of_the_talk() -> None:
    headings = [b.text for b in document(TALK).blocks if isinstance(b, Heading) and b.level == 2]
    assert headings[:3] == [
        "Conclusie en vervolgstappen",
        "Gezinsplan",
        "Mensen om het gezin heen",
    ]
    plan = [row for above, _voice, row in rows(TALK) if above == "Gezinsplan"]
    assert [row.label for row in plan][:3] == ["Nog niet afgesproken", "Evaluatie", "Coördinator"]


def to_do(talk: Talk) -> dict[str, str]:
    """Return the rows at the beginning: what the talk came to."""
    beginning = "Conclusie en vervolgstappen"
    return {row.label: row.value for above, _voice, row in rows(talk) if above == beginning}


def test_the_beginning_says_that_advice_is_asked_and_never_that_it_was_got() -> None:
    asked = choosing.seek_advice(agreed_talk("housing"), "housing", None, "nurse")
    told = answered(asked, step_where(asked, question="advice_next"), "Ik bel morgen.")
    known = "Wonen; reden en vervolg: zie het onderwerp; reactie van Sanne: "
    assert to_do(told)["Fatma vraagt advies"] == f"{known}niet besproken"
    chosen = answered(told, step_where(told, question="advice_view"), "rather_not")
    assert to_do(chosen)["Fatma vraagt advies"] == f"{known}dat zie ik liever anders"
    own_words = answered(told, step_where(told, question="advice_parent"), "Doe maar.")
    assert to_do(own_words)["Fatma vraagt advies"] == f"{known}zie het onderwerp"


def differing(outcome: str | None) -> Talk:
    talk = say_about(agreed_talk("housing"), "housing", "mother", appraisal="going_well")
    talk = say_about(talk, "housing", "nurse", view="difficult")
    if outcome is None:
        return talk
    return answered(talk, step_where(talk, question="difference"), outcome)


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (None, "; verschil in inschatting: niet besproken"),
        ("still_differ", "; verschil in inschatting: er is nog verschil"),
        ("later", "; verschil in inschatting: wij praten later verder"),
        ("agree", ""),
    ],
)
def test_a_topic_without_a_conclusion_says_so_and_whether_people_still_differ(
    outcome: str | None, told: str
) -> None:
    assert to_do(differing(outcome)) == {"Wonen": f"nog geen gezamenlijke conclusie{told}"}


def test_the_day_of_talking_on_about_a_difference_stands_at_the_beginning() -> None:
    assert to_do(TALK)["Geld, werk en post"].endswith("wij praten later verder, op 2026-11-17")


def test_what_cannot_wait_stands_first_with_its_topic_and_its_day() -> None:
    talk = differing("agree")
    for question, choice in (
        ("outcome", "support"),
        ("helper", "outside"),
        ("help_kind", "help_now"),
    ):
        talk = answered(talk, step_where(talk, question=question), choice)
    label, value = next(iter(to_do(talk).items()))
    assert label == "Hulp met spoed"
    assert value.splitlines() == ["gekozen op 2026-11-03", "Wonen: vandaag nog hulp"]
    assert "Hulp met spoed" not in to_do(TALK)


@pytest.mark.parametrize("choice", ["support", "find_out", "goes_well"])
def test_what_is_still_to_be_done_and_has_no_goal_says_so(choice: str) -> None:
    talk = differing("agree")
    talk = answered(talk, step_where(talk, question="outcome"), choice)
    assert to_do(talk)["Wonen"].endswith("; nog geen actie") == (choice != "goes_well")
    assert "nog geen actie" not in "".join(to_do(TALK).values())


def test_the_head_tells_when_it_was_who_wrote_it_and_how_old_each_child_is() -> None:
    sibling = Person(id="bo", name="Bo", role="child", age_band="4-7")
    people = (*TALK.family.people, sibling)
    talk = TALK.with_family(TALK.family.model_copy(update={"people": people}))
    talk = talk.changed(other_children=("bo",))
    first = [row for above, _voice, row in rows(talk) if above.startswith("Gespreksverslag")]
    children = [row.value for row in first if row.label in {"Kind", "Leeftijd"}]
    assert children == [
        "Pim",
        "0-3 jaar (vragen voor 0-4 jaar)",
        "Bo",
        "4-7 jaar (vragen voor 4-12 jaar)",
    ]
    head = {row.label: row.value for row in first}
    assert head["Tijd"] == "12:00 tot 12:52"
    assert (head["Opgesteld door"], head["Telefoon"]) == ("Sanne Voorbeeld", "010-0000000")
    assert head["Organisatie"] == "Wijkploeg Voorbeeldstad"
    going_on = {row.label: row.value for _above, _voice, row in rows(full_talk())}
    assert going_on["Tijd"].startswith("begonnen om ")


def test_a_talk_that_is_not_finished_says_which_topics_remain() -> None:
    talk = agreed_talk("housing", "money_work_post")
    talk = say_about(talk, "housing", "mother", strengths="De trap.")
    remain = {row.label: row.value for _above, _voice, row in rows(talk)}
    assert remain["Nog te bespreken"] == "Geld, werk en post"
    finished = flow.finish(talk, now=datetime(2026, 11, 3, 12, tzinfo=UTC))
    assert "Nog te bespreken" not in {row.label for _above, _voice, row in rows(finished)}
    everything = say_about(talk, "money_work_post", "mother", strengths="De huur.")
    assert "Nog te bespreken" not in {row.label for _above, _voice, row in rows(everything)}


def test_a_name_that_was_typed_by_hand_stands_between_marks() -> None:
    assert "Wie: “Mijn zus Lelie”" in document_text(document(TALK))


def test_what_a_parent_does_not_know_stands_beside_the_view_of_the_professional() -> None:
    talk = say_about(agreed_talk("housing"), "housing", "nurse", view="difficult")
    voices = {voice: row for above, voice, row in rows(talk) if voice}
    assert voices["Sanne (ouder)"].value == "niet besproken"
    assert "gaat moeilijk" in voices["Fatma (professional)"].value


def test_a_no_is_told_with_its_day_and_by_whom_and_nothing_else() -> None:
    paper = document_text(document(declined_talk()))
    assert "gezegd door Sanne" in paper
    assert "##" not in paper


def test_a_yes_is_of_who_sat_there_when_it_was_said() -> None:
    talk = full_talk()
    later = talk.changed(
        participants=(
            *talk.conversation.participants,
            talk.conversation.participants[0].model_copy(update={"person_id": "father"}),
        ),
        comings=(Coming(person_id="father", came=True),),
    )
    told = {row.label: row.value for _above, _voice, row in rows(later)}
    assert told["Akkoord met het gesprek"].endswith("gezegd door Sanne")


def test_it_ends_in_one_line_and_has_no_pictures() -> None:
    blocks = document_of(example(), PROFESSIONAL).blocks
    assert [isinstance(block, Note) for block in blocks[-2:]] == [False, True]
    assert "\n" not in getattr(blocks[-1], "text", "\n")
    assert "Picture(" not in repr(blocks)


def test_a_worry_is_not_told_off_and_nobody_is_told_what_to_do() -> None:
    paper = document_text(document(TALK))
    for word in ("Dat mag", "Laat de ouder", "Controleer", "nog vragen"):
        assert word not in paper


def test_the_file_carries_the_day_of_the_talk() -> None:
    assert document(TALK).title.endswith(", 2026-11-03")
    assert document(TALK.changed(started_at=datetime(2026, 1, 2, tzinfo=UTC))).title.endswith(
        ", 2026-01-02"
    )
