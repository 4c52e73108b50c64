"""What stands beside a record: the volumes of its set, then the rest by its authors."""

from __future__ import annotations

from django.db.models import Case, F, Q, QuerySet, Value, When

from birge.catalogue.cards import RecordCard, record_cards
from birge.catalogue.choices import Role
from birge.catalogue.finding import BEYOND_ANY_LETTER
from birge.catalogue.models import Record
from birge.language.collation import sort_key

SIMILAR = 6
# Of a longer set those are read that follow the volume.
MOST_VOLUMES = 60


def similar_records(record: Record) -> list[RecordCard]:
    """Volumes of the same set from the next one on, then the authors' newest; three queries.

    Contributions must be loaded.
    """
    volumes = _volumes(record)[:SIMILAR]
    agents = [each.agent_id for each in record.main_contributions]
    others: list[Record] = []
    if agents and len(volumes) < SIMILAR:
        known = [record.pk, *(each.pk for each in volumes)]
        found = _by_agents(agents).exclude(pk__in=known).select_related("source").distinct()
        # Databases disagree where nothing stands in an order.
        ordered = found.order_by(F("year").desc(nulls_last=True), "-pk")
        others = list(ordered[: SIMILAR - len(volumes)])
    return record_cards([*volumes, *others], availability=False)


def _by_agents(agents: list[int]) -> QuerySet[Record]:
    return Record.objects.public().filter(contributions__agent__in=agents)


def _volumes(record: Record) -> list[Record]:
    """The other volumes of the set or series: those that follow, then those before."""
    together = _of_one_set(record)
    if not together:
        return []
    authors = [each.agent_id for each in record.contributions.all() if each.role == Role.AUTHOR]
    # Every author has a «Selected works»: a title tells a set only where nobody has written it.
    found = _by_agents(authors) if authors else _by_title(record)
    follows = Case(When(title_key__gt=record.title_key, then=Value(0)), default=Value(1))
    rows = found.filter(together).exclude(pk=record.pk).select_related("source").distinct()
    own = _place(record)
    return sorted(
        rows.order_by(follows, "title_key", "pk")[:MOST_VOLUMES],
        key=lambda each: (_place(each) <= own, _place(each)),
    )


def _of_one_set(record: Record) -> Q:
    """The condition for volumes of one set; empty for a book that stands alone."""
    found = Q()
    if record.part_number:
        found |= Q(title=record.title) & ~Q(part_number="")
    if record.set_title:
        found |= Q(set_title=record.set_title)
    if record.series and record.series_number:
        found |= Q(series=record.series) & ~Q(series_number="")
    return found


def _by_title(record: Record) -> QuerySet[Record]:
    """Records whose title begins with this one's, by the index of the keys."""
    key = sort_key(record.title)
    return Record.objects.public().filter(title_key__gte=key, title_key__lt=key + BEYOND_ANY_LETTER)


def _place(record: Record) -> tuple[str, str]:
    """Where the volume stands in its set."""
    return sort_key(record.part_number or record.series_number), record.title_key
