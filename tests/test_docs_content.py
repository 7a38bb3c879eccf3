"""What docs/content.md tells to do is done here, word for word, in an empty folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.program import ROOT

PAGE = (ROOT / "docs" / "content.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^ *```(yaml|sh)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)


def blocks(heading: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the text of each block below a heading."""
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    for kind, text in _BLOCK.findall(section):
        yield kind, textwrap.dedent(text)


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of the page as a shell does."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.run(
        ["/bin/sh", "-c", line],
        cwd=folder,
        env={**os.environ, "PATH": path, "GIZ_GESPREK_LANGUAGE": "en"},
        check=False,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.needs_posix("a shell")
def test_a_municipality_s_folder_is_made_checked_and_used_as_the_page_tells(
    tmp_path: Path,
) -> None:
    said: dict[str, str] = {}
    for kind, text in blocks("A municipality's own folder"):
        if kind == "yaml":
            path = tmp_path / text.splitlines()[0].removeprefix("# ")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            continue
        for line in text.splitlines():
            done = shell(line, tmp_path)
            assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
            said[line] = done.stdout

    report = PAGE.split("\n    Each file, ")[1].split("\n\n")[0]
    assert said["giz-gesprek check voorbeeldstad"].strip() == textwrap.dedent(
        f"    Each file, {report}"
    )
    assert "012-3456789" in (tmp_path / "paper.txt").read_text(encoding="utf-8")


@pytest.mark.needs_posix("a shell")
def test_a_further_language_is_begun_and_filled_in_as_the_page_tells(tmp_path: Path) -> None:
    [begin, example, check] = blocks("A further language")
    assert shell(begin[1], tmp_path).returncode == 0
    surroundings = tmp_path / "tr" / "easy_language" / "tr" / "surroundings.yaml"
    skeleton = surroundings.read_text(encoding="utf-8")
    group, *words, filled = example[1].splitlines()
    assert "\n".join((group, *words)) in skeleton
    surroundings.write_text(skeleton.replace("\n".join((*words, "  # title:")), filled), "utf-8")

    check_line, missing_line = check[1].splitlines()
    checked, missing = shell(check_line, tmp_path), shell(missing_line, tmp_path)

    assert checked.returncode == 0, checked.stdout
    assert missing.returncode == 1
    assert "easy_language/tr housing.wish" in missing.stdout
    assert "easy_language/tr housing.title" not in missing.stdout
