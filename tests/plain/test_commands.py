"""What stands behind a slash, on a step and in the questions of a flow."""

from __future__ import annotations

import pytest

from giz_gesprek.conversation.plan import ToldBack
from giz_gesprek.conversation.steps import ExportStep, GoalsStep, SummaryStep
from giz_gesprek.plain.entered import Command, read_entered, read_number
from giz_gesprek.plain.help import SIGNS
from giz_gesprek.store import Store
from tests.conversation.support import agreed, answered, appraised, asked, chose
from tests.plain.support import Table, at, every_place, full_talk

APPRAISAL = asked("appraisal", person_id="mother")
STRENGTHS = asked("strengths", person_id="mother")


@pytest.fixture
def t(store: Store) -> Table:
    """Where the first own words are asked."""
    return Table(store, at(agreed("eating_sleeping"), STRENGTHS))


def programmes(t: Table) -> tuple[str, ...]:
    """Return the help that was chosen for the first goal, as it stands on disk."""
    return t.kept.plan.goals[0].programme_ids


def test_a_slash_makes_a_command_and_two_make_text() -> None:
    assert read_entered("/T ") == Command("t")
    assert read_entered("//t") == "/t"
    assert read_entered(" /t") == " /t"
    assert read_entered("") == ""


@pytest.mark.parametrize("typed", ["", "-1", "1.5", "²", "١", "1e3", "9" * 5000, "een"])
def test_only_plain_digits_are_a_number(typed: str) -> None:
    assert read_number(typed) is None


def test_help_tells_the_step_and_every_sign(t: Table) -> None:
    said = t.types("/help")
    assert t.session().view.help.strip() in said
    for sign, text_id in SIGNS.items():
        # A number alone is somebody's own words here.
        assert (f"\n{sign}: {t.says(text_id)}\n" in said) == (sign != "1 2 3"), sign
    assert "\n- " not in said, "the questions to go deeper are told to who asks for them"
    assert f"{t.says('button.tips')}\n- " in t.types("/i")


def test_help_names_no_sign_that_does_nothing(store: Store) -> None:
    t = Table(store, every_place()["page welcome.hello"])
    said = t.types("/help", "/i")
    for sign in ("1 2 3", "/t", "/d", "/i", "/e", ".", "//"):
        assert f"\n{sign}: " not in said, sign
    assert t.says("plain.not_here") in said


def test_an_unknown_command_is_answered_with_the_way_to_help(t: Table) -> None:
    said = t.types("/zz", "/", "/7")
    assert said.count(f"{t.says('plain.not_here')}\n/help: {t.says('button.help')}\n") == 3


def test_back_keeps_several_lines_that_were_begun(t: Table) -> None:
    t.types(".", "Hij eet.", "/t")
    assert t.words == ["Hij eet."]
    assert t.step.kind == "topics"


def test_back_does_nothing_on_the_first_step(store: Store) -> None:
    t = Table(store, every_place()["page welcome.hello"])
    assert t.says("plain.not_here") in t.types("/t")


def test_skip_passes_a_question(t: Table) -> None:
    t.types("/s")
    assert t.answers[0].state == "skipped"
    assert t.step == APPRAISAL


def test_whether_to_talk_cannot_be_skipped(store: Store) -> None:
    t = Table(store, every_place()["consent"])
    before = t.kept
    assert t.says("plain.not_here") in t.types("/s")
    assert t.kept == before


def test_the_practice_of_skipping_names_its_sign(store: Store) -> None:
    t = Table(store, every_place()["practice"])
    said = t.types("/s")
    assert "/s: Sla over\n" in said
    assert "Deze vraag slaan wij nu over." in said


def test_easier_words_and_back(t: Table) -> None:
    t.types("/m")
    assert t.session().family.settings.rung == "easier"
    assert t.says("common.no_easier") in t.types("/m")
    t.types("/l", "/l")
    assert t.session().family.settings.rung == "standard"
    assert t.says("plain.not_here") in t.types("/l")


def test_help_now_names_the_numbers_at_every_moment(store: Store) -> None:
    t = Table(store, at(agreed("eating_sleeping"), GoalsStep()))
    said = t.types("/n", "1", "", "/n")
    assert said.count("Bel bij gevaar meteen 112.") == 2


