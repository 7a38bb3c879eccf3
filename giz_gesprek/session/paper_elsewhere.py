"""A paper that is no file: sent to the printer, or on the clipboard for a record."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from giz_gesprek.errors import OutputError
from giz_gesprek.export.forms import FORMS
from giz_gesprek.export.unwrapped import unwrapped_text
from giz_gesprek.session.asking import SureAsked
from giz_gesprek.system import print_pdf

if TYPE_CHECKING:
    from giz_gesprek.export.forms import Means, PaperForm
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session
    from giz_gesprek.summary.document import Document


@dataclass(frozen=True)
class Given:
    """A paper that somebody has now; ``told`` is the id of what is said about it.

    ``how`` it was given, and in which ``form``, is for the change log.
    """

    told: str
    how: Literal["printed", "copied"]
    form: PaperForm


async def print_paper(session: Session, ask: Ask, document: Document, means: Means) -> Given | None:
    """Print a paper; None where that could not be, and was said."""
    told = await ask.sending(partial(_print, document, means))
    return await _given(session, ask, Given(told, "printed", "pdf"), done=("export.printed",))


async def copy_paper(session: Session, ask: Ask, document: Document) -> Given | None:
    """Put a paper on the clipboard after asking; None where it is not there, and that was said."""
    say = session.phrases().text
    asked = SureAsked(say("export.copy_ask"), yes=say("export.copy_yes"), no=say("button.cancel"))
    if not await ask.sure(asked):
        return None
    told = f"export.{await ask.copy(unwrapped_text(document))}"
    given = Given(told, "copied", "text")
    return await _given(session, ask, given, done=("export.copied", "export.sent"))


async def _given(
    session: Session, ask: Ask, given: Given, *, done: tuple[str, ...]
) -> Given | None:
    if given.told in done:
        return given
    say = session.phrases().text
    await ask.notice(say("export.title"), say(given.told))
    return None


def _print(document: Document, means: Means) -> str:
    """Print, and return the id of what is said about it; meant for a thread."""
    try:
        laid = FORMS["pdf"].lay_out(document, means)
    except OutputError:
        return "export.not_laid_out"
    return f"export.{print_pdf(laid.data)}"
