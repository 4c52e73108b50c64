"""Branches, people, records and copies for tests."""

from __future__ import annotations

import datetime

import factory
from factory.django import DjangoModelFactory

from birge.catalogue.choices import Weekday
from birge.catalogue.models import Agent, Branch, Holding, OpeningHours, Record, Source
from birge.catalogue.services import ContributionInput, save_record
from birge.catalogue.services.records import save_agent


class SourceFactory(DjangoModelFactory):
    """A source; the same one for all records unless a test says otherwise."""

    class Meta:
        model = Source
        django_get_or_create = ["name"]

    name = "Library"


class BranchFactory(DjangoModelFactory):
    """A branch without hours; see `open_daily`."""

    class Meta:
        model = Branch

    code = factory.Sequence(lambda number: f"branch-{number}")
    name_kk = factory.Sequence(lambda number: f"«Самал» филиалы {number}")
    name_ru = factory.Sequence(lambda number: f"Филиал «Самал» {number}")
    address_kk = "Самал ықшамауданы, 5"
    address_ru = "микрорайон Самал, 5"


class AgentFactory(DjangoModelFactory):
    """A person, saved with the keys the catalogue needs; one row for one name."""

    class Meta:
        model = Agent

    name = factory.Sequence(lambda number: f"Әуезов, Мұхтар {number}")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        agent = model_class(*args, **kwargs)
        agent.set_keys()
        return Agent.objects.filter(key=agent.key).first() or save_agent(agent)


class RecordFactory(DjangoModelFactory):
    """A record saved as staff save it, search index included; `authors` are names or agents."""

    class Meta:
        model = Record

    source = factory.SubFactory(SourceFactory)
    control_number = factory.Sequence(lambda number: f"n{number}")
    title = factory.Sequence(lambda number: f"Абай жолы {number}")
    languages = ["kaz"]
    year = 1977

    @classmethod
    def _create(cls, model_class, *args, authors=(), **kwargs):
        agents = [each if isinstance(each, Agent) else AgentFactory(name=each) for each in authors]
        contributions = [
            ContributionInput(agent, main=not place) for place, agent in enumerate(agents)
        ]
        return save_record(model_class(*args, **kwargs), contributions)


class HoldingFactory(DjangoModelFactory):
    """A copy that staff entered."""

    class Meta:
        model = Holding

    record = factory.SubFactory(RecordFactory)
    branch = factory.SubFactory(BranchFactory)
    inventory_number = factory.Sequence(lambda number: f"{number:06}")
    received_on = datetime.date(2026, 11, 1)


def open_daily(
    branch: Branch,
    opens: str = "10:00",
    closes: str = "18:00",
    days: range | list[int] = range(7),
    **more: object,
) -> None:
    """Give the branch the same hours on these weekdays."""
    for day in days:
        OpeningHours.objects.create(
            branch=branch,
            weekday=Weekday(day),
            opens=datetime.time.fromisoformat(opens),
            closes=datetime.time.fromisoformat(closes),
            **more,
        )
