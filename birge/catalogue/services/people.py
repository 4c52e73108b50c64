"""People and bodies, one at a time: when one may go."""

from __future__ import annotations

from django.db import transaction
from django.db.models import ProtectedError

from birge.catalogue.models import Agent, Record


class AgentInUse(Exception):
    """There are records with the name: it cannot be deleted."""


def records_with(agent: Agent) -> int:
    """How many records name the person or body, withdrawn ones too."""
    return Record.objects.filter(contributions__agent=agent).distinct().count()


def delete_agent(agent: Agent) -> None:
    """Delete a person or body that no record names; raises `AgentInUse` while one does."""
    try:
        with transaction.atomic():
            agent.delete()
    except ProtectedError:
        raise AgentInUse(str(agent)) from None
