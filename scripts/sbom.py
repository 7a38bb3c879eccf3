"""The licences of what a user installs, and a bill of materials (CycloneDX 1.6, JSON).

    uv run python -m scripts.sbom check               # licences; nothing is written
    uv run python -m scripts.sbom write sbom.json     # the bill of materials

Both begin with what `uv export` says is installed with the program, for all systems together:
names, versions and hashes. Which licence may be here, and why, stands in `scripts/licences.toml`.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from scripts.pins import exported

_LICENCES: Final = Path(__file__).with_name("licences.toml")
# What an older package writes instead of an identifier.
_WRITTEN: Final = {
    "MIT": r"\bMIT\b",
    "BSD-2-Clause": r"\bBSD\b",
    "BSD-3-Clause": r"\bBSD\b",
    "Apache-2.0": r"\bApache\b",
    "PSF-2.0": r"\bPSF\b|Python Software Foundation",
}


@dataclass(frozen=True)
class Package:
    """What is installed: ``marker`` says where, and is empty for everywhere."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]


def packages_in(requirements: str) -> list[Package]:
    """Return what *requirements* with hashes name, in their order."""
    found = []
    for line in requirements.replace("\\\n", " ").splitlines():
        if named := re.match(r"(\S+)==(\S+)(?: ; (.*?))?(?=\s+--hash|$)", line):
            hashes = tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", line))
            found.append(Package(named[1], named[2], (named[3] or "").strip(), hashes))
    return found


def licence_of(name: str, listed: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the line about a package; None without one."""
    if name in listed["packages"]:
        return dict(listed["packages"][name])
    prefixes = (line for prefix, line in listed["prefixes"].items() if name.startswith(prefix))
    return next(prefixes, None)


def objections(packages: Iterable[Package], listed: Mapping[str, Any]) -> list[str]:
    """Return a sentence for each licence that is unknown, not allowed, or not what is said."""
    found = []
    seen = set()
    for package in packages:
        line = licence_of(package.name, listed)
        seen.add(package.name)
        if line is None:
            found.append(f"{package.name}: its licence is not in {_LICENCES.name}")
            continue
        refused = {line["licence"], *line.get("inside", ())} - listed["allowed"].keys()
        found += [
            f"{package.name}: {one} is not allowed beside EUPL-1.2" for one in sorted(refused)
        ]
        found += _differs(package.name, line["licence"])
    found += [f"{name}: is not installed any more" for name in listed["packages"].keys() - seen]
    return found


def _differs(name: str, licence: str) -> list[str]:
    """Compare with what the package says itself, where it is installed and says something."""
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return []  # for another system
    if expression := _told(told, "License-Expression"):
        return [] if expression == licence else [f"{name}: says {expression}, not {licence}"]
    classifiers = (one for one in told.get_all("Classifier", []) if one.startswith("License"))
    written = " ".join((_told(told, "License"), *classifiers))
    fits = not written.strip() or re.search(_WRITTEN.get(licence, re.escape(licence)), written)
    return [] if fits else [f"{name}: says {written!r}, not {licence}"]


def _told(told: metadata.PackageMetadata, field: str) -> str:
    return " ".join(told.get_all(field, []))


def bill_of(packages: Iterable[Package], listed: Mapping[str, Any]) -> str:
    """Return the bill of materials; the same packages give the same text but for its number."""
    # Only developers have it.
    from cyclonedx.contrib.license.factories import LicenseFactory
    from cyclonedx.model import HashAlgorithm, HashType, Property
    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component, ComponentType
    from cyclonedx.output.json import JsonV1Dot6
    from packageurl import PackageURL

    licences = LicenseFactory()
    ours = Component(
        name="giz-gesprek",
        version=metadata.version("giz-gesprek"),
        type=ComponentType.APPLICATION,
        bom_ref="giz-gesprek",
        licenses=[licences.make_from_string("EUPL-1.2")],
    )
    bill = Bom()
    bill.metadata.component = ours
    parts = []
    for package in packages:
        line = licence_of(package.name, listed) or {}
        told = [Property(name="install:marker", value=package.marker)] if package.marker else []
        if line.get("inside"):
            inside = f"{line['note']}: {', '.join(line['inside'])}"
            told.append(Property(name="licence:inside", value=inside))
        purl = PackageURL("pypi", None, package.name, package.version)
        parts.append(
            Component(
                name=package.name,
                version=package.version,
                type=ComponentType.LIBRARY,
                bom_ref=str(purl),
                purl=purl,
                licenses=[licences.make_from_string(line["licence"])] if line else [],
                # Of every archive, for each system: a bill of materials knows no addresses either.
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=one) for one in package.hashes],
                properties=told,
            )
        )
    bill.components.update(parts)
    bill.register_dependency(ours, parts)
    return JsonV1Dot6(bill).output_as_string(indent=2)


def main() -> int:
    """Do what the command line says; 1 when a licence does not fit."""
    listed = tomllib.loads(_LICENCES.read_text("utf-8"))
    packages = packages_in(exported("--no-dev"))
    match sys.argv[1:]:
        case ["check"]:
            found = objections(packages, listed)
            print(*found, sep="\n")
            return 1 if found else 0
        case ["write", name]:
            Path(name).write_text(bill_of(packages, listed), encoding="utf-8")
            return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    raise SystemExit(main())
