from __future__ import annotations

import pytest

from giz_gesprek.content.inflection import base_forms


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("luier", "luier"),
        ("luiers", "luier"),
        ("oma's", "oma"),
        ("scholen", "school"),
        ("huizen", "huis"),
        ("brieven", "brief"),
        ("klassen", "klas"),
        ("tekeningetje", "tekening"),
        ("krampjes", "kramp"),
        ("wiegje", "wieg"),
        ("stoute", "stout"),
        ("brutaler", "brutaal"),
        ("slikt", "slikken"),
        ("slaapt", "slapen"),
        ("poetste", "poetsen"),
        ("gepoetst", "poetsen"),
        ("opgehaald", "ophalen"),
        ("krijst", "krijsen"),
        ("leest", "lezen"),
        ("snoept", "snoep"),
        ("gestept", "step"),
        ("knutsels", "knutselen"),
    ],
)
def test_a_form_leads_to_its_plain_word(form: str, base: str) -> None:
    assert base in base_forms(form)


@pytest.mark.parametrize(("form", "base"), [("tolken", "tol"), ("voogd", "voog"), ("als", "al")])
def test_another_word_is_no_form(form: str, base: str) -> None:
    assert base not in base_forms(form)
