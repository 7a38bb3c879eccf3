"""A text with words of its own for the voice."""

from __future__ import annotations

from giz_gesprek.spoken import spoken_sentences

SHOWN = "Bel bij gevaar meteen 112.\nWij helpen."


def said_and_lit(say: str, shown: str = SHOWN) -> list[tuple[str, str]]:
    """Return each sentence that is said, and what is lit at its first and last letter."""
    found = []
    for each in spoken_sentences(shown, language="nl", pronunciations={}, say=say):
        begin, end = each.shown_range(0, 1), each.shown_range(len(each.text) - 1, 1)
        assert begin == end == (each.shown_start, each.shown_end)
        found.append((each.text, shown[each.shown_start : each.shown_end]))
    return found


def test_each_sentence_lights_the_one_in_its_place() -> None:
    assert said_and_lit("Bel 112 als het niet veilig is. Wij zijn er.") == [
        ("Bel één, één, twee als het niet veilig is.", "Bel bij gevaar meteen 112."),
        ("Wij zijn er.", "Wij helpen."),
    ]


def test_with_another_number_of_sentences_everything_is_lit() -> None:
    assert said_and_lit("Bel. Nu. Wij zijn er.") == [
        ("Bel.", SHOWN),
        ("Nu.", SHOWN),
        ("Wij zijn er.", SHOWN),
    ]


def test_where_nothing_is_shown_nothing_is_said() -> None:
    assert said_and_lit("Hallo.", shown=" \n") == []
