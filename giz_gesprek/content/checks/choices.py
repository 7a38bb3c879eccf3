"""Rule E13 where it needs the framework: how many choices, and two words beside a face."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from giz_gesprek.content.checks.passages import Passage
from giz_gesprek.content.checks.questions import few_words_in_a_choice
from giz_gesprek.content.findings import Finding
from giz_gesprek.content.loader import LoadedContent
from giz_gesprek.i18n import _

FEWEST: Final = 2
MOST: Final = 3
MOST_WORDS_BESIDE_A_FACE: Final = 2
_FACE: Final = "face-"


def choice_findings(content: LoadedContent, passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield scales with too many or too few choices, and long labels beside a face."""
    faces: set[str] = set()
    for scale, choices in content.library.framework.scales.items():
        faces |= {f"{scale}.{each}" for each, art in choices.items() if art.startswith(_FACE)}
        if not FEWEST <= len(choices) <= MOST:
            place = content.frame.place("scales", scale)
            message = _("{count} choices: give {fewest} or {most}")
            message = message.format(count=len(choices), fewest=FEWEST, most=MOST)
            yield Finding(place.path, place.line, "E13", scale, message)
    for passage in passages:
        beside_face = passage.text_id in faces and passage.kind == "choice"
        if beside_face and passage.register == "easy_language":
            for remark in few_words_in_a_choice(MOST_WORDS_BESIDE_A_FACE, passage):
                yield remark.at(passage, "E13")
