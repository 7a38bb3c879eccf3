"""A dossier from outside: read back as it was, or refused in one sentence that repeats nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.importing import LARGEST_DOCUMENT, read_dossier
from giz_gesprek.conversation.text import LONGEST_NOTE
from giz_gesprek.errors import ExitCode, InputError
from giz_gesprek.export.json import dossier_json
from tests.support.dossiers import dossiers
from tests.support.example import example
from tests.support.walks import walked_dossiers


def refusal(data: str | bytes) -> str:
    with pytest.raises(InputError) as refused:
        read_dossier(data)
    assert refused.value.exit_code == ExitCode.INPUT
    sentence = str(refused.value)
    assert "\n" not in sentence
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None
    return sentence


@settings(max_examples=60)
@given(st.one_of(dossiers(), walked_dossiers(max_steps=10)))
def test_what_was_written_is_read_back_the_same(dossier: Dossier) -> None:
    assert read_dossier(dossier_json(dossier)) == dossier


@pytest.mark.parametrize(
    "data",
    [
        "",
        " \n",
        "Beste Sanne,",
        "[" * 100_000,
        '"\udc80"',
        "{'a': 1}",
    ],
)
def test_what_is_no_json_is_refused(data: str | bytes) -> None:
    assert "giz-gesprek" in refusal(data)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("{\n\n}".encode("utf-16"), "UTF-16"),
        ("{\n\n}".encode("utf-16-be"), "UTF-16"),
        (b'{\n"a": "caf\xe9"}', "Regel 2 is geen tekst"),
        (b'{\n\n"a": "caf\xe2\x82', "Regel 3 is geen tekst"),
        (b'{\n"a": "x\0y"}', "Regel 2 is geen tekst"),
        ('{\n"a": 1,\n"a": 2}', "Regel 3: deze naam"),
        ('{"b": {"a": 1},\n"c": [{"a": 2,\n"\\u0061": 3}]}', "Regel 3: deze naam"),
        ('{\n"a": 1e999}', "Regel 2: dit getal"),
        (f'{{\n"a": {"9" * 5000}}}', "Regel 2: dit getal"),
        ('{\n"a": [1,\nNaN]}', "Regel 3: dit getal"),
        ('{\n"a": -Infinity}', "Regel 2: dit getal"),
        ("[" * 100_000, "Regel 1: hier staan te veel niveaus"),
        (
            '{"schema_version": 1, "a":\n' + "[" * 900 + "]" * 900 + "}",
            "Regel 2: hier staan te veel niveaus",
        ),
        (
            '{"schema_version": 5, "a":\n' + "[" * 900 + "]" * 900 + "}",
            "Regel 2: hier staan te veel niveaus",
        ),
    ],
)
def test_what_python_would_lose_or_change_is_refused_at_its_line(
    data: str | bytes, says: str
) -> None:
    assert refusal(data).startswith(says) or says in refusal(data)


@pytest.mark.parametrize(
    "moment",
    ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00", "2026-02-30T10:00:00Z", "2026-11-03"],
)
def test_a_moment_that_cannot_be_is_refused_at_its_line(moment: str) -> None:
    document = json.loads(dossier_json(example()))
    document["conversations"][0]["started_at"] = moment
    text = json.dumps(document, indent=1)
    line = text[: text.index('"started_at"')].count("\n") + 1
    assert f"conversations[0].started_at (regel {line}) is geen dag" in refusal(text)


@pytest.mark.parametrize("data", ["[]", "1", "null", '"Roos"'])
def test_json_that_is_no_dossier_is_refused(data: str) -> None:
    assert "Roos" not in refusal(data)


def test_more_than_5_mb_is_refused_before_it_is_read() -> None:
    assert "5 MB" in refusal("{" * (LARGEST_DOCUMENT + 1))


@pytest.mark.parametrize(
    "data",
    [
        '{"schema_version": 6, "family": {"id": "x"}}',
        '{"schema_version": "6"}',
        '{"schema_version": 5.1, "family": [], "new": {}}',
        b'\xef\xbb\xbf{"schema_version": 6, "new": in another way}',
        '{"schema_version": 6, "deep": ' + "[" * 100_000,
    ],
)
def test_a_newer_dossier_names_the_way_out(data: str | bytes) -> None:
    assert "nieuwere" in refusal(data)


@pytest.mark.parametrize(
    "data",
    ["een brief".encode("utf-16"), b"\xff\xfe\x00", b'{"a": "b\x00"}', b'{"a": "\xe9"}'],
)
def test_what_is_not_utf_8_says_how_to_save_it(data: bytes) -> None:
    assert "UTF-8" in refusal(data)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ('{\n  "family": {\n    "label": Ganzenbloem}}', "regel 3, teken 14"),
        ("Beste Sanne,", "regel 1, teken 1"),
        (b"\xef\xbb\xbf{", "regel 1, teken 2"),
    ],
)
def test_a_mistake_in_the_json_is_named_by_its_line_and_nothing_is_repeated(
    data: str | bytes, place: str
) -> None:
    sentence = refusal(data)
    assert place in sentence
    assert "Ganzenbloem" not in sentence
    assert "Sanne" not in sentence


def test_a_comma_behind_the_last_part_is_named_by_its_line() -> None:
    # The comma itself, or what stands where the next part was expected.
    assert re.search("regel [34],", refusal('{\n  "family": {},\n  "conversations": [],\n}\n'))


@pytest.mark.parametrize("half", [r"\ud83d", r"\uDE00", r"\ud83d\u0041", r"\\\ud83d", "\ud83d"])
@pytest.mark.parametrize(
    "text", ['{\n "family": {\n  "label": "geheim X"}}', '{\n\n"geheim X": 1}']
)
def test_half_a_character_is_named_by_its_line(text: str, half: str) -> None:
    sentence = refusal(text.replace("X", half))
    assert sentence.startswith("Regel 3: hier staat een half teken.")
    assert "geheim" not in sentence


@pytest.mark.parametrize("whole", [r"\ud83d\ude00", r"\\ud83d", r"\u0041", "\U0001f600"])
def test_a_whole_character_is_no_half_one(whole: str) -> None:
    assert "half teken" not in refusal(f'{{"family": {{"label": "{whole}"}}}}')


def _family(**changes: Any) -> Callable[[Any], None]:
    return lambda raw: raw["family"].update(changes)


def _conversation(**changes: Any) -> Callable[[Any], None]:
    return lambda raw: raw["conversations"][0].update(changes)


def _unknown_person(raw: Any) -> None:
    raw["conversations"][0]["views"][2]["person_id"] = "geheim"


def _wrong_topic(raw: Any) -> None:
    raw["conversations"][0]["views"][2]["topic"] = 7


def _no_label(raw: Any) -> None:
    del raw["family"]["label"]


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        (_family(geheim=1), "family.geheim"),
        (_family(**{"Geheim Gezin": 1}), "family.…"),
        (_family(label=["geheim"]), "family.label"),
        (_family(label="geheim" * 50), "family.label"),
        (_family(label=""), "family.label"),
        (_no_label, "family.label"),
        (_wrong_topic, "conversations[0].views[2].topic"),
        (_conversation(state="geheim"), "conversations[0].state"),
        (_conversation(started_at="geheim"), "conversations[0].started_at"),
        (_conversation(started_at="2026-11-17T12:00:00"), "conversations[0].started_at"),
        (_conversation(started_at="0001-01-01T00:00:00+14:00"), "conversations[0].started_at"),
        (_conversation(finished_at="9999-12-31T23:59:59-14:00"), "conversations[0].finished_at"),
        (_unknown_person, "Het dossier"),
        (_conversation(focus_child="roos"), "Het dossier"),
    ],
)
def test_a_mistake_is_named_by_its_place_and_nothing_is_repeated(
    spoil: Callable[[Any], None], place: str
) -> None:
    raw = json.loads(dossier_json(example()))
    spoil(raw)
    sentence = refusal(json.dumps(raw))
    assert sentence.startswith(place)
    assert "geheim" not in sentence.removeprefix(place)
    assert "Geheim" not in sentence


def test_of_a_note_that_is_too_long_it_is_said_to_be_too_long() -> None:
    document = json.loads(dossier_json(example()))
    document["conversations"][0]["plan"]["goals"][0]["words"]["text"] = "x" * (LONGEST_NOTE + 1)
    sentence = refusal(json.dumps(document))
    assert "is te lang" in sentence
    assert "onderdelen" not in sentence
