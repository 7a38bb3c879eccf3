"""The standard text of what was asked, kept so that an old conversation stays readable."""

from __future__ import annotations

from giz_gesprek.content.address import PLAIN, Address
from giz_gesprek.content.company import Company
from giz_gesprek.content.library import Library
from giz_gesprek.conversation.steps import QuestionStep, Step


def asked_wording(
    library: Library,
    step: Step,
    *,
    language: str,
    phase: str | None,
    address: Address = PLAIN,
    company: Company | None = None,
) -> dict[str, str]:
    """Return the standard texts of a question step by id: title of the topic, question, choices.

    Placeholders stay as they are, so that no name is stored twice.
    """
    framework = library.framework
    if not isinstance(step, QuestionStep) or step.question not in framework.questions:
        return {}
    scale = framework.questions[step.question].scale
    ids = [framework.question_text(step.question, step.topic)]
    if step.topic is not None:
        ids.append(f"{step.topic}.title")
    if scale is not None:
        ids.extend(f"{scale}.{choice}" for choice in framework.scales[scale])
    found = {
        text_id: library.find(
            text_id,
            language=language,
            rung="standard",
            phase=phase,
            address=address,
            company=company,
        )
        for text_id in ids
    }
    return {text_id: words.text for text_id, words in found.items() if words is not None}
