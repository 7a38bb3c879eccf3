"""The catalogues are complete, equal to the code, and compiled."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from giz_gesprek import i18n, paths
from scripts import catalogues


def test_catalogues_are_current_and_complete() -> None:
    assert list(catalogues.findings()) == []


def test_no_text_is_fetched_within_an_f_string() -> None:
    """Before Python 3.12 Babel does not find it there, so that the catalogues would differ."""
    calls = {
        f"{path.relative_to(catalogues.ROOT)}:{call.lineno}"
        for path in (catalogues.ROOT / catalogues.DOMAIN).rglob("*.py")
        for string in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in catalogues.KEYWORDS
    }
    assert calls == set()


def test_the_script_and_the_program_agree_on_places() -> None:
    assert paths.locales_dir() == catalogues.LOCALES
    assert catalogues.DOMAIN == i18n.DOMAIN
    assert set(catalogues.LANGUAGES) == set(i18n.LANGUAGES)


@pytest.mark.parametrize("path", [catalogues.TEMPLATE, *map(catalogues.po_path, i18n.LANGUAGES)])
def test_catalogues_hold_no_address_and_no_date(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"https?://|@[a-z]", text, re.IGNORECASE)
    assert set(re.findall(r"Date: (\S+)", text)) == {"2026-01-01"}


@pytest.mark.parametrize(
    ("ids", "strings", "problem"),
    [
        ("Hello {name}.", "Dag {name}.", None),
        ("Hello {name}.", "", "untranslated"),
        ("Hello {name}.", "Dag.", "placeholders"),
        ("Hello {name}.", "Dag {naam}.", "placeholders"),
        ("Hello {name}.", "Dag {name!r}.", "placeholders"),
        ("%(prog)s works", "%(prog)s werkt", None),
        ("%(prog)s works", "het werkt", "placeholders"),
        (("{count} family", "{count} families"), ("één gezin", "{count} gezinnen"), None),
        (("{count} family", "{count} families"), ("{count} gezin", "gezinnen"), "placeholders"),
        (("{count} family", "{count} families"), ("{count} gezin", ""), "untranslated"),
    ],
)
def test_a_translation_is_checked(
    ids: str | tuple[str, ...], strings: str | tuple[str, ...], problem: str | None
) -> None:
    template = Catalog()
    template.add(ids)
    message = Message(ids, strings)
    found = [line.split(":")[0].split()[0] for line in catalogues._problems(message, template)]
    assert found == ([problem] if problem else [])


def test_fuzzy_and_obsolete_messages_are_found() -> None:
    message = Message("Hello", "Dag", flags=["fuzzy"])
    template = Catalog()
    assert list(catalogues._problems(message, template)) == ["obsolete: 'Hello'"]
    template.add("Hello")
    assert list(catalogues._problems(message, template)) == ["fuzzy: 'Hello'"]
