"""The words of an empty booklet: content at one rung, where nobody's name is known."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final

from giz_gesprek.content.framework import Framework
from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.summary.booklet_blocks import Box, Boxes, Lines, Told
from giz_gesprek.summary.document import Heading, PageLine
from giz_gesprek.summary.picture import Picture

ANSWER_LINES: Final = 3
_ASIDES: Final = ("button.dont_know", "button.rather_not_say")


@dataclass(frozen=True)
class BookletWords:
    """The framework, and a phrasebook in which words stand for names."""

    framework: Framework
    book: Phrasebook

    @classmethod
    def without_names(cls, framework: Framework, book: Phrasebook) -> BookletWords:
        """Return the words of ``book`` with a word for each name that a sentence asks for."""
        child = "common.baby" if _is_before_birth(framework, book) else "booklet.child"
        names = {
            "child": book.text(child),
            "name": book.text("common.a_professional"),
            "organisation": book.text("common.our_organisation"),
        }
        return cls(framework, replace(book, names=names))

    @property
    def is_expecting(self) -> bool:
        """Whether the booklet is for a pregnancy."""
        return _is_before_birth(self.framework, self.book)

    def text(self, text_id: str, **values: str) -> str:
        """Return the words of a text."""
        return self.book.text(text_id, **values).strip()

    def picture(self, pictogram: str | None) -> Picture | None:
        """Return a picture, where there is one."""
        return Picture(pictogram) if pictogram is not None else None

    def page_heading(self, text_id: str, level: int, pictured: str) -> Heading:
        """Return a heading with the picture that stands beside the text ``pictured`` on screen."""
        text = self.text(text_id)
        pictogram = self.framework.page_pictures.get(pictured)
        return Heading(text, level, self.picture(pictogram))

    def told(self, text_id: str) -> Told:
        """Return a text with its picture."""
        text = self.text(text_id)
        pictogram = self.framework.page_pictures.get(text_id)
        return Told(text, self.picture(pictogram))

    def side_picture(self, side: str) -> Picture | None:
        """Return the picture of a side."""
        return self.picture(f"side-{side}")

    def side_box(self, side: str) -> Box:
        """Return a side with what it is about."""
        about = self.text(f"triangle.about_{side}")
        return Box(self.text(f"side.{side}"), self.side_picture(side), about)

    def topic_box(self, topic: str) -> Box:
        """Return a topic with its picture."""
        title = self.text(f"{topic}.title")
        return Box(title, self.picture(self.framework.topics[topic].pictogram))

    def boxes(
        self, text_id: str, scale: str, *, aside: bool, without: Collection[str] = ()
    ) -> Boxes:
        """Return a question with the choices of a scale, in their fixed order.

        ``aside``: not knowing and not saying stand beside them, as on the screen.
        """
        boxes = []
        for choice, pictogram in self.framework.scales[scale].items():
            if choice in without:
                continue
            label = self.text(f"{scale}.{choice}")
            boxes.append(Box(label, self.picture(pictogram)))
        asides = tuple(Box(self.text(each)) for each in _ASIDES) if aside else ()
        return Boxes(self.text(text_id), tuple(boxes), asides)

    def asked(
        self, question: str, topic: str | None, *, lines: int = ANSWER_LINES
    ) -> Boxes | Lines:
        """Return a question with its boxes, or with ``lines`` to write on."""
        spec = self.framework.questions[question]
        text_id = self.framework.question_text(question, topic)
        if spec.scale is not None:
            return self.boxes(text_id, spec.scale, aside=True)
        return Lines(self.text(text_id), lines)

    def page_line(self) -> PageLine:
        """Return what stands around the numbers of a page."""
        # Each number is marked by a character that no text holds.
        before, between, after = self.text("document.page", page="\0", pages="\0").split("\0")
        return PageLine(before, between, after)


def _is_before_birth(framework: Framework, book: Phrasebook) -> bool:
    return "prenatal" in framework.phases[book.phase or ""].age_bands
