"""A real terminal: tmux draws what a person would see, and takes the keys that they would press.

Every terminal is a tmux server of its own, without anybody's settings. Nothing here waits for a
fixed time: :meth:`Terminal.wait_for` looks at the screen until it shows what was wanted.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from wcwidth import wcswidth

from tests.support.processes import end, marks
from tests.support.program import PROGRAM
from tests.support.required import require_program
from tests.support.waiting import comes, wait_until

SMALL: Final = (40, 20)
USUAL: Final = (80, 24)

Wanted = str | Callable[[str], bool]
"""Words that have to be on the screen, whatever the line breaks; or a question about them."""

_BETWEEN_PRESSES: Final = 0.4
_AFTER_AN_EFFECT: Final = 0.25
_BEFORE_ANOTHER_CLICK: Final = 5.0
_MOST_CLICKS: Final = 5
_MOST_TURNS: Final = 80
_BETWEEN_LOOKS: Final = 0.03
"""Each is a process of tmux."""
_STILL: Final = 4
_WHEEL_DOWN: Final = "\x1b[<65;20;10M"
_DRAWN: Final = re.compile("[\u2500-\u259f\u2800-\u28ff]")


def flat(screen: str) -> str:
    """Return the words on a screen on one line: borders and scroll bars are no words."""
    return " ".join(_DRAWN.sub(" ", screen).split())


def _has_focus(screen: str, label: str) -> bool:
    return f"┏━ {label} ━" in screen


class Terminal:
    """One program in a terminal of so many columns and rows; leaving the context ends both."""

    def __init__(
        self,
        environment: Mapping[str, str],
        *arguments: str | Path,
        size: tuple[int, int] = USUAL,
        program: Sequence[str] = PROGRAM,
    ) -> None:
        """Prepare to run ``program`` with ``arguments``, and with no other environment than this.

        But for the marks by which it is known as a process of these tests.
        ``HOME`` is also the folder in which it starts.
        """
        self._environment = {**environment, **marks()}
        self._command = [*program, *map(str, arguments)]
        self._size = size
        self._last_press = 0.0
        self._effect: float | None = None
        tmux = require_program("tmux")
        # Not in the folder of the test: a socket has to have a short name.
        self._folder = tempfile.TemporaryDirectory(prefix="giz-tmux-")
        socket = str(Path(self._folder.name) / "socket")
        self._tmux = [tmux, "-u", "-f", os.devnull, "-S", socket]

    def __enter__(self) -> Self:
        columns, rows = map(str, self._size)
        # remain-on-exit: the last screen and the exit code are there when the program has gone.
        options = ["start-server", ";", "set-option", "-g", "remain-on-exit", "on", ";"]
        # As other terminals do: a program can put something on the clipboard.
        options += ["set-option", "-s", "set-clipboard", "on", ";"]
        session = ["new-session", "-d", "-x", columns, "-y", rows, "-c", self._environment["HOME"]]
        self._ask(*options, *session, "--", *self._command)
        self.pid = int(self._tell("pane_pid"))
        self._server = int(self._tell("pid"))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        # Not left to the program: one that does not notice a closed window would stay.
        if self._tell("pane_dead") != "1":
            end(self.pid)
        self._ask("kill-server")
        self._folder.cleanup()

    # --- what a person does -------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys by their tmux names: ``Enter``, ``Escape``, ``F9``, ``C-q``, ``1``."""
        if "Enter" in keys:
            self._take_time()
        self._ask("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type text, letter by letter as far as the program can tell."""
        self._ask("send-keys", "-l", "--", text)

    def paste(self, text: str) -> None:
        """Paste text of several lines, as a terminal does it: between marks, in one go."""
        self._ask("load-buffer", "-", given=text)
        self._ask("paste-buffer", "-p", "-d")

    def click(self, text: str, *, below: str = "") -> None:
        """Point at the first ``text`` on the screen, or at the first one below other words."""
        found: list[tuple[int, int]] = []

        def shown() -> bool:
            # A screen that is just being painted can show it and be cleared again.
            found.extend(_places(self.still_screen(), text, below))
            return bool(found)

        wait_until(shown, lambda: f"{text} to point at:\n{self.screen()}")
        at = ";".join(map(str, found[0]))
        self._take_time()
        self.type(f"\x1b[<0;{at}M\x1b[<0;{at}m")

    def scroll_to(self, text: str, *, below: str = "") -> None:
        """Turn the wheel until ``text`` is on the screen, or is there below other words."""
        for _ in range(_MOST_TURNS):
            before = self.still_screen()
            if any(_places(before, text, below)):
                return
            self.type(_WHEEL_DOWN)
            wait_until(lambda: self.screen() != before, "the wheel")  # noqa: B023
        raise AssertionError(f"no {text} below {below}:\n{self.screen()}")

    def fill(self, label: str, text: str, *, below: str = "") -> None:
        """Go to a field and type in it."""
        self.scroll_to(label, below=below)
        for _click in range(_MOST_CLICKS):
            self.click(label, below=below)
            # A busy machine can begin to scroll after it was looked at; a person points again.
            if self._comes_into(label):
                break
        self.wait_for_focus(label)
        self.type(text)
        self.still_screen()

    def empty(self, label: str) -> None:
        """Take everything out of the field with this name, which has the focus."""
        self.press("End", "C-u")
        # A key that edits takes longer than a letter, which would overtake it and be taken out.
        empty = re.compile(f"┏━ {re.escape(label)} ━[^\n]*\n[^┃\n]*┃ +┃")
        self.wait_for(lambda screen: empty.search(screen) is not None)

    # --- what a person sees -------------------------------------------------------------

    def screen(self) -> str:
        """Return what is on the screen, a line a row."""
        return self._ask("capture-pane", "-p")

    def still_screen(self) -> str:
        """Return the screen once it has shown the same for some looks in a row."""
        seen = [self.screen()]

        def still() -> bool:
            seen.append(self.screen())
            return len(seen) >= _STILL and len(set(seen[-_STILL:])) == 1

        wait_until(still, "a screen that keeps still", between=_BETWEEN_LOOKS)
        return seen[-1]

    def wait_for(self, *wanted: Wanted) -> str:
        """Look until everything wanted is on the screen at the same time, and return the screen.

        Raises:
            AssertionError: it does not come; what is there instead is in the message.

        """
        screen, missing = "", [*wanted]

        def shown() -> bool:
            nonlocal screen, missing
            screen = self.screen()
            missing = [one for one in wanted if not _is_on(screen, one)]
            return not missing

        wait_until(shown, lambda: f"{missing} on the screen:\n{screen}", between=_BETWEEN_LOOKS)
        if self._effect is None:
            self._effect = time.monotonic()
        return screen

    def wait_for_focus(self, label: str) -> None:
        """Look until the field with this name has the heavy border: then keys go there.

        A key that moves the focus takes longer than a letter, which would overtake it.
        """
        self.wait_for(lambda screen: _has_focus(screen, label))

    @property
    def clipboard(self) -> str:
        """What a program put on the clipboard last; nothing before that."""
        return self._ask("show-buffer") if self._ask("list-buffers") else ""

    # --- what the system knows ----------------------------------------------------------

    @property
    def title(self) -> str:
        """What stands in the title bar of the window."""
        return f"{self._tell('pane_title')} {self._tell('window_name')}"

    @property
    def process_arguments(self) -> str:
        """What everybody on this computer can see of the process."""
        listed = Path(f"/proc/{self.pid}/cmdline")
        if listed.exists():
            return listed.read_text(encoding="utf-8").replace("\0", " ")
        command = ["ps", "-o", "args=", "-p", str(self.pid)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal to the program, not to the terminal."""
        os.kill(self.pid, number)

    def kill(self) -> None:
        """End the program as a power cut would."""
        self.send_signal(signal.SIGKILL)
        self.wait_until_gone()

    def hang_up(self) -> None:
        """Close the window while the program runs."""
        self._ask("kill-server")

    def wait_until_gone(self) -> int:
        """Wait until the program has ended, and return its exit code; minus the signal, if any."""

        def ended() -> bool:
            # tmux 3.3 can sleep through the end of a program: wake it.
            os.kill(self._server, signal.SIGCHLD)
            return self._tell("pane_dead_status") + self._tell("pane_dead_signal") != ""

        wait_until(ended, lambda: f"the end of the program:\n{self.screen()}")
        by_signal = self._tell("pane_dead_signal")
        return -int(by_signal) if by_signal else int(self._tell("pane_dead_status"))

    def left_on_screen(self) -> str:
        """Return what the program leaves on the screen after it has ended."""
        # With what has scrolled away, because tmux itself adds a line.
        lines = self._ask("capture-pane", "-p", "-S", "-").splitlines()
        return "\n".join(line for line in lines if not line.startswith("Pane is dead")).strip()

    def _take_time(self) -> None:
        """Press buttons as far apart as a person does, who looks what a press does.

        A button takes no second press while it still shows the first one, and so it should. On
        a busy machine it takes the first one late: what was seen of it counts too.
        """
        until = max(self._last_press + _BETWEEN_PRESSES, (self._effect or 0.0) + _AFTER_AN_EFFECT)
        time.sleep(max(until - time.monotonic(), 0))
        self._last_press, self._effect = time.monotonic(), None

    def _comes_into(self, label: str) -> bool:
        """Tell whether a field has the focus in the time in which one pointed at would have it."""
        return comes(
            lambda: _has_focus(self.screen(), label),
            _BEFORE_ANOTHER_CLICK,
            between=_BETWEEN_LOOKS,
        )

    def _tell(self, name: str) -> str:
        return self._ask("display-message", "-p", f"#{{{name}}}").rstrip("\n")

    def _ask(self, *arguments: str, given: str | None = None) -> str:
        done = subprocess.run(
            [*self._tmux, *arguments],
            check=False,
            capture_output=True,
            encoding="utf-8",
            env=self._environment,
            input=given,
        )
        return done.stdout


def _is_on(screen: str, wanted: Wanted) -> bool:
    return flat(wanted) in flat(screen) if isinstance(wanted, str) else wanted(screen)


def _places(screen: str, text: str, below: str) -> Iterator[tuple[int, int]]:
    """Yield the column and row of the middle of each ``text``, counted from one."""
    rows = screen.splitlines()
    first = next((row for row, line in enumerate(rows) if below in line), len(rows))
    for row, line in enumerate(rows[first:], start=first + 1):
        before, found, _after = line.partition(text)
        if found:
            yield wcswidth(before) + max(wcswidth(text) // 2, 1), row
