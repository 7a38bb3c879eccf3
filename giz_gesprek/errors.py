"""Every error a user can meet, and the exit code that goes with it.

::

    GizError                    70  the base; never raised by itself
    ├── InputError               2  a file, an option or a value that cannot be used
    ├── ContentError             2  questions or texts that cannot be used
    ├── SoundError               3  reading aloud does not work
    ├── StoreError               4  the encrypted file with families
    │   ├── WrongPassphrase      4  or a file that is not a store: the two look alike
    │   ├── AlreadyOpen          4  another window or process holds it
    │   ├── NewerStore           4  written by a newer version of the program
    │   ├── StoreMissing         4  there is no file at that place
    │   ├── StoreExists          4  there is a file at that place already
    │   ├── StoreNoFile        4  a folder or a device is at that place
    │   ├── EmptyPassphrase      4  no passphrase was given
    │   ├── NotInStore           4  no family or conversation has that id
    │   ├── StoreUnwritable      4  a folder or file that may not be written
    │   ├── StoreFull            4  no room left on the disk
    │   ├── StoreReplaced        4  another program put another file in its place
    │   └── StoreDamaged         4  parts of the file cannot be read
    └── OutputError              5  a document that cannot be written

``str(error)`` is one plain sentence, already translated, that says what to do. It is
meant for a screen or for stderr, so whoever raises decides what may be in it: a path
or an id, never a name, an answer or a passphrase. Programming mistakes are not in this
tree: they stay ``ValueError`` and the like, and end at the crash boundary.

Knows only :mod:`giz_gesprek.i18n`.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import ClassVar

from giz_gesprek.i18n import N_, _, ngettext


class ExitCode(IntEnum):
    """What the process tells the shell when it ends."""

    DONE = 0
    FINDINGS = 1
    INPUT = 2
    SOUND = 3
    STORE = 4
    OUTPUT = 5
    CRASH = 70
    INTERRUPTED = 130


class GizError(Exception):
    """A failure that is explained to the user in one sentence.

    Attributes:
        exit_code: what the command line ends with.
        sentence: what happened and what to do, in the language of that moment.

    """

    exit_code: ClassVar[ExitCode] = ExitCode.CRASH
    default_sentence: ClassVar[str] = N_("Something went wrong. Start giz-gesprek again.")

    def __init__(self, sentence: str | None = None) -> None:
        """Explain the failure in *sentence*, or in the sentence of the class."""
        self.sentence = _(self.default_sentence) if sentence is None else sentence
        # BaseException pickles and copies by calling the class with its args.
        super().__init__(self.sentence)


class InputError(GizError):
    """A file, an option or a value that was given cannot be used."""

    exit_code = ExitCode.INPUT
    default_sentence = N_("This input cannot be used. See giz-gesprek --help.")


class ContentError(GizError):
    """Questions or texts cannot be used.

    Attributes:
        findings: one each; ``str()`` of one is ``path:line: rule: message``.

    """

    exit_code = ExitCode.INPUT

    def __init__(self, findings: Iterable[object]) -> None:
        """Count *findings* and quote the first one."""
        self.findings = tuple(findings)
        if not self.findings:
            message = "a ContentError needs at least one finding"
            raise ValueError(message)
        count = len(self.findings)
        super().__init__(
            ngettext(
                "The questions and texts cannot be used; repair this first: {first}",
                "The questions and texts cannot be used; repair these {count} findings,"
                " the first is: {first}",
                count,
            ).format(count=count, first=self.findings[0])
        )
        self.args = (self.findings,)

    def __str__(self) -> str:
        return self.sentence


class SoundError(GizError):
    """Reading aloud does not work; the conversation goes on in silence."""

    exit_code = ExitCode.SOUND
    default_sentence = N_(
        "Reading aloud does not work on this computer. Run giz-gesprek doctor to see why."
    )


class StoreError(GizError):
    """The file with families cannot be used."""

    exit_code = ExitCode.STORE
    default_sentence = N_("The file with families cannot be used. Restore a backup.")


class WrongPassphrase(StoreError):
    """The passphrase does not open the file, or the file is not a store.

    An encrypted file answers both alike, so the sentence names both.
    """

    default_sentence = N_(
        "This passphrase does not open this file, or the file was not made by giz-gesprek."
        " Try again, and check capitals and spaces."
    )


class AlreadyOpen(StoreError):
    """Another window or process has the store open."""

    default_sentence = N_(
        "The families are already open in another window. Close that window first."
    )


class NewerStore(StoreError):
    """The store was written by a newer version of the program."""

    default_sentence = N_(
        "This file was made by a newer version of giz-gesprek. Install that version to open it."
    )


class StoreMissing(StoreError):
    """There is no store at the place where one was expected."""

    default_sentence = N_(
        "There is no file with families here yet. Start giz-gesprek to make one,"
        " or give its place with --store."
    )


class StoreExists(StoreError):
    """There is a store, or a part of one, at the place where a new one was asked for."""

    default_sentence = N_(
        "There is already a file with families here, or a part of one."
        " Open it, or choose another place with --store."
    )


class StoreNoFile(StoreError):
    """Something else than a file is at the place of a store; a folder, unless told otherwise."""

    default_sentence = N_(
        "This is a folder, and the families are in a file. Give the file in it,"
        " such as families.db."
    )


class EmptyPassphrase(StoreError):
    """No passphrase was given; without one nothing would be encrypted."""

    default_sentence = N_("The passphrase is empty. Type the passphrase of your file.")


class NotInStore(StoreError):
    """No family or conversation in the store has this id.

    What was given is not repeated: somebody may have typed a name.
    """

    default_sentence = N_(
        "There is no family or conversation with this id. Run giz-gesprek families to see the ids."
    )


class StoreUnwritable(StoreError):
    """The folder or the file may not be written."""

    default_sentence = N_(
        "The file with families cannot be written. Check the rights of its folder,"
        " or choose another place with --store."
    )


class StoreFull(StoreError):
    """The disk has no room left; what was confirmed before is kept."""

    default_sentence = N_(
        "The disk is full, so this was not saved. Make room and try again;"
        " everything saved before is kept."
    )


class StoreReplaced(StoreError):
    """Another program put other families in the file while it was open."""

    default_sentence = N_(
        "Another program replaced the file with families while it was open."
        " Start giz-gesprek again to see the families that are in it now."
    )


class StoreDamaged(StoreError):
    """Parts of the store cannot be read."""

    default_sentence = N_(
        "Parts of the file with families cannot be read. Keep the file as it is"
        " and restore a backup."
    )


class OutputError(GizError):
    """A document cannot be written at the place that was asked for."""

    exit_code = ExitCode.OUTPUT
    default_sentence = N_("The document cannot be written. Choose another place with --output.")
