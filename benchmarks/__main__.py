"""``uv run python -m benchmarks``: measure everything and print a table; exit 1 over budget.

``--harlequin COMMAND`` also measures against an installed harlequin, a larger Textual program.
"""

from __future__ import annotations

import importlib.util
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path

from benchmarks import families, first_frame, help, key_to_repaint, papers, store
from benchmarks.rows import Row


def main() -> int:
    """Print the rows as they come."""
    parser = ArgumentParser(prog="python -m benchmarks", description="Measure the program.")
    parser.add_argument("--harlequin", type=Path, metavar="COMMAND", help="compare with it")
    harlequin: Path | None = parser.parse_args().harlequin
    print(f"{'what':34}{'value':>10}{'reference':>11}{'ratio':>7}{'budget':>9}  verdict")
    kept = _print(store.run()) & _print(help.run()) & _print(papers.run())
    if not papers.HAS_FPDF2:
        print("PDF, to fpdf2: not run; uv sync --group benchmarks installs it")
    if importlib.util.find_spec("fcntl") is None:
        print("the rest needs a terminal of Linux or macOS: not run")
        return int(not kept)
    kept &= _print(first_frame.run(harlequin))
    if harlequin is None:
        print("first frame, to harlequin: not run; see --harlequin")
    kept &= _print(key_to_repaint.run()) & _print(families.run())
    return int(not kept)


def _print(rows: Iterable[Row]) -> bool:
    """Print rows; tell whether all of them are within their budget."""
    all_kept = True
    for row in rows:
        value = f"{row.value:.1f} {row.unit}"
        reference = "" if row.reference is None else f"{row.reference:.1f} {row.unit}"
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        budget = f"{row.budget:g} x" if row.relative else f"{row.budget:g} {row.unit}"
        verdict = "kept" if row.is_kept else "MISSED"
        print(f"{row.name:34}{value:>10}{reference:>11}{ratio:>7}{budget:>9}  {verdict}")
        all_kept &= row.is_kept
    return all_kept


if __name__ == "__main__":
    sys.exit(main())
