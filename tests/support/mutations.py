"""Inputs that are nearly right: valid ones with a few mistakes, from a stated seed."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from typing import Any, Final

ODD_TEXTS: Final = (
    *("", " ", "\n", "\r\n", "\0", "\x1b[31m", "\x07", "\x7f", "\x85", "\u2028", "\u2029", "\t"),
    *("\u00a0", "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u00ad", "\u3164", "\ufe0f"),
    *("\ud800", "\udcff", "\uffff", "\ufdd0", "\U000e0041", "\U0010ffff", "\ufffd", "\uf8ff"),
    *("e\u0301", "a" + "\u0334" * 60, "\u0e33", "\u0958", "\u1100\u1161", "ﷺ", "ǅ", "İ", "ß", "ς"),
    *("👨‍👩‍👧", "🏴\U000e0067\U000e0062", "1️⃣", "日本語", "العربية", "हिन्दी", "ไทย", "Ω"),
    *("[/", "[b]x[/b]", "{child}", "{0}", "{x.__class__}", "{", "}", "%s", "%(a)s", "$(id)", "`"),
    *("-", "--", "-0", "/", "//", "/t", "/e", "/q", ".", "..", "~", "~x/", "\\", "\\\\", "'", '"'),
    *("0", "-1", "007", "1e999", "NaN", "Infinity", "9" * 400, "1_000", "٣", "½", "0x10", "1,5"),
    *("0000-01-01", "9999-12-31", "31-2-2027", "morgen", "elke dag", "over 99999999999 weken"),
    *("29 februari", "week 53", "volgende maandag om half 3", "1-1-99999", "de 32e", "1/1/1"),
    *("null", "true", "yes", "=1+1", "<b>", "&amp;", "C:\\x", "a" * 300, "x " * 200, "\r" * 20),
)
"""What breaks programs: each is put in the place of something, or beside it."""

ODD_VALUES: Final[Sequence[Any]] = (
    *(None, True, False, 0, -1, 1, 2**31, 2**63, 10**30, 1.5, -0.0, 1e308, float("inf")),
    *(float("nan"), "", [], {}, [[]], {"": {}}, [None], {"id": "x"}),
    *("0000-00-00", "9999-12-31", "0001-01-01", "2026-11-03T25:00:00Z", "2026-11-03T13:05:00"),
    *("9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "1969-12-31T23:59:59Z"),
    *("9998-12-31T23:59:59Z", "2026-11-03", "2026-11-03T13:05:00+25:00", "1e999"),
)

_ODD_BYTES: Final = (
    *(b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\0", b"\xc3", b"\xe2\x82", b"\xed\xa0\x80"),
    *(b"\xf4\x90\x80\x80", b"\x80", b"\n", b"\r", b"[", b"{", b"}", b"]", b'"', b":", b",", b"\\"),
    *(b"\\ud800", b"\\u0000", b"&a", b"*a", b"!!binary", b"- ", b"? ", b"<<: ", b"|", b">", b"#"),
    *(b"%YAML 2.0\n", b"---", b"...", b"@", b"`", b"1e999", b"NaN", b"-Infinity", b"[" * 60),
)


def odd_text(chance: random.Random, seeds: Sequence[str] = ()) -> str:
    """Return a text of a few pieces, ordinary and odd."""
    words = ("Sam", " slaapt", "goed", "het gaat ", "3 december", "Ömer", " ", "\n", *seeds)
    pieces = []
    for _piece in range(chance.randint(1, 8)):
        kind = chance.random()
        if kind < 0.4:
            pieces.append(chance.choice(ODD_TEXTS))
        elif kind < 0.8:
            pieces.append(chance.choice(words))
        else:
            pieces.append(chr(chance.randrange(0x110000)) * chance.choice((1, 1, 2, 9)))
    text = "".join(pieces)
    return text * chance.choice((50, 400)) if chance.random() < 0.005 else text


def odd_bytes(chance: random.Random, seed: bytes) -> bytes:
    """Return ``seed`` with some bytes flipped, cut, doubled or put in."""
    data = bytearray(seed)
    for _time in range(chance.choice((1, 1, 2, 3, 8))):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((1, 1, 4, 40, 400)))
        match chance.randrange(7):
            case 0 if start < len(data):
                data[start] ^= 1 << chance.randrange(8)
            case 1:
                del data[start:end]
            case 2:
                data[start:start] = data[start:end]
            case 3:
                del data[start:]
            case 4 if start < len(data):
                data[start] = chance.randrange(256)
            case _:
                data[start:start] = chance.choice(_ODD_BYTES)
    return bytes(data)


def odd_value(chance: random.Random, value: object) -> Any:
    """Return ``value``, plain parsed JSON, with some of its parts taken away or made odd."""
    copy = json.loads(json.dumps(value))
    for _time in range(chance.choice((1, 1, 1, 2, 4))):
        places = list(_places(copy))
        if not places:
            break
        parent, key = chance.choice(places)
        _break(chance, parent, key)
    return copy


def _places(value: object) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        each = waiting.pop()
        keys = (
            each.keys()
            if isinstance(each, dict)
            else range(len(each))
            if isinstance(each, list)
            else ()
        )
        for key in keys:
            found.append((each, key))
            waiting.append(each[key])  # type: ignore[index]
    return found


def _break(chance: random.Random, parent: Any, key: Any) -> None:
    match chance.randrange(6):
        case 0:
            del parent[key]
        case 1 if isinstance(parent, list):
            parent.append(parent[key])
        case 1:
            parent[odd_text(chance)] = parent[key]
        case 2 if isinstance(parent[key], str):
            parent[key] += odd_text(chance)
        case 3:
            parent[key] = [parent[key]]
        case 4:
            parent[key] = odd_text(chance)
        case _:
            parent[key] = chance.choice(ODD_VALUES)


def odd_lines(chance: random.Random, seed: str) -> str:
    """Return a text of lines with some of them moved, doubled, indented, cut or made odd."""
    lines = seed.split("\n")
    for _time in range(chance.choice((1, 1, 2, 5))):
        at = chance.randrange(len(lines))
        match chance.randrange(7):
            case 0:
                lines.insert(at, lines[at])
            case 1:
                lines[at] = " " * chance.randrange(9) + lines[at].lstrip()
            case 2 if len(lines) > 1:
                del lines[at]
            case 3:
                lines[at] = lines[at].partition(":")[0] + ": " + odd_text(chance)
            case 4:
                lines[at] += odd_text(chance)
            case 5:
                lines[at] = lines[at].replace(
                    ":", chance.choice((": !!int ", ": &a ", ": *a", "", ": ["))
                )
            case _:
                other = chance.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
    return "\n".join(lines)


def shrunk(data: bytes, still_wrong: Callable[[bytes], bool]) -> bytes:
    """Return a part of ``data`` that is wrong in the same way, and of which little can be taken.

    It stops after 400 looks: each of them can take long.
    """
    size, left = max(len(data) // 2, 1), 400
    while size and left:
        start = 0
        while start < len(data) and left:
            left -= 1
            shorter = data[:start] + data[start + size :]
            if still_wrong(shorter):
                data = shorter
            else:
                start += size
        size //= 2
    return data
