"""What pydantic refuses in a content file, as findings that tell a writer what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pydantic import ValidationError

from giz_gesprek.content.findings import Finding
from giz_gesprek.content.source import Source, nearest
from giz_gesprek.i18n import N_, _

_ADVICE: Final = {
    "string_type": N_("is not read as text: put the words between quotes"),
    "string_too_short": N_("is empty: write the words, or remove the name"),
    "extra_forbidden": N_("is no name that is known here: check its spelling and indentation"),
    "missing": N_("is missing: add it"),
    "literal_error": N_("must be {expected}"),
    "bool_type": N_("must be true or false"),
    "int_type": N_("must be a whole number"),
    "greater_than": N_("must be more than {gt}"),
    "less_than_equal": N_("must be {le} at most"),
    "too_short": N_("is empty: name at least one"),
    "tuple_type": N_("must be a list: put it between [ and ]"),
    "dict_type": N_("must hold names with values under them"),
    "model_type": N_("must hold names with values under them"),
}


def validation_findings(
    error: ValidationError, sources: Sequence[Source], prefix: tuple[str, ...] = ()
) -> Iterator[Finding]:
    """Yield one finding an error, at the line in the last file that has the place."""
    for problem in error.errors(include_url=False, include_input=False):
        location = (*prefix, *problem["loc"])
        source = nearest(sources, location)
        advice = _ADVICE.get(problem["type"])
        message = (
            problem["msg"].removeprefix("Value error, ")
            if advice is None
            else _(advice).format(**problem.get("ctx", {}))
        )
        # A bare text is read as {text: ...}: the id says enough.
        named = location if problem["type"] == "missing" else location[: source.depth(location)]
        name = ".".join(map(str, named or location))
        yield Finding(str(source.path), source.line(location), "structure", name, message)
