"""What Windows does; what each function is for is told in ``posix``.

Run under Wine 8, which is no Windows, by the tests of ``tests/test_system.py`` and those that are
marked ``needs_windows``: private files and folders, a file that is in use, a terminal, a pipe that
nobody reads, the library of C++ beside a voice that needs it. By hand, in a console of Wine: that
keyboard and screen are a terminal there, and NUL is none. Never run on a real Windows, as all of
this. Never run at all, because Wine shows nothing of it: what a crash leaves on the disk
(``keep_memory_off_the_disk`` is called, and Wine has no crash reports), ``open_folder`` and
``print_pdf``, which start programs that Wine has not.
"""

from __future__ import annotations

import errno
import sys
from typing import TYPE_CHECKING, Any, Final, TextIO

from giz_gesprek.system.words import PRINT_TITLE, Printed

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Mapping, Sequence

if sys.platform == "win32":
    import ctypes
    import msvcrt
    import os
    from collections.abc import Iterator
    from contextlib import contextmanager
    from ctypes import wintypes
    from functools import cache
    from pathlib import Path
    from typing import NamedTuple

    # Signals of Windows are not sent by a window that is closed or a shutdown.
    ENDED_BY: Final[Sequence[int]] = ()

    OWN_VOICES: Final[str | None] = "winrt"

    # CREATE_NEW_PROCESS_GROUP, and CREATE_NO_WINDOW.
    OWN_GROUP: Final[Mapping[str, Any]] = {"creationflags": 0x0000_0200 | 0x0800_0000}

    _KERNEL: Final = ctypes.WinDLL("kernel32", use_last_error=True)
    _KERNEL.CreateFileW.restype = wintypes.HANDLE
    _NO_HANDLE: Final = wintypes.HANDLE(-1).value

    _FAIL_SILENTLY: Final = 0x0001 | 0x0002
    """SEM_FAILCRITICALERRORS and SEM_NOGPFAULTERRORBOX: no reporter is started for a crash."""
    _NO_HEAP: Final = 0x0001
    """WER_FAULT_REPORTING_FLAG_NOHEAP: a reporter that is started all the same gets no heap."""

    _ACCESS_DENIED: Final = 5
    _IN_USE: Final = (32, 33)
    """ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION."""
    _DELETE: Final = 0x0001_0000
    _SHARED_WITH_ALL: Final = 0x0007
    _OPEN_EXISTING: Final = 3
    _AS_IT_IS: Final = 0x0200_0000 | 0x0020_0000
    """FILE_FLAG_BACKUP_SEMANTICS and FILE_FLAG_OPEN_REPARSE_POINT: a folder, or a link itself."""
    _PIPE: Final = 3
    _CPP_RUNTIME: Final = "msvcp140.dll"

    # --- memory and processes -------------------------------------------------------------

    def keep_memory_off_the_disk() -> None:
        """See ``posix``. Processes that this one starts do as it does."""
        _KERNEL.SetErrorMode(_KERNEL.GetErrorMode() | _FAIL_SILENTLY)
        _KERNEL.WerSetFlags(wintypes.DWORD(_NO_HEAP))

    def end_group(process: subprocess.Popen[bytes]) -> None:
        """See ``posix``. The worker starts no process; a launcher of Python takes its own along."""
        process.kill()

    # --- files -----------------------------------------------------------------------------

    def new_private_file(path: Path) -> None:
        """See ``posix``."""
        import win32con
        import win32file

        with _as_the_system_tells(path):
            win32file.CreateFile(
                str(path),
                win32con.GENERIC_WRITE,
                0,
                _mine("").attributes,
                win32con.CREATE_NEW,
                win32con.FILE_ATTRIBUTE_NORMAL,
                None,
            ).Close()

    def new_private_folder(path: Path) -> None:
        """See ``posix``. What is made in it is private as well."""
        import win32file

        with _as_the_system_tells(path):
            win32file.CreateDirectory(str(path), _mine("OICI").attributes)

    def keep_private(path: Path) -> None:
        """See ``posix``."""
        import win32security

        what = (
            win32security.DACL_SECURITY_INFORMATION
            | win32security.PROTECTED_DACL_SECURITY_INFORMATION
        )
        with _as_the_system_tells(path):
            win32security.SetFileSecurity(str(path), what, _mine("").descriptor)

    def flush_folder(path: Path) -> None:
        """See ``posix``. A folder cannot be opened, and its names need no flushing."""

    def is_in_use(error: OSError) -> bool:
        """See ``posix``. Asks the file itself: Windows only says that access is denied."""
        if error.winerror in _IN_USE:
            return True
        denied = error.winerror == _ACCESS_DENIED or error.errno == errno.EACCES
        places = (error.filename, error.filename2)
        return denied and any(_is_held(each) for each in places if isinstance(each, str))

    def _is_held(path: str) -> bool:
        """Tell whether a program has a file open in such a way that nothing may replace it."""
        handle = _KERNEL.CreateFileW(
            path, _DELETE, _SHARED_WITH_ALL, None, _OPEN_EXISTING, _AS_IT_IS, None
        )
        if handle == _NO_HANDLE:
            return ctypes.get_last_error() in _IN_USE
        _KERNEL.CloseHandle(wintypes.HANDLE(handle))
        return False

    class _Mine(NamedTuple):
        """Who may use a file, in the forms in which Windows asks that."""

        descriptor: Any
        attributes: Any

    @cache
    def _mine(inherited: str) -> _Mine:
        """Return what leaves a file to this account, and to the system and its administrators.

        They are its owner, whoever a server takes for that, and this account by its number.
        ``inherited`` is empty, or says that what is made in a folder gets the same.
        """
        import win32api
        import win32con
        import win32security

        token = win32security.OpenProcessToken(win32api.GetCurrentProcess(), win32con.TOKEN_QUERY)
        account, _attributes = win32security.GetTokenInformation(token, win32security.TokenUser)
        number = win32security.ConvertSidToStringSid(account)
        # Nothing of the folder it stands in (P); all rights (FA) for each of four.
        rules = "".join(f"(A;{inherited};FA;;;{who})" for who in ("OW", number, "SY", "BA"))
        descriptor = win32security.ConvertStringSecurityDescriptorToSecurityDescriptor(
            f"D:P{rules}", win32security.SDDL_REVISION_1
        )
        attributes = win32security.SECURITY_ATTRIBUTES()
        attributes.SECURITY_DESCRIPTOR = descriptor
        return _Mine(descriptor, attributes)

    @contextmanager
    def _as_the_system_tells(path: Path) -> Iterator[None]:
        """Let an error of pywin32 be one of the system."""
        import pywintypes

        try:
            yield
        except pywintypes.error as error:
            raise OSError(0, error.strerror, str(path), error.winerror) from error

    # --- streams ---------------------------------------------------------------------------

    def cell_of(_screen: int) -> tuple[int, int] | None:
        """See ``posix``. The console does not tell."""
        return None

    def is_terminal(stream: TextIO | None) -> bool:
        """See ``posix``. NUL is none: Python takes it for one, and it is always at its end."""
        handle = _handle_of(stream)
        return handle is not None and bool(
            _KERNEL.GetConsoleMode(handle, ctypes.byref(wintypes.DWORD()))
        )

    def reader_has_gone(error: BaseException, written_to: int = 1) -> bool:
        """See ``posix``. Python is only told that it cannot be; so the pipe is asked."""
        if isinstance(error, BrokenPipeError):
            return True
        if not isinstance(error, OSError) or error.errno != errno.EINVAL:
            return False
        handle = _handle_of(written_to)
        if handle is None or _KERNEL.GetFileType(handle) != _PIPE:
            return False
        written = wintypes.DWORD()
        return not _KERNEL.WriteFile(handle, b"", wintypes.DWORD(0), ctypes.byref(written), None)

    def _handle_of(stream: TextIO | int | None) -> wintypes.HANDLE | None:
        try:
            number = stream if isinstance(stream, int) else stream.fileno()  # type: ignore[union-attr] # None has none
            return wintypes.HANDLE(msvcrt.get_osfhandle(number))
        except (AttributeError, OSError, ValueError):
            return None

    def hide_typing() -> list[Any] | None:
        """See ``posix``. A console shows only what is asked for."""
        return None

    def show_typing(_before: list[Any]) -> None:
        """See ``posix``."""

    # --- other programs --------------------------------------------------------------------

    def has_cpp_runtime() -> bool:
        """See ``posix``. It comes with us, in a package of its own; a new Windows has none."""
        from importlib.util import find_spec

        package = find_spec("msvc_runtime")
        ours = Path((package and package.origin) or "").with_name(_CPP_RUNTIME)
        for place in (ours, _CPP_RUNTIME):
            try:
                # What is loaded already is found by its name, wherever it came from.
                ctypes.WinDLL(str(place))
            except OSError:
                continue
            return True
        return False

    def open_folder(folder: Path) -> bool:
        """See ``posix``."""
        try:
            os.startfile(folder)  # noqa: S606 - shows it
        except OSError:
            return False
        return True

    def print_pdf(data: bytes) -> Printed:
        """See ``posix``. Windows prints files only: one in a folder of the user, for a while."""
        import atexit
        import shutil
        import tempfile

        folder = Path(tempfile.mkdtemp())
        # The program that prints reads it later on, and does not tell when.
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        paper = folder / f"{PRINT_TITLE}.pdf"
        try:
            paper.write_bytes(data)
            os.startfile(paper, "print")  # noqa: S606 - by the program for it
        except OSError:
            return "no_printer"
        return "printed"
