"""The language of the professional's screens and of the command line.

Owns the one chosen language, the look-up of messages (gettext, from the standard
library) and the writing of dates and lists (Babel). It knows nothing of what a parent
reads: those texts live in ``content/`` and choose their own language.

English sentences are the message ids. They are looked up at the moment of the call, so a
change of language works at once; a text that must be named before a language is known
(a class attribute, a table) is marked with :func:`N_` and looked up where it is shown::

    from giz_gesprek.i18n import N_, _, ngettext

A message that is missing from the catalogue is shown as its English id.
"""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from giz_gesprek.paths import locales_dir

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES = ("nl", "en")
DEFAULT_LANGUAGE = "nl"
LANGUAGE_VARIABLE = "GIZ_GESPREK_LANGUAGE"
DOMAIN = "giz_gesprek"

_WRITTEN_IN = {"en": "en-GB"}
"""Whose days, hours and lists we follow where a code names a language and no country.

Babel takes the largest country: "November 14, 2026" and "2:05 PM" are American.
"""

_CODE = r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*"


class _Current:
    """The language in use: one for the process, like the person in front of it."""

    language: str = DEFAULT_LANGUAGE
    messages: gettext.NullTranslations | None = None


def install(language: str) -> None:
    """Use *language* (one of :data:`LANGUAGES`) from now on.

    Raises:
        ValueError: the language has no catalogue.

    """
    if language not in LANGUAGES:
        raise ValueError(f"no catalogue for language {language!r}")
    _Current.language = language
    _Current.messages = _catalogue(language)


def install_for_libraries(language: str) -> None:
    """Let libraries that call the standard library's gettext speak *language* as well.

    Click writes its own headings and usage errors that way. The process-wide domain can
    be set; its language can only come from the environment. For the command line only.
    """
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(locales_dir()))
    gettext.textdomain(DOMAIN)


def current_language() -> str:
    """Return the language in use."""
    return _Current.language


def _(message: str) -> str:
    """Return *message* in the language in use."""
    return _messages().gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the message that fits *count*, in the language in use."""
    return _messages().ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802  # the name that gettext tools look for
    """Mark *message* for the catalogue and return it as it is."""
    return message


def format_date(day: date, language: str | None = None) -> str:
    """Write a day in full: "3 november 2026"."""
    _load_dates()
    from babel import dates  # costs more than the whole of --help: only who shows a date pays

    return dates.format_date(day, format="long", locale=_locale(language))


def format_weekday(day: date, language: str | None = None) -> str:
    """Write a day in full with its weekday: "dinsdag 3 november 2026"."""
    _load_dates()
    from babel import dates  # for the reason above

    return dates.format_date(day, format="full", locale=_locale(language))


def local_time(moment: datetime) -> datetime:
    """Return an aware moment by the clock of this computer.

    Where that clock is no clock, as after ``TZ=UTC+25``, or does not go so far (Windows knows the
    years from 1970 to 3000), the moment comes back as it is.
    """
    try:
        return moment.astimezone()
    except (ValueError, OverflowError, OSError):
        return moment


def format_clock(moment: datetime, language: str | None = None) -> str:
    """Write at what time an aware moment is here: "14:05"."""
    _load_dates()
    from babel import dates  # for the reason above

    return dates.format_time(local_time(moment), format="short", locale=_locale(language))


def format_datetime(moment: datetime, language: str | None = None) -> str:
    """Write an aware moment in local time: "3 november 2026, 14:05".

    Raises:
        ValueError: the moment has no time zone, so nobody can say when it was.

    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    day = format_date(local_time(moment).date(), language)
    return f"{day}, {format_clock(moment, language)}"


def language_name(language: str) -> str:
    """Return what *language*, such as ``en``, is called in the language in use."""
    return _called(language, current_language())


def own_language_name(language: str) -> str:
    """Return what those who speak *language* call it, with a capital: ``English``."""
    name = _called(language, language)
    return name[:1].upper() + name[1:]


def _load_dates() -> None:
    """Load what Babel knows of days and hours, on a computer with any clock."""
    try:
        import babel.dates
    except (OSError, LookupError, ValueError):
        # It looks for the zone of this computer as it is loaded, and TZ can say anything.
        told = os.environ.pop("TZ", "")
        try:
            import babel.dates  # noqa: F401
        finally:
            os.environ["TZ"] = told


def _called(language: str, speaker: str) -> str:
    from babel import Locale, UnknownLocaleError  # for the reason above

    try:
        return Locale.parse(language, sep="-").get_display_name(speaker) or language
    except (UnknownLocaleError, ValueError):  # whoever adds texts can call a folder anything
        return language


def join_list(items: Iterable[str], language: str | None = None) -> str:
    """Join texts as a sentence does: "a, b en c"; nothing gives an empty text."""
    from babel import lists  # for the reason above

    return lists.format_list(list(items), locale=_locale(language))


def known_language(code: str) -> str | None:
    """Return a BCP 47 code as it is written (``pt-BR``), or None where it names no language."""
    from babel import Locale  # for the reason above
    from babel.core import parse_locale

    try:
        language, territory, script, variant, *_modifier = parse_locale(code, sep="-")
    except ValueError:
        return None
    # Babel forgives what is no part of a code: an encoding, or a modifier.
    if re.fullmatch(_CODE, code) is None or language not in Locale("en").languages:
        return None
    return "-".join(part for part in (language, script, territory, variant) if part)


def _locale(language: str | None) -> Locale:
    """Return how days and lists are written in ``language``; in Dutch where nobody knows."""
    from babel import Locale, UnknownLocaleError  # for the reason above

    wanted = language or current_language()
    for code in (wanted, wanted.partition("-")[0]):
        try:
            return Locale.parse(_WRITTEN_IN.get(code, code), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(DEFAULT_LANGUAGE)


def _messages() -> gettext.NullTranslations:
    if _Current.messages is None:
        install(_Current.language)
    return _Current.messages or gettext.NullTranslations()


def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, locales_dir(), [language], fallback=True)
