"""Keep the catalogues in locales/ equal to the messages in the code.

Run from anywhere::

    uv run python scripts/catalogues.py update   # after adding or changing a message
    uv run python scripts/catalogues.py check    # says what is wrong, exits 1

``update`` writes the template and both catalogues, fills the English one (its messages
are their own ids) and compiles; the Dutch ones are then translated by hand, and ``update``
compiles them. Line numbers and dates are left out of the files: a diff shows messages only.
"""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "locales"
DOMAIN = "giz_gesprek"
SOURCE_LANGUAGE = "en"
LANGUAGES = ("nl", SOURCE_LANGUAGE)
TEMPLATE = LOCALES / f"{DOMAIN}.pot"

# `plural` marks what only click looks up, in giz_gesprek/cli/click_messages.py.
KEYWORDS = {**DEFAULT_KEYWORDS, "plural": (1, 2)}
_HEADER = "# Messages of giz_gesprek. Kept by scripts/catalogues.py; licence: EUPL-1.2."
# Babel always writes dates; a constant one keeps files and diffs the same every day.
_NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)
_FIELD = re.compile(r"\{\w+(?:![rsa])?(?::[^{}]*)?\}|%\(\w+\)s")
_LEFT_OUT = (b'"Report-Msgid-Bugs-To:', b'"Generated-By:')


def po_path(language: str) -> Path:
    """Return the catalogue of *language*."""
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def extract() -> Catalog:
    """Collect the messages of the package into a new template."""
    with (LOCALES / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    template = Catalog(project=DOMAIN, charset="utf-8")
    found = extract_from_dir(
        ROOT / DOMAIN, methods, options, keywords=KEYWORDS, comment_tags=("Translators:",)
    )
    for file_name, _line, message, comments, context in found:
        place = f"{DOMAIN}/{Path(file_name).as_posix()}"
        template.add(message, locations=[(place, 0)], auto_comments=comments, context=context)
    return template


def merge(template: Catalog, language: str) -> Catalog:
    """Return the catalogue of *language* with exactly the messages of *template*."""
    catalog = read(language)
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    if language == SOURCE_LANGUAGE:
        for message in catalog:
            if message.id:
                message.string = message.id
                message.flags.discard("fuzzy")
    return catalog


def read(language: str) -> Catalog:
    """Read the catalogue of *language*; one that does not exist yet is empty."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    return read_po(BytesIO(path.read_bytes()), locale=language, domain=DOMAIN, charset="utf-8")


def to_po(catalog: Catalog) -> bytes:
    """Write *catalog* as text that is the same for the same messages."""
    catalog.header_comment = _HEADER
    catalog.project = DOMAIN
    catalog.version = "1"
    catalog.last_translator = catalog.language_team = "giz_gesprek contributors"
    catalog.creation_date = catalog.revision_date = _NO_DATE
    catalog.fuzzy = False
    file = BytesIO()
    write_po(file, catalog, width=100, include_lineno=False, ignore_obsolete=True)
    lines = file.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_LEFT_OUT))


def to_mo(po: bytes, language: str) -> bytes:
    """Compile a catalogue, as hatch_build.py does for an install."""
    file = BytesIO()
    write_mo(file, read_po(BytesIO(po), locale=language, domain=DOMAIN))
    return file.getvalue()


def update() -> None:
    """Write the template, the catalogues and the compiled catalogues."""
    template = extract()
    TEMPLATE.write_bytes(to_po(template))
    for language in LANGUAGES:
        path = po_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        po = to_po(merge(template, language))
        path.write_bytes(po)
        path.with_suffix(".mo").write_bytes(to_mo(po, language))


def findings() -> Iterator[str]:
    """Yield a line for everything that is missing, wrong or out of date."""
    template = extract()
    if _stale(TEMPLATE, to_po(template)):
        yield f"{_shown(TEMPLATE)}: out of date: run scripts/catalogues.py update"
    for language in LANGUAGES:
        path = po_path(language)
        catalog = read(language)
        for message in template:
            if message.id and message.id not in catalog:
                yield f"{_shown(path)}: missing: {_quoted(message)}"
        for message in catalog:
            yield from (f"{_shown(path)}: {problem}" for problem in _problems(message, template))
        if _stale(path, to_po(merge(template, language))):
            yield f"{_shown(path)}: out of date: run scripts/catalogues.py update"
        elif _stale(path.with_suffix(".mo"), to_mo(path.read_bytes(), language)):
            yield f"{_shown(path)}: not compiled: run scripts/catalogues.py update"


def _problems(message: Message, template: Catalog) -> Iterator[str]:
    if not message.id:
        return
    if message.id not in template:
        yield f"obsolete: {_quoted(message)}"
        return
    ids = _forms(message.id)
    strings = _forms(message.string)
    if not all(strings):
        yield f"untranslated: {_quoted(message)}"
        return
    if message.fuzzy:
        yield f"fuzzy: {_quoted(message)}"
    allowed = set[str]().union(*map(_fields, ids))
    # "1 family" may leave the number out; the form for many may not.
    if any(_fields(one) - allowed for one in strings) or _fields(strings[-1]) != _fields(ids[-1]):
        yield f"placeholders differ: {_quoted(message)}"


def _forms(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, list | tuple) else (str(text),)


def _fields(text: str) -> set[str]:
    return set(_FIELD.findall(text))


def _stale(path: Path, expected: bytes) -> bool:
    return not path.exists() or path.read_bytes() != expected


def _quoted(message: Message) -> str:
    return repr(_forms(message.id)[0])


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def main() -> int:
    """Run the chosen action and return the exit code."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("action", choices=["update", "check"])
    if parser.parse_args().action == "update":
        update()
        return 0
    problems = list(findings())
    print("\n".join(problems) or "The catalogues are current and complete.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
