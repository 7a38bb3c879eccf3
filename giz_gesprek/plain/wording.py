"""How a family likes the words, in lines: when preparing, and when changing it later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.i18n import _, language_name
from giz_gesprek.session import voices
from giz_gesprek.session.labels import addresses, rungs, speech_rates

if TYPE_CHECKING:
    from giz_gesprek.content.library import Library
    from giz_gesprek.conversation.people import FamilySettings
    from giz_gesprek.plain.form import Form


def ask_wording(form: Form, library: Library, first: FamilySettings) -> FamilySettings:
    """Return how easy the words are, in which language and form, and what comes with them.

    Language and form of address are asked only where the content has more than one.
    """
    form.lines.part()
    rung = form.choice(_("The words"), rungs(), first.rung)
    language, address = first.language, first.address
    if len(library.languages) > 1:
        names = {code: language_name(code) for code in library.languages}
        language = form.choice(_("Language"), names, language)
    if len(library.addresses(language)) > 1:
        address = form.choice(_("How the parent is spoken to"), addresses(), address)
    changed: dict[str, object] = {
        "rung": rung,
        "language": language,
        "address": address,
        "pictures": form.yes(_("Show pictures beside the words."), kept=first.pictures),
        "read_aloud": form.yes(
            _("Read every step aloud. Without this, /v reads a step."), kept=first.read_aloud
        ),
        "speech_rate": form.choice(
            _("How fast the voice reads"), speech_rates(), first.speech_rate
        ),
    }
    if words := voices.for_a_family(first.voice):
        chosen = form.choice(_("Which voice reads"), words, first.voice or voices.AS_FOR_ALL)
        changed["voice"] = voices.kept(chosen)
    return first.model_copy(update=changed)
