"""The word lists of the checks: ``words.yaml``. The app itself never reads them."""

from __future__ import annotations

from typing import Literal

from pydantic import ValidationError

from giz_gesprek.content.folders import Folders, frozen
from giz_gesprek.content.mistakes import validation_findings
from giz_gesprek.content.texts import ContentModel


class Words(ContentModel):
    """Words about which a rule makes an exception.

    ``long_words`` are long words that every tired parent knows (rule E03), in small letters.
    """

    format: Literal[1] = 1
    long_words: tuple[str, ...] = ()


def read_words(folders: Folders) -> Words:
    """Read ``words.yaml``; without the file, or with a mistake in it, the lists are empty."""
    merged = folders.merged("words.yaml", required=False)
    try:
        return Words.model_validate(frozen(merged.data))
    except ValidationError as error:
        folders.findings.extend(validation_findings(error, merged.sources))
        return Words()
