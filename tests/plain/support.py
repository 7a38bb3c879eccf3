"""A table without a screen: lines that are typed, and what is said to them, on a real store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import StringIO

import pytest

from giz_gesprek.conversation import choosing, flow, planning
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.dossier import Conversation as Talked
from giz_gesprek.conversation.people import SpeechRate
from giz_gesprek.conversation.steps import Step
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.errors import StoreFull
from giz_gesprek.plain.conversation import Conversation
from giz_gesprek.plain.exchange import Exchange, Stopped
from giz_gesprek.plain.lines import EndOfInput, Lines
from giz_gesprek.plain.voice import Reader
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_view import ChoiceView, WordsView
from giz_gesprek.speech import Code, Event, Failed, Finished, OtherVoice, Started
from giz_gesprek.store import Store
from tests.conversation.support import FAMILY, NOW, agreed, answered, appraised, asked, said, words
from tests.support.dossiers import library


@dataclass
class LoudVoice:
    """Says everything at once, or fails with ``code``."""

    tell: Callable[[Event], None]
    code: Code | None = None
    state: str = "idle"
    spoken: list[tuple[str, str]] = field(default_factory=list)
    prepared: list[tuple[str, str]] = field(default_factory=list)
    is_another: bool = False
    """Whether the chosen one turns out not to work, when it first reads."""

    def speak(self, text: str, *, language: str, rate: SpeechRate = "normal") -> int:
        del rate
        self.spoken.append((text, language))
        number = len(self.spoken)
        if self.is_another and number == 1:
            self.tell(OtherVoice())
        if self.code is not None:
            self.tell(Failed(number, self.code))
        else:
            self.tell(Started(number))
            self.tell(Finished(number))
        return number

    def prepare(self, text: str, *, language: str, rate: SpeechRate = "normal") -> None:
        del rate
        self.prepared.append((text, language))

    def stop(self) -> None: ...

    def try_again(self) -> None: ...

    def close(self) -> None: ...


class Table:
    """One family's conversation in a store; every ``types`` opens it anew where it stands."""

    def __init__(self, store: Store, talk: Talk) -> None:
        self.store = store
        self.ending = "left"
        """How it ended: by the end of the ``input``, ``left``, or ``stopped`` by somebody."""
        self.voice = LoudVoice(lambda _event: None)
        store.save(talk.dossier, now=NOW)

    def session(self) -> Session:
        """Return the conversation as it stands on disk."""
        dossier = self.store.read(FAMILY.id)
        return Session(self.store, library(), dossier, "talk-1", clock=lambda: NOW)

    @property
    def kept(self) -> Talked:
        return self.store.read(FAMILY.id).conversation("talk-1")

    @property
    def words(self) -> list[str]:
        """What was said about topics, as it stands on disk."""
        return [
            answer.words.text
            for view in self.kept.views
            for answer in view.answers
            if answer.words is not None
        ]

    @property
    def answers(self) -> list[Answer]:
        """What was answered about topics, as it stands on disk."""
        return [answer for view in self.kept.views for answer in view.answers]

    @property
    def question(self) -> str:
        """What the step asks."""
        view = self.session().view
        assert isinstance(view, ChoiceView | WordsView)
        return view.question.strip()

    @property
    def step(self) -> Step:
        return self.session().step

    def says(self, text_id: str, **values: str) -> str:
        """Return the words of a text at the step where the conversation stands."""
        return self.session().phrases().text(text_id, **values).strip()

    def types(self, *typed: str, demo: bool = False) -> str:
        """Type these lines, until they end or the conversation does; return what was said."""
        out = StringIO()
        lines = Lines(StringIO("".join(f"{line}\n" for line in typed)), out)
        reader = Reader(library().pronunciations.of, self._voice, pause=0)
        exchange = Exchange(self.session(), lines, reader.stop, demo=demo)
        try:
            Conversation(exchange, reader).hold()
            self.ending = "left"
        except EndOfInput:
            self.ending = "input"
        except Stopped:
            self.ending = "stopped"
        finally:
            reader.close()
        return out.getvalue()

    def _voice(self, tell: Callable[[Event], None]) -> LoudVoice:
        self.voice.tell = tell
        return self.voice

    @contextmanager
    def full_disk(self) -> Iterator[None]:
        """Let the store keep nothing."""

        def refuse(*_arguments: object, **_options: object) -> None:
            raise StoreFull

        with pytest.MonkeyPatch.context() as patch:
            for name in ("save", "save_draft", "drop_draft", "delete_conversation"):
                patch.setattr(self.store, name, refuse)
            yield


def at(talk: Talk, step: Step) -> Talk:
    """Return the talk at a step."""
    return flow.jump(talk, step)


def full_talk() -> Talk:
    """Return a talk in which every kind of step has something on it."""
    talk = agreed("eating_sleeping", "love_attention")
    talk = answered(
        talk, (asked("strengths", person_id="mother"), said("strengths", "Goed.\n1. X"))
    )
    talk = appraised(talk, mother="going_well", nurse="so_so")
    talk = choosing.seek_advice(talk, "eating_sleeping", "milan", "nurse")
    talk = planning.add_goal(talk, words("Samen eten."))
    return planning.add_plan_step(talk, "goal-1", words("De tafel dekken."))


def every_place() -> dict[str, Talk]:
    """Return a talk at every step that differs from those before it, by a name for it."""
    declined = flow.decline(full_talk(), now=NOW)
    found: dict[str, Talk] = {}
    for talk in (full_talk(), declined):
        for step in agenda(talk):
            name = " ".join(filter(None, (step.kind, step.position.text, step.position.question)))
            found.setdefault(name, at(talk, step))
    return found
