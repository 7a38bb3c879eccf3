"""SECURITY.md and docs/privacy.md promise nothing that no test holds."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAPERS = (ROOT / "SECURITY.md", ROOT / "docs" / "privacy.md")
NAMED = re.compile(r"`(tests/[\w/.]+\.py)(?:::(\w+))?`")


def named() -> list[tuple[str, str | None]]:
    texts = (paper.read_text("utf-8") for paper in PAPERS)
    return [(found[1], found[2]) for text in texts for found in NAMED.finditer(text)]


@pytest.mark.parametrize(("place", "test"), named())
def test_a_test_that_a_paper_names_is_there(place: str, test: str | None) -> None:
    written = (ROOT / place).read_text("utf-8")
    assert test is None or f"def {test}(" in written


def test_every_threat_says_what_stops_it_and_what_remains() -> None:
    threats = PAPERS[0].read_text("utf-8").split("## Further")[0].split("\n### ")[1:-1]
    assert len(threats) >= 8
    for threat in threats:
        for part in ("*Can*", "*Is stopped by*", "*Remains:*"):
            assert part in threat, threat.splitlines()[0]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_link_leads_somewhere(paper: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", paper.read_text("utf-8")):
        assert (paper.parent / target).exists(), target
