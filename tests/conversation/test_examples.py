from __future__ import annotations

import pytest
from pydantic import ValidationError

from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.examples import own_example, with_example, without_example
from giz_gesprek.conversation.people import Family, OwnExample
from tests.conversation.support import FAMILY, NOW


def example(text: str = "Wij eten samen.", text_id: str = "sleep.how") -> OwnExample:
    return OwnExample(text_id=text_id, text=text, author_id="father", at=NOW)


def test_a_family_without_examples_is_one_from_before_there_were_any() -> None:
    old = '{"family": {"id": "f", "label": "F"}}'
    assert Dossier.model_validate_json(old).family.examples == ()


def test_an_example_stands_beside_its_text_only() -> None:
    family = with_example(FAMILY, example())
    assert own_example(family, "sleep.how") == example()
    assert own_example(family, "sleep.wish") is None


def test_a_later_example_takes_the_place_of_the_earlier_one() -> None:
    family = with_example(FAMILY, example("Eerst."))
    family = with_example(family, example("Ander.", "sleep.wish"))
    family = with_example(family, example("Daarna."))
    assert {one.text_id: one.text for one in family.examples} == {
        "sleep.how": "Daarna.",
        "sleep.wish": "Ander.",
    }


def test_an_example_that_is_taken_away_leaves_the_others() -> None:
    family = with_example(with_example(FAMILY, example()), example(text_id="sleep.wish"))
    assert without_example(family, "sleep.how").examples == (example(text_id="sleep.wish"),)
    assert without_example(FAMILY, "sleep.how") == FAMILY


def test_an_example_is_cleaned_like_all_that_people_type() -> None:
    assert example("\u202eWij\teten\r\nsamen.\x07").text == "Wij eten\nsamen."


@pytest.mark.parametrize("text", ["", " \n", "\u200b", "a" * 10_001])
def test_an_example_has_words_and_not_too_many(text: str) -> None:
    with pytest.raises(ValidationError):
        example(text)


def test_somebody_of_the_family_wrote_it_and_each_text_has_one() -> None:
    people = FAMILY.people
    stranger = example().model_copy(update={"author_id": "stranger"})
    with pytest.raises(ValidationError, match="nobody in the family"):
        Family(id="f", label="F", people=people, examples=(stranger,))
    with pytest.raises(ValidationError, match="two own examples"):
        Family(id="f", label="F", people=people, examples=(example(), example("Nog een.")))
