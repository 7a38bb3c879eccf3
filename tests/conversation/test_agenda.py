from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giz_gesprek.conversation import choosing, flow
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import AnswerState
from giz_gesprek.conversation.dossier import Participant, SideVisit, Variant
from giz_gesprek.conversation.offered import (
    TOPICS_A_PAGE,
    children_of_side,
    offered_topics,
    open_sides,
)
from giz_gesprek.conversation.steps import ExportStep, PageStep, Step
from giz_gesprek.conversation.talk import Talk
from tests.conversation.support import (
    CHILDREN,
    NOW,
    PARENTS,
    PROFESSIONALS,
    SIDES,
    agreed,
    answered,
    appraised,
    asked,
    chose,
    kinds,
    left_open,
    questions,
    said,
    steps_of,
)
from tests.support.dossiers import framework

VARIANTS: tuple[Variant, ...] = ("short", "extended", "multidisciplinary")


def of_topic(talk: Talk, topic: str, child_id: str | None = None) -> list[Step]:
    return [
        step
        for step in steps_of(talk)
        if step.position.topic == topic and (child_id is None or step.position.child_id == child_id)
    ]


def together(talk: Talk, topic: str = "eating_sleeping") -> list[str]:
    """Return what is asked and shown of a topic after everybody's turn, but at the very end."""
    return [
        step.position.question or step.kind
        for step in of_topic(talk, topic)
        if (
            step.position.person_id is None
            or step.position.question in {"reason", "advice_why", "advice_view", "advice_parent"}
        )
        and step.position.question != "difference_now"
    ]


def test_a_conversation_without_topics_is_a_whole_conversation() -> None:
    steps = steps_of(agreed())
    pages = [*framework().pages["welcome"], *framework().pages["agreement"]]
    assert [step.position.text for step in steps[: len(pages)]] == pages
    assert kinds(steps[: len(pages)]) == ["page"] * len(pages)
    assert kinds(steps[len(pages) :]) == [
        "consent",
        "practice",
        "triangle",
        "goals",
        "question",
        "question",
        "question",
        "look_back",
        "summary",
        "export",
    ]
    assert questions(steps, None) == ["notice", "what_helps", "whom_to_call"]


def test_after_a_no_there_are_only_thanks() -> None:
    declined = flow.decline(agreed("health"), now=NOW)
    steps = steps_of(declined)
    assert steps[-1] == PageStep(text="declined.thanks")
    assert kinds(steps[-2:]) == ["consent", "page"]
    assert len(steps) < len(steps_of(agreed()))


def test_one_parent_and_one_professional_walk_a_topic_in_this_order() -> None:
    talk = appraised(agreed("eating_sleeping"), mother="so_so", nurse="so_so")
    steps = steps_of(talk)
    start = kinds(steps).index("question")
    assert [
        (step.kind, step.position.person_id, step.position.question)
        for step in steps[start : start + 8]
    ] == [
        ("question", "mother", "strengths"),
        ("question", "mother", "appraisal"),
        ("question", "mother", "example"),
        ("question", "mother", "wish"),
        ("question", "nurse", "view"),
        ("question", "nurse", "view_strengths"),
        ("question", None, "outcome"),
        ("triangle", None, None),
    ]
    assert {step.position.topic for step in steps[start : start + 7]} == {"eating_sleeping"}
    assert {step.position.child_id for step in steps[start : start + 7]} == {"milan"}


def test_what_was_typed_is_read_back_and_laid_side_by_side() -> None:
    talk = appraised(agreed("eating_sleeping"), mother="so_so", nurse="so_so")
    assert "read_back" not in kinds(of_topic(talk, "eating_sleeping"))
    told = answered(talk, (asked("strengths", person_id="mother"), said("strengths")))
    steps = of_topic(told, "eating_sleeping")
    assert kinds(steps)[4] == "read_back"
    assert steps[4].position.person_id == "mother"
    assert together(told) == ["side_by_side", "outcome"]


def test_a_topic_without_faces_asks_what_helps() -> None:
    talk = agreed("love_attention")
    steps = steps_of(talk)
    assert questions(steps, "mother") == ["strengths", "helps", "example", "wish"]
    assert questions(steps, "nurse") == ["view_helps"]


