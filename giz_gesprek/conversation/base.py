"""What every record of a dossier shares: frozen, closed, strict; ids and instants."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Final

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from giz_gesprek.conversation.text_fields import ShortText


class Record(BaseModel):
    """A frozen part of a dossier; unknown keys and wrong types are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


NO_MOMENT: Final = "no_moment"
"""The type of a mistake in a document: a moment that no conversation can have had."""
_YEARS = range(1970, 9999)
"""Outside these years a system may be unable to say what its local time was."""


def _to_utc(moment: datetime) -> datetime:
    if moment.year not in _YEARS:
        raise PydanticCustomError(NO_MOMENT, "outside the years of any conversation")
    return moment.astimezone(UTC)


Instant = Annotated[AwareDatetime, AfterValidator(_to_utc)]
"""A moment with a time zone, kept in UTC."""

Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_+.-]{1,64}$")]
"""A stable id: a uuid from the store, a counter such as ``goal-1``, or an id of the content."""

__all__ = ["NO_MOMENT", "Identifier", "Instant", "Record", "ShortText"]
