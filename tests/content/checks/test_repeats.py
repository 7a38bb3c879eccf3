from __future__ import annotations

import pytest

from tests.content.support import ContentFolder

EASY = "easy_language/nl/all.yaml"


def rules(content: ContentFolder) -> list[str]:
    return [each.rule for each in content.findings()]


@pytest.mark.parametrize(
    ("sleep", "play", "rule"),
    [
        ("Dat mag.", "Dat mag!", "repeated"),
        ("Elk kind is anders.\nRust helpt.", "Spel helpt.\nElk kind is anders.", "repeated"),
        ("Wij praten over slapen.", "Wij praten over spelen.", "nearly-same"),
        ("Wij praten samen over slapen.", "Wij praten samen over spelen.", "nearly-same"),
        ("Eerst de dag, dan de nacht.", "Eerst de dag, dan het spel.", None),
        ("Slapen mag.", "Spelen mag.", None),
        ("Slapen mag altijd.", "Spelen mag altijd.", None),
        ("Een kind slaapt graag lang.", "Een kind speelt heel graag.", None),
    ],
)
def test_a_sentence_stands_in_one_topic_only(
    content: ContentFolder, sleep: str, play: str, rule: str | None
) -> None:
    content.change(EASY, "opening: Een kind heeft rust nodig.", f'opening: "{line(sleep)}"')
    content.change(EASY, "opening: Elk spel is goed.", f'opening: "{line(play)}"')

    assert rules(content) == ([] if rule is None else [rule])


@pytest.mark.parametrize(
    ("sleep", "play", "rule"),
    [
        ("Hoe gaat het slapen?", "Hoe gaat het spelen?", None),
        ("Hoe gaat het slapen nu?", "Hoe gaat het spelen nu?", "nearly-same"),
        ("Hoe gaat het nu?", "Hoe gaat het nu?", "repeated"),
    ],
)
def test_the_shortest_questions_may_differ_in_one_word(
    content: ContentFolder, sleep: str, play: str, rule: str | None
) -> None:
    content.change(EASY, "Hoe slaapt {child}?", sleep)
    content.change(EASY, "Hoe gaat het samen spelen?", play)

    assert rules(content) == ([] if rule is None else [rule])


def line(text: str) -> str:
    return text.replace("\n", "\\n")


def test_a_repeat_names_both_places(content: ContentFolder) -> None:
    content.change(EASY, "opening: Elk spel is goed.", "opening: Een kind heeft rust nodig.")

    [finding] = content.findings()

    play = content.line(EASY, "play:") + 2
    assert (finding.line, finding.text_id) == (play, "play.opening")
    assert f"{content.path / EASY}:{play - 4} (sleep.opening)" in finding.message


def test_a_reference_is_no_repeat(content: ContentFolder) -> None:
    content.change(EASY, "opening: Elk spel is goed.", "opening: {ref: sleep.opening}")

    assert content.findings() == []


def test_titles_and_shared_texts_may_repeat(content: ContentFolder) -> None:
    content.change(EASY, "title: Spelen", "title: Slapen")
    content.change(EASY, "hello: Welkom bij ons gesprek.", "hello: Een kind heeft rust nodig.")

    assert content.findings() == []


def test_prompts_for_the_professional_may_repeat(content: ContentFolder) -> None:
    standard = "standard/nl/all.yaml"
    content.change(standard, "Waar speelt {child} graag?", "Wanneer slaapt {child} het langst?")

    assert content.findings() == []


def test_a_title_may_be_another_word_in_a_phase(content: ContentFolder) -> None:
    content.change(EASY, "title: Slapen", 'title: {text: Slapen, phases: {"4-12": {text: Rusten}}}')

    assert content.findings() == []


@pytest.mark.parametrize(
    ("variant", "expected"),
    [
        ("Een jongen heeft rust nodig.", ["variant"]),
        ("Een kind heeft rust nodig.", ["variant"]),
        ("Grote kinderen slapen later.", []),
    ],
)
def test_a_phase_variant_differs_in_more_than_its_noun(
    content: ContentFolder, variant: str, expected: list[str]
) -> None:
    content.change(
        EASY,
        "opening: Een kind heeft rust nodig.",
        "opening:\n    text: Een kind heeft rust nodig.\n"
        f"    phases:\n      4-12: {{text: {variant}}}",
    )

    assert rules(content) == expected