def test_topics_of_a_side_are_told_one_after_the_other_and_then_seen_one_after_the_other() -> None:
    talk = appraised(agreed("health", "eating_sleeping"), "health", mother="so_so")
    talk = appraised(talk, "eating_sleeping", mother="so_so")
    walked = [
        (step.position.question, step.position.topic)
        for step in steps_of(talk)
        if step.position.question in {"strengths", "view", "outcome"}
    ]
    assert walked == [
        (question, topic)
        for question in ("strengths", "view", "outcome")
        for topic in ("health", "eating_sleeping")
    ]


def test_sides_are_walked_in_the_order_in_which_they_were_opened() -> None:
    walked = [
        (step.kind, step.position.visit, step.position.side)
        for step in steps_of(agreed("housing", "health"))
        if step.kind in {"triangle", "topics"}
    ]
    assert walked == [
        ("triangle", 0, None),
        *[("topics", None, "surroundings")] * 2,
        ("triangle", 1, None),
        *[("topics", None, "development")] * 2,
        ("triangle", 2, None),
    ]


def test_there_is_no_triangle_when_every_side_was_opened() -> None:
    assert open_sides(agreed("health")) == ("parenting", "surroundings")
    talk = agreed("health", "housing", "safety")
    assert open_sides(talk) == ()
    assert max(step.position.visit or 0 for step in steps_of(talk)) == 2


def test_a_side_without_a_chosen_topic_asks_nothing() -> None:
    talk = choosing.open_side(agreed(), "development")
    assert "turn" not in kinds(steps_of(talk))
    assert {step.position.topic for step in steps_of(talk)} == {None}


def test_topics_are_offered_three_at_a_time() -> None:
    talk = choosing.open_side(agreed(), "parenting")
    assert TOPICS_A_PAGE == 3
    assert [step.page for step in steps_of(talk) if step.kind == "topics"] == [0, 1]
    four = choosing.park(talk, ["safety", "daily_care"])
    assert [step.page for step in steps_of(four) if step.kind == "topics"] == [0, 1]
    three = choosing.park(talk, ["safety", "daily_care", "parent_wellbeing"])
    assert [step.page for step in steps_of(three) if step.kind == "topics"] == [0]
    none = choosing.park(talk, framework().sides["parenting"].topics)
    assert "topics" not in kinds(steps_of(none))


@given(
    st.lists(st.sampled_from(framework().sides["parenting"].topics)),
    st.lists(st.sampled_from(["safety", "love_attention"])),
)
def test_a_parked_topic_is_neither_offered_nor_asked(parked: list[str], chosen: list[str]) -> None:
    talk = choosing.open_side(agreed(), "parenting")
    for topic in chosen:
        talk = choosing.choose_topic(talk, "parenting", topic)
    talk = choosing.park(talk, parked)
    offered = offered_topics(talk, "parenting")
    order = framework().sides["parenting"].topics
    assert offered == tuple(t for t in order if t not in parked)
    asked = {step.position.topic for step in steps_of(talk) if step.position.topic is not None}
    assert asked == set(chosen) - set(parked)


def test_development_is_asked_for_each_child_and_the_rest_once() -> None:
    talk = agreed(children=CHILDREN)
    assert children_of_side(talk, "development") == CHILDREN
    assert children_of_side(talk, "parenting") == (None,)
    twice = talk.changed(other_children=("milan", "noor"))
    assert children_of_side(twice, "development") == ("milan", "noor")


def test_the_second_parent_has_a_turn_before_the_professional() -> None:
    turns = [
        step.person_id
        for step in steps_of(agreed("health", "housing", table=("mother", "nurse", "father")))
        if step.kind == "turn"
    ]
    assert turns == ["father", "father"]


def test_the_second_parent_chooses_a_face_before_anything_is_told() -> None:
    steps = steps_of(agreed("health", table=("mother", "father", "nurse")))
    assert questions(steps, "mother") == ["strengths", "appraisal", "example", "wish"]
    assert questions(steps, "father") == ["appraisal", "strengths", "example", "wish"]


def test_the_laptop_comes_back_to_the_first_parent_for_the_next_child() -> None:
    talk = agreed("health", "eating_sleeping", table=("mother", "nurse"), children=CHILDREN[:2])
    turns = [(step.child_id, step.person_id) for step in steps_of(talk) if step.kind == "turn"]
    assert turns == [("noor", "mother")]


