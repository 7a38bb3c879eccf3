"""The application: style sheets, keys that work everywhere, and which screen is shown.

Screens know it as their host; it knows the screens, and no widget inside them. Each is loaded
when it is shown: nobody waits for the one after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from giz_gesprek.session.opening import is_first_start, load_opening
from giz_gesprek.tui.host.host import Host

if TYPE_CHECKING:
    from textual.screen import Screen

    from giz_gesprek.session.opening import Unlocked
    from giz_gesprek.session.passphrase_check import PassphraseCheck
    from giz_gesprek.session.session import Session
    from giz_gesprek.tui.dialogs.explaining import ExplainingScreen


LOCK_ID: Final = "locked"


class GizApp(Host):
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

    def on_mount(self) -> None:
        """Show the first screen."""
        from giz_gesprek.tui.screens.unlock import UnlockScreen

        self.push_screen(self._missing() or UnlockScreen())

    def _missing(self) -> Screen[None] | None:
        """Return what says that the file has gone, where there was one."""
        if not is_first_start(self.store_path):
            return None
        # Which is seldom.
        from giz_gesprek.session.places import is_missing
        from giz_gesprek.tui.screens.missing import MissingScreen

        return MissingScreen() if is_missing(self.store_path) else None

    def show_unlocking(self) -> None:
        """Ask for the passphrase of the file, or make it where there is none."""
        from giz_gesprek.tui.screens.unlock import UnlockScreen

        self.switch_screen(UnlockScreen())

    def load_list(self) -> None:
        """Load what unlocks, and the list of families."""
        # In the order in which they are needed: a key is derived while the rest is loaded.
        load_opening()
        import giz_gesprek.tui.screens.families  # noqa: F401

    def load_conversation(self) -> None:
        """Load what is done with a family, and the conversation."""
        import giz_gesprek.tui.screens.conversation
        import giz_gesprek.tui.screens.family_desk  # noqa: F401

    def show_families(self, unlocked: Unlocked) -> None:
        """Take what was unlocked, and show the families in it."""
        from giz_gesprek.session.families import Families
        from giz_gesprek.tui.screens.families import FamiliesScreen

        self.families = Families(unlocked.store, self._library.get)
        self.use_profile(unlocked.profile)
        if not self.demo:  # nothing in it is secret
            self.guard(unlocked.check)
        self.switch_screen(FamiliesScreen())

    def show_families_again(self) -> None:
        """Close what stands over the list of families, which is that of another file now."""
        from giz_gesprek.tui.screens.families import FamiliesScreen

        while not isinstance(self.screen, FamiliesScreen):
            self.pop_screen()

    def open_conversation(self, session: Session) -> None:
        """Show a conversation at the step where it stands."""
        from giz_gesprek.session.voices import voice_of
        from giz_gesprek.tui.screens.conversation import ConversationScreen

        self.session = session
        self._hide_names()
        self.use_voice(voice_of(session))
        self.push_screen(ConversationScreen(session), self._forget_conversation)

    def _forget_conversation(self, _result: None) -> None:
        self.session = None

    def cover(self, check: PassphraseCheck) -> None:
        """Show the lock screen over everything, unless it is there."""
        from giz_gesprek.tui.screens.lock import LockScreen

        if not self.is_covered():
            self._hide_names()
            self.push_screen(LockScreen(check, id=LOCK_ID))

    def _hide_names(self) -> None:
        """Take the names of other families away: who comes back may have somebody beside them."""
        from giz_gesprek.tui.screens.families import FamiliesScreen

        for screen in self.screen_stack:
            if isinstance(screen, FamiliesScreen):
                screen.hide_names()

    def is_covered(self) -> bool:
        """Tell whether the lock screen is over everything."""
        return any(screen.id == LOCK_ID for screen in self.screen_stack)

    def on_explaining_screen_words_asked(self, event: ExplainingScreen.WordsAsked) -> None:
        """Explain words over the screen on which they stand."""
        from giz_gesprek.tui.dialogs.words_help import WordsHelpScreen

        self.push_screen(WordsHelpScreen(event.phrases, event.words))

    async def action_leave(self) -> None:
        """Ask whether to stop; everything has been kept by then."""
        from giz_gesprek.tui.screens.quit import QuitScreen

        if not isinstance(self.screen, QuitScreen):
            await self.push_screen(QuitScreen(), self._leave_when_sure)

    def _leave_when_sure(self, sure: bool | None) -> None:  # noqa: FBT001 - Textual calls it
        if sure:
            self.exit()
