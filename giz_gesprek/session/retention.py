"""How long a family is kept here once a report went out, and the reminder when that is long.

This program is no second archive: the organisation's record is. It reminds and deletes nothing by
itself. Only the professional reads it, in the list of families and never during a conversation.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from giz_gesprek.i18n import _, format_date, local_time, ngettext
from giz_gesprek.store import Change

if TYPE_CHECKING:
    from giz_gesprek.store import Store

_KEPT_LONGER: Final = "kept_longer"


class Retention:
    """What is kept longer than the term of the professional's settings, in one open file.

    Every method raises a :class:`~giz_gesprek.errors.StoreError` when the file refuses.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def kept_long(self) -> dict[str, datetime]:
        """Return when the last report went out of each family that is kept longer than the term.

        Without one where a conversation began after it: that family is not done. Whoever keeps a
        family longer begins the term anew. No document is read for it.
        """
        weeks = self._store.profile().kept_weeks
        if weeks is None:
            return {}
        before = self._clock() - timedelta(weeks=weeks)
        went_out = self._store.went_out().items()
        due = {family_id: went for family_id, went in went_out if went.counts_from <= before}
        # Most of the time there is none: then the list is not read for it.
        began = {row.id: row.last_at for row in self._store.families()} if due else {}
        return {
            family_id: went.exported_at
            for family_id, went in due.items()
            if not ((last := began.get(family_id)) and last > went.exported_at)
        }

    def in_list(self) -> str:
        """Return the reminder above the list of families, which names nobody; empty for none."""
        count = len(self.kept_long())
        if not count:
            return ""
        return ngettext(
            "{count} family is still here, long after its last report. Open it to choose: give it"
            " along, delete it, or keep it longer.",
            "{count} families are still here, long after their last report. Open one to choose:"
            " give it along, delete it, or keep it longer.",
            count,
        ).format(count=count)

    def of_family(self, family_id: str) -> str:
        """Return the reminder at a family; empty for none."""
        exported_at = self.kept_long().get(family_id)
        if exported_at is None:
            return ""
        weeks = self._store.profile().kept_weeks or 0
        return ngettext(
            "The last report of this family was made on {day}, more than {weeks} week ago. Is it in"
            " the organisation's own record? Then delete this family here, or give it along as a"
            " file first.",
            "The last report of this family was made on {day}, more than {weeks} weeks ago. Is it"
            " in the organisation's own record? Then delete this family here, or give it along as"
            " a file first.",
            weeks,
        ).format(day=format_date(local_time(exported_at).date()), weeks=weeks)

    def keep_longer(self, family_id: str) -> str:
        """Begin the term of a family anew; return a sentence that says so.

        Raises:
            NotInStore: there is no such family.

        """
        now, weeks = self._clock(), self._store.profile().kept_weeks or 0
        change = Change(item="family", action=_KEPT_LONGER)
        self._store.save(self._store.read(family_id), now=now, change=change)
        day = local_time(now + timedelta(weeks=weeks)).date()
        return _("This family stays. The reminder comes back on {day}.").format(
            day=format_date(day)
        )
