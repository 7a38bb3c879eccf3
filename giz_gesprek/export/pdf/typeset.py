"""From a document to the bytes of a PDF: the one place that knows Typst."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from giz_gesprek.content.pictograms import Pictograms
from giz_gesprek.errors import OutputError
from giz_gesprek.export.pdf.characters import Printable
from giz_gesprek.export.pdf.data import template_data
from giz_gesprek.i18n import _
from giz_gesprek.summary.document import Document

if TYPE_CHECKING:
    import typst

_LARGE: Final = 14
_SMALL: Final = 12
"""How large the letters on a family's first page are, in points, and what they never go below."""
_LEADINGS: Final = (0.5, 0.4, 0.3)
"""What may be between the lines of a family's paper, in heights of a letter; the roomiest first."""
_MAY_BE_ONE: Final = 2
"""On so many pages, with what is told apart, a paper stands that may fit on one."""
_LITTLE: Final = 0.35
"""Up to here a last page is filled that is better saved."""
TEMPLATES: Final = Path(__file__).parent / "templates"
FONTS: Final = Path(__file__).parent / "fonts"
"""Our letters: one file for each weight, or the order of a folder would choose between two."""


@dataclass(frozen=True)
class Pdf:
    """A PDF, and the characters in it that no font of ours has: a box stands in their place."""

    data: bytes
    replaced: tuple[str, ...]


def document_pdf(document: Document, *, created: datetime, pictograms: Pictograms) -> Pdf:
    """Return a document as PDF/UA-1; the same document and moment give the same bytes.

    Args:
        document: what to lay out; ``kind`` chooses the template.
        created: aware; stands in the file as the moment at which it was made.
        pictograms: the drawings; one that is missing is left out.

    Raises:
        OutputError: it cannot be laid out.

    """
    printable = Printable()
    try:
        chosen = _best(document, pictograms, printable)
        data = chosen.pdf(int(created.timestamp()))
    except RuntimeError:
        # Whatever Typst raises, and without its cause: the message quotes what people said.
        raise OutputError(
            _("The PDF could not be made. Choose text instead, and report this to the developers.")
        ) from None
    return Pdf(data, printable.replaced)


def _best(document: Document, pictograms: Pictograms, printable: Printable) -> Layout:
    """Return the layout to take: one page where all fits on it, else what acts on the first one.

    Lines come closer to each other only where what acts then fits, or where that saves a last page
    with a little on it. What acts is set smaller where it fits in no other way.
    """
    data = template_data(document, pictograms, printable)
    # Each is laid out when it is asked something: none that is not needed.
    whole, apart = (
        [Layout(document.kind, data, leading, apart=one) for leading in _LEADINGS]
        for one in (False, True)
    )
    if document.first_page == 0:
        return next(_of_fewer_pages(whole[0], whole[1:]), whole[0])
    if (place := _closest_enough(document, data)) is None:
        return Layout(document.kind, data, _LEADINGS[-1], size=_SMALL, apart=True)
    # What takes three pages apart never fits on one.
    if apart[0].page_of("last") <= _MAY_BE_ONE:
        fits = next((layout for layout in whole[place:] if layout.page_of("last") == 1), None)
        if fits is not None:
            return fits
    return next(_of_fewer_pages(apart[place], apart[place + 1 :]), apart[place])


def _closest_enough(document: Document, data: Any) -> int | None:  # noqa: ANN401  # as JSON is
    """Return which distance is the first at which what acts fits on one page; None for none.

    What acts alone is a third of the work. Where it does not fit as roomily as can be, most often
    it fits in no way, which the closest one tells.
    """
    first = {**data, "blocks": data["blocks"][: document.first_page]}

    def fits(leading: float) -> bool:
        return Layout(document.kind, first, leading, apart=True).page_of("acted") == 1

    roomiest, *between, closest = _LEADINGS
    if fits(roomiest):
        return 0
    if not fits(closest):
        return None
    last = len(_LEADINGS) - 1
    return next((place for place, leading in enumerate(between, 1) if fits(leading)), last)


def _of_fewer_pages(layout: Layout, closer: Iterable[Layout]) -> Iterator[Layout]:
    """Yield the layouts that save the last page, where there is little on that."""
    last = layout.page_of("last")
    if last > 1 and layout.mark("filled") < _LITTLE:
        yield from (each for each in closer if each.page_of("last") < last)


class Layout:
    """One way to lay out a paper; ``leading`` is what is between lines, in heights of a letter.

    ``size`` is that of the letters on a family's first page, in points.
    ``apart``: what is told begins on a sheet of its own.
    ``kind`` is the template, and ``data`` what it reads. Methods raise ``RuntimeError`` where Typst
    cannot lay it out. It remembers the pages it counted: the PDF of a layout that was tried costs
    little more.
    """

    def __init__(
        self,
        kind: str,
        data: object,
        leading: float = _LEADINGS[0],
        *,
        size: int = _LARGE,
        apart: bool = False,
    ) -> None:
        self._template = TEMPLATES / f"{kind}.typ"
        self._data = data
        self._how = {"leading": str(leading), "size": str(size), "apart": str(apart).lower()}

    @cached_property
    def _compiler(self) -> typst.Compiler:
        import typst  # heavy, and only papers need it

        return typst.Compiler(
            self._template,
            root=TEMPLATES,
            font_paths=_fonts(),
            sys_inputs={"document": json.dumps(self._data), **self._how},
        )

    def page_of(self, mark: str) -> int:
        """Return on which page a mark of the template stands."""
        return int(self.mark(mark))

    def mark(self, mark: str) -> float:
        """Return the number that a mark of the template holds."""
        return float(self._compiler.query(f"<{mark}>", field="value", one=True))

    def pdf(self, timestamp: int | None) -> bytes:
        """Return the PDF; without ``timestamp`` it holds no moment."""
        made = self._compiler.compile(format="pdf", pdf_standards="ua-1", timestamp=timestamp)
        if not isinstance(made, bytes):
            raise TypeError("one document is one file")
        return made


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Return our fonts and those of Typst itself, looked up once."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])
