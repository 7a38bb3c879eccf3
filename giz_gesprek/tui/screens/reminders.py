"""What is due, in a few sentences among the families; never once there was a conversation.

A backup, and families that are kept here long after their report. It names nobody.
"""

from __future__ import annotations

from textual import getters

from giz_gesprek.errors import StoreError
from giz_gesprek.i18n import _
from giz_gesprek.tui.host.host import Host
from giz_gesprek.tui.widgets.said import Said


class Reminders(Said):
    """Takes no room where nothing is due."""

    DEFAULT_CSS = "Reminders { display: none; padding: 0 1; color: $warning; }"

    app = getters.app(Host)

    def __init__(self) -> None:
        super().__init__("")
        self._ended = False

    def look(self) -> None:
        """Say it when something is due."""
        due = "" if self._ended else "\n".join(filter(None, self._due()))
        self.update(due)
        self.display = bool(due)

    def _due(self) -> tuple[str, ...]:
        families = self.app.families
        try:
            backup, kept_long = families.whole_file().reminder(), families.retention().in_list()
        except StoreError:  # the list says what is wrong with the file
            return ()
        how = _("Make one: Settings, then Backup and passphrase.")
        return f"{backup} {how}" if backup else "", kept_long

    def end(self) -> None:
        """Say nothing more until the next start: a family may be looking on."""
        self._ended = True
        self.look()
