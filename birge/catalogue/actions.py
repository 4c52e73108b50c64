"""What the admin does when a row is deleted: the room's services, in place of a plain delete."""

from __future__ import annotations

from abc import ABC, abstractmethod

from django.db import transaction
from django.db.models import Model
from wagtail.actions.delete import DeleteAction
from wagtail.actions.registry import ActionRegistry, action_registry
from wagtail.log_actions import log
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction

from birge.catalogue.models import Agent, Branch, Holding, Record
from birge.catalogue.services.belongings import delete_branch, in_the_way
from birge.catalogue.services.people import delete_agent, records_with
from birge.catalogue.services.records import delete_holding, delete_record


class _ServiceDelete(DeleteAction, ABC):
    """Deletes through a service, so that search and dates follow; the log is written first."""

    def _delete(self) -> None:
        with transaction.atomic():
            if self.log_action:
                log(instance=self.instance, action=self.log_action, user=self.user, deleted=True)
            self.delete_instance()

    @abstractmethod
    def delete_instance(self) -> None:
        """What the service does."""


class DeleteRecordAction(_ServiceDelete):
    def delete_instance(self) -> None:
        delete_record(self.instance)


class DeleteHoldingAction(_ServiceDelete):
    def delete_instance(self) -> None:
        delete_holding(self.instance)


class DeleteBranchAction(_ServiceDelete):
    def delete_instance(self) -> None:
        delete_branch(self.instance, user=self.user)


class DeleteAgentAction(_ServiceDelete):
    def delete_instance(self) -> None:
        delete_agent(self.instance)


def _stays(snippet: Model) -> bool:
    """Whether something keeps the row from being deleted, whoever asks."""
    if isinstance(snippet, Branch):
        return bool(in_the_way(snippet))
    return isinstance(snippet, Agent) and records_with(snippet) > 0


class DeleteManyAction(DeleteBulkAction):
    """Ticked rows of a list, each deleted by its own action; Wagtail would go past the services."""

    models = [Record, Agent, Branch]

    def check_perm(self, snippet: Model) -> bool:
        return not _stays(snippet) and super().check_perm(snippet)

    @classmethod
    def execute_action(
        cls, objects: list[Model], user: object | None = None, **kwargs: object
    ) -> tuple[int, int]:
        """Delete all of them or none."""
        with transaction.atomic():
            for snippet in objects:
                action = action_registry.get_action_class(type(snippet), "delete")
                action(snippet, user=user).execute(skip_permission_checks=True)
        return len(objects), 0


def register(registry: ActionRegistry) -> None:
    """Tell Wagtail which actions delete records, copies, branches and names."""
    registry.register(Record, DeleteRecordAction)
    registry.register(Holding, DeleteHoldingAction)
    registry.register(Branch, DeleteBranchAction)
    registry.register(Agent, DeleteAgentAction)
