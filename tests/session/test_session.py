"""A session with a real store: what is on the screen is what is on the disk."""

from __future__ import annotations

import pytest

from giz_gesprek.conversation import planning
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.steps import (
    GoalsStep,
    SummaryStep,
    TopicsStep,
    TriangleStep,
    TurnStep,
)
from giz_gesprek.errors import NotInStore, StoreError
from giz_gesprek.session import edits as session_edits
from giz_gesprek.session.clock import utc_now
from giz_gesprek.session.help_now import help_now
from giz_gesprek.session.prompts import prompts
from giz_gesprek.session.session import Session
from giz_gesprek.session.trace import paper_item
from giz_gesprek.store import Store
from giz_gesprek.summary import audience
from tests.conversation.support import FAMILY, NOW, asked
from tests.session.support import (
    APPRAISAL,
    DAY,
    LOOK_BACK,
    STRENGTHS,
    WISH,
    begin,
    log,
    on_disk,
    topic_of,
)
from tests.support.dossiers import library, library_with_je


def test_every_change_is_on_the_disk_before_it_is_on_the_screen(
    session: Session, store: Store
) -> None:
    topic_of(session)
    assert on_disk(store) == session.conversation
    session.jump(STRENGTHS)
    session.answer_words("Hij lacht veel.")
    assert on_disk(store) == session.conversation
    session.answer_choice("so_so")
    assert on_disk(store) == session.conversation
    again = Session(store, library(), store.read(FAMILY.id), "talk-1")
    assert again.step == session.step
    again.back()
    assert again.step == APPRAISAL
    answer = again.answer()
    assert answer is not None
    assert answer.choice == "so_so"


def test_what_cannot_be_written_is_not_shown(session: Session, store: Store) -> None:
    topic_of(session).jump(STRENGTHS)
    before = session.dossier

    def full(*_: object, **__: object) -> None:
        raise StoreError

    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(Store, "save", full)
        with pytest.raises(StoreError):
            session.answer_words("Dit gaat mis.")
    assert session.dossier is before
    session.answer_words("Dit gaat goed.")
    assert on_disk(store) == session.conversation


def test_moving_is_kept_and_not_logged(session: Session, store: Store) -> None:
    session.agree()
    logged = log(store)
    session.next()
    session.back()
    session.jump(GoalsStep())
    assert on_disk(store).position == GoalsStep().position
    assert log(store) == logged


def test_nothing_is_written_where_nothing_changed(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Store, "save", never)
    session.back()
    session.jump(session.step)
    session.go_on()


def test_words_belong_to_who_is_asked_and_are_typed_by_the_professional(session: Session) -> None:
    topic_of(session).jump(STRENGTHS)
    session.record_typed("  Hij lacht veel.\r\n")
    answer = session.answer()
    assert answer is not None
    assert answer.words is not None
    assert answer.words.text == "Hij lacht veel."
    assert (answer.words.author_id, answer.words.typed_by_id) == ("mother", "nurse")
    assert answer.words.at == answer.words.at.astimezone(NOW.tzinfo) > NOW


def test_words_of_everybody_together_are_those_of_the_first_parent(session: Session) -> None:
    session.agree()
    session.jump(asked("notice", None))
    session.record_typed("Dan slaapt hij slecht.")
    answer = session.answer()
    assert answer is not None
    assert answer.words is not None
    assert answer.words.author_id == "mother"


def test_an_answer_is_logged_once_and_a_change_as_a_change(session: Session, store: Store) -> None:
    topic_of(session).jump(STRENGTHS)
    for text in ("Eerst.", "Eerst.", "Later."):
        session.answer_words(text)
        session.back()
    session.answer_state("dont_know")
    assert [entry for entry in log(store) if entry[1] == STRENGTHS.key] == [
        ("answered", STRENGTHS.key, "mother"),
        ("changed", STRENGTHS.key, "mother"),
        ("changed", STRENGTHS.key, "mother"),
    ]


def test_the_log_knows_no_word_of_what_was_said(session: Session, store: Store) -> None:
    topic_of(session).jump(STRENGTHS)
    session.record_typed("Zeppelin")
    session_edits.add_topic(session, "development", "health", "Zeppelin")
    assert "Zeppelin" not in repr(store.changes(FAMILY.id))


