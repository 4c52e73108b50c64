"""People and bodies: found or made in bulk, with the forms of their names."""

from __future__ import annotations

from collections.abc import Mapping

from birge.catalogue.marc.bibliographic import ContributorData
from birge.catalogue.models import Agent
from birge.catalogue.services.mapping import AGENT_LENGTHS, fitting

# A name with more forms than this is several people under one heading.
MOST_VARIANTS = 30


def agents_for(wanted: Mapping[str, ContributorData]) -> dict[str, int]:
    """Agent ids by key; the missing are made, new forms and dates of known ones are kept.

    Two or three queries for any number of names. Call it inside a transaction.
    """
    found = {agent.key: agent for agent in _known(wanted)}
    missing = [_agent(key, data) for key, data in wanted.items() if key not in found]
    if missing:
        # Another import may make the same agent at this moment.
        Agent.objects.bulk_create(missing, ignore_conflicts=True)
        found.update((agent.key, agent) for agent in _known(agent.key for agent in missing))
    _learn(found, wanted)
    return {key: agent.pk for key, agent in found.items()}


def _known(keys) -> list[Agent]:
    return list(Agent.objects.filter(key__in=list(keys)).only("key", "name", "variants", "dates"))


def _agent(key: str, data: ContributorData) -> Agent:
    agent = Agent(
        kind=data.kind,
        name=fitting(data.name, AGENT_LENGTHS["name"]),
        variants=_forms(data)[:MOST_VARIANTS],
        dates=fitting(data.dates, AGENT_LENGTHS["dates"]),
    )
    agent.set_keys()
    agent.key = key
    return agent


def _forms(data: ContributorData) -> list[str]:
    forms = (fitting(form, AGENT_LENGTHS["name"]) for form in data.variants)
    return [form for form in dict.fromkeys(forms) if form and form != data.name]


def _learn(found: Mapping[str, Agent], wanted: Mapping[str, ContributorData]) -> None:
    """Keep what the new records know of agents that are there already."""
    changed = []
    for key, data in wanted.items():
        agent = found[key]
        new = [form for form in _forms(data) if form not in agent.variants]
        room = MOST_VARIANTS - len(agent.variants)
        dates = agent.dates or fitting(data.dates, AGENT_LENGTHS["dates"])
        if new[:room] or dates != agent.dates:
            agent.variants = [*agent.variants, *new[:room]]
            agent.dates = dates
            changed.append(agent)
    if changed:
        Agent.objects.bulk_update(changed, ["variants", "dates"], batch_size=100)
