"""The build: compiles catalogues and content, and puts them in the wheel together with content/.

An editable install compiles next to the sources, so that the checkout runs in Dutch; the
compiled files are ignored by git. A wheel gets them, and content/, in giz_gesprek/_data;
nothing is written in the checkout for it. See docs/decisions/0002-data-in-the-wheel.md and
0240-content-is-compiled.md.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DOMAIN = "giz_gesprek"


class CatalogueBuildHook(BuildHookInterface[Any]):
    """Prepares the data that the package needs beside its code."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell hatchling what to include."""
        locales, content = Path(self.root, "locales"), Path(self.root, "content")
        if version == "editable":
            for po in self._catalogues(locales):
                po.with_suffix(".mo").write_bytes(_compiled(po))
            self._compile_content(content, content.with_name("content.json"))
            return
        self._workshop = TemporaryDirectory()
        compiled = Path(self._workshop.name, "content.json")
        self._compile_content(content, compiled)
        included = {
            str(content): f"{DOMAIN}/_data/content",
            str(compiled): f"{DOMAIN}/_data/content.json",
        }
        for po in self._catalogues(locales):
            mo = Path(self._workshop.name, po.parent.parent.name).with_suffix(".mo")
            mo.write_bytes(_compiled(po))
            place = po.relative_to(locales).with_suffix(".mo").as_posix()
            included[str(mo)] = f"{DOMAIN}/_data/locales/{place}"
        build_data["force_include"].update(included)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was compiled for a wheel."""
        if version != "editable":
            self._workshop.cleanup()

    def _compile_content(self, content: Path, place: Path) -> None:
        """Write the content at ``place`` as the program reads it fastest.

        In a checkout content with a mistake is not compiled: the program tells where it is.
        """
        sys.path.insert(0, self.root)
        try:
            from giz_gesprek.content.compiled import compiled
            from giz_gesprek.content.loader import load_content
            from giz_gesprek.errors import ContentError

            place.unlink(missing_ok=True)
            with suppress(ContentError):
                place.write_bytes(compiled(load_content(content).library, content))
        finally:
            sys.path.remove(self.root)

    @staticmethod
    def _catalogues(locales: Path) -> list[Path]:
        return sorted(locales.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def _compiled(po: Path) -> bytes:
    file = BytesIO()
    write_mo(file, read_po(BytesIO(po.read_bytes()), locale=po.parent.parent.name, domain=DOMAIN))
    return file.getvalue()
