"""A dossier that comes from outside: JSON in a file or a pipe, refused in one sentence.

What is wrong is named by its place in the document. Nothing that stands there is repeated: it
can be a name or an answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

from pydantic import ValidationError

from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.upgrade import NewerDocument, parse_document, upgrade_document
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
            # Strict models take moments, dates and tuples from JSON only.
            return Dossier.model_validate_json(json.dumps(upgrade_document(raw)))
        sentence = _("This is JSON, but not a dossier. Choose a file that giz-gesprek made.")
    except NewerDocument:
        sentence = _(
            "A newer version of giz-gesprek made this dossier. Install that version to read it."
        )
    except ValidationError as error:
        sentence = _explain(error)
    except json.JSONDecodeError as error:
        sentence = _(
            "This input is not JSON: line {line}, character {column}. Mend that place, or choose a"
            " file that giz-gesprek made."
        ).format(line=error.lineno, column=error.colno)
    except ValueError:
        sentence = _("This input is not JSON. Choose a file that giz-gesprek made.")
    # Raised here: what the libraries say quotes the document, and may not travel along.
    raise InputError(sentence)


def _text(data: bytes | str) -> str:
    raw_data = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw_data) > LARGEST_DOCUMENT:
        raise InputError(_("This input is larger than 5 MB. Choose a file that giz-gesprek made."))
    if not raw_data.strip():
        raise InputError(_("This input is empty. Choose a file that giz-gesprek made."))
    with suppress(UnicodeDecodeError):
        text = raw_data.decode("utf-8-sig", "surrogatepass")
        # UTF-16 without a mark at its start is UTF-8 with a null character after every letter.
        if "\0" not in text:
            return text
    raise InputError(_("This input is not UTF-8 text. Save it as UTF-8 and try again."))


def _explain(error: ValidationError) -> str:
    first, *_others = error.errors(include_url=False, include_context=False, include_input=False)
    return _(_SENTENCES.get(first["type"], _OTHER)).format(place=_place(first["loc"]))


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