def test_emptied_words_are_no_answer_any_more(session: Session, store: Store) -> None:
    topic_of(session).jump(STRENGTHS)
    session.record_typed("Iets.")
    session.record_typed(" \u200b ")
    assert session.answer() is None
    assert ("emptied", STRENGTHS.key, "mother") in log(store)
    assert on_disk(store).views == ()


def test_an_empty_field_takes_no_other_answer_away(session: Session, store: Store) -> None:
    topic_of(session).jump(STRENGTHS)
    session.answer_state("rather_not_say")
    session.back()
    logged = log(store)
    session.record_typed("")
    answer = session.answer()
    assert answer is not None
    assert answer.state == "rather_not_say"
    assert log(store) == logged


def test_answers_remember_the_words_of_their_own_moment(session: Session) -> None:
    topic_of(session).jump(STRENGTHS)
    session.record_typed("Makkelijk gevraagd.")
    session.set_rung("standard")
    session.jump(WISH)
    session.answer_choice("thinking")
    registers = [answer.text_register for answer in session.conversation.views[0].answers]
    assert registers == ["easy_language", "standard"]


def test_what_was_asked_is_kept_in_standard_words(session: Session) -> None:
    topic_of(session).jump(APPRAISAL)
    session.answer_choice("so_so")
    kept = session.conversation.wording
    assert {"eating_sleeping.title", "eating_sleeping.appraisal", "how_is_it_going.so_so"} <= {
        *kept
    }


def test_a_skip_is_logged_and_keeps_what_stands_there(session: Session, store: Store) -> None:
    topic_of(session).jump(APPRAISAL)
    session.answer_choice("so_so")
    session.back()
    session.skip()
    session.back()
    answer = session.answer()
    assert answer is not None
    assert answer.choice == "so_so"
    session.jump(WISH)
    session.skip()
    assert ("skipped", WISH.key, "mother") in log(store)
    assert on_disk(store).views[0].answers[-1].state == "skipped"


def test_the_rung_is_a_setting_of_the_family_and_changes_the_words(
    session: Session, store: Store
) -> None:
    topic_of(session).jump(STRENGTHS)
    easy = session.phrases().text("eating_sleeping.strengths")
    session.set_rung("standard")
    assert session.phrases().text("eating_sleeping.strengths") != easy
    assert store.read(FAMILY.id).family.settings.rung == "standard"
    assert session.step == STRENGTHS


def test_the_family_is_addressed_as_it_was_agreed_on_screen_and_in_what_is_kept(
    store: Store,
) -> None:
    session = topic_of(begin(store))
    session.jump(STRENGTHS)
    session.library = library_with_je("standard", eating_sleeping__strengths="Wat eet je graag?")
    settings = session.family.settings.model_copy(update={"address": "je", "rung": "standard"})
    session.talk = session.talk.with_family(
        session.family.model_copy(update={"settings": settings})
    )
    session.record_typed("Pap")
    assert session.phrases().text("eating_sleeping.strengths") == "Wat eet je graag?"
    assert on_disk(store).wording["eating_sleeping.strengths"] == "Wat eet je graag?"


def test_names_are_those_of_the_step(session: Session) -> None:
    topic_of(session)
    turn = TurnStep(side="development", child_id="milan", person_id="mother")
    assert session.phrases(turn).names["name"] == "Sanne"
    assert session.phrases().names["name"] == "Fatma"


# --- drafts ---------------------------------------------------------------------------------


def test_a_draft_is_kept_until_it_has_become_an_answer(session: Session, store: Store) -> None:
    topic_of(session).jump(STRENGTHS)
    session.save_typed("Hij sla")
    assert Session(store, library(), session.dossier, "talk-1").draft(STRENGTHS.key) == "Hij sla"
    session.record_typed("Hij slaapt.")
    assert session.draft(STRENGTHS.key) is None


def test_a_draft_goes_when_the_same_words_are_given_again(session: Session) -> None:
    topic_of(session).jump(STRENGTHS)
    session.record_typed("Hij slaapt.")
    session.save_typed("Hij slaapt. Of")
    session.record_typed("Hij slaapt.")
    assert session.draft(STRENGTHS.key) is None


