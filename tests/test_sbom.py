import json
import tomllib
from typing import Any

import pytest

from scripts.sbom import bill_of, objections, packages_in

HASH = "0" * 64
REQUIREMENTS = f"""click==8.5.1 \\
    --hash=sha256:{HASH} \\
    --hash=sha256:{"1" * 64}
comtypes==1.4.17 ; sys_platform == 'win32' \\
    --hash=sha256:{HASH}
"""


def listed(text: str) -> dict[str, Any]:
    return tomllib.loads(f"{text}\n[prefixes]\n")


BOTH = listed("""
[allowed]
"BSD-3-Clause" = "permissive"
MIT = "permissive"
[packages]
click = { licence = "BSD-3-Clause" }
comtypes = { licence = "MIT", inside = ["MIT"], note = "something" }
""")


def test_the_packages_are_read_with_their_markers_and_hashes() -> None:
    click, comtypes = packages_in(REQUIREMENTS)
    assert (click.name, click.version, click.marker) == ("click", "8.5.1", "")
    assert click.hashes == (HASH, "1" * 64)
    assert comtypes.marker == "sys_platform == 'win32'"


def test_licences_that_are_known_and_allowed_get_no_objection() -> None:
    assert objections(packages_in(REQUIREMENTS), BOTH) == []


def lines(**licences: str) -> dict[str, Any]:
    packages = {name: {"licence": licence} for name, licence in licences.items()}
    return {"allowed": BOTH["allowed"], "packages": packages, "prefixes": {}}


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (lines(comtypes="MIT"), "click: its licence is not in"),
        (lines(click="MIT", comtypes="MIT"), "click: says BSD-3-Clause, not MIT"),
        pytest.param(
            lines(click="BSD-3-Clause", comtypes="SSPL-1.0"),
            "comtypes: SSPL-1.0 is not allowed beside EUPL-1.2",
            marks=pytest.mark.needs_posix("a package that is of Windows alone"),
        ),
        (
            lines(click="BSD-3-Clause", comtypes="MIT", docopt="MIT"),
            "docopt: is not installed any more",
        ),
    ],
)
def test_a_licence_that_does_not_fit_is_told(table: dict[str, Any], told: str) -> None:
    (found,) = objections(packages_in(REQUIREMENTS), table)
    assert found.startswith(told)


def test_what_a_wheel_brings_along_needs_an_allowed_licence_too() -> None:
    table = lines(click="BSD-3-Clause", comtypes="MIT")
    table["packages"]["click"]["inside"] = ["GPL-2.0-only"]
    (found,) = objections(packages_in(REQUIREMENTS), table)
    assert found == "click: GPL-2.0-only is not allowed beside EUPL-1.2"


def test_the_bill_of_materials_names_every_package_with_its_licence_and_hashes() -> None:
    bill = json.loads(bill_of(packages_in(REQUIREMENTS), BOTH))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["licenses"] == [{"license": {"id": "EUPL-1.2"}}]
    click, comtypes = bill["components"]
    assert click["purl"] == "pkg:pypi/click@8.5.1"
    assert click["licenses"] == [{"license": {"id": "BSD-3-Clause"}}]
    assert {one["content"] for one in click["hashes"]} == {HASH, "1" * 64}
    assert {"name": "install:marker", "value": "sys_platform == 'win32'"} in comtypes["properties"]
    assert {"name": "licence:inside", "value": "something: MIT"} in comtypes["properties"]
    (ours,) = [d for d in bill["dependencies"] if d["ref"] == "giz-gesprek"]
    assert set(ours["dependsOn"]) == {click["bom-ref"], comtypes["bom-ref"]}
