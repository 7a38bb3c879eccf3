"""The application: theme, store, routing.

Screens know the app; the app knows no widget inside them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from giz_gesprek.tui.host.later import Later
from giz_gesprek.tui.host.voiced import VoicedApp
from giz_gesprek.tui.themes import LIGHT, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from giz_gesprek.content.library import Library
    from giz_gesprek.store import Profile, Store


class GizApp(VoicedApp):
    """The app on the laptop: unlock, families, conversation."""

    TITLE = "giz_gesprek"
    ENABLE_COMMAND_PALETTE = False
    # The first screen's sheets as well: one that comes later makes Textual read all of them again.
    CSS_PATH: ClassVar = ["app.tcss", "screens/professional.tcss", "screens/unlock.tcss"]
    # Textual declares both as variables of an instance, and reads them from the class.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (23, "-tall")]  # noqa: RUF012
    # Instead of Textual's own: leaving always asks, also from a field, and copies nothing.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,ctrl+c", "leave", show=False, system=True, priority=True),
    ]

    def __init__(
        self,
        *,
        library: Callable[[], Library],
        store_path: Path,
        language: str = "nl",
        passphrase: str | None = None,
        demo: bool = False,
    ) -> None:
        """Prepare the app.

        ``library`` reads the words; a thread does so while the store is being unlocked.
        ``passphrase`` opens the store without asking. ``demo`` opens the last conversation in
        it at once, and the list of families says that nothing is kept.
        """
        super().__init__()
        self._library = Later(library)
        self.store_path = store_path
        self.language = language
        self.given_passphrase = passphrase
        self.demo = demo
        self.store: Store | None = None
        # Here and not when mounted: then every style sheet would be read again.
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = LIGHT.name

    def on_mount(self) -> None:
        """Show the first screen."""
        from giz_gesprek.tui.screens.unlock import UnlockScreen

        self.push_screen(UnlockScreen())

    @property
    def library(self) -> Library:
        """The words that can be asked; waits for them where they are still being read."""
        return self._library.get()

    def pronunciations(self, language: str) -> Mapping[str, str]:
        """Return how words of a language are said where the voice would say them wrongly."""
        return self.library.pronunciations.of(language)

    @work(thread=True, exit_on_error=False)
    def read_library(self) -> None:
        """Read the words a little before they are needed; a mistake in them shows then."""
        # What comes on the screen next is read along: it is as large.
        import giz_gesprek.tui.screens.families  # noqa: F401

        self._library.get()

    @property
    def opened_store(self) -> Store:
        """The store; only screens after the unlock screen may ask for it."""
        if self.store is None:
            message = "the store is locked"
            raise RuntimeError(message)
        return self.store

    def show_families(self, store: Store) -> None:
        """Take the opened store and show the families in it."""
        from giz_gesprek.tui.screens.families import FamiliesScreen

        self.store = store
        self.switch_screen(FamiliesScreen())
        if self.demo:
            family = store.families()[0]
            self.open_conversation(family.id, store.read(family.id).conversations[-1].id)

    def use_profile(self, profile: Profile) -> None:
        """Take over how the professional likes the program."""
        known = {theme.name for theme in THEMES}
        self.theme = profile.theme if profile.theme in known else LIGHT.name
        self.idle.minutes = profile.idle_minutes

    def open_conversation(self, family_id: str, conversation_id: str) -> None:
        """Show a conversation at the step where it stands."""
        from giz_gesprek.session.session import Session
        from giz_gesprek.tui.screens.conversation import ConversationScreen

        dossier = self.opened_store.read(family_id)
        self.push_screen(
            ConversationScreen(Session(self.opened_store, self.library, dossier, conversation_id))
        )

    async def action_leave(self) -> None:
        """Ask whether to stop; everything has been kept by then."""
        from giz_gesprek.tui.screens.quit import QuitScreen

        if not isinstance(self.screen, QuitScreen):
            await self.push_screen(QuitScreen(), self._leave_when_sure)

    def _leave_when_sure(self, sure: bool | None) -> None:  # noqa: FBT001 - Textual calls it
        if sure:
            self.exit()

    def on_unmount(self) -> None:
        """Close the store."""
        if self.store is not None:
            self.store.close()
            self.store = None
