"""A family is taken over from a file, after seeing what is in it."""

from __future__ import annotations

from textual import on
from textual.widgets import Button

from giz_gesprek.i18n import _
from giz_gesprek.session.family_files import explanation
from giz_gesprek.session.taking_over import Incoming
from giz_gesprek.tui.screens.looking import LookingScreen, Wording


class TakeOverScreen(LookingScreen[None]):
    """Asks for a file and its passphrase, shows what is in it, and takes it over."""

    def __init__(self) -> None:
        """Begin without a file."""
        super().__init__()
        self._files = self.app.families.files()
        self._found: Incoming | None = None

    def wording(self) -> Wording:
        """Say what taking over does."""
        return Wording(
            title=_("Take over a file"),
            explanation=explanation(),
            file=_("The file is here"),
            passphrase=_("Passphrase of the file"),
            look=_("Look into the file"),
            take=_("Take over this family"),
        )

    def forget(self) -> None:
        """Take over nothing that was not looked into."""
        self._found = None

    def look_into(self, place: str, passphrase: str) -> Incoming:
        """Open the file."""
        return self._files.look_into(place, passphrase)

    def take_result(self, result: object) -> None:
        """Show what the file holds."""
        super().take_result(result)
        if isinstance(result, Incoming):
            self._found = result
            holds = "\n".join((*result.holds, "", result.told))
            self.show_holds(holds, can_be_taken=result.can_be_taken)

    @on(Button.Pressed, "#take")
    def take_family_over(self) -> None:
        """Keep the family, and go back to the list."""
        if self._found is None:
            return
        with self.telling():
            told = self._files.take_over(self._found)
            self.close_and_tell(None, told)
