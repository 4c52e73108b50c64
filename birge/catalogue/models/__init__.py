"""Records, the people in them, branches, copies, and where all of it came from."""

from birge.catalogue.models.agents import Agent, Contribution
from birge.catalogue.models.branches import Branch, Closure, Holiday, OpeningHours, Season
from birge.catalogue.models.holdings import Holding, LoanCount
from birge.catalogue.models.imports import ImportRun, Reject, Source
from birge.catalogue.models.records import OriginalRecord, Record

__all__ = [
    "Agent",
    "Branch",
    "Closure",
    "Contribution",
    "Holding",
    "Holiday",
    "ImportRun",
    "LoanCount",
    "OpeningHours",
    "OriginalRecord",
    "Record",
    "Reject",
    "Season",
    "Source",
]