def test_enough_goes_to_the_report(t: Table) -> None:
    said = t.types("/g")
    assert t.says("pause.enough") in said
    assert t.step == SummaryStep()
    assert t.kept.left_at == STRENGTHS.position


def test_enough_is_not_there_before_the_yes(store: Store) -> None:
    t = Table(store, every_place()["page agreement.danger"])
    assert t.kept.left_at is None
    t.types("/g")
    assert t.ending == "input"


@pytest.mark.parametrize(
    ("typed", "ending", "kind"),
    [
        (("1", ""), "input", "question"),
        (("2", ""), "input", "summary"),
        (("3", ""), "left", "question"),
        (("/t",), "input", "question"),
    ],
)
def test_a_pause_asks_what_is_wanted(
    typed: tuple[str, ...], ending: str, kind: str, t: Table
) -> None:
    said = t.types("/p", *typed)
    assert t.says("pause.ask") in said
    assert (t.ending, t.step.kind) == (ending, kind)


def test_stopping_asks_first(t: Table) -> None:
    assert t.says("quit.ask") in t.types("/q", "")
    assert t.ending == "input"
    t.types(".", "Hij eet.", "/q", "2", "")
    assert t.ending == "stopped"
    assert "“Hij eet.”" in t.types()


def test_the_demo_says_that_nothing_is_kept(t: Table) -> None:
    assert t.says("quit.demo") in t.types("/q", "2", "", demo=True)
    assert t.ending == "stopped"


def test_an_example_is_told_and_one_is_written(t: Table) -> None:
    said = t.types("/d", "1", "", "Een oma vertelt.", "")
    assert t.says("common.example_ask") in said
    assert [each.text for each in t.session().family.examples] == ["Een oma vertelt."]
    said = t.types("/d", "2", "", "2", "", "")
    assert "“Een oma vertelt.”" in said
    assert t.session().family.examples == ()


def test_difficult_words_are_explained(store: Store) -> None:
    helper = asked("helper")
    supported = answered(full_talk(), (asked("outcome"), chose("outcome", "support")))
    t = Table(store, at(supported, helper))
    assert t.step == helper
    assert "Hulpverlener:\n" in t.types("/w")
    t = Table(store, every_place()["practice"])
    assert t.says("plain.no_words") in t.types("/w")


def test_a_step_is_said_again(t: Table) -> None:
    question = t.question
    assert t.types("/r").count(question) == 2


def test_a_step_is_read_aloud(t: Table) -> None:
    t.types("/v")
    read = [text for text, _language in t.voice.spoken]
    assert "Weet ik niet" in " ".join(read)
    assert {language for _text, language in t.voice.spoken} == {"nl"}
    assert t.voice.prepared == t.voice.spoken[1:], "each is made while the one before it is heard"


@pytest.mark.parametrize(
    ("code", "text_id"),
    [
        ("no-engine", "voice.none"),
        ("no-audio-device", "voice.no_sound"),
        ("crashed", "plain.voice_failed"),
    ],
)
def test_a_voice_that_fails_says_so_and_the_conversation_goes_on(
    code: str, text_id: str, t: Table
) -> None:
    t.voice.code = code  # type: ignore[assignment]
    said = t.types("/v", "Goed.")
    assert said.count(t.says(text_id)) == 1
    assert len(t.voice.spoken) == 1
    assert t.step == APPRAISAL


def test_another_voice_than_the_chosen_one_is_told_and_reads(t: Table) -> None:
    t.voice.is_another = True
    said = t.types("/v")
    assert said.count(t.says("voice.other")) == 1
    assert len(t.voice.spoken) > 1


def test_help_in_a_question_of_a_flow_tells_its_signs(store: Store) -> None:
    t = Table(store, at(agreed("eating_sleeping"), GoalsStep()))
    said = t.types("1", "", "/help", "/s", "/t")
    assert "/t: Terug\n" in said
    assert t.says("plain.not_here") in said
    assert t.kept.plan.goals == ()


