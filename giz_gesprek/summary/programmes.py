"""A supporting programme on paper: a few easy lines for the family, facts for the professional."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from giz_gesprek.content.programmes import Programme
from giz_gesprek.summary.document import Chosen, Row
from giz_gesprek.summary.words import Words


def chosen_help(words: Words, programme: str) -> Chosen:
    """Return that a programme was chosen for a goal."""
    name = words.programme(programme)
    spec = words.framework.programmes.get(programme)
    sentence = words.text("document.help", what=name)
    picture = words.picture(spec.pictogram if spec is not None else None, name)
    return Chosen(sentence, name, picture)


def explained_help(words: Words, programme: str) -> Chosen:
    """Return the same with what it is, where, and its number where a municipality gave one.

    What the content no longer knows has its name only.
    """
    chosen = chosen_help(words, programme)
    spec = words.framework.programmes.get(programme)
    lines = [chosen.sentence, words.programme_text(programme, "about")]
    if spec is not None and spec.region is not None:
        lines.append(words.text("document.help_place", place=spec.region))
    if spec is not None and spec.phone is not None:
        lines.append(words.text("document.help_phone", number=spec.phone))
    return replace(chosen, sentence="\n".join(line for line in lines if line))


def facts(words: Words, programme: str) -> Iterator[Row]:
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


def _limits(words: Words, spec: Programme) -> Iterator[str]:
    for name, number in spec.limits.stated():
        yield words.text(f"programme_limit.{name}", number=str(number))
