from __future__ import annotations

import pytest

from giz_gesprek.conversation.steps import GoalsStep, PageStep, Step
from giz_gesprek.conversation.wording import asked_wording
from tests.conversation.support import asked
from tests.support.dossiers import framework, library, library_with_je


def kept(step: Step, language: str = "nl") -> dict[str, str]:
    return asked_wording(library(), step, language=language, phase="0-4")


def standard(text_id: str) -> str:
    found = library().find(text_id, language="nl", rung="standard", phase="0-4")
    assert found is not None
    return found.text


def test_a_choice_is_kept_with_its_topic_its_question_and_its_whole_scale() -> None:
    wording = kept(asked("appraisal", person_id="mother"))
    ids = ["eating_sleeping.appraisal", "eating_sleeping.title"]
    ids += [f"how_is_it_going.{choice}" for choice in framework().scales["how_is_it_going"]]
    assert wording == {text_id: standard(text_id) for text_id in ids}


def test_own_words_are_kept_with_the_topic_and_the_question() -> None:
    wording = kept(asked("strengths", person_id="mother"))
    assert [*wording] == ["eating_sleeping.strengths", "eating_sleeping.title"]


def test_a_shared_question_is_kept_under_its_own_id() -> None:
    assert [*kept(asked("notice", None))] == ["hard_again.notice"]
    assert "view.appraisal" in kept(asked("view", person_id="nurse"))


def test_names_are_not_kept_with_the_words() -> None:
    texts = [
        text
        for question in framework().questions
        for text in kept(asked(question)).values()
        if "{" in text
    ]
    assert any("{child}" in text or "{name}" in text for text in texts)


def test_the_standard_words_are_kept_and_not_the_easy_ones() -> None:
    text_id = "eating_sleeping.strengths"
    easy = library().find(text_id, language="nl", rung="easy", phase="0-4")
    assert easy is not None
    assert kept(asked("strengths"))[text_id] != easy.text


def test_a_language_without_words_of_its_own_keeps_the_dutch_ones() -> None:
    assert kept(asked("strengths"), "tr") == kept(asked("strengths"))


@pytest.mark.parametrize(
    "step",
    [PageStep(text="welcome.hello"), asked("gone"), GoalsStep()],
)
def test_where_nothing_was_asked_nothing_is_kept(step: Step) -> None:
    assert kept(step) == {}


def test_a_topic_without_words_is_left_out() -> None:
    scale = [f"outcome.{choice}" for choice in framework().scales["outcome"]]
    assert [*kept(asked("outcome", "gone"))] == ["conclusion.outcome", *scale]


def test_the_words_are_kept_in_the_form_in_which_they_were_asked() -> None:
    spoken = library_with_je("standard", eating_sleeping__strengths="Wat eet je graag?")
    wording = asked_wording(spoken, asked("strengths"), language="nl", phase="0-4", address="je")
    assert wording["eating_sleeping.strengths"] == "Wat eet je graag?"
    assert wording["eating_sleeping.title"] == standard("eating_sleeping.title")
