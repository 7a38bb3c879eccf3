from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Final, cast

import pytest

from giz_gesprek.conversation.child_now import ChildNow
from giz_gesprek.conversation.consent import shared_parts
from giz_gesprek.conversation.dossier import SCHEMA_VERSION, Dossier
from giz_gesprek.conversation.importing import read_dossier
from giz_gesprek.conversation.plan import ChosenProgramme, ToldBack
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.upgrade import NewerDocument, parse_document, upgrade_document
from giz_gesprek.store._document import dump_dossier, load_dossier
from tests.support.dossiers import framework
from tests.support.talks import full_talk

DOCUMENTS: Final = Path(__file__).parent / "documents"
OLD: Final = DOCUMENTS / "version-1-at-the-goals.json"

NEWER = [6, 6.0, 5.5, 99, "6", " 6 ", "5.1", "6.0", "v7", "5.0.1"]
"""Versions that are higher than 5, however a later program writes them."""
NOT_NEWER = [None, 0, 5, 5.0, 1.0, "5", "2.0", "", "nieuw", [], [6], {"major": 6}, True, False]


def test_a_document_of_today_passes_as_it_is() -> None:
    raw: dict[str, object] = {"schema_version": SCHEMA_VERSION, "family": {"id": "f1"}}
    assert upgrade_document(raw) is raw


@pytest.mark.parametrize("version", NEWER)
def test_a_document_of_a_newer_version_is_refused_without_quoting_it(version: object) -> None:
    raw: dict[str, object] = {"schema_version": version, "family": "Ganzenbloem"}
    with pytest.raises(NewerDocument) as caught:
        upgrade_document(raw)
    assert "Ganzenbloem" not in str(caught.value)


@pytest.mark.parametrize("version", NOT_NEWER)
def test_a_version_that_is_not_newer_is_left_to_the_models(version: object) -> None:
    raw: dict[str, object] = {"schema_version": version}
    assert upgrade_document(raw) is raw


@pytest.mark.parametrize("version", NEWER)
@pytest.mark.parametrize("rest", ['"family": <Ganzenbloem>}', "[" * 100_000, ""])
def test_a_newer_document_that_cannot_be_read_further_is_still_newer(
    version: object, rest: str
) -> None:
    with pytest.raises(NewerDocument):
        parse_document(f'{{ "schema_version": {json.dumps(version)}, {rest}')


@pytest.mark.parametrize("version", NOT_NEWER)
@pytest.mark.parametrize("rest", ['"family": <Ganzenbloem>}', "[" * 100_000, ""])
def test_a_broken_document_that_is_not_newer_is_no_json(version: object, rest: str) -> None:
    with pytest.raises(ValueError) as caught:
        parse_document(f'{{"schema_version": {json.dumps(version)}, {rest}')
    assert not isinstance(caught.value, NewerDocument)


def test_a_document_of_version_1_opens_with_nothing_known_of_what_is_new() -> None:
    old = (DOCUMENTS / "version-1.json").read_text(encoding="utf-8")
    assert json.loads(old)["schema_version"] == 1

    dossier = read_dossier(old)

    assert dossier.schema_version == SCHEMA_VERSION
    assert [talk.child_now for talk in dossier.conversations] == [ChildNow()]
    assert load_dossier(dossier.family.id, old) == dossier
    assert load_dossier(dossier.family.id, dump_dossier(dossier)) == dossier


def test_a_step_of_version_1_keeps_who_does_it() -> None:
    before = old_document()
    upgraded = upgrade_document(before)
    dossier = Dossier.model_validate_json(json.dumps(upgraded))
    steps = dossier.conversations[0].plan.goals[0].steps
    assert [(step.who, step.who_else) for step in steps] == [
        (("mother",), None),
        ((), "Tante Bo"),
        ((), None),
    ]
    assert before == old_document()


def test_what_one_parent_said_to_the_advice_is_of_that_parent() -> None:
    [advice] = version_2("of-two-parents").conversations[0].advice
    assert [answer.question for answer in advice.answers] == ["advice_why", "advice_next"]
    [reaction] = advice.reactions
    [answer] = reaction.answers
    assert (reaction.person_id, answer.question) == ("mother", "advice_parent")
    assert answer.words is not None
    assert answer.words.text == "Dat is goed."


def test_a_parent_who_did_not_know_what_to_say_to_the_advice_is_the_first_who_was_asked() -> None:
    raw = json.loads((DOCUMENTS / "version-2-of-two-parents.json").read_text(encoding="utf-8"))
    [_why, _next, said] = raw["conversations"][0]["advice"][0]["answers"]
    said.update(state="dont_know", words=None)
    [reaction] = read_dossier(json.dumps(raw)).conversations[0].advice[0].reactions
    assert reaction.person_id == "mother"
    assert [answer.state for answer in reaction.answers] == ["dont_know"]


def test_a_plan_that_two_parents_made_is_of_both() -> None:
    plan = version_2("of-two-parents").conversations[0].plan
    notice = plan.hard_again[0].words
    assert notice is not None
    both = ("mother", "father")
    assert (notice.authors, plan.goals[0].words.authors) == (both, both)
    assert plan.goals[0].steps[0].what.authors == both


def test_the_plan_of_a_parent_who_sits_there_alone_stays_of_that_parent() -> None:
    plan = version_2("one-parent-left").conversations[0].plan
    assert plan.goals[0].words.authors == ("mother",)


