"""What a PDF says to a screen reader and where its words stand, for tests."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final

import page
import pikepdf

from tests.support.required import require_program

_PAGE: Final = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD: Final = re.compile(
    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>',
    re.DOTALL,
)
_UNSEEN: Final = re.compile(r"[\s\u200b\u200c\u200d\u00ad]+")


@dataclass(frozen=True)
class Element:
    """A part of the structure tree: its tag, the alternative text, and what is in it."""

    tag: str
    alt: str | None
    children: tuple[Element, ...]

    def walk(self) -> Iterator[Element]:
        """Yield this element and everything in it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Word:
    """A word and its box in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def ua_failures(data: bytes) -> list[str]:
    """Return what ``page`` finds against PDF/UA-1."""
    report = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
    return [str(failure) for failure in report.failures]


def opened(data: bytes) -> pikepdf.Pdf:
    """Return the PDF for looking inside."""
    return pikepdf.open(io.BytesIO(data))


def structure(data: bytes) -> Element:
    """Return the structure tree."""
    with opened(data) as pdf:
        return _element(pdf.Root["/StructTreeRoot"])


def _element(item: pikepdf.Object) -> Element:
    kids: pikepdf.Object = item.get("/K", pikepdf.Array([]))
    many = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    inside = [kid for kid in many if isinstance(kid, pikepdf.Dictionary) and "/K" in kid]
    alt = str(item["/Alt"]) if "/Alt" in item else None
    return Element(str(item.get("/S", "/Root")), alt, tuple(_element(kid) for kid in inside))


def pdf_text(data: bytes) -> str:
    """Return what ``pdftotext`` reads, in the order of the file."""
    return _pdftotext(data, "-raw")


def squeezed(text: str) -> str:
    """Return a text without white space and other characters that nobody sees."""
    return _UNSEEN.sub("", text)


def pages(data: bytes) -> list[tuple[float, float, list[Word]]]:
    """Return of every page its width, its height and its words; all in points."""
    found = []
    for width, height, inside in _PAGE.findall(_pdftotext(data, "-bbox")):
        words = [Word(unescape(text), *map(float, box)) for *box, text in _WORD.findall(inside)]
        found.append((float(width), float(height), words))
    return found


def _pdftotext(data: bytes, option: str) -> str:
    command = [require_program("pdftotext"), option, "-enc", "UTF-8", "-", "-"]
    result = subprocess.run(command, input=data, capture_output=True, check=True)
    return result.stdout.decode()
