"""Words for one conversation: found at the family's rung, names filled in.

Owns substitution. A name is data: it is put in once and never read again as a template.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from giz_gesprek.content.address import PLAIN, Address
from giz_gesprek.content.company import Company
from giz_gesprek.content.library import Found, Library
from giz_gesprek.content.texts import Rung
from giz_gesprek.content.voiced import VoicedText

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_SENTENCE_ENDS = ("\n", ". ", "? ", "! ")


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return ``text`` with each ``{placeholder}`` replaced, in one pass.

    A value that opens a line or a sentence gets a capital, as in "De hulpverlener kiest".

    Raises:
        KeyError: a placeholder has no value; that is a fault in the caller.

    """

    def put(found: re.Match[str]) -> str:
        value = values[found.group(1)]
        before = text[: found.start()]
        opens = not before or before.endswith(_SENTENCE_ENDS)
        return value[:1].upper() + value[1:] if opens else value

    return _PLACEHOLDER.sub(put, text)


def lower_first(label: str) -> str:
    """Return a label as it stands inside a sentence: ``Gaat goed`` becomes ``gaat goed``."""
    return label[:1].lower() + label[1:]


@dataclass(frozen=True)
class Phrasebook:
    """Content in one language at one rung for one phase, with the names of this conversation.

    ``address`` is the form in which this family is spoken to, ``company`` how many parents are.
    """

    library: Library
    language: str = "nl"
    rung: Rung = "easy"
    phase: str | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    address: Address = PLAIN
    company: Company | None = None

    def phrase(self, text_id: str, **values: str) -> Found:
        """Return the words of ``text_id`` with names and ``values`` filled in.

        Raises:
            KeyError: no language has the text at this rung, or a placeholder has no value.

        """
        found = self._find(text_id)
        if found is None:
            raise KeyError(text_id)
        known = {**self.names, **values}
        return replace(
            found,
            text=fill(found.text, known),
            example=None if found.example is None else fill(found.example, known),
            say=None if found.say is None else fill(found.say, known),
        )

    def text(self, text_id: str, **values: str) -> VoicedText:
        """Return the words of ``text_id`` as a string that the voice can read; see ``phrase``."""
        phrase = self.phrase(text_id, **values)
        return VoicedText(phrase.text, phrase.language, phrase.say)

    def has(self, text_id: str) -> bool:
        """Tell whether ``text_id`` has words here."""
        return self._find(text_id) is not None

    def inside(self, label: str) -> str:
        """Return a label as it stands inside a sentence.

        A name that opens it keeps its capital, and so does the English "I".
        """
        opens_with_a_name = any(name and label.startswith(name) for name in self.names.values())
        keeps = opens_with_a_name or label.partition(" ")[0] == "I"
        return label if keeps else lower_first(label)

    def _find(self, text_id: str) -> Found | None:
        return self.library.find(
            text_id,
            language=self.language,
            rung=self.rung,
            phase=self.phase,
            address=self.address,
            company=self.company,
        )
