"""Questions that help the professional to go deeper on a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from giz_gesprek.session.session import Session


def prompts(session: Session) -> tuple[str, ...]:
    """Return the professional's own questions for the topic of this step; none without one."""
    topic = session.step.position.topic
    if topic is None or topic not in session.framework.topics:
        return ()
    phrases = session.phrases()
    ids = [
        f"{topic}.{slot}"
        for slot, spec in session.framework.slots_of(topic).items()
        if spec.audience == "professional"
    ]
    return tuple(phrases.text(text_id) for text_id in ids if phrases.has(text_id))
