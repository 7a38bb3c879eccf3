"""Helpers for tests; nothing in here is a test."""
