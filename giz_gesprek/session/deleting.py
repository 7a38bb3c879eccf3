"""Deleting a family or one conversation for good: what is asked, and the receipt afterwards.

A receipt holds nothing personal. It can be kept as a file beside the papers.
"""

from __future__ import annotations

from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING

from giz_gesprek.errors import OutputError
from giz_gesprek.files import is_there, write_file
from giz_gesprek.i18n import _, format_datetime, local_time, ngettext

if TYPE_CHECKING:
    from giz_gesprek.store import DeletionReceipt


def family_question(label: str) -> str:
    """Return what is asked before a family is deleted."""
    return _(
        "Delete {label} for good? All conversations of this family go. Without a backup nobody can"
        " bring them back. Old backups still hold them: make a new one afterwards, and delete the"
        " old ones. The organisation's own record is the dossier."
    ).format(label=label)


def conversation_question(words: str) -> str:
    """Return what is asked before one conversation is deleted; ``words`` say which."""
    return _(
        "Delete this conversation for good ({words})? All that was said in it goes. Without a"
        " backup nobody can bring it back. Old backups still hold it: make a new one afterwards,"
        " and delete the old ones. The other conversations of this family stay."
    ).format(words=words)


def family_receipt(receipt: DeletionReceipt) -> str:
    """Return in words that a family was deleted."""
    number = receipt.conversations
    return ngettext(
        "Deleted for good on {moment}: one family with {count} conversation. File {store_id}.",
        "Deleted for good on {moment}: one family with {count} conversations. File {store_id}.",
        number,
    ).format(moment=format_datetime(receipt.at), count=number, store_id=receipt.store_id)


def conversation_receipt(receipt: DeletionReceipt) -> str:
    """Return in words that a conversation was deleted."""
    return _("Deleted for good on {moment}: one conversation. File {store_id}.").format(
        moment=format_datetime(receipt.at), store_id=receipt.store_id
    )


def keep_receipt(told: str, now: datetime) -> str:
    """Write a receipt as a new file among the papers; return a sentence that says where it is.

    Raises:
        OutputError: it cannot be written there.

    """
    from giz_gesprek.session.papers import paper_folder  # it brings typesetting along

    name = _("deleted-{day}").format(day=local_time(now).date().isoformat())
    try:
        names = (f"{name}-{number}.txt" if number > 1 else f"{name}.txt" for number in count(1))
        path = next(each for each in map(paper_folder().joinpath, names) if not is_there(each))
        write_file(path, f"{told}\n".encode())
    except OSError as error:
        message = _("The receipt cannot be written among your documents. Copy it yourself:")
        raise OutputError(f"{message} {told}") from error
    return _("The receipt is in {path}.").format(path=path)
