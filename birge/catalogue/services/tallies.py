"""What an import counts, file by file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from birge.core.storable import storable

CREATED = "created"
UPDATED = "updated"
UNCHANGED = "unchanged"
SUPERSEDED = "superseded"
HOLDINGS = "holdings"
REJECTED = "rejected"
OUTCOMES = (CREATED, UPDATED, UNCHANGED, SUPERSEDED, HOLDINGS, REJECTED)


@dataclass
class FileTally:
    """One file: what it turned out to be, and what became of everything in it.

    `read` is the sum of the outcomes. `superseded` are records that come again later in the
    same run under the same number; `holdings` are MARC holdings records.
    """

    path: Path
    size: int
    container: str = ""
    dialects: Counter[str] = field(default_factory=Counter)
    encodings: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)
    read: int = 0
    bytes_read: int = 0

    @property
    def name(self) -> str:
        """The name of the file; what no encoding explains in it is replaced."""
        return storable(self.path.name)

    def count(self, outcome: str, number: int = 1) -> None:
        self.outcomes[outcome] += number

    def move(self, outcome: str, other: str) -> None:
        """One thing counted so far as `outcome` turns out to be `other`."""
        self.outcomes[outcome] -= 1
        self.outcomes[other] += 1

    def as_json(self) -> dict:
        """For the run's record in the database."""
        return {
            "file": self.name,
            "size": self.size,
            "container": self.container,
            "dialects": sorted(self.dialects),
            "encodings": sorted(self.encodings),
            "read": self.read,
            **{outcome: self.outcomes[outcome] for outcome in OUTCOMES},
            "reasons": dict(self.reasons),
            "warnings": dict(self.warnings),
        }


def total(tallies: list[FileTally], outcome: str) -> int:
    """The count of an outcome over all files."""
    return sum(tally.outcomes[outcome] for tally in tallies)