def test_a_draft_goes_when_the_field_is_emptied_or_skipped(session: Session) -> None:
    topic_of(session).jump(STRENGTHS)
    session.save_typed("Toch niet")
    session.record_typed("")
    assert session.draft(STRENGTHS.key) is None
    session.save_typed("Toch niet")
    session.skip()
    assert session.draft(STRENGTHS.key) is None


def test_what_is_kept_already_is_no_draft(session: Session) -> None:
    topic_of(session).jump(STRENGTHS)
    session.save_typed("")
    assert session.draft(STRENGTHS.key) is None
    session.record_typed("Hij slaapt.")
    session.save_typed("Hij slaapt.")
    assert session.draft(STRENGTHS.key) is None
    session.save_typed("Hij slaapt. Meestal")
    session.save_typed("Hij slaapt.")
    assert session.draft(STRENGTHS.key) == "Hij slaapt."


# --- choosing and the plan ------------------------------------------------------------------


def test_opening_a_side_shows_its_topics(session: Session) -> None:
    session.agree()
    session.jump(TriangleStep(visit=0))
    session_edits.open_side(session, "parenting")
    assert session.step == TopicsStep(side="parenting", page=0)
    session.jump(TriangleStep(visit=1))
    session_edits.open_side(session, "parenting")
    assert session.step == TopicsStep(side="parenting", page=0)
    assert [visit.side for visit in session.conversation.visits] == ["parenting"]


def test_another_side_can_be_opened_from_an_earlier_triangle(session: Session) -> None:
    topic_of(session).jump(TriangleStep(visit=0))
    session_edits.open_side(session, "surroundings")
    assert session.step == TopicsStep(side="surroundings", page=0)


def test_a_topic_is_chosen_and_left_with_the_same_key(session: Session, store: Store) -> None:
    topic_of(session, "health")
    session_edits.toggle_topic(session, "development", "health")
    assert session.conversation.visits[0].topics == ()
    actions = [entry[0] for entry in log(store) if entry[1] == "topic:health"]
    assert actions == ["chosen", "left"]


def test_a_topic_is_added_with_or_without_a_reason(session: Session) -> None:
    topic_of(session)
    session.save_draft("add-topic:development", "Zij vroeg")
    session_edits.add_topic(session, "development", "health", "Zij vroeg ernaar.")
    session_edits.add_topic(session, "development", "contact", " ")
    reasons = [
        (one.topic, one.by_id, one.reason and one.reason.author_id)
        for one in session.conversation.visits[0].added
    ]
    assert reasons == [("health", "nurse", "nurse"), ("contact", "nurse", None)]
    assert session.draft("add-topic:development") is None


def test_asking_for_advice_stays_where_it_was_said(session: Session, store: Store) -> None:
    topic_of(session).jump(APPRAISAL)
    session.answer_choice("so_so")
    session.jump(asked("view", "eating_sleeping", "nurse"))
    session_edits.seek_advice(session)
    assert session.step == asked("view", "eating_sleeping", "nurse")
    assert log(store)[-1][:2] == ("seeks-advice", "advice:eating_sleeping:milan")
    assert on_disk(store) == session.conversation


def test_days_are_kept_at_the_step_that_asks_for_them(session: Session, store: Store) -> None:
    topic_of(session)
    for step, choice in (
        (APPRAISAL, "so_so"),
        (asked("view", "eating_sleeping", "nurse"), "difficult"),
        (asked("difference", "eating_sleeping"), "later"),
    ):
        session.jump(step)
        session.answer_choice(choice)
    assert session.step.kind == "later_date"
    session.answer_day(DAY)
    assert on_disk(store).differences[0].later_on == DAY
    session.jump(LOOK_BACK)
    session.answer_day(DAY)
    assert on_disk(store).plan.look_back_on == DAY
    session.back()
    session.answer_day(None)
    assert on_disk(store).plan.look_back_on is None


def test_only_a_question_takes_an_answer(session: Session) -> None:
    session.agree()
    session.jump(GoalsStep())
    before = session.conversation
    with pytest.raises(TypeError, match="only a question"):
        session.answer_choice("so_so")
    assert session.conversation == before


# --- lines ----------------------------------------------------------------------------------


