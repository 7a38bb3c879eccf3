"""Each rule of language, with sentences that keep it and sentences that break it."""

from __future__ import annotations

import pytest

from giz_gesprek.content.checks.lexicon import WordFrequencies
from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.questions import asks_yes_or_no
from giz_gesprek.content.checks.rule import Tools
from giz_gesprek.content.checks.rules import RULES, language_findings
from giz_gesprek.content.checks.wording import denies
from giz_gesprek.content.texts import TextKind, TextRegister
from giz_gesprek.content.words import WordLists

TOOLS = Tools(
    WordLists(everyday={"known": ("consultatiebureau", "kinderopvang")}), WordFrequencies()
)


def passage(
    written: str,
    kind: TextKind = "statement",
    register: TextRegister = "easy_language",
    path: str = "a.yaml",
    language: str = "nl",
) -> Passage:
    return Passage(path, 1, "sleep.text", register, language, kind, ("text",), written)


def found(
    rule: str,
    written: str,
    kind: TextKind = "statement",
    register: TextRegister = "easy_language",
    language: str = "nl",
) -> list[str]:
    pieces = [passage(written, kind, register, language=language)]
    findings = language_findings(pieces, TOOLS)
    # What is said of the file as a whole has tests of its own.
    return [each.severity for each in findings if each.rule == rule and each.text_id]


def test_every_rule_has_an_id_of_its_own_and_a_title() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.title for rule in RULES)


# E01


@pytest.mark.parametrize(
    ("written", "severities"),
    [
        ("Een kind heeft rust nodig.", []),
        ("Een kind van 3 slaapt vaak een hele nacht.", ["WARN"]),
        ("Een kind van 3 slaapt vaak al een hele nacht.", ["WARN"]),
        ("Een kind van 3 slaapt vaak al een hele nacht door.", ["ERROR"]),
        ("Een kind slaapt veel.\nDan groeit het en dan leert het ook.", []),
        ("Hoe gaat het slapen van {child} de laatste week?", ["ERROR"]),
        ("Hoe gaat het slapen van {child} deze week?", []),
        ('U zegt: "Hij slaapt goed en eet goed en speelt fijn."', ["ERROR"]),
        ("Een kind slaapt. Het eet. Het speelt. Het groeit. Het leert.", []),
    ],
)
def test_a_sentence_has_few_words(written: str, severities: list[str]) -> None:
    assert found("E01", written) == severities


def test_a_file_of_long_sentences_is_warned_at_its_first_line() -> None:
    pieces = [passage("Een kind van 3 slaapt vaak nog overdag.")] * 3

    findings = [each for each in language_findings(pieces, TOOLS) if each.rule == "E01"]

    assert [(each.line, each.text_id, each.severity) for each in findings] == [(1, "", "WARN")]


@pytest.mark.parametrize(("count", "severities"), [(15, []), (16, ["ERROR"])])
def test_plain_dutch_has_at_most_fifteen_words_a_sentence(
    count: int, severities: list[str]
) -> None:
    written = " ".join(["slaap"] * count) + "."

    assert found("S01", written, register="standard") == severities
    assert found("S01", written) == []
    assert found("E01", written, register="standard") == []


# E03


@pytest.mark.parametrize(
    ("written", "severities"),
    [
        ("U gaat naar het consultatiebureau.", []),
        ("Kinderopvang is er elke dag.", []),
        ("De school staat in de buurt.", []),
        ("De supermarkt is open.", []),
        ("De leidster helpt u.", []),
        ("De begeleidster helpt u.", ["WARN"]),
        ("De indicatiestelling is klaar.", ["ERROR"]),
        ("De verantwoordelijkheid is van u.", ["ERROR"]),
        ("De cliënt-ondersteuner helpt u.", ["WARN"]),
        ("Ik bel {organisation}.", []),
        ("Bel 0800-2000-0800-2000.", []),
    ],
)
def test_a_word_is_short_or_known(written: str, severities: list[str]) -> None:
    assert found("E03", written) == severities


# E05

AFFIRMATIVE = [
    "Wat gaat goed?",
    "Wie staat onder aan de trap?",
    "Hoe is het ontbijt?",
    "Wat is ons onderwerp?",
    "Hoe laat is het ongeveer?",
    "Wat onthoudt u van vandaag?",
    "Wie helpt u met het onderwijs?",
    "Wat kocht u online?",
    "Welke onkosten heeft u?",
    "Hoe was het ongeluk?",
    "Welk onderzoek was er?",
    "Waar is oom Onno?",
]
DENYING = [
    "Wat gaat niet goed?",
    "Wie heeft geen tijd?",
    "Wat doet u nooit?",
    "Wat kan {child} zonder u?",
    "Wanneer is {child} onrustig?",
    "Waar is het onveilig?",
    "Wanneer bent u ontevreden?",
    "Wat is onduidelijk?",
    "Wie ziet niemand?",
    "Waar helpt niets?",
    "Wanneer was u onzeker?",
    "Wie vindt u onvriendelijk?",
]


