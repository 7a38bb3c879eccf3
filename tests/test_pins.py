import re
import tomllib
from pathlib import Path

from scripts import pins

ROOT = Path(__file__).parents[1]
LISTED = pins.PINS.read_text("utf-8")
PYPROJECT = (ROOT / "pyproject.toml").read_text("utf-8")
PACKAGES = re.findall(r"^(\S+)==(\S+)(.*)$", LISTED, re.MULTILINE)


def test_the_hashes_belong_to_the_pins() -> None:
    told = "run: uv run python scripts/pins.py update"
    assert pins.is_current(), told


def test_another_pin_asks_for_other_hashes() -> None:
    changed = PYPROJECT.replace("click==", "click==1", 1)
    assert changed != PYPROJECT
    assert pins.digest_of(changed) != pins.digest_of(PYPROJECT)
    assert pins.digest_of(PYPROJECT + "\n# a remark\n") == pins.digest_of(PYPROJECT)


def test_the_file_of_hashes_holds_no_address() -> None:
    assert "://" not in LISTED
    assert "--index" not in LISTED


def test_every_package_has_one_version_and_a_hash() -> None:
    assert len(PACKAGES) > 100
    blocks = LISTED.split("\n", 1)[1].replace("\\\n", " ").splitlines()
    assert len(blocks) == len(PACKAGES)
    assert not [block for block in blocks if not re.search(r"--hash=sha256:[0-9a-f]{64}", block)]


def test_everything_that_a_user_installs_has_a_version_of_its_own() -> None:
    data = tomllib.loads(PYPROJECT)
    named = {re.split(r"[=<>;\[ ]", line)[0] for line in data["project"]["dependencies"]}
    assert named <= {name for name, _version, _marker in PACKAGES}
    # It came along with another package, and had to run set-up code to be installed.
    assert "docopt" not in {name for name, _version, _marker in PACKAGES}
