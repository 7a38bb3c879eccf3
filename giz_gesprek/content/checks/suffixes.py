"""Word endings that make an abstract or a formal word, and the everyday words that have them."""

from __future__ import annotations

import re
from typing import Final

from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.rule import Tools
from giz_gesprek.content.checks.vocabulary import Token


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


_LONG: Final = 6
_ABSTRACT: Final = re.compile(r"\w{3,}(?:ing|ingen|heid|heden|nis|nissen)")
_EVERYDAY_ABSTRACT: Final = _words(
    """
    woning rekening kleding tekening oefening mening koning lening training bevalling wandeling
    verkering uitkering verzekering zorgverzekering ervaring verhuizing verrassing uitnodiging
    opleiding verwarming ontsteking inenting vergadering begeleiding opvoeding behandeling leerling
    zuigeling tweeling drieling lieveling aflevering bestelling betaling ketting handeling regering
    omgeving beweging ademhaling spanning verandering herinnering beloning ontmoeting
    gezondheid veiligheid vrijheid waarheid overheid verkoudheid gezelligheid hoeveelheid schoonheid
    kinderopvang gebeurtenis begrafenis kennis gevangenis geschiedenis begrafenissen gebeurtenissen
    verjaring kring ring ding dingen krachten sling helling paling haring puding pudding zitting
    omheining verdieping afdeling instelling voeding borstvoeding flesvoeding bijvoeding verzorging
    vriendelijkheid eerlijkheid moeilijkheid bijzonderheid haring peiling deling stelling richting
    honing camping parking jogging dressing verlichting verpakking kruising zekering leuning vulling
    voorstelling tentoonstelling bezorging ontlasting bloeding zwelling vertraging overwinning
    verloving scheiding echtscheiding rondleiding inschrijving verdoving ademing vering
    afrekening aanbieding opruiming versiering verkleding bevruchting vergissing verslaving stilling
    boosheid blijheid eenzaamheid misselijkheid vermoeidheid moeheid drukte jaloersheid
    dankbaarheid bezigheid gelegenheid betekenis hindernis vergiffenis
    omhelzing begroeting viering opvoering pijnstilling sluiting opening
    erfenis vangnis nis afscheid kroning zegening besnijdenis
    geheugen speling kleuring vergissing storing bedoeling stemming verkiezing
    """
)
_LONG_EVERYDAY: Final = tuple(word for word in _EVERYDAY_ABSTRACT if len(word) >= _LONG)
_LATINATE: Final = re.compile(
    r"""\w{2,}(?: iteit(?:en)? | isme | itie | atie(?:s|f)? | entie(?:s)? | antie(?:s)? | ologie
    | tioneel | tionele | ieel | iële | ueel | uele | isch | ische | tief | tieve | air | aire
    | abel | abele | ibel | ibele | iseer(?:t|d|de|den)? | iseren | ificeer\w* | ificeren
    | ueer\w* | ueren | uleer\w* | uleren | iveer\w* | iveren | enteer\w* | enteren
    | oneer\w* | oneren | ineer\w* | ineren | iceer\w* | iceren | iëren | ieert )""",
    re.VERBOSE,
)
_EVERYDAY_LATINATE: Final = _words(
    """
    vakantie vakanties situatie relatie relaties informatie operatie operaties politie organisatie
    reparatie reparaties competitie conditie positie familie station vaccinatie vaccinaties
    allergisch allergische elektrisch elektrische fantastisch fantastische logisch logische
    romantisch magisch technisch technische medisch medische typisch fris frisse vis tafel kabel
    fabel aire actief actieve sportief sportieve creatief creatieve lief lieve universiteit
    elektriciteit activiteit activiteiten quarantaine garantie advertentie ambulance medicatie
    kwaliteit fabeltje repetitie reservatie vegetarisch vegetarische turks russisch
    russische arabisch arabische marokkaans paprika komisch muzikaal dramatisch dramatische
    organiseer organiseert organiseren organiseerde bineert trainen parkeert parkeren reserveren
    reserveert reserveerde accepteren repeteren trakteren trakteert feliciteren feliciteert
    arriveren arriveert speciaal populair populaire miniatuur stabiel racisme toerisme presenteren
    eren kleren leren meren beren deren heren vakantiehuis menstruatie station generatie rotonde
    combinatie studie studeren reactie informeren telefoneren telefoneert fotograferen mineren
    ontineren rineren kameren inspiratie sensatie felicitatie felicitaties presentatie decoratie
    televisie historie sollicitatie solliciteren solliciteert logopedie psychologie technologie
    """
)


def abstract_noun(word: str) -> bool:
    """Tell whether a word ends like the name of an act or a quality, and is no everyday word."""
    return bool(_ABSTRACT.fullmatch(word)) and not _is_everyday(word)


def latinate(word: str) -> bool:
    """Tell whether a word has one of the learned endings, and is no everyday word."""
    return bool(_LATINATE.fullmatch(word)) and word not in _EVERYDAY_LATINATE


def nominalised(token: Token, passage: Passage, tools: Tools) -> bool:
    """Tell whether an act stands as a thing: "de uitvoering van"."""
    if not abstract_noun(token.small):
        return False
    for sentence in passage.sentences:
        words = [each.small for each in tools.vocabulary.tokens(sentence)]
        for place, word in enumerate(words[:-1]):
            if word == token.small and words[place + 1] in {"van", "tot", "der", "door"}:
                return True
    return False


def _is_everyday(word: str) -> bool:
    plain = re.sub(r"(?:en|sen|heden)$", "", word)
    forms = {word, plain, plain.removesuffix("s"), f"{plain}heid"}
    # What ends in an everyday word is one too: "babykleding", "kinderbijslag".
    return any(form.endswith(everyday) for form in forms for everyday in _LONG_EVERYDAY) or bool(
        forms & _EVERYDAY_ABSTRACT
    )
