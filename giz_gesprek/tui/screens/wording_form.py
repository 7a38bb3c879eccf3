"""How a family likes the words: the same lines when preparing and when changing it later."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar, get_args

from textual import on
from textual.containers import Vertical

from giz_gesprek.content.address import Address
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.people import FamilySettings, SpeechRate
from giz_gesprek.i18n import _, language_name
from giz_gesprek.session import voices
from giz_gesprek.session.labels import addresses, rungs, speech_rates
from giz_gesprek.session.step_parts import Option
from giz_gesprek.tui.widgets.choice_list import ChoiceList
from giz_gesprek.tui.widgets.said import Said
from giz_gesprek.tui.widgets.tick import Tick

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.content.library import Library

_Id = TypeVar("_Id", bound=str)


class WordingForm(Vertical):
    """How easy the words are, in which language and form of address, and what comes with them.

    Language and form of address are asked only where the content has more than one.
    """

    DEFAULT_CSS = "WordingForm { height: auto; } WordingForm #address { margin: 1 0 0 0; }"

    def __init__(self, library: Library, first: FamilySettings) -> None:
        super().__init__()
        self._library = library
        self._first = first

    def compose(self) -> ComposeResult:
        """Lay out the lists and the boxes."""
        yield _choices("rung", rungs(), self._first.rung)
        languages = self._library.languages
        if len(languages) > 1:
            yield Said(_("Language"), classes="said gap")
            names = {language: language_name(language) for language in languages}
            yield _choices("language", names, self._first.language)
        yield _choices("address", addresses(), self._first.address)
        yield Tick(
            _("Show pictures beside the words."),
            value=self._first.pictures,
            id="pictures",
            classes="gap",
        )
        yield Tick(
            _("Read every step aloud. Without this, F2 reads a step."),
            value=self._first.read_aloud,
            id="read-aloud",
        )
        yield Said(_("How fast the voice reads"), classes="said gap")
        yield _choices("speech-rate", speech_rates(), self._first.speech_rate)
        if words := voices.for_a_family(self._first.voice):
            yield Said(_("Which voice reads"), classes="said gap")
            yield _choices("voice", words, self._first.voice or voices.AS_FOR_ALL)

    def on_mount(self) -> None:
        """Ask what can be chosen in the language that there is."""
        self._ask_for_address()

    @property
    def settings(self) -> FamilySettings:
        """Everything as it is filled in; what is not asked stays as it was."""
        rung = self.query_one("#rung", ChoiceList).chosen
        address = self.query_one("#address", ChoiceList).chosen
        rate = self.query_one("#speech-rate", ChoiceList).chosen
        return FamilySettings(
            rung=next(one for one in get_args(Rung) if one == rung),
            language=self._language,
            address=next(one for one in get_args(Address) if one == address),
            read_aloud=self.query_one("#read-aloud", Tick).value,
            speech_rate=next(one for one in get_args(SpeechRate) if one == rate),
            voice=self._voice,
            pictures=self.query_one("#pictures", Tick).value,
        )

    @property
    def _language(self) -> str:
        chosen = next((each.chosen for each in self.query("#language").results(ChoiceList)), None)
        return chosen or self._first.language

    @property
    def _voice(self) -> str | None:
        asked = next(iter(self.query("#voice").results(ChoiceList)), None)
        return self._first.voice if asked is None else voices.kept(asked.chosen)

    @on(ChoiceList.Chosen)
    def show_forms_of_address(self) -> None:
        """Follow the language: not every one has more forms of address."""
        self._ask_for_address()

    def _ask_for_address(self) -> None:
        forms = self._library.addresses(self._language)
        self.query_one("#address").display = len(forms) > 1


def _choices(name: str, words: Mapping[_Id, str], chosen: str) -> ChoiceList:
    options = [Option(key, label, digit) for digit, (key, label) in enumerate(words.items(), 1)]
    return ChoiceList(options, chosen, id=name)
