"""The rules that need the word lists, on sentences that keep them and sentences that break them."""

from __future__ import annotations

import pytest

from giz_gesprek.content.checks.balance import positive_first
from giz_gesprek.content.checks.expressions import Expressions
from giz_gesprek.content.checks.sayings import sentence_findings, tools_of
from giz_gesprek.paths import content_dir

TOOLS = tools_of([content_dir()])


def found(rule: str, sentence: str) -> list[str]:
    findings = sentence_findings([sentence], "easy_language", TOOLS)
    return [each.severity for each in findings if each.rule == rule]


KEPT = {
    "E02": [
        "De luiers zijn op.",
        "Zij heeft krampjes.",
        "Fatima belt Mohammed in Purmerend.",
        "De fietsles is op straat.",
        "Hij slikt zijn pil.",
        "De muisjes slapen.",
        "De maxi-cosi is vol.",
        "Hij heeft het touw doorgeknipt.",
        "Zij speelt in de poppenhoek.",
        "Hij snoept te veel.",
    ],
    "E03": ["De voetbaltraining is om 4 uur."],
    "E04": [
        "Hij wordt boos.",
        "De baby wordt geboren.",
        "Mijn zoon is gevallen.",
        "Zij is getrouwd.",
        "Een vader zoekt zijn zoon en vertelt.",
        "Het huis is gewoon schoon.",
    ],
    "E06": [
        "Waarover wilt u praten?",
        "Om 6 uur is het te laat.",
        "Dat is goed.",
        "Hij is net als zijn vader.",
        "Blij, bang, moe, of alles samen.",
        "Hij lacht om de aap.",
    ],
    "E09": [
        "Uw tekening van de zon is mooi.",
        "Zij wast haar handen en haar haar.",
        "Hij werkt als kok.",
        "De leerkracht is ziek.",
        "De vakantie begint.",
        "Wij vragen het aan oma.",
        "Het afscheid is kort.",
        "De bal valt in het water.",
        "Hij lust spruitjes en boontjes.",
    ],
    "E11": ["Wij kiezen een onderwerp.", "De hulpverlener belt."],
    "E15": ["Wat helpt u?", "Weet u het zeker?", "Dat is erg.", "Ook oma komt.", "Hij heeft er 2."],
    "E16": ["Wat deed u deze week?", "Ik heb het geregeld.", "Op maandag om 3 uur."],
    "E19": ["De logopedisten komen.", "Het consultatiebureau belt."],
}
BROKEN = {
    "E02": ["De repercussies zijn navenant.", "Hij is recalcitrant.", "Zij heeft scrupules."],
    "E03": ["De hulpverleningsmogelijkheden zijn er."],
    "E04": [
        "Uw kind wordt opgehaald.",
        "Wij werden gebeld.",
        "Zal de brief worden verstuurd?",
        "De hulp wordt door ons betaald.",
        "Dit wordt besproken.",
    ],
    "E06": [
        "Hij huilt omdat hij valt.",
        "Wij bellen om u te helpen.",
        "De stoel waarop hij zit.",
        "Hoewel het regent, fietst hij.",
    ],
    "E09": [
        "U dient dit te doen.",
        "Zij diende het verzoek in.",
        "De uitvoering van het werk.",
        "Hij slaapt als een roos.",
        "Ten behoeve van het kind.",
        "Zij loopt op haar tenen.",
        "Wij evalueren de voortgang.",
        "Dit is multifunctioneel.",
        "Het jeugdbeleid is nieuw.",
        "U moet rekening met hem houden.",
        "Ons plan valt in het water.",
        "Er ligt beslag op uw loon.",
        "Dit is strafbaar.",
    ],
    "E11": ["De zorgprofessional komt.", "Wij kiezen een topic."],
    "E15": [
        "Vindt u ook dat hij druk is?",
        "U slaapt toch goed?",
        "Hij eet goed, hoor.",
        "Hoe vaak huilt hij?",
        "Hij is best wel boos.",
        "Het is erg moeilijk.",
    ],
    "E16": ["Hij was onlangs ziek.", "Wat deed u de laatste tijd?", "Wij bellen binnenkort."],
}


@pytest.mark.parametrize(("rule", "sentence"), [(r, s) for r, them in KEPT.items() for s in them])
def test_a_plain_sentence_keeps_the_rule(rule: str, sentence: str) -> None:
    assert found(rule, sentence) == []


@pytest.mark.parametrize(("rule", "sentence"), [(r, s) for r, them in BROKEN.items() for s in them])
def test_a_hard_sentence_breaks_the_rule(rule: str, sentence: str) -> None:
    assert "ERROR" in found(rule, sentence)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("E04", "Het raam is gemaakt."),
        ("E06", "Hij huilt als hij moe is."),
        ("E06", "U zegt dat hij slaapt."),
        ("E06", "De vrouw die hem helpt."),
        ("E15", "Wanneer huilt hij vaak?"),
    ],
)
def test_what_can_be_reasoned_away_is_a_warning(rule: str, sentence: str) -> None:
    assert found(rule, sentence) == ["WARN"]


@pytest.mark.parametrize(
    ("expression", "sentence", "stands"),
    [
        ("in|dienen", "U dient de brief in.", True),
        ("in|dienen", "U hebt het ingediend.", True),
        ("in|dienen", "De brief is in te dienen.", True),
        ("in|dienen", "Het dient in het huis te staan.", False),
        ("rekening + houden", "Houd rekening met hem.", True),
        ("rekening + houden", "De rekening is hoog.", False),
        ("in het kader van", "In het kader van rust.", True),
        ("kader", "De kaders staan vast.", True),
        ("kader", "Ik bel Kader.", False),
    ],
)
def test_an_expression_is_found_in_its_forms(
    expression: str, sentence: str, *, stands: bool
) -> None:
    tokens = TOOLS.vocabulary.tokens(sentence)

    assert bool(list(Expressions({expression: "x"}).found_in(tokens))) is stands


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("zwemles", ("zwem", "les")),
        ("luizenkam", ("luizen", "kam")),
        ("jeugdbeleid", None),
        ("opvang", None),
        ("tafel", None),
        ("vertrappen", None),
        ("gelaat", None),
    ],
)
def test_a_clear_compound_is_cut_in_two(word: str, parts: tuple[str, str] | None) -> None:
    assert TOOLS.vocabulary.compound(word) == parts


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Was Milan gisteren blij, of bang?", True),
        ("Was Milan boos, of blij?", False),
        ("Hoe was hij, fit of ziek?", True),
        ("Drinkt u koffie, of thee?", None),
        ("Hij is blij, of boos.", None),
    ],
)
def test_the_place_of_the_good_pole_is_seen(question: str, *, first: bool | None) -> None:
    assert positive_first(question) is first
