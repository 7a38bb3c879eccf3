"""Closed classes of Dutch words that the rules look for.

Lists that writers extend are in ``words.yaml``.
"""

from __future__ import annotations

from typing import Final


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


DENIALS: Final = _words(
    "niet geen geeneen nooit niemand niets niks nergens noch zonder nauwelijks evenmin"
)

ON_WITHOUT_DENIAL: Final = _words(
    """
    onder onderen ondersteboven online onlangs ons onze onzen ones once onno ongeacht
    ongeboren ongesteld ongeluk ongelukken ongeval ongevallen onheil onkosten onkruid
    onlusten onweer onwijs onzin
    """
)
"""Words that begin with on- before what happens to be a word, and that deny nothing."""

QUESTION_WORDS: Final = _words(
    """
    wie wiens wat wanneer hoe hoelang hoeveel hoezo welk welke waar waaraan waarbij waardoor
    waarheen waarin waarmee waarna waarnaar waarom waarop waarover waartoe waaruit waarvan
    waarvoor vanwaar
    """
)

PREPOSITIONS: Final = _words(
    """
    aan achter bij binnen boven door in langs met na naar naast om onder op over per rond
    sinds te tegen tijdens tot tussen uit van vanaf via volgens voor zonder
    """
)

QUESTION_OPENERS: Final = _words("en maar dus nu dan eerst samen")
"""They can stand before any question without changing what is asked."""

ECHO_WORDS: Final = _words(
    "u jij thuis overdag vandaag morgen gisteren vannacht straks later nu dan"
)
"""After ``en`` they ask the question before once more: "En thuis?"."""

SUBORDINATORS: Final = _words("als toen nadat voordat zodra sinds terwijl stel")

FORMAL: Final = _words("u uw uzelf")
INFORMAL: Final = _words("je jij jou jouw jezelf jullie")

DIMINUTIVES_ONLY_IN_FORM: Final = _words(
    """
    beetje meisje meisjes oranje broodje broodjes toetje toetjes sprookje sprookjes
    kopje kopjes liedje liedjes poosje ommetje franje koekje koekjes ijsje ijsjes
    """
)
"""Words that end like a diminutive and have no plainer form, or a plainer form nobody uses."""
