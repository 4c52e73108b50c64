"""What pages, blocks and the API ask of the catalogue; each says how many queries it takes."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet
from django.utils import timezone

from birge.catalogue.availability import AvailabilityLine, Copies, copies_line
from birge.catalogue.branch_links import branch_urls
from birge.catalogue.cards import RecordCard, record_cards
from birge.catalogue.choices import RunStatus
from birge.catalogue.models import Branch, Closure, Holding, ImportRun, Record
from birge.catalogue.opening import ONE_DAY, BranchToday, Calendar
from birge.catalogue.timetables import Timetable, load_timetables

__all__ = [
    "HoldingRow",
    "announced_closures",
    "branches_today",
    "copies_of",
    "holding_rows",
    "holdings_as_of",
    "holdings_by_branch",
    "new_records",
    "public_branches",
    "record_availability",
    "record_cards",
    "timetable",
]

# A closure is announced this long before, unless its editor said otherwise.
ANNOUNCE_BEFORE = 7 * ONE_DAY


def new_records(number: int) -> list[RecordCard]:
    """Cards of the records whose copies came last, newest first; without availability."""
    return record_cards(Record.objects.newest()[:number], availability=False)


def public_branches() -> QuerySet[Branch]:
    """Branches that the site shows, in the library's order."""
    return Branch.objects.filter(open_to_public=True).order_by("position", "pk")


def branches_today(now: datetime.datetime | None = None) -> list[BranchToday]:
    """The public branches at this moment, in the library's order; four queries, five with links."""
    branches = list(public_branches())
    if not branches:
        return []
    moment = timezone.localtime(now)
    loaded = Calendar.load(branches, moment.date())
    urls = branch_urls([branch.pk for branch in branches])
    return [loaded.today(branch, moment, urls.get(branch.pk, "")) for branch in branches]


def timetable(branch: Branch) -> Timetable:
    """The hours of one branch; three queries."""
    return load_timetables([branch])[0]


def announced_closures(
    branch: Branch | None = None, day: datetime.date | None = None
) -> list[Closure]:
    """Closures to be told of on that day, soonest first: of one branch, or of any public one.

    One query; those of all branches are always among them.
    """
    day = day or timezone.localdate()
    announced = Q(show_from__lte=day) | Q(show_from=None, starts__lte=day + ANNOUNCE_BEFORE)
    where = Q(branch=branch) if branch else Q(branch__open_to_public=True)
    found = Closure.objects.filter(announced, where | Q(branch=None), ends__gte=day)
    return list(found.select_related("branch").order_by("starts", "ends", "pk"))


@dataclass(frozen=True)
class HoldingRow:
    """The copies of a record at one branch, in words.

    `state` is yes, room, no or held, as in `AvailabilityLine`; `today_line` is «10:00–18:00» or
    «closed», nothing where the hours are not known.
    """

    branch: str
    branch_id: int
    copies: int
    copies_line: str
    state: str
    address: str = ""
    branch_url: str = ""
    location: str = ""
    shelf_mark: str = ""
    today_line: str = ""
    phone: str = ""
    phone_href: str = ""
    runs: list[str] = field(default_factory=list)


def holdings_by_branch(record: Record) -> list[HoldingRow]:
    """Where the record is, branch by branch in the library's order; four queries, five with links."""
    return holding_rows(record, copies_of(record))


def copies_of(record: Record) -> list[Holding]:
    """What the library has of the record, with branches, in their order; one query."""
    return list(record.holdings.present().select_related("branch"))


def record_availability(record: Record, copies: Iterable[Holding]) -> list[AvailabilityLine]:
    """The line of the record's card from copies that are already loaded."""
    return copies_line(copies, record.source.live_status)


def holding_rows(record: Record, copies: Iterable[Holding]) -> list[HoldingRow]:
    """Loaded copies as the page shows them; three queries, four with links, none without copies."""
    by_branch: dict[Branch, list[Holding]] = defaultdict(list)
    for holding in copies:
        by_branch[holding.branch].append(holding)
    if not by_branch:
        return []
    loaded = Calendar.load(by_branch, timezone.localdate())
    urls = branch_urls([branch.pk for branch in by_branch])
    return [
        _holding_row(
            loaded.today(branch, url=urls.get(branch.pk, "")), held, record.source.live_status
        )
        for branch, held in by_branch.items()
    ]


def _holding_row(today: BranchToday, held: list[Holding], live: bool) -> HoldingRow:
    copies = Copies()
    for holding in held:
        copies.add(holding.status)
    state, text = copies.judge(live)
    runs = _distinct(holding.run for holding in held)
    return HoldingRow(
        branch=today.name,
        branch_id=today.branch.pk,
        address=today.address,
        branch_url=today.url,
        copies=copies.total,
        copies_line="; ".join(runs) or text,
        state=state,
        location=", ".join(_distinct(holding.location for holding in held)),
        shelf_mark=", ".join(_distinct(holding.shelf_mark for holding in held)),
        today_line=today.short,
        phone=today.branch.phone,
        phone_href=today.branch.phone_href,
        runs=runs,
    )


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))


def holdings_as_of(record: Record) -> datetime.datetime | None:
    """The moment up to which copies are known; none for a source that speaks of now.

    One query: the end of the source's last complete import, or else the record's last change.
    """
    if record.source.live_status:
        return None
    done = ImportRun.objects.filter(source=record.source_id, status=RunStatus.DONE, dry_run=False)
    last = done.order_by("-finished_at").values_list("finished_at", flat=True).first()
    return last or record.updated_at
