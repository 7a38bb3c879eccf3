"""Closed classes of Dutch words that the rules look for.

Lists that writers extend are in ``words.yaml``.
"""

from __future__ import annotations

from typing import Final


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


DENIALS: Final = _words(
    """
    niet geen geeneen nooit niemand niets niks nergens noch zonder nauwelijks evenmin amper
    geenszins allerminst
    """
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

ASKS_WHETHER: Final = _words(
    """
    heb hebt heeft hebben had hadden ken kent kennen kende kan kun kunt kunnen kon mag mogen mocht
    krijg krijgt krijgen gebruikt gebruiken
    """
)
"""Verbs with which somebody asks whether there is something at all: "Heeft u broers of zussen?"."""

FORMAL: Final = _words("u uw uzelf")
PLURAL: Final = _words("jullie")
INFORMAL: Final = _words("je jij jou jouw jezelf") | PLURAL

DIMINUTIVES_ONLY_IN_FORM: Final = _words(
    """
    beetje meisje meisjes oranje broodje broodjes toetje toetjes sprookje sprookjes
    kopje kopjes liedje liedjes poosje ommetje franje koekje koekjes ijsje ijsjes
    """
)
"""Words that end like a diminutive and have no plainer form, or a plainer form nobody uses."""

PARTICLES: Final = _words(
    """
    aan achter af bij binnen boven door in mee na neer om onder op over rond samen tegen terug
    toe uit voor voort vooruit weg
    """
)
"""The first part of verbs that can be split, and of nouns made from them."""

VERB_PARTICLES: Final = PARTICLES | _words(
    "dicht droog kapot klaar leeg los mis nat open plat recht schoon stil thuis vast vol wakker"
)
"""The first part of verbs that are as plain as the verb behind it: "leeglopen"."""

PREFIXES: Final = _words("anti be ge her inter mis ont sub ver wan")
"""They begin words and are no part of a compound, though some are words by themselves."""

BECOME: Final = _words("word wordt worden werd werden")
BE: Final = _words("ben bent is zijn was waren")

ADJECTIVES_LIKE_PARTICIPLES: Final = _words(
    """
    gewoon gezond geboren getrouwd gescheiden gewend verliefd verkouden bekend beroemd bevriend
    verdrietig verslaafd verward vermoeid gestrest gehandicapt bezorgd opgewonden ontspannen
    geliefd geleden gelukkig verlegen vergeten vertrouwd verveeld verrast gewond gekleurd beperkt
    ervaren gesloten geopend geduldig gevoelig gezellig geschikt gemeen verkeerd gek ontevreden
    tevreden volwassen verstandig gezin geld geluid gebied gebed geschikt bezet bewust
    verplicht bereid beschikbaar overleden
    """
)
"""They follow worden and zijn without making a passive."""

MOVES: Final = _words(
    """
    gaan komen blijven vallen groeien lopen rijden fietsen zwemmen rennen stoppen beginnen gebeuren
    overlijden sterven vertrekken verhuizen opstaan veranderen lukken mislukken trouwen scheiden
    worden zijn bevallen schrikken verdwijnen ontstaan slagen stijgen dalen zakken vluchten landen
    uitvallen omvallen meegaan meekomen terugkomen terugkomen binnenkomen thuiskomen weggaan
    wegblijven kruipen klimmen springen reizen verhuizen opgroeien ontsnappen verdwalen wennen
    voorbijgaan uitgaan aankomen inslapen verschijnen doorgaan opgaan afvallen aangroeien
    opknappen genezen mislopen overgaan bijkomen langskomen
    """
)
"""Verbs of which the past is made with zijn: "Hij is gevallen" is no passive."""

DETERMINERS: Final = _words(
    """
    de het een mijn jouw uw zijn haar ons onze hun dit dat deze die elk elke ieder iedere geen
    alle veel iets wat
    """
)
SUBJECTS: Final = _words(
    """
    ik u jij je hij zij ze wij we jullie het er men iemand niemand iedereen mijn uw jouw haar onze
    ons hun de
    """
)

BINDERS: Final = _words(
    """
    omdat zodat terwijl indien tenzij hoewel ofschoon opdat doordat aangezien mits alvorens
    teneinde nadat voordat zodra totdat ingeval naarmate evenals alsmede dewelke hetwelk
    """
)
"""They join a second thought to the first one."""

WHERE_WITH: Final = _words(
    """
    waaraan waarbij waardoor waarin waarmee waarna waarnaar waarop waarover waartoe waaruit waarvan
    waarvoor waarheen waaronder waartegen waartussen waaromheen
    """
)

POSITIVE: Final = _words(
    """
    goed fijn leuk blij rustig makkelijk veilig gezond fit vrolijk lief trots warm genoeg samen
    sterk beter graag lekker gezellig ontspannen zelf wakker vanzelf mooi vertrouwd eerlijk
    """
)
NEGATIVE: Final = _words(
    """
    slecht moeilijk boos bang moe ziek verdrietig druk zwaar onveilig onrustig ongezond stil lastig
    vervelend alleen slaperig somber gespannen koud weinig eng slechter ruzie pijn raar
    """
)
"""The good and the bad side of an either/or question."""