@pytest.mark.parametrize("written", AFFIRMATIVE)
def test_a_question_that_says_what_is_keeps_rule_e05(written: str) -> None:
    assert found("E05", written, "question") == []


@pytest.mark.parametrize("written", DENYING)
def test_a_question_that_denies_breaks_rule_e05(written: str) -> None:
    assert found("E05", written, "question") == ["ERROR"]


@pytest.mark.parametrize(
    ("written", "kind", "severities"),
    [
        ("Dat is niet erg.", "statement", ["WARN"]),
        ("Dat is niet onveilig.", "statement", ["ERROR"]),
        ("Dat is niet erg.\nHet kost geen geld.", "statement", ["WARN", "WARN"]),
        ("Niets gaat vanzelf.\nWat helpt u?", "question", ["WARN"]),
        ("Liever niet", "choice", ["ERROR"]),
        ("Weet ik niet", "fixed_answer", []),
        ("Niet gelukt", "fixed_answer", []),
        ("U kiest: niet nu.", "echo", []),
        ("Zal ik niets bewaren?", "consent", ["ERROR"]),
        ("Niet gelukt", "title", ["WARN"]),
    ],
)
def test_negation_is_judged_by_kind(written: str, kind: TextKind, severities: list[str]) -> None:
    assert found("E05", written, kind) == severities


@pytest.mark.parametrize(
    ("word", "expected"),
    [("onrustige", True), ("ongelijk", True), ("ontdekken", False), ("ontzettend", False)],
)
def test_on_denies_only_before_a_word_of_its_own(word: str, *, expected: bool) -> None:
    assert denies(word, WordFrequencies()) is expected


# E07


@pytest.mark.parametrize(
    "written",
    [
        "U kiest de tijd.",
        'U zegt "goed".',
        "Bel 112.",
        "De bus gaat om 14:30 uur.",
        "Dit schreef ik op:",
        "Kom op 3-4-2027.",
        "Druk op F1.",
        "Dat is nr 1 van 3.",
    ],
)
def test_plain_signs_keep_rule_e07(written: str) -> None:
    assert found("E07", written) == []


@pytest.mark.parametrize(
    "written",
    [
        "Een kind (3) slaapt.",
        "Uw man/vrouw helpt.",
        "Eet goed; slaap goed.",
        "Kies nu: goed of slecht.",
        "De helft is 50%.",
        "Eten & slapen.",
        "Dat kost €5.",
        "De GGD belt.",
        "U kunt bijv. bellen.",
        "Bel a.u.b. vandaag.",
        "Eten, drinken enz. helpt.",
        "Bel ivm het geld.",
    ],
)
def test_difficult_signs_break_rule_e07(written: str) -> None:
    assert found("E07", written) == ["ERROR"]


def test_an_echo_and_a_button_may_hold_a_colon() -> None:
    assert found("E07", "U kiest: {choice}.", "echo") == []
    assert found("E07", "1: kies", "fixed_answer") == []
    assert found("E07", "U kiest: {choice}.", "title") == ["ERROR"]


# E08


@pytest.mark.parametrize(
    "written",
    ["1 kind.", "Een kind.", "Het eerste kind.", "Wij vieren feest.", "Een driewieler.", "3 uur."],
)
def test_digits_and_one_keep_rule_e08(written: str) -> None:
    assert found("E08", written) == []


@pytest.mark.parametrize(
    "written",
    [
        "Twee kinderen.",
        "Het is drie uur.",
        "Veertien dagen.",
        "Tachtig mensen.",
        "Eenentwintig jaar.",
        "Tweeëntwintig jaar.",
        "Driehonderd euro.",
        "Met zijn tweeën.",
    ],
)
def test_a_number_as_a_word_breaks_rule_e08(written: str) -> None:
    assert found("E08", written) == ["ERROR"]


# E10


@pytest.mark.parametrize("written", ["Een meisje.", "Een beetje rust.", "Oranje.", "Je slaapt."])
def test_words_that_only_look_like_a_diminutive_keep_rule_e10(written: str) -> None:
    assert found("E10", written) == []


@pytest.mark.parametrize("written", ["Uw huisje.", "De kindjes.", "Een gesprekje."])
def test_a_diminutive_needs_a_reason(written: str) -> None:
    assert found("E10", written) == ["WARN"]


# E12


@pytest.mark.parametrize(
    "written",
    [
        "Een kind slaapt.\nHet groeit.\nHoe gaat het?",
        "x" * 60,
        "Hoe gaat het met {child}?",
        'Hij zegt "goed".',
    ],
)
def test_a_calm_screen_keeps_rule_e12(written: str) -> None:
    assert found("E12", written) == []


