"""A supporting programme on paper: a few easy lines for the family, facts for the professional."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from giz_gesprek.content.programmes import Programme
from giz_gesprek.summary.document import Chosen, Paragraph, Row
from giz_gesprek.summary.words import PaperNames


def chosen_help(words: PaperNames, programme: str) -> Chosen:
    """Return that a programme was chosen for a goal."""
    name = words.programme(programme)
    spec = words.framework.programmes.get(programme)
    sentence = words.text("document.help", what=name)
    picture = words.picture(spec.pictogram if spec is not None else None, name)
    return Chosen(sentence, name, picture)


def explained_help(words: PaperNames, programme: str) -> Chosen:
    """Return the same, followed by what it is where that is known."""
    chosen = chosen_help(words, programme)
    about = about_help(words, programme)
    return chosen if about is None else replace(chosen, sentence=f"{chosen.sentence}\n{about.text}")


def about_help(words: PaperNames, programme: str) -> Paragraph | None:
    """Return what a programme is, where, and its number where a municipality gave one.

    None where the content no longer knows it.
    """
    spec = words.framework.programmes.get(programme)
    lines = [words.programme_text(programme, "about")]
    if spec is not None and spec.region is not None:
        lines.append(words.text("document.help_place", place=spec.region))
    if spec is not None and spec.phone is not None:
        lines.append(words.text("document.help_phone", number=spec.phone))
    said = "\n".join(line for line in lines if line)
    return Paragraph(said) if said else None


def facts(words: PaperNames, programme: str) -> Iterator[Row]:
    """Yield what the professional has to know of a programme; ``words`` are standard ones."""
    spec = words.framework.programmes.get(programme)
    if spec is None:
        return
    yield Row(words.text("document.deliverer_label"), words.text(f"deliverer.{spec.by}"))
    if spec.region is not None:
        yield Row(words.text("document.region_label"), spec.region)
    if spec.phone is not None:
        yield Row(words.text("document.phone_label"), spec.phone)
    notes = [*_limits(words, spec), words.programme_text(programme, "note")]
    if note := "\n".join(line for line in notes if line):
        yield Row(words.text("document.note_label"), note)


def _limits(words: PaperNames, spec: Programme) -> Iterator[str]:
    for name, number in spec.limits.stated():
        yield words.text(f"programme_limit.{name}", number=str(number))
