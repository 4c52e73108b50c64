"""The verbs of the catalogue: the only code that writes records, people, copies and imports."""

from birge.catalogue.services.imports import ImportFailed, ImportJob
from birge.catalogue.services.records import (
    ContributionInput,
    restore_records,
    save_record,
    withdraw_records,
)

__all__ = [
    "ContributionInput",
    "ImportFailed",
    "ImportJob",
    "restore_records",
    "save_record",
    "withdraw_records",
]
