"""What Linux and macOS do. Run in tests on Linux; what is only of macOS was not tried."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, TextIO

from giz_gesprek.system.words import PRINT_TITLE, Printed

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from _typeshed import FileDescriptorLike

if sys.platform != "win32":
    import signal

    ENDED_BY: Final[Sequence[signal.Signals]] = (signal.SIGTERM, signal.SIGHUP)
    """Signals that end a program from outside; SIGHUP is a window that is closed."""

    OWN_GROUP: Final[Mapping[str, Any]] = {"start_new_session": True}
    """How ``Popen`` starts a process in a group of its own, which no Ctrl+C reaches."""

    OWN_VOICES: Final[str | None] = "nsss" if sys.platform == "darwin" else None
    """What speaks with the voices of the system itself; None where it has none."""

    _DUMPED: Final = "/proc/self/coredump_filter"
    """Which memory of it, and of what it starts, Linux writes in a core file (core(5))."""
    _LOCAL_MODES: Final = 3
    _IN_USE: Final = (errno.EBUSY, errno.ETXTBSY)
    _SCREENS: Final = ("DISPLAY", "WAYLAND_DISPLAY")
    _SHOWING_SECONDS: Final = 2.0
    """How long a program has to say that it cannot show a folder; most then run on."""
    _PRINTING_SECONDS: Final = 30.0
    _NO_PRINTER: Final = ("no default destination", "scheduler", "unable to connect", "refused")
    """What ``lp`` says in English where nobody set up a printer."""

    # --- memory and processes -------------------------------------------------------------

    def keep_memory_off_the_disk() -> None:
        """Let no crash of this process leave a file with what is in memory."""
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        # A program that the system hands cores to asks nothing of that limit (core(5)).
        # Not to be made where it is not there, as on macOS.
        with suppress(OSError), open(_DUMPED, "r+", encoding="ascii") as file:  # noqa: PTH123
            file.write("0")

    def end_group(process: subprocess.Popen[bytes]) -> None:
        """End a process of an ``OWN_GROUP`` and everything it started, now.

        Raises:
            OSError: it has ended already.

        """
        os.killpg(process.pid, signal.SIGKILL)

    # --- files -----------------------------------------------------------------------------

    def new_private_file(path: Path) -> None:
        """Make an empty file that only its owner can read, from its first moment on.

        Raises:
            FileExistsError: there is something, be it a link.
            OSError: the system refuses it.

        """
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))

    def new_private_folder(path: Path) -> None:
        """Make a folder in which only its owner can look; raises as ``new_private_file`` does."""
        path.mkdir(mode=0o700)

    def keep_private(path: Path) -> None:
        """Leave a file that is there to its owner alone; raises ``OSError``."""
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)

    def flush_folder(path: Path) -> None:
        """Let the names in a folder survive a power cut; raises ``OSError``."""
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def is_in_use(error: OSError) -> bool:
        """Tell whether a file was refused because another program has it open."""
        return error.errno in _IN_USE

    # --- streams ---------------------------------------------------------------------------

    def cell_of(screen: int) -> tuple[int, int] | None:
        """Return the pixels of a character, across and down, on the terminal with this descriptor.

        None where nobody knows.
        """
        import fcntl
        import struct
        import termios

        try:
            measures = fcntl.ioctl(screen, termios.TIOCGWINSZ, bytes(8))
        except OSError:
            return None
        rows, columns, width, height = struct.unpack("HHHH", measures)
        return (width // columns, height // rows) if columns and rows else None

    def is_terminal(stream: TextIO | None) -> bool:
        """Tell whether somebody sits at the other end of a stream."""
        try:
            return stream is not None and stream.isatty()
        except ValueError:  # it was closed
            return False

    def reader_has_gone(error: BaseException, _written_to: FileDescriptorLike = 1) -> bool:
        """Tell whether writing to a stream failed because nobody reads it any more."""
        return isinstance(error, BrokenPipeError)

    def hide_typing() -> list[Any] | None:
        """Show nothing of what is typed; return what ``show_typing`` wants, None to leave it.

        Nothing is done where there is no terminal, or one that shows nothing already.
        """
        import termios

        try:
            now = termios.tcgetattr(sys.stdin.fileno())
            if not now[_LOCAL_MODES] & termios.ECHO:
                return None
            hidden = [*now[:_LOCAL_MODES], now[_LOCAL_MODES] & ~termios.ECHO, *now[4:]]
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, hidden)
        except (AttributeError, OSError, ValueError, termios.error):  # the last is no OSError
            return None
        return now

    def show_typing(before: list[Any]) -> None:
        """Undo ``hide_typing``."""
        import termios

        with suppress(OSError, ValueError, termios.error):
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, before)

    # --- other programs --------------------------------------------------------------------

    def has_cpp_runtime() -> bool:
        """Tell whether the library is there that a voice in C++ needs, and load it."""
        return True  # where it is not, espeak-ng is not either

    def open_folder(folder: Path) -> bool:
        """Show a folder, an absolute path, and tell whether this computer can do so.

        Starts a program, without a shell and apart from this one. Waits a moment.
        """
        program = _shower() if folder.is_dir() else None
        return program is not None and _show(program, folder)

    def _shower() -> str | None:
        import shutil

        if sys.platform == "darwin":
            return shutil.which("open")
        # Without a screen xdg-open starts a browser in this very terminal.
        has_screen = any(os.environ.get(name) for name in _SCREENS)
        return shutil.which("xdg-open") if has_screen else None

    def _show(program: str, folder: Path) -> bool:
        import subprocess
        import threading

        try:
            process = subprocess.Popen(  # noqa: S603 - a program of the system, and a path for it
                [program, str(folder)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            return False
        try:
            return process.wait(_SHOWING_SECONDS) == 0
        except subprocess.TimeoutExpired:
            # It shows the folder until somebody closes it; whoever started it has to hear its end.
            threading.Thread(target=process.wait, daemon=True).start()
            return True

    def print_pdf(data: bytes) -> Printed:
        """Send a PDF to the usual printer of this computer, and keep no copy. For a thread.

        ``lp`` of CUPS reads it from its input: there is no file at all.
        """
        import shutil
        import subprocess

        program = shutil.which("lp")
        if program is None:
            return "no_printer"
        try:
            done = subprocess.run(  # noqa: S603 - a program of the system, and nothing of ours
                [program, "-s", "-t", PRINT_TITLE],
                input=data,
                capture_output=True,
                timeout=_PRINTING_SECONDS,
                check=False,
                env={**os.environ, "LC_ALL": "C"},
            )
        except (OSError, subprocess.TimeoutExpired):
            return "not_printed"
        if done.returncode == 0:
            return "printed"
        said = done.stderr.decode(errors="replace").lower()
        return "no_printer" if any(each in said for each in _NO_PRINTER) else "not_printed"
