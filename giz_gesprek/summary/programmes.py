"""A supporting programme on paper: a few easy lines for the family, facts for the professional."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import get_args

from giz_gesprek.content.programmes import LimitName, Programme
from giz_gesprek.conversation.programmes import fit_of_chosen
from giz_gesprek.summary.document import Chosen, Paragraph
from giz_gesprek.summary.items import HelpChosen
from giz_gesprek.summary.listed import Row
from giz_gesprek.summary.words import PaperNames


def chosen_help(words: PaperNames, item: HelpChosen) -> Chosen:
    """Return that a programme was chosen for a goal, who asks for it, and when."""
    name = words.programme(item.programme)
    spec = words.framework.programmes.get(item.programme)
    sentence = "\n".join((words.text("document.help", what=name), *who_asks(words, item)))
    picture = words.picture(spec.pictogram if spec is not None else None)
    return Chosen(sentence, name, picture)


def who_asks(words: PaperNames, item: HelpChosen) -> Iterator[str]:
    """Yield who asks for a programme and on which day, as far as that was said."""
    if item.asked_by is not None:
        yield words.text("document.help_asked", who=words.person(item.asked_by))
    if item.by is not None:
        yield words.text("document.step_by", date=words.day(item.by))


def about_help(words: PaperNames, programme: str) -> Paragraph | None:
    """Return what a programme is, for whom where that is not known, where, and its number.

    None where the content no longer knows it.
    """
    spec = words.framework.programmes.get(programme)
    lines = [words.programme_text(programme, "about"), *limit_sentences(words, programme)]
    if spec is not None and spec.region is not None:
        lines.append(words.text("document.help_place", place=spec.region))
    if spec is not None and spec.phone is not None:
        lines.append(words.text("document.help_phone", number=spec.phone))
    lines.append(words.programme_text(programme, "when"))
    said = "\n".join(line for line in lines if line)
    return Paragraph(said) if said else None


def facts(words: PaperNames, programme: str, *, guidance: bool = True) -> Iterator[Row]:
    """Yield what the professional has to know of a programme; ``words`` are standard ones.

    ``guidance``: also what the content says to whoever chooses it, which is no part of a record.
    """
    spec = words.framework.programmes.get(programme)
    if spec is None:
        return
    yield Row(words.text("document.deliverer_label"), words.text(f"deliverer.{spec.by}"))
    if spec.referred_by:
        who = ", ".join(words.text(f"deliverer.{one}") for one in spec.referred_by)
        yield Row(words.text("document.referred_label"), who)
    if spec.region is not None:
        yield Row(words.text("document.region_label"), spec.region)
    if spec.phone is not None:
        yield Row(words.text("document.phone_label"), spec.phone)
    told = words.programme_text(programme, "note") if guidance else None
    notes = [*_limits(words, spec), told]
    if note := "\n".join(line for line in notes if line):
        yield Row(words.text("document.note_label"), note)
    fit = fit_of_chosen(words.talk, programme)
    if fit.unknown:
        said = "\n".join(_limits(words, spec, fit.unknown))
        yield Row(words.text("document.to_ask_label"), said)
    if fit.broken:
        yield why_shut_out(words, programme)


def why_shut_out(words: PaperNames, programme: str) -> Row:
    """Return why a programme is not offered: the limits that it cannot be within."""
    spec = words.framework.programmes[programme]
    broken = fit_of_chosen(words.talk, programme).broken
    return Row(words.text("document.shut_out_label"), "\n".join(_limits(words, spec, broken)))


def limit_sentences(words: PaperNames, programme: str) -> Iterator[str]:
    """Yield a sentence for the family on each limit that is not known to be kept."""
    spec = words.framework.programmes.get(programme)
    if spec is not None:
        yield from _limits(words, spec, fit_of_chosen(words.talk, programme).to_tell)


def _limit_sentence(words: PaperNames, name: LimitName, number: int) -> str:
    """Return one limit in a sentence: years where that is rounder than months."""
    if name == "first_child":
        return words.text("help_limit.first_child")
    years, months = divmod(number, 12)
    if name == "before_week" or years == 0 or months not in {0, 6}:
        return words.text(f"help_limit.{name}", number=str(number))
    unit = "years" if months == 0 else "half_years"
    return words.text(f"help_limit.{name.replace('months', unit)}", number=str(years))


def _limits(
    words: PaperNames, spec: Programme, wanted: Container[LimitName] = get_args(LimitName)
) -> Iterator[str]:
    for name, number in spec.limits.stated():
        if name in wanted:
            yield _limit_sentence(words, name, number)