@pytest.mark.parametrize("variant", VARIANTS)
@given(
    parents=st.permutations(PARENTS).map(lambda people: people[:2]),
    professionals=st.permutations(PROFESSIONALS),
    topics=st.lists(st.sampled_from([*SIDES]), min_size=1, unique=True),
    children=st.integers(1, 3),
)
def test_everybody_has_one_turn_a_side_and_child_and_the_family_comes_first(
    variant: Variant,
    parents: list[str],
    professionals: list[str],
    topics: list[str],
    children: int,
) -> None:
    table = (*professionals[:1], *parents, *professionals[1:])
    talk = agreed(*topics, variant=variant, table=table, children=CHILDREN[:children])
    asked_of = professionals if variant == "multidisciplinary" else professionals[:1]
    for visit in talk.conversation.visits:
        for child_id in children_of_side(talk, visit.side):
            people = [
                step.person_id
                for step in steps_of(talk)
                if step.kind == "question" and step.topic in visit.topics
                if step.child_id == child_id
            ]
            turns = people[:1] + [now for before, now in pairwise(people) if now != before]
            assert turns == [*parents, *asked_of]


def test_the_short_variant_asks_the_family_less() -> None:
    asked_of = {
        variant: questions(steps_of(agreed("health", "love_attention", variant=variant)), "mother")
        for variant in VARIANTS
    }
    extended = asked_of["extended"]
    assert asked_of["short"] == [question for question in extended if question != "example"]
    assert len(asked_of["short"]) == len(extended) - 2
    assert asked_of["multidisciplinary"] == extended


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_professional_is_asked_the_same_in_each_variant_but_for_a_strength_in_the_short_one(
    variant: Variant,
) -> None:
    steps = steps_of(agreed("health", variant=variant, table=("mother", "nurse", "coach")))
    strength = [] if variant == "short" else ["view_strengths"]
    seen = ["view", *strength, "view_words"]
    assert questions(steps, "nurse") == seen
    expected = seen if variant == "multidisciplinary" else []
    assert questions(steps, "coach") == expected


@pytest.mark.parametrize("state", [None, "skipped", "rather_not_say"])
def test_a_topic_that_everybody_passed_over_asks_for_no_conclusion(
    state: AnswerState | None,
) -> None:
    talk = agreed("eating_sleeping")
    if state is not None:
        for person_id, question in (("mother", "appraisal"), ("nurse", "view")):
            step = asked(question, "eating_sleeping", person_id)
            talk = answered(talk, (step, left_open(question, state)))
    assert together(talk) == []


@pytest.mark.parametrize("person_id", ["mother", "nurse"])
def test_one_voice_is_enough_to_conclude_something(person_id: str) -> None:
    talk = appraised(agreed("eating_sleeping", "health"), **{person_id: "so_so"})
    assert together(talk) == ["outcome"]
    assert together(talk, "health") == []


def test_a_conclusion_stays_within_reach_when_the_answers_before_it_went() -> None:
    step = asked("outcome")
    talk = answered(agreed("eating_sleeping"), (step, chose("outcome", "goes_well")))
    assert together(talk) == ["outcome"]


def test_two_who_see_it_the_same_are_asked_for_no_reason() -> None:
    talk = appraised(agreed("eating_sleeping"), mother="so_so", nurse="so_so")
    assert together(talk) == ["outcome"]
    assert questions(of_topic(talk, "eating_sleeping"), "nurse") == ["view", "view_strengths"]
    apart = appraised(talk, nurse="difficult")
    assert "view_words" in questions(of_topic(apart, "eating_sleeping"), "nurse")


@pytest.mark.parametrize(
    ("face", "question", "still_asked"),
    [
        ("difficult", "example", []),
        ("going_well", "strengths", []),
        ("difficult", "strengths", ["mother"]),
    ],
)
def test_who_has_just_said_why_is_not_asked_again_but_where_somebody_else_is(
    face: str, question: str, still_asked: list[str]
) -> None:
    talk = appraised(agreed("eating_sleeping"), mother=face, nurse="so_so")
    talk = answered(talk, (asked(question, person_id="mother"), said(question)))
    # A parent is not passed over while the professional explains.
    assert _asked_why(talk) == ["mother", "nurse"]
    said_it = answered(talk, (asked("view_words", person_id="nurse"), said("view_words")))
    assert _asked_why(said_it) == still_asked


