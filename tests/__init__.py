"""Tests mirror the package: tests/store/ holds what is promised of giz_gesprek/store/."""