def test_a_line_that_is_taken_away_leaves_the_document_and_the_log(
    session: Session, store: Store
) -> None:
    topic_of(session).jump(STRENGTHS)
    session.record_typed("Zeppelin")
    line = Line(kind="answer", step=STRENGTHS)
    session_edits.change_line(session, line, "Blauwe zeppelin")
    assert "Blauwe zeppelin" in on_disk(store).model_dump_json()
    session_edits.remove_line(session, line)
    assert "zeppelin" not in on_disk(store).model_dump_json()
    assert [entry for entry in log(store) if STRENGTHS.key in entry[1]] == []


def test_a_day_that_is_taken_away_leaves_the_log_too(session: Session, store: Store) -> None:
    session.agree()
    session.jump(LOOK_BACK)
    session.answer_day(DAY)
    assert ("dated", LOOK_BACK.key, "mother") in log(store)
    session_edits.remove_line(session, Line(kind="look_back"))
    assert [entry for entry in log(store) if "look_back" in entry[1]] == []


def test_a_step_of_the_plan_that_is_taken_away_leaves_the_log_too(
    session: Session, store: Store
) -> None:
    session.agree()
    own = session.own_words("Samen eten.", "mother")
    planned = planning.add_plan_step(planning.add_goal(session.talk, own), "goal-1", own)
    session.keep(planned, "added", "step:step-1")
    line = Line(kind="plan_step", id="step-1")
    session_edits.change_line(session, line, "Samen koken.")
    session_edits.remove_line(session, line)
    assert [entry for entry in log(store) if "step-1" in entry[1]] == []


def test_changed_words_stay_those_of_their_author(session: Session) -> None:
    topic_of(session).jump(STRENGTHS)
    session.record_typed("Eerst.")
    session.jump(asked("view_words", "eating_sleeping", "nurse"))
    session_edits.change_line(session, Line(kind="answer", step=STRENGTHS), "Anders.")
    words = session.conversation.views[0].answers[0].words
    assert words is not None
    assert (words.text, words.author_id) == ("Anders.", "mother")


# --- the end --------------------------------------------------------------------------------


def test_enough_for_today_and_going_on_are_kept(session: Session, store: Store) -> None:
    topic_of(session).jump(APPRAISAL)
    session.enough_for_today()
    assert on_disk(store).position == SummaryStep().position
    session.go_on()
    assert (session.step, on_disk(store).left_at) == (APPRAISAL, None)


def test_a_yes_and_a_no_are_logged(session: Session, store: Store) -> None:
    session.agree()
    session.decline()
    assert [entry[:2] for entry in log(store)] == [
        ("agreed", "agreement"),
        ("declined", "agreement"),
    ]
    assert on_disk(store).state == "declined"


def test_a_paper_is_logged_and_changes_nothing(session: Session, store: Store) -> None:
    before = session.conversation
    assert session.note("exported", paper_item(audience.FAMILY, "pdf"))
    assert on_disk(store) == before
    # By whoever has the file open.
    assert log(store)[-1] == ("exported", "paper:family:pdf", None)


def test_a_conversation_that_was_deleted_is_gone(session: Session, store: Store) -> None:
    session.delete_conversation()
    assert store.read(FAMILY.id).conversations == ()
    with pytest.raises(NotInStore):
        store.delete_conversation(FAMILY.id, "talk-1", NOW)


# --- who --------------------------------------------------------------------------------------


def test_without_a_parent_or_a_professional_the_first_at_the_table_stands_in(store: Store) -> None:
    alone = begin(store, "extended", "friend")
    assert alone.first_voice == alone.professional_id == alone.author_id == "friend"
    assert help_now(alone)


def test_the_author_is_who_is_asked(session: Session) -> None:
    topic_of(session)
    session.jump(asked("view", "eating_sleeping", "nurse"))
    assert session.author_id == "nurse"
    session.jump(GoalsStep())
    assert (session.author_id, session.first_voice) == ("mother", "mother")


def test_prompts_are_for_the_professional_and_only_within_a_topic(session: Session) -> None:
    topic_of(session)
    assert prompts(session) == ()
    session.jump(STRENGTHS)
    assert len(prompts(session)) >= 2
    assert all("{" not in prompt for prompt in prompts(session))


def test_the_clock_of_a_laptop_knows_its_time_zone(store: Store) -> None:
    assert utc_now().tzinfo is not None
    assert begin(store).today == NOW.astimezone().date()
