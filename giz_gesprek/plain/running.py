"""``giz-gesprek plain`` from the first line to the last: unlock, choose, talk.

Owns the order, and that the file is closed whatever ends it. What comes after the first question is
loaded while that is answered, or when it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from giz_gesprek.errors import InputError
from giz_gesprek.i18n import _
from giz_gesprek.plain.ahead import Ahead
from giz_gesprek.plain.form import Back, Form
from giz_gesprek.plain.lines import EndOfInput
from giz_gesprek.plain.missing import ask_where
from giz_gesprek.plain.unlocking import unlocked
from giz_gesprek.session.later import Later
from giz_gesprek.session.opening import create_store, is_first_start, load_opening

if TYPE_CHECKING:
    from giz_gesprek.content.library import Library
    from giz_gesprek.plain.lines import Lines
    from giz_gesprek.session.families import Families
    from giz_gesprek.session.session import Session


def hold_in_lines(
    lines: Lines,
    library: Callable[[], Library],
    store_path: Path,
    passphrase: str | None = None,
    *,
    demo: bool = False,
) -> bool:
    """Talk in lines until somebody stops; return whether the input ended before that.

    ``library`` reads the words; a thread does so while a passphrase is being typed. ``passphrase``
    opens the store without asking. ``demo`` opens the last conversation of the only family at once.

    Raises:
        ContentError: the words cannot be used.
        StoreError: the store does not open, or cannot be made.
        InputError: the input ended before there was a store.

    """
    words = Later(library)
    # In the order in which they are needed.
    lines.meanwhile = Ahead(load_opening, _load_list, words.get, _load_conversation)
    with (
        closing(_opened(lines, words, store_path, passphrase, demo=demo)) as families,
        # An example is of nobody, and may be read again.
        nullcontext() if demo else _leaving_nothing(lines),
    ):
        ended = _hold(lines, words.get(), families, demo=demo)
    lines.say(*families.take_notices())
    return ended


def _load_list() -> None:
    import giz_gesprek.plain.families
    import giz_gesprek.session.whole_file  # noqa: F401  # which knows when a backup is due


def _load_conversation() -> None:
    import giz_gesprek.plain.conversation
    import giz_gesprek.plain.voice
    import giz_gesprek.session.session  # noqa: F401


@contextmanager
def _leaving_nothing(lines: Lines) -> Iterator[None]:
    """Take what a family said off the terminal, however it ends: who comes after could read it."""
    try:
        yield
    finally:
        with suppress(OSError):  # the terminal has gone, with what was on it
            if not lines.live:
                pass
            elif lines.empty():
                lines.say(
                    _("This window has been emptied. Is there still something above? Close it.")
                )
            else:
                lines.say(_("What was said can still be read in this window. Close it."))


def _hold(lines: Lines, library: Library, families: Families, *, demo: bool) -> bool:
    from giz_gesprek.plain.exchange import Stopped
    from giz_gesprek.plain.families import FamiliesAsked

    try:
        session = _last(families) if demo else None
        if session is None:
            session = FamiliesAsked(lines, families, library).open_one()
        if session is not None:
            _talk(session, lines, demo=demo)
    except EndOfInput:
        return True
    except Stopped:
        return False
    return False


def _opened(
    lines: Lines,
    library: Later[Library],
    store_path: Path,
    passphrase: str | None,
    *,
    demo: bool,
) -> Families:
    try:
        place = ask_where(Form(lines), store_path)
        if is_first_start(place):
            return _made(lines, library, place, passphrase)
        store = unlocked(lines, place, passphrase, demo=demo).store
    except (Back, EndOfInput) as error:
        message = _("The input ended before the question was answered.")
        raise InputError(message) from error
    from giz_gesprek.session.families import Families

    return Families(store, library.get)


def _made(
    lines: Lines, library: Later[Library], store_path: Path, passphrase: str | None
) -> Families:
    # Most starts are not the first one.
    from giz_gesprek.plain.first_run import ask_who, choose_passphrase, tell_what_is_kept

    form = Form(lines)
    tell_what_is_kept(form)
    if passphrase is None:
        chosen = choose_passphrase(form)
    else:
        from giz_gesprek.session.passphrase_advice import advice_on, from_elsewhere

        chosen = passphrase
        if advice := advice_on(chosen):
            lines.say(f"{advice} {from_elsewhere()}")
    from giz_gesprek.session.families import Families

    families = Families(create_store(store_path, chosen, ask_who(form)).store, library.get)
    lines.show_typing()
    return families


def _last(families: Families) -> Session:
    """Return the last conversation of the first family."""
    family = families.listed()[0]
    return families.open(family.id, families.read(family.id).conversations[-1].id)


def _talk(session: Session, lines: Lines, *, demo: bool) -> None:
    from giz_gesprek.plain.conversation import Conversation
    from giz_gesprek.plain.exchange import Exchange
    from giz_gesprek.plain.voice import Reader, speech_client
    from giz_gesprek.session.voices import voice_of

    make_voice = partial(speech_client, chosen=voice_of(session))
    with closing(Reader(session.library.pronunciations.of, make_voice)) as reader:
        exchange = Exchange(session, lines, reader.stop, demo=demo)
        Conversation(exchange, reader).hold()
