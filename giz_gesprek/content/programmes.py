"""The supporting programmes: ``programmes.yaml``, without a word of text.

Owns what a programme is, for whom it can be, and which texts it has. Must not know when one is
offered: that is for ``conversation.programmes``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Final, Literal, Self, TypeAlias

from pydantic import BeforeValidator, Field, ValidationError, model_validator

from giz_gesprek.content.ages import Months
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

Referrer = Literal[Deliverer, "family"]
"""Who can ask for a programme; ``family``: the parents themselves. The words: ``deliverer.*``."""

LimitName: TypeAlias = Literal["first_child", "before_week", "from_months", "until_months"]

LAST_WEEK: Final = 42
"""Of a pregnancy."""

OLDEST_MONTHS: Final = 276
"""Of a child: up to the 23rd birthday."""

_Months = Annotated[int, Field(gt=0, le=OLDEST_MONTHS)]


class Limits(ContentModel):
    """For whom a programme can be; whom a limit shuts out is not offered it.

    Attributes:
        first_child: only for parents of a first child.
        before_week: it begins before this week of the pregnancy; nobody can begin after the birth.
        from_months: the age from which, in whole months.
        until_months: the age up to which; that age itself is too old.

    """

    first_child: bool = False
    before_week: Annotated[int, Field(gt=0, le=LAST_WEEK)] | None = None
    from_months: _Months | None = None
    until_months: _Months | None = None

    @model_validator(mode="after")
    def _some_age_is_left(self) -> Self:
        first, last = self.from_months, self.until_months
        if first is not None and last is not None and first >= last:
            message = _("no age is from {first} months and before {last}: swap or mend the two")
            raise ValueError(message.format(first=first, last=last))
        return self

    def shut_out(self, months: Months) -> bool:
        """Tell whether nobody of these ages can be within the limits."""
        youngest, oldest = months
        return (
            (self.before_week is not None and youngest >= 0)
            or (self.from_months is not None and oldest <= self.from_months)
            or (self.until_months is not None and youngest >= self.until_months)
        )

    def stated(self) -> Iterator[tuple[LimitName, int]]:
        """Yield the name and the number of each limit that is set; 1 for one without a number."""
        numbers: dict[LimitName, int | None] = {
            "first_child": int(self.first_child),
            "before_week": self.before_week,
            "from_months": self.from_months,
            "until_months": self.until_months,
        }
        for name, number in numbers.items():
            if number:
                yield name, number


class Programme(ContentModel):
    """A programme, and beside which needs it is an option.

    Attributes:
        region: where it is; a programme with a region is offered unasked to nobody.
        referred_by: who can ask for it; empty where that is not known.
        phone: the number that a municipality gives to families.
        source: where the facts come from, for whoever keeps the list.
        hidden: a municipality does not have it.

    """

    offer: Offer
    phases: Annotated[tuple[str, ...], Field(min_length=1)]
    topics: Annotated[tuple[str, ...], Field(min_length=1)]
    by: Deliverer
    referred_by: tuple[Referrer, ...] = ()
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
        yield "when", TextSpec(kind="statement", audience=audience, optional=True)
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
