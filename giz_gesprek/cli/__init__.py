"""The command line: ``giz-gesprek``.

Owns the order of things at the start (language first, then everything that speaks) and
the one boundary where errors become a sentence and an exit code. What commands do is in
:mod:`giz_gesprek.cli.commands`, which options there are in :mod:`giz_gesprek.cli.group`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from giz_gesprek import i18n
from giz_gesprek.cli.streams import in_sight, is_refused, prepare_streams
from giz_gesprek.errors import ExitCode, GizError, InputError
from giz_gesprek.i18n import _

__all__ = ["main"]

_LANGUAGE_OPTION = "--language"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line on *arguments* (default: those of the process).

    Returns:
        The exit code: see :class:`giz_gesprek.errors.ExitCode`.

    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = _language(given)
    prepare_streams()
    i18n.install(language)
    i18n.install_for_libraries(language)
    try:
        code = _run(given)
        # Now and not when Python ends: by then nothing can be done about a failure.
        sys.stdout.flush()
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except GizError as error:
        return _say(str(error), error.exit_code)
    except Exception as error:  # noqa: BLE001  # the one boundary: a traceback can hold an answer
        return _told(error)
    return code


def _told(error: Exception) -> int:
    """Tell an error that nobody expected, and return the exit code."""
    # Nobody who only asks for help waits for these.
    from giz_gesprek.export.files import drop_standard_output
    from giz_gesprek.files import refusal
    from giz_gesprek.system import reader_has_gone

    if reader_has_gone(error):
        # It (head, less) has seen enough, so there is nobody to tell.
        drop_standard_output()
        return ExitCode.OUTPUT
    if refusal(error) == "no_room":
        drop_standard_output()
        return _say(_("The disk is full. Make room and try again."), ExitCode.OUTPUT)
    if is_refused(error):
        drop_standard_output()
        return _say(_("There is no output to write this to."), ExitCode.OUTPUT)
    return _say(_crash_sentence(error), ExitCode.CRASH)


def _run(arguments: list[str]) -> int:
    # Click and the options come after the language: some of their texts are made on import.
    import click

    from giz_gesprek.cli.group import giz_gesprek

    try:
        # Not giz_gesprek.main(), which has its own idea of closed pipes and exit codes.
        with giz_gesprek.make_context("giz-gesprek", arguments) as context:
            result = giz_gesprek.invoke(context)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.Abort as stop:
        # A prompt that got Ctrl-C, or one that found nobody there.
        if isinstance(stop.__context__, EOFError):
            raise InputError(_("The input ended before the question was answered.")) from stop
        raise KeyboardInterrupt from stop
    except click.ClickException as error:
        problem = " ".join(error.format_message().split())  # a list of choices has lines
        end = "" if problem.endswith((".", "?", "!")) else "."
        where = getattr(error, "ctx", None)
        raise InputError(
            _("{problem} See {command} --help.").format(
                problem=problem + end, command=where.command_path if where else "giz-gesprek"
            )
        ) from error
    # Most commands return nothing; one that has findings returns its exit code.
    return result if isinstance(result, int) else ExitCode.DONE


def _language(arguments: Sequence[str]) -> str:
    """Find the language before the options are read: refusing an option takes words.

    A language that does not exist is left to the real reading, which refuses it. The first one
    counts: what comes after a command is the language of a text or a document.
    """
    chosen = os.environ.get(i18n.LANGUAGE_VARIABLE, "")
    for place, argument in enumerate(arguments):
        name, separator, value = argument.partition("=")
        if name == _LANGUAGE_OPTION:
            chosen = value if separator else "".join(arguments[place + 1 : place + 2])
            break
    return chosen if chosen in i18n.LANGUAGES else i18n.DEFAULT_LANGUAGE


def _crash_sentence(error: Exception) -> str:
    from giz_gesprek.crash import write_report

    report = write_report(error)
    if report is None:
        return _("Something went wrong in the program. What was saved before is safe.")
    return _(
        "Something went wrong in the program. What was saved before is safe."
        " A report without personal data is in {path}."
    ).format(path=report)


def _say(sentence: str, code: int) -> int:
    with suppress(OSError):  # stderr is closed: the exit code still tells
        sys.stderr.write(f"{in_sight(sentence)}\n")
        sys.stderr.flush()
    return code
