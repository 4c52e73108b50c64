"""Small libraries for the tests of search."""

from __future__ import annotations

from collections.abc import Sequence

from birge.catalogue.choices import RecordStatus
from birge.catalogue.models import Agent, Branch, Contribution, Holding, Record, Source
from birge.search import services

LANGUAGES = {"kk": "kaz", "ru": "rus", "en": "eng"}


def make_record(
    title: str,
    *,
    language: str = "kk",
    authors: Sequence[str | Agent] = (),
    branches: Sequence[Branch] = (),
    index: bool = True,
    **values: object,
) -> Record:
    """A record in the catalogue and, unless told otherwise, in the index."""
    source, _new = Source.objects.get_or_create(name="tests")
    record = Record(
        source=source,
        control_number=f"n{Record.objects.count() + 1}",
        title=title,
        languages=[LANGUAGES.get(language, language)],
        **values,
    )
    record.set_keys()
    record.save()
    for position, author in enumerate(authors):
        agent = author if isinstance(author, Agent) else make_agent(author)
        Contribution.objects.create(
            record=record, agent=agent, position=position, main=not position
        )
    for branch in branches:
        Holding.objects.create(record=record, branch=branch)
    if index:
        services.index_records([record.pk])
    return record


def make_agent(name: str, *variants: str, **values: object) -> Agent:
    """A person, the same one for the same name."""
    agent = Agent(name=name, variants=list(variants), **values)
    agent.set_keys()
    known = Agent.objects.filter(key=agent.key).first()
    if known is None:
        agent.save()
    return known or agent


def make_branch(code: str, name: str, **values: object) -> Branch:
    """A branch called the same in both languages."""
    return Branch.objects.create(code=code, name_kk=name, name_ru=name, **values)


def hide(record: Record, status: str = RecordStatus.HIDDEN) -> None:
    """Take a record from readers' eyes, as the catalogue does."""
    record.status = status
    record.save()
    services.index_records([record.pk])
