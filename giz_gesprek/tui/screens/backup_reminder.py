"""That a backup is due, in one sentence among the families; never once there was a conversation."""

from __future__ import annotations

from textual import getters

from giz_gesprek.errors import StoreError
from giz_gesprek.i18n import _
from giz_gesprek.tui.host.host import Host
from giz_gesprek.tui.widgets.said import Said


class BackupReminder(Said):
    """Takes no room where nothing is due."""

    DEFAULT_CSS = "BackupReminder { display: none; padding: 0 1; color: $warning; }"

    app = getters.app(Host)

    def __init__(self) -> None:
        super().__init__("")
        self._ended = False

    def look(self) -> None:
        """Say it when one is due."""
        due = ""
        if not self._ended:
            try:
                due = self.app.families.whole_file().reminder()
            except StoreError:  # the list says what is wrong with the file
                due = ""
        how = _("Make one: Settings, then Backup.")
        self.update(f"{due} {how}" if due else "")
        self.display = bool(due)

    def end(self) -> None:
        """Say nothing more until the next start: a family may be looking on."""
        self._ended = True
        self.look()
