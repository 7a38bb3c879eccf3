"""Dutch, as it is said."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from giz_gesprek.spoken.dutch_words import FOREIGN, LETTERS, RATES, SHORT, UNITS
from giz_gesprek.spoken.language import Dates, Language, Money, Signs, listed
from giz_gesprek.spoken.numbers import dutch_cardinal, dutch_ordinal

_DE_WORDS: Final = listed(
    """dag week maand minuut seconde boterham banaan appel pil tablet lepel theelepel eetlepel
        liter meter kilometer tas kop fles portie euro"""
)
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
    before_year=("in", "sinds"),
    beside_day=("op", "vanaf", "uiterlijk", "elke", "iedere", "aanstaande", "afgelopen", "komende"),
    say=_date,
)

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
        out_of="van",
        and_="en",
        or_="of",
        at="apenstaartje",
        dot="punt",
        dash="streepje",
        underscore="laag streepje",
        slash="schuine streep",
        number="nummer",
        comma="komma",
        decimal="komma",
        about="ongeveer",
        more_than="meer dan",
        less_than="minder dan",
        per="per",
    ),
    money=Money(one="euro", more="euro", cent="cent", cents="cent", large=("miljoen", "miljard")),
    dates=_DATES,
    classes=listed("groep groepen klas klassen kamer"),
    counted=listed("groep groepen klas klassen kamer stap vraag scherm deel bladzijde pagina"),
    glued_units=listed("u"),
    rates=RATES,
    units=UNITS,
    short=SHORT,
    dots_optional=listed(
        """a.d.h.v. a.g.v. a.u.b. afd. bijv. blz. bv. d.m.v. d.w.z. dhr. drs. enz. etc. evt. excl.
        huisnr. i.c.m. i.h.k.v. i.o.m. i.p.v. i.s.m. i.v.m. incl. m.b.t. m.b.v. m.i.v. m.u.v. m.v.g.
        mevr. mw. n.a.v. n.t.b. n.v.t. nr. nrs. o.b.v. o.l.v. o.v.v. resp. s.v.p. t.a.v. t.b.v.
        t.n.v. t.o.v. t.z.t. telnr. vnl. z.o.z. z.s.m. zgn."""
    ),
    before_figures=listed("art. ca. gem. gr. max. min. p. p.k. pag. tel. toest."),
    may_end_a_sentence=listed(
        """a.s. a.u.b. c.s. e.a. e.d. e.e.a. e.v. enz. etc. gesl. j.l. jl. m.v.g. max. min. n.o.t.k.
        n.t.b. n.v.t. p. p.d. p.j. p.kw. p.m. p.p. p.p.p.d. p.st. p.u. p.w. s.v.p. t.z.t. tel. v.v.
        z.g.a.n. z.n. z.o.z. z.s.m. gr. u. sec. jr. mnd. wk. dgn. pers. tabl. ma. di. wo. do. vr.
        za. zo. jan. feb. mrt. apr. mei. jun. jul. aug. sep. sept. okt. nov. dec."""
    ),
    letters=LETTERS,
    vowels="aeiouyàáâäèéêëìíîïòóôöùúûüý",
    spelled=listed(
        """add adhd aed aow apk avg awbz bso cao eu hiv ib ibt id isd ivf lvb mbo ots pgb po rivm
        soa svb tv uk usa uwv vo vso vve vwo wao wlz wmo"""
    ),
    spelled_in_capitals=listed("adl ass bv emdr iag ipg mdo nl ocd odd oso ot umc"),
    no_letters=listed("hm hmm mm mmm pst psst sst sssst brr grr tsss m n s t k d r"),
    foreign=FOREIGN,
    a_name="naam",
    a_text="tekst in andere letters",
    another_language="woorden in een andere taal",
    endings=MappingProxyType({"com": "kom", "org": "org", "net": "net", "info": "info"}),
    post_code=r"([1-9]\d{3})␣?([A-Z]{2})",
    service_numbers=MappingProxyType({"0800": "nul achthonderd", "0900": "nul negenhonderd"}),
)
