from __future__ import annotations

import os
from pathlib import Path

import pytest

from giz_gesprek.content.source import SourceError, nearest
from giz_gesprek.content.yaml_file import LARGEST_FILE, read_source


def read(tmp_path: Path, text: str, name: str = "a.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_read_as_plain_data(tmp_path: Path) -> None:
    source = read_source(read(tmp_path, "sleep:\n  title: Slapen\n  list: [a, 1, true]\n"))

    assert source.data == {"sleep": {"title": "Slapen", "list": ["a", 1, True]}}


def test_a_mark_at_the_start_of_the_file_is_no_part_of_it(tmp_path: Path) -> None:
    source = read_source(read(tmp_path, "\ufeffsleep: {title: Slapen}\n"))

    assert source.data == {"sleep": {"title": "Slapen"}}


@pytest.mark.parametrize(
    ("location", "line", "depth"),
    [
        ((), 1, 0),
        (("sleep",), 2, 1),
        (("sleep", "title"), 3, 2),
        (("sleep", "title", "text"), 3, 2),
        (("sleep", "lines", 1), 6, 3),
        (("sleep", "lines", 7), 4, 2),
        (("wake",), 1, 0),
    ],
)
def test_a_line_is_that_of_the_value_or_its_nearest_parent(
    tmp_path: Path, location: tuple[object, ...], line: int, depth: int
) -> None:
    text = "# Texts.\nsleep:\n  title: Slapen\n  lines:\n    - one\n    - two\n"
    source = read_source(read(tmp_path, text))

    assert (source.line(location), source.depth(location)) == (line, depth)


def test_the_file_to_mend_has_most_of_the_place_and_is_the_last_of_equals(tmp_path: Path) -> None:
    first = read_source(read(tmp_path, "a: {b: 1}\n", "1.yaml"))
    second = read_source(read(tmp_path, "a: {b: 2}\n", "2.yaml"))
    third = read_source(read(tmp_path, "a: {c: 3}\n", "3.yaml"))

    assert nearest((first, second, third), ("a", "b")) is second


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: {b: 1}\na: {b: 2}\n", [(2, "duplicate-id")]),
        ("a:\n  b: 1\n  c: 2\n  b: 3\n  c: 4\n", [(4, "duplicate-id"), (5, "duplicate-id")]),
        ("on: x\n", [(1, "yaml")]),
        ("a:\n  no: x\n  3: y\n", [(2, "yaml"), (3, "yaml")]),
        ("a: &x {b: 1}\nc: *x\n", [(1, "yaml")]),
        ("a: !!python/object:os.system {}\n", [(1, "yaml")]),
        ("a: 2026-13-40\n", [(1, "yaml")]),
        ("- a\n- b\n", [(1, "yaml")]),
        ("words\n", [(1, "yaml")]),
        ("", [(1, "yaml")]),
        ("a: 1\n---\nb: 2\n", [(2, "yaml")]),
        ("a: 1\nb: 'x\n\n\nc: y\n", [(2, "yaml")]),
        ("a: 1\nb: [x\nc: y\nd: z\n", [(2, "yaml")]),
        ("a:\n  b: x\n c: y\n", [(3, "yaml")]),
        ("a: x\n\tb: y\n", [(2, "yaml")]),
        ("a:\n  b: " + "[" * 100_000, [(2, "yaml")]),
        ("a:\n  b: " + "[" * 900 + "]" * 900, [(2, "yaml")]),
        ("a:\n- x\n- " + "- " * 900 + "y", [(3, "yaml")]),
        (f"a:\n  b: 1{'0' * 5000}\n", [(2, "yaml")]),
        ("a:\n  b: .inf\n  c: .nan\n", [(2, "yaml"), (3, "yaml")]),
        ("a:\n  b: 0000-01-01\n", [(2, "yaml")]),
        ('a:\n  b: !!timestamp "x"\n  c: !!binary "="\n', [(2, "yaml"), (3, "yaml")]),
        ("a: !!int\n  b: c\n", [(1, "yaml")]),
        ("? [a, b]\n: c\n", [(1, "yaml")]),
        ("a: 1\n" + "".join(f"b{n}: [*b{n}]\n" for n in range(3)), [(2, "yaml")]),
    ],
)
def test_what_yaml_would_lose_or_change_is_refused_at_its_line(
    tmp_path: Path, text: str, places: list[tuple[int, str]]
) -> None:
    with pytest.raises(SourceError) as refused:
        read_source(read(tmp_path, text))

    assert [(each.line, each.rule) for each in refused.value.findings] == places


def test_a_file_that_is_not_there_is_told_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as refused:
        read_source(tmp_path / "none.yaml")

    assert str(tmp_path / "none.yaml") in str(refused.value)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("a: b\n".encode("utf-16"), 1),
        ("a: b\n".encode("utf-16-le"), 1),
        (b"a: b\nc: caf\xe9\n", 2),
        (b"a: b\nc: \xe2\x82", 2),
        (b"a: b\nc: \xed\xa0\x80", 2),
        (b"a: b\nc: x\0y\n", 2),
        (b"#" * (LARGEST_FILE + 1), 1),
    ],
)
def test_what_is_no_text_is_refused_at_its_line(tmp_path: Path, data: bytes, line: int) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    with pytest.raises(SourceError) as refused:
        read_source(path)

    assert [(each.line, each.rule) for each in refused.value.findings] == [(line, "file")]


def test_a_text_of_others_is_as_clean_as_what_is_typed(tmp_path: Path) -> None:
    text = 'a:\n  b: "zorg\u00advraag\u202e e\u0301\u00a0n"\n  c: [" x\u200b"]\n'
    assert read_source(read(tmp_path, text)).data == {
        "a": {"b": "zorgvraag \u00e9 n", "c": [" x"]},
    }


def test_what_is_no_ordinary_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    names = ["folder.yaml", "loop.yaml"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.yaml")
        names.append("pipe.yaml")
    for name in names:
        with pytest.raises(SourceError):
            read_source(tmp_path / name)
