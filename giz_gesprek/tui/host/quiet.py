"""An app that ends without Textual's traceback, which prints local variables: names and answers."""

from __future__ import annotations

from textual.app import App


class QuietApp(App[None]):
    """Keeps the error that ended it for the one boundary that reports it."""

    @property
    def failure(self) -> Exception | None:
        """The error that ended the app, or None."""
        return self._exception

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()
