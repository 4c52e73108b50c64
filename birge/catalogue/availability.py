"""Whether a reader can have a book, said no more surely than the library's data allow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count
from django.utils.translation import gettext

from birge.catalogue.choices import HoldingStatus
from birge.catalogue.models import Holding, Record
from birge.catalogue.models.branches import in_reader_language
from birge.core.numbers import counted

YES, ROOM, NO, HELD = "yes", "room", "no", "held"
# So many branches are named; of more, only the number is told.
NAMED_BRANCHES = 3


@dataclass(frozen=True)
class AvailabilityLine:
    """`state` is yes, room, no or held (known to be in the collection, no more); `places` names branches."""

    state: str
    text: str
    branches: list[str] = field(default_factory=list)

    @property
    def places(self) -> str:
        """The branches in words, when there are few enough to read."""
        if len(self.branches) > NAMED_BRANCHES:
            return counted("branch", len(self.branches))
        return ", ".join(self.branches)


@dataclass
class Copies:
    """How many copies there are in each state."""

    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, status: str, number: int = 1) -> None:
        self.counts[status] += number

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    def judge(self, live: bool) -> tuple[str, str]:
        """State and words; without live data nothing is said of this minute."""
        counts, total = self.counts, self.total
        if counts[HoldingStatus.READING_ROOM] == total:
            return ROOM, gettext("Reading room only")
        if live and counts[HoldingStatus.ON_SHELF]:
            shelf = {"present": counts[HoldingStatus.ON_SHELF], "total": total}
            return YES, gettext("On the shelf: %(present)s of %(total)s") % shelf
        if not live or counts[""]:
            copies = counted("copy", total)
            return HELD, gettext("In the collection: %(copies)s") % {"copies": copies}
        if counts[HoldingStatus.READING_ROOM]:
            return ROOM, gettext("Reading room only")
        if counts[HoldingStatus.PROCESSING] == total:
            return HELD, gettext("Being processed")
        return NO, gettext("All copies out")


def availability_lines(records: Iterable[Record]) -> dict[int, list[AvailabilityLine]]:
    """One line for each record that has copies, by record id, in one query; sources must be loaded."""
    live = {record.pk: record.source.live_status for record in records}
    rows = (
        Holding.objects.present()
        .filter(record__in=list(live))
        .order_by("branch__position", "branch_id")
        .values_list("record_id", "branch__name_kk", "branch__name_ru", "status")
        .annotate(Count("pk"))
    )
    copies: dict[int, Copies] = defaultdict(Copies)
    branches: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for record_id, name_kk, name_ru, status, number in rows:
        copies[record_id].add(status, number)
        branches[record_id].append((in_reader_language(name_kk, name_ru), status))
    return {
        record_id: [_line(found, branches[record_id], live[record_id])]
        for record_id, found in copies.items()
    }


def copies_line(copies: Iterable[Holding], live: bool) -> list[AvailabilityLine]:
    """The same line from the copies of one record, loaded with their branches."""
    found, branches = Copies(), []
    for copy in copies:
        found.add(copy.status)
        branches.append((copy.branch.name, copy.status))
    return [_line(found, branches, live)] if branches else []


def _line(copies: Copies, branches: list[tuple[str, str]], live: bool) -> AvailabilityLine:
    state, text = copies.judge(live)
    # "On the shelf" names the branches where it stands, not all that own a copy.
    names = [name for name, status in branches if state != YES or status == HoldingStatus.ON_SHELF]
    return AvailabilityLine(state, text, list(dict.fromkeys(names)))
