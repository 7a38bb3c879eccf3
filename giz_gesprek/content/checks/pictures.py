"""Rule E17 for pictograms: every choice, topic and page that names a drawing has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from giz_gesprek.content.findings import Finding
from giz_gesprek.content.loader import LoadedContent
from giz_gesprek.content.pictograms import FOLDER, read_art
from giz_gesprek.i18n import _


def picture_findings(content: LoadedContent, folders: Iterable[Path]) -> Iterator[Finding]:
    """Yield each pictogram of the framework that nobody drew; nothing where none are drawn yet."""
    places = [folder / FOLDER for folder in folders if (folder / FOLDER).is_dir()]
    if not places:
        return
    known = frozenset(id_ for place in places for id_ in _art(place))
    for location, pictogram in _named(content):
        placed = content.frame.place(*location)
        file = f"{FOLDER}/{pictogram}.svg"
        if not any((place / f"{pictogram}.svg").is_file() for place in places):
            message = _("there is no drawing {file}: draw it, or name another").format(file=file)
            yield Finding(placed.path, placed.line, "E17", location[1], message)
        elif pictogram not in known:
            message = _("no screen shows {file}: run scripts/pictograms.py update FOLDER")
            message = message.format(file=file)
            yield Finding(placed.path, placed.line, "E17", location[1], message, "WARN")


def _art(folder: Path) -> Iterable[str]:
    """Return the ids that have art; none where it cannot be used, which is told by the loader."""
    try:
        return read_art(folder)
    except (OSError, ValueError):
        return ()


def _named(content: LoadedContent) -> Iterator[tuple[tuple[str, ...], str]]:
    framework = content.library.framework
    for scale, choices in framework.scales.items():
        for choice, pictogram in choices.items():
            yield ("scales", scale, choice), pictogram
    for topic, spec in framework.topics.items():
        yield ("topics", topic, "pictogram"), spec.pictogram
    for programme, programme_spec in framework.programmes.items():
        if programme_spec.pictogram is not None:
            yield ("programmes", programme, "pictogram"), programme_spec.pictogram
    for text_id, pictogram in framework.page_pictures.items():
        yield ("page_pictures", text_id), pictogram
