"""Empty booklets of the shipped content, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Final

from giz_gesprek.content.address import Address
from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.content.texts import Rung
from giz_gesprek.summary.booklet import build_booklet
from giz_gesprek.summary.booklet_blocks import Booklet
from tests.support.dossiers import library

PHASES: Final = ("prenatal", "0-4", "4-12", "12+")
RUNGS: Final[tuple[Rung, ...]] = ("easy", "easier", "standard")
LANGUAGES: Final = ("nl", "en")


def book(
    phase: str, *, language: str = "nl", rung: Rung = "easy", address: Address = "u"
) -> Phrasebook:
    """Return words for a booklet."""
    return Phrasebook(library(), language, rung, phase, address=address)


def booklet(
    phase: str,
    *topics: str,
    language: str = "nl",
    rung: Rung = "easy",
    address: Address = "u",
) -> Booklet:
    """Return a booklet with ``topics``, or with all."""
    words = book(phase, language=language, rung=rung, address=address)
    return build_booklet(library().framework, words, topics or None)


def texts_in(value: object) -> Iterator[str]:
    """Yield every text of a booklet or a part of it, in reading order.

    Names of pictograms and kinds are no texts; what is said of a picture is.
    """
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in {"pictogram", "kind", "language"}:
                yield from texts_in(getattr(value, field.name))
