"""Which format a record is in, found by looking at it: MARC 21 or UNIMARC."""

from __future__ import annotations

import re

from birge.catalogue.marc.record import MarcRecord

MARC21 = "marc21"
UNIMARC = "unimarc"

# 100$a of UNIMARC: date of entry, type of date, date 1; no heading of a person looks like this.
CODED_100 = re.compile(r"[0-9#| ]{8}[a-z#| ][0-9u#| ]{4}")


def dialect_of(record: MarcRecord, usual: str = "") -> str:
    """The format that more speaks for; where nothing does, the usual one of the file."""
    unimarc = ("200" in record) + ("801" in record) + ("210" in record)
    marc21 = 2 * ("245" in record) + ("008" in record) + ("040" in record) + ("260" in record)
    # Leader/20-23 is «4500» in MARC 21, «450» and a blank in UNIMARC.
    ending = record.leader[20:24]
    marc21 += ending == "4500"
    unimarc += ending[:3] == "450" and ending != "4500"
    if unimarc and "100" in record and CODED_100.match(record.first("100", "a")):
        unimarc += 2
    if unimarc == marc21:
        return usual or MARC21
    return UNIMARC if unimarc > marc21 else MARC21
