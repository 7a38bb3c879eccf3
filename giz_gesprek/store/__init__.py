"""Where families are kept: one encrypted file for one professional.

The surface is this module and :mod:`giz_gesprek.store.passphrase`; modules with an
underscore are its own. Errors are the :class:`~giz_gesprek.errors.StoreError` family. The
store keeps documents and gives them back: it knows no screens, no sound and no exports, and
reads no clock (``now`` is passed in).
"""

from importlib import import_module
from typing import TYPE_CHECKING

from giz_gesprek.store._files import refuse_no_file, store_exists

if TYPE_CHECKING:
    from giz_gesprek.conversation.change_log import Change, LoggedChange
    from giz_gesprek.store._records import (
        MOST_WEEKS,
        DeletionReceipt,
        DraftKey,
        FamilyRow,
        Forgotten,
        Profile,
        WentOut,
        new_id,
    )
    from giz_gesprek.store._store import Store

__all__ = [
    "MOST_WEEKS",
    "Change",
    "DeletionReceipt",
    "DraftKey",
    "FamilyRow",
    "Forgotten",
    "LoggedChange",
    "Profile",
    "Store",
    "WentOut",
    "new_id",
    "refuse_no_file",
    "store_exists",
]

# The first screen only asks whether there is a file: records and cipher take longer than that.
_LATER = (
    "giz_gesprek.store._records",
    "giz_gesprek.conversation.change_log",
    "giz_gesprek.store._store",
)


def __getattr__(name: str) -> object:
    """Return what is imported from here for the first time."""
    if name in __all__:
        for home in _LATER:
            module = import_module(home)
            if hasattr(module, name):
                globals()[name] = getattr(module, name)
                return globals()[name]
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
