"""The program knows questions and choices by what the framework says of them, never by id."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from scripts.sources import sources
from tests.support.dossiers import framework

EQUAL_BY_ACCIDENT: Final = {
    "advice_parent": "what documents of version 2 hold, in their upgrade",
    "change": "a field of a form, and the id of a button",
    "conclusion": "where an answer is missing on a paper",
    "consent": "a kind of step, and a kind of text",
    "example": "a command, and a part of a text",
    "hard_again": "a field of the stored plan, and a kind of section",
    "notice": "the id of a line on a screen",
    "outcome": "a field of a stored difference",
    "reason": "a field of a stored topic",
    "view": "where an answer is missing on a paper",
}
"""What is written in the source and is no id there, with what it is."""


def ids() -> frozenset[str]:
    """Return the ids of questions, question sets, topics and scales."""
    known = framework()
    return frozenset({*known.questions, *known.question_sets, *known.topics, *known.scales})


def literals() -> Iterator[tuple[str, int, str]]:
    """Yield module, line and value of every string that is written in the source."""
    for source in sources().values():
        for node in source.definitions(ast.Constant):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield source.name, node.lineno, node.value


def test_no_id_of_the_content_is_written_in_the_source() -> None:
    wanted = ids() - EQUAL_BY_ACCIDENT.keys()
    found = [f"{name}:{line} {value}" for name, line, value in literals() if value in wanted]
    assert not found, "\n".join(found)


def test_what_is_equal_by_accident_is_still_there() -> None:
    written = {value for _name, _line, value in literals()}
    assert EQUAL_BY_ACCIDENT.keys() <= ids() & written
