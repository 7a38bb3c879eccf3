"""A dossier that comes from outside: JSON in a file or a pipe, refused in one sentence.

What is wrong is named by its place in the document. Nothing that stands there is repeated: it
can be a name or an answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, Final

from pydantic import ValidationError

from giz_gesprek.conversation.base import NO_MOMENT
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.json_places import first_oddity, line_of
from giz_gesprek.conversation.upgrade import NewerDocument, parse_document, upgrade_document
from giz_gesprek.decoding import NoText, text_of
from giz_gesprek.errors import InputError
from giz_gesprek.i18n import N_, _

LARGEST_DOCUMENT: Final = 5_000_000
"""Bytes; a conversation of hours is a tenth of it."""

_KEY: Final = re.compile(r"[a-z][a-z0-9_.]{0,63}")

_SENTENCES: Final = {
    "extra_forbidden": N_(
        "{place} is not part of a dossier. Take it away, or check how it is spelled."
    ),
    "missing": N_("{place} is missing. Add it; giz-gesprek schema prints what it must hold."),
    "value_error": N_(
        "{place} does not fit the rest of the dossier, for example an id that nobody has"
        " or that occurs twice. Mend it and try again."
    ),
    "string_too_long": N_("{place} is too long. Shorten it and try again."),
    "too_long": N_("{place} holds too many parts. Take some away and try again."),
}
_NO_DAY: Final = N_(
    "{place} is no day or moment in the years 1970 to 9998. Write it as 2026-11-03, or as"
    " 2026-11-03T13:05:00Z."
)
_ODD: Final = {
    "repeated": N_("Line {line}: this name stands here for the second time. Take one away."),
    "deep": N_("Line {line}: this is nested too deeply. Choose a file that giz-gesprek made."),
    "number": N_("Line {line}: this number is too large, or is none. Mend it and try again."),
    "half": N_("Line {line}: half a character stands here. Take it away, or type it again."),
}
"""What Python would take, and lose or change."""
_OTHER: Final = N_(
    "{place} holds a wrong kind of value. giz-gesprek schema prints what it must hold."
)


def read_dossier(data: bytes | str) -> Dossier:
    """Return the dossier that ``data`` holds, brought up to date.

    Raises:
        InputError: too large, no UTF-8, no JSON, of a newer version, or not a dossier.

    """
    text = _text(data)
    try:
        raw = parse_document(text)
        if isinstance(raw, dict):
            # The version first: a newer document may hold anything.
            upgraded = upgrade_document(raw)
            if (odd := _odd(text)) is None:
                # Strict models take moments, dates and tuples from JSON only.
                return Dossier.model_validate_json(json.dumps(upgraded))
            sentence = odd
        else:
            sentence = _("This is JSON, but not a dossier. Choose a file that giz-gesprek made.")
    except NewerDocument:
        sentence = _(
            "A newer version of giz-gesprek made this dossier. Install that version to read it."
        )
    except ValidationError as error:
        sentence = _explain(error, text)
    except json.JSONDecodeError as error:
        sentence = _(
            "This input is not JSON: line {line}, character {column}. Mend that place, or choose a"
            " file that giz-gesprek made."
        ).format(line=error.lineno, column=error.colno)
    except (ValueError, RecursionError):
        sentence = _odd(text) or _("This input is not JSON. Choose a file that giz-gesprek made.")
    # Raised here: what the libraries say quotes the document, and may not travel along.
    raise InputError(sentence)


def _odd(text: str) -> str | None:
    odd = first_oddity(text)
    return None if odd is None else _(_ODD[odd.kind]).format(line=odd.line)


def _text(data: bytes | str) -> str:
    raw_data = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw_data) > LARGEST_DOCUMENT:
        raise InputError(_("This input is larger than 5 MB. Choose a file that giz-gesprek made."))
    if not raw_data.strip():
        raise InputError(_("This input is empty. Choose a file that giz-gesprek made."))
    try:
        return text_of(raw_data, halves=True)
    except NoText as problem:
        sentence = (
            _("This input is UTF-16, not UTF-8 text. Save it as UTF-8 and try again.")
            if problem.cause == "utf-16"
            else _("Line {line} is not UTF-8 text. Save the input as UTF-8 and try again.")
        ).format(line=problem.line)
    raise InputError(sentence)


def _explain(error: ValidationError, text: str) -> str:
    first, *_others = error.errors(include_url=False, include_context=False, include_input=False)
    kind = first["type"]
    is_day = kind.startswith(("date", "timezone")) or kind == NO_MOMENT
    sentence = _NO_DAY if is_day else _SENTENCES.get(kind, _OTHER)
    place = _("{place} (line {line})")
    return _(sentence).format(
        place=place.format(place=_place(first["loc"]), line=line_of(text, first["loc"]))
    )


def _place(location: Sequence[Any]) -> str:
    """Return a path such as ``conversations[0].views[2].topic``.

    A key that does not look like one of ours is left out: it can be a name.
    """
    path = ""
    for part in location:
        if isinstance(part, int):
            path += f"[{part}]"
        else:
            key = part if _KEY.fullmatch(part) else "…"
            path += f".{key}" if path else key
    return path or _("The dossier")
