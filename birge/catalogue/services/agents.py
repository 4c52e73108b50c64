"""People and bodies: found or made in bulk, with the forms of their names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from birge.catalogue.marc.bibliographic import ContributorData
from birge.catalogue.models import Agent
from birge.catalogue.services.mapping import AGENT_LENGTHS, fitting
from birge.catalogue.services.rows import insert_rows
from birge.core.among import among
from birge.core.many import Many
from birge.language.collation import sort_key

# A name with more forms than this is several people under one heading.
MOST_VARIANTS = 30
FIELDS = ("kind", "name", "name_kk", "name_ru", "variants", "dates", "key", "sort_key")
LEARNT = Many("catalogue_agent", {"id": "bigint", "variants": "jsonb", "dates": "text"})


def agents_for(wanted: Mapping[str, ContributorData]) -> dict[str, int]:
    """Agent ids by key; the missing are made, new forms and dates of known ones are kept.

    Two or three queries for any number of names. Call it inside a transaction.
    """
    found = _known(wanted)
    _learn({key: data for key, data in wanted.items() if key in found})
    missing = [key for key in wanted if key not in found]
    if missing:
        # Another import may make the same agent at this moment.
        rows = (_row(key, wanted[key]) for key in missing)
        insert_rows(Agent, FIELDS, rows, unique=["key"])
        found |= _known(missing)
    return found


def _known(keys: Iterable[str]) -> dict[str, int]:
    return dict(Agent.objects.filter(key__in=among(keys)).order_by().values_list("key", "pk"))


def _row(key: str, data: ContributorData) -> tuple[object, ...]:
    name = fitting(data.name, AGENT_LENGTHS["name"])
    dates = fitting(data.dates, AGENT_LENGTHS["dates"])
    variants = _forms(data)[:MOST_VARIANTS]
    return data.kind, name, "", "", variants, dates, key, sort_key(name)


def _forms(data: ContributorData) -> list[str]:
    forms = (fitting(form, AGENT_LENGTHS["name"]) for form in data.variants)
    return [form for form in dict.fromkeys(forms) if form and form != data.name]


def _learn(wanted: Mapping[str, ContributorData]) -> None:
    """Keep what the new records know of agents that are there already."""
    telling = {key: data for key, data in wanted.items() if data.variants or data.dates}
    if not telling:
        return
    known = Agent.objects.filter(key__in=among(telling)).order_by()
    changed = []
    for pk, key, variants, dates in known.values_list("pk", "key", "variants", "dates"):
        data = telling[key]
        new = [form for form in _forms(data) if form not in variants]
        new = new[: max(0, MOST_VARIANTS - len(variants))]
        found = dates or fitting(data.dates, AGENT_LENGTHS["dates"])
        if new or found != dates:
            changed.append((pk, json.dumps([*variants, *new]), found))
    if not changed:
        return
    # Locked in one order: two imports at once must not wait for each other in a circle.
    locked = Agent.objects.filter(pk__in=among(pk for pk, *_rest in changed)).order_by("pk")
    list(locked.select_for_update(no_key=True).values_list("pk"))
    LEARNT.update(changed)
