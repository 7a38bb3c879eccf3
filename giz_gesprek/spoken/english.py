"""English, as it is said."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from giz_gesprek.spoken.language import Dates, Language, Money, Signs, listed
from giz_gesprek.spoken.number_words import english_places, english_words, english_year_words

_PARTS: Final = {
    (1, 2): "a half",
    (1, 3): "a third",
    (2, 3): "two thirds",
    (1, 4): "a quarter",
    (3, 4): "three quarters",
    (1, 8): "an eighth",
}
_NOON: Final = 12
_TWO_FIGURES: Final = 10


def _fraction(number: int | None, part: tuple[int, int], following: str) -> str:
    words = _PARTS.get(part) or f"{english_words(part[0])} {english_places(part[1])}s"
    if number is not None:
        return f"{english_words(number)} and {words}"
    return "half an" if part == (1, 2) and following.lower() == "hour" else words


def _clock(hour: int, minutes: int) -> str:
    if minutes == 0:
        on_the_hour = "hundred" if hour > _NOON else "o'clock"
        return f"{english_words(hour)} {on_the_hour}"
    zero = "oh " if minutes < _TWO_FIGURES else ""
    return f"{english_words(hour)} {zero}{english_words(minutes)}"


def _date(day: str, month: str, year: str | None) -> str:
    return f"{day} of {month}" + (f" {year}" if year else "")


_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

ENGLISH: Final = Language(
    decimal=".",
    thousand=",",
    cardinal=english_words,
    ordinal=english_places,
    year=english_year_words,
    ordinal_endings=("st", "nd", "rd", "th"),
    clock=_clock,
    clock_words=("hours", "o'clock"),
    before_clock=("at", "from", "until", "to", "by"),
    fraction=_fraction,
    signs=Signs(
        to="to",
        up_to="up to and including",
        plus="plus",
        minus="minus",
        equals="is",
        out_of="of",
        and_="and",
        or_="or",
        at="at",
        dot="dot",
        dash="dash",
        underscore="underscore",
        slash="slash",
        number="number",
        comma="comma",
        decimal="point",
        about="about",
        more_than="more than",
        less_than="less than",
        per="a",
    ),
    money=Money(one="euro", more="euros", cent="cent", cents="cents", large=("million", "billion")),
    dates=Dates(
        months=_MONTHS,
        short_months=MappingProxyType(
            {
                **{month[:3].lower(): at for at, month in enumerate(_MONTHS, 1)},
                "sept": 9,
            }
        ),
        short_days=MappingProxyType(
            {
                "mon": "Monday",
                "tue": "Tuesday",
                "wed": "Wednesday",
                "thu": "Thursday",
                "fri": "Friday",
                "sat": "Saturday",
                "sun": "Sunday",
            }
        ),
        ordinal_days=True,
        before_year=("in", "since", "until"),
        beside_day=("on", "every", "next", "last", "from"),
        say=_date,
    ),
    classes=listed("group groups class classes year room"),
    counted=listed("group groups class classes year room step question screen part page"),
    glued_units=frozenset(),
    rates=(
        listed("hour hours times days nights minutes min euros grams kilos kg ml x"),
        MappingProxyType(
            {
                **{each: each for each in ("day", "night", "week", "month", "year", "hour")},
                **{each: each for each in ("child", "person", "time")},
                "hr": "hour",
                "mo": "month",
                "wk": "week",
                "yr": "year",
            }
        ),
    ),
    units=MappingProxyType(
        {
            "%": ("percent", "percent"),
            "°c": ("degree", "degrees"),
            "°": ("degree", "degrees"),
            "x": ("time", "times"),
            "\u00d7": ("time", "times"),
            "kg": ("kilo", "kilos"),
            "g": ("gram", "grams"),
            "mg": ("milligram", "milligrams"),
            "km/h": ("kilometre an hour", "kilometres an hour"),
            "km": ("kilometre", "kilometres"),
            "m": ("metre", "metres"),
            "cm": ("centimetre", "centimetres"),
            "mm": ("millimetre", "millimetres"),
            "l": ("litre", "litres"),
            "ml": ("millilitre", "millilitres"),
            "min.": ("minute", "minutes"),
            "min": ("minute", "minutes"),
            "sec.": ("second", "seconds"),
            "sec": ("second", "seconds"),
            "am": ("a m", "a m"),
            "pm": ("p m", "p m"),
        }
    ),
    short=MappingProxyType(
        {
            "and/or": "and or",
            "approx.": "approximately",
            "dr.": "doctor",
            "e.g.": "for example",
            "etc.": "and so on",
            "i.e.": "that is",
            "max.": "at most",
            "min.": "at least",
            "mr.": "mister",
            "mrs.": "missus",
            "ms.": "miz",
            "no.": "number",
            "p.": "page",
            "tel.": "telephone",
            "vs.": "versus",
        }
    ),
    dots_optional=frozenset(("etc.", "approx.", "mr.", "mrs.")),
    before_figures=frozenset(("max.", "min.", "no.", "p.", "tel.")),
    may_end_a_sentence=listed(
        """etc. max. min. no. p. tel. sec. mon. tue. wed. thu. fri. sat. sun. jan. feb. mar. apr.
        may. jun. jul. aug. sep. sept. oct. nov. dec."""
    ),
    letters=MappingProxyType(
        {
            **dict(zip("bcdefghijklmnopqrstuvwxyz", "bcdefghijklmnopqrstuvwxyz", strict=True)),
            "a": "ay",
        }
    ),
    vowels="aeiouyàáâäèéêëìíîïòóôöùúûüý",
    spelled=listed("adhd eu gp hiv id iq uk un usa uwv avg bso"),
    spelled_in_capitals=listed("add it odd asd emdr ocd"),
    no_letters=listed("hm hmm mm mmm pst psst shh shhh brr grr m s t d"),
    foreign=MappingProxyType(
        {
            **dict.fromkeys("çčć", "ch"),
            **dict.fromkeys("şšś", "sh"),
            **dict.fromkeys("žźż", "zh"),
            "ł": "w",
            "ğ": "",
            "\u0131": "i",
            "ñ": "ny",
            "ø": "oe",
            "ß": "ss",
        }
    ),
    a_name="name",
    a_text="text in other letters",
    another_language="words in another language",
    endings=MappingProxyType({"com": "com", "org": "org", "net": "net", "info": "info"}),
    post_code=r"([1-9]\d{3})␣?([A-Z]{2})",  # Dutch, as in the addresses that are named
    service_numbers=MappingProxyType({"0800": "zero eight hundred", "0900": "zero nine hundred"}),
)
