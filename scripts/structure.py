"""The rooms of the package and the arrows between them, as a picture for docs/.

    uv run python -m scripts.structure           draw docs/structure.svg anew
    uv run python -m scripts.structure --check   say whether it shows the imports as they are
    uv run python -m scripts.structure --of DIR --to FILE   draw another checkout

Rooms are packages, those of ``tui`` one floor deeper; the floors are those of the contracts in
``pyproject.toml``. An arrow is an import, of whatever kind; one that other arrows already tell is
left out. What goes up is red.
"""

from __future__ import annotations

import re
import sys
import tomllib
from argparse import ArgumentParser
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

from scripts.sources import PACKAGE, ROOT, circles_in, graph, sources

PICTURE: Final = ROOT / "docs" / "structure.svg"
_DEEPER: Final = "tui"
_WIDTH, _ROOM, _HIGH, _FLOOR, _TOP = 1000, 132, 42, 70, 66


@dataclass(frozen=True)
class Room:
    """A package on its floor: how many modules, and where it is drawn."""

    name: str
    modules: int
    x: float
    y: float


def room_of(module: str) -> str:
    """Return in which room a module is: its package, inside ``tui`` one deeper."""
    parts = module.split(".")[1:]
    depth = 2 if parts[:1] == [_DEEPER] and len(parts) > 1 else 1
    return ".".join(parts[:depth]) or PACKAGE


def floors(root: Path) -> list[list[str]]:
    """Return the names of the rooms, floor by floor from the top, as the contracts say."""
    config = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = config["tool"]["importlinter"]["contracts"]
    layers = {each["containers"][0]: each["layers"] for each in contracts if "layers" in each}
    inside = [
        [f"{_DEEPER}.{name}" for name in _names(layer)]
        for layer in layers.get(f"{PACKAGE}.{_DEEPER}", [])
    ]
    found: list[list[str]] = []
    for layer in layers[PACKAGE]:
        names = _names(layer)
        if _DEEPER in names:
            others = [name for name in names if name != _DEEPER]
            rest = _without_contract(root) if not inside else []
            found += [*([others] if others else []), *inside, *([rest] if rest else [])]
        else:
            found.append(names)
    return found


def _names(layer: str) -> list[str]:
    return re.findall(r"\w+", layer)


def _without_contract(root: Path) -> list[str]:
    rooms = {room_of(name) for name in sources(root)}
    return sorted(room for room in rooms if room.startswith(f"{_DEEPER}."))


def rooms_in(root: Path) -> dict[str, Room]:
    """Return every room that has modules, where it is drawn."""
    modules = Counter(room_of(name) for name in sources(root))
    there = [[name for name in floor if name in modules] for floor in floors(root)]
    found = {}
    for row, floor in enumerate(_broken(filter(None, there))):
        step = _WIDTH / len(floor)
        for place, name in enumerate(floor):
            x = step * (place + 0.5) - _ROOM / 2
            found[name] = Room(name, modules[name], x, _TOP + row * _FLOOR)
    return found


def _broken(found: Iterable[list[str]]) -> Iterator[list[str]]:
    """Yield floors that fit on the sheet."""
    most = _WIDTH // (_ROOM + 8)
    for floor in found:
        for start in range(0, len(floor), most):
            yield floor[start : start + most]


def arrows(root: Path, rooms: Mapping[str, Room]) -> list[tuple[str, str]]:
    """Return from which room to which there are imports, without what other arrows tell."""
    links: dict[str, set[str]] = defaultdict(set)
    for module, imports in graph(root).items():
        here = room_of(module)
        there = {room_of(other) for other in imports} - {here}
        links[here] |= there & rooms.keys()
    down = {
        room: {to for to in there if rooms[to].y > rooms[room].y} for room, there in links.items()
    }
    found = []
    for room in sorted(links.keys() & rooms.keys()):
        for to in sorted(links[room]):
            told = any(to in _below(other, down) for other in down[room] - {to})
            if to not in down[room] or not told:
                found.append((room, to))
    return found


def _below(room: str, down: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [room]
    while waiting:
        for other in down.get(waiting.pop(), set()) - found:
            found.add(other)
            waiting.append(other)
    return found


def drawing(root: Path = ROOT) -> str:
    """Return the picture of a checkout."""
    rooms = rooms_in(root)
    circles = sum(len(circle) for circle in circles_in(graph(root)))
    links = arrows(root, rooms)
    height = max(room.y for room in rooms.values()) + _HIGH + 30
    told = f"{len(sources(root))} modules, {circles} of them in circles of imports"
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height:.0f}" '
            'font-family="sans-serif" font-size="13" role="img">'
        ),
        f"<title>{PACKAGE}: rooms and arrows; {told}</title>",
        f'<rect width="{_WIDTH}" height="{height:.0f}" fill="#fbf7ef"/>',
        f'<text x="20" y="30" font-size="17" font-weight="bold">{PACKAGE}</text>',
        f'<text x="20" y="50" fill="#555">{told}. An arrow points at what is used.</text>',
        (
            '<defs><marker id="d" markerWidth="7" markerHeight="7" refX="6" refY="3" orient="auto">'
            '<path d="M0,0L6,3L0,6z" fill="#0b4f6c"/></marker><marker id="u" markerWidth="7" '
            'markerHeight="7" refX="6" refY="3" orient="auto"><path d="M0,0L6,3L0,6z" '
            'fill="#b3261e"/></marker></defs>'
        ),
        *(_arrow(rooms[start], rooms[end]) for start, end in links),
        *map(_box, rooms.values()),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _arrow(start: Room, end: Room) -> str:
    x1, x2 = start.x + _ROOM / 2, end.x + _ROOM / 2
    goes_down = end.y > start.y
    y1 = start.y + (_HIGH if goes_down else 0)
    y2 = end.y + (0 if goes_down else _HIGH)
    if start.y == end.y:
        y2 = end.y
    bend = (y2 - y1) / 2 if start.y != end.y else -30
    colour, marker = ("#0b4f6c", "d") if goes_down else ("#b3261e", "u")
    return (
        f'<path d="M{x1:.0f},{y1:.0f}C{x1:.0f},{y1 + bend:.0f} {x2:.0f},{y2 - bend:.0f} '
        f'{x2:.0f},{y2:.0f}" fill="none" stroke="{colour}" stroke-opacity=".65" '
        f'marker-end="url(#{marker})"/>'
    )


def _box(room: Room) -> str:
    middle = room.x + _ROOM / 2
    size = f"{room.modules} modules" if room.modules > 1 else "1 module"
    return (
        f'<rect x="{room.x:.0f}" y="{room.y:.0f}" width="{_ROOM}" height="{_HIGH}" rx="6" '
        'fill="#fff" stroke="#1c1b19"/>'
        f'<text x="{middle:.0f}" y="{room.y + 19:.0f}" text-anchor="middle" '
        f'font-weight="bold">{escape(room.name)}</text>'
        f'<text x="{middle:.0f}" y="{room.y + 35:.0f}" text-anchor="middle" font-size="11" '
        f'fill="#555">{size}</text>'
    )


def main() -> int:
    """Draw, or say whether what is drawn is current."""
    parser = ArgumentParser(description="Draw the rooms of the package.")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--of", type=Path, default=ROOT)
    parser.add_argument("--to", type=Path, default=PICTURE)
    options = parser.parse_args()
    picture = drawing(options.of.resolve())
    if options.check:
        current = options.to.is_file() and options.to.read_text(encoding="utf-8") == picture
        if not current:
            print(f"{options.to.name} is out of date: run python -m scripts.structure")
        return 0 if current else 1
    options.to.write_text(picture, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
