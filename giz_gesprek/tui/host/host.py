"""What a screen may ask of the application: words, families, voice, lock, and the ways on.

Owns what outlives a screen. Knows no screen: whoever shows one says how, in a class of its own.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from giz_gesprek.clipboard import Clipboard, terminal_takes_codes, to_terminal
from giz_gesprek.session.later import Later
from giz_gesprek.tui.host.drawing import DrawingApp
from giz_gesprek.tui.host.styles import StylesheetParsedOnce
from giz_gesprek.tui.images.ask import Terminal
from giz_gesprek.tui.themes import LIGHT, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from giz_gesprek.content.library import Library
    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session.families import Families
    from giz_gesprek.session.opening import Unlocked
    from giz_gesprek.session.session import Session
    from giz_gesprek.store import Profile


class Host(DrawingApp):
    """The app as its screens know it."""

    def __init__(
        self,
        *,
        library: Callable[[], Library],
        store_path: Path,
        language: str = "nl",
        passphrase: str | None = None,
        demo: bool = False,
        terminal: Terminal | None = None,
    ) -> None:
        """Prepare the app.

        ``library`` reads the words; a thread does so while the store is being unlocked.
        ``passphrase`` opens the store without asking. ``demo`` opens the last conversation in
        it at once, and the list of families says that nothing is kept. ``terminal`` is what is
        known of it: one that may be asked about images is asked behind the first picture.

        ``last_notices`` is what is left to tell about the file when the app has ended.
        """
        super().__init__(terminal or Terminal())
        self.stylesheet = StylesheetParsedOnce(variables=self.get_css_variables())
        self._library = Later(library)
        self._families: Families | None = None
        self.session: Session | None = None
        self.store_path = store_path
        self.language = language
        self.given_passphrase = passphrase
        self.demo = demo
        self.last_notices: tuple[str, ...] = ()
        self.copies = Clipboard(self._to_terminal if terminal_takes_codes() else None)
        # Here and not when mounted: then every style sheet would be read again.
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = LIGHT.name

    # What the app provides, which knows the screens.

    def show_unlocking(self) -> None:
        """Ask for the passphrase of the file, or make it where there is none."""
        raise NotImplementedError

    def show_families(self, unlocked: Unlocked) -> None:
        """Take what was unlocked, and show the families in it."""
        raise NotImplementedError

    def show_families_again(self) -> None:
        """Close what stands over the list of families, which is that of another file now."""
        raise NotImplementedError

    def open_conversation(self, session: Session) -> None:
        """Show a conversation at the step where it stands."""
        raise NotImplementedError

    async def action_leave(self) -> None:
        """Ask whether to stop; everything has been kept by then."""
        raise NotImplementedError

    def load_list(self) -> None:
        """Load what unlocks, and the screen that comes after it; called on a thread."""
        raise NotImplementedError

    def load_conversation(self) -> None:
        """Load the screens that come after that one; called on a thread."""
        raise NotImplementedError

    def _to_terminal(self, codes: str) -> None:
        """Write codes between what is drawn, or to the terminal itself once that has ended."""
        if self._driver is not None and self.is_running:
            self._driver.write(codes)
        else:
            to_terminal(codes)

    # What all screens share.

    @property
    def library(self) -> Library:
        """The words that can be asked; waits for them where they are still being read."""
        return self._library.get()

    # What is read ahead.

    def begin_reading(self) -> None:
        """Ask the terminal, and read words and list; a mistake in the words shows when needed."""
        self.ask_terminal()
        self._read_list()

    @work(thread=True, group="reading", exit_on_error=False)
    def _read_list(self) -> None:
        self.load_list()
        self._library.get()

    @work(thread=True, group="reading", exit_on_error=False)
    def read_on(self) -> None:
        """Load what comes after the list of families."""
        self.load_conversation()

    @property
    def book(self) -> Phrasebook:
        """The words of the conversation on the screen, or else those of the program."""
        # The first screen has no words of the content.
        from giz_gesprek.content.phrases import Phrasebook

        if self.session is not None:
            return self.session.phrases()
        return Phrasebook(self.library, self.language)

    def pronunciations(self, language: str) -> Mapping[str, str]:
        """Return how words of a language are said where the voice would say them wrongly."""
        return self.library.pronunciations.of(language)

    @property
    def families(self) -> Families:
        """The families in the open file; only screens after the unlock screen may ask for them."""
        if self._families is None:
            message = "the store is locked"
            raise RuntimeError(message)
        return self._families

    @families.setter
    def families(self, families: Families) -> None:
        self._families = families

    def use_profile(self, profile: Profile) -> None:
        """Take over how the professional likes the program."""
        known = {theme.name for theme in THEMES}
        self.theme = profile.theme if profile.theme in known else LIGHT.name
        self.idle.minutes = profile.idle_minutes
        self.want_pictures(profile.pictures)

    def close_families(self) -> None:
        """Close the file with families; what is left to tell about it is in ``last_notices``."""
        if self._families is not None:
            self._families.close()
            self.last_notices = self._families.take_notices()
            self._families = None

    def on_unmount(self) -> None:
        """Close the families."""
        self.close_families()
