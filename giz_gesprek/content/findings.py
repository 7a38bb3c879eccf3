"""One line about one place in the content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["ERROR", "WARN"]


@dataclass(frozen=True, order=True)
class Finding:
    """What is wrong, where: printed as ``PATH:LINE: ERROR|WARN RULE ID: message``.

    ``line`` counts from 1; ``text_id`` is empty when the finding is about a whole file.
    """

    path: str
    line: int
    rule: str
    text_id: str
    message: str
    severity: Severity = "ERROR"

    def __str__(self) -> str:
        """Return the one line that is shown."""
        subject = f" {self.text_id}" if self.text_id else ""
        return f"{self.path}:{self.line}: {self.severity} {self.rule}{subject}: {self.message}"
