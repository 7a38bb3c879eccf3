"""The form of a text: what may stand in a content file under an id."""

from __future__ import annotations

from typing import Annotated, Final, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from giz_gesprek.content.company import Company
from giz_gesprek.i18n import _

TextKind = Literal[
    "statement", "question", "choice", "fixed_answer", "confirm", "consent", "echo", "title", "term"
]
Audience = Literal["parent", "child", "professional"]
TextRegister = Literal["standard", "easy_language"]
REGISTERS: Final[tuple[TextRegister, ...]] = ("standard", "easy_language")
Rung = Literal["standard", "easy", "easier"]
"""How easy the words are; ``easy`` and ``easier`` both live in the register ``easy_language``."""
LADDER: Final[tuple[Rung, ...]] = get_args(Rung)
"""The rungs, the easiest last."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def register_of(rung: Rung) -> TextRegister:
    """Return the register in which a rung is written."""
    return "standard" if rung == "standard" else "easy_language"


class ContentModel(BaseModel):
    """A frozen piece of content; unknown keys and wrong types are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class TextSpec(ContentModel):
    """What a text is, apart from its words.

    ``professional`` texts exist in standard only. A ``child`` is called ``je`` in every family.
    """

    kind: TextKind
    audience: Audience = "parent"
    optional: bool = False


class Form(ContentModel):
    """The words of one text for who comes alone, or for two who are both meant."""

    text: Text
    easier: Text | None = None
    say: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare_text_is_a_form(cls, value: object) -> object:
        return value if isinstance(value, dict) else {"text": value}


class Wording(ContentModel):
    """The words of one text in one phase, and their forms."""

    text: Text
    easier: Text | None = None
    say: Text | None = None
    example: Text | None = None
    alone: Form | None = None
    together: Form | None = None

    def form(self, company: Company | None) -> Form | Self:
        """Return the form for so many parents; without one, these words themselves."""
        forms = {"alone": self.alone, "together": self.together}
        return (forms[company] if company is not None else None) or self


class ReaderTest(ContentModel):
    """Readers who tried the text. Absent means: not tested with readers."""

    who: Text
    date: Text


class TextEntry(ContentModel):
    """What a content file holds under one id: words, or a reference to another id."""

    text: Text | None = None
    ref: Text | None = None
    easier: Text | None = None
    say: Text | None = None
    example: Text | None = None
    alone: Form | None = None
    together: Form | None = None
    phases: dict[str, Wording] = Field(default_factory=dict)
    lint: dict[str, Text] = Field(default_factory=dict)
    reader_test: ReaderTest | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare_text_is_an_entry(cls, value: object) -> object:
        return value if isinstance(value, dict) else {"text": value}

    @model_validator(mode="after")
    def _words_or_reference(self) -> Self:
        if (self.text is None) == (self.ref is None):
            raise ValueError(_("write the words (text), or the id of another text (ref)"))
        if self.ref is not None and self.model_fields_set != {"ref"}:
            raise ValueError(_("a reference stands alone: move the rest to the text it names"))
        return self