@pytest.mark.parametrize(
    ("document", "there", "away"),
    [
        ("of-two-parents", ("mother", "father", "nurse"), []),
        ("one-parent-left", ("mother", "nurse"), ["father"]),
    ],
)
def test_only_who_sits_there_is_taken_to_have_chosen_together(
    document: str, there: tuple[str, ...], away: list[str]
) -> None:
    conversation = version_2(document).conversations[0]
    [difference], [conclusion] = conversation.differences, conversation.conclusions
    assert difference.outcome is not None
    assert (difference.outcome.present, conclusion.answers[0].present) == (there, there)
    assert [(one.person_id, one.came) for one in conversation.comings] == [
        (person_id, False) for person_id in away
    ]


def test_whose_idea_a_step_was_and_who_consented_is_not_known_of_version_3() -> None:
    old = (DOCUMENTS / "version-3.json").read_text(encoding="utf-8")
    assert json.loads(old)["schema_version"] == 3
    dossier = read_dossier(old)
    assert dossier.schema_version == SCHEMA_VERSION
    [conversation] = dossier.conversations
    steps = [step for goal in conversation.plan.goals for step in goal.steps]
    assert [step.proposed_by for step in steps] == [()] * len(steps)
    assert [(one.said_by, one.withdrawn_by) for one in conversation.sharing] == [((), ())]
    assert conversation.views[0].answers, "what was said is as it was"
    assert [one.came for one in conversation.comings] == [], "nobody is said to have left"
    assert load_dossier(dossier.family.id, dump_dossier(dossier)) == dossier


def test_a_document_of_version_4_opens_with_everything_that_was_said() -> None:
    old = (DOCUMENTS / "version-4.json").read_text(encoding="utf-8")
    assert json.loads(old)["schema_version"] == 4
    dossier = read_dossier(old)
    assert dossier.schema_version == SCHEMA_VERSION
    first, second = dossier.conversations
    assert [goal.words.text for goal in first.plan.goals], "the goals are there"
    assert [said.outcome for said in second.looked_back] == ["a_little"]
    assert [one.granted for one in first.sharing] == [True, True, False]
    assert load_dossier(dossier.family.id, dump_dossier(dossier)) == dossier


@pytest.mark.parametrize("plan", [None, [], {}, {"goals": None}, {"goals": [3, {"steps": {}}]}])
def test_an_old_document_of_another_shape_is_left_to_the_models(plan: object) -> None:
    raw: dict[str, object] = {"schema_version": 1, "conversations": [{"plan": plan}]}
    assert upgrade_document(raw) == {**raw, "schema_version": SCHEMA_VERSION}


def test_a_goal_of_version_4_that_was_told_back_was_told_in_words_that_nobody_kept() -> None:
    raw = json.loads((DOCUMENTS / "version-4.json").read_text(encoding="utf-8"))
    goals = [goal for talk in raw["conversations"] for goal in talk["plan"]["goals"]]
    assert [goal["told_back"] for goal in goals] == [True, False]
    opened = read_dossier(json.dumps(raw))
    found = [goal.told_back for talk in opened.conversations for goal in talk.plan.goals]
    assert found == [ToldBack(state="told"), None]


def test_a_document_of_version_3_opens_with_no_silence_on_paper() -> None:
    old = json.loads(dump_dossier(full_talk().dossier).replace('"stands":false,', ""))
    assert "stands" not in json.dumps(old)
    dossier = read_dossier(json.dumps({**old, "schema_version": 3}))
    assert dossier == full_talk().dossier


def version_2(name: str) -> Dossier:
    """Return a document as version 2 wrote it, after the plan was made."""
    text = (DOCUMENTS / f"version-2-{name}.json").read_text(encoding="utf-8")
    assert json.loads(text)["schema_version"] == 2
    return read_dossier(text)


def old_document() -> dict[str, object]:
    """Return a document as version 1 wrote it, in the middle of a conversation."""
    return cast("dict[str, object]", json.loads(OLD.read_text(encoding="utf-8")))


def test_of_help_that_was_chosen_before_version_5_nobody_knows_who_asks() -> None:
    dossier = read_dossier((DOCUMENTS / "version-4.json").read_text(encoding="utf-8"))
    programmes = [
        each
        for conversation in dossier.conversations
        for goal in conversation.plan.goals
        for each in goal.programmes
    ]
    assert programmes == [ChosenProgramme(id="voorzorg")]


def test_an_old_consent_names_a_recipient_of_the_family_and_shares_nothing_by_itself() -> None:
    dossier = read_dossier((DOCUMENTS / "version-4.json").read_text(encoding="utf-8"))
    old = json.loads((DOCUMENTS / "version-4.json").read_text(encoding="utf-8"))
    names = [one["recipient"] for one in old["conversations"][0]["sharing"]]
    sharing = dossier.conversations[0].sharing
    assert [dossier.family.recipient(one.recipient).name for one in sharing] == names
    assert [one.name for one in dossier.family.recipients] == list(dict.fromkeys(names))
    assert [one.parts for one in sharing] == [()] * len(names)
    talk = Talk(framework(), dossier, dossier.conversations[0].id)
    for recipient in dossier.family.recipients:
        assert shared_parts(talk, recipient.id, date.min) == {}