@pytest.mark.parametrize(
    "written",
    [
        "Hoe gaat het?\nWat helpt?",
        "Een.\nTwee.\nDrie.\nVier.",
        "x" * 61,
        "Een kind slaapt. Het groeit.",
        'Hij vraagt "waarom?" Dan lacht hij.',
    ],
)
def test_a_busy_screen_breaks_rule_e12(written: str) -> None:
    assert found("E12", written) == ["ERROR"]


# E13


@pytest.mark.parametrize(
    ("written", "severities"),
    [("Wij zoeken het samen uit", []), ("Wij zoeken het nu samen uit", ["ERROR"])],
)
def test_a_choice_has_at_most_five_words(written: str, severities: list[str]) -> None:
    assert found("E13", written, "choice") == severities
    assert found("E13", written, "question") == []


# E14

OPEN = [
    "Wie helpt u?",
    "Wat drinkt u graag?",
    "Waar slaapt {child}?",
    "Hoe gaat het slapen?",
    "Wanneer lacht {child}?",
    "Welke dag kiest u?",
    "Met wie praat u?",
    "Bij welke mensen gaat u langs?",
    "Tot en met welke dag?",
    "Waarmee speelt {child}?",
    "En wie helpt dan?",
    "Samen met wie gaat u?",
    "Op hoeveel dagen werkt u?",
    "Slaapt {child} goed, of slecht?",
    "Wilt u bellen, of eerst praten?",
    "Als {child} huilt, wat doet u dan?",
    "{name}, wat denkt u?",
    "En thuis?",
    "En u?",
    "En met eten?",
    "Om hoe laat gaat {child} slapen?",
]
CLOSED = [
    "Slaapt {child} goed?",
    "Heeft u hulp?",
    "Is er iets gebeurd?",
    "Wilt u beginnen?",
    "Kunt u vertellen wat er gebeurt?",
    "Weet u wie u helpt?",
    "Gaat het goed met eten?",
    "Bent u vaak moe?",
    "Zijn er mensen die helpen?",
    "Heeft u broers of zussen?",
    "Slaapt {child} goed, of niet?",
    "En slaapt {child} goed?",
    "Als {child} huilt, gaat u dan mee?",
    "{name}, helpt u mee?",
    "U slaapt goed?",
    "Met eten gaat het goed?",
    "Nog iets?",
    "Mag ik iets vragen?",
    "En u slaapt goed?",
    "Gaat het goed, wat denkt u?",
]


@pytest.mark.parametrize("written", OPEN)
def test_an_open_question_keeps_rule_e14(written: str) -> None:
    assert found("E14", written, "question") == []


@pytest.mark.parametrize("written", CLOSED)
def test_a_bare_yes_or_no_question_breaks_rule_e14(written: str) -> None:
    assert found("E14", written, "question") == ["ERROR"]


@pytest.mark.parametrize(
    "written",
    [
        "Wil {child} melk of water?",
        "Is {child} blij of boos?",
        "Belt u vandaag of morgen?",
        "Slaapt {child} bij u of bij oma?",
        "Gaat u lopen of met de bus?",
    ],
)
def test_a_choice_of_two_things_without_a_comma_is_a_warning(written: str) -> None:
    assert found("E14", written, "question") == ["WARN"]


@pytest.mark.parametrize(
    "written",
    [
        "Heeft {child} pijn of koorts?",
        "Zijn er zussen of broers?",
        "Slaapt {child} goed of niet?",
        "Wilt u koffie of zo?",
        "Slaapt of eet {child}?",
        "Kunt u lezen of schrijven?",
    ],
)
def test_yes_answers_a_question_that_takes_both_sides_together(written: str) -> None:
    assert found("E14", written, "question") == ["ERROR"]


@pytest.mark.parametrize("kind", ["consent", "confirm", "statement"])
def test_consent_may_be_asked_with_yes_or_no(kind: TextKind) -> None:
    assert found("E14", "Wilt u beginnen?", kind) == []


def test_an_imperative_before_a_question_is_no_question() -> None:
    assert found("E14", "Vertel eens.\nWat doet u dan?", "question") == []


@pytest.mark.parametrize("question", ["?", "...?", "En?"])
def test_a_question_without_words_is_left_alone(question: str) -> None:
    assert not asks_yes_or_no(question)


# What rules are for


def test_rules_that_know_dutch_leave_other_languages_alone() -> None:
    written = "Niet goed? Slaapt Milan? Twee huisje verantwoordelijkheden."

    rules = {each.rule for each in language_findings([passage(written, language="en")], TOOLS)}

    assert rules == {"E12"}


def test_easy_rules_leave_plain_dutch_alone() -> None:
    assert found("E05", "Wat gaat niet goed?", "question", "standard") == []
