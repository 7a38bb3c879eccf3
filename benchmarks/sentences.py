"""Sentences of our content, as they are read aloud: what voices are measured with."""

from __future__ import annotations

from giz_gesprek.content.loader import load_content
from giz_gesprek.paths import content_dir
from giz_gesprek.spoken import spoken_sentences

_SHORTEST, _LONGEST = 5, 14


def sentences(language: str, count: int) -> list[str]:
    """Return *count* sentences of the easy texts: the same ones each time, from all over them.

    Five to fourteen words each, and no digits or names to fill in: those are written in one way
    and said in several.
    """
    library = load_content(content_dir()).library
    found: set[str] = set()
    for text_id in library.specs:
        text = library.find(text_id, language=language, rung="easy")
        for_family = library.specs[text_id].audience != "professional"
        if text is None or not for_family or text.language != language or "{" in text.text:
            continue
        for each in spoken_sentences(text.text, language=language, pronunciations={}):
            fits = _SHORTEST <= len(each.text.split()) <= _LONGEST
            is_whole = each.text[0].isupper() and each.text[-1] in ".?!"
            if fits and is_whole and not any(char.isdigit() for char in each.text):
                found.add(each.text)
    ordered = sorted(found, key=lambda one: one[::-1])
    return ordered[:: len(ordered) // count][:count]
