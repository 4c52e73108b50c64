"""Branches of the demonstration, their hours, and the year's holidays."""

from __future__ import annotations

from datetime import time

from birge.catalogue.models import Branch, Holiday, OpeningHours, Season
from birge.catalogue.services.belongings import equip_branch
from birge.site.demo.library import BRANCHES, HOLIDAYS, SEASONS, DemoBranch, Hours


def seed_branches() -> dict[str, Branch]:
    """The branches by code, with hours, seasons and holidays; what is there already stays."""
    seasons = {
        rule.key: Season.objects.get_or_create(
            name_kk=rule.name_kk,
            defaults={
                "name_ru": rule.name_ru,
                "from_month": rule.starts[0],
                "from_day": rule.starts[1],
                "to_month": rule.ends[0],
                "to_day": rule.ends[1],
            },
        )[0]
        for rule in SEASONS
    }
    for rule in HOLIDAYS:
        Holiday.objects.get_or_create(
            month=rule.month,
            day=rule.day,
            year=None,
            defaults={"name_kk": rule.name_kk, "name_ru": rule.name_ru, "days": rule.days},
        )
    return {
        fact.code: _branch(fact, position, seasons) for position, fact in enumerate(BRANCHES, 1)
    }


def _branch(fact: DemoBranch, position: int, seasons: dict[str, Season]) -> Branch:
    branch, created = Branch.objects.get_or_create(
        code=fact.code,
        defaults={
            "name_kk": fact.name_kk,
            "name_ru": fact.name_ru,
            "address_kk": fact.address_kk,
            "address_ru": fact.address_ru,
            "phone": fact.phone,
            "whatsapp": fact.whatsapp,
            "telegram": fact.telegram,
            "email": fact.email,
            "accessibility": list(fact.accessibility),
            "sanitary_week": fact.sanitary_week,
            "sanitary_weekday": fact.sanitary_weekday,
            "position": position,
        },
    )
    if created:
        rows = [*_rows(branch, fact.hours, None)]
        for key, hours in fact.seasonal_hours.items():
            rows += _rows(branch, hours, seasons[key])
        OpeningHours.objects.bulk_create(rows)
    equip_branch(branch)
    return branch


def _rows(branch: Branch, hours: tuple[Hours, ...], season: Season | None) -> list[OpeningHours]:
    return [
        OpeningHours(
            branch=branch,
            season=season,
            weekday=weekday,
            opens=time.fromisoformat(each.opens),
            closes=time.fromisoformat(each.closes),
            lunch_from=time.fromisoformat(each.lunch_from) if each.lunch_from else None,
            lunch_to=time.fromisoformat(each.lunch_to) if each.lunch_to else None,
        )
        for each in hours
        for weekday in each.weekdays
    ]
