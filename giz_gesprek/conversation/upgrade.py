"""A document of any version as plain parsed JSON, brought up to date before it is validated.

An old document does not fit today's models, and a newer one may hold anything: its version is
looked at before all else. Must not know where the document came from: the store, an import and
an export go through here.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import Any, Final

from giz_gesprek.conversation.dossier import SCHEMA_VERSION

_OPENING: Final = re.compile(r'\s*\{\s*"schema_version"\s*:\s*(?:"([^"]*)"|([^\s,}]+))')
_NUMBER: Final = re.compile(r"v?(\d{1,9})((?:\.\d{1,9})*)")

_FAMILY: Final = ("parent", "other_parent", "foster_parent", "guardian")
"""Who of the family was asked until version 2."""
_REACTION: Final = "advice_parent"
"""What the first of them was asked where a professional asks for advice."""


class NewerDocument(ValueError):
    """The document was written by a newer version of the program."""


def parse_document(text: str) -> object:
    """Return what stands in *text*, a JSON document of any version.

    Raises:
        NewerDocument: it cannot be read to its end, and begins as a document of a newer version:
            each begins with its version.
        ValueError: it is no JSON; a ``JSONDecodeError`` where there is a place to name.

    """
    try:
        return json.loads(text)
    except ValueError:
        _refuse_newer(_opening_version(text))
        raise
    except RecursionError as error:
        _refuse_newer(_opening_version(text))
        raise ValueError("nested too deeply") from error


def is_current(text: str) -> bool:
    """Tell whether *text* begins as a document of today's version does, without reading it."""
    return _opening_version(text) == str(SCHEMA_VERSION)


def upgrade_document(raw: dict[str, object]) -> dict[str, object]:
    """Return *raw*, parsed from JSON, in the shape of :data:`SCHEMA_VERSION`.

    Each version knows more than the one before, all of which may be absent. Since version 2 several
    people can do a step of the plan; since version 3 it is kept who was there, and whose each
    answer is; since version 4 it is kept which silences may be read on paper, and where it is known
    whose idea a step was and who consented; since version 5 it knows the people around the family,
    what changed since the time before, and consent per recipient and part. Whatever is wrong beyond
    the version is left for the models to refuse.

    Raises:
        NewerDocument: ``schema_version`` is higher than this program knows, however it is
            written: as 6, 6.0, "6" or "5.1".

    """
    version = raw.get("schema_version")
    _refuse_newer(version)
    if type(version) is not int or version not in range(1, SCHEMA_VERSION):
        return raw
    upgraded = copy.deepcopy(raw)
    if version == 1:
        _name_several_helpers(upgraded)
    if version < 3:  # noqa: PLR2004 - a version
        _tell_who_was_there(upgraded)
    _name_who_asks(upgraded)
    _give_recipients(upgraded)
    _tell_what_was_told_back(upgraded)
    return {**upgraded, "schema_version": SCHEMA_VERSION}


def _name_several_helpers(raw: dict[str, Any]) -> None:
    """Version 2: several people can do a step of the plan together."""
    for step in _at(raw, "conversations", "plan", "goals", "steps"):
        if "who" in step:
            step["who"] = [] if step["who"] is None else [step["who"]]


def _tell_who_was_there(raw: dict[str, Any]) -> None:
    """Version 3: who was there when something was said together, and whose each answer is.

    An old document knows who sits there, and not since when. Who spoke and does not sit there any
    more has left, and is named by nothing that was chosen together.
    """
    for conversation in _at(raw, "conversations"):
        sitting = list(_ids(conversation, "participants"))
        family = [
            str(one.get("person_id"))
            for one in _at(conversation, "participants")
            if one.get("role") in _FAMILY
        ]
        spoke = dict.fromkeys(_ids(conversation, "views"))
        left = [one for one in spoke if one not in sitting]
        if left:
            conversation["comings"] = [{"person_id": one, "came": False} for one in left]
        for answer in _together(conversation):
            answer["present"] = sitting
        for words in _of_the_plan(conversation):
            if words.get("author_id") in family:
                words["with_ids"] = [one for one in family if one != words["author_id"]]
        for advice in _at(conversation, "advice"):
            _give_reaction(advice, family or sitting)


def _name_who_asks(raw: dict[str, Any]) -> None:
    """Version 5: of a programme for a goal it is known who asks for it, and by when."""
    for goal in _at(raw, "conversations", "plan", "goals"):
        chosen = goal.get("programmes")
        if isinstance(chosen, list):
            goal["programmes"] = [{"id": each} for each in chosen]


def _give_recipients(raw: dict[str, Any]) -> None:
    """Version 5: a recipient is one of the family's, and consent says which parts it is for.

    An old consent says only with whom. It stays as it was said, and names no part: nothing goes to
    anybody on the strength of it.
    """
    family, known = raw.get("family"), dict[str, str]()
    for consent in _at(raw, "conversations", "sharing"):
        name = consent.get("recipient")
        if isinstance(name, str):
            consent["recipient"] = known.setdefault(name, f"recipient-{len(known) + 1}")
    if isinstance(family, dict) and known:
        family["recipients"] = [{"id": one, "name": name} for name, one in known.items()]


def _tell_what_was_told_back(raw: dict[str, Any]) -> None:
    """Version 5: that a goal was told back is a record, which has the words; of old ones none."""
    for goal in _at(raw, "conversations", "plan", "goals"):
        if isinstance(goal.get("told_back"), bool):
            goal["told_back"] = {"state": "told"} if goal["told_back"] else None


def _ids(conversation: dict[str, Any], name: str) -> Iterator[str]:
    ids = (one.get("person_id") for one in _at(conversation, name))
    return (one for one in ids if isinstance(one, str))


def _together(conversation: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from _at(conversation, "differences", "outcome")
    yield from _at(conversation, "conclusions", "answers")
    yield from _at(conversation, "plan", "hard_again")


def _of_the_plan(conversation: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from _at(conversation, "plan", "hard_again", "words")
    yield from _at(conversation, "plan", "goals", "words")
    yield from _at(conversation, "plan", "goals", "steps", "what")


def _give_reaction(advice: dict[str, Any], family: list[str]) -> None:
    """Make the one answer that a family gave that of its author, or of the first who was asked."""
    answers = advice.get("answers")
    said = [each for each in _at(answers) if each.get("question") == _REACTION]
    if not isinstance(answers, list) or not said:
        return
    advice["answers"] = [each for each in answers if each not in said]
    author = next((words.get("author_id") for words in _at(said, "words")), None)
    person_id = author or next(iter(family), None)
    if person_id is not None:
        advice["reactions"] = [{"person_id": person_id, "answers": said}]


def _at(raw: object, *path: str) -> Iterator[dict[str, Any]]:
    """Yield every record at a path, through the lists on the way; another shape has none."""
    if isinstance(raw, list):
        for each in raw:
            yield from _at(each, *path)
    elif isinstance(raw, dict) and path:
        yield from _at(raw.get(path[0]), *path[1:])
    elif isinstance(raw, dict):
        yield raw


def _opening_version(text: str) -> str | None:
    found = _OPENING.match(text)
    return None if found is None else found[1] or found[2]


def _refuse_newer(version: object) -> None:
    number = _NUMBER.fullmatch(str(version).strip())
    if number is None:
        return
    behind = any(int(part) for part in number[2].split(".")[1:])
    if (int(number[1]), behind) > (SCHEMA_VERSION, False):
        raise NewerDocument(f"the version is higher than {SCHEMA_VERSION}")
