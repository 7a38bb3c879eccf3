"""``python -m giz_gesprek.speech.worker ENGINE``: see the package."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from giz_gesprek.crash import describe
from giz_gesprek.speech.engines import OWN_ENGINE, PLATFORM_ENGINES, WINDOWS_ENGINE
from giz_gesprek.speech.protocol import BadMessageError
from giz_gesprek.speech.worker.channel import Channel
from giz_gesprek.speech.worker.faults import NoEngine
from giz_gesprek.speech.worker.jobs import job_of
from giz_gesprek.speech.worker.speaker import Speaker
from giz_gesprek.system import keep_memory_off_the_disk

if TYPE_CHECKING:
    from giz_gesprek.speech.worker.ahead import Maker
    from giz_gesprek.speech.worker.voices import Voice

_QUIT: Final = "quit"
_STOP: Final = "stop"
_BROKEN: Final = 1
_NO_SOUND: Final = 3


def main(engine: str) -> NoReturn:
    """Speak with *engine* until the input ends, and end the process."""
    sys.excepthook = lambda _kind, error, _traceback: _give_up(error)
    threading.excepthook = lambda what: _give_up(what.exc_value)
    keep_memory_off_the_disk()
    channel = Channel.taken_from_standard_streams()
    try:
        speaker = Speaker(channel, voice_of_engine(engine))
    except Exception as error:  # noqa: BLE001  # the boundary of this process: loaders raise anything
        _report(error)
        channel.send("error", code=NoEngine.code)
        _end(_NO_SOUND)
    threading.Thread(target=_obey, args=(channel, speaker), daemon=True).start()
    channel.send("ready", once=speaker.once)
    # On the main thread: the voices of macOS and Windows work on no other.
    speaker.run()
    _end(0)


def voice_of_engine(engine: str) -> Voice:
    """Return the voice called ``espeak``, ``winrt``, ``sapi5`` or ``nsss``, or of a Piper file.

    Raises:
        NoEngine: it does not work on this machine.
        Exception: whatever a library raises that cannot be loaded.

    """
    # Here and not above: whoever started us hears about a library that is broken.
    if engine in PLATFORM_ENGINES:
        from giz_gesprek.speech.worker.platform_voices import PlatformVoice

        return PlatformVoice(engine)
    from giz_gesprek.speech.worker.voices import OwnVoice

    if engine == OWN_ENGINE:
        from giz_gesprek.speech.worker.espeak import Espeak

        return OwnVoice(Espeak())
    from giz_gesprek.speech.worker.ahead import Ahead
    from giz_gesprek.speech.worker.espeak import Espeak
    from giz_gesprek.speech.worker.instead import Instead

    return OwnVoice(Instead(Ahead(_maker_of(engine)), Espeak))


def _maker_of(engine: str) -> Maker:
    if engine == WINDOWS_ENGINE:
        from giz_gesprek.speech.worker.windows_voices import WindowsVoices

        return WindowsVoices()
    # Large, and an extra.
    from giz_gesprek.speech.worker.piper import Piper

    return Piper(Path(engine))


def _obey(channel: Channel, speaker: Speaker) -> None:
    """Read commands until there are no more, and then end the process: nobody listens."""
    try:
        for message in channel.messages():
            command = message.get("cmd")
            if command == _QUIT:
                _end(0)
            if command == _STOP:
                speaker.stop()
                continue
            try:
                speaker.add(job_of(message))
            except BadMessageError:
                number = message.get("id")
                known = {"id": number} if isinstance(number, int) else {}
                channel.send("error", code="bad-message", **known)
    except OSError:
        pass  # nobody reads our answers either
    _end(0)


def _give_up(error: BaseException | None) -> NoReturn:
    """End because of a mistake that nobody foresaw, and leave a report."""
    if error is not None:
        _report(error)
    _end(_BROKEN)


def _end(code: int) -> NoReturn:
    """End the process now, with whatever an engine or a sound system is stuck in.

    Python's own way aborts over the thread that still reads.
    """
    os._exit(code)


def _report(error: BaseException) -> None:
    """Write on stderr where it went wrong; a message or a value may hold what is being read."""
    with suppress(OSError):  # the disk of the log is full
        sys.stderr.write(describe(error, datetime.now(UTC)))
        sys.stderr.flush()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else OWN_ENGINE)
