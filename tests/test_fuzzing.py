"""A short run of the fuzzing of docs/reliability.md, each time from another seed."""

from __future__ import annotations

import random
import secrets
from collections.abc import Iterator, Mapping

import pytest

from tests.support import fuzzing
from tests.support.mutations import shrunk

_TIMES = {"giz": 60, "content": 80, "pasted": 40, "store": 15, "json": 150}
_USUAL = 300
SALTED = ("giz",)
"""What is encrypted with a salt of its own each time."""


@pytest.fixture(scope="module")
def readers() -> Iterator[Mapping[str, fuzzing.Reader]]:
    with fuzzing.readers() as found:
        yield found


@pytest.mark.parametrize("name", fuzzing.TIMES)
def test_a_reader_foresees_every_input(readers: Mapping[str, fuzzing.Reader], name: str) -> None:
    told: list[str] = []
    seed = secrets.randbelow(10**9)
    result = fuzzing.run(name, readers[name], _TIMES.get(name, _USUAL), seed, told.append)
    assert told == []
    assert result.tried > 0


def test_what_a_reader_did_not_foresee_is_found_and_made_small() -> None:
    def fails(data: bytes) -> None:
        if b"x" in data:
            raise KeyError

    def make(chance: random.Random) -> fuzzing.Tried:
        return fuzzing.Tried(b"abcxdef" * chance.randint(1, 3), fails)

    told: list[str] = []
    result = fuzzing.run("one that fails", make, 5, 1, told.append)
    assert result.failures == 5
    [line] = told
    assert "KeyError at" in line
    assert line.endswith("b'x'")
    assert shrunk(b"aaxbb", lambda data: b"x" in data) == b"x"


@pytest.mark.parametrize("reader", [each for each in fuzzing.TIMES if each not in SALTED])
def test_the_same_seed_gives_the_same_input(
    readers: Mapping[str, fuzzing.Reader], reader: str
) -> None:
    first, second = (readers[reader](random.Random("7")).given for _time in range(2))
    assert first == second