def test_a_reason_that_was_given_keeps_its_question() -> None:
    talk = appraised(agreed("eating_sleeping"), mother="difficult", nurse="so_so")
    talk = answered(talk, (asked("reason", person_id="mother"), said("reason")))
    talk = answered(talk, (asked("example", person_id="mother"), said("example")))
    assert _asked_why(talk) == ["mother", "nurse"]


def _asked_why(talk: Talk) -> list[str | None]:
    return [s.position.person_id for s in steps_of(talk) if s.position.question == "reason"]


def test_what_goes_well_asks_for_no_help_unless_somebody_asked_for_it() -> None:
    wish = asked("wish", person_id="mother")
    talk = appraised(agreed("eating_sleeping"), mother="going_well")
    assert wish not in steps_of(talk)
    wished = answered(talk, (wish, chose("wish", "want_help")))
    assert wish in steps_of(wished)
    assert wish in steps_of(appraised(talk, mother="so_so"))


def test_after_three_topics_the_plan_comes_without_another_triangle() -> None:
    two, three = agreed("health", "eating_sleeping"), agreed("health", "eating_sleeping", "housing")
    assert kinds(steps_of(two)).count("triangle") == 2
    assert kinds(steps_of(three)).count("triangle") == 2
    assert open_sides(three) == ("parenting",)
    more = choosing.open_side(three, "parenting")
    assert kinds(steps_of(more)).count("triangle") == 3


def test_two_who_see_it_differently_are_each_asked_why_the_parent_first() -> None:
    table = ("nurse", "father", "mother")
    talk = appraised(
        agreed("eating_sleeping", table=table), nurse="difficult", mother="so_so", father="so_so"
    )
    assert together(talk) == [
        "side_by_side",
        "reason",
        "reason",
        "reason",
        "difference",
        "outcome",
    ]
    reasons = [
        step.position.person_id for step in steps_of(talk) if step.position.question == "reason"
    ]
    assert reasons == ["father", "mother", "nurse"]


def test_who_did_not_choose_is_not_asked_why() -> None:
    talk = agreed("eating_sleeping", table=("mother", "father", "nurse"))
    talk = appraised(talk, mother="so_so", nurse="difficult")
    reasons = [
        step.position.person_id for step in steps_of(talk) if step.position.question == "reason"
    ]
    assert reasons == ["mother", "nurse"]


def test_a_difference_goes_with_the_answer_that_made_it_and_comes_back_with_it() -> None:
    apart = appraised(agreed("eating_sleeping"), mother="so_so", nurse="difficult")
    apart = answered(apart, (asked("reason", person_id="mother"), said("reason")))
    alike = appraised(apart, nurse="so_so")
    assert "reason" not in together(alike)
    assert alike.conversation.differences == apart.conversation.differences
    assert together(appraised(alike, nurse="difficult")) == together(apart)


@pytest.mark.parametrize("outcome", ["agree", "still_differ", "later"])
def test_only_later_asks_for_a_day(outcome: str) -> None:
    talk = appraised(agreed("eating_sleeping"), mother="so_so", nurse="difficult")
    assert "later_date" not in together(talk)
    step = asked("difference")
    talk = answered(talk, (step, chose("difference", outcome)))
    expected = ["difference", "later_date", "outcome"]
    if outcome != "later":
        expected.remove("later_date")
    assert together(talk)[-len(expected) :] == expected


def test_who_asks_for_advice_says_why_and_every_parent_answers() -> None:
    talk = agreed("eating_sleeping", table=("nurse", "father", "mother", "coach"))
    talk = choosing.seek_advice(talk, "eating_sleeping", "milan", "coach")
    steps = [step for step in steps_of(talk) if (step.position.question or "").startswith("advice")]
    assert [(step.position.question, step.position.person_id) for step in steps] == [
        ("advice_why", "coach"),
        ("advice_next", "coach"),
        ("advice_view", "father"),
        ("advice_parent", "father"),
        ("advice_view", "mother"),
        ("advice_parent", "mother"),
    ]
    kinds_there = [step.kind for step in of_topic(talk, "eating_sleeping")]
    assert kinds_there[-7:] == ["question"] * 7


