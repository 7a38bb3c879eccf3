"""The supporting programmes: ``programmes.yaml``, without a word of text.

Owns what a programme is and which texts it has. Must not know when one is offered: that is for
``conversation.programmes``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field, ValidationError

from giz_gesprek.content.folders import Folders, Merged, frozen
from giz_gesprek.content.mistakes import validation_findings
from giz_gesprek.content.texts import ContentModel, Text, TextSpec
from giz_gesprek.i18n import _

FILE: Final = "programmes.yaml"

Deliverer = Literal[
    "municipality",
    "youth_health_care",
    "midwives",
    "care_worker",
    "social_work",
    "client_supporter",
    "school",
    "neighbourhood",
    "coalition",
    "family_and_professionals",
]
"""Who carries a programme out; the words are the texts ``deliverer.*``."""


def _quoted(value: object) -> object:
    if isinstance(value, bool):
        message = _('put "yes" between quotes: YAML does not read it as text')
        raise ValueError(message)  # noqa: TRY004 - pydantic reports a ValueError
    return value


Offer = Annotated[Literal["yes", "on_request", "professional"], BeforeValidator(_quoted)]
"""``yes``: beside a need that fits. ``on_request``: never unasked, only after "other help".
``professional``: a family never sees it."""

Number = Annotated[int, Field(gt=0)]


class Limits(ContentModel):
    """For whom a programme is meant. Shown to the professional; nothing decides by them."""

    first_child: bool = False
    before_week: Number | None = None
    from_months: Number | None = None
    until_months: Number | None = None

    def stated(self) -> Iterator[tuple[str, int]]:
        """Yield the name and the number of each limit that is set; 1 for one without a number."""
        for name in Limits.model_fields:
            value = getattr(self, name)
            if value:
                yield name, int(value)


class Programme(ContentModel):
    """A programme, and beside which needs it is an option.

    Attributes:
        region: where it is; a programme with a region is offered unasked to nobody.
        phone: the number that a municipality gives to families.
        source: where the facts come from, for whoever keeps the list.
        hidden: a municipality does not have it.

    """

    offer: Offer
    phases: Annotated[tuple[str, ...], Field(min_length=1)]
    topics: Annotated[tuple[str, ...], Field(min_length=1)]
    by: Deliverer
    region: Text | None = None
    phone: Text | None = None
    source: Text | None = None
    limits: Limits = Limits()
    pictogram: Text | None = None
    hidden: bool = False

    def texts(self) -> Iterator[tuple[str, TextSpec]]:
        """Yield the texts of a programme by slot: parents read none of a professional's one."""
        only = self.offer == "professional"
        audience: Literal["parent", "professional"] = "professional" if only else "parent"
        yield "name", TextSpec(kind="title", audience=audience)
        yield "about", TextSpec(kind="statement", audience=audience)
        yield "note", TextSpec(kind="statement", audience="professional", optional=True)


class _File(ContentModel):
    format: Literal[1] = 1
    programmes: dict[str, Programme] = Field(default_factory=dict)


def read_programmes(folders: Folders) -> tuple[dict[str, Programme], Merged]:
    """Read ``programmes.yaml``; without the file, or with a mistake in it, there are none."""
    merged = folders.merged(FILE, required=False)
    try:
        return _File.model_validate(frozen(merged.data)).programmes, merged
    except ValidationError as error:
        folders.findings.extend(validation_findings(error, merged.sources))
        return {}, merged
