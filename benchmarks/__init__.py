"""How fast the program is, next to something comparable in the same run. See docs/benchmarks.md."""
