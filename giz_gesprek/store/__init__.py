"""Where families are kept: one encrypted file for one professional.

The surface is this module and :mod:`giz_gesprek.store.passphrase`; modules with an
underscore are its own. Errors are the :class:`~giz_gesprek.errors.StoreError` family. The
store keeps documents and gives them back: it knows no screens, no sound and no exports, and
reads no clock (``now`` is passed in).
"""

from giz_gesprek.store._files import store_exists
from giz_gesprek.store._records import (
    MOST_WEEKS,
    Change,
    DeletionReceipt,
    DraftKey,
    FamilyRow,
    Forgotten,
    LoggedChange,
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
    "store_exists",
]
