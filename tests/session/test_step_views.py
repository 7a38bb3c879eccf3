"""What every step shows: headings, ways on, help, choices, drawings, and what people said.

How it is laid out is tested with the screens, the words at each rung in ``test_step_words``.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, count

import pytest

from giz_gesprek.content.phrases import lower_first
from giz_gesprek.content.texts import Rung
from giz_gesprek.content.voiced import VoicedText
from giz_gesprek.conversation import choosing, flow, planning
from giz_gesprek.conversation.asked import has_to_be_told
from giz_gesprek.conversation.plan import MOST_GOALS, MOST_STEPS
from giz_gesprek.conversation.steps import GoalsStep, PageStep, Step, SummaryStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.session.around_view import AroundView
from giz_gesprek.session.help_now import help_now
from giz_gesprek.session.plan_views import DayView, GoalsView
from giz_gesprek.session.prompts import prompts
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_parts import Quote
from giz_gesprek.session.step_view import (
    AgainView,
    ChoiceView,
    PageView,
    TopicsView,
    TriangleView,
    WholeView,
    WordsView,
)
from giz_gesprek.session.written_views import LinesView, SideBySideView
from giz_gesprek.store import Store
from tests.store.support import NOW
from tests.support.dossiers import framework, library
from tests.support.talks import (
    RUNGS,
    agreed_talk,
    answered,
    full_talk,
    make_family,
    new_talk,
    places,
    say_about,
    step_where,
    talk_on_every_topic,
    words,
)
from tests.support.views import NOT_OF_THE_STEP, every_step, sit_with, stand_at, texts

# --- what a step shows --------------------------------------------------------------------


def words_at(place: str) -> list[str]:
    """Return texts that a step at this place has to say."""
    step = places()[place][1]
    if step.kind == "question":
        own = ["button.leave_advice"] if place in {"view", "advice"} else []
        return [framework().question_text(step.question or "", step.topic), *own]
    fixed = {
        "consent": ["agreement.start", "consent.start", "consent.stop_today"],
        "since": ["since.ask", "since.calm", "since.hard", "button.dont_know"],
        "hard_days": ["hard_days.told", "hard_days.still"],
        "reached": ["looked_back.intro", "looked_back.ask", "looked_back.a_little"],
        "step_reached": ["looked_back.steps", "looked_back.ask", "looked_back.not_reached"],
        "helped": ["looked_back.helped", "common.empty_is_fine"],
        "help_came": ["looked_back.there", "looked_back.waiting", "looked_back.not_there"],
        "then": ["looked_back.then", "looked_back.smaller", "looked_back.let_go"],
        "left": ["left.intro", "left.ask", "left.now", "left.later"],
        "again": ["again.ask", "again.another", "eating_sleeping.title"],
        "practice": ["practice.intro", "practice.drink", "drink.coffee", "drink.other"],
        "triangle": ["triangle.choose_next", "side.surroundings", "button.to_plan"],
        "topics": ["topics.choose", "topics.two_or_three", "button.add_topic"],
        "read_back": [f"{step.position.topic}.helps", "read_back.ask"],
        "turn": ["turn.family"],
        "side_by_side": ["side_by_side.no_view"],
        "later_date": ["difference.later_when", "look_back.format"],
        "whole": ["whole.ask", "whole.nothing", "side.development", "eating_sleeping.title"],
        "around": ["around.ask", "around.close", "around.helps_label", "around.add"],
        "goals": ["button.add_goal", "button.add_step"],
        "look_back": ["look_back.ask"],
        "summary": ["summary.intro"],
        "export": ["export.ask", "export.family", "export.card", "finish.done"],
        "page": [step.position.text or ""],
    }
    return [*fixed[step.kind], *(["declined.delete"] if place == "declined" else [])]


@pytest.mark.parametrize("rung", RUNGS)
def test_a_step_says_its_words(store: Store, rung: Rung) -> None:
    for place, (talk, step) in places().items():
        session = sit_with(store, talk, make_family(rung))
        said = stand_at(session, step).said
        for text_id in words_at(place):
            assert session.phrases().text(text_id) in said, (place, text_id)


def test_all_that_is_seen_of_a_step_is_read_aloud_and_nothing_else(store: Store) -> None:
    for _session, view in every_step(store):
        seen = [text for where, text in texts(view) if where not in NOT_OF_THE_STEP]
        assert Counter(view.said) == Counter(seen), view.step


def test_the_heading_names_the_topic_and_whose_turn_it_is(store: Store) -> None:
    for session, view in every_step(store):
        step, phrases = view.step, session.phrases()
        assert view.title, step
        if step.position.topic is not None:
            assert view.title.startswith(phrases.text(f"{step.position.topic}.title")), step
        if step.kind == "question" and step.person_id is not None:
            assert view.title.endswith(f" · {session.family.person(step.person_id).name}"), step
        if step.kind == "question" and step.person_id is None and step.topic is not None:
            assert view.title.endswith(phrases.text("conclusion.title")), step


def test_every_step_has_help_of_its_kind(store: Store) -> None:
    helps = {
        PageView: {"help.statement", "help.turn"},
        ChoiceView: {"help.choice", "help.export"},
        TriangleView: {"help.triangle"},
        WholeView: {"help.whole"},
        TopicsView: {"help.topics"},
        AgainView: {"help.again"},
        WordsView: {"help.own_words"},
        LinesView: {"help.read_back", "help.summary", "help.left"},
        SideBySideView: {"help.side_by_side"},
        DayView: {"help.conclusion"},
        GoalsView: {"help.goals"},
        AroundView: {"help.around"},
    }
    for session, view in every_step(store):
        told = [session.phrases().text(text_id) for text_id in helps[type(view)]]
        assert view.help in told, view.step


def is_promised(session: Session, step: Step) -> bool:
    """Tell whether a question asks what the family was promised to hear."""
    question = step.position.question
    return question is not None and has_to_be_told(session.framework, question)


def test_the_ways_on_are_there_where_they_lead_somewhere(store: Store) -> None:
    skipped = {"question", "practice", "triangle", "later_date", "look_back", "whole", "again"}
    skipped |= {"since", "hard_days", "reached", "step_reached", "helped", "help_came", "then"}
    going_on = {"declined.thanks": "button.keep_talk", "hard_days": "hard_days.keep"}
    for session, view in every_step(store):
        ways, step, say = view.ways, view.step, session.phrases().text
        is_first = step == session.steps()[0]
        assert ways.next == say(going_on.get(step.position.text or step.kind, "button.next"))
        assert ways.back == ("" if is_first else say("button.back")), step
        skips = step.kind in skipped and not is_promised(session, step)
        skips &= not (isinstance(view, AgainView) and bool(view.chosen))
        assert ways.skip == (say("button.skip") if skips else ""), step
        began = session.conversation.state not in {"prepared", "declined"}
        leads_on = began and step.kind not in {"summary", "export"}
        assert ways.enough == (say("button.enough") if leads_on else ""), step


def test_the_heading_tells_how_many_topics_are_left(store: Store) -> None:
    left = [
        view.ways.left_to_do
        for session, view in every_step(store, talk_on_every_topic())
        if view.step.position.question == "strengths"
        and session.framework.side_of(view.step.position.topic or "")
    ]
    per_side = [f"Nog {number} onderwerpen" for number in (5, 4, 3, 2)]
    assert len(left) == len(framework().topics)
    assert [[text.split(".")[0] for text in left[place : place + 4]] for place in (0, 6, 12)] == [
        per_side
    ] * 3
    assert left[5] == left[11] == left[17] == ""


def test_choices_are_counted_up_and_two_answers_stand_apart_at_four_and_five(store: Store) -> None:
    for session, view in every_step(store):
        options = [*getattr(view, "options", ()), *getattr(view, "asides", ())]
        choices = [option for option in options if not option.aside]
        asides = [option for option in options if option.aside]
        assert [option.digit for option in choices] == list(range(1, len(choices) + 1)), view.step
        if is_promised(session, view.step):
            assert asides == [], view.step
        elif view.step.kind == "question":
            apart = [(option.digit, option.id) for option in asides]
            assert apart == [(4, "dont_know"), (5, "rather_not_say")], view.step
        else:
            following = zip(asides, count(len(choices) + 1), strict=False)
            assert all(option.digit == digit for option, digit in following), view.step


def test_choices_have_the_order_and_the_drawings_of_the_framework(store: Store) -> None:
    shown_scales = set()
    for _session, view in every_step(store):
        spec = framework().questions.get(view.step.position.question or "")
        scale = spec.scale if spec is not None else {"practice": "drink"}.get(view.step.kind)
        scale = "consent" if view.step.kind == "consent" else scale
        if scale is None or not isinstance(view, ChoiceView):
            continue
        shown_scales.add(scale)
        drawn = {option.id: option.pictogram for option in view.options if not option.aside}
        left_out = spec.leaves_out if spec is not None else ()
        offered = [each for each in framework().scales[scale].items() if each[0] not in left_out]
        assert list(drawn.items()) == offered, view.step
    assert shown_scales == set(framework().scales)


def test_topics_and_pages_have_their_drawings(store: Store) -> None:
    pages = {
        "read_back": "read_back.title",
        "later_date": "difference.later_when",
        "look_back": "look_back.ask",
        "goals": "goals.title",
        "turn": "turn.family",
    }
    for _session, view in every_step(store):
        step = view.step
        if isinstance(view, AgainView):
            assert not any(option.pictogram for option in view.options)  # the faces stand there
        elif isinstance(view, TopicsView):
            drawn = {option.id: option.pictogram for option in view.options}
            assert drawn == {topic: framework().topics[topic].pictogram for topic in drawn}
        elif step.position.question == "strengths" and step.position.person_id == "mother":
            topic = framework().topics[step.position.topic or ""]
            assert getattr(view, "pictogram", None) == topic.pictogram
        elif text_id := pages.get(step.kind, step.position.text):
            assert getattr(view, "pictogram", None) == framework().page_pictures[text_id], step


def test_every_page_of_the_beginning_has_a_picture() -> None:
    pages = {text_id for page in framework().pages.values() for text_id in page}
    assert pages <= set(framework().page_pictures)


# --- choices and what is said about them --------------------------------------------------


def test_what_is_lit_is_said_in_a_sentence_of_whoever_chooses(store: Store) -> None:
    for session, view in every_step(store, full_talk()):
        if not isinstance(view, ChoiceView):
            continue
        together = view.step.kind == "question" and view.step.person_id is None
        echo = "common.we_choose" if together else "common.you_choose"
        phrases, walked = session.phrases(), f" · {session.phrases().text('triangle.done')}"
        spec = framework().questions.get(view.step.position.question or "")
        told = spec.told if spec is not None and together else {}
        for option in view.options:
            label = phrases.inside(option.label.removesuffix(walked))
            told_so = phrases.text(told.get(option.id, echo), choice=label)
            assert option.echo == told_so, view.step


@pytest.mark.parametrize(
    ("question", "person", "chosen", "text_id"),
    [
        ("appraisal", "mother", "so_so", "common.chosen_before"),
        ("appraisal", "mother", "dont_know", "common.chosen_before"),
        ("outcome", None, "goes_well", "common.we_chose_before"),
    ],
)
def test_an_earlier_choice_is_lit_and_said(
    store: Store, question: str, person: str | None, chosen: str, text_id: str
) -> None:
    session = sit_with(store, full_talk())
    step = step_where(full_talk(), question=question, person=person)
    session.jump(step)
    assert isinstance(session.view, ChoiceView)
    if chosen == "dont_know":
        session.answer_state("dont_know")
    else:
        session.answer_choice(chosen)
    session.jump(step)
    view = session.view
    assert isinstance(view, ChoiceView)
    label = next(option.label for option in view.options if option.id == chosen)
    assert view.chosen == chosen
    assert view.echo == session.phrases().text(text_id, choice=lower_first(label))


def test_nothing_is_chosen_before_somebody_chose(store: Store) -> None:
    for _session, view in every_step(store, full_talk().changed(views=(), conclusions=())):
        if isinstance(view, ChoiceView) and view.step.position.question not in {
            "difference",
            "outcome",
        }:
            is_walked = view.step.kind == "triangle"
            assert view.chosen is None or is_walked, view.step
            assert view.echo == "" or is_walked, view.step


def test_a_choice_that_is_missing_is_asked_for_without_speaking_of_skipping_where_none_is(
    store: Store,
) -> None:
    for _session, view in every_step(store):
        if isinstance(view, ChoiceView):
            expected = "common.choose_first" if view.ways.skip else "common.choose_only"
            assert view.missing == expected, view.step


def test_a_drink_brings_the_remark_that_choices_can_be_changed(store: Store) -> None:
    remarks = {
        view.step.kind: view.remark
        for _session, view in every_step(store)
        if isinstance(view, ChoiceView) and view.remark is not None
    }
    assert remarks == {"practice": "practice.change"}


def test_the_triangle_marks_what_was_walked_and_the_echo_names_the_side_alone(
    store: Store,
) -> None:
    talk, step = places()["triangle"]
    session = sit_with(store, talk)
    view = stand_at(session, step)
    assert isinstance(view, TriangleView)
    say = session.phrases().text
    assert [side.id for side in view.sides] == list(framework().sides)
    assert [side.done for side in view.sides] == [True, True, False]
    for side, option in zip(view.sides, view.options, strict=False):
        mark = f" · {say('triangle.done')}" if side.done else ""
        assert option.label == f"{say(f'side.{side.id}')}{mark}"
        assert option.about == say(f"triangle.about_{side.id}")
        inside = session.phrases().inside(say(f"side.{side.id}"))
        assert option.echo == say("common.you_choose", choice=inside)


def test_topics_of_a_side_come_three_at_a_time_and_all_of_them(store: Store) -> None:
    for side, spec in framework().sides.items():
        talk = choosing.open_side(agreed_talk(), side)
        pages = [view for _s, view in every_step(store, talk) if isinstance(view, TopicsView)]
        assert [len(view.options) for view in pages] == [3, 3]
        assert tuple(o.id for view in pages for o in view.options) == spec.topics


def test_parked_topics_are_nowhere(store: Store) -> None:
    parked = new_talk(park_sensitive=True).conversation.parked
    assert parked
    seen = set()
    for side in framework().sides:
        talk = choosing.open_side(agreed_talk().changed(parked=parked), side)
        for _session, view in every_step(store, talk):
            if isinstance(view, TopicsView):
                seen |= {option.id for option in view.options}
    assert seen == set(framework().topics) - set(parked)


def plan(store: Store, talk: Talk) -> GoalsView:
    """Return what the plan of a talk shows."""
    view = stand_at(sit_with(store, talk), GoalsStep())
    assert isinstance(view, GoalsView)
    return view


def test_three_goals_and_five_steps_are_enough(store: Store) -> None:
    talk = full_talk()
    for number in range(1, MOST_GOALS):
        assert (plan(store, talk).hint, plan(store, talk).add is not None) == ("", True)
        talk = planning.add_goal(talk, words(f"Doel {number}"))
    enough = sit_with(store, talk).phrases().text("goals.three_is_enough")
    assert (plan(store, talk).hint, plan(store, talk).add) == (enough, None)
    for number in range(1, MOST_STEPS):
        assert plan(store, talk).goals[0].add_step is not None
        talk = planning.add_plan_step(talk, "goal-1", words(f"Stap {number}"))
    assert [len(goal.steps) for goal in plan(store, talk).goals] == [MOST_STEPS, 0, 0]
    assert plan(store, talk).goals[0].add_step is None


# --- people -------------------------------------------------------------------------------


def side_by_side(store: Store, talk: Talk) -> tuple[SideBySideView, Session]:
    """Return the views beside each other, of the first topic where that is asked."""
    session = sit_with(store, talk)
    view = stand_at(session, step_where(talk, "side_by_side"))
    assert isinstance(view, SideBySideView)
    return view, session


@pytest.mark.parametrize(
    ("choices", "verdict"),
    [
        ({"mother": "going_well", "nurse": "going_well"}, "same"),
        ({"mother": "going_well", "nurse": "difficult"}, "differ"),
        ({"mother": "so_so"}, "one_view"),
        ({"nurse": "so_so"}, "one_view"),
    ],
)
def test_views_stand_side_by_side_and_nothing_is_averaged(
    store: Store, choices: dict[str, str], verdict: str
) -> None:
    talk = agreed_talk("housing")
    for person, choice in choices.items():
        question = "view" if person == "nurse" else "appraisal"
        talk = say_about(talk, "housing", person, **{question: choice})
    # Without own words there is nothing to lay beside the same choice.
    talk = say_about(talk, "housing", "mother", strengths="Er is een tuin.")
    view, session = side_by_side(store, talk)
    say = session.phrases().text
    assert view.verdict == say(f"side_by_side.{verdict}")
    for card, (person, name) in zip(
        view.cards, (("mother", "Sanne"), ("nurse", "Fatma")), strict=True
    ):
        if person in choices:
            label = lower_first(say(f"how_is_it_going.{choices[person]}"))
            assert card.choice == say("side_by_side.chose", name=name, choice=label)
        else:
            assert card.choice == say("side_by_side.no_view", name=name)


@pytest.mark.parametrize(
    ("choices", "verdict"),
    [
        ({"mother": "difficult", "nurse": "difficult"}, "side_by_side.same"),
        ({"mother": "so_so"}, "side_by_side.one_view"),
        ({"mother": "so_so", "nurse": "difficult"}, None),
    ],
)
def test_what_all_see_the_same_is_said_above_what_is_chosen_together(
    store: Store, choices: dict[str, str], verdict: str | None
) -> None:
    talk = agreed_talk("housing")
    for person, choice in choices.items():
        question = "view" if person == "nurse" else "appraisal"
        talk = say_about(talk, "housing", person, **{question: choice})
    session = sit_with(store, talk)
    view = stand_at(session, step_where(talk, question="outcome"))
    assert isinstance(view, ChoiceView)
    assert view.intro == ("" if verdict is None else session.phrases().text(verdict))


def test_the_turn_of_a_professional_begins_above_the_first_question_only(store: Store) -> None:
    talk = agreed_talk("eating_sleeping", "health")
    session = sit_with(store, talk)
    intros = []
    for topic in ("eating_sleeping", "health"):
        view = stand_at(session, step_where(talk, question="view", topic=topic))
        assert isinstance(view, ChoiceView)
        intros.append(view.intro)
    assert intros == [session.phrases().text("turn.professional"), ""]


def test_a_topic_begins_with_what_it_is_about_for_the_first_parent_only(store: Store) -> None:
    talk = agreed_talk("health", table=("mother", "father", "nurse"))
    session = sit_with(store, talk)
    first = stand_at(session, step_where(talk, question="strengths", person="mother"))
    second = stand_at(session, step_where(talk, question="appraisal", person="father"))
    assert isinstance(first, WordsView)
    assert isinstance(second, ChoiceView)
    assert first.intro == session.phrases().text("health.opening")
    assert second.intro == ""


def test_what_stands_beside_every_answer_is_read_once_to_each_and_once_together(
    store: Store,
) -> None:
    talk = agreed_talk("health", table=("mother", "father", "nurse"))
    dont_know = "Weet ik niet"

    def is_new(talk: Talk, question: str, person: str | None = None) -> bool:
        view = stand_at(sit_with(store, talk), step_where(talk, question=question, person=person))
        assert dont_know in view.said
        return dont_know in view.new

    assert is_new(talk, "strengths", "mother")
    talk = say_about(talk, "health", "mother", strengths="Hij groeit.")
    assert not is_new(talk, "appraisal", "mother")
    assert is_new(talk, "appraisal", "father")
    assert is_new(talk, "outcome")
    talk = answered(talk, step_where(talk, question="outcome"), "support")
    assert not is_new(talk, "helper")


def test_what_was_read_back_is_not_read_by_itself_in_the_report(store: Store) -> None:
    talk = say_about(agreed_talk("health"), "health", "mother", strengths="Hij groeit.")
    talk = answered(talk, step_where(talk, question="outcome"), "support")
    session = sit_with(store, talk)
    report = stand_at(session, SummaryStep())
    assert "Hij groeit." in report.said
    assert "Hij groeit." not in report.new
    assert report.new != ()
    finished = sit_with(store, flow.finish(talk, now=NOW))
    assert "Hij groeit." in stand_at(finished, SummaryStep()).new


def test_both_voices_stand_whole_side_by_side_those_of_the_family_first(store: Store) -> None:
    talk = agreed_talk("housing", table=("nurse", "mother", "father"))
    talk = say_about(
        talk,
        "housing",
        "mother",
        example="Wij slapen met zijn vieren.",
        strengths="Er is een tuin.",
        appraisal="difficult",
    )
    talk = say_about(talk, "housing", "father", strengths="De buren.", appraisal="so_so")
    talk = say_about(talk, "housing", "nurse", view="difficult", view_words="Er is schimmel.")
    view, session = side_by_side(store, talk)
    assert [(card.person_id, card.pictogram) for card in view.cards] == [
        ("mother", "face-difficult"),
        ("father", "face-so-so"),
        ("nurse", "face-difficult"),
    ]
    say = session.phrases().text
    sanne, jan, fatma = (say("side_by_side.said", name=name) for name in ("Sanne", "Jan", "Fatma"))
    assert view.question == say("housing.appraisal")
    assert [(asked.question, asked.quotes) for asked in view.asked] == [
        (
            say("housing.strengths"),
            (Quote(sanne, "Er is een tuin."), Quote(jan, "De buren.")),
        ),
        (say("housing.example"), (Quote(sanne, "Wij slapen met zijn vieren."),)),
        (say("view.words", name="Fatma"), (Quote(fatma, "Er is schimmel."),)),
    ]


def test_without_any_choice_nobody_is_called_to_account(store: Store) -> None:
    talk = say_about(agreed_talk("housing"), "housing", "mother", strengths="Er is een tuin.")
    view, session = side_by_side(store, talk)
    no_view = [
        session.phrases().text("side_by_side.no_view", name=name) for name in ("Sanne", "Fatma")
    ]
    assert [card.choice for card in view.cards] == no_view
    assert view.verdict == ""


def test_a_topic_without_faces_shows_literal_words_only(store: Store) -> None:
    hostile = "Samen {child} lezen [/b]."
    talk = say_about(agreed_talk("love_attention"), "love_attention", "mother", helps=hostile)
    view, session = side_by_side(store, talk)
    (nurse,) = view.cards
    assert (nurse.person_id, view.verdict, view.question) == ("nurse", "", "")
    (asked,) = view.asked
    assert asked.question == session.phrases().text("love_attention.helps")
    lead = session.phrases().text("side_by_side.said", name="Sanne")
    assert asked.quotes == (Quote(lead, hostile),)


def test_words_of_people_are_no_words_of_the_content(store: Store) -> None:
    said = {"Hij eet goed.", "Hij is moe.", "Samen op de bank.", "Samen eten."}
    found = set()
    for _session, view in every_step(store, full_talk()):
        for _where, text in texts(view):
            if any(each in text for each in said):
                assert not isinstance(text, VoicedText), (view.step, text)
                found.add(text)
    assert found >= said


def test_a_topic_that_was_added_opens_with_who_added_it_and_why(store: Store) -> None:
    talk = choosing.open_side(agreed_talk(), "surroundings")
    reason = words("Ik [/b] wil het ook weten.", "nurse")
    talk = choosing.add_topic(talk, "surroundings", "housing", by_id="nurse", reason=reason)
    session = sit_with(store, talk)
    view = stand_at(session, step_where(talk, question="strengths"))
    assert isinstance(view, WordsView)
    assert view.intro == session.phrases().text("housing.opening")
    lead = session.phrases().text("side_by_side.said", name="Fatma")
    assert [(quote.lead, quote.text) for quote in view.quotes] == [(lead, reason.text)]


def test_a_draft_stands_in_the_field_instead_of_what_was_kept(store: Store) -> None:
    talk, step = places()["words"]
    session = sit_with(store, talk)
    view = stand_at(session, step)
    assert isinstance(view, WordsView)
    assert view.typed == "Hij eet goed."
    session.save_draft(step.key, "Hij eet")
    view = session.view
    assert isinstance(view, WordsView)
    assert view.typed == "Hij eet"


# --- help ---------------------------------------------------------------------------------


def test_the_questions_of_the_professional_belong_to_the_topic(store: Store) -> None:
    for session, view in every_step(store, talk_on_every_topic()):
        topic = view.step.position.topic
        asked = [session.phrases().text(f"{topic}.prompt_{n}") for n in (1, 2)] if topic else []
        assert list(prompts(session))[:2] == asked, view.step


def test_the_number_of_the_own_organisation_is_called_where_it_is_known(store: Store) -> None:
    session = sit_with(store, full_talk())
    known = help_now(session)
    assert "010 123 45 67" in known[-1]
    family = make_family()
    nobody = [person.model_copy(update={"phone": None}) for person in family.people]
    session = sit_with(store, full_talk(), family.model_copy(update={"people": tuple(nobody)}))
    assert help_now(session) == known[:-1]


@pytest.mark.parametrize("rung", RUNGS)
def test_in_pregnancy_the_midwife_is_called(store: Store, rung: Rung) -> None:
    family = make_family(rung)
    unborn = [
        person.model_copy(update={"age_band": "prenatal"}) if person.age_band else person
        for person in family.people
    ]
    for people, named in ((family.people, False), (unborn, True)):
        other = family.model_copy(update={"people": tuple(people)})
        told = " ".join(help_now(sit_with(store, full_talk(), other)))
        assert ("verloskundige" in told) == named
        assert "huisartsenpost" in told


@pytest.mark.parametrize("rung", RUNGS)
def test_a_word_of_the_glossary_is_found_in_what_a_step_says(store: Store, rung: Rung) -> None:
    glossary = library().glossary("nl", rung)
    session = sit_with(store, full_talk(), make_family(rung))
    view = stand_at(session, step_where(full_talk(), question="helper"))
    found = {spot.term for text in view.said for spot in glossary.spots_in(text)}
    assert "hulpverlener" in found
    numbers = set(chain.from_iterable(glossary.spots_in(text) for text in help_now(session)))
    assert {"veilig thuis", "huisartsenpost"} <= {spot.term for spot in numbers}


def test_the_first_step_is_one_of_the_agenda(store: Store) -> None:
    session = sit_with(store, new_talk())
    assert session.view.step == PageStep(text="welcome.hello")


# --- what follows from what was chosen -----------------------------------------------------


def test_who_wants_help_is_not_asked_whether_they_help_themselves(store: Store) -> None:
    talk = full_talk()
    step = step_where(talk, question="helper")

    view = stand_at(sit_with(store, talk), step)

    assert isinstance(view, ChoiceView)
    assert [option.id for option in view.options if not option.aside] == ["network", "outside"]


def test_an_answer_that_is_no_longer_offered_stays_where_it_was_given(store: Store) -> None:
    talk = full_talk()
    step = step_where(talk, question="helper")

    view = stand_at(sit_with(store, answered(talk, step, "ourselves")), step)

    assert isinstance(view, ChoiceView)
    assert view.chosen in [option.id for option in view.options]