def test_a_paper_is_read_styled_and_made(
    store: Store, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("papers")
    t = Table(store, at(full_talk(), ExportStep()))
    said = t.types("1", "", "1", "", "", "2", "", str(folder), "ons papier")
    assert t.says("export.preview") in said
    assert "# " in said
    path = folder / "ons papier.txt"
    assert f"\n{path}\n" in said
    assert "Samen eten." in path.read_text(encoding="utf-8")
    said = t.types("1", "", "", "2", "", str(folder), "ons papier", "2", "", "", "anders")
    assert t.says("export.exists") in said
    assert (folder / "anders.txt").exists()


def test_a_paper_is_left(store: Store) -> None:
    t = Table(store, at(full_talk(), ExportStep()))
    t.types("2", "", "/t", "2", "", "", "/t", "/t")
    assert t.ending == "input"


def test_what_may_go_home_is_one_list_of_which_nothing_is_chosen_beforehand(
    store: Store,
) -> None:
    t = Table(store, at(appraised(agreed("safety"), "safety", mother="difficult"), ExportStep()))
    said = t.types("1", "", "2", "", "")
    assert f"{t.says('reading_along.lines')}\n{t.says('reading_along.rest')}\n1. " in said
    assert "Veilig zijn" in said.partition(t.says("export.preview"))[0]
    assert "Veilig zijn" not in said.partition(t.says("export.preview"))[2]


def test_all_of_it_is_told_before_the_report_is_read(store: Store) -> None:
    t = Table(store, at(full_talk(), SummaryStep()))
    said = t.types("1", "")
    name = t.says("summary.overview")
    assert f"1. {name}\n" in said
    told = said.partition(t.says("whole.title"))[2]
    assert told.startswith("\nMilan\nEten en slapen\nSanne: gaat ")


def test_the_card_is_read(store: Store) -> None:
    t = Table(store, at(full_talk(), ExportStep()))
    said = t.types("3", "")
    assert t.says("card.how") in said
    assert said.endswith(f"{t.question}\n")


def test_help_for_a_goal_is_chosen_and_left_again(store: Store) -> None:
    t = Table(store, at(full_talk(), GoalsStep()))
    said = t.types("1", "2", "", "1", "", "")
    assert t.says("programmes.choose") in said
    assert len(programmes(t)) == 1
    said = t.types("1", "2", "", "1")
    assert "Hulp: " in said
    assert f"Enter: {t.says('button.remove')}\n" in said
    t.types("1", "2", "", "1", "", "")
    assert programmes(t) == ()


def test_a_goal_is_told_back(store: Store) -> None:
    t = Table(store, at(full_talk(), GoalsStep()))
    said = t.types("1", "6", "", "Wij eten samen.", "")
    assert f"/4: {t.says('button.rather_not_tell')}\n" in said
    told = t.kept.plan.goals[0].told_back
    assert told is not None
    assert told.words is not None
    assert told.words.text == "Wij eten samen."


def test_a_goal_is_not_told_back_where_the_parent_would_rather_not(store: Store) -> None:
    t = Table(store, at(full_talk(), GoalsStep()))
    t.types("1", "6", "", "/4")
    assert t.kept.plan.goals[0].told_back == ToldBack(state="rather_not")


def test_back_from_enough_is_where_it_was(t: Table) -> None:
    before = t.kept
    t.types("/g", "/t")
    assert t.kept == before


def test_leaving_a_question_asks_before_lines_that_were_typed_are_lost(store: Store) -> None:
    t = Table(store, at(full_talk(), GoalsStep()))
    goal = ("1", "3", "", ".", "Een tweede regel", "/t")
    said = t.types(*goal, "2", "")
    assert t.says("common.not_kept_yet") in said
    assert "“Samen eten.\n  Een tweede regel”\n" in said
    t.types(*goal, "1", "", "")
    assert t.kept.plan.goals[0].words.text == "Samen eten.\nEen tweede regel"
    before = t.kept
    t.types("1", "3", "", ".", "Een derde regel", "/t", "2", "")
    assert t.kept == before
    assert t.says("common.not_kept_yet") not in t.types("1", "3", "", "/t")
