"""A professional's own examples for a family: found, written, taken away.

Pure, like all that changes a document. Must not know which examples the content has.
"""

from __future__ import annotations

from giz_gesprek.conversation.people import Family, OwnExample


def own_example(family: Family, text_id: str) -> OwnExample | None:
    """Return the example that was written for this family beside a text, or None."""
    return next((example for example in family.examples if example.text_id == text_id), None)


def with_example(family: Family, new: OwnExample) -> Family:
    """Return the family with ``new`` in the place of an earlier example for the same text."""
    others = without_example(family, new.text_id).examples
    return family.model_copy(update={"examples": (*others, new)})


def without_example(family: Family, text_id: str) -> Family:
    """Return the family without an example for this text."""
    kept = tuple(example for example in family.examples if example.text_id != text_id)
    return family.model_copy(update={"examples": kept})
