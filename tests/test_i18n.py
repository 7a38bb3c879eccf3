"""Messages, dates and lists in the language in use."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from giz_gesprek import i18n
from giz_gesprek.i18n import N_, _, ngettext

FULL = N_("The disk is full. Make room and try again.")


@pytest.fixture
def amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    yield
    monkeypatch.delenv("TZ")
    time.tzset()


@pytest.mark.needs_posix("the variable TZ")
def test_a_clock_that_is_no_clock_tells_the_time_of_greenwich(
    monkeypatch: pytest.MonkeyPatch, amsterdam: None
) -> None:
    moment = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    assert i18n.local_time(moment).hour == 0
    monkeypatch.setenv("TZ", "UTC+25")
    time.tzset()
    assert i18n.format_datetime(moment) == "30 juni 2026, 22:30"


def test_the_first_language_is_dutch() -> None:
    assert i18n.current_language() == "nl"
    assert _(FULL) == "De schijf is vol. Maak ruimte en probeer het opnieuw."


def test_a_change_of_language_works_at_once() -> None:
    i18n.install("en")
    assert _(FULL) == FULL


def test_a_message_that_is_not_in_the_catalogue_is_shown_as_it_is() -> None:
    unknown = "not a message"
    assert _(unknown) == unknown


def test_a_count_chooses_the_form() -> None:
    forms = ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)")
    assert ngettext(*forms, 1) == "Bedoelt u {possibility}?"
    assert ngettext(*forms, 2) == "(Bedoelt u een van deze: {possibilities}?)"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'fr'"):
        i18n.install("fr")


@pytest.mark.parametrize(
    ("language", "text"),
    [("nl", "3 november 2026"), (None, "3 november 2026"), ("en", "3 November 2026")],
)
def test_a_date_is_written_in_full(language: str | None, text: str) -> None:
    assert i18n.format_date(date(2026, 11, 3), language) == text


def test_english_is_written_as_in_britain() -> None:
    noon = datetime(2026, 11, 14, 14, 5).astimezone()
    assert i18n.format_weekday(noon.date(), "en") == "Saturday, 14 November 2026"
    assert i18n.format_clock(noon, "en") == "14:05"
    assert i18n.join_list(["a", "b", "c"], "en") == "a, b and c"


@pytest.mark.needs_posix("the variable TZ")
@pytest.mark.usefixtures("amsterdam")
def test_a_moment_is_shown_in_local_time() -> None:
    assert os.environ["TZ"] == "Europe/Amsterdam"
    moment = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    assert i18n.format_datetime(moment) == "1 juli 2026, 00:30"


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        i18n.format_datetime(datetime(2026, 6, 30, 22, 30))  # noqa: DTZ001  # the point of it


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_a_list_reads_as_a_sentence(items: list[str], text: str) -> None:
    assert i18n.join_list(items) == text


@pytest.mark.parametrize(
    ("language", "name"),
    [("nl", "Nederlands"), ("en", "Engels"), ("pt-BR", "Portugees (Brazilië)")],
)
def test_a_language_is_called_as_people_call_it(language: str, name: str) -> None:
    assert i18n.language_name(language) == name


@pytest.mark.parametrize("folder", ["klingon", "x", "9", "nl_"])
def test_a_language_that_nobody_knows_is_called_by_its_folder(folder: str) -> None:
    assert i18n.language_name(folder) == folder


@pytest.mark.parametrize("language", ["pt-BR", "zh-Hant", "rif", "nl-je", "no such language"])
def test_a_day_is_written_for_every_language_that_texts_can_have(language: str) -> None:
    assert "2026" in i18n.format_date(date(2026, 11, 3), language)


@pytest.mark.parametrize(
    ("code", "canonical"),
    [
        ("tr", "tr"),
        ("PT-br", "pt-BR"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("rif", "rif"),
        ("xx", None),
        ("tr_TR", None),
        ("tr@x", None),
        ("tr.utf8", None),
        ("../tr", None),
        ("", None),
    ],
)
def test_a_code_of_a_language_is_written_in_one_way(code: str, canonical: str | None) -> None:
    assert i18n.known_language(code) == canonical


@pytest.mark.parametrize(
    ("language", "name"),
    [("nl", "Nederlands"), ("en", "English"), ("tr", "Türkçe"), ("klingon", "Klingon"), ("9", "9")],
)
def test_a_language_has_a_name_for_those_who_speak_it(language: str, name: str) -> None:
    assert i18n.own_language_name(language) == name


def test_a_language_has_a_name_in_the_language_in_use() -> None:
    i18n.install("en")
    assert i18n.language_name("tr") == "Turkish"