def test_the_difference_is_talked_about_before_anybody_asks_for_advice() -> None:
    talk = appraised(agreed("eating_sleeping"), mother="so_so", nurse="difficult")
    talk = choosing.seek_advice(talk, "eating_sleeping", "milan", "nurse")
    assert together(talk) == [
        "side_by_side",
        "reason",
        "reason",
        "difference",
        "advice_why",
        "advice_view",
        "advice_parent",
        "outcome",
    ]


def test_nobody_answers_for_a_parent_who_is_not_there() -> None:
    talk = agreed("eating_sleeping", table=("nurse",))
    talk = choosing.seek_advice(talk, "eating_sleeping", "milan", "nurse")
    asked_of = {
        s.position.person_id
        for s in steps_of(talk)
        if (s.position.question or "").startswith("advice")
    }
    assert asked_of == {"nurse"}


def test_help_is_asked_about_in_small_steps() -> None:
    talk = appraised(agreed("eating_sleeping"), mother="difficult")
    talk = answered(talk, (asked("outcome"), chose("outcome", "support")))
    assert together(talk) == ["outcome", "helper", "urgency"]
    outside = answered(talk, (asked("helper"), chose("helper", "outside")))
    assert together(outside) == ["outcome", "helper", "help_kind", "urgency"]
    near = answered(outside, (asked("helper"), chose("helper", "network")))
    assert together(near) == ["outcome", "helper", "urgency"]
    well = answered(outside, (asked("outcome"), chose("outcome", "goes_well")))
    assert together(well) == ["outcome"]


@pytest.mark.parametrize(
    ("helper", "help_kind", "asks"),
    [
        ("ourselves", None, False),
        ("network", None, True),
        ("outside", "advice", False),
        ("outside", "extra_help", True),
        ("outside", "help_now", False),
    ],
)
def test_how_urgent_it_is_is_asked_only_where_help_has_to_come(
    helper: str, help_kind: str | None, asks: bool
) -> None:
    talk = appraised(agreed("eating_sleeping"), mother="difficult")
    talk = answered(talk, (asked("outcome"), chose("outcome", "support")))
    talk = answered(talk, (asked("helper"), chose("helper", helper)))
    if help_kind is not None:
        talk = answered(talk, (asked("help_kind"), chose("help_kind", help_kind)))
    assert ("urgency" in together(talk)) is asks


def test_conclusions_are_drawn_for_each_child() -> None:
    talk = agreed("eating_sleeping", children=CHILDREN[:2])
    for child_id in CHILDREN[:2]:
        step = asked("appraisal", person_id="mother", child_id=child_id)
        talk = answered(talk, (step, chose("appraisal", "so_so")))
    step = asked("outcome", child_id="noor")
    talk = answered(talk, (step, chose("outcome", "support")))
    asked_about = [s.position.child_id for s in steps_of(talk) if s.position.question == "outcome"]
    assert asked_about == ["milan", "noor"]
    assert [s.position.child_id for s in steps_of(talk) if s.position.question == "urgency"] == [
        "noor"
    ]


def test_what_the_content_no_longer_knows_is_passed_over() -> None:
    talk = agreed("health")
    visits = (
        SideVisit(side="gone", topics=("health",)),
        SideVisit(side="development", topics=("gone", "health")),
    )
    talk = talk.changed(visits=visits)
    asked_about = {step.position.topic for step in steps_of(talk)} - {None}
    assert asked_about == {"health"}
    assert [step.visit for step in steps_of(talk) if step.kind == "triangle"] == [0, 1, 2]


def test_a_document_that_names_something_twice_can_still_be_walked_to_the_end() -> None:
    talk = agreed("housing", table=("mother", "nurse"))
    twice = talk.changed(
        visits=talk.conversation.visits * 2,
        participants=(Participant(person_id="mother", role="parent"),) * 2,
    )
    steps = agenda(twice)
    assert len(set(steps)) == len(steps)
    for _ in steps:
        twice = flow.next_step(twice)
    assert flow.current_step(twice) == ExportStep()
