"""A conversation in a real terminal, as two people at one keyboard have it.

Owns the way through the screens, and a list of its own of what was said: it asks nothing of the
program but its wording. Every step waits for its heading and its question before it answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal

from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.conversation import choosing, flow
from giz_gesprek.conversation.answers import AnswerState
from giz_gesprek.conversation.beginning import new_conversation
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.people import Family, Person
from giz_gesprek.conversation.steps import QuestionStep, Step
from giz_gesprek.i18n import _
from giz_gesprek.store import Profile, Store, _cipher
from tests.store.support import NOW
from tests.support.dossiers import framework, library, talk_of
from tests.support.terminal import Terminal

PASSPHRASE: Final = "zeven paarse olifanten dansen"
CHILD: Final = "Zoë"
BROTHER: Final = "Noël d'Été"
PARENT: Final = "Ayşe"
PROFESSIONAL: Final = "Renée"
ORGANISATION: Final = "Wijkteam 't Hart"
FAMILY: Final = "Gezin Ünal"
TOGETHER: Final = ""
"""Whose answer it is when everybody at the table chooses."""

Place = tuple[str, str, str]
"""Who, on which topic, at which question."""

_ASIDES: Final = {
    "dont_know": ("button.dont_know", 4),
    "rather_not_say": ("button.rather_not_say", 5),
}


@dataclass(frozen=True)
class Said:
    """An answer as those at the table remember it."""

    state: AnswerState = "answered"
    words: str | None = None
    choice: str | None = None


class Talk:
    """Goes through the steps in order; ``said`` is the list of the test."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.said: dict[Place, Said] = {}

    def text(self, text_id: str, who: str = PROFESSIONAL, **values: str) -> str:
        """Return the words of a text on the family's screens, without its last line end."""
        names = {"child": CHILD, "name": who, "organisation": ORGANISATION}
        book = Phrasebook(library(), phase="0-4", names=names, company="alone")
        return book.text(text_id, **values).strip()

    def sees(self, *texts: str) -> None:
        """Wait for these words."""
        self.terminal.wait_for(*texts)

    def has_heading(self, heading: str) -> None:
        """Wait for the line at the top."""
        self.terminal.wait_for(heading)

    # --- pages --------------------------------------------------------------------------

    def reads(self, text_id: str, who: str = PROFESSIONAL) -> None:
        """Read a page and go on."""
        self.sees(self.text(text_id, who), self.text("button.next"))
        self.terminal.press("Enter")

    def agrees(self) -> None:
        """Read the welcome and the agreement, say yes, and practise."""
        for page in (*framework().pages["welcome"], *framework().pages["agreement"]):
            self.reads(page)
        self.sees(self.text("agreement.start"))
        self.lights(1)
        self.sees(self.text("practice.drink"))
        self.terminal.press("F5")
        self.sees(self.text("practice.skipped"))

    def opens(self, side: str, topics: Iterable[str]) -> None:
        """Choose a side, and topics on its pages of three."""
        self.sees(self.text(f"side.{side}"), self.text("key.f9"))
        self.lights(list(framework().sides).index(side) + 1)
        offered, chosen = framework().sides[side].topics, set(topics)
        for number, page in enumerate((offered[:3], offered[3:])):
            if number:
                self.terminal.press("4")  # the other topics
            # Side by side a title may take two lines; its words stay whole.
            titles = (self.text(f"{topic}.title") for topic in page)
            words = (word for title in titles for word in title.split())
            self.sees(self.text("topics.choose"), *words)
            for digit, topic in enumerate(page, start=1):
                if topic in chosen:
                    self.terminal.press(str(digit))
                    self.sees(f"✔ {digit}")
        self.terminal.press("Enter")

    def takes_turn(self) -> None:
        """See that the laptop is turned to the professional."""
        self.sees(self.text("turn.professional"))

    def begins(self, topic: str) -> None:
        """See above the first question what a topic is about."""
        self.sees(self.text(f"{topic}.opening"))

    def hears(self, topic: str, *words: str) -> None:
        """Hear back what was written, and find it right."""
        self.has_heading(f"{self.text(f'{topic}.title')} · {self.text('read_back.title')}")
        self.sees(*words)
        self.terminal.press("Enter")

    def compares(self, topic: str, verdict: str | None) -> None:
        """Look at the views beside each other."""
        self.has_heading(f"{self.text(f'{topic}.title')} · {self.text('side_by_side.title')}")
        self.sees(*([self.text(f"side_by_side.{verdict}")] if verdict else []))
        self.terminal.press("Enter")

    # --- answers ------------------------------------------------------------------------

    def is_asked(self, who: str, topic: str, question: str) -> None:
        """Wait until this question is asked of this person."""
        spec = framework().questions[question]
        speaker = who if spec.asked_of in {"professional", "each_voice"} else PROFESSIONAL
        heading = f"{self.text(f'{topic}.title')} · {who or self.text('conclusion.title')}"
        self.has_heading(heading)
        asked = framework().question_text(question, topic, of_professional=who == PROFESSIONAL)
        self.sees(self.text(asked, speaker))

    def chooses(self, who: str, topic: str, question: str, choice: str) -> None:
        """Choose, see what is chosen, and confirm."""
        self.is_asked(who, topic, question)
        spec = framework().questions[question]
        offered = [
            each for each in framework().scales[spec.scale or ""] if each not in spec.leaves_out
        ]
        self.lights(offered.index(choice) + 1)
        self.said[who, topic, question] = Said(choice=choice)

    def tells(self, who: str, topic: str, question: str, words: str) -> None:
        """Say something that is typed letter by letter, on one line."""
        self.is_asked(who, topic, question)
        self.terminal.type(words)
        self.sees(words)
        self.terminal.press("Enter")
        self.said[who, topic, question] = Said(words=words)

    def says_nothing(self, who: str, topic: str, question: str) -> None:
        """Leave own words empty: nothing is kept."""
        self.is_asked(who, topic, question)
        self.terminal.press("Enter")

    def skips(self, who: str, topic: str, question: str) -> None:
        """Pass a question."""
        self.is_asked(who, topic, question)
        self.terminal.press("F5")
        self.said[who, topic, question] = Said("skipped")

    def will_not_say(
        self,
        who: str,
        topic: str,
        question: str,
        state: Literal["dont_know", "rather_not_say"],
    ) -> None:
        """Take one of the two answers that are set apart."""
        self.is_asked(who, topic, question)
        text_id, digit = _ASIDES[state]
        if framework().questions[question].answer == "choice":
            self.lights(digit)
        else:
            self.terminal.click(self.text(text_id))
        self.said[who, topic, question] = Said(state)

    def lights(self, digit: int) -> None:
        """Choose by digit, see that it is lit, and confirm."""
        self.terminal.press(str(digit))
        self.terminal.wait_for(_lit(digit))
        self.terminal.press("Enter")


