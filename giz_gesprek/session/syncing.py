"""Whether another program copies the folder of a file to other computers while it is open.

Owns the marks by which such a folder is known. Must not know who is told.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

_NAMES: Final[Mapping[str, str]] = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud drive": "iCloud",
    "icloudrive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mijn drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
}
"""How folders of such programs are called, in small letters."""

_MARKS: Final[Mapping[str, str]] = {
    ".stfolder": "Syncthing",
    ".stignore": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
}
"""What such programs leave in the folder that they copy."""

_VARIABLES: Final[Mapping[str, str]] = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
}
"""In which of them the system says where such a folder is."""


def synced_by(path: Path) -> str | None:
    """Return the name of the program that copies the folder of ``path``, if one is recognised."""
    folders = list(path.absolute().parents)
    return next((name for folder in folders for name in _programs(folder)), None)


def _programs(folder: Path) -> Iterator[str]:
    called = folder.name.casefold()
    for name, program in _NAMES.items():
        # As "OneDrive - Gemeente Voorbeeldstad" and "GoogleDrive-somebody@example.org".
        rest = called.removeprefix(name)
        if rest != called and not rest[:1].isalnum():
            yield program
    for variable, program in _VARIABLES.items():
        if os.environ.get(variable) and Path(os.environ[variable]) == folder:
            yield program
    with suppress(OSError):
        for mark, program in _MARKS.items():
            if (folder / mark).exists():
                yield program
