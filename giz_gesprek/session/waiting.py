"""What of a family waits for a moment alone, for the professional before a visit goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.conversation.said_on import has_words
from giz_gesprek.conversation.table import told_by_who_left
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.i18n import _

if TYPE_CHECKING:
    from giz_gesprek.content.library import Library
    from giz_gesprek.conversation.dossier import Conversation, Dossier


def waits_for_alone(library: Library, dossier: Dossier, conversation: Conversation) -> str:
    """Return, for the professional only, what is still to be talked about alone; empty for nothing.

    What was said on already in a moment alone is not among it.
    """
    words = Phrasebook(library, dossier.family.settings.language, "standard")
    titles = [
        words.text(f"{topic}.title")
        for topic in conversation.parked
        if topic in library.framework.topics and not has_words(conversation, topic)
    ]
    if not titles or conversation.state == "declined":
        return ""
    return _("Still to be talked about alone: {topics}.").format(topics="; ".join(titles))


def can_be_shown_alone(library: Library, dossier: Dossier, conversation: Conversation) -> bool:
    """Tell whether what waits can be shown to who sits there, when they say that they are alone.

    Not where it was told by somebody who left.
    """
    if not conversation.parked or conversation.state == "declined":
        return False
    return not told_by_who_left(Talk(library.framework, dossier, conversation.id))
