"""Dutch, as it is said."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from giz_gesprek.spoken.language import Dates, Language, Money, Signs, listed
from giz_gesprek.spoken.numbers import dutch_cardinal, dutch_ordinal

_DE_WORDS: Final = listed("""dag week maand minuut seconde boterham banaan appel pil tablet lepel theelepel eetlepel liter
    meter kilometer tas kop fles portie euro""")
"""Before these it is "halve", not "half"."""

_PARTS: Final = {
    (1, 3): "een derde",
    (2, 3): "twee derde",
    (1, 4): "een kwart",
    (3, 4): "driekwart",
    (1, 8): "een achtste",
}


def _fraction(number: int | None, part: tuple[int, int], following: str) -> str:
    """Say ``1½ uur`` as "anderhalf uur", ``2¼`` as "twee en een kwart"."""
    half = "halve" if following.lower() in _DE_WORDS else "half"
    if part == (1, 2):
        if number == 1:
            return f"ander{half}"
        words = f"een {half}"
    else:
        words = _PARTS.get(part) or f"{dutch_cardinal(part[0])} {dutch_ordinal(part[1])}"
    return words if number is None else f"{dutch_cardinal(number)} en {words}"


def _clock(hour: int, minutes: int) -> str:
    """Say a time as it stands there: who follows along sees the same figures."""
    said = f"{dutch_cardinal(hour)} uur"
    return f"{said} {dutch_cardinal(minutes)}" if minutes else said


def _date(day: str, month: str, year: str | None) -> str:
    return " ".join(filter(None, (day, month, year)))


_MONTHS: Final = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

_DATES: Final = Dates(
    months=_MONTHS,
    short_months=MappingProxyType(
        {
            **{month[:3]: number for number, month in enumerate(_MONTHS, 1) if month[:3] != "maa"},
            "mrt": 3,
            "sept": 9,
        }
    ),
    short_days=MappingProxyType(
        {
            "ma": "maandag",
            "di": "dinsdag",
            "wo": "woensdag",
            "do": "donderdag",
            "vr": "vrijdag",
            "za": "zaterdag",
            "zo": "zondag",
        }
    ),
    ordinal_days=False,
    say=_date,
)

_SHORT: Final = MappingProxyType(
    {
        "a.u.b.": "alstublieft",
        "afz.": "afzender",
        "bijv.": "bijvoorbeeld",
        "blz.": "bladzijde",
        "bv.": "bijvoorbeeld",
        "b.v.": "bijvoorbeeld",
        "ca.": "ongeveer",
        "d.m.v.": "door middel van",
        "d.w.z.": "dat wil zeggen",
        "dhr.": "de heer",
        "dr.": "dokter",
        "drs.": "doctorandus",
        "e.a.": "en anderen",
        "e.d.": "en dergelijke",
        "en/of": "en of",
        "enz.": "enzovoort",
        "etc.": "enzovoort",
        "evt.": "eventueel",
        "excl.": "exclusief",
        "gem.": "gemiddeld",
        "i.o.m.": "in overleg met",
        "i.p.v.": "in plaats van",
        "i.v.m.": "in verband met",
        "incl.": "inclusief",
        "jl.": "jongstleden",
        "m.a.w.": "met andere woorden",
        "m.b.t.": "met betrekking tot",
        "m.b.v.": "met behulp van",
        "m.i.v.": "met ingang van",
        "m.n.": "met name",
        "m/v": "man of vrouw",
        "max.": "maximaal",
        "mevr.": "mevrouw",
        "min.": "minimaal",
        "mw.": "mevrouw",
        "n.a.v.": "naar aanleiding van",
        "n.v.t.": "niet van toepassing",
        "nr.": "nummer",
        "nrs.": "nummers",
        "o.a.": "onder andere",
        "o.l.v.": "onder leiding van",
        "p.": "pagina",
        "prof.": "professor",
        "s.v.p.": "alstublieft",
        "t.a.v.": "ter attentie van",
        "t.b.v.": "ten behoeve van",
        "t.o.v.": "ten opzichte van",
        "t.z.t.": "te zijner tijd",
        "t/m": "tot en met",
        "tel.": "telefoon",
        "vgl.": "vergelijk",
        "z.o.z.": "zie andere kant",
        "z.s.m.": "zo snel mogelijk",
        "zgn.": "zogenaamde",
    }
)

_LETTERS: Final = MappingProxyType(
    {
        "a": "aa",
        "b": "bee",
        "c": "cee",
        "d": "dee",
        "e": "ee",
        "f": "ef",
        "g": "gee",
        "h": "haa",
        "i": "ie",
        "j": "jee",
        "k": "kaa",
        "l": "el",
        "m": "em",
        "n": "enn",
        "o": "oo",
        "p": "pee",
        "q": "kuu",
        "r": "err",
        "s": "es",
        "t": "tee",
        "u": "uu",
        "v": "vee",
        "w": "wee",
        "x": "iks",
        "y": "ij",
        "z": "zet",
    }
)
"""``enn`` and ``err``, because "en" and "er" are words that are hardly heard."""

DUTCH: Final = Language(
    decimal=",",
    thousand=".",
    cardinal=dutch_cardinal,
    ordinal=dutch_ordinal,
    year=dutch_cardinal,
    ordinal_endings=("e", "de", "ste"),
    clock=_clock,
    clock_words=("uur", "u.", "u", "h"),
    before_clock=("om", "vanaf", "tussen", "rond", "tot", "van"),
    fraction=_fraction,
    signs=Signs(
        to="tot",
        up_to="tot en met",
        plus="plus",
        minus="min",
        equals="is",
        times="keer",
        out_of="van",
        and_="en",
        or_="of",
        at="apenstaartje",
        dot="punt",
        dash="streepje",
        underscore="laag streepje",
        slash="schuine streep",
        number="nummer",
        point="komma",
    ),
    money=Money(one="euro", more="euro", cent="cent", cents="cent"),
    dates=_DATES,
    units=MappingProxyType(
        {
            "%": ("procent", "procent"),
            "°c": ("graden", "graden"),
            "°": ("graden", "graden"),
            "x": ("keer", "keer"),
            "\u00d7": ("keer", "keer"),
            "kg": ("kilo", "kilo"),
            "g": ("gram", "gram"),
            "gr.": ("gram", "gram"),
            "gr": ("gram", "gram"),
            "mg": ("milligram", "milligram"),
            "km/u": ("kilometer per uur", "kilometer per uur"),
            "km": ("kilometer", "kilometer"),
            "m": ("meter", "meter"),
            "m²": ("vierkante meter", "vierkante meter"),
            "m2": ("vierkante meter", "vierkante meter"),
            "cm": ("centimeter", "centimeter"),
            "mm": ("millimeter", "millimeter"),
            "l": ("liter", "liter"),
            "ml": ("milliliter", "milliliter"),
            "u.": ("uur", "uur"),
            "min.": ("minuut", "minuten"),
            "min": ("minuut", "minuten"),
            "sec.": ("seconde", "seconden"),
            "sec": ("seconde", "seconden"),
            "jr.": ("jaar", "jaar"),
            "jr": ("jaar", "jaar"),
            "mnd.": ("maand", "maanden"),
            "mnd": ("maand", "maanden"),
            "wk.": ("week", "weken"),
            "wk": ("week", "weken"),
        }
    ),
    short=_SHORT,
    dots_optional=listed("""a.u.b. bijv. blz. bv. d.m.v. d.w.z. dhr. drs. enz. etc. evt. i.p.v. i.v.m. m.b.t. m.b.v.
        mevr. mw. n.a.v. n.v.t. nr. nrs. o.l.v. s.v.p. t.a.v. t.b.v. t.o.v. t.z.t. z.o.z. z.s.m.
        zgn."""),
    before_figures=listed("ca. max. min. p. tel."),
    may_end_a_sentence=listed("""a.u.b. e.a. e.d. enz. etc. jl. max. min. n.v.t. p. s.v.p. t.z.t. tel. z.o.z. z.s.m.
        gr. u. sec. jr. mnd. wk. ma. di. wo. do. vr. za. zo.
        jan. feb. mrt. apr. mei. jun. jul. aug. sep. sept. okt. nov. dec."""),
    letters=_LETTERS,
    vowels="aeiouyàáâäèéêëìíîïòóôöùúûüý",
    spelled=listed("""add adhd aed aow apk avg awbz bso cao eu hiv ib ibt id isd ivf lvb mbo ots pgb po rivm soa
        svb tv uk usa uwv vo vso vve vwo wao wlz wmo"""),
    no_letters=listed("hm hmm mm mmm pst psst sst sssst brr grr tsss m n s t k d r"),
    foreign=MappingProxyType(
        {
            **dict.fromkeys("çčć", "tsj"),
            **dict.fromkeys("şšśș", "sj"),
            **dict.fromkeys("žźż", "zj"),
            **dict.fromkeys("łŁ", "w"),
            **dict.fromkeys("ñńň", "nj"),
            **dict.fromkeys("øœ", "eu"),
            **dict.fromkeys("åő", "oo"),
            **dict.fromkeys("æ", "ee"),
            **dict.fromkeys("ğ", ""),
            **dict.fromkeys("ı", "i"),
            **dict.fromkeys("ą", "on"),
            **dict.fromkeys("ęě", "en"),
            **dict.fromkeys("řŕ", "r"),
            **dict.fromkeys("ťț", "t"),
            **dict.fromkeys("ďđ", "d"),
            **dict.fromkeys("ăāãą", "a"),
            **dict.fromkeys("ē", "ee"),
            **dict.fromkeys("īİ", "ie"),
            **dict.fromkeys("õ", "o"),
            **dict.fromkeys("ūůű", "oe"),
            "ß": "ss",
        }
    ),
    endings=MappingProxyType({"com": "kom", "org": "org", "net": "net", "info": "info"}),
    service_numbers=MappingProxyType({"0800": "nul achthonderd", "0900": "nul negenhonderd"}),
)
