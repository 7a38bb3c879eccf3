"""Every kind of step in lines: what is said, and how it is answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.plan import ComesFirst
from giz_gesprek.conversation.steps import (
    ExportStep,
    GoalsStep,
    LookBackStep,
    Step,
    SummaryStep,
    TopicsStep,
    TriangleStep,
    WholeStep,
)
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.i18n import format_weekday
from giz_gesprek.store import Store
from tests.conversation.support import FAMILY, NOW, agreed, appraised, asked
from tests.plain.support import Table, at, every_place, full_talk

PLACES = every_place()
APPRAISAL = asked("appraisal", person_id="mother")
STRENGTHS = asked("strengths", person_id="mother")
TOPICS = TopicsStep(side="development", page=0)
TODAY = NOW.astimezone().date()
NEXT_TUESDAY = TODAY + timedelta(days=8 - TODAY.weekday())


def in_words(day: date) -> str:
    return format_weekday(day, "nl")


def table(store: Store, step: Step, talk: Talk | None = None) -> Table:
    return Table(store, at(talk or agreed("eating_sleeping", "love_attention"), step))


@pytest.mark.parametrize("place", PLACES)
def test_every_step_says_everything_that_is_read_aloud_of_it(place: str, store: Store) -> None:
    table = Table(store, PLACES[place])
    said = table.types()
    if place == "goals":
        # What can be done with a goal stands behind its number.
        said += table.types("1")
    for text in table.session().view.said:
        for line in text.strip().split("\n"):
            assert line.strip() in said
    assert table.ending == "input"


@pytest.mark.parametrize("place", PLACES)
def test_the_end_of_the_input_keeps_every_step_where_it_is(place: str, store: Store) -> None:
    table = Table(store, PLACES[place])
    before = table.kept
    table.types()
    assert table.kept == before


def test_a_page_is_read_and_enter_goes_on(store: Store) -> None:
    table = Table(store, PLACES["page welcome.hello"])
    said = table.types("", "iets")
    assert table.step.position.text == "agreement.write"
    assert table.says("plain.press_enter") in said


def test_a_choice_is_lit_by_its_number_and_confirmed_by_enter(store: Store) -> None:
    t = table(store, APPRAISAL)
    said = t.types("2")
    assert "1. Gaat goed\n2. Gaat wel\n3. Gaat moeilijk\n4. Weet ik niet\n" in said
    assert said.endswith("U kiest: gaat wel.\nEnter: Dit kies ik\n")
    assert t.step == APPRAISAL
    t.types("2", "3", "")
    assert [answer.choice for answer in t.answers] == ["difficult"]
    assert t.step != APPRAISAL


def test_nothing_is_chosen_beforehand(store: Store) -> None:
    t = table(store, APPRAISAL)
    said = t.types("", "9", "-1", "²", "goed")
    assert said.count(f"{t.says('common.choose_first')}\n/s: Sla over\n") == 5
    assert t.answers == []
    assert t.step == APPRAISAL


def test_an_earlier_choice_is_said_and_stays_with_enter(store: Store) -> None:
    t = table(store, APPRAISAL, full_talk())
    said = t.types("")
    assert "U koos eerder: gaat goed.\nEnter: Dit kies ik\n" in said
    assert t.step != APPRAISAL


def test_what_was_lit_stays_lit_in_easier_words(store: Store) -> None:
    t = table(store, APPRAISAL)
    t.types("3", "/m", "")
    assert t.answers[0].choice == "difficult"


def test_one_line_of_own_words_is_the_answer(store: Store) -> None:
    t = table(store, STRENGTHS)
    said = t.types("Hij eet\tgoed\x1b[31m.")
    assert t.says("plain.typing") in said
    assert t.words == ["Hij eet goed[31m."]
    assert t.step != STRENGTHS


def test_a_digit_is_own_words_where_words_are_asked(store: Store) -> None:
    t = table(store, STRENGTHS)
    t.types("4")
    assert t.words == ["4"]


def test_the_answers_set_apart_stand_behind_a_slash(store: Store) -> None:
    t = table(store, STRENGTHS)
    assert "/4. Weet ik niet\n/5. Wil ik niet zeggen\n" in t.types("/5")
    assert t.answers[0].state == "rather_not_say"


def test_two_slashes_are_text_that_begins_with_one(store: Store) -> None:
    t = table(store, STRENGTHS)
    t.types("//t is lief")
    assert t.words == ["/t is lief"]


def test_several_lines_stand_between_two_dots(store: Store) -> None:
    t = table(store, STRENGTHS)
    said = t.types(".", "Hij eet.", "", "//Hij slaapt.", ".")
    assert t.says("plain.several_lines") in said
    assert t.words == ["Hij eet.\n\n/Hij slaapt."]


def test_half_of_several_lines_is_a_draft_that_is_said_again(store: Store) -> None:
    t = table(store, STRENGTHS)
    t.types(".", "Hij eet.", "Hij slaapt.")
    assert t.answers == []
    said = t.types()
    assert "“Hij eet.\n  Hij slaapt.”\nEnter: Bewaren\n/e: Leeg maken\n" in said
    t.types(".", "Hij lacht.", ".")
    assert t.words == ["Hij eet.\nHij slaapt.\nHij lacht."]


def test_words_that_stand_stay_with_enter_and_go_with_a_command(store: Store) -> None:
    t = table(store, STRENGTHS, full_talk())
    t.types("")
    assert t.words == ["Goed.\n1. X"]
    assert t.says("plain.emptied") in t.types("/t", "/e", "")
    assert t.words == []


def test_saying_nothing_is_fine(store: Store) -> None:
    t = table(store, STRENGTHS)
    assert t.says("common.empty_is_fine") in t.types("")
    assert t.answers == []
    assert t.step != STRENGTHS


def test_words_that_are_too_long_are_cut_and_said_to_be(store: Store) -> None:
    t = table(store, STRENGTHS)
    said = t.types("x" * 10_001)
    assert t.says("common.too_long") in said
    assert t.step == STRENGTHS
    t.types("x" * 10_001, "")
    assert [len(own) for own in t.words] == [10_000]


def test_how_typing_goes_is_said_once(store: Store) -> None:
    t = table(store, STRENGTHS)
    said = t.types("", "1", "", "", "")
    assert said.count(t.says("plain.typing")) == 1


def test_a_title_is_said_when_it_changes(store: Store) -> None:
    t = table(store, STRENGTHS)
    title = t.session().view.title
    assert t.types("Goed.", "1").count(f"{title}\n") == 1


def test_topics_are_chosen_and_left_by_number(store: Store) -> None:
    t = table(store, TOPICS, agreed("love_attention", "health"))
    before = [topic for visit in t.kept.visits for topic in visit.topics]
    said = t.types("1", "1", "1", "")
    assert said.count("U kiest: ") >= 2
    assert "Weer weg: " in said
    after = [topic for visit in t.kept.visits for topic in visit.topics]
    assert len(after) == len(before) + 1
    assert t.step != TOPICS


def test_the_professional_adds_a_topic_with_a_reason(store: Store) -> None:
    t = table(store, TOPICS)
    t.types("5", "", "1", "", "Ik maak mij zorgen.")
    added = [added for visit in t.kept.visits for added in visit.added]
    assert [each.reason.text for each in added if each.reason] == ["Ik maak mij zorgen."]


def test_a_side_is_told_about_when_it_is_lit(store: Store) -> None:
    t = table(store, TriangleStep(visit=2))
    said = t.types("3", "")
    assert t.says("triangle.about_surroundings") in said
    assert t.kept.visits[-1].side == "surroundings"


@pytest.mark.parametrize(
    ("typed", "day"),
    [(("8-12-2099", ""), date(2099, 12, 8)), (("",), None), (("ooit", "1-1-2000", ""), None)],
)
def test_a_day_is_typed(typed: tuple[str, ...], day: date | None, store: Store) -> None:
    t = table(store, LookBackStep())
    said = t.types(*typed)
    assert t.kept.plan.look_back_on == day
    if "ooit" in typed:
        assert t.says("common.date_wrong") in said
        assert t.says("common.date_past", date="Zaterdag 1 januari 2000") in said


def test_a_day_in_words_is_said_back_before_it_counts(store: Store) -> None:
    t = table(store, LookBackStep())
    said = t.types("volgende week dinsdag")
    assert f"{t.says('common.date_is', date=in_words(NEXT_TUESDAY))}\nEnter: Dit kies ik\n" in said
    assert t.kept.plan.look_back_on is None
    t.types("volgende week dinsdag", "15 december", "volgende week dinsdag", "")
    assert t.kept.plan.look_back_on == NEXT_TUESDAY


def test_going_back_keeps_the_day_that_was_said_back(store: Store) -> None:
    t = table(store, LookBackStep())
    t.types("8-12-2099", "/t")
    assert t.kept.plan.look_back_on == date(2099, 12, 8)


def test_a_day_that_stands_stays_with_enter_and_goes_with_a_command(store: Store) -> None:
    t = table(store, LookBackStep())
    t.types("8-12-2099", "", "/t", "")
    assert t.kept.plan.look_back_on == date(2099, 12, 8)
    standing = f"{in_words(date(2099, 12, 8))}.\nEnter: Bewaren\n/e: Nog geen datum\n"
    assert standing in t.types("/t", "/e")
    assert t.kept.plan.look_back_on is None


def test_a_line_of_the_report_is_changed_and_taken_away(store: Store) -> None:
    t = table(store, SummaryStep(), full_talk())
    listed = t.types().split("\n")
    number = next(line for line in listed if "“Goed." in line).partition(".")[0]
    said = t.types(number, "1", "", "Heel goed.")
    assert "1. Veranderen\n2. Weghalen\n/t: Terug\n" in said
    assert "“Heel goed.”" in t.types()
    said = t.types(number, "2", "", "2", "")
    assert t.says("summary.removed") in said
    assert "Heel goed" not in t.types()


def test_a_line_stays_when_enter_is_all_that_was_typed(store: Store) -> None:
    t = table(store, SummaryStep(), full_talk())
    before = t.kept
    listed = t.types().split("\n")
    number = next(line for line in listed if "“Goed." in line).partition(".")[0]
    t.types(number, "2", "", "")
    assert t.kept == before


def test_what_people_said_never_begins_a_line(store: Store) -> None:
    t = table(store, SummaryStep(), full_talk())
    assert "\n  1. X”\n" in t.types()


def test_after_a_no_everything_can_be_deleted_after_asking(store: Store) -> None:
    t = Table(store, PLACES["page declined.thanks"])
    t.types("1", "1")
    assert t.kept.state == "declined"
    t.types("1", "", "")
    assert t.kept.state == "declined", "Enter alone keeps it"
    t.types("1", "", "2", "")
    assert t.ending == "left"
    assert store.read("ganzenbloem").conversations == ()


def test_the_one_picture_is_a_list_of_faces_under_their_topics(store: Store) -> None:
    voices = appraised(agreed("eating_sleeping"), mother="going_well", nurse="so_so")
    t = table(store, WholeStep(), voices)
    name, other = (FAMILY.person(each).name for each in ("mother", "nurse"))
    lines = [f"1. {t.says('eating_sleeping.title')}", f"{name}: gaat goed", f"{other}: gaat wel"]
    said = t.types("1", "")
    assert "\n".join(lines) in said
    assert t.kept.plan.comes_first == ComesFirst(topic="eating_sleeping", child_id="milan")
    assert t.step == GoalsStep()


def test_a_plan_is_made_with_a_goal_a_step_a_name_and_a_day(store: Store) -> None:
    t = table(store, GoalsStep())
    said = t.types("1", "", "Naar zwemles.", "Bellen.", "1", "3", "", "1", "", "8-12-2099", "")
    goal = t.kept.plan.goals[0]
    assert goal.words.text == "Naar zwemles."
    assert (goal.steps[0].what.text, goal.steps[0].who_else) == ("Bellen.", None)
    assert goal.steps[0].who == (listed(t)[0].id, listed(t)[2].id)
    assert goal.steps[0].to_ask == (listed(t)[2].id,)
    assert goal.steps[0].asked_by == listed(t)[0].id
    assert t.says("around.who_asks", who=listed(t)[2].name) in said


def test_a_goal_of_the_time_before_goes_along_by_numbers(store: Store) -> None:
    earlier = full_talk().conversation.model_copy(
        update={"id": "talk-0", "started_at": NOW - timedelta(weeks=6)}
    )
    now = agreed()
    dossier = now.dossier.model_copy(update={"conversations": (earlier, now.conversation)})
    t = Table(store, at(replace(now, dossier=dossier), GoalsStep()))
    said = t.types("2", "", "1", "", "1", "", "")
    for text_id in ("goals.of_last_time", "goals.which_along", "goals.steps_along"):
        assert t.says(text_id) in said
    [goal] = t.kept.plan.goals
    assert (goal.words.text, len(goal.steps)) == ("Samen eten.", 1)


def listed(t: Table) -> list[Person]:
    """Return who can do a step, in the order in which they are offered."""
    sitting = t.kept.participant_ids()
    adults = [person for person in FAMILY.people if person.role != "child"]
    return sorted(adults, key=lambda person: person.id not in sitting)


def test_somebody_is_chosen_by_number_and_left_by_the_same_number(store: Store) -> None:
    t = table(store, GoalsStep())
    said = t.types("1", "", "Naar zwemles.", "Bellen.", "", "99", "1", "1", "2", "/t", "/t")
    first, second = [person.name for person in listed(t)[:2]]
    assert t.says("goals.more_people") in said
    _before, left, after = said.partition(t.says("plain.left", topic=first))
    assert left
    assert second in after
    assert said.count(t.says("common.choose_only")) == 2
    assert t.kept.plan.goals[0].steps[0].who == ()


def test_a_conversation_that_is_finished_is_left(store: Store) -> None:
    t = table(store, ExportStep(), full_talk())
    said = t.types("4", "")
    assert t.says("finish.thanks") in said
    assert t.ending == "left"
    assert t.kept.state == "finished"
    assert t.kept.finished_at == NOW