def _lit(digit: int) -> Callable[[str], bool]:
    mark = re.compile(f"▶ ?{digit} ")
    return lambda screen: mark.search(screen) is not None


# --- before the program starts --------------------------------------------------------------


def at_table(*topics: str, position: Step | None = None) -> Dossier:
    """Return the family with a conversation: prepared, or agreed on about these topics."""
    people = (
        Person(id="zoe", name=CHILD, role="child", age_band="0-3"),
        Person(id="parent", name=PARENT, role="parent"),
        Person(id="nurse", name=PROFESSIONAL, role="professional", organisation=ORGANISATION),
    )
    family = Family(id="f1", label=FAMILY, people=people)
    prepared = new_conversation(
        framework(),
        family,
        conversation_id="talk-1",
        now=NOW,
        variant="extended",
        focus_child="zoe",
        at_the_table=("parent", "nurse"),
        content_version="test",
    )
    talk = talk_of(family, prepared)
    if topics:
        talk = flow.agree(talk, now=NOW)
    for topic in topics:
        side = framework().side_of(topic) or ""
        talk = choosing.choose_topic(choosing.open_side(talk, side), side, topic)
    if position is not None:
        talk = flow.jump(talk, position)
    return talk.dossier


def question_step(topic: str, question: str) -> Step:
    """Return the step at which the parent is asked about the child."""
    return QuestionStep(topic=topic, child_id="zoe", person_id="parent", question=question)


def keep_in_store(path: Path, dossier: Dossier) -> None:
    """Make a file with this family in it; the same one again is a copy, and takes no time."""
    path.parent.mkdir(parents=True)
    path.write_bytes(_file_with(dossier.model_dump_json(), _cipher.KDF_ITERATIONS))


@cache
def _file_with(document: str, iterations: int) -> bytes:
    """Return a file with the family of a document, whose key takes so many rounds."""
    del iterations
    with TemporaryDirectory() as folder:
        path = Path(folder) / "families.db"
        with Store.create(path, PASSPHRASE, NOW) as store:
            me = Profile(name=PROFESSIONAL, organisation=ORGANISATION, backed_up_at=NOW)
            store.save_profile(me)
            store.save(Dossier.model_validate_json(document), now=NOW)
        return path.read_bytes()


# --- the professional's screens -------------------------------------------------------------


def make_file(terminal: Terminal) -> None:
    """Choose a passphrase and say who one is."""
    terminal.wait_for(_("Choose a passphrase"))
    terminal.fill(_("Passphrase"), PASSPHRASE)
    terminal.wait_for(_("No mistake was found that many people make."))
    terminal.fill(_("The same passphrase again"), PASSPHRASE)
    terminal.press("Enter")
    terminal.wait_for(_("There is a passphrase."))
    terminal.fill(_("Your name"), PROFESSIONAL)
    terminal.fill(_("Your organisation"), ORGANISATION)
    terminal.click(_("Make my file"))
    terminal.wait_for(_("New family"))


def unlock(terminal: Terminal, passphrase: str = PASSPHRASE) -> None:
    """Open the file that there is."""
    terminal.wait_for(_("Your passphrase"))
    terminal.type(passphrase)
    terminal.press("Enter")


def prepare(terminal: Terminal) -> None:
    """Set up a conversation about a child who has a brother, and begin it."""
    terminal.press("Enter")
    terminal.wait_for_focus(_("Name or code"))
    terminal.type(FAMILY)
    terminal.fill(_("First name"), CHILD, below=_("The children"))
    _choose_age(terminal)
    terminal.scroll_to(_("Add a child"))
    terminal.click(_("Add a child"))
    terminal.wait_for_focus(_("First name"))
    terminal.type(BROTHER)
    terminal.wait_for(BROTHER)
    _choose_age(terminal)
    terminal.scroll_to(_("Earlier"))
    terminal.fill(_("First name"), PARENT, below=_("At the table"))
    terminal.wait_for(PARENT)
    terminal.click(_("Begin"))


def _choose_age(terminal: Terminal) -> None:
    terminal.press("Tab")
    terminal.wait_for_focus(_("Age"))
    terminal.press("Enter")
    terminal.wait_for(_("16 or older"))
    terminal.click(_("0 to 3 years"), below=_("not born yet"))
    terminal.wait_for(lambda screen: _("16 or older") not in screen)


def open_again(terminal: Terminal) -> None:
    """Go on with the last conversation of the only family."""
    terminal.wait_for(_("Show all names"))
    terminal.press("Down")
    terminal.wait_for(FAMILY)
    terminal.press("Enter")
    terminal.wait_for(_("New conversation"))
    terminal.press("Enter")
